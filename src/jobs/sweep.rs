//! Sweeps: the same many lives again and again, each time with other assumptions.
//!
//! A request is one point of a sweep: some dials, set as nowhere in the document, or a reform without one of its
//! safeguards, and so many replicates. All points meet the same people and the same luck, so what is different between two
//! of them comes from the dials or the safeguard.
//!
//! - [`plan`]: which points a sweep has; [`swept`]: what was found at them; [`prices`]: what safeguards bring and cost.

pub mod plan;
pub mod prices;
pub mod swept;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Answer, Running, Step};
use crate::engine::society::measures::{Measure, Who};
use crate::engine::society::{Ground, Shape, Society, Tally, Town};
use crate::scenario::doc::{self, Dial, Reform};
use crate::scenario::lower::Lowered;
use crate::scenario::society::{dial, reformed, settle, town};
use crate::scenario::{Outcome, Scenario, lower};

/// Dials and their values; what is not named is as in the document.
pub type Point = Vec<(String, i32)>;

/// One point of a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepRequest {
    /// What is different from the document. Values are kept in the range of their dials; unknown dials change nothing.
    pub point: Point,
    /// How many times it is lived through, each time with another luck, from the first on.
    pub replicates: u32,
    /// How many people at most: the first of those in the document.
    pub people: u32,
    /// Whose measures are wanted; everybody's, if none.
    pub group: Option<usize>,
    /// Under the reform of the document.
    pub reform: bool,
    /// Under all of the reform but this safeguard.
    #[serde(default)]
    pub without: Option<Reform>,
}

/// A measured value, by its bits: it arrives as it was sent, to the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value(u64);

impl Value {
    /// The number.
    pub const fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl From<f64> for Value {
    fn from(it: f64) -> Self {
        Self(it.to_bits())
    }
}

/// The values of one replicate, in the order of [`Measure::ALL`].
pub type Row = Vec<Option<Value>>;

/// What was found at one point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SweepFound {
    /// A row for each replicate; none if the scenario has no society, or not the reform that was asked for.
    pub rows: Vec<Row>,
}

/// What a document says about the society, with the dials of a point and so many people at most.
pub fn at(own: &doc::Society, point: &[(String, i32)], people: u32) -> doc::Society {
    let mut res = own.clone();
    res.people = Some(people_of(own, people));
    for (id, value) in point {
        let Some(spec) = dial(id) else { continue };
        let value = (*value).clamp(spec.family.min, spec.family.max);
        match res.dials.iter_mut().find(|it| it.id == *id) {
            Some(it) => it.value = value,
            None => res.dials.push(Dial { id: id.clone(), value }),
        }
    }
    res
}

/// How many people a point has.
pub fn people_of(own: &doc::Society, most: u32) -> u32 {
    own.people.unwrap_or_else(|| town().usual.people).min(most.max(1))
}

/// All measures of some people, in the order of [`Measure::ALL`].
pub fn row(society: &Society, tally: &Tally, who: Who) -> Row {
    Measure::ALL.iter().map(|it| it.value(society, tally, who).map(Value::from)).collect()
}

/// The scenario with its reform carried out, but for one safeguard; `None` if it has no reform.
fn left(scenario: &Scenario, without: Option<Reform>) -> Option<Scenario> {
    if scenario.society.reform.is_empty() {
        return None;
    }
    let mut rest = scenario.clone();
    rest.society.reform.retain(|it| Some(*it) != without);
    reformed(&rest).or(Some(rest))
}

/// Begins; one step is one neighbourhood.
pub(super) fn start(request: &SweepRequest, scenario: &Scenario, outcome: &Outcome) -> Box<dyn Running> {
    let at = |scenario: &Scenario, lowered: &Lowered| {
        let society = at(&scenario.society, &request.point, request.people);
        settle(&Scenario { society, ..scenario.clone() }, lowered)
    };
    let society = match request.reform {
        false => at(scenario, &outcome.lowered),
        true => left(scenario, request.without).and_then(|it| at(&it, &lower(&it).ok()?)),
    };
    Box::new(Job {
        tally: society.as_ref().map(|it| Tally::new(Shape::of(it))),
        ground: society.as_ref().map(|it| Arc::new(Ground::of(it))),
        society,
        who: request.group.map_or(Who::All, Who::Group),
        replicates: request.replicates,
        next: 0,
        rows: Vec::new(),
    })
}

struct Job {
    society: Option<Society>,
    ground: Option<Arc<Ground>>,
    who: Who,
    replicates: u32,
    /// The counts of the replicate that is under way.
    tally: Option<Tally>,
    /// The next neighbourhood of it.
    next: u32,
    rows: Vec<Row>,
}

impl Running for Job {
    fn step(&mut self) -> Step {
        let replicate = self.rows.len() as u32;
        let (Some(society), Some(ground), Some(tally)) = (&self.society, &self.ground, &mut self.tally) else {
            return Step::Done(Answer::Sweep(SweepFound::default()));
        };
        let neighbourhoods = society.neighbourhoods();
        if replicate >= self.replicates {
            return Step::Done(Answer::Sweep(SweepFound { rows: std::mem::take(&mut self.rows) }));
        }
        if self.next < neighbourhoods {
            Town::on(society, ground.clone(), replicate).count(self.next, tally);
            self.next += 1;
        } else {
            self.rows.push(row(society, tally, self.who));
            *tally = Tally::new(Shape::of(society));
            self.next = 0;
        }
        // The measuring counts as much as a neighbourhood.
        let each = u64::from(neighbourhoods) + 1;
        Step::Going(self.rows.len() as u64 * each + u64::from(self.next), u64::from(self.replicates) * each)
    }
}
