//! The worker's side: takes orders, works on them one after the other, and answers.
//!
//! Orders and replies are JSON texts. Nothing here knows of a browser, so a test can sit at the desk as well.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::society::Settled;
use super::{Request, Running, Step, start_among};
use crate::scenario::{Outcome, Scenario, certificate, evaluate};

/// What is asked of a desk.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// From now on all requests are about this scenario. Everything that was begun is dropped.
    Scenario(Arc<Scenario>),
    /// Compute this; whatever the same asker asked before is dropped.
    Compute {
        /// Who asks.
        asker: u64,
        /// Which of the asker's requests it is.
        number: u64,
        /// What is asked for.
        request: Request,
    },
    /// Nobody waits for this asker's request any more.
    Drop {
        /// Who asked.
        asker: u64,
    },
}

/// What a desk answers.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// It is there, and was built as this. Page and worker of different builds do not understand each other.
    Ready(String),
    /// How far a request has come.
    Step {
        /// Who asked.
        asker: u64,
        /// Which of the asker's requests it is.
        number: u64,
        /// How far it has come.
        step: Step,
    },
}

/// A name for everything that page and worker must agree about: the version, and what the engine makes of the presets.
pub fn build() -> String {
    format!("{} {:016x}", env!("CARGO_PKG_VERSION"), certificate::seal())
}

/// Where requests are worked on.
#[derive(Default)]
pub struct Desk {
    case: Option<(Arc<Scenario>, Outcome, Settled)>,
    begun: BTreeMap<u64, (u64, Box<dyn Running>)>,
}

impl Desk {
    /// Takes an order. One that cannot be read, or makes no sense, is passed over: the page only sends what it has
    /// computed itself.
    pub fn take(&mut self, order: &str) {
        match serde_json::from_str(order) {
            Ok(Order::Scenario(scenario)) => {
                self.begun.clear();
                self.case = evaluate(&scenario).ok().map(|outcome| (scenario, outcome, Settled::default()));
            }
            Ok(Order::Compute { asker, number, request }) => {
                if let Some((scenario, outcome, settled)) = &self.case {
                    let running = start_among(request, scenario, outcome, settled);
                    self.begun.insert(asker, (number, running));
                }
            }
            Ok(Order::Drop { asker }) => {
                self.begun.remove(&asker);
            }
            Err(_) => {}
        }
    }

    /// Whether there is anything to do.
    pub fn is_idle(&self) -> bool {
        self.begun.is_empty()
    }

    /// Goes on with the first request as long as `goes_on` allows, or until it has ended. `None` if there is none.
    pub fn work(&mut self, mut goes_on: impl FnMut() -> bool) -> Option<Reply> {
        let mut first = self.begun.first_entry()?;
        let asker = *first.key();
        let (number, running) = first.get_mut();
        let number = *number;
        let mut step = running.step();
        while matches!(step, Step::Going(..)) && goes_on() {
            step = running.step();
        }
        if matches!(step, Step::Done(_)) {
            first.remove();
        }
        Some(Reply::Step { asker, number, step })
    }
}
