//! What the reform costs and brings: the measures that got better, and those that got worse.

use leptos::prelude::*;

use super::frame::{Framed, Grid};
use super::stage::Stage;
use crate::engine::society::measures::{Measure, Verdict, Who, compare, over};
use crate::engine::society::model::Nature;
use crate::jobs::society::Results;
use crate::ui::state::texts;

/// The measures of which it is clear what is better, and that a reader can picture.
const TOLD: [Measure; 16] = [
    Measure::Wrongly,
    Measure::EverWrongly,
    Measure::StickyFloor,
    Measure::FalsePositives,
    Measure::FalseNegatives,
    Measure::PenaltyGap,
    Measure::FalsePositiveGap,
    Measure::Forgone(Nature::Judged),
    Measure::Forgone(Nature::Harmful),
    Measure::Added(Nature::Circumstance),
    Measure::FalseReports,
    Measure::BrokenTies,
    Measure::Unique,
    Measure::Wait,
    Measure::Queue,
    Measure::NeverCorrected,
];

/// Better, worse, or not to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Better,
    Worse,
    CannotTell,
}

/// A measure under both.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    sort: Sort,
    measure: Measure,
    before: f64,
    after: f64,
}

/// The two lists. Nothing, as long as there is no reform.
#[component]
pub fn Price() -> impl IntoView {
    let stage = Stage::get();
    let has_reform = Memo::new(move |_| stage.has_reform());
    move || has_reform.get().then(|| view! { <Whole /> })
}

/// What the whole reform brings and costs.
#[component]
fn Whole() -> impl IntoView {
    let stage = Stage::get();
    let words = &texts().society;
    let t = &words.price;
    let lines = Memo::new(move |_| stage.results().map(|it| lines(&it)).unwrap_or_default());
    let count = move |sort: Sort| lines.with(|it| it.iter().filter(|it| it.sort == sort).count());
    let title = move || (t.title)(count(Sort::Better), count(Sort::Worse), count(Sort::CannotTell));
    let list = move |sort: Sort, title: &'static str, sign: &'static str| {
        let rows = move || {
            let row = |it: &Line| {
                let name = (words.measure)(it.measure);
                let (before, after) = ((words.value)(it.measure, it.before), (words.value)(it.measure, it.after));
                view! { <li><span>{name}</span><span class="nums">{before}" → "<strong>{after}</strong></span></li> }
            };
            lines.with(|it| it.iter().filter(|it| it.sort == sort).map(row).collect_view())
        };
        view! {
            <div class="price-list" data-sign=sign>
                <h3>{title}</h3>
                <ul class="plain">{rows}</ul>
                <p class="muted small" hidden=move || count(sort) != 0>{t.nothing}</p>
            </div>
        }
    };
    view! {
        <Framed id="society-price" title=Signal::derive(title) summary=t.summary grid=Signal::derive(move || lines.with(|it| grid(it)))>
            <div class="price">
                {list(Sort::Better, t.better, "gain")}
                {list(Sort::Worse, t.worse, "loss")}
            </div>
            <details class="fold"><summary>{t.same}</summary>{list(Sort::CannotTell, t.same, "none")}</details>
            <p class="note">{t.note}</p>
        </Framed>
    }
}

fn grid(lines: &[Line]) -> Grid {
    let words = &texts().society;
    let t = &words.price;
    let row = |it: &Line| {
        let name = (words.measure)(it.measure).to_owned();
        let [before, after] = [it.before, it.after].map(|value| (words.value)(it.measure, value));
        vec![name, before, after, t.verdicts[it.sort as usize].to_owned()]
    };
    let heads = [words.charts.column_measure, t.before, t.after, words.charts.column_verdict];
    Grid { heads: heads.map(str::to_owned).to_vec(), rows: lines.iter().map(row).collect() }
}

fn lines(results: &Results) -> Vec<Line> {
    let Some(reform) = &results.reform else { return Vec::new() };
    let line = |measure: Measure| {
        let (before, after) = ((&*results.society, &*results.first), (&**reform, &*results.second));
        let found = compare(measure, before, after, Who::All);
        let sort = match (found.verdict, measure.lower_is_better()) {
            (Verdict::CannotTell, _) | (_, None) => Sort::CannotTell,
            (Verdict::Lower, Some(less)) if less => Sort::Better,
            (Verdict::Higher, Some(less)) if !less => Sort::Better,
            _ => Sort::Worse,
        };
        let old = over(measure, before.0, before.1, Who::All)?.median;
        let new = over(measure, after.0, after.1, Who::All)?.median;
        Some(Line { sort, measure, before: old, after: new })
    };
    let fits = |it: &Measure| it.is_comparable(&results.society, reform);
    TOLD.into_iter().filter(fits).filter_map(line).collect()
}
