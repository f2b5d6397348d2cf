//! A society that is being counted: which parts are under way, and what is to be shown when.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::society::Asked;
use crate::jobs::society::plan::{Merge, Plan};
use crate::jobs::society::{Lives, PartRequest, Results};
use crate::jobs::{Answer, Step};
use crate::scenario::Scenario;

/// How far it has come is shown this often.
const TOLD_MS: f64 = 80.0;
/// Results are shown this often: each time, every chart is drawn anew.
const SHOWN_MS: f64 = 250.0;

/// A society that is being counted.
pub struct Run {
    /// What is counted.
    pub asked: Arc<Asked>,
    plan: Plan,
    merge: Merge,
    /// The place of the next part in the plan.
    next: u64,
    /// Parts that were begun and dropped.
    again: Vec<PartRequest>,
    /// Parts under way by their askers, with the person-months of them that are done.
    going: BTreeMap<u64, (PartRequest, u64)>,
    done: u64,
    told_at: f64,
    shown_at: f64,
}

/// How far it has come, and what was counted: each only if it is to be shown now.
pub type Heard = (Option<(u64, u64)>, Option<Results>);

impl Run {
    /// Nothing is counted yet.
    pub fn new(asked: Arc<Asked>, lives: Arc<Lives>, plan: Plan) -> Self {
        let merge = Merge::new(lives, plan);
        let (again, going) = (Vec::new(), BTreeMap::new());
        Self { asked, plan, merge, next: 0, again, going, done: 0, told_at: 0.0, shown_at: 0.0 }
    }

    /// The next part, if fewer than so many are under way, and one is left; the asker will hear of it.
    pub fn next(&mut self, most: usize, asker: impl FnOnce() -> u64) -> Option<(u64, PartRequest)> {
        if self.going.len() >= most {
            return None;
        }
        let part = self.again.pop().or_else(|| {
            let part = self.plan.part(self.next)?;
            self.next += 1;
            Some(part)
        })?;
        let asker = asker();
        self.going.insert(asker, (part, 0));
        Some((asker, part))
    }

    /// Whoever was asked for a part.
    pub fn askers(&self) -> impl Iterator<Item = u64> {
        self.going.keys().copied()
    }

    /// Lays all parts under way aside, to be begun again. Answers with what was not shown yet.
    pub fn stop(&mut self) -> Option<Results> {
        self.again.extend(std::mem::take(&mut self.going).into_values().map(|it| it.0));
        self.again.sort_by_key(|it| Reverse((it.replicate, it.from)));
        (self.merge.unseen() > 0).then(|| self.merge.show().clone())
    }

    /// Takes an answer. Answers with what is to be shown now.
    pub fn hear(&mut self, asker: u64, step: Step, now: f64) -> Option<Heard> {
        let (part, so_far) = self.going.get_mut(&asker)?;
        let (part, work) = (*part, self.plan.work(part));
        match step {
            Step::Going(done, total) => {
                *so_far = work * done / total.max(1);
            }
            Step::Done(Answer::Society(found)) => {
                self.going.remove(&asker);
                self.done += work;
                self.merge.take(&part, &found);
            }
            Step::Done(_) => {}
        }
        let is_last = self.done == self.plan.total();
        let is_due = is_last || now - self.told_at >= TOLD_MS;
        let progress = is_due.then(|| (self.done + self.going.values().map(|it| it.1).sum::<u64>(), self.plan.total()));
        if is_due {
            self.told_at = now;
        }
        Some((progress, self.show(is_last, now)))
    }

    /// The results, if there are any that were not shown, and the last were shown long enough ago.
    fn show(&mut self, is_last: bool, now: f64) -> Option<Results> {
        let fresh = self.merge.unseen();
        if fresh == 0 || !(is_last || now - self.shown_at >= SHOWN_MS) {
            return None;
        }
        self.shown_at = now;
        Some(self.merge.show().clone())
    }
}

/// What a scenario says about the many.
pub fn essence(scenario: &Scenario) -> Scenario {
    let mut it = scenario.clone();
    it.title.clear();
    it.summary.clear();
    it.caveat.clear();
    it.references.clear();
    it.cast.clear();
    it.events.clear();
    it.principles.clear();
    it.expectations.clear();
    it
}
