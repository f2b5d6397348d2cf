//! Documents of every version that ever was. They open, and mean what they meant when they were written.
//!
//! A fixture is never changed. What a version can say is in its fixtures: a new optional field gets a new one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::fs::{read_dir, read_to_string};
use std::path::{Path, PathBuf};

use common::account;
use expect_test::expect_file;
use serde_json::Value;
use social_credit_lab::scenario::doc::VERSION;
use social_credit_lab::scenario::shape::{self, Field, Shape};
use social_credit_lab::scenario::{evaluate, read};

fn fixtures(version: u32) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/v{version}"));
    let mut files: Vec<_> = read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "json"));
    files.sort();
    files
}

#[test]
fn every_version_opens_and_means_what_it_meant() {
    for version in 1..=VERSION {
        for file in fixtures(version) {
            let scenario = read(&read_to_string(&file).unwrap()).unwrap();
            let outcome = evaluate(&scenario).unwrap();
            assert_eq!(outcome.lowered.warnings, [], "{}", file.display());
            let text = account::from_outcome(&scenario, &outcome).to_string();
            expect_file![file.with_extension("txt")].assert_eq(&text);
        }
    }
}

#[test]
fn the_present_version_is_there_with_every_field() {
    let mut seen = BTreeMap::new();
    note_all(shape::SCENARIO, "", &mut seen);
    for file in fixtures(VERSION) {
        let document = serde_json::from_str(&read_to_string(file).unwrap()).unwrap();
        see(shape::SCENARIO, &document, &mut seen);
    }
    let missing: Vec<&String> = seen.values().filter(|it| !it.1).map(|it| &it.0).collect();
    assert!(missing.is_empty(), "no fixture has {missing:#?}");
}

/// For each field of each record: its name for a message, and whether a fixture has it.
type Seen = BTreeMap<*const Field, (String, bool)>;

fn note_all(fields: &'static [Field], name: &str, seen: &mut Seen) {
    for field in fields {
        let name = format!("{name}/{}", field.name);
        if seen.insert(field, (name.clone(), false)).is_none() {
            inner(&field.shape).into_iter().for_each(|it| note_all(it, &name, seen));
        }
    }
}

fn see(fields: &'static [Field], value: &Value, seen: &mut Seen) {
    for field in fields {
        if let Some(value) = value.get(field.name) {
            seen.get_mut(&std::ptr::from_ref(field)).unwrap().1 = true;
            let members = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
            for member in members {
                inner(&field.shape).into_iter().for_each(|it| see(it, member, seen));
            }
        }
    }
}

/// The fields of what stands in a field or in its list.
fn inner(shape: &'static Shape) -> Option<&'static [Field]> {
    match shape {
        Shape::Record(fields) | Shape::OneOf(fields) => Some(fields),
        Shape::Keyed(keyed) => Some(keyed.fields),
        Shape::List(of) => inner(of),
        _ => None,
    }
}
