//! `cargo xtask evaluate`: what becomes of the few people of a scenario.

use social_credit_lab::engine::case::Life;
use social_credit_lab::report::report_from_json;
use social_credit_lab::scenario::{Decimal, Outcome as Computed, Scenario};
use social_credit_lab::text::ENGLISH;

use super::table::table;
use super::{computed, read, text_of, warn};
use crate::process::Outcome;

/// Prints a table, or the report as JSON.
pub fn command(args: &[String]) -> Outcome {
    let (json, files): (Vec<&String>, Vec<&String>) = args.iter().partition(|it| *it == "--json");
    let [file] = files.as_slice() else {
        return Err("`evaluate` needs one FILE: a scenario as JSON, or preset:ID.".to_owned());
    };
    if file.starts_with("--") {
        return Err(format!("`evaluate` does not know `{file}`."));
    }
    let scenario = read(file)?;
    let outcome = computed(file, &scenario)?;
    warn(file, &outcome);
    if json.is_empty() {
        println!("{}\n\n{}", scenario.title, lives(&scenario, &outcome));
    } else {
        println!("{}", report_from_json(&text_of(file)?, &ENGLISH));
    }
    Ok(())
}

fn lives(scenario: &Scenario, outcome: &Computed) -> String {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    for (place, life) in outcome.lowered.subjects.iter().zip(&outcome.report.lives) {
        if let Some(subject) = scenario.cast.get(*place) {
            rows.push((*place, vec![subject.name.clone(), score(life), band(scenario, life), now(scenario, life)]));
        }
    }
    // In the order of the document, not of the engine.
    rows.sort_by_key(|it| it.0);
    let rows: Vec<Vec<String>> = rows.into_iter().map(|it| it.1).collect();
    table(&["who", "score", "band", "what holds on the last day"], &rows, &[2, 3])
}

fn score(life: &Life) -> String {
    serde_json::to_string(&Decimal(life.end().score)).unwrap_or_default()
}

/// The document has the best band first, the engine the lowest.
fn band(scenario: &Scenario, life: &Life) -> String {
    let bands = &scenario.rulebook.bands;
    let place = bands.len().checked_sub(life.end().band + 1);
    place.and_then(|it| bands.get(it)).map_or_else(|| "–".to_owned(), |it| it.name().to_owned())
}

fn now(scenario: &Scenario, life: &Life) -> String {
    let holds = life.consequences.iter().filter(|it| it.end.is_none());
    let labels: Vec<&str> =
        holds.filter_map(|it| scenario.rulebook.consequences.get(it.consequence)).map(|it| it.label.as_str()).collect();
    if labels.is_empty() { "–".to_owned() } else { labels.join("; ") }
}
