//! What each event, or each rule, contributed to a score on a day.
//!
//! Two measures, each by really computing the life again: *without it* (what would change if this one alone were
//! missing), and the *share* (what it brings on average over all orders in which the events could count: the Shapley
//! value). Shares add up to the score; what things would change alone need not, because limits, caps, ladders and the
//! ends of the scale make one event's points depend on the others.

use super::excerpt::Excerpt;
use super::shapley::{Game, Shapley};
use crate::engine::model::{Case, EventIdx, RuleIdx, SubjectIdx};
use crate::engine::{Day, Points};

/// Among what the points are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// The events that touch the score.
    Events,
    /// The rules that touch it.
    Rules,
}

/// What is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The score.
    Score,
    /// How far the score lies below a border; zero above it.
    Below(Points),
    /// How far the score lies above a border; zero below it.
    Above(Points),
}

impl Measure {
    /// What a score is in this measure: never above zero for what lies below a border.
    pub fn of(self, score: Points) -> Points {
        match self {
            Self::Score => score,
            Self::Below(border) => (score - border).min(Points::ZERO),
            Self::Above(border) => (score - border).max(Points::ZERO),
        }
    }
}

/// An event or a rule that has a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// An event.
    Event(EventIdx),
    /// A rule.
    Rule(RuleIdx),
}

/// What one of them contributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which.
    pub player: Player,
    /// What it brings on average over all orders.
    pub share: Points,
    /// What would be missing without it alone.
    pub alone: Points,
}

/// How the shares were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Every set was tried.
    Exact,
    /// Orders were drawn.
    Sampled {
        /// How many.
        orders: u32,
        /// The largest standard error of a share.
        error: Points,
    },
}

/// What made a score.
///
/// # Properties
///
/// `start` plus all shares is `end`, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The measure if none of them were there.
    pub start: Points,
    /// The measure as it is.
    pub end: Points,
    /// What each contributed, in the order of the case or rulebook.
    pub shares: Vec<Share>,
    /// How the shares were found.
    pub method: Method,
}

/// The search for shares, in steps.
#[derive(Clone, Debug)]
pub struct Contributions {
    trial: Trial,
    shapley: Shapley,
}

#[derive(Clone, Debug)]
struct Trial {
    excerpt: Excerpt,
    /// Places of events in the excerpt, or of rules.
    players: Vec<usize>,
    among: Among,
    measure: Measure,
}

impl Game for Trial {
    fn worth(&mut self, present: &[bool]) -> i64 {
        for (player, present) in self.players.iter().zip(present) {
            match self.among {
                Among::Events => self.excerpt.set_event(*player, *present),
                Among::Rules => self.excerpt.set_rule(*player, *present),
            }
        }
        self.measure.of(self.excerpt.standing().score).thousandths()
    }
}

impl Contributions {
    /// Begins the search for what made a subject's score on a day. None if there is no such subject.
    pub fn new(case: &Case, subject: SubjectIdx, day: Day, among: Among, measure: Measure) -> Option<Self> {
        let excerpt = Excerpt::of(case, subject, day)?;
        let players = match among {
            Among::Events => excerpt.events_that_move(),
            Among::Rules => excerpt.rules_that_move(),
        };
        let shapley = Shapley::new(players.len(), excerpt.size());
        Some(Self { trial: Trial { excerpt, players, among, measure }, shapley })
    }

    /// How many lives were computed, of how many.
    pub const fn progress(&self) -> (usize, usize) {
        self.shapley.progress()
    }

    /// The number of events that each computation goes through.
    pub fn size(&self) -> usize {
        self.trial.excerpt.size()
    }

    /// Computes one more life. Answers once all are known.
    pub fn step(&mut self) -> Option<Shares> {
        let values = self.shapley.step(&mut self.trial)?;
        let Trial { excerpt, players, among, .. } = &self.trial;
        let shares = players.iter().zip(values.shares()).zip(&values.alone);
        let shares = shares.map(|((at, share), alone)| Share {
            player: match among {
                Among::Events => Player::Event(excerpt.event(*at)),
                Among::Rules => Player::Rule(*at),
            },
            share,
            alone: Points::from_thousandths(*alone),
        });
        Some(Shares {
            start: Points::from_thousandths(values.nobody),
            end: Points::from_thousandths(values.all),
            shares: shares.collect(),
            method: values.sampled.map_or(Method::Exact, |(orders, error)| Method::Sampled {
                orders,
                error: Points::from_thousandths(error),
            }),
        })
    }

    /// Goes on to the end.
    pub fn finish(mut self) -> Shares {
        loop {
            if let Some(shares) = self.step() {
                return shares;
            }
        }
    }
}
