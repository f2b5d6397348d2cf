//! The way back: the acts with the least effort that bring a subject to a band by a day, or why there are none.
//!
//! Every plan is tried on the engine itself: its events are added to the case, and the band on the day is read off the
//! account. Formulas only decide what is tried first, and what need not be tried because it cannot be enough.
//!
//! - [`ground`]: the case that plans are tried on;
//! - [`bound`]: the most points that so many acts can bring, by rules, limits and terms;
//! - [`placing`]: on which days so many acts are done;
//! - [`search`]: which numbers of acts are tried, least effort first;
//! - [`obstacle`]: why there is no way.
//!
//! *Modelling choices.* Acts are done on the day after the question's first day and on the first of each month after it.
//! Time and money are added up at a rate that the question names.

mod bound;
mod ground;
mod obstacle;
mod placing;
mod search;

use crate::engine::case::Standing;
use crate::engine::model::{BandIdx, Case, Event, RuleIdx, SubjectIdx};
use crate::engine::{Day, Points};

use super::acts::{Act, Effort};
use ground::Ground;
use search::{Found, Search};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Whose way back.
    pub subject: SubjectIdx,
    /// The band that is wanted, or a better one.
    pub target: BandIdx,
    /// The last day on which nothing can be changed any more.
    pub from: Day,
    /// The day on which the band is wanted.
    pub by: Day,
    /// The money that an hour counts as much as.
    pub hour: Points,
}

/// One event of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// When.
    pub day: Day,
    /// The act, by its place in [`WayBack::acts`].
    pub act: usize,
    /// How many units of it: 1, unless the act grows.
    pub units: i64,
}

/// A way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What to do, by day. Empty if time alone does it, or nothing needs to be done.
    pub uses: Vec<Use>,
    /// What it costs.
    pub effort: Effort,
    /// Whether it is proved that nothing on these days costs less. Otherwise it is the least that was found.
    pub proved: bool,
    /// The day from which the band holds until the day that was asked for.
    pub reached: Day,
    /// The score with the plan, to that day.
    pub course: Vec<Standing>,
}

/// Why there is no way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The band begins above the highest score.
    Scale,
    /// A ceiling holds the band down.
    Ceiling {
        /// The rule behind it.
        rule: Option<RuleIdx>,
        /// The first day without it; `None` if it never ends.
        until: Option<Day>,
    },
    /// Nothing that the subject can do earns points.
    NoAct,
    /// Limits and terms leave no more than these points on the day, and the band begins higher.
    Limits {
        /// The most points.
        most: Points,
    },
    /// Everything that could be enough was tried, and was not.
    Tried,
    /// The search ended before everything was tried.
    NotFound,
}

/// No way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWay {
    /// Why.
    pub why: Obstacle,
    /// The score on the day if nothing is done.
    pub score: Points,
    /// The points that are missing then.
    pub missing: Points,
    /// The day on which time alone brings the band, within twenty years.
    pub later: Option<Day>,
}

impl NoWay {
    /// Whether it is proved that there is none.
    pub const fn proved(&self) -> bool {
        !matches!(self.why, Obstacle::NotFound)
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A way.
    Way(Plan),
    /// None.
    None(NoWay),
}

/// The search, in steps.
pub struct WayBack {
    ground: Ground,
    state: State,
}

enum State {
    Searching(Box<Search>),
    Answered(Answer),
}

impl WayBack {
    /// Begins. The acts are those of [`super::acts::acts`], or some of them.
    pub fn new(case: &Case, acts: Vec<Act>, question: Question) -> Self {
        let ground = Ground::new(case, acts, question);
        let now = ground.life(&[]);
        let end = now.end();
        let state = if end.band >= question.target {
            State::Answered(Answer::Way(ground.plan(Vec::new(), true)))
        } else if let Some(why) = obstacle::at_once(&ground, &now) {
            State::Answered(Answer::None(obstacle::no_way(&ground, end, why)))
        } else {
            let bound = bound::Bound::new(&ground, &now);
            match bound.obstacle(&ground, end.score) {
                Some(why) => State::Answered(Answer::None(obstacle::no_way(&ground, end, why))),
                None => State::Searching(Box::new(Search::new(&ground, bound, end))),
            }
        };
        Self { ground, state }
    }

    /// The acts that plans are made of.
    pub fn acts(&self) -> &[Act] {
        &self.ground.acts
    }

    /// The days on which acts can be done.
    pub fn days(&self) -> &[Day] {
        &self.ground.days
    }

    /// Goes on a little: a few runs of the engine. Answers once it knows.
    pub fn step(&mut self) -> Option<&Answer> {
        if let State::Searching(search) = &mut self.state
            && let Some(found) = search.step(&self.ground)
        {
            let end = search.end;
            self.state = State::Answered(match found {
                Found::Plan(uses, proved) => {
                    let soon = search.sooner(&self.ground, uses);
                    Answer::Way(self.ground.plan(self.ground.spread(soon), proved))
                }
                Found::Nothing(why) => Answer::None(obstacle::no_way(&self.ground, end, why)),
            });
        }
        match &self.state {
            State::Searching(_) => None,
            State::Answered(answer) => Some(answer),
        }
    }

    /// How far it has come, of at most how far it goes.
    pub fn progress(&self) -> (u64, u64) {
        match &self.state {
            State::Searching(search) => search.progress(),
            State::Answered(_) => (1, 1),
        }
    }

    /// The events of a plan.
    pub fn events(&self, plan: &Plan) -> Vec<Event> {
        self.ground.events(&plan.uses)
    }
}
