//! Documents with something wrong in them, and the diagnostics that they must give.
//!
//! Each `tests/invalid/<name>.json` is laid over `tests/common/base.json`, unless it is no JSON or no object at all;
//! `<name>.expected` lists the diagnostics: severity, code, path. `UPDATE_EXPECT=1 cargo test --test invalid` writes it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string};
use std::path::{Path, PathBuf};

use common::account;
use common::generate::{Rng, scenario};
use common::naive;
use common::overlay::over_base;
use expect_test::expect_file;
use serde_json::{Value, json};
use social_credit_lab::scenario::{Diagnostic, Severity, evaluate, lower, read, write};

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid");
    let mut files: Vec<_> = read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "json"));
    files.sort();
    files
}

/// The text of a document, and the document if it is JSON.
fn document(file: &Path) -> (String, Value) {
    let text = read_to_string(file).unwrap();
    match serde_json::from_str(&text) {
        Ok(block @ Value::Object(_)) => {
            let document = over_base(block);
            (document.to_string(), document)
        }
        other => (text, other.unwrap_or_default()),
    }
}

fn diagnostics(text: &str) -> Vec<Diagnostic> {
    match read(text) {
        Err(diagnostic) => vec![diagnostic],
        Ok(scenario) => lower(&scenario).map_or_else(|errors| errors, |it| it.warnings),
    }
}

#[test]
fn documents_give_the_diagnostics_that_they_must() {
    for file in files() {
        let lines = diagnostics(&document(&file).0).into_iter().map(|it| {
            let severity = if it.severity() == Severity::Error { "error" } else { "warning" };
            let path = if it.path.0.is_empty() { "(the document)" } else { &it.path.0 };
            format!("{severity} {} {path}\n", it.code.id())
        });
        let lines: String = lines.collect();
        assert!(!lines.is_empty(), "{} is valid", file.display());
        expect_file![file.with_extension("expected")].assert_eq(&lines);
    }
}

#[test]
fn there_is_a_document_for_every_code() {
    let source = include_str!("../src/scenario/diagnostic.rs");
    let arms = source.lines().filter(|it| it.trim_start().starts_with("Self::"));
    let all: BTreeSet<&str> = arms.filter_map(|it| it.split("=> \"").nth(1)?.split('"').next()).collect();
    let given: Vec<_> = files().iter().flat_map(|it| diagnostics(&document(it).0)).map(|it| it.code.id()).collect();
    let missing: Vec<_> = all.iter().filter(|it| !given.contains(it)).collect();
    assert!(all.len() > 30 && missing.is_empty(), "{missing:?}");
}

/// Whoever follows a path through the document arrives: only its last part may be a field that is not there.
#[test]
fn every_path_leads_somewhere() {
    for file in files() {
        let (text, document) = document(&file);
        for it in diagnostics(&text) {
            let parts: Vec<&str> = it.path.parts().collect();
            let mut here = Some(&document);
            for (at, part) in parts.iter().enumerate() {
                let next = here.and_then(|it| match it {
                    Value::Array(members) => {
                        let named = members.iter().find(|it| it["id"] == **part);
                        named.or_else(|| members.get(part.parse::<usize>().ok()?))
                    }
                    _ => it.get(part),
                });
                let arrives = next.is_some() || at + 1 == parts.len();
                assert!(arrives, "{}: there is no {part} on the way to {}", file.display(), it.path);
                here = next;
            }
        }
    }
}

/// A link is hostile input. Whatever it holds is refused with a diagnostic or computed as the naive engine does.
#[test]
fn nothing_that_can_be_written_makes_it_panic() {
    let cases = std::env::var("SCL_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(3_000);
    let mut valid = 0;
    for seed in 0..cases {
        let mut rng = Rng::new(seed, "damage", 0);
        let mut document: Value = serde_json::from_str(&write(&scenario(seed, 12))).unwrap();
        for _ in 0..=rng.below(3) {
            damage(&mut rng, &mut document, 0);
        }
        let Ok(scenario) = read(&document.to_string()) else { continue };
        assert_eq!(read(&write(&scenario)).as_ref(), Ok(&scenario));
        let Ok(outcome) = evaluate(&scenario) else { continue };
        valid += 1;
        let found = account::from_outcome(&scenario, &outcome);
        if let Some(difference) = naive::account(&scenario).difference(&found) {
            panic!("damage {seed}: {difference}\n{}", write(&scenario));
        }
    }
    assert!(valid > cases / 10, "only {valid} of {cases} damaged documents are still valid");
}

/// Changes something somewhere.
fn damage(rng: &mut Rng, value: &mut Value, depth: u32) {
    let deeper = depth < 3 || rng.chance(60);
    match value {
        Value::Object(map) if !map.is_empty() && deeper => {
            let keys: Vec<String> = map.keys().cloned().collect();
            let key = rng.pick(&keys).clone();
            match rng.below(12) {
                0 => drop(map.remove(&key)),
                1 => drop(map.insert(rng.pick(&["on", "months", "id", "when", "spill"]).to_string(), odd(rng))),
                _ => damage(rng, map.get_mut(&key).unwrap(), depth + 1),
            }
        }
        Value::Array(members) if !members.is_empty() && deeper => {
            let at = usize::try_from(rng.below(members.len() as u64)).unwrap();
            match rng.below(10) {
                0 => drop(members.remove(at)),
                1 => members.push(members[at].clone()),
                2 => members.reverse(),
                _ => damage(rng, &mut members[at], depth + 1),
            }
        }
        Value::Number(number) if rng.chance(90) => {
            let number = number.as_f64().unwrap();
            let factor = *rng.pick(&[-1.0, 0.0, 0.5, 2.0, 10.0, 1000.0]);
            *value =
                if (number * factor).fract() == 0.0 { json!((number * factor) as i64) } else { json!(number * factor) };
        }
        Value::String(_) if rng.chance(60) => {}
        Value::String(text) if rng.chance(80) => {
            let others =
                ["2199-12-31", "2199-12-30", "2020-02-29", "1900-01-01", "dora", "k1", "l0", "A", "n", "all", ""];
            *text = (*rng.pick(&others)).to_owned();
        }
        other => *other = odd(rng),
    }
}

fn odd(rng: &mut Rng) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(1_000_000_000),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e300),
        json!(0.0001),
        json!("\u{0}\u{202e}"),
        json!([]),
        json!({}),
        json!({ "all": [] }),
    ];
    rng.pick(&all).clone()
}
