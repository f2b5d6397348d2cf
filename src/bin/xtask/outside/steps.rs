//! How the work of a few lives grows: steps as the engine counts them, and as many as it was thought to take at most.

use std::sync::Arc;

use social_credit_lab::engine::case::run_counted;
use social_credit_lab::engine::case::work::work;
use social_credit_lab::scenario::doc::Event;
use social_credit_lab::scenario::{Scenario, lower};

use super::read;
use super::table::table;
use crate::process::Outcome;

/// How many times each event stands in the account.
const COPIES: [usize; 5] = [1, 4, 16, 64, 128];

/// A table: the events of presets, once and more often. Counts only, so the same on every machine.
pub fn growth(presets: &[&str]) -> Outcome<String> {
    let mut rows = Vec::new();
    for preset in presets {
        let scenario = read(&format!("preset:{preset}"))?;
        let mut first = None;
        for copies in COPIES {
            let Ok(lowered) = lower(&with_copies(&scenario, copies)) else { break };
            let most = work(&lowered.case);
            let (report, steps) = run_counted(&lowered.case);
            let lines: usize = report.lives.iter().map(|it| it.lines.len()).sum();
            let one = *first.get_or_insert(steps.max(1));
            rows.push(vec![
                (*preset).to_owned(),
                lowered.case.events.len().to_string(),
                lines.to_string(),
                steps.to_string(),
                format!("{:.2}", most.steps as f64 / steps.max(1) as f64),
                copies.to_string(),
                format!("{:.2}", steps as f64 / one as f64),
            ]);
        }
    }
    let heading = ["rulebook", "events", "lines", "steps", "counted ×", "size ×", "steps ×"];
    Ok(table(&heading, &rows, &[]))
}

/// Each event several times, under names of their own.
fn with_copies(scenario: &Scenario, copies: usize) -> Scenario {
    let mut it = scenario.clone();
    for nth in 1..copies {
        let copy = |event: &Arc<Event>| Arc::new(Event { id: format!("{}-{nth}", event.id), ..Event::clone(event) });
        it.events.extend(scenario.events.iter().map(copy));
    }
    it
}
