//! Films, systems and safeguards of the record: every reference leads somewhere, each way of looking has films, and
//! nothing stands in a table without a statement behind it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use social_credit_lab::record::{Cell, Facts, Film, Look, Origin, System, Try};
use social_credit_lab::scenario::doc::{Safeguard, Standing};
use social_credit_lab::scenario::presets;

/// The longest text of a cell, in characters: what fits into a column on a projector.
const LONGEST_CELL: usize = 140;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/record/en").join(format!("{name}.json"))
}

fn file<T: DeserializeOwned>(name: &str) -> T {
    let path = path(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
}

/// All statements, also while they are kept in two files.
fn facts() -> Facts {
    let mut all: Facts = file("facts");
    if path("facts-b").exists() {
        let more: Facts = file("facts-b");
        all.sources.extend(
            more.sources.into_iter().filter(|it| all.sources.iter().all(|old| old.id != it.id)).collect::<Vec<_>>(),
        );
        all.topics.extend(more.topics);
        all.facts.extend(more.facts);
    }
    all
}

fn cells(system: &System) -> [&Cell; 5] {
    [&system.inputs, &system.output, &system.consequences, &system.appeal, &system.errors]
}

/// Whether a place to try something exists. Films lead to scenarios and towns alone.
fn exists(tries: &Try) -> bool {
    let preset = |id: &String| presets::latest(id).is_some_and(|it| it.listed);
    match tries {
        Try::Preset(id) | Try::Society(id) => preset(id),
        Try::Compare(ids) => (2..=4).contains(&ids.len()) && ids.iter().all(preset),
        Try::Lesson(_) => false,
    }
}

#[test]
fn statements_are_named_once_and_their_sources_exist() {
    let facts = facts();
    let ids: BTreeSet<&str> = facts.facts.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), facts.facts.len(), "a statement twice");
    for fact in &facts.facts {
        assert!(facts.topics.iter().any(|it| it.id == fact.topic), "{}: topic {}", fact.id, fact.topic);
        assert!(fact.standing == Standing::Unverified || !fact.sources.is_empty(), "{}: no source", fact.id);
        for source in &fact.sources {
            assert!(facts.source(source).is_some(), "{}: source {source}", fact.id);
        }
        for (name, figure) in &fact.figures {
            assert!(fact.text.contains(figure.as_str()), "{}: {name} = {figure} is not in its text", fact.id);
        }
    }
}

#[test]
fn the_published_counts_give_the_published_rates() {
    let facts = facts();
    let counts = &facts.fact("compas-counts").expect("the counts").figures;
    let count = |name: &str| counts[name].replace(',', "").parse::<f64>().expect(name);
    let printed =
        |id: &str, name: &str| facts.fact(id).expect(id).figures[name].replace(" %", "").parse::<f64>().unwrap();
    let close = |a: f64, b: f64, within: f64| assert!((a - b).abs() <= within, "{a} against {b}");
    for group in ["black", "white"] {
        let [tn, fp, fn_, tp] = ["tn", "fp", "fn", "tp"].map(|it| count(&format!("{group}-{it}")));
        close(printed("compas-fpr", group), 100.0 * fp / (fp + tn), 0.005);
        close(printed("compas-fnr", group), 100.0 * fn_ / (fn_ + tp), 0.005);
        close(printed("compas-ppv", group), 100.0 * tp / (tp + fp), 0.5);
        close(printed("compas-base-rate", group), 100.0 * (tp + fn_) / (tn + fp + fn_ + tp), 0.5);
    }
}

#[test]
fn every_statement_behind_a_film_a_system_or_a_safeguard_exists() {
    let facts = facts();
    let films: Vec<Film> = file("films");
    let systems: Vec<System> = file("systems");
    let safeguards: Vec<Origin> = file("safeguards");
    let named = films.iter().flat_map(|it| it.facts.iter().map(move |id| (&it.id, id)));
    let named = named.chain(
        systems.iter().flat_map(|it| cells(it).into_iter().flat_map(|cell| &cell.facts).map(move |id| (&it.id, id))),
    );
    let named = named.chain(safeguards.iter().flat_map(|it| it.facts.iter().map(move |id| (&it.id, id))));
    for (place, id) in named {
        assert!(facts.fact(id).is_some(), "{place}: no statement {id}");
    }
    for film in &films {
        for source in &film.sources {
            assert!(facts.source(source).is_some(), "{}: no source {source}", film.id);
        }
    }
}

#[test]
fn each_way_of_looking_has_three_films_with_something_to_try() {
    let films: Vec<Film> = file("films");
    for look in [Look::Place, Look::Groups, Look::LongTerm] {
        let found = films.iter().filter(|it| it.standing != Standing::Unverified && it.looks.contains(&look)).count();
        assert!(found >= 3, "{look:?}: {found}");
    }
    for film in &films {
        let id = &film.id;
        assert!(!film.looks.is_empty(), "{id}: looks at nothing");
        assert!((3..=5).contains(&film.watch.len()), "{id}: {} questions", film.watch.len());
        assert!(film.watch.iter().all(|it| it.ends_with('?')), "{id}: what to watch for is not a question");
        assert!((1..=3).contains(&film.probes.len()), "{id}: {} claims to try", film.probes.len());
        assert!(film.probes.iter().all(|it| exists(&it.tries)), "{id}: a claim leads nowhere");
        let backed = film.standing == Standing::Unverified || !film.sources.is_empty();
        assert!(backed, "{id}: no source");
        // What is not verified is said, and not printed as if it were known.
        if film.standing == Standing::Unverified {
            assert!(film.year.is_none() && film.length.is_none() && film.unverified.is_some(), "{id}");
        }
    }
}

#[test]
fn cells_are_short_and_rest_on_statements() {
    for system in file::<Vec<System>>("systems") {
        for cell in cells(&system) {
            assert!(cell.text.chars().count() <= LONGEST_CELL, "{}: {}", system.id, cell.text);
            assert_eq!(cell.text.is_empty(), cell.facts.is_empty(), "{}: {}", system.id, cell.text);
        }
        let listed = |id: &String| presets::latest(id).is_some_and(|it| it.listed);
        assert!(system.preset.as_ref().is_none_or(listed), "{}: no scenario", system.id);
    }
}

#[test]
fn every_safeguard_of_the_scorecard_has_an_origin() {
    let origins: Vec<Origin> = file("safeguards");
    for safeguard in Safeguard::ALL {
        let id = serde_json::to_value(safeguard).unwrap();
        let id = id.as_str().unwrap();
        assert!(origins.iter().any(|it| it.id == id && !it.facts.is_empty()), "{id}");
    }
}
