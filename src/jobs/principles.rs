//! For each principle, a life that breaks it, or that none of so many did.

use serde::{Deserialize, Serialize};

use super::{Answer, Running, Step};
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
    /// One search for each principle; those before `found.len()` have ended.
    searches: Vec<Search>,
    found: Vec<Found>,
}

impl Searching {
    /// Begins with the first principle of the scenario.
    pub fn new(scenario: &Scenario, outcome: &Outcome) -> Self {
        let case = &outcome.lowered.case;
        let searches = scenario.principles.iter().map(|it| Search::new(it, scenario, case, LIVES)).collect();
        Self { scenario: scenario.clone(), searches, found: Vec::new() }
    }
}

impl Running for Searching {
    fn step(&mut self) -> Step {
        let at = self.found.len();
        let (Some(search), Some(principle)) = (self.searches.get_mut(at), self.scenario.principles.get(at)) else {
            return Step::Done(Answer::Principles(Principles { found: std::mem::take(&mut self.found) }));
        };
        let id = principle.id.clone();
        let mut part = 0;
        match search.step() {
            Progress::Going(tried) => part = tried,
            Progress::Kept(tried) => self.found.push(Found { id, tried, life: None }),
            Progress::Broken(tried, trial) => {
                let life = Some(Box::new(search.document(&self.scenario, &trial)));
                self.found.push(Found { id, tried, life });
            }
        }
        let (done, total) = (self.found.len() * LIVES + part, self.searches.len() * LIVES);
        Step::Going(done as u64, total as u64)
    }
}
