//! All numbers: how far each moves a measure, the furthest first.

use leptos::prelude::*;

use crate::engine::society::measures::{Measure, Verdict};
use crate::jobs::sweep::plan::{Ends, Plan};
use crate::jobs::sweep::swept::{Bar, Swept};
use crate::ui::state::texts;

/// So many bars are drawn at most; the table has all.
const MOST: usize = 20;

/// The chart; none, where the measure has no value.
pub fn draw(swept: &Swept, measure: Measure) -> Option<AnyView> {
    let t = &texts().society.sweeps;
    let Plan::All(ends) = &swept.plan else { return None };
    let bars = swept.bars(measure);
    let base = swept.summary(0, measure).map(|it| it.median);
    let shown = bars.get(..MOST).unwrap_or(&bars);
    let axis = Range::of(shown, base);
    let row = |bar: &Bar| ends.get(bar.dial).map(|dial| row(dial, bar, measure, base, axis));
    let rest = bars.len() - shown.len();
    let chart = view! {
        <ul class="plain sweep-bars">{shown.iter().map(row).collect_view()}</ul>
        <p class="note">{t.bars_key}" "{(rest > 0).then(|| (t.bars_rest)(rest))}</p>
    };
    (!bars.is_empty()).then(|| chart.into_any())
}

/// The least and the greatest value that is drawn.
#[derive(Clone, Copy)]
struct Range(f64, f64);

impl Range {
    fn of(bars: &[Bar], base: Option<f64>) -> Self {
        let values = || bars.iter().flat_map(|it| [it.low.median, it.high.median]).chain(base);
        Self(values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    }

    /// The place of a value, in hundredths.
    fn at(self, value: f64) -> f64 {
        if self.1 > self.0 { (value - self.0) / (self.1 - self.0) * 100.0 } else { 50.0 }
    }
}

fn row(dial: &Ends, bar: &Bar, measure: Measure, base: Option<f64>, axis: Range) -> impl IntoView + use<> {
    let t = &texts().society.sweeps;
    let (low, high) = (axis.at(bar.low.median), axis.at(bar.high.median));
    let place = |at: f64| format!("{at:.2}%");
    let verdict = bar.difference.verdict;
    let base = base.map(|it| view! { <span class="sweep-base" style:left=place(axis.at(it))></span> });
    let kind = if verdict == Verdict::CannotTell { "unsure" } else { "sure" };
    view! {
        <li class="sweep-bar" data-kind=kind>
            <span class="sweep-bar-name"><strong>{(t.dial_name)(&dial.dial)}</strong>
                <span class="small muted">{(t.bar_ends)(&dial.dial, dial.low, dial.high)}</span></span>
            <span class="sweep-track" aria-hidden="true">
                <span class="sweep-fill" style:left=place(low.min(high)) style:width=place((high - low).abs())></span>
                {base}
                <span class="sweep-end" style:left=place(low)>"▼"</span>
                <span class="sweep-end" style:left=place(high)>"▲"</span>
            </span>
            <span class="sweep-bar-words"><span class="nums">{(t.bar_values)(measure, bar)}</span>
                <span class="small muted">{(t.verdict)(&bar.difference)}</span></span>
        </li>
    }
}
