//! The scale, its bands, and fading.

use leptos::prelude::*;

use super::band_bar::BandBar;
use super::bands::Bands;
use crate::editor::edits;
use crate::engine::Points;
use crate::scenario::Decimal;
use crate::scenario::doc::{Band, Scale, Scenario};
use crate::ui::kit::{Complaint, CountField, NumberField};
use crate::ui::state::{Lab, texts};

/// Lowest, highest and starting score; bands; fading. Or the offer to add a scale.
#[component]
pub fn ScalePanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let has_scale = Memo::new(move |_| lab.with_scenario(|it| it.rulebook.scale.is_some()));
    view! {
        <Show when=move || has_scale.get() fallback=move || view! {
            <p>{t.no_scale}</p>
            <button type="button" class="btn" on:click=move |_| lab.edit("", add_scale)>{t.add_scale}</button>
        }>
            <p class="muted">{t.scale_note}</p>
            <div class="system-line">
                <End name="lowest" label=t.lowest get=|it| it.lowest set=|it, value| it.lowest = value />
                <End name="start" label=t.start get=|it| it.start set=|it, value| it.start = value />
                <End name="highest" label=t.highest get=|it| it.highest set=|it, value| it.highest = value />
            </div>
            <h3>{t.bands}</h3>
            <BandBar />
            <Bands />
            <label class="system-line">
                <span>{t.fading}</span>
                <CountField path="rulebook/fading" label=t.fading
                    value=Signal::derive(move || lab.with_scenario(|it| it.rulebook.fading))
                    on_value=move |value| lab.edit("fading", |it| it.rulebook.fading = value) />
                <span>{t.per_mille}</span>
            </label>
            <Complaint path="rulebook/fading" />
            <button type="button" class="btn btn-quiet" on:click=move |_| lab.edit("", edits::remove_scale)>{t.drop_scale}</button>
        </Show>
    }
}

/// One number of the scale.
#[component]
fn End(
    /// Its name in the document.
    name: &'static str,
    /// Its name for readers.
    label: &'static str,
    /// Reads it.
    get: fn(&Scale) -> Decimal,
    /// Writes it.
    set: fn(&mut Scale, Decimal),
) -> impl IntoView {
    let lab = Lab::get();
    let path = format!("rulebook/scale/{name}");
    let value = move || lab.with_scenario(|it| it.rulebook.scale.as_ref().map_or(Points::ZERO, |it| get(it).0));
    let change = move |value: Points| {
        lab.edit(&format!("scale/{name}"), |it| set_end(it, set, Decimal(value)));
    };
    view! {
        <div class="field">
            <span class="field-label">{label}</span>
            <NumberField path=path.clone() label value=Signal::derive(value) on_value=change />
            <Complaint path />
        </div>
    }
}

/// Changes a number of the scale. The worst band goes along with the lowest score, which it always begins at.
fn set_end(scenario: &mut Scenario, set: fn(&mut Scale, Decimal), value: Decimal) {
    let book = &mut scenario.rulebook;
    let Some(scale) = &mut book.scale else { return };
    let before = scale.lowest;
    set(scale, value);
    if let Some(worst) = book.bands.last_mut().filter(|it| it.from == before) {
        worst.from = scale.lowest;
    }
}

fn add_scale(scenario: &mut Scenario) {
    let whole = Decimal::whole;
    let band = |id: &str, from| Band { id: id.to_owned(), label: String::new(), from: whole(from) };
    scenario.rulebook.scale = Some(Scale { lowest: whole(0), highest: whole(100), start: whole(60) });
    scenario.rulebook.bands = vec![band("A", 80), band("B", 50), band("C", 0)];
}
