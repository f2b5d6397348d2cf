//! A waterfall from one end to the other, with its figures beside the bars: chart and table in one.

use leptos::prelude::*;

use super::rows::{Opens, Row, sign};
use crate::engine::Points;
use crate::ui::pin::PinButton;
use crate::ui::state::{Lab, texts};

/// So many shares have a row of their own at first; the rest is one row.
const ROWS: usize = 12;

/// The waterfall.
#[component]
pub(super) fn SharesTable(
    /// The document.
    lab: Lab,
    /// The rows: the start, the shares, the end.
    rows: Vec<Row>,
    /// What a screen reader calls it.
    caption: String,
    /// Whether it also says what would be without each.
    with_alone: bool,
) -> impl IntoView {
    let t = &texts().shares;
    let all = RwSignal::new(false);
    let (total, label) = (rows.len(), caption.clone());
    let is_long = total > ROWS + 3;
    let body = move || {
        let shown = if is_long && !all.get() { shortened(&rows) } else { rows.clone() };
        let axis = Axis::of(&shown);
        shown.into_iter().map(|it| row(lab, &axis, it, with_alone)).collect::<Vec<_>>()
    };
    let toggle = move || {
        is_long.then(|| {
            let words = move || if all.get() { t.show_fewer.to_owned() } else { (t.show_all)(total - 2) };
            view! {
                <button type="button" class="btn btn-sm" aria-expanded=move || if all.get() { "true" } else { "false" }
                    on:click=move |_| all.update(|it| *it = !*it)>{words}</button>
            }
        })
    };
    view! {
        <div class="table-wrap" role="region" aria-label=label tabindex="0">
            <table class="table shares-table">
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>
                    <th scope="col">{t.column_what}</th>
                    <td class="part-track" aria-hidden="true"></td>
                    <th scope="col" class="n">{t.column_share}</th>
                    {with_alone.then(|| view! { <th scope="col" class="n">{t.column_without}</th> })}
                </tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        <PinButton />
        {toggle()}
    }
}

/// The first rows and the last, and one for all between.
fn shortened(rows: &[Row]) -> Vec<Row> {
    let rest = &rows[ROWS + 1..rows.len() - 1];
    let (from, to) = (rest[0].from, rest[rest.len() - 1].to);
    let others = Row {
        opens: Opens::Nothing,
        name: (texts().shares.others)(rest.len()),
        note: String::new(),
        from,
        to,
        points: to - from,
        without: String::new(),
        sign: sign(to - from),
    };
    rows[..=ROWS].iter().cloned().chain([others]).chain(rows.last().cloned()).collect()
}

/// Where points lie on the bars: around everything that moves, not from zero.
struct Axis {
    least: f64,
    span: f64,
}

impl Axis {
    fn of(rows: &[Row]) -> Self {
        let moving = || rows.iter().map(|it| it.to);
        let (least, most) = (moving().min().unwrap_or_default(), moving().max().unwrap_or_default());
        let room = ((most - least).to_f64() * 0.12).max(1.0);
        // Where zero is near, the bars of the ends begin at it.
        let near_zero = least.is_loss() || least.to_f64() < room;
        let lo = if near_zero { least.min(Points::ZERO).to_f64() } else { least.to_f64() - room };
        let hi = if most.is_loss() { 0.0 } else { most.to_f64() };
        Self { least: lo, span: (hi - lo).max(0.001) }
    }

    /// Left edge and width of a bar, as CSS wants them.
    fn bar(&self, row: &Row) -> (String, String) {
        let (from, to) = (row.from.to_f64().max(self.least), row.to.to_f64());
        let share = |it: f64| format!("{:.2}%", (it / self.span * 100.0).clamp(0.0, 100.0));
        (share(from.min(to) - self.least), share((to - from).abs()))
    }
}

fn row(lab: Lab, axis: &Axis, it: Row, with_alone: bool) -> AnyView {
    let (left, width) = axis.bar(&it);
    let is_end = matches!(it.sign, "start" | "total");
    let points = if is_end { (texts().common.points)(it.points) } else { (texts().common.signed)(it.points) };
    let name = match it.opens {
        Opens::Nothing => view! { <span>{it.name}</span> }.into_any(),
        // The day stays, or else the table would become that of another day under the reader's hand.
        Opens::Event(id) => {
            let press = move |_| lab.event.set(Some(id.clone()));
            view! { <button type="button" class="link" on:click=press>{it.name}</button> }.into_any()
        }
        Opens::Rule(id) => {
            let press = move |_| lab.rule.set(Some(id.clone()));
            view! { <button type="button" class="link" on:click=press>{it.name}</button> }.into_any()
        }
    };
    view! {
        <tr data-sign=it.sign>
            <th scope="row">{name}{(!it.note.is_empty()).then(|| view! { <span class="ledger-note">{it.note}</span> })}</th>
            <td class="part-track" aria-hidden="true">
                <span class="part-bar" style:left=left style:width=width></span>
            </td>
            <td class="n">{points}</td>
            {with_alone.then(|| view! { <td class="n shares-without">{it.without}</td> })}
        </tr>
    }
    .into_any()
}
