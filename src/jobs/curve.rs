//! How score and band follow one number.

use serde::{Deserialize, Serialize};

use super::flips::Number;
use super::places::{dial_of, lives, place_of};
use super::{Answer, Running, Step};
use crate::engine::explain::CurveSearch;
use crate::scenario::{DayText, Decimal, Outcome, Scenario};

/// What is asked: how do score and band of a subject on a day follow one number?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CurveRequest {
    /// The id of the subject.
    pub subject: String,
    /// The day.
    pub day: DayText,
    /// The number that is varied.
    pub number: Number,
}

/// How score and band follow one number. Bands are counted from the lowest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CurveFound {
    /// The number now; none where there is no cap.
    pub now: Option<Decimal>,
    /// The score as it is.
    pub score: Decimal,
    /// The band as it is.
    pub band: usize,
    /// Value, score and band, by value.
    pub points: Vec<(Decimal, Decimal, usize)>,
}

/// Begins. None is the answer about a subject or number that is not there.
pub(super) fn start(request: &CurveRequest, scenario: &Scenario, outcome: &Outcome) -> Box<dyn Running> {
    let subject = place_of(scenario, outcome, &request.subject);
    let asked = subject.zip(dial_of(scenario, &request.number));
    Box::new(Job(asked.and_then(|it| CurveSearch::new(&outcome.lowered.case, it.0, request.day.0, it.1))))
}

struct Job(Option<CurveSearch>);

impl Running for Job {
    fn step(&mut self) -> Step {
        let Some(search) = &mut self.0 else { return Step::Done(Answer::Curve(None)) };
        for _ in 0..lives(search.size()) {
            if let Some(found) = search.step() {
                let points = found.points.iter().map(|it| (Decimal(it.value), Decimal(it.score), it.band));
                return Step::Done(Answer::Curve(Some(CurveFound {
                    now: found.now.map(Decimal),
                    score: Decimal(found.score),
                    band: found.band,
                    points: points.collect(),
                })));
            }
        }
        let (done, total) = search.progress();
        Step::Going(done as u64, total as u64)
    }
}
