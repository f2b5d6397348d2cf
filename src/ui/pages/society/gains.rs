//! Winners and losers: the same people with the same luck, under the rules as they are and under the reform.

use leptos::prelude::*;

use super::frame::{Framed, Grid};
use super::stage::Stage;
use crate::engine::society::measures::{Summary, summarise, winners};
use crate::jobs::society::Results;
use crate::jobs::sweep::prices::Turn;
use crate::text::society::Changed;
use crate::ui::state::texts;

/// A group: shares that are better and worse off, and the difference over the repeats.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    group: usize,
    name: String,
    better: f64,
    worse: f64,
    net: Summary,
}

impl Row {
    fn turn(&self) -> Turn {
        (texts().society.charts.gains_turn)(self.better, self.worse, &self.net)
    }
}

/// The figure, or a word on what to do for one.
#[component]
pub fn Gains() -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.charts;
    let has_reform = Memo::new(move |_| stage.has_reform());
    move || match has_reform.get() {
        true => view! { <GainsChart /> }.into_any(),
        false => view! {
            <section class="society-part" aria-labelledby="society-gains">
                <h2 id="society-gains">{t.gains_none_title}</h2>
                <p class="note society-summary">{t.gains_none}</p>
            </section>
        }
        .into_any(),
    }
}

/// The figure.
#[component]
fn GainsChart() -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.charts;
    let rows = Memo::new(move |_| stage.results().map(|it| rows(stage, &it)).unwrap_or_default());
    let title = move || {
        rows.with(|rows| {
            let net = |it: &Row| it.net.median;
            let most = rows.iter().filter(|it| it.turn() == Turn::Better).max_by(|a, b| net(a).total_cmp(&net(b)));
            let least = rows.iter().filter(|it| it.turn() == Turn::Worse).min_by(|a, b| net(a).total_cmp(&net(b)));
            let named = |it: &'_ Row| (it.name.clone(), net(it));
            let (most, least) = (most.map(named), least.map(named));
            (t.gains_title)(&Changed {
                most: most.as_ref().map(|it| (it.0.as_str(), it.1)),
                least: least.as_ref().map(|it| (it.0.as_str(), it.1)),
            })
        })
    };
    let most = Memo::new(move |_| {
        f64::max(rows.with(|it| it.iter().map(|it| f64::max(it.better, it.worse)).fold(0.0, f64::max)), 0.01)
    });
    let grid = Signal::derive(move || grid(&rows.read()));
    let row = move |it: Row| {
        let words = (t.gains_bar)(it.better, it.worse);
        let verdict = (t.gains_verdict)(it.turn());
        let width = move |share: f64| format!("{:.2}%", share / most.get() * 100.0);
        let group = it.group;
        let is_picked = move || stage.picked.get().group == Some(group);
        view! {
            <div class="gains-row" data-picked=move || is_picked().then_some("true")>
                <span class="gains-name">{it.name}</span>
                <span class="gains-side" data-side="worse" aria-hidden="true"><span class="gains-bar" style:inline-size=move || width(it.worse)></span></span>
                <span class="gains-side" data-side="better" aria-hidden="true"><span class="gains-bar" style:inline-size=move || width(it.better)></span></span>
                <span class="nums gains-words">{words}<br /><strong>{verdict}</strong></span>
            </div>
        }
    };
    view! {
        <Framed id="society-gains" title=Signal::derive(title) summary=t.gains_summary grid>
            <div class="gains" role="group" aria-labelledby="society-gains">
                {move || rows.get().into_iter().map(row).collect_view()}
            </div>
        </Framed>
    }
}

fn rows(stage: Stage, results: &Results) -> Vec<Row> {
    let row = |group: usize| {
        let all: Vec<_> = results.pairs.iter().filter_map(|it| winners::of(it, &[group])).collect();
        let median = |read: fn(&winners::Winners) -> f64| summarise(&all.iter().map(read).collect::<Vec<_>>());
        Some(Row {
            group,
            name: stage.group(group),
            better: median(|it| it.fewer_penalties)?.median,
            worse: median(|it| it.more_penalties)?.median,
            net: median(|it| it.fewer_penalties - it.more_penalties)?,
        })
    };
    (0..results.society.groups.len()).filter_map(row).collect()
}

fn grid(rows: &[Row]) -> Grid {
    let words = &texts().society;
    let t = &words.charts;
    let heads =
        [t.column_group, t.gains_better, t.gains_worse, t.gains_net, t.column_low, t.column_high, t.column_verdict];
    let row = |it: &Row| {
        vec![
            it.name.clone(),
            (words.share)(it.better),
            (words.share)(it.worse),
            (words.signed_share)(it.net.median),
            (words.signed_share)(it.net.low),
            (words.signed_share)(it.net.high),
            (t.gains_verdict)(it.turn()).to_owned(),
        ]
    };
    Grid { heads: heads.map(str::to_owned).to_vec(), rows: rows.iter().map(row).collect() }
}
