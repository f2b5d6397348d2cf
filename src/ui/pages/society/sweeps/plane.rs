//! Two numbers: a cell for each pair of values, with its number, the darker the higher.

use leptos::prelude::*;

use crate::engine::society::measures::{Measure, Summary};
use crate::jobs::sweep::plan::{Axis, Plan};
use crate::jobs::sweep::swept::Swept;
use crate::ui::state::texts;

/// How many grounds cells have.
const HEATS: f64 = 6.0;

/// The chart; none, where the measure has no value.
pub fn draw(swept: &Swept, measure: Measure) -> Option<AnyView> {
    let Plan::Two(across, down) = &swept.plan else { return None };
    let cells: Vec<Option<Summary>> = (0..swept.len()).map(|at| swept.summary(at, measure)).collect();
    let is_missing = cells.iter().all(Option::is_none) && swept.is_whole();
    (!is_missing).then(|| grid(swept, (across, down), measure, &cells).into_any())
}

/// A number with what it is now: "Decisions (now 5 a month for 1,000 people)".
fn named(axis: &Axis) -> String {
    let t = &texts().society.sweeps;
    format!("{} ({} {})", (t.dial_name)(&axis.dial), t.now, (t.at)(&axis.dial, axis.now))
}

fn grid(
    swept: &Swept,
    (across, down): (&Axis, &Axis),
    measure: Measure,
    cells: &[Option<Summary>],
) -> impl IntoView + use<> {
    let words = &texts().society;
    let t = &words.sweeps;
    let medians = || cells.iter().flatten().map(|it| it.median);
    let (low, high) = (medians().fold(f64::INFINITY, f64::min), medians().fold(f64::NEG_INFINITY, f64::max));
    let heat = |it: f64| if high > low { ((it - low) / (high - low) * HEATS) as u32 } else { 0 };
    let cell = |it: &Option<Summary>| match it {
        None => view! { <td class="n">{t.missing}</td> }.into_any(),
        Some(it) => {
            let title = format!("{} – {}", (words.value)(measure, it.low), (words.value)(measure, it.high));
            view! { <td class="n" data-heat=heat(it.median).to_string() title=title>{(words.value)(measure, it.median)}</td> }
                .into_any()
        }
    };
    let n = across.values.len().max(1);
    let row = |(value, cells): (&i32, &[Option<Summary>])| {
        view! { <tr><th scope="row" class="n">{(t.plain)(*value)}</th>{cells.iter().map(cell).collect_view()}</tr> }
    };
    let rows = down.values.iter().zip(cells.chunks(n)).map(row).collect_view();
    let heads = across.values.iter().map(|it| view! { <th scope="col" class="n">{(t.plain)(*it)}</th> }).collect_view();
    let span = swept.len().min(n).to_string();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-labelledby="sweep-finding">
            <table class="table sweep-plane">
                <thead>
                    <tr><td></td><th scope="colgroup" colspan=span>{named(across)}</th></tr>
                    <tr><th scope="col">{named(down)}</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
