//! The scenarios that come with the lab: they are valid, backed, frozen, and come out as they always did.
//!
//! `UPDATE_EXPECT=1 cargo test --test presets` writes the golden files in `tests/golden/presets`. A preset whose hash
//! is in `frozen.txt` never changes again, because links name it; a correction is a new revision.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{account, naive};
use social_credit_lab::scenario::doc::Standing;
use social_credit_lab::scenario::presets::ALL;
use social_credit_lab::scenario::{Scenario, lower, read, write};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Checks every preset.
#[track_caller]
fn check(each: impl Fn(&str, Scenario)) {
    for preset in ALL {
        let name = format!("{}.{}", preset.id, preset.revision);
        each(&name, preset.scenario().unwrap_or_else(|it| panic!("{name}: {it:?}")));
    }
}

#[test]
fn each_is_valid_without_a_warning() {
    check(|name, scenario| match lower(&scenario) {
        Ok(lowered) => assert!(lowered.warnings.is_empty(), "{name}: {:#?}", lowered.warnings),
        Err(errors) => panic!("{name}: {errors:#?}"),
    });
}

#[test]
fn what_is_documented_or_reported_names_its_source() {
    check(|name, scenario| {
        let book = &scenario.rulebook;
        let rules = book.rules.iter().map(|it| (&it.id, it.standing, &it.reference));
        let lists = book.lists.iter().map(|it| (&it.id, it.standing, &it.reference));
        let consequences = book.consequences.iter().map(|it| (&it.id, it.standing, &it.reference));
        for (id, standing, reference) in rules.chain(lists).chain(consequences) {
            let needed = matches!(standing, Standing::Documented | Standing::Reported);
            assert!(!needed || reference.is_some(), "{name}: {id} is {standing:?} by nobody");
        }
        for it in &book.safeguards.backing {
            let needed = matches!(it.standing, Standing::Documented | Standing::Reported);
            assert!(!needed || it.reference.is_some(), "{name}: {:?} is {:?} by nobody", it.safeguard, it.standing);
        }
        let needed = matches!(scenario.standing, Standing::Documented | Standing::Reported);
        assert!(!needed || !scenario.references.is_empty(), "{name} is {:?} by nobody", scenario.standing);
    });
}

#[test]
fn writing_keeps_the_document() {
    check(|name, scenario| assert_eq!(read(&write(&scenario)), Ok(scenario), "{name}"));
}

#[test]
fn the_naive_engine_agrees() {
    check(|name, scenario| {
        let difference = naive::account(&scenario).difference(&account::of(&scenario));
        assert_eq!(difference, None, "{name}");
    });
}

#[cfg(not(target_arch = "wasm32"))]
mod golden {
    use std::path::Path;

    use expect_test::expect_file;
    use social_credit_lab::scenario::presets::ALL;

    use super::{account, check};
    use crate::common::hash::hex;

    #[test]
    fn each_comes_out_as_it_always_did() {
        check(|name, scenario| {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/presets/{name}.txt"));
            expect_file![file].assert_eq(&format!("{}\n\n{}", scenario.title, account::of(&scenario)));
        });
    }

    #[test]
    fn a_published_revision_never_changes() {
        let lines = ALL.iter().map(|it| {
            // A checkout may have other ends of lines.
            format!("{}.{} {}\n", it.id, it.revision, hex(&it.json.replace('\r', "")))
        });
        let mut lines: Vec<String> = lines.collect();
        lines.sort();
        expect_file!["golden/presets/frozen.txt"].assert_eq(&lines.concat());
    }
}
