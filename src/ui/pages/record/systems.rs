//! Systems around the world in one table.

use std::sync::Arc;

use leptos::prelude::*;

use super::tries::TryLink;
use crate::editor::claims::Place;
use crate::record::{Cell, System, Try};
use crate::ui::data::Record;
use crate::ui::kit::FactChips;
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// The table. On a phone each row is a block, and its cells carry the names of their columns; the roles keep it a
/// table for screen readers.
#[component]
pub fn Systems() -> impl IntoView {
    let (t, common) = (&texts().record, &texts().common);
    let record = expect_context::<Arc<Record>>();
    let columns = [t.system_inputs, t.system_output, t.system_consequences, t.system_appeal, t.system_errors];
    let column = |name| view! { <th scope="col" role="columnheader">{name}</th> };
    let row = |it: &System| {
        let cells = [&it.inputs, &it.output, &it.consequences, &it.appeal, &it.errors];
        let cells = cells.into_iter().zip(columns).map(|(it, name)| cell(name, it)).collect_view();
        let preset = match it.preset.clone() {
            Some(id) => view! { <TryLink to=Try::Preset(id) /> }.into_any(),
            None => view! { <span class="muted">{t.no_scenario}</span> }.into_any(),
        };
        let mechanism = it.mechanism.map(|it| view! { <span class="system-kind">{(common.mechanism)(it)}</span> });
        view! {
            <tr role="row" id=format!("system-{}", it.id)>
                <th scope="row" role="rowheader">
                    <strong>{it.name.clone()}</strong>
                    <span class="system-place">{it.place.clone()}</span>
                    {mechanism}
                </th>
                {cells}
                <td role="cell" data-column=t.system_try>{preset}</td>
            </tr>
        }
    };
    view! {
        <p class="record-lede">{t.systems_lede}</p>
        <div class="table-wrap systems-wrap" tabindex="0" role="group" aria-label=t.systems>
            <table class="table systems" role="table" aria-label=t.systems>
                <thead role="rowgroup"><tr role="row">
                    {column(t.system)}{columns.map(column).collect_view()}{column(t.system_try)}
                </tr></thead>
                <tbody role="rowgroup">{record.systems.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <PinButton place=Place::Published table=".systems" />
    }
}

fn cell(column: &'static str, it: &Cell) -> impl IntoView + use<> {
    let text = match it.text.is_empty() {
        true => view! { <span class="nothing-read">{texts().record.nothing_read}</span> }.into_any(),
        false => it.text.clone().into_any(),
    };
    view! { <td role="cell" data-column=column>{text}<FactChips ids=it.facts.clone() /></td> }
}
