//! Long computations in small steps: asked for as data, answered as data.
//!
//! A [`Request`] names a computation about the open scenario. [`start`] begins it; the caller takes one [`Running::step`]
//! after the other for as long as it likes, shows how far it has come, and drops it when the scenario changes. So the
//! same computation runs in a worker, in slices on the page where there is none, and in a test.
//!
//! One file for each job: its part of [`Request`] and [`Answer`], and how it goes on. The computing itself belongs to
//! the layers below.

pub mod curve;
pub mod desk;
pub mod flips;
mod places;
pub mod principles;
pub mod shares;
pub mod society;
pub mod sweep;
pub mod way_back;

use serde::{Deserialize, Serialize};

use crate::scenario::{Outcome, Scenario};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// For each principle of the scenario, a life that breaks it.
    Principles,
    /// What made a score?
    Shares(shares::SharesRequest),
    /// What would move a subject to another band?
    Flips(flips::FlipsRequest),
    /// How does the score follow one number?
    Curve(curve::CurveRequest),
    /// The cheapest way to a band.
    WayBack(way_back::WayBackRequest),
    /// A part of many lives.
    Society(society::PartRequest),
    /// Some neighbourhoods person by person.
    Watch(society::WatchRequest),
    /// One of many as a scenario.
    Diary(society::DiaryRequest),
    /// Many lives with other assumptions.
    Sweep(sweep::SweepRequest),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// What was found for each principle.
    Principles(principles::Principles),
    /// What made a score.
    Shares(shares::SharesFound),
    /// What would move a subject to another band.
    Flips(Option<flips::FlipsFound>),
    /// How the score follows one number.
    Curve(Option<curve::CurveFound>),
    /// The cheapest way to a band.
    WayBack(way_back::WayBackAnswer),
    /// The counts of a part.
    Society(society::PartFound),
    /// The neighbourhoods; none if there is no such society.
    Watch(Vec<society::Watched>),
    /// The scenario; none if there is no such person.
    Diary(Option<Box<Scenario>>),
    /// The measures of many lives with other assumptions.
    Sweep(sweep::SweepFound),
}

/// How far a job has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// So many of so many parts are done.
    Going(u64, u64),
    /// It has ended.
    Done(Answer),
}

/// A job that has begun.
pub trait Running {
    /// Goes on a little: about a millisecond's work, and never more than ten.
    fn step(&mut self) -> Step;
}

/// Begins a job about a scenario and what follows from it.
pub fn start(request: Request, scenario: &Scenario, outcome: &Outcome) -> Box<dyn Running> {
    start_among(request, scenario, outcome, &society::Settled::default())
}

/// As [`start`]; the many lives of the scenario are settled once for all its jobs.
pub fn start_among(
    request: Request,
    scenario: &Scenario,
    outcome: &Outcome,
    settled: &society::Settled,
) -> Box<dyn Running> {
    let lives = || settled.get(scenario, outcome);
    match &request {
        Request::Principles => Box::new(principles::Searching::new(scenario, outcome)),
        Request::Shares(it) => shares::start(it, scenario, outcome),
        Request::Flips(it) => flips::start(it, scenario, outcome),
        Request::Curve(it) => curve::start(it, scenario, outcome),
        Request::WayBack(it) => way_back::start(it, scenario, outcome),
        Request::Society(it) => society::part(lives(), *it),
        Request::Watch(it) => society::watch(lives(), *it),
        Request::Diary(it) => society::open(lives(), *it, scenario),
        Request::Sweep(it) => sweep::start(it, scenario, outcome),
    }
}
