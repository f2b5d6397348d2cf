//! The predictions of a class, put together.

use std::sync::Arc;

use leptos::prelude::*;

use super::carry::Carry;
use super::codes::{Codes, hand_on};
use super::hands::Hands;
use super::kept::{Added, Room};
use super::opened::{place_of, played, sorry, with_lesson};
use super::tally::Tally;
use crate::editor::Route;
use crate::lessons::Lesson;
use crate::ui::data::Record;
use crate::ui::learn::{Playing, StepLab, Words};
use crate::ui::state::{Lab, texts};

/// The page.
#[component]
pub fn ClassPage(
    /// The lesson.
    id: String,
    /// The step.
    step: String,
    /// Codes that came with the address.
    codes: Vec<String>,
) -> impl IntoView {
    with_lesson(id, move |lesson, record| at_step(lesson, record, &step, &codes))
}

fn at_step(lesson: Arc<Lesson>, record: Arc<Record>, step: &str, codes: &[String]) -> AnyView {
    let place = match place_of(&lesson, Some(step)) {
        Ok(it) => it,
        Err(it) => return it,
    };
    if lesson.steps.get(place).is_none_or(|it| it.ask.is_none()) {
        let back = Route::Lesson(lesson.id.clone(), Some(step.to_owned())).to_string();
        return sorry(texts().room.nothing_asked.to_owned(), back, texts().room.to_step);
    }
    let room = Room::at(&lesson.id, step);
    let first = (!codes.is_empty()).then(|| {
        hand_on(room, codes);
        room.add(&codes.join(" "))
    });
    match played(lesson, record, place, Signal::derive(move || room.revealed())) {
        Ok(playing) => {
            let playing = StoredValue::new(playing);
            view! { <leptos::context::Provider value=playing><Together room first /></leptos::context::Provider> }
                .into_any()
        }
        Err(it) => it,
    }
}

/// Question, reveal, and what the class said.
#[component]
fn Together(room: Room, first: Option<Added>) -> impl IntoView {
    let t = &texts().room;
    let playing = Playing::get();
    let (lesson, step) = (playing.lesson.clone(), playing.step().clone());
    let question = step.ask.as_ref().map(|it| it.question().to_owned()).unwrap_or_default();
    let to_step = Route::Lesson(lesson.id.clone(), Some(step.id.clone())).to_string();
    let to_projector = Route::Present(lesson.id.clone(), Some(step.id)).to_string();
    view! {
        <div class="page page-wide"><div class="room-page">
            <header class="lesson-head">
                <p class="lesson-where"><a href=to_step>{lesson.title.clone()}" / "{step.title}</a></p>
                <h1>{t.class_title}</h1>
                <p class="ask-question"><Words text=question /></p>
                <p class="row"><RevealButton room />" "<a class="btn" href=to_projector>{t.to_projector}</a></p>
            </header>
            <section aria-labelledby="room-answers">
                <h2 class="visually-hidden" id="room-answers">{t.answers}</h2>
                <StepLab><ClassPanel room first /></StepLab>
            </section>
        </div></div>
    }
}

/// The button that shows what comes true in the charts, and holds it back again.
#[component]
fn RevealButton(room: Room) -> impl IntoView {
    let t = &texts().room;
    let lab = Lab::get();
    let press = move |_| {
        let now = !room.revealed();
        room.reveal(now);
        lab.announce(if now { t.revealed } else { t.held_again });
    };
    view! {
        <button type="button" class="btn btn-primary" aria-pressed=move || room.revealed().to_string() on:click=press>{t.reveal}</button>
    }
}

/// What the class said, with the ways in which answers come in. Inside the lesson that is being played.
#[component]
pub fn ClassPanel(
    /// The class.
    room: Room,
    /// What became of codes that came with the address.
    #[prop(optional_no_strip)]
    first: Option<Added>,
) -> impl IntoView {
    let codes = match first {
        Some(first) => view! { <Codes room first /> }.into_any(),
        None => view! { <Codes room /> }.into_any(),
    };
    view! {
        <div class="room-class">
            <div class="room-charts"><Tally room /></div>
            <div class="room-inputs">{codes}<Hands room /><Carry room /></div>
        </div>
    }
}
