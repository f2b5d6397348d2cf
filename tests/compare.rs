//! Comparing, patching and taking back.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;
mod edits;

use std::sync::Arc;

use common::generate::scenario;
use edits::{edited, edits, preset};
use proptest::prelude::*;
use serde_json::{Value, json};
use social_credit_lab::scenario::compare::{Change, What, apply, changes, diff, revert, revert_order};
use social_credit_lab::scenario::doc::{Comparison, Cond};
use social_credit_lab::scenario::{Code, Decimal, Path, Scenario, presets};

fn rules() -> Scenario {
    presets::find("rongcheng-rules", 1).unwrap().scenario().unwrap()
}

fn path(text: &str) -> Path {
    Path(text.to_owned())
}

/// Lists the changes, one per line.
#[track_caller]
fn check(before: &Scenario, after: &Scenario, expected: &[&str]) {
    let value = |it: &Option<Value>| it.as_ref().map_or_else(|| "·".to_owned(), Value::to_string);
    let line = |it: &Change| format!("{} {:?} {} → {}", it.path, it.what, value(&it.before), value(&it.after));
    let found: Vec<String> = changes(before, after).iter().map(line).collect();
    assert_eq!(found, expected);
    assert_eq!(&apply(before, &diff(before, after)).unwrap(), after);
}

#[test]
fn nothing_changed() {
    let scenario = rules();
    check(&scenario, &scenario.clone(), &[]);
    assert_eq!(diff(&scenario, &scenario), json!({}));
}

#[test]
fn a_number_changed() {
    let (before, mut after) = (rules(), rules());
    Arc::make_mut(&mut after.rulebook.rules[2]).points.as_mut().unwrap().amount = Decimal::whole(-7);
    let (id, old) = (&before.rulebook.rules[2].id, before.rulebook.rules[2].points.as_ref().unwrap().amount.0);
    check(&before, &after, &[&format!("rulebook/rules/{id}/points/amount Value {old} → -7")]);
}

#[test]
fn an_absent_field_counts_as_its_default() {
    let (before, mut after) = (rules(), rules());
    after.rulebook.safeguards.no_cliff = true;
    after.rulebook.safeguards.corrections = false;
    Arc::make_mut(&mut after.rulebook.rules[0]).on = false;
    let rule = format!("rulebook/rules/{}/on Value true → false", before.rulebook.rules[0].id);
    check(
        &before,
        &after,
        &[
            &rule,
            "rulebook/safeguards/corrections Value true → false",
            "rulebook/safeguards/no_cliff Value false → true",
        ],
    );
}

#[test]
fn members_come_go_and_move() {
    let (before, mut after) = (rules(), rules());
    let mut event = (*after.events[3]).clone();
    event.id = "new".to_owned();
    let new = serde_json::to_string(&event).unwrap();
    let gone = after.events.remove(0);
    after.events.insert(5, Arc::new(event));
    let (gone, new) = (
        format!("events/{} Removed {} → ·", gone.id, serde_json::to_value(&gone).unwrap()),
        format!("events/new Added · → {}", serde_json::from_str::<Value>(&new).unwrap()),
    );
    check(&before, &after, &[&gone, &new]);

    let mut moved = before.clone();
    let last = moved.kinds.pop().unwrap();
    moved.kinds.insert(0, last);
    let ids = |it: &Scenario| json!(it.kinds.iter().map(|it| &it.id).collect::<Vec<_>>());
    check(&before, &moved, &[&format!("kinds Order {} → {}", ids(&before), ids(&moved))]);
    assert_eq!(diff(&before, &moved), json!({ "kinds": [{}, 0, moved.kinds[0].id] }));
}

