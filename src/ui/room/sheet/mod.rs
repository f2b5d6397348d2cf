//! A lesson on paper: the worksheet, the answer key, the plan.
//!
//! - [`step`]: a step of worksheet or key; [`asked`]: its question with room to write; [`frame`]: the empty chart;
//!   [`shown`]: what stands beside its text;
//! - [`plan`]: for the teacher; [`cited`]: every statement of the record that the lesson points at.

mod asked;
mod cited;
mod frame;
mod plan;
mod shown;
mod step;

use std::sync::Arc;

use leptos::context::Provider;
use leptos::prelude::*;

use super::opened::{address, played, with_lesson};
use crate::editor::{Route, Sheet};
use crate::lessons::Lesson;
use crate::lessons::format::{Ask, What};
use crate::ui::learn::{Playing, Words};
use crate::ui::share::QrCode;
use crate::ui::state::{Lab, texts};
use plan::Plan;
use step::StepSheet;

/// The page.
#[component]
pub fn SheetPage(
    /// What of it.
    sheet: Sheet,
    /// The lesson.
    id: String,
) -> impl IntoView {
    with_lesson(id, move |lesson, record| {
        let lesson = if sheet == Sheet::Worksheet { Arc::new(without_answers(&lesson)) } else { lesson };
        match played(lesson, record, 0, Signal::stored(true)) {
            Ok(playing) => {
                let playing = StoredValue::new(playing);
                view! { <Provider value=playing><Paper sheet /></Provider> }.into_any()
            }
            Err(it) => it,
        }
    })
}

/// The lesson as students get it on paper: nothing in it tells what comes true.
fn without_answers(lesson: &Lesson) -> Lesson {
    let mut lesson = lesson.clone();
    for step in &mut lesson.steps {
        step.show.retain(|it| !it.later && !matches!(it.what, What::Town { .. }));
        step.notice.clear();
        step.teacher.clear();
        step.key.clear();
        match &mut step.ask {
            Some(Ask::Number { truth, .. }) => truth.clear(),
            Some(Ask::Choice { options, .. }) => {
                for it in options {
                    // Whether something can come true stays known; what, does not.
                    it.right.iter_mut().for_each(String::clear);
                    it.reply.clear();
                }
            }
            Some(Ask::Line { .. }) | None => {}
        }
    }
    lesson
}

/// The sheet.
#[component]
fn Paper(sheet: Sheet) -> impl IntoView {
    let t = &texts().room;
    let playing = Playing::get();
    let lesson = playing.lesson.clone();
    let online = address(&Route::Lesson(lesson.id.clone(), None));
    let place = |at: usize| {
        let own = Playing { place: at, town: RwSignal::new(None), ..playing.clone() };
        view! { <Provider value=StoredValue::new(own)><StepSheet sheet /></Provider> }
    };
    let body = match sheet {
        Sheet::Plan => view! { <Plan /> }.into_any(),
        Sheet::Worksheet | Sheet::Key => (0..lesson.steps.len()).map(place).collect_view().into_any(),
    };
    let goals = (sheet != Sheet::Key).then(|| {
        let goal = |it: &String| view! { <li><Words text=it.clone() /></li> };
        view! {
            <section aria-labelledby="sheet-goals">
                <h2 id="sheet-goals">{t.goals}</h2>
                <ul>{lesson.goals.iter().map(goal).collect_view()}</ul>
            </section>
        }
    });
    let ending = (sheet == Sheet::Worksheet && !lesson.discuss.is_empty()).then(|| {
        let question = |it: &String| view! { <li><Words text=it.clone() /><Lines n=3 /></li> };
        view! {
            <section aria-labelledby="sheet-end">
                <h2 id="sheet-end">{texts().learn.end_discuss}</h2>
                <ol>{lesson.discuss.iter().map(question).collect_view()}</ol>
            </section>
        }
    });
    view! {
        <article class="page page-wide"><div class="sheet" data-sheet=sheet.to_string()>
            <Tools sheet id=lesson.id.clone() title=lesson.title.clone() />
            <header class="sheet-head">
                <div>
                    <p class="sheet-kind">{(t.sheet_kind)(sheet)}</p>
                    <h1>{lesson.title.clone()}</h1>
                    <p class="lede">{lesson.summary.clone()}</p>
                    <p class="note">{(texts().learn.minutes)(lesson.minutes)}" · "{t.fictional}</p>
                </div>
                <div class="sheet-online"><QrCode text=online.clone() /><p>{online}</p></div>
            </header>
            {goals}
            {body}
            {ending}
        </div></article>
    }
}

/// What stands above the sheet on the screen, and not on paper.
#[component]
fn Tools(sheet: Sheet, id: String, title: String) -> impl IntoView {
    let (t, learn) = (&texts().room, &texts().learn);
    let lab = Lab::get();
    let print = move |_| {
        if window().print().is_err() {
            lab.announce(t.print_refused);
        }
    };
    let way = |other: Sheet, words: &'static str| {
        let href = Route::Print(other, id.clone()).to_string();
        view! { <a class="btn" href=href aria-current=(other == sheet).then_some("page")>{words}</a> }
    };
    view! {
        <div class="sheet-tools" data-print="no">
            <p><a href=Route::Lesson(id.clone(), None).to_string()>{title}</a></p>
            <nav class="row" aria-label=t.sheets>
                {way(Sheet::Worksheet, learn.worksheet)}{way(Sheet::Key, learn.key)}{way(Sheet::Plan, learn.plan)}
            </nav>
            <button type="button" class="btn btn-primary sheet-print" on:click=print>{t.print}</button>
            <p class="notice sheet-wait">{t.print_wait}</p>
        </div>
    }
}

/// Empty lines to write on.
#[component]
fn Lines(
    /// How many.
    n: usize,
) -> impl IntoView {
    let line = |_| view! { <span class="write-line"></span> };
    view! { <span class="write" aria-hidden="true">{(0..n).map(line).collect_view()}</span> }
}
