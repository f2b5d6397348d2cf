//! What a sweep found, as far as it has come: medians and intervals at its points, and what each dial moves.

use std::sync::Arc;

use super::plan::Plan;
use super::{Point, Row, SweepFound, SweepRequest, people_of};
use crate::engine::society::measures::{Difference, Measure, Summary, Verdict, difference, summarise};
use crate::scenario::doc::Society;
use crate::scenario::society::town;

/// Over what the points of a sweep are computed: the same for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// How many people at most.
    pub people: u32,
    /// How many replicates.
    pub replicates: u32,
    /// Whose measures; everybody's, if none.
    pub group: Option<usize>,
    /// Under the reform.
    pub reform: bool,
}

/// A sweep, as far as it has come.
#[derive(Clone, Debug)]
pub struct Swept {
    /// Its points.
    pub plan: Plan,
    /// What all points share.
    pub setting: Setting,
    /// How many months are lived through.
    pub months: u32,
    points: Vec<Point>,
    found: Vec<Option<Arc<Vec<Row>>>>,
}

/// What a dial of a tornado moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The place of the dial in the plan.
    pub dial: usize,
    /// With the smaller value.
    pub low: Summary,
    /// With the greater value.
    pub high: Summary,
    /// The second less the first, luck by luck.
    pub difference: Difference,
}

impl Swept {
    /// Nothing is there yet.
    pub fn new(plan: Plan, setting: Setting, society: &Society) -> Self {
        let points = plan.points();
        let setting = Setting { people: people_of(society, setting.people), ..setting };
        let months = society.months.unwrap_or_else(|| town().usual.months);
        Self { plan, setting, months, found: vec![None; points.len()], points }
    }

    /// How many points there are.
    pub const fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether there is nothing to compute.
    pub const fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// How many points are done.
    pub fn done(&self) -> usize {
        self.found.iter().flatten().count()
    }

    /// Whether a point is done.
    pub fn is_done(&self, at: usize) -> bool {
        self.found.get(at).is_some_and(Option::is_some)
    }

    /// Whether all points are done.
    pub fn is_whole(&self) -> bool {
        self.done() == self.len()
    }

    /// The request for a point.
    pub fn request(&self, at: usize) -> Option<SweepRequest> {
        let Setting { people, replicates, group, reform } = self.setting;
        let (point, without) = (self.points.get(at)?.clone(), self.plan.without(at));
        Some(SweepRequest { point, replicates, people, group, reform, without })
    }

    /// Takes what was found at a point. What does not fit changes nothing.
    pub fn take(&mut self, at: usize, found: SweepFound) {
        let fits = |it: &Row| it.len() == Measure::ALL.len();
        let is_meant = found.rows.len() == self.setting.replicates as usize && found.rows.iter().all(fits);
        if let Some(place) = self.found.get_mut(at).filter(|_| is_meant) {
            *place = Some(Arc::new(found.rows));
        }
    }

    /// The values of a measure at a point, replicate by replicate; `None` as long as the point is not done.
    pub fn values(&self, at: usize, measure: Measure) -> Option<Vec<Option<f64>>> {
        let rows = self.found.get(at)?.as_ref()?;
        let column = Measure::ALL.iter().position(|it| *it == measure)?;
        Some(rows.iter().map(|it| it.get(column).copied().flatten().map(super::Value::get)).collect())
    }

    /// The median of a measure at a point, and its interval; replicates in which it has no value are left out.
    pub fn summary(&self, at: usize, measure: Measure) -> Option<Summary> {
        let values: Vec<f64> = self.values(at, measure)?.into_iter().flatten().collect();
        summarise(&values)
    }

    /// The second point less the first, luck by luck; `None` as long as one of them is not done, or without values.
    pub fn between(&self, first: usize, second: usize, measure: Measure) -> Option<Difference> {
        let pairs = self.values(first, measure)?.into_iter().zip(self.values(second, measure)?);
        let (one, other): (Vec<f64>, Vec<f64>) = pairs.filter_map(|it| Some((it.0?, it.1?))).unzip();
        Some(difference(&one, &other)).filter(|it| it.n > 0)
    }

    /// The bars of a tornado: first those that luck alone would not move, then the others; in both the greatest difference
    /// first, in the order of the plan where it is the same. Empty for other plans.
    pub fn bars(&self, measure: Measure) -> Vec<Bar> {
        let Plan::All(ends) = &self.plan else { return Vec::new() };
        let bar = |dial: usize| {
            let (low, high) = (1 + 2 * dial, 2 + 2 * dial);
            let difference = self.between(low, high, measure)?;
            Some(Bar { dial, low: self.summary(low, measure)?, high: self.summary(high, measure)?, difference })
        };
        let mut bars: Vec<Bar> = (0..ends.len()).filter_map(bar).collect();
        let unsure = |it: &Bar| it.difference.verdict == Verdict::CannotTell;
        bars.sort_by(|a, b| {
            let size = |it: &Bar| it.difference.median.abs();
            unsure(a).cmp(&unsure(b)).then(size(b).total_cmp(&size(a)))
        });
        bars
    }
}
