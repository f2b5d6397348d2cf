//! How one line of a ledger was made, and what it feeds.

use crate::engine::Points;
use crate::engine::case::{Basis, Entry, LineIdx, Report, Step};
use crate::engine::model::{Amount, BandIdx, Case, ConsequenceIdx, SubjectIdx};

/// How a line was made, and what hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The first number, before any step made it smaller.
    pub origin: Origin,
    /// Every step that made it smaller: which, from how many points, to how many.
    pub steps: Vec<(Step, Points, Points)>,
    /// What hangs on the line, in the order of time.
    pub feeds: Vec<Feed>,
}

/// Where the first number of a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The rule names it.
    Flat(Points),
    /// So many whole units, so many points each.
    Units(i64, Points),
    /// The rule's value for the nth time.
    Nth(u32, Points),
    /// The nth time takes everything that there is.
    All(u32, Points),
    /// A share in thousandths of the points that an associate's line applied.
    Share(u32, Points),
    /// What was left of an earlier line.
    Left(LineIdx),
    /// The sum of what fades.
    Fading,
    /// There is no number: a list or a ceiling.
    None,
}

/// What hangs on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// The band changed with it.
    Band(BandIdx, BandIdx),
    /// A consequence began with it: the place in the life's consequences.
    Began(ConsequenceIdx, usize),
    /// A consequence ended with it: the place in the life's consequences.
    Ended(ConsequenceIdx, usize),
    /// A later line of the same ledger gives it back or ends it.
    Later(LineIdx),
    /// A line in an associate's ledger got a share of it.
    Spilled(SubjectIdx, LineIdx),
}

/// Says how a line of a subject's ledger was made. `None` if there is no such line.
///
/// # Properties
///
/// From the origin over all steps to the applied points: each step begins where the one before it ended.
pub fn provenance(case: &Case, report: &Report, subject: SubjectIdx, idx: LineIdx) -> Option<Provenance> {
    let life = report.lives.get(subject)?;
    let line = life.lines.get(idx)?;
    let mut points = line.nominal;
    let steps = line
        .reductions
        .iter()
        .map(|it| {
            let from = std::mem::replace(&mut points, it.to);
            (it.by, from, it.to)
        })
        .collect();
    let mut feeds = Vec::new();
    if line.band.0 != line.band.1 {
        feeds.push(Feed::Band(line.band.0, line.band.1));
    }
    for (at, it) in life.consequences.iter().enumerate() {
        if it.cause == Some(idx) {
            feeds.push(Feed::Began(it.consequence, at));
        }
        if it.ended_by == Some(idx) {
            feeds.push(Feed::Ended(it.consequence, at));
        }
    }
    for (other, life) in report.lives.iter().enumerate() {
        for (at, it) in life.lines.iter().enumerate() {
            match it.entry {
                Entry::Spilled { from, line } if (from, line) == (subject, idx) => feeds.push(Feed::Spilled(other, at)),
                Entry::GivenBack { of, .. } | Entry::CeilingEnded { of, .. } | Entry::ListingEnded { of, .. }
                    if other == subject && of == idx =>
                {
                    feeds.push(Feed::Later(at));
                }
                _ => {}
            }
        }
    }
    Some(Provenance { origin: origin(case, report, subject, idx)?, steps, feeds })
}

fn origin(case: &Case, report: &Report, subject: SubjectIdx, idx: LineIdx) -> Option<Origin> {
    let line = report.lives.get(subject)?.lines.get(idx)?;
    let amount = || line.rule.and_then(|it| case.rulebook.rules.get(it)?.points.as_ref());
    Some(match line.entry {
        Entry::Posted(Basis::Flat) => Origin::Flat(line.nominal),
        Entry::Posted(Basis::Units(n)) => match amount().map(|it| &it.amount) {
            Some(Amount::PerUnit { points, .. }) => Origin::Units(n, *points),
            _ => Origin::Flat(line.nominal),
        },
        Entry::Posted(Basis::Nth(n)) => Origin::Nth(n, line.nominal),
        Entry::Posted(Basis::All(n)) => Origin::All(n, line.nominal),
        Entry::Spilled { from, line: of } => {
            let share = amount().and_then(|it| it.spill).map_or(0, |it| it.share);
            let applied = report.lives.get(from).and_then(|it| it.lines.get(of)).map(|it| it.applied);
            Origin::Share(share, applied.unwrap_or_default())
        }
        Entry::GivenBack { of, .. } => Origin::Left(of),
        Entry::Faded => Origin::Fading,
        Entry::Ceiling { .. } | Entry::CeilingEnded { .. } | Entry::Listed { .. } | Entry::ListingEnded { .. } => {
            Origin::None
        }
    })
}
