//! What a system makes of somebody on a day, so that systems of different sorts can be set beside each other.

use super::doc::{ListNature, Scenario};
use super::evaluate::Outcome;
use crate::engine::case::Life;
use crate::engine::explain::stays;
use crate::engine::model::{BandIdx, ListIdx, Rulebook, SubjectIdx};
use crate::engine::{Day, Points};

/// What a system makes of somebody on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The score and its band, in a system that keeps a score.
    pub score: Option<Scored>,
    /// The blacklists that the subject is on.
    pub black: Vec<ListIdx>,
    /// The redlists that the subject is on.
    pub red: Vec<ListIdx>,
    /// Penalties in force.
    pub penalties: usize,
    /// Rewards in force.
    pub rewards: usize,
}

/// A score on its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The points.
    pub points: Points,
    /// How far up its own scale that is, in thousandths.
    pub share: u32,
    /// The band, under the ceilings in force; 0 is the lowest.
    pub band: BandIdx,
    /// How many bands there are.
    pub bands: usize,
}

/// Where a verdict stands among all that are possible. A modelling choice for choosing words, not a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// On a blacklist, or in the lowest of several bands.
    Worst,
    /// Neither.
    Between,
    /// In the best of several bands, or on a redlist.
    Best,
}

/// What a system does to somebody on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Follows {
    /// Rewards, and no penalty.
    Rewarded,
    /// Penalties, and no reward.
    Punished,
    /// Both.
    Both,
    /// Neither.
    Nothing,
}

impl Verdict {
    /// What follows from it.
    pub const fn follows(&self) -> Follows {
        match (self.rewards, self.penalties) {
            (0, 0) => Follows::Nothing,
            (_, 0) => Follows::Rewarded,
            (0, _) => Follows::Punished,
            _ => Follows::Both,
        }
    }

    /// Whether it is as good or as bad as this system gets. Being on a blacklist outweighs a band.
    pub fn sort(&self) -> Sort {
        match self.score {
            _ if !self.black.is_empty() => Sort::Worst,
            Some(it) if it.bands > 1 && it.band == 0 => Sort::Worst,
            Some(it) if it.bands > 1 && it.band + 1 == it.bands => Sort::Best,
            _ if !self.red.is_empty() => Sort::Best,
            _ => Sort::Between,
        }
    }

    /// What this system orders its subjects by: band and score, or the lists that they are on. Higher is better.
    pub fn rank(&self) -> (i8, BandIdx, Points) {
        match self.score {
            Some(it) => (0, it.band, it.points),
            None => (i8::from(!self.red.is_empty()) - 2 * i8::from(!self.black.is_empty()), 0, Points::ZERO),
        }
    }
}

/// What the system of an outcome makes of a subject on a day; `None` if there is no such subject.
pub fn verdict(scenario: &Scenario, outcome: &Outcome, subject: SubjectIdx, day: Day) -> Option<Verdict> {
    let life = outcome.report.lives.get(subject)?;
    let book = &outcome.lowered.case.rulebook;
    let score = scenario.rulebook.scale.is_some().then(|| {
        let at = life.at(day);
        Scored { points: at.score, share: share(book, at.score), band: at.band, bands: book.bands.len() }
    });
    let (mut black, mut red) = (Vec::new(), Vec::new());
    for it in stays(life).iter().filter(|it| it.begin <= day && it.end.is_none_or(|end| day < end)) {
        let lists = match scenario.rulebook.lists.get(it.list).map(|it| it.nature) {
            Some(ListNature::Red) => &mut red,
            _ => &mut black,
        };
        if !lists.contains(&it.list) {
            lists.push(it.list);
        }
    }
    let count = |penalty: bool| {
        let is_one = |it: usize| book.consequences.get(it).is_some_and(|it| it.penalty == penalty);
        in_force(life, day).filter(|it| is_one(*it)).count()
    };
    Some(Verdict { score, black, red, penalties: count(true), rewards: count(false) })
}

/// The consequences in force on a day.
pub fn in_force(life: &Life, day: Day) -> impl Iterator<Item = usize> {
    let holds = move |it: &&crate::engine::case::Interval| it.begin <= day && it.end.is_none_or(|end| day < end);
    life.consequences.iter().filter(holds).map(|it| it.consequence)
}

/// How far up its scale a score is, in thousandths.
pub fn share(book: &Rulebook, score: Points) -> u32 {
    let (lowest, highest) = (book.scale.lowest.thousandths(), book.scale.highest.thousandths());
    let share = (score.thousandths() - lowest).saturating_mul(1000) / (highest - lowest).max(1);
    u32::try_from(share.clamp(0, 1000)).unwrap_or_default()
}
