//! One lesson, one step at a time.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::answers::Answers;
use super::ending::Ending;
use super::playing::Playing;
use super::step::StepBody;
use crate::editor::Route;
use crate::lessons::Lesson;
use crate::lessons::format::Index;
use crate::ui::data::{self, Record, when_loaded};
use crate::ui::state::{Lab, texts};

/// The page.
#[component]
pub fn LessonPage(
    /// The lesson.
    id: String,
    /// The step; the first, if none.
    step: Option<String>,
) -> impl IntoView {
    // The list is asked first: a lesson that is not in it is not looked for.
    when_loaded(data::lessons(), move |index| {
        if !index.lessons.iter().any(|it| it.id == id) {
            let message = (texts().shell.no_such_lesson)(&id);
            return view! { <Sorry message href="#/learn".to_owned() words=texts().learn.all_lessons /> }.into_any();
        }
        let step = step.clone();
        when_loaded(data::lesson(&id), move |found| {
            let (lesson, record) = (found.0.clone(), found.1.clone());
            at_step(index.clone(), lesson, record, step.as_deref())
        })
        .into_any()
    })
}

/// A lesson at a step, or what is wrong with either.
fn at_step(index: Arc<Index>, lesson: Arc<Lesson>, record: Record, step: Option<&str>) -> AnyView {
    let t = &texts().learn;
    let first = Route::Lesson(lesson.id.clone(), None).to_string();
    let place = match step {
        None => Some(0),
        Some(id) => lesson.steps.iter().position(|it| it.id == id),
    };
    let Some(place) = place else {
        let message = (t.no_step)(step.unwrap_or_default());
        return view! { <Sorry message href=first words=t.to_first /> }.into_any();
    };
    let Some(found) = lesson.steps.get(place) else {
        let message = format!("{} {}", t.lesson_trouble, t.no_steps);
        return view! { <Sorry message href="#/learn".to_owned() words=t.all_lessons /> }.into_any();
    };
    let answers = Answers::get();
    let asks = found.ask.is_some();
    let names = StoredValue::new((lesson.id.clone(), found.id.clone()));
    let revealed = Memo::new(move |_| !asks || names.with_value(|it| answers.revealed(&it.0, &it.1)));
    match Playing::at(lesson, Arc::new(record), place, revealed.into()) {
        Ok(playing) => view! { <Player playing index /> }.into_any(),
        Err(why) => {
            let message = format!("{} {}", t.lesson_trouble, (t.trouble)(&why));
            view! { <Sorry message href="#/learn".to_owned() words=t.all_lessons /> }.into_any()
        }
    }
}

/// The lesson at its step.
#[component]
fn Player(playing: Playing, index: Arc<Index>) -> impl IntoView {
    let t = &texts().learn;
    let (lesson, place) = (playing.lesson.clone(), playing.place);
    let step = playing.step().clone();
    let n_steps = lesson.steps.len();
    let is_last = place + 1 == n_steps;
    Answers::get().visit(&lesson.id, &step.id, is_last);
    Lab::get().announce((t.arrived)(place + 1, n_steps, &step.title));
    request_animation_frame(begin_at_heading);
    playing.provide();
    view! {
        <article class="page page-wide lesson">
            <header class="lesson-head">
                <p class="lesson-where"><a href="#/learn">{t.all_lessons}</a>" / "{lesson.title.clone()}</p>
                <Marks lesson=lesson.clone() place />
                <h1>{step.title.clone()}</h1>
                <p class="muted lesson-pace">
                    {(t.step_of)(place + 1, n_steps)}" · "{(t.beat)(step.beat)}" · "{(t.minutes)(step.minutes)}
                </p>
            </header>
            <StepBody />
            {is_last.then(|| view! { <Ending index=index.clone() /> })}
            <Turn lesson place index />
        </article>
    }
}

/// Where the reader came before the lesson was there, the focus waits on the page as a whole: it moves to the heading.
fn begin_at_heading() {
    let document = document();
    let waits = document.active_element().is_some_and(|it| it.id() == "main");
    let heading = document.query_selector("#main h1").ok().flatten();
    let Some(heading) = heading.as_ref().and_then(|it| it.dyn_ref::<web_sys::HtmlElement>()) else { return };
    if waits {
        // Refused only for names that are not names.
        heading.set_attribute("tabindex", "-1").ok();
        heading.focus().ok();
    }
}

fn address(lesson: &Lesson, place: usize) -> String {
    Route::Lesson(lesson.id.clone(), lesson.steps.get(place).map(|it| it.id.clone())).to_string()
}

/// A numbered mark for each step, which leads to it.
#[component]
fn Marks(lesson: Arc<Lesson>, place: usize) -> impl IntoView {
    let t = &texts().learn;
    let answers = Answers::get();
    let id = StoredValue::new(lesson.id.clone());
    let mark = |(at, step): (usize, &crate::lessons::Step)| {
        let (title, step_id) = (step.title.clone(), step.id.clone());
        let is_answered = Memo::new(move |_| id.with_value(|it| answers.at(it, &step_id).is_some()));
        let name =
            move || if is_answered.get() { (t.step_done)(at + 1, &title) } else { (t.step_named)(at + 1, &title) };
        view! {
            <li><a class="lesson-mark" href=address(&lesson, at) title=step.title.clone() aria-label=name
                aria-current=(at == place).then_some("step") data-answered=move || is_answered.get().then_some("true")>{at + 1}</a></li>
        }
    };
    view! {
        <nav aria-label=t.steps><ol class="lesson-marks" role="list">
            {lesson.steps.iter().enumerate().map(mark).collect_view()}
        </ol></nav>
    }
}

/// The ways to the step before and to the next; after the last, to the next lesson.
#[component]
fn Turn(lesson: Arc<Lesson>, place: usize, index: Arc<Index>) -> impl IntoView {
    let t = &texts().learn;
    let title = |at: usize| lesson.steps.get(at).map(|it| it.title.clone());
    let back = place.checked_sub(1).and_then(|at| {
        let words = title(at)?;
        Some(view! {
            <a class="lesson-way" data-way="back" href=address(&lesson, at)><span class="note">{t.previous}</span>" "<span>{words}</span></a>
        })
    });
    let next = match title(place + 1) {
        Some(words) => Some(view! {
            <a class="lesson-way" data-way="next" href=address(&lesson, place + 1)><span class="note">{t.next}</span>" "<span>{words}</span></a>
        }.into_any()),
        None => next_lesson(&index, &lesson.id).map(|(href, title)| view! {
            <a class="lesson-way" data-way="next" href=href><span class="note">{t.next}</span>" "<span>{(t.next_lesson)(&title)}</span></a>
        }.into_any()),
    };
    view! { <nav class="lesson-turn" aria-label=t.turn>{back}{next}</nav> }
}

/// Address and title of the lesson after this one.
fn next_lesson(index: &Index, id: &str) -> Option<(String, String)> {
    let at = index.lessons.iter().position(|it| it.id == id)?;
    let next = index.lessons.get(at + 1)?;
    Some((Route::Lesson(next.id.clone(), None).to_string(), next.title.clone()))
}

/// Something that is not there, with the way on.
#[component]
fn Sorry(message: String, href: String, words: &'static str) -> impl IntoView {
    view! {
        <div class="page page-narrow">
            <h1>{texts().learn.title}</h1>
            <div class="prose">
                <p>{message}</p>
                <p><a class="btn btn-primary" href=href>{words}</a></p>
            </div>
        </div>
    }
}
