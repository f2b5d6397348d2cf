//! The run: how many people, months and repeats, which luck, and how far it has come.

use leptos::prelude::*;

use super::stage::Stage;
use crate::scenario::bounds;
use crate::scenario::doc::Society;
use crate::scenario::society::town;
use crate::ui::kit::{Complaint, CountField, FigureLook};
use crate::ui::state::texts;

/// How a number of the run is read from the document and written into it.
type Place = (fn(&Society) -> Option<u32>, fn(&mut Society, u32));

/// The numbers of the run.
#[component]
pub fn Controls() -> impl IntoView {
    let t = &texts().society;
    let usual = &town().usual;
    view! {
        <fieldset class="society-controls">
            <legend>{t.controls}</legend>
            <Number name="people" label=t.people most=bounds::PEOPLE usual=usual.people
                place=(|it| it.people, |it, n| it.people = Some(n)) />
            <Number name="months" label=t.months most=bounds::SOCIETY_MONTHS usual=usual.months
                place=(|it| it.months, |it, n| it.months = Some(n)) />
            <Number name="replicates" label=t.replicates most=bounds::REPLICATES
                usual=usual.replicates
                place=(|it| it.replicates, |it, n| it.replicates = Some(n)) />
            <Number name="seed" label=t.seed most=u32::MAX
                usual=usual.seed
                place=(|it| it.seed, |it, n| it.seed = Some(n)) />
            <p class="note">{t.replicates_hint}</p>
        </fieldset>
    }
}

/// One number of the run.
#[component]
fn Number(
    /// Its name in the document.
    name: &'static str,
    /// Its name for readers.
    label: &'static str,
    /// The largest value.
    most: u32,
    /// The value as long as the document says nothing.
    usual: u32,
    /// Where it stands.
    place: Place,
) -> impl IntoView {
    let lab = Stage::get().lab;
    let least = u32::from(name != "seed");
    let value = Signal::derive(move || lab.with_scenario(|it| (place.0)(&it.society)).unwrap_or(usual));
    let set = move |n: u32| {
        lab.edit(&format!("society/{name}"), |it| (place.1)(&mut it.society, n));
    };
    let path = format!("society/{name}");
    view! {
        <div class="society-number">
            <span aria-hidden="true">{label}</span>
            <CountField path=path.clone() label value on_value=set least most look=FigureLook::Stepped id=format!("society-{name}") />
            <Complaint path />
        </div>
    }
}

/// How far the run has come, and the button that stops it or begins it again.
#[component]
pub fn Going() -> impl IntoView {
    let stage = Stage::get();
    let (runs, t) = (stage.runs, &texts().society);
    let is_going = move || !runs.stopped.get() && runs.progress.with(|it| it.0 < it.1);
    let words = move || match runs.progress.get() {
        (done, of) if is_going() => (t.working)(done, of),
        _ if runs.stopped.get() => t.stopped.to_owned(),
        _ => (t.done)(runs.results.with(|it| it.as_ref().map_or(0, |it| it.first.len()))),
    };
    let press = move |event: web_sys::MouseEvent| match () {
        // The second press of a double click is not meant for what the button has become.
        () if event.detail() > 1 => {}
        () if is_going() => {
            runs.stop();
            stage.lab.announce(t.stopped);
        }
        () => runs.again(),
    };
    view! {
        <div class="row society-going" hidden=move || runs.refused.with(Option::is_some)>
            <p class="note" class:busy=is_going id="society-progress">{words}</p>
            <button type="button" class="btn btn-sm" aria-describedby="society-progress"
                hidden=move || !is_going() && !runs.stopped.get() on:click=press>
                {move || if is_going() { t.stop } else { t.again }}
            </button>
        </div>
    }
}
