//! Three meanings of “fair”, side by side, group by group.

use leptos::prelude::*;

use super::figures::{extremes, over};
use super::frame::{Framed, Grid};
use super::groups::Bar;
use super::stage::Stage;
use super::triangle::Triangle;
use crate::engine::society::Tally;
use crate::engine::society::measures::fairness::{Counts, Rate};
use crate::engine::society::measures::{Part, Summary, Who};
use crate::jobs::society::Results;
use crate::text::society::Fair;
use crate::ui::state::texts;

/// The rates, in the order of the columns.
const RATES: [Rate; 5] = [Counts::penalty_rate, Counts::fpr, Counts::fnr, Counts::ppv, Counts::base_rate];

/// A group and its rates.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    group: usize,
    name: String,
    rates: Vec<Option<Summary>>,
}

impl Row {
    fn median(&self, rate: usize) -> Option<f64> {
        self.rates.get(rate).copied().flatten().map(|it| it.median)
    }
}

/// The figure.
#[component]
pub fn Fairness() -> impl IntoView {
    let stage = Stage::get();
    let words = &texts().society;
    let t = &words.charts;
    let rows = Memo::new(move |_| stage.read(Vec::new(), |it, tallies| rows(stage, it, tallies)));
    let title = move || {
        stage.read(String::new(), |it, tallies| {
            let found = extremes(it, tallies, |part| Counts::of(part).fpr());
            let name = |it: (usize, f64)| (stage.group(it.0), it.1);
            let (most, least) = found.map_or((None, None), |it| (Some(name(it.0)), Some(name(it.1))));
            (t.fair_title)(&Fair {
                most: most.as_ref().map(|it| (it.0.as_str(), it.1)),
                least: least.as_ref().map(|it| (it.0.as_str(), it.1)),
            })
        })
    };
    let heads = [t.fair_penalised, t.fair_false_alarm, t.fair_missed, t.fair_precision, t.fair_base];
    let grid = Signal::derive(move || {
        let share = |it: &Option<Summary>| {
            it.map_or_else(String::new, |it| {
                format!("{} ({})", (words.share)(it.median), (words.interval)(it.low, it.high))
            })
        };
        let row = |it: &Row| [it.name.clone()].into_iter().chain(it.rates.iter().map(share)).collect();
        let heads = [t.column_group].into_iter().chain(heads).map(str::to_owned).collect();
        Grid { heads, rows: rows.with(|it| it.iter().map(row).collect()) }
    });
    let ends = move |rate: usize| {
        rows.with(|it| {
            let all: Vec<f64> = it.iter().filter_map(|it| it.median(rate)).collect();
            (all.iter().copied().fold(1.0, f64::min), all.iter().copied().fold(0.0, f64::max))
        })
    };
    let gap = move |rate: usize| {
        let (low, high) = ends(rate);
        (t.fair_gap)(f64::max(high - low, 0.0))
    };
    let ratio = move || match ends(0) {
        (low, high) if high > 0.0 => (t.fair_ratio)(low / high),
        _ => String::new(),
    };
    let column = move |rate: usize, name: &'static str| {
        let one = move |it: Row| {
            let group = it.group;
            let is_picked = move || stage.picked.get().group == Some(group);
            let of = it.rates.get(rate).copied().flatten();
            view! {
                <li class="fair-row" data-picked=move || is_picked().then_some("true")><span>{it.name}</span>
                    <Bar of most=Signal::derive(|| 1.0) kind="penalised" /></li>
            }
        };
        view! { <h4>{name}</h4><ul class="plain">{move || rows.get().into_iter().map(one).collect_view()}</ul> }
    };
    view! {
        <Framed id="society-fair" title=Signal::derive(title) summary=t.fair_summary grid>
            <div class="fair">
                <div class="fair-part"><h3>{t.fair_equal_rates}</h3><p class="note">{t.fair_equal_rates_note}</p>
                    {column(0, t.fair_penalised)}<p class="small"><strong>{ratio}</strong></p></div>
                <div class="fair-part"><h3>{t.fair_equal_errors}</h3><p class="note">{t.fair_equal_errors_note}</p>
                    {column(1, t.fair_false_alarm)}<p class="small"><strong>{move || gap(1)}</strong></p>
                    {column(2, t.fair_missed)}<p class="small"><strong>{move || gap(2)}</strong></p></div>
                <div class="fair-part"><h3>{t.fair_equal_meaning}</h3><p class="note">{t.fair_equal_meaning_note}</p>
                    {column(3, t.fair_precision)}<p class="small"><strong>{move || gap(3)}</strong></p></div>
            </div>
        </Framed>
        <Triangle />
    }
}

fn rows(stage: Stage, results: &Results, tallies: &[Tally]) -> Vec<Row> {
    let row = |it: Who| {
        let Who::Group(group) = it else { return None };
        let rate = |rate: Rate| over(tallies, it, |part: &Part<'_>| rate(&Counts::of(part)));
        let rates = RATES.into_iter().map(rate).collect();
        Some(Row { group, name: stage.group(group), rates })
    };
    Who::All.parts(&results.society).into_iter().filter_map(row).collect()
}