#[test]
fn conditions_are_compared_inside_only_if_they_test_the_same() {
    let (mut before, mut after) = (rules(), rules());
    let test =
        |value| Cond::Number { field: "amount".to_owned(), is: Comparison::AtLeast, value: Decimal::whole(value) };
    let (old, new) = (&mut before.rulebook.rules, &mut after.rulebook.rules);
    Arc::make_mut(&mut old[0]).when = Some(Cond::All(vec![test(1), test(2)]));
    Arc::make_mut(&mut new[0]).when = Some(Cond::All(vec![test(1), test(3)]));
    Arc::make_mut(&mut old[1]).when = Some(test(1));
    Arc::make_mut(&mut new[1]).when = Some(Cond::Group("town".to_owned()));
    let (first, second) = (&old[0].id.clone(), &old[1].id.clone());
    check(
        &before,
        &after,
        &[
            &format!("rulebook/rules/{first}/when/all/1/number/value Value 2 → 3"),
            &format!(
                "rulebook/rules/{second}/when Value {} → {}",
                json!({ "number": { "field": "amount", "is": "at-least", "value": 1 } }),
                json!({ "group": "town" })
            ),
        ],
    );
}

#[test]
fn one_thing_is_taken_back_and_nothing_else() {
    let baseline = rules();
    let mut current = baseline.clone();
    "Another title".clone_into(&mut current.title);
    let gone = current.rulebook.rules.remove(4);
    let rule = Arc::make_mut(&mut current.rulebook.rules[0]);
    rule.on = false;
    "A note".clone_into(&mut rule.note);
    let id = rule.id.clone();
    current.rulebook.safeguards.consent = true;

    let mut expected = current.clone();
    expected.rulebook.safeguards.consent = false;
    assert_eq!(revert(&current, &baseline, &path("rulebook/safeguards/consent")).unwrap(), expected);

    let mut expected = current.clone();
    Arc::make_mut(&mut expected.rulebook.rules[0]).on = true;
    assert_eq!(revert(&current, &baseline, &path(&format!("rulebook/rules/{id}/on"))).unwrap(), expected);

    let mut expected = current.clone();
    expected.rulebook.rules.insert(4, gone);
    let back =
        revert(&current, &baseline, &path(&format!("rulebook/rules/{}", expected.rulebook.rules[4].id))).unwrap();
    assert_eq!(back, expected);
    assert!(Arc::ptr_eq(&back.events[0], &current.events[0]), "what stays is shared");

    let mut expected = current.clone();
    expected.rulebook.rules.clone_from(&baseline.rulebook.rules);
    assert_eq!(revert(&current, &baseline, &path("rulebook/rules")).unwrap(), expected);
    assert_eq!(revert(&current, &baseline, &Path::root()).unwrap(), baseline);
}

#[test]
fn only_the_order_is_taken_back() {
    let baseline = rules();
    let mut current = baseline.clone();
    let events = current.events.len();
    current.events.swap(0, events - 1);
    Arc::make_mut(&mut current.events[0]).genuine = false;
    let back = revert_order(&current, &baseline, &path("events")).unwrap();
    let mut expected = baseline.clone();
    Arc::make_mut(expected.events.last_mut().unwrap()).genuine = false;
    assert_eq!(back, expected);
    assert!(revert_order(&current, &baseline, &path("title")).is_err());
    assert!(revert_order(&current, &baseline, &path("nowhere")).is_err());
}

#[test]
fn places_that_are_not_there_are_named() {
    let scenario = rules();
    for (place, code) in [
        ("nothing", "wrong-shape"),
        ("title/first-letter", "wrong-shape"),
        ("rulebook/rules/nobody/on", "unknown"),
        ("cast/nobody/associates/0", "unknown"),
    ] {
        let diagnostic = revert(&scenario, &scenario, &path(place)).unwrap_err();
        assert_eq!(diagnostic.code.id(), code, "{place}");
        assert!(path(place).is_within(&diagnostic.path.0), "{place}: {}", diagnostic.path);
    }
    assert_eq!(revert(&scenario, &scenario, &path("events/nobody")).unwrap(), scenario);
}

