//! What a score is made of: the start, and what each sort of thing has brought up to a day.

use std::collections::BTreeMap;

use crate::engine::case::{Entry, Life, Line};
use crate::engine::model::{Case, KindIdx, SubjectIdx};
use crate::engine::{Day, Points};

/// Where points of a score come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Everybody starts with them.
    Start,
    /// The subject's own events of a kind, less what was given back of them.
    Kind(KindIdx),
    /// What spilled over from an associate, less what was given back of it.
    Associate(SubjectIdx),
    /// What postings lost as time went by.
    Fading,
}

/// One part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where the points come from.
    pub origin: Origin,
    /// How many points.
    pub points: Points,
}

/// Takes the score at the end of a day apart: the start first, then losses, then gains, the largest first.
///
/// # Properties
///
/// The parts add up to the score exactly. What is zero is left out, except for the start.
pub fn parts(case: &Case, life: &Life, until: Day) -> Vec<Part> {
    let mut sums: BTreeMap<Origin, Points> = BTreeMap::new();
    for line in life.lines.iter().take_while(|it| it.day <= until) {
        if !line.applied.is_zero() {
            *sums.entry(origin(case, life, line)).or_default() += line.applied;
        }
    }
    let mut parts: Vec<Part> =
        sums.into_iter().map(|(origin, points)| Part { origin, points }).filter(|it| !it.points.is_zero()).collect();
    parts.sort_by_key(|it| (it.points.is_gain(), std::cmp::Reverse(it.points.abs()), it.origin));
    parts.insert(0, Part { origin: Origin::Start, points: case.rulebook.scale.start });
    parts
}

fn origin(case: &Case, life: &Life, line: &Line) -> Origin {
    match line.entry {
        Entry::Spilled { from, .. } => Origin::Associate(from),
        Entry::GivenBack { of, .. }
            if of < life.lines.len() && !matches!(life.lines[of].entry, Entry::GivenBack { .. }) =>
        {
            origin(case, life, &life.lines[of])
        }
        _ => line.event.map_or(Origin::Fading, |it| Origin::Kind(case.events[it].kind)),
    }
}
