//! What the score is made of, as bars: each begins where the one before it ended.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::case::Entry;
use crate::engine::explain::{Origin, Part, parts};
use crate::engine::model::{EventIdx, KindIdx};
use crate::engine::{Day, Points};
use crate::ui::kit::{Roll, Slots};
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// So many parts have a row of their own; the rest is one row.
const ROWS: usize = 7;

/// A part as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Bar {
    name: String,
    points: String,
    sign: &'static str,
    left: String,
    width: String,
}

/// The bars from the start to the score.
#[component]
pub fn Parts(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let t = &texts().why;
    let bars = Slots::new(move || seen.with(|it| it.as_ref().map(|it| bars(it, cursor.get())).unwrap_or_default()));
    let row = move |id: String| {
        let bar = bars.slot(&id);
        let read = move |part: fn(&Bar) -> String| move || bar.with(|it| it.as_ref().map(part));
        view! {
            <tr data-sign=read(|it| it.sign.to_owned())>
                <th scope="row">{read(|it| it.name.clone())}</th>
                <td class="part-track" aria-hidden="true">
                    <span class="part-bar" style:left=read(|it| it.left.clone()) style:width=read(|it| it.width.clone())></span>
                </td>
                <td class="n">{read(|it| it.points.clone())}</td>
            </tr>
        }
    };
    view! {
        <table class="parts">
            <caption class="visually-hidden">{t.parts_caption}</caption>
            <tbody><For each=move || bars.ids() key=Clone::clone children=row /></tbody>
        </table>
        <PinButton table=".parts" />
    }
}

/// How many records of a kind have moved points up to a day: wrong ones, and all.
fn records(seen: &Seen, kind: KindIdx, day: Day) -> (usize, usize) {
    let lines = seen.life().lines.iter().take_while(|it| it.day <= day);
    let moved = lines.filter(|it| !matches!(it.entry, Entry::Spilled { .. }));
    let events: BTreeSet<EventIdx> = moved.filter(|it| !it.applied.is_zero()).filter_map(|it| it.event).collect();
    let of_kind = |it: &&EventIdx| seen.case().events.get(**it).is_some_and(|it| it.kind == kind);
    let genuine: Vec<bool> =
        events.iter().filter(of_kind).filter_map(|it| seen.event(*it)).map(|it| it.genuine).collect();
    (genuine.iter().filter(|it| !**it).count(), genuine.len())
}

fn bars(seen: &Seen, day: Day) -> Roll<Bar> {
    let t = texts();
    let mut parts = parts(seen.case(), seen.life(), day);
    let rest = if parts.len() > ROWS + 1 { parts.split_off(ROWS) } else { Vec::new() };
    let name = |origin: Origin| match origin {
        Origin::Start => t.why.start.to_owned(),
        Origin::Kind(kind) => {
            let short = seen.scenario.kinds.get(kind).map_or("", |it| &it.short);
            let (wrong, all) = records(seen, kind, day);
            (t.life.part_wrong)(short, wrong, all)
        }
        Origin::Associate(subject) => (t.why.from)(seen.name_of(subject)),
        Origin::Fading => t.why.fading.to_owned(),
    };
    let mut named: Vec<(String, String, Points)> =
        parts.iter().map(|it: &Part| (format!("{:?}", it.origin), name(it.origin), it.points)).collect();
    if !rest.is_empty() {
        named.push(("rest".to_owned(), (t.why.other_kinds)(rest.len()), rest.iter().map(|it| it.points).sum()));
    }
    // Each bar goes from the sum before it to the sum after it; the scale shows where they are, and not zero.
    let mut sum = Points::ZERO;
    let spans: Vec<(Points, Points)> = named
        .iter()
        .map(|it| {
            let from = sum;
            sum += it.2;
            (from, sum)
        })
        .collect();
    let moving = || spans.iter().skip(1).flat_map(|it| [it.0, it.1]).chain(spans.first().map(|it| it.1));
    let (least, most) = (moving().min().unwrap_or_default(), moving().max().unwrap_or_default());
    let room = ((most - least).to_f64() * 0.12).max(1.0);
    let (lo, span) = (least.to_f64() - room, (most - least).to_f64() + room);
    let share = |it: f64| format!("{:.2}%", (it / span * 100.0).clamp(0.0, 100.0));
    let bar = |at: usize, (id, name, points): (String, String, Points), (from, to): (Points, Points)| {
        let (from, to) = if at == 0 { (lo, to.to_f64()) } else { (from.min(to).to_f64(), from.max(to).to_f64()) };
        let sign = match points {
            _ if at == 0 => "start",
            it if it.is_loss() => "loss",
            _ => "gain",
        };
        let words = if at == 0 { (t.common.points)(points) } else { (t.common.signed)(points) };
        (id, Bar { name, points: words, sign, left: share(from - lo), width: share(to - from) })
    };
    let total = Bar {
        name: t.why.total.to_owned(),
        points: (t.common.points)(sum),
        sign: "total",
        left: share(0.0),
        width: share(sum.to_f64() - lo),
    };
    let rows = named.into_iter().zip(spans).enumerate().map(|(at, (part, span))| bar(at, part, span));
    rows.chain(std::iter::once(("total".to_owned(), total))).collect()
}
