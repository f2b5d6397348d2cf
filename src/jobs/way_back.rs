//! The cheapest way to a band.

use serde::{Deserialize, Serialize};

use super::{Running, Step};
use crate::engine::Points;
use crate::engine::explain::acts::acts;
use crate::engine::explain::way_back::{Answer, NoWay, Obstacle, Plan, Question, WayBack};
use crate::scenario::doable::doables;
use crate::scenario::{DayText, Decimal, Outcome, Scenario};

/// Which way is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayBackRequest {
    /// The id of the subject.
    pub subject: String,
    /// The band that is wanted, counted from the lowest.
    pub target: usize,
    /// The last day on which nothing can be changed any more.
    pub from: DayText,
    /// The day on which the band is wanted.
    pub by: DayText,
    /// The money that an hour counts as much as.
    pub hour: Decimal,
}

/// A way, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayBackAnswer {
    /// A way.
    Way(Way),
    /// None.
    None(Nothing),
}

/// A way back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// What to do, by day.
    pub deeds: Vec<Deed>,
    /// Hours in all.
    pub hours: Decimal,
    /// Money in all.
    pub money: Decimal,
    /// Whether nothing cheaper exists on these days.
    pub proved: bool,
    /// The day from which the band holds.
    pub reached: DayText,
    /// Day, score and band, whenever one of them changes.
    pub course: Vec<(DayText, Decimal, usize)>,
}

/// One event of a way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// When.
    pub day: DayText,
    /// The place of its kind in the document.
    pub kind: usize,
    /// The values of its fields.
    pub values: Vec<Decimal>,
    /// What it costs in hours.
    pub hours: Decimal,
    /// What it costs in money.
    pub money: Decimal,
}

/// No way back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nothing {
    /// Why.
    pub why: Why,
    /// The score on the day if nothing is done.
    pub score: Decimal,
    /// The points that are missing then.
    pub missing: Decimal,
    /// The day on which time alone brings the band, within twenty years.
    pub later: Option<DayText>,
}

/// Why there is no way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The band begins above the highest score.
    Scale,
    /// A ceiling holds the band down.
    Ceiling {
        /// The place of the rule behind it.
        rule: Option<usize>,
        /// The first day without it, if it ends.
        until: Option<DayText>,
    },
    /// Nothing that the subject can choose earns points.
    NoAct,
    /// Limits and terms leave at most so many points.
    Limits {
        /// The most points.
        most: Decimal,
    },
    /// Everything that could be enough was tried.
    Tried,
    /// The search ended before everything was tried.
    NotFound,
}

/// Begins the search; answers at once that there is no act, if there is no such subject.
pub(super) fn start(request: &WayBackRequest, scenario: &Scenario, outcome: &Outcome) -> Box<dyn Running> {
    let case = &outcome.lowered.case;
    let place = scenario.cast.iter().position(|it| it.id == request.subject);
    let subject = place.and_then(|it| outcome.lowered.subject_at(it));
    let search = subject.map(|subject| {
        let acts = acts(case, subject, &doables(scenario));
        let (target, from, by, hour) = (request.target, request.from.0, request.by.0, request.hour.0);
        WayBack::new(case, acts, Question { subject, target, from, by, hour })
    });
    Box::new(Job { search })
}

struct Job {
    search: Option<WayBack>,
}

impl Running for Job {
    fn step(&mut self) -> Step {
        let Some(search) = &mut self.search else {
            let zero = Decimal(Points::ZERO);
            let nothing = Nothing { why: Why::NoAct, score: zero, missing: zero, later: None };
            return Step::Done(super::Answer::WayBack(WayBackAnswer::None(nothing)));
        };
        match search.step().cloned() {
            Some(Answer::Way(plan)) => Step::Done(super::Answer::WayBack(WayBackAnswer::Way(way(search, &plan)))),
            Some(Answer::None(no)) => Step::Done(super::Answer::WayBack(WayBackAnswer::None(nothing(&no)))),
            None => {
                let (done, total) = search.progress();
                Step::Going(done, total)
            }
        }
    }
}

fn way(search: &WayBack, plan: &Plan) -> Way {
    let deed = |it: &crate::engine::explain::way_back::Use| {
        let act = search.acts().get(it.act)?;
        let effort = act.effort(it.units);
        Some(Deed {
            day: DayText(it.day),
            kind: act.kind,
            values: act.values_of(it.units).into_iter().map(Decimal).collect(),
            hours: Decimal(effort.hours),
            money: Decimal(effort.money),
        })
    };
    Way {
        deeds: plan.uses.iter().filter_map(deed).collect(),
        hours: Decimal(plan.effort.hours),
        money: Decimal(plan.effort.money),
        proved: plan.proved,
        reached: DayText(plan.reached),
        course: plan.course.iter().map(|it| (DayText(it.day), Decimal(it.score), it.band)).collect(),
    }
}

fn nothing(no: &NoWay) -> Nothing {
    let why = match no.why {
        Obstacle::Scale => Why::Scale,
        Obstacle::Ceiling { rule, until } => Why::Ceiling { rule, until: until.map(DayText) },
        Obstacle::NoAct => Why::NoAct,
        Obstacle::Limits { most } => Why::Limits { most: Decimal(most) },
        Obstacle::Tried => Why::Tried,
        Obstacle::NotFound => Why::NotFound,
    };
    Nothing { why, score: Decimal(no.score), missing: Decimal(no.missing), later: no.later.map(DayText) }
}
