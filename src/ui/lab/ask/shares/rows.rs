//! Shares as the rows of a waterfall: each bar begins where the one before it ended.

use super::super::super::life::{Seen, capital};
use crate::engine::Points;
use crate::jobs::shares::{Among, SharesFound};
use crate::ui::state::texts;

/// What a row opens.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Opens {
    /// Nothing: the start, the score.
    Nothing,
    /// An event.
    Event(String),
    /// A rule.
    Rule(String),
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) opens: Opens,
    pub(super) name: String,
    pub(super) note: String,
    /// Where the bar begins and ends, in points.
    pub(super) from: Points,
    pub(super) to: Points,
    /// The points that it stands for: of the ends, all of them.
    pub(super) points: Points,
    /// The score without it, and by how much that is another.
    pub(super) without: String,
    pub(super) sign: &'static str,
}

/// The names of the first and the last row.
pub(super) struct Ends {
    pub(super) start: String,
    pub(super) end: String,
}

/// The rows from the start to the end: the start, the shares from the largest down, the end.
pub(super) fn rows(seen: &Seen, among: Among, found: &SharesFound, ends: &Ends) -> Vec<Row> {
    let end_row = |name: &str, points: Points, sign| Row {
        opens: Opens::Nothing,
        name: name.to_owned(),
        note: String::new(),
        from: Points::ZERO,
        to: points,
        points,
        without: String::new(),
        sign,
    };
    let mut parts: Vec<_> = found.parts.iter().collect();
    parts.sort_by_key(|it| std::cmp::Reverse(it.share.0.abs()));
    let mut sum = found.start.0;
    let mut rows = vec![end_row(&ends.start, sum, "start")];
    for it in parts {
        let from = sum;
        sum += it.share.0;
        let (name, note) = name_of(seen, among, &it.id);
        rows.push(Row {
            opens: opens(seen, among, &it.id),
            name,
            note,
            from,
            to: sum,
            points: it.share.0,
            without: (texts().shares.without)(found.end.0 - it.alone.0, -it.alone.0),
            sign: sign(it.share.0),
        });
    }
    rows.push(end_row(&ends.end, found.end.0, "total"));
    rows
}

/// What colours a bar.
pub(super) const fn sign(points: Points) -> &'static str {
    if points.is_loss() { "loss" } else { "gain" }
}

/// The name of an event or rule, and what tells it from others of the same name.
pub(super) fn name_of(seen: &Seen, among: Among, id: &str) -> (String, String) {
    let day = texts().common.day_short;
    match among {
        Among::Events => seen.event_idx(id).map_or_else(Default::default, |event| {
            let of = seen.case().events[event].subject;
            let what = seen.what(event);
            let what = if of == seen.subject { what } else { (texts().shares.at)(&what, seen.name_of(of)) };
            (what, day(seen.case().events[event].day))
        }),
        Among::Rules => {
            seen.scenario.rulebook.rules.iter().find(|it| it.id == id).map_or_else(Default::default, |it| {
                let sentence = (texts().rules.sentence)(&seen.scenario, it);
                let figure = (texts().rules.figure_of)(&seen.scenario, it);
                (capital(&sentence.when_plain()), figure)
            })
        }
    }
}

fn opens(seen: &Seen, among: Among, id: &str) -> Opens {
    match among {
        Among::Events if seen.event_idx(id).is_none() => Opens::Nothing,
        Among::Events => Opens::Event(id.to_owned()),
        Among::Rules => Opens::Rule(id.to_owned()),
    }
}
