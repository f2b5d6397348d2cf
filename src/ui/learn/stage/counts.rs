//! Published counts of right and wrong calls, and the rates that follow. Which of them are equal is left to see.

use leptos::prelude::*;

use super::facts::record_link;
use super::frame::Figure;
use crate::engine::society::measures::fairness::{Counts, Rate};
use crate::lessons::format::Row;
use crate::lessons::quote::counts;
use crate::ui::kit::StandingChip;
use crate::ui::learn::Playing;
use crate::ui::pages::society::frame::Grid;
use crate::ui::state::texts;

/// The rates, in the order of their names.
const RATES: [Rate; 6] =
    [Counts::base_rate, Counts::penalty_rate, Counts::fpr, Counts::fnr, Counts::ppv, Counts::accuracy];

/// The counts of a statement.
#[component]
pub fn CountsStage(
    /// The id of the statement.
    fact: String,
    /// The rows: id and label.
    rows: Vec<Row>,
) -> impl IntoView {
    let t = &texts().stage;
    let record = Playing::get().record;
    let known: Vec<(String, Counts)> =
        rows.into_iter().filter_map(|it| Some((it.label, counts(&record.facts, &fact, &it.id)?))).collect();
    let total: u64 = known.iter().map(|it| it.1.all()).sum();
    let about = record.facts.fact(&fact).map(|it| {
        let standing = it.standing;
        let as_of = it.as_of.as_deref().map(|it| view! { <span class="note">{(t.as_of)(it)}</span> });
        view! {
            <p>{it.text.clone()}</p>
            <p class="row"><StandingChip standing=Signal::derive(move || standing) />{as_of}
                <a href=record_link(&it.id)>{t.in_record}</a></p>
        }
    });
    let group = |(name, it): &(String, Counts)| {
        let cells = [it.tp, it.fp, it.fn_, it.tn, it.all()];
        let cells = cells.map(|it| view! { <td class="n">{(texts().society.count)(it)}</td> });
        view! { <tr><th scope="row">{name.clone()}</th>{cells.into_iter().collect_view()}</tr> }
    };
    let rates = RATES.into_iter().enumerate().map(|(at, rate)| {
        let bars = known.iter().map(|(name, it)| bar(name.clone(), rate(it))).collect_view();
        let [name, formula] = t.rates[at];
        view! { <li class="stage-rate"><h4>{name}</h4><p class="note">{formula}</p><ul class="plain">{bars}</ul></li> }
    });
    let rates = rates.collect_view();
    let groups = known.iter().map(group).collect_view();
    let table = grid(&known);
    view! {
        <div class="stage-counts">
            {about}
            <Figure title=(t.counts_title)(total) summary=t.counts_summary.to_owned() grid=Signal::stored(table)>
                <div class="table-wrap" tabindex="0" role="region" aria-label=t.counts_table>
                    <table class="table">
                        <thead><tr><td></td>{t.counted.map(|it| view! { <th scope="col" class="n">{it}</th> }).into_iter().collect_view()}</tr></thead>
                        <tbody>{groups}</tbody>
                    </table>
                </div>
                <ul class="plain stage-rates">{rates}</ul>
            </Figure>
        </div>
    }
}

/// A rate of a row as a bar.
fn bar(name: String, rate: Option<f64>) -> impl IntoView {
    let share = rate.map_or_else(|| texts().stage.no_rate.to_owned(), texts().society.share);
    let width = format!("{:.2}%", rate.unwrap_or(0.0).clamp(0.0, 1.0) * 100.0);
    view! {
        <li class="stage-rate-row"><span>{name}</span>
            <span class="share-bar"><span class="share-track" aria-hidden="true"><span class="share-fill" style:inline-size=width></span></span>
                <span class="nums share-figure">{share}</span></span></li>
    }
}

/// The rates as a table.
fn grid(known: &[(String, Counts)]) -> Grid {
    let t = &texts().stage;
    let mut heads = vec![t.rate.to_owned()];
    heads.extend(known.iter().map(|it| it.0.clone()));
    let row = |(at, rate): (usize, Rate)| {
        let share = |it: &(String, Counts)| rate(&it.1).map_or_else(|| t.no_rate.to_owned(), texts().society.share);
        std::iter::once(t.rates[at][0].to_owned()).chain(known.iter().map(share)).collect()
    };
    Grid { heads, rows: RATES.into_iter().enumerate().map(row).collect() }
}
