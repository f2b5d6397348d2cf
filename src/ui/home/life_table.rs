//! The life as a table, for whoever cannot see the chart or wants the figures.

use leptos::prelude::*;

use super::state::ToyState;
use super::words;
use crate::editor::toy::Happening;
use crate::ui::pin::PinButton;
use crate::ui::state::{fresh_document, texts};

/// Everything that happened, as a table.
#[component]
pub fn LifeTable() -> impl IntoView {
    let toy = ToyState::get();
    let (t, common) = (&texts().home, &texts().common);
    let document = Signal::derive(move || toy.read(|toy| toy.scenario().clone()).map(|it| fresh_document(it, None)));
    let rows = move || {
        toy.read(|toy| {
            let row = |it: Happening| {
                let what = toy.kinds().get(it.kind).map(|it| it.short.clone());
                let class = if it.applied.is_loss() {
                    "n loss"
                } else if it.applied.is_gain() {
                    "n gain"
                } else {
                    "n"
                };
                view! {
                    <tr>
                        <td class="date">{(common.day_short)(it.day)}</td>
                        <th scope="row">{what}</th>
                        <td class=class>{(common.signed)(it.applied)}</td>
                        <td class="n">{(common.points)(it.score.1)}</td>
                        <td>{words::band(toy, it.band.1)}</td>
                    </tr>
                }
            };
            toy.happenings().into_iter().map(row).collect_view()
        })
    };
    view! {
        <details class="toy-table">
            <summary>{t.chart_table}</summary>
            <table class="table table-quiet">
                <thead>
                    <tr>
                        <th scope="col">{t.table_day}</th>
                        <th scope="col">{t.table_what}</th>
                        <th scope="col" class="n">{t.table_points}</th>
                        <th scope="col" class="n">{t.table_score}</th>
                        <th scope="col">{t.table_band}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <PinButton document />
        </details>
    }
}
