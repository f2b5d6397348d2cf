//! What would move a subject to another band.

use serde::{Deserialize, Serialize};

use super::places::{lives, number_of, place_of};
use super::{Answer, Running, Step};
use crate::engine::explain::{self, FlipSearch};
use crate::scenario::{DayText, Decimal, Outcome, Scenario};

/// What is asked: what would move a subject to another band on a day?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FlipsRequest {
    /// The id of the subject.
    pub subject: String,
    /// The day.
    pub day: DayText,
}

/// A single number of a rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Number {
    /// Points of a rule: its amount (0), or what the second, third, … time is worth.
    Points {
        /// The id of the rule.
        rule: String,
        /// Which of its numbers.
        step: usize,
    },
    /// The most that one event may cost.
    EventCap,
    /// The score at which everybody starts.
    Start,
}

/// What would move a subject to another band. Bands are counted from the lowest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct FlipsFound {
    /// The band on the day.
    pub band: usize,
    /// The score on the day.
    pub score: Decimal,
    /// What would move it up, and what would move it down.
    pub ways: Vec<WayFound>,
    /// All sets of up to so many events were tried.
    pub tried: usize,
    /// How many events there are to leave out.
    pub events: usize,
    /// Each number was turned by up to so many points.
    pub reach: i64,
}

/// What would move a subject one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct WayFound {
    /// Whether there is a band that way at all.
    pub possible: bool,
    /// The events without which it would be there.
    pub without: Option<WithoutFound>,
    /// The number that would have to be another.
    pub edit: Option<EditFound>,
}

/// Events without which a subject would be in another band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct WithoutFound {
    /// Their ids.
    pub events: Vec<String>,
    /// The band without them.
    pub band: usize,
    /// The score without them.
    pub score: Decimal,
    /// Whether no smaller set does it.
    pub smallest: bool,
    /// How many other sets of this size would do it too.
    pub others: usize,
}

/// Another number with which a subject would be in another band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct EditFound {
    /// Which number.
    pub number: Number,
    /// What it is.
    pub from: Decimal,
    /// What it would have to be.
    pub to: Decimal,
    /// The band then.
    pub band: usize,
    /// The score then.
    pub score: Decimal,
}

/// Begins. None is the answer about a subject that is not there.
pub(super) fn start(request: &FlipsRequest, scenario: &Scenario, outcome: &Outcome) -> Box<dyn Running> {
    let search = place_of(scenario, outcome, &request.subject)
        .and_then(|it| FlipSearch::new(&outcome.lowered.case, it, request.day.0));
    let events = outcome.lowered.events.iter();
    Box::new(Job {
        search,
        events: events.map(|it| scenario.events.get(*it).map(|it| it.id.clone()).unwrap_or_default()).collect(),
        rules: scenario.rulebook.rules.iter().map(|it| it.id.clone()).collect(),
    })
}

struct Job {
    search: Option<FlipSearch>,
    events: Vec<String>,
    rules: Vec<String>,
}

impl Running for Job {
    fn step(&mut self) -> Step {
        let Some(search) = &mut self.search else { return Step::Done(Answer::Flips(None)) };
        for _ in 0..lives(search.size()) {
            if let Some(found) = search.step() {
                return Step::Done(Answer::Flips(Some(self.answer(&found))));
            }
        }
        let (done, total) = search.progress();
        Step::Going(done as u64, total as u64)
    }
}

impl Job {
    fn answer(&self, found: &explain::Flips) -> FlipsFound {
        let way = |it: &explain::flip::Found| WayFound {
            possible: it.possible,
            without: it.without.as_ref().map(|it| WithoutFound {
                events: it.events.iter().map(|it| self.events.get(*it).cloned().unwrap_or_default()).collect(),
                band: it.band,
                score: Decimal(it.score),
                smallest: it.smallest,
                others: it.others,
            }),
            edit: it.edit.map(|it| EditFound {
                number: number_of(&self.rules, it.dial),
                from: Decimal(it.from),
                to: Decimal(it.to),
                band: it.band,
                score: Decimal(it.score),
            }),
        };
        FlipsFound {
            band: found.band,
            score: Decimal(found.score),
            ways: found.ways.iter().map(way).collect(),
            tried: found.tried,
            events: found.events,
            reach: found.reach,
        }
    }
}
