//! From a document to everything that follows from it.

use super::diagnostic::Diagnostic;
use super::doc::Scenario;
use super::lower::{Lowered, lower};
use crate::engine::{Report, run};

/// A scenario with everything that follows from it.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the engine computed with, and where each part stands in the document.
    pub lowered: Lowered,
    /// What it answered.
    pub report: Report,
}

/// Checks a document and computes it.
///
/// # Errors
///
/// As [`lower()`].
pub fn evaluate(scenario: &Scenario) -> Result<Outcome, Vec<Diagnostic>> {
    let lowered = lower(scenario)?;
    let report = run(&lowered.case);
    Ok(Outcome { lowered, report })
}
