//! No calendar year costs anybody more than so many points.

use std::collections::BTreeMap;

use crate::engine::case::Entry;
use crate::engine::{Day, Points};
use crate::principles::ask::{Asked, Fact, Lives, Tested, Violation};

/// What one year took from one subject.
#[derive(Default)]
struct Year {
    lost: Points,
    events: Vec<usize>,
    /// The day on which it became too much.
    since: Option<Day>,
}

/// Adds up what is taken; what is given or given back in the same year does not count against it.
pub fn test(asked: &Asked, lives: &Lives<'_>) -> Tested {
    let mut years: BTreeMap<_, Year> = BTreeMap::new();
    for (subject, line, event) in lives.lines() {
        let counts = matches!(line.entry, Entry::Posted(_) | Entry::Spilled { .. }) && line.applied.is_loss();
        if !counts || !asked.is_about(lives.case, event) {
            continue;
        }
        let year = years.entry((subject, line.day.year())).or_default();
        year.lost += line.applied.abs();
        if !year.events.contains(&event) {
            year.events.push(event);
        }
        if year.lost > asked.most {
            year.since.get_or_insert(line.day);
        }
    }
    let n = years.len();
    let broken = years.into_iter().filter_map(|((subject, year), it)| {
        Some(Violation { subject, day: it.since?, events: it.events, fact: Fact::Year(year, it.lost) })
    });
    Tested::of(n, broken)
}
