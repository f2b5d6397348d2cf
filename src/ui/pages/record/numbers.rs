//! What surveys found, and figures with their date.

use std::sync::Arc;

use leptos::prelude::*;

use super::sources::SourceList;
use crate::editor::claims::Place;
use crate::record::{Fact, Facts, Topic, When};
use crate::ui::kit::{FactChip, FactLines, standing_name};
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// The topic of the surveys.
const SURVEYS: &str = "surveys";

/// What was asked and answered.
#[component]
pub fn Surveys() -> impl IntoView {
    let facts = use_context::<Arc<Facts>>()?;
    let ids = facts.facts.iter().filter(|it| it.topic == SURVEYS).map(|it| it.id.clone()).collect();
    let summary = facts.topic(SURVEYS).map(|it| it.summary.clone());
    Some(view! {
        <p class="record-lede">{summary}</p>
        <FactLines ids />
    })
}

/// Every statement that has figures and a date for them.
#[component]
pub fn Numbers() -> impl IntoView {
    let t = &texts().record;
    let facts = use_context::<Arc<Facts>>()?;
    let is_dated = |it: &&Fact| !it.figures.is_empty() && it.as_of.is_some();
    let n = facts.facts.iter().filter(is_dated).count();
    let group = |topic: &Topic| {
        let rows: Vec<_> = facts.facts.iter().filter(is_dated).filter(|it| it.topic == topic.id).map(row).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <tbody role="rowgroup">
                    <tr class="numbers-topic" role="row">
                        <th scope="rowgroup" colspan="4" role="rowheader">{topic.title.clone()}</th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
    };
    let column = |name| view! { <th scope="col" role="columnheader">{name}</th> };
    Some(view! {
        <p class="record-lede">{(t.numbers_lede)(n)}</p>
        <table class="table numbers" role="table" aria-label=t.numbers>
            <thead role="rowgroup"><tr role="row">
                {[t.number, t.number_what, t.number_as_of, t.number_sources].map(column).collect_view()}
            </tr></thead>
            {facts.topics.iter().map(group).collect_view()}
        </table>
        <PinButton place=Place::Published table=".numbers" />
    })
}

fn row(it: &Fact) -> impl IntoView + use<> {
    let t = &texts().record;
    let as_of = it.as_of.as_deref().and_then(When::read).map(t.when);
    view! {
        <tr data-standing=standing_name(it.standing) role="row">
            <td class="numbers-figures" role="cell">{figures(it).join(" · ")}</td>
            <td role="cell" data-pin="name">{it.text.clone()}</td>
            <td class="date" role="cell" data-column=t.number_as_of>{as_of}</td>
            <td role="cell"><FactChip id=it.id.clone() /><SourceList ids=it.sources.clone() /></td>
        </tr>
    }
}

/// The figures of a statement in the order in which it names them, each once.
fn figures(it: &Fact) -> Vec<String> {
    let place = |figure: &String| it.text.find(figure.as_str()).unwrap_or(usize::MAX);
    let mut figures: Vec<(usize, String)> = it.figures.values().map(|it| (place(it), it.clone())).collect();
    figures.sort();
    figures.dedup();
    figures.into_iter().map(|it| it.1).collect()
}
