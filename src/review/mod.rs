//! What is questionable about a rulebook, and which safeguards it has.
//!
//! A review looks at the system itself and not at one life: at its rules, bands, lists, consequences and sources. Each
//! question is one file in [`lints`]; [`scorecard`] holds the rulebook against safeguards that documents ask for.
//!
//! - [`finding`]: what a review finds, as data; the language tables word it;
//! - [`fix`]: the edit of the document that settles a finding, where there is one;
//! - [`book`] and [`logic`]: what the lints look things up in.
//!
//! A finding is a statement about the document. It is true whoever reads it, or it is a fault of the lint: there are
//! goldens of the review of every preset.

pub mod book;
pub mod demands;
pub mod finding;
pub mod fix;
pub mod lints;
pub mod logic;
pub mod scorecard;

use crate::scenario::{Outcome, Scenario};

use book::Book;
pub use finding::{Dead, Finding, Findings, Forever, Lint, Place, Severity, What};
pub use fix::Fix;

/// Everything that is questionable about the rulebook of a scenario, gravest first, then by lint, then in document order.
///
/// `outcome` is what follows from the same scenario; events matter only for which sources were wrong, and for which
/// sources record a kind at all.
pub fn review(scenario: &Scenario, outcome: &Outcome) -> Vec<Finding> {
    let book = Book::new(scenario, outcome);
    let mut findings = Findings::default();
    for (lint, check) in lints::ALL {
        findings.begin(*lint);
        check(&book, &mut findings);
    }
    let mut list = findings.done();
    list.sort_by_key(|it| (it.severity, it.lint));
    list
}
