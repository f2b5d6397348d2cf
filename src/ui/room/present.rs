//! A lesson on a projector.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::bar::Bar;
use super::desk::{Desk, Pane};
use super::kept::Room;
use super::opened::{place_of, played, with_lesson};
use super::panes::{Black, Panes};
use crate::lessons::Lesson;
use crate::ui::data::Record;
use crate::ui::learn::{Playing, StepBody, Words};
use crate::ui::state::{Lab, texts};

/// The page.
#[component]
pub fn PresentPage(
    /// The lesson.
    id: String,
    /// The step; the first, if none.
    step: Option<String>,
) -> impl IntoView {
    fill_the_screen();
    with_lesson(id, move |lesson, record| at_step(lesson, record, step.as_deref()))
}

/// Hides everything around the lesson and sets it large, as long as the page is shown.
fn fill_the_screen() {
    const MARK: &str = "data-presenting";
    if let Some(root) = document().document_element() {
        // Refused only for names that are not names.
        root.set_attribute(MARK, "true").ok();
    }
    on_cleanup(|| {
        if let Some(root) = document().document_element() {
            root.remove_attribute(MARK).ok();
        }
    });
}

/// Where the reader came before the lesson was there, the focus waits on the page as a whole: it moves to the heading.
fn begin_at_heading() {
    let waits = document().active_element().is_some_and(|it| it.id() == "main");
    let heading = document().query_selector("#main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()).filter(|_| waits) {
        // Refused only for names that are not names.
        heading.set_attribute("tabindex", "-1").ok();
        heading.focus().ok();
    }
}

fn at_step(lesson: Arc<Lesson>, record: Arc<Record>, step: Option<&str>) -> AnyView {
    let place = match place_of(&lesson, step) {
        Ok(it) => it,
        Err(it) => return it,
    };
    let Some(step) = lesson.steps.get(place) else { return ().into_any() };
    let (room, asks) = (Room::at(&lesson.id, &step.id), step.ask.is_some());
    let revealed = Memo::new(move |_| !asks || room.revealed());
    match played(lesson, record, place, revealed.into()) {
        Ok(playing) => {
            let playing = StoredValue::new(playing);
            view! { <leptos::context::Provider value=playing><Projector room /></leptos::context::Provider> }.into_any()
        }
        Err(it) => it,
    }
}

/// The step, the bar, and what can take the place of the step.
#[component]
fn Projector(room: Room) -> impl IntoView {
    let t = &texts().learn;
    let playing = Playing::get();
    let (step, n_steps, place) = (playing.step().clone(), playing.lesson.steps.len(), playing.place);
    let desk = Desk::new(room);
    desk.follow_keys();
    request_animation_frame(begin_at_heading);
    Lab::get().announce((t.arrived)(place + 1, n_steps, &step.title));
    let where_ = format!("{} · {} · {}", playing.lesson.title, (t.step_of)(place + 1, n_steps), (t.beat)(step.beat));
    let ending = (place + 1 == n_steps && !playing.lesson.discuss.is_empty()).then(|| {
        let question = |text: &String| view! { <li><Words text=text.clone() /></li> };
        view! {
            <section class="prose present-end" aria-labelledby="present-end">
                <h2 id="present-end">{t.end_discuss}</h2>
                <ul>{playing.lesson.discuss.iter().map(question).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <article class="page present" inert=move || desk.dark.get()>
            <header class="present-head">
                <p class="present-where">{where_}</p>
                <h1>{step.title}</h1>
            </header>
            <div class="present-step" hidden=move || desk.pane.get() != Pane::Step>
                <StepBody presenting=true />
                {ending}
            </div>
            <Panes desk />
        </article>
        <Bar desk />
        <Black desk />
    }
}
