//! What the office knows: records held, sources joined, who can be picked out, and what a leak takes.

use leptos::prelude::*;

use super::chilling::{Stats, grid, measured, of_whom};
use super::frame::Framed;
use super::shocks::{add, is_full};
use super::stage::Stage;
use crate::engine::society::measures::Measure;
use crate::scenario::doc::ShockSort;
use crate::ui::state::texts;

/// What is told, in this order.
const TOLD: [Measure; 7] = [
    Measure::Unique,
    Measure::Held,
    Measure::Joined,
    Measure::WrongShare,
    Measure::Exposed,
    Measure::ExposedRecords,
    Measure::GiniScores,
];

/// The figure.
#[component]
pub fn Exposure() -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.effects;
    let rows = Memo::new(move |_| measured(stage, &TOLD));
    let at = move |at: usize| rows.with(|it| it.get(at).and_then(|it| it.1).map_or(0.0, |it| it.median));
    let title = move || (t.expose_title)(at(0), at(1));
    let has_leak = move || stage.lab.with_scenario(|it| it.society.shocks.iter().any(|it| it.what == ShockSort::Leak));
    view! {
        <Framed id="society-expose" title=Signal::derive(title) summary=of_whom(stage, t.expose_summary) grid=Signal::derive(move || grid(&rows.read()))>
            <Stats rows />
            <div class="row" hidden=has_leak>
                <p class="note">{t.expose_no_leak}</p>
                <button type="button" class="btn" disabled=move || is_full(stage.lab) on:click=move |_| add(stage.lab, ShockSort::Leak)>{t.expose_add_leak}</button>
            </div>
        </Framed>
    }
}
