//! What the office has to do, and who is there to do it.

use std::rc::Rc;
use std::sync::Arc;

use super::worker::{Name, Worker};
use crate::jobs::{Request, Step};
use crate::scenario::{Outcome, Scenario};

/// A request that somebody waits for.
pub struct Task {
    /// Which of the asker's requests it is.
    pub number: u64,
    /// What is asked for.
    pub request: Request,
    /// About what.
    pub scenario: Arc<Scenario>,
    /// What follows from it.
    pub outcome: Arc<Outcome>,
    /// Who hears of it.
    pub told: Rc<dyn Fn(Step)>,
    /// Whether it is one of many that are shared out.
    pub anywhere: bool,
    /// Who works on it.
    pub by: Option<By>,
}

/// Who works on something.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A worker.
    Worker(Name),
    /// The page itself.
    Page,
}

/// A worker that was sent for.
pub struct Hand {
    /// Itself.
    pub worker: Worker,
    /// Whether it has said that it is there.
    pub is_here: bool,
    /// The scenario that it has.
    pub scenario: Option<Arc<Scenario>>,
    /// How many looks it has not answered for.
    pub quiet: u32,
    /// Whether it came in place of another.
    pub is_replacement: bool,
}
