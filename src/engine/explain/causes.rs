//! What led somewhere: the fewest groups of ledger lines that were enough.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::engine::Points;
use crate::engine::case::{End, Entry, Life, Line, LineIdx, Step};
use crate::engine::model::{RuleIdx, SubjectIdx};

/// Several ledger lines of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What sort of thing it was.
    pub by: By,
    /// The rule behind it; of what fades or is given back, none.
    pub rule: Option<RuleIdx>,
    /// The points that they moved together.
    pub points: Points,
    /// The lines, first to last.
    pub lines: Vec<LineIdx>,
}

/// The sorts of causes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// What the subject itself did or had done to it.
    Rule,
    /// What spilled over from an associate.
    Associate(SubjectIdx),
    /// A ceiling of the band.
    Ceiling,
    /// The end of a ceiling.
    CeilingEnd,
    /// What was given back because its time was over.
    Expiry,
    /// What was given back because its event was struck out.
    Correction,
    /// Fading.
    Fading,
}

/// Which way a score went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To more points.
    Up,
    /// To fewer points.
    Down,
}

/// What brought the score to `target` or beyond by a line: of everything since the score last turned, grouped by
/// rule, the fewest and strongest groups that would have been enough. If a ceiling did it, that alone.
pub(super) fn of(life: &Life, line: Option<LineIdx>, way: Way, target: Points) -> Vec<Cause> {
    let Some((idx, last)) = line.and_then(|idx| Some((idx, life.lines.get(idx)?))) else { return Vec::new() };
    let by = sort_of(last);
    if matches!(by, By::Ceiling | By::CeilingEnd) {
        return vec![Cause { by, rule: last.rule, points: Points::ZERO, lines: vec![idx] }];
    }
    let turn = turn(&life.lines[..=idx], way);
    let mut groups: BTreeMap<(By, Option<RuleIdx>), Cause> = BTreeMap::new();
    for (idx, it) in life.lines.iter().enumerate().take(idx + 1).skip(turn) {
        if !way.is(it.applied) {
            continue;
        }
        let by = sort_of(it);
        let rule = it.rule.filter(|_| matches!(by, By::Rule | By::Associate(_)));
        let new = || Cause { by, rule, points: Points::ZERO, lines: Vec::new() };
        let group = groups.entry((by, rule)).or_insert_with(new);
        group.points += it.applied;
        group.lines.push(idx);
    }
    let mut causes: Vec<Cause> = groups.into_values().collect();
    causes.sort_by_key(|it| (Reverse(it.points.abs()), it.rule, it.by));
    let needed = (life.lines[turn].score.0 - target).abs();
    let mut sum = Points::ZERO;
    let enough = causes.iter().position(|it| {
        sum += it.points.abs();
        sum >= needed
    });
    causes.truncate(enough.map_or(causes.len(), |it| it + 1));
    causes
}

/// The points that a line did not move because the scale ends.
pub(super) fn cut_by_scale(line: &Line) -> Points {
    let Some(at) = line.reductions.iter().position(|it| it.by == Step::ScaleEnd) else { return Points::ZERO };
    let before = at.checked_sub(1).and_then(|it| line.reductions.get(it)).map_or(line.nominal, |it| it.to);
    before - line.reductions[at].to
}

/// The line before which the score was last furthest the other way.
fn turn(lines: &[Line], way: Way) -> LineIdx {
    let score = |it: &LineIdx| lines[*it].score.0;
    let turn = match way {
        Way::Down => (0..lines.len()).max_by_key(score),
        Way::Up => (0..lines.len()).rev().min_by_key(score),
    };
    turn.unwrap_or(0)
}

impl Way {
    const fn is(self, points: Points) -> bool {
        match self {
            Self::Up => points.is_gain(),
            Self::Down => points.is_loss(),
        }
    }
}

const fn sort_of(line: &Line) -> By {
    match line.entry {
        Entry::Posted(_) | Entry::Listed { .. } | Entry::ListingEnded { .. } => By::Rule,
        Entry::Spilled { from, .. } => By::Associate(from),
        Entry::GivenBack { because: End::Correction, .. } => By::Correction,
        Entry::GivenBack { .. } => By::Expiry,
        Entry::Faded => By::Fading,
        Entry::Ceiling { .. } => By::Ceiling,
        Entry::CeilingEnded { .. } => By::CeilingEnd,
    }
}
