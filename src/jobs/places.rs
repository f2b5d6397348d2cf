//! From ids of a document to places in a case and back, and how much work one step is.

use crate::engine::explain::Dial;
use crate::engine::model::SubjectIdx;
use crate::scenario::{Outcome, Scenario};

use super::flips::Number;

/// About so many events are looked at in a step.
const EVENTS: usize = 1500;

/// How many lives with so many events are computed in one step.
pub(super) fn lives(events: usize) -> usize {
    (EVENTS / (events + 10)).clamp(1, 64)
}

/// The place of a subject in the case.
pub(super) fn place_of(scenario: &Scenario, outcome: &Outcome, subject: &str) -> Option<SubjectIdx> {
    let place = scenario.cast.iter().position(|it| it.id == subject)?;
    outcome.lowered.subject_at(place)
}

/// The number of a case that a number of a document is.
pub(super) fn dial_of(scenario: &Scenario, number: &Number) -> Option<Dial> {
    Some(match number {
        Number::Points { rule, step } => {
            Dial::Points { rule: scenario.rulebook.rules.iter().position(|it| it.id == *rule)?, step: *step }
        }
        Number::EventCap => Dial::EventCap,
        Number::Start => Dial::Start,
    })
}

/// The number of a document that a number of a case is.
pub(super) fn number_of(rules: &[String], dial: Dial) -> Number {
    match dial {
        Dial::Points { rule, step } => Number::Points { rule: rules.get(rule).cloned().unwrap_or_default(), step },
        Dial::EventCap => Number::EventCap,
        Dial::Start => Number::Start,
    }
}
