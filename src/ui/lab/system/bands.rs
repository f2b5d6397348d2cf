//! The bands as a list: name and beginning.

use leptos::prelude::*;

use crate::editor::edits;
use crate::engine::Points;
use crate::scenario::Decimal;
use crate::scenario::doc::{Band, Scenario};
use crate::ui::kit::{Complaint, NumberField, RemoveButton, TextBox};
use crate::ui::state::{Lab, texts};

/// One line for each band, best first.
#[component]
pub fn Bands() -> impl IntoView {
    let lab = Lab::get();
    let ids = move || lab.with_scenario(|it| it.rulebook.bands.iter().map(|it| it.id.clone()).collect::<Vec<_>>());
    let add = move |_| {
        lab.edit("", |it| {
            edits::add_band(it);
        })
    };
    view! {
        <ul class="plain system-rows"><For each=ids key=Clone::clone children=|id| view! { <BandRow id /> } /></ul>
        <Complaint path="rulebook/bands" />
        <button type="button" class="btn" on:click=add>{texts().system.add_band}</button>
    }
}

/// Name and beginning of a band.
#[component]
fn BandRow(
    /// The id of the band.
    id: String,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let id = StoredValue::new(id);
    let band = Memo::new(move |_| {
        id.with_value(|id| lab.with_scenario(|it| it.rulebook.bands.iter().find(|it| it.id == *id).cloned()))
    });
    let name = move || band.with(|it| it.as_ref().map(name_of).unwrap_or_default());
    let from = move || band.with(|it| it.as_ref().map_or(Points::ZERO, |it| it.from.0));
    let path = move |part: &str| id.with_value(|id| format!("rulebook/bands/{id}/{part}"));
    let edit = move |part: &'static str, change: &dyn Fn(&mut Band)| {
        id.with_value(|id| lab.edit(&format!("bands/{id}/{part}"), |it| with_band(it, id, change)));
    };
    let remove = move |()| {
        let gone = name();
        id.with_value(|id| lab.edit("", |it| edits::remove_band(it, id)));
        lab.announce((t.removed)(&gone));
    };
    view! {
        <li class="system-row">
            <TextBox path=path("label") label=t.band_name value=Signal::derive(name)
                on_value=move |text: String| edit("label", &|it| it.label.clone_from(&text)) />
            <span>{t.band_from}</span>
            <NumberField path=path("from") label=Signal::derive(move || (t.band_edge)(&name())) value=Signal::derive(from)
                on_value=move |value| edit("from", &|it| it.from = Decimal(value)) />
            <RemoveButton label=Signal::derive(move || (t.remove)(&name())) on_press=remove />
            <Complaint path=path("from") />
        </li>
    }
}

/// What readers call a band.
pub fn name_of(band: &Band) -> String {
    band.name().to_owned()
}

fn with_band(scenario: &mut Scenario, id: &str, change: &dyn Fn(&mut Band)) {
    if let Some(band) = scenario.rulebook.bands.iter_mut().find(|it| it.id == id) {
        change(band);
    }
}
