//! One number: a measure as a line over the values of the number, with the band of the repeats.

use leptos::prelude::*;

use crate::engine::society::measures::{Measure, Summary, Unit};
use crate::jobs::sweep::plan::{Axis, Plan};
use crate::jobs::sweep::swept::Swept;
use crate::ui::state::texts;

/// The chart; none, where the measure has no value.
pub fn draw(swept: &Swept, measure: Measure) -> Option<AnyView> {
    let Plan::One(axis) = &swept.plan else { return None };
    let points = points(swept, axis, measure);
    (!points.is_empty()).then(|| chart(axis, measure, &points).into_any())
}

/// What there is so far, by value.
fn points(swept: &Swept, axis: &Axis, measure: Measure) -> Vec<(i32, Summary)> {
    let all = axis.values.iter().enumerate();
    all.filter_map(|(at, value)| Some((*value, swept.summary(at, measure)?))).collect()
}

/// The vertical axis: from zero where a part of something is counted, else what the band needs.
fn ends(measure: Measure, points: &[(i32, Summary)]) -> (f64, f64) {
    let low = points.iter().map(|it| it.1.low).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|it| it.1.high).fold(f64::NEG_INFINITY, f64::max);
    let low = if measure.unit() == Unit::Points { low } else { low.min(0.0) };
    (low, if high > low { high } else { low + 1.0 })
}

fn chart(axis: &Axis, measure: Measure, points: &[(i32, Summary)]) -> impl IntoView + use<> {
    let words = &texts().society;
    let t = &words.sweeps;
    let (low, high) = ends(measure, points);
    let (from, to) = (axis.values.first().copied().unwrap_or(0), axis.values.last().copied().unwrap_or(1));
    let width = f64::from(to) - f64::from(from);
    let x = move |value: i32| match width {
        width if width > 0.0 => (f64::from(value) - f64::from(from)) / width * 100.0,
        _ => 50.0,
    };
    let y = move |value: f64| 100.0 - (value - low) / (high - low) * 100.0;
    let corner = move |value: i32, height: f64| format!("{:.2},{:.2}", x(value), y(height));
    let there = points.iter().map(|it| corner(it.0, it.1.low));
    let back = points.iter().rev().map(|it| corner(it.0, it.1.high));
    let band = there.chain(back).collect::<Vec<_>>().join(" ");
    let line = points.iter().map(|it| corner(it.0, it.1.median)).collect::<Vec<_>>().join(" ");
    let dot = |(value, it): &(i32, Summary)| {
        let title = (t.line_point)(&axis.dial, *value, measure, it);
        view! {
            <span class="sweep-dot" title=title style:left=format!("{:.2}%", x(*value)) style:top=format!("{:.2}%", y(it.median))></span>
        }
    };
    let dots = points.iter().map(dot).collect_view();
    let now = (from < axis.now && axis.now < to).then(|| x(axis.now));
    let now_line = now.map(|at| view! { <span class="sweep-now" style:left=format!("{at:.2}%")></span> });
    // Beside the ends there is room for a word only in the middle.
    let now_word = now.filter(|it| (25.0..=75.0).contains(it)).map(|at| {
        let text = format!("{} {}", t.now, (t.plain)(axis.now));
        view! { <span class="sweep-now-word" style:left=format!("{at:.2}%")>{text}</span> }
    });
    view! {
        <div class="sweep-line" role="img" aria-labelledby="sweep-finding">
            <div class="sweep-scale nums"><span>{(words.value)(measure, high)}</span><span>{(words.value)(measure, low)}</span></div>
            <div class="sweep-plot">
                <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
                    <polygon points=band></polygon><polyline points=line></polyline>
                </svg>
                {now_line}{dots}
            </div>
            <div class="sweep-values nums"><span>{(t.plain)(from)}</span>{now_word}<span>{(t.at)(&axis.dial, to)}</span></div>
        </div>
    }
}