#[test]
fn patches_that_do_not_fit_are_refused() {
    let scenario = rules();
    for (patch, place, code) in [
        (json!([]), "", "wrong-shape"),
        (json!({ "colour": ["red"] }), "colour", "wrong-shape"),
        (json!({ "title": [] }), "", "wrong-shape"),
        (json!({ "title": [1] }), "title", "wrong-shape"),
        (json!({ "title": { "a": ["b"] } }), "title", "wrong-shape"),
        (json!({ "version": [9] }), "version", "too-new"),
        (json!({ "events": { "nobody": [] } }), "events/nobody", "unknown"),
        (json!({ "events": [{}, 0, "nobody"] }), "events/nobody", "unknown"),
        (json!({ "events": [{}, -1, "e1"] }), "events", "wrong-shape"),
        (json!({ "events": [{}, 0, null] }), "events", "wrong-shape"),
        (json!({ "events": [0, {}] }), "events", "wrong-shape"),
    ] {
        let diagnostic = apply(&scenario, &patch).unwrap_err();
        assert_eq!((diagnostic.path.0.as_str(), diagnostic.code.id()), (place, code), "{patch}");
    }
    let far = apply(&scenario, &json!({ "events": [{}, u64::MAX, "e1"] })).unwrap();
    assert_eq!(far.events.last().map(|it| it.id.as_str()), Some("e1"), "beyond the end is the end");
}

#[test]
fn a_repeated_id_is_no_ground_for_mixing_up_members() {
    let before = rules();
    let mut after = before.clone();
    let mut twin = (*after.events[0]).clone();
    twin.genuine = false;
    after.events.push(Arc::new(twin));
    let found = changes(&before, &after);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].path.0.as_str(), found[0].what), ("events", What::Value));
    assert_eq!(apply(&before, &diff(&before, &after)).unwrap(), after);
    assert_eq!(revert(&after, &before, &path("events")).unwrap(), before);
}

#[test]
fn a_document_without_a_scale_comes_and_goes() {
    let before = rules();
    let mut after = before.clone();
    after.rulebook.scale = None;
    assert_eq!(diff(&before, &after), json!({ "rulebook": { "scale": [] } }));
    assert_eq!(apply(&before, &diff(&before, &after)).unwrap(), after);
    assert_eq!(apply(&after, &diff(&after, &before)).unwrap(), before);
    let inside = revert(&after, &before, &path("rulebook/scale/start")).unwrap_err();
    assert!(matches!(inside.code, Code::WrongShape { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn a_patch_makes_the_one_of_the_other(base in preset(), first in edits(12), second in edits(12)) {
        let (a, b) = (edited(base.clone(), &first), edited(base, &second));
        prop_assert_eq!(apply(&a, &diff(&a, &b)).unwrap(), b);
    }

    #[test]
    fn a_patch_makes_any_preset_of_any_other(a in preset(), b in preset()) {
        prop_assert_eq!(apply(&a, &diff(&a, &b)).unwrap(), b);
    }

    #[test]
    fn a_patch_makes_any_scenario_of_any_other(seed: u64, other: u64, sizes in (0..40_u32, 0..40_u32)) {
        let (a, b, longer) = (scenario(seed, sizes.0), scenario(other, sizes.1), scenario(seed, sizes.1));
        prop_assert_eq!(apply(&a, &diff(&a, &b)).unwrap(), b);
        prop_assert_eq!(apply(&a, &diff(&a, &longer)).unwrap(), longer);
    }

    #[test]
    fn there_are_changes_if_and_only_if_something_is_different(base in preset(), these in edits(4)) {
        let other = edited(base.clone(), &these);
        prop_assert_eq!(changes(&base, &other).is_empty(), base == other);
        prop_assert_eq!(changes(&base, &other), changes(&base, &other));
    }

    #[test]
    fn every_change_can_be_taken_back(base in preset(), these in edits(6)) {
        let mut current = edited(base.clone(), &these);
        for change in changes(&base, &current) {
            let before = changes(&base, &current).len();
            current = match change.what {
                What::Order => revert_order(&current, &base, &change.path),
                _ => revert(&current, &base, &change.path),
            }.unwrap();
            prop_assert!(changes(&base, &current).len() <= before, "{:?}", change);
        }
        prop_assert_eq!(current, base);
    }
}
