//! What the reform costs and brings: the measures that got better, and those that got worse.

use leptos::prelude::*;

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
    let words = &texts().society;
    let t = &words.charts;
    let has_reform = Memo::new(move |_| stage.has_reform());
    let lines = Memo::new(move |_| stage.results().map(|it| lines(&it)).unwrap_or_default());
    let list = move |sort: Sort, title: &'static str, sign: &'static str| {
        let rows = move || {
            let row = |it: &Line| {
                let name = (words.measure)(it.measure);
                let (before, after) = ((words.value)(it.measure, it.before), (words.value)(it.measure, it.after));
                view! { <li><span>{name}</span><span class="nums">{before}" → "<strong>{after}</strong></span></li> }
            };
            lines.with(|it| it.iter().filter(|it| it.sort == sort).map(row).collect_view())
        };
        let is_none = move || lines.with(|it| !it.iter().any(|it| it.sort == sort));
        view! {
            <div class="price-list" data-sign=sign>
                <h3>{title}</h3>
                <ul class="plain">{rows}</ul>
                <p class="muted small" hidden=move || !is_none()>{t.price_nothing}</p>
            </div>
        }
    };
    move || {
        has_reform.get().then(|| view! {
            <section class="society-part" aria-labelledby="society-price">
                <h2 id="society-price">{t.price_title}</h2>
                <div class="price">
                    {list(Sort::Better, t.price_better, "gain")}
                    {list(Sort::Worse, t.price_worse, "loss")}
                </div>
                <details class="fold"><summary>{t.price_same}</summary>{list(Sort::CannotTell, t.price_same, "none")}</details>
                <p class="note">{t.price_note}</p>
            </section>
        })
    }
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
