//! Principles as tests: sentences that a rulebook keeps or breaks, and results that a reader expects of the lives shown.
//!
//! - [`mod@ask`]: a principle with its names resolved; the lives that it is put to; what was found;
//! - [`laws`]: one file for each principle: whether these lives break it, where, and with which numbers;
//! - [`menu`]: what can happen under a rulebook; [`trial`]: a small life made of that, and the document that it becomes;
//! - [`search`]: small random lives, until one breaks a principle or none of so many did; [`shrink`]: the shortest one;
//! - [`expectations`]: saved cases.
//!
//! A principle that no life breaks is not proven: the search says how many it tried. That is a modelling choice: a class
//! learns more from a counterexample that it can open than from a proof that it cannot read.

pub mod ask;
pub mod expectations;
pub mod laws;
pub mod menu;
pub mod search;
pub mod shrink;
pub mod trial;

pub use ask::{Asked, Book, Fact, Lasting, Lives, Tested, Twin, Violation, granted};
pub use expectations::{Actual, Judged, judge};
pub use search::{Progress, Search};

use crate::scenario::doc::Principle;
use crate::scenario::{Outcome, Scenario};

/// Puts a principle to the lives of a document.
pub fn test(principle: &Principle, scenario: &Scenario, outcome: &Outcome) -> Tested {
    let book = Book::of(scenario);
    let granted = granted(scenario, outcome);
    let lives = Lives { case: &outcome.lowered.case, report: &outcome.report, granted: &granted, book: &book };
    laws::test(&Asked::of(principle, scenario), &lives)
}
