//! Films, systems and safeguards of the record: each way of looking has films, every claim in them can be tried, cells are
//! short, published rates follow from published counts. That references resolve is in `tests/record.rs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use social_credit_lab::record::{Cell, Facts, Film, Look, Origin, System, Try};
use social_credit_lab::scenario::doc::{Safeguard, Standing};
use social_credit_lab::scenario::presets;
use social_credit_lab::scenario::society::dials;

/// The longest text of a cell, in characters: what fits into a column on a projector.
const LONGEST_CELL: usize = 140;

fn file<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/record/en").join(format!("{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
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
fn the_published_counts_give_the_published_rates() {
    let facts: Facts = file("facts");
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

/// What stands between quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('“').skip(1).filter_map(|it| it.split_once('”')).map(|it| it.0)
}

/// All words of the lab's pages, as they stand in the source.
fn words(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("a folder of texts").map(|it| it.expect("an entry").path());
    entries.map(|it| if it.is_dir() { words(&it) } else { fs::read_to_string(it).expect("a text") }).collect()
}

#[test]
fn what_is_to_be_switched_or_turned_is_called_so_in_the_lab() {
    let words = words(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text"));
    let known = |name: &str| words.contains(name) || dials().iter().any(|it| it.name.contains(name));
    for film in file::<Vec<Film>>("films") {
        for name in film.probes.iter().flat_map(|it| quoted(&it.how)) {
            assert!(known(name), "{}: nothing in the lab is called “{name}”", film.id);
        }
    }
    for origin in file::<Vec<Origin>>("safeguards") {
        for name in origin.model.iter().flat_map(|it| quoted(it)) {
            assert!(known(name), "{}: nothing in the lab is called “{name}”", origin.id);
        }
    }
}
