//! Systems of the record side by side.

use leptos::prelude::*;

use super::facts::FactRefs;
use super::step::fresh_name;
use crate::editor::claims::Place;
use crate::record::{Cell, System};
use crate::ui::learn::Playing;
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// A point on which systems are compared: its place among the names, and where it stands.
type Point = fn(&System) -> &Cell;

const POINTS: [Point; 5] = [|it| &it.inputs, |it| &it.output, |it| &it.consequences, |it| &it.appeal, |it| &it.errors];

/// A column for each system.
#[component]
pub fn Systems(
    /// Ids of systems.
    ids: Vec<String>,
) -> impl IntoView {
    let t = &texts().stage;
    let record = Playing::get().record;
    let id = fresh_name();
    let systems: Vec<&System> = ids.iter().filter_map(|id| record.systems.iter().find(|it| it.id == *id)).collect();
    let head = |it: &&System| {
        let mechanism =
            it.mechanism.map(|it| view! { <br /><span class="chip">{(texts().common.mechanism)(it)}</span> });
        view! { <th scope="col">{it.name.clone()}<br /><span class="note">{it.place.clone()}</span>{mechanism}</th> }
    };
    let cell = |it: &Cell| match it.text.is_empty() {
        true => view! { <td class="muted">{t.nothing_read}</td> }.into_any(),
        false => view! { <td><p>{it.text.clone()}</p><FactRefs ids=it.facts.clone() /></td> }.into_any(),
    };
    let row = |(name, point): (&'static str, Point)| {
        view! { <tr><th scope="row">{name}</th>{systems.iter().map(|it| cell(point(it))).collect_view()}</tr> }
    };
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{(t.systems_title)(systems.len())}</h3>
            <div class="table-wrap" tabindex="0" role="region" aria-labelledby=id.clone()>
                <table class="table stage-systems">
                    <thead><tr><td></td>{systems.iter().map(head).collect_view()}</tr></thead>
                    <tbody>{t.system_points.into_iter().zip(POINTS).map(row).collect_view()}</tbody>
                </table>
            </div>
            <PinButton place=Place::Published />
        </section>
    }
}
