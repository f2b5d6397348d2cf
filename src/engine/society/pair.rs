//! The same people with the same luck under two rulebooks: who is better off, and who is worse off.

use super::model::Society;
use super::tally::{Shape, Tally};
use super::{Ending, Town};

/// How far apart two bands can be and still be told apart.
pub const STEPS: usize = 3;
/// How many steps there are: so many down, the same, so many up.
pub const CHANGES: usize = 2 * STEPS + 1;

/// What counts of a person under a reform against the same person before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// A higher score, as a share of the scale of each.
    Higher = 0,
    /// A lower score.
    Lower = 1,
    /// Fewer months under a penalty.
    FewerPenalties = 2,
    /// More.
    MorePenalties = 3,
    /// Fewer months wrongly under a penalty.
    FewerWrong = 4,
    /// More.
    MoreWrong = 5,
}

const AGAINST: usize = 6;

/// Counts of the differences between two runs, by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    groups: usize,
    counts: Vec<u64>,
}

impl Pair {
    /// Nothing compared yet.
    pub fn new(groups: usize) -> Self {
        Self { groups, counts: vec![0; groups * (CHANGES + AGAINST)] }
    }

    /// From its numbers; `None` if there are not as many as so many groups have.
    pub fn from_counts(groups: usize, counts: Vec<u64>) -> Option<Self> {
        (counts.len() == groups * (CHANGES + AGAINST)).then_some(Self { groups, counts })
    }

    /// The numbers.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// Adds another part.
    pub fn add(&mut self, other: &Self) {
        if self.groups == other.groups {
            for (here, there) in self.counts.iter_mut().zip(&other.counts) {
                *here += there;
            }
        }
    }

    /// How many of a group end so many bands higher (lower, if negative); the outermost stand for all further ones.
    pub fn bands(&self, group: usize, up: isize) -> u64 {
        let place = (up.clamp(-(STEPS as isize), STEPS as isize) + STEPS as isize) as usize;
        self.counts[group * (CHANGES + AGAINST) + place]
    }

    /// How many of a group are so against the other run.
    pub fn against(&self, group: usize, what: Against) -> u64 {
        self.counts[group * (CHANGES + AGAINST) + CHANGES + what as usize]
    }

    /// Compares the endings of the same people under both rulebooks.
    pub fn compare(&mut self, before: &Society, after: &Society, old: &[Ending], new: &[Ending]) {
        let span = |it: &Society| {
            let scale = it.rulebook.scale;
            ((scale.highest - scale.lowest).thousandths().max(1), scale.lowest.thousandths())
        };
        let (before, after) = (span(before), span(after));
        for (old, new) in old.iter().zip(new) {
            self.take(old, new, (before.0, after.0), (before.1, after.1));
        }
    }

    fn take(&mut self, before: &Ending, after: &Ending, spans: (i64, i64), lowest: (i64, i64)) {
        let at = before.group * (CHANGES + AGAINST);
        let up = (after.band as isize - before.band as isize).clamp(-(STEPS as isize), STEPS as isize);
        self.counts[at + (up + STEPS as isize) as usize] += 1;
        // Shares of two scales, compared without dividing.
        let old = i128::from(before.score.thousandths() - lowest.0) * i128::from(spans.1);
        let new = i128::from(after.score.thousandths() - lowest.1) * i128::from(spans.0);
        for (what, is) in [
            (Against::Higher, new > old),
            (Against::Lower, new < old),
            (Against::FewerPenalties, after.penalised < before.penalised),
            (Against::MorePenalties, after.penalised > before.penalised),
            (Against::FewerWrong, after.wrongly < before.wrongly),
            (Against::MoreWrong, after.wrongly > before.wrongly),
        ] {
            self.counts[at + CHANGES + what as usize] += u64::from(is);
        }
    }
}

/// Two societies that differ in their rules alone.
pub struct Both<'a> {
    before: Town<'a>,
    after: Town<'a>,
    /// What was counted before the reform.
    pub first: Tally,
    /// What was counted after it.
    pub second: Tally,
    /// The differences.
    pub pair: Pair,
}

impl<'a> Both<'a> {
    /// One replicate of both. Groups, districts and people of both must be the same.
    pub fn new(before: &'a Society, after: &'a Society, replicate: u32) -> Self {
        Self {
            before: Town::new(before, replicate),
            after: Town::new(after, replicate),
            first: Tally::new(Shape::of(before)),
            second: Tally::new(Shape::of(after)),
            pair: Pair::new(before.groups.len()),
        }
    }

    /// Lives through a neighbourhood twice.
    pub fn count(&mut self, neighbourhood: u32) {
        let old = self.before.count_endings(neighbourhood, &mut self.first);
        let new = self.after.count_endings(neighbourhood, &mut self.second);
        self.pair.compare(self.before.society, self.after.society, &old, &new);
    }
}
