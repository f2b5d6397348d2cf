//! What each safeguard of a reform brings and costs: the whole reform against all of it but one.
//!
//! Both live with the same people and the same luck. Two safeguards that do the same each look free: with one left out,
//! the other still does it.

use std::cmp::Ordering;

use super::plan::Plan;
use super::swept::Swept;
use crate::engine::society::measures::{Difference, Measure, Summary, Verdict};
use crate::engine::society::model::Nature;
use crate::scenario::doc::Reform;

/// The measures of which it is clear what is better, and that a reader can picture: a choice of the lab.
pub const TOLD: [Measure; 16] = [
    Measure::Wrongly,
    Measure::EverWrongly,
    Measure::StickyFloor,
    Measure::FalsePositives,
    Measure::FalseNegatives,
    Measure::PenaltyGap,
    Measure::FalsePositiveGap,
    Measure::Forgone(Nature::Judged),
    Measure::Forgone(Nature::Harmful),
    Measure::Added(Nature::Circumstance),
    Measure::FalseReports,
    Measure::BrokenTies,
    Measure::Unique,
    Measure::Wait,
    Measure::Queue,
    Measure::NeverCorrected,
];

/// Better, worse, or not to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Better, and more than luck does.
    Better,
    /// Worse, and more than luck does.
    Worse,
    /// No difference, one too small to be read, or one that luck alone could make.
    CannotTell,
}

impl Turn {
    /// What a difference of a measure is, from the median of one to that of the other. What reads the same got neither
    /// better nor worse.
    pub fn of(measure: Measure, found: Verdict, before: f64, after: f64) -> Self {
        match (found, measure.lower_is_better()) {
            _ if measure.reads_same(before, after) => Self::CannotTell,
            (Verdict::CannotTell, _) | (_, None) => Self::CannotTell,
            (Verdict::Lower, Some(true)) | (Verdict::Higher, Some(false)) => Self::Better,
            _ => Self::Worse,
        }
    }
}

/// A measure without a safeguard and with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// The measure.
    pub measure: Measure,
    /// With all of the reform but the safeguard.
    pub without: Summary,
    /// With the whole reform.
    pub with: Summary,
    /// The second less the first, luck by luck.
    pub difference: Difference,
    /// Whether that is better.
    pub turn: Turn,
}

impl Moved {
    /// How far it moved for its size: 1 is from something to nothing, or the other way round.
    fn reach(&self) -> f64 {
        let size = self.without.median.abs().max(self.with.median.abs());
        if size > 0.0 { self.difference.median.abs() / size } else { 0.0 }
    }
}

/// What a safeguard brings and costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// The safeguard.
    pub switch: Reform,
    /// Every measure of [`TOLD`] that has a value with it and without it.
    pub moved: Vec<Moved>,
}

impl Price {
    /// What turned so, the farthest for its size first.
    pub fn turned(&self, turn: Turn) -> Vec<&Moved> {
        let mut res: Vec<&Moved> = self.moved.iter().filter(|it| it.turn == turn).collect();
        res.sort_by(|a, b| b.reach().partial_cmp(&a.reach()).unwrap_or(Ordering::Equal));
        res
    }
}

impl Swept {
    /// The prices of all safeguards that are done, in the order of the plan. Empty for other plans.
    pub fn prices(&self) -> Vec<Price> {
        let Plan::Switches(all) = &self.plan else { return Vec::new() };
        let price = |(at, switch): (usize, &Reform)| {
            let without = at + 1;
            let moved = |measure: Measure| {
                let difference = self.between(without, 0, measure)?;
                let (without, with) = (self.summary(without, measure)?, self.summary(0, measure)?);
                let turn = Turn::of(measure, difference.verdict, without.median, with.median);
                Some(Moved { measure, without, with, turn, difference })
            };
            let is_done = self.is_done(0) && self.is_done(without);
            is_done.then(|| Price { switch: *switch, moved: TOLD.into_iter().filter_map(moved).collect() })
        };
        all.iter().enumerate().filter_map(price).collect()
    }
}
