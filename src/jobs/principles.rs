//! For each principle, a life that breaks it, or that none of so many did.

use serde::{Deserialize, Serialize};

use super::{Answer, Running, Step};
use crate::engine::model::Case;
use crate::principles::search::LIVES;
use crate::principles::{Progress, Search};
use crate::scenario::{Outcome, Scenario};

/// What was found, for each principle of the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Principles {
    /// In the order of the document.
    pub found: Vec<Found>,
}

/// What was found for one principle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The id of the principle.
    pub id: String,
    /// How many lives were tried.
    pub tried: usize,
    /// The scenario with a life that breaks it, and with nobody else; `None` if no life does.
    pub life: Option<Box<Scenario>>,
}

/// The search under way.
pub struct Searching {
    scenario: Scenario,
    case: Case,
    /// The search for the principle at `found.len()`, once it has begun.
    search: Option<Search>,
    found: Vec<Found>,
}

impl Searching {
    /// Begins with the first principle of the scenario.
    pub fn new(scenario: &Scenario, outcome: &Outcome) -> Self {
        let case = outcome.lowered.case.clone();
        Self { scenario: scenario.clone(), case, search: None, found: Vec::new() }
    }
}

impl Running for Searching {
    fn step(&mut self) -> Step {
        let Some(principle) = self.scenario.principles.get(self.found.len()) else {
            return Step::Done(Answer::Principles(Principles { found: std::mem::take(&mut self.found) }));
        };
        let search = self.search.get_or_insert_with(|| Search::new(principle, &self.scenario, &self.case, LIVES));
        let mut part = 0;
        let ended = match search.step() {
            Progress::Going(tried) => {
                part = tried;
                None
            }
            Progress::Kept(tried) => Some((tried, None)),
            Progress::Broken(tried, trial) => Some((tried, Some(Box::new(search.document(&self.scenario, &trial))))),
        };
        if let Some((tried, life)) = ended {
            self.found.push(Found { id: principle.id.clone(), tried, life });
            self.search = None;
        }
        let (done, total) = (self.found.len() * LIVES + part, self.scenario.principles.len() * LIVES);
        Step::Going(done as u64, total as u64)
    }
}
