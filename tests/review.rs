//! The review of rulebooks: each lint finds what it should and leaves alone what it should; what it says of the presets;
//! every fix settles its finding.
//!
//! `UPDATE_EXPECT=1 cargo test --test review` writes the golden files in `tests/golden/review`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;

use common::generate::{LARGEST, Sort, of_sort};
use common::overlay::over_base;
use expect_test::expect_file;
use proptest::prelude::*;
use serde_json::{Value, json};
use social_credit_lab::engine::case::{Entry, Life};
use social_credit_lab::review::demands;
use social_credit_lab::review::scorecard::{Answer, Safeguard, scorecard};
use social_credit_lab::review::{Finding, Fix, Lint, Place, Severity, review};
use social_credit_lab::scenario::presets::{ALL, latest};
use social_credit_lab::scenario::{Outcome, Scenario, evaluate};
use social_credit_lab::text::ENGLISH;

fn preset(id: &str) -> Scenario {
    latest(id).unwrap().scenario().unwrap()
}

fn reviewed(scenario: &Scenario) -> Vec<Finding> {
    review(scenario, &evaluate(scenario).unwrap())
}

fn small(block: Value) -> Scenario {
    serde_json::from_value(over_base(block)).unwrap()
}

/// What a lint finds in a small rulebook, as severity and place.
fn found(lint: Lint, block: &Value) -> Vec<(Severity, String)> {
    let scenario = small(block.clone());
    let outcome = evaluate(&scenario).unwrap_or_else(|it| panic!("{block}: {it:#?}"));
    let all = review(&scenario, &outcome).into_iter().filter(|it| it.lint == lint);
    all.map(|it| (it.severity, it.place.path().replace("rulebook/", ""))).collect()
}

/// Checks that a lint finds one thing there, and that it finds nothing once the second block is laid over the first.
#[track_caller]
fn check(lint: Lint, severity: Severity, place: &str, bad: &Value, good: &[Value]) {
    assert_eq!(found(lint, bad), [(severity, place.to_owned())], "{lint:?}: {bad}");
    for good in good {
        assert_eq!(found(lint, good), [], "{lint:?}: {good}");
    }
}

/// A rulebook with these rules, and with other parts.
fn book(rules: &Value, others: &Value) -> Value {
    let mut block = json!({ "rulebook": { "rules": rules } });
    for (key, value) in others.as_object().unwrap() {
        let into =
            if ["kinds", "events", "last_day"].contains(&key.as_str()) { &mut block } else { &mut block["rulebook"] };
        into[key] = value.clone();
    }
    block
}

fn penalty(more: &Value) -> Value {
    let mut it = json!({ "id": "p", "nature": "penalty", "domain": "loans", "bands": ["D"] });
    for (key, value) in more.as_object().unwrap() {
        it[key] = value.clone();
    }
    json!({ "consequences": [it] })
}

fn black(more: &Value) -> Value {
    let mut it = json!({ "id": "l", "nature": "black", "public": true });
    for (key, value) in more.as_object().unwrap() {
        it[key] = value.clone();
    }
    json!([it])
}

use Severity::{Grave, Minor, Questionable};

#[test]
fn relatives() {
    let rule = |points: Value| json!([{ "id": "r", "kind": "late", "points": points }]);
    let spill =
        |amount: i64, share: i64, to: &str| json!({ "amount": amount, "spill": { "share": share, "to": [to] } });
    let none = json!({});
    let bad = book(&rule(spill(-10, 500, "household")), &none);
    let safe = json!({ "safeguards": { "no_spill_over": true } });
    let good = [
        book(&rule(json!({ "amount": -10 })), &none),
        book(&rule(spill(-10, 0, "household")), &none),
        book(&rule(spill(-10, 500, "household")), &safe),
    ];
    check(Lint::Relatives, Grave, "rules/r", &bad, &good);
    check(Lint::Relatives, Questionable, "rules/r", &book(&rule(spill(-10, 500, "owner")), &none), &[]);
    check(Lint::Relatives, Questionable, "rules/r", &book(&rule(spill(10, 500, "household")), &none), &[]);
}

#[test]
fn who_you_are() {
    let rule = |when: Value| json!([{ "id": "r", "kind": "gift", "when": when, "points": { "amount": 5 } }]);
    let none = json!({});
    let bad = book(&rule(json!({ "all": [{ "group": "newcomers" }] })), &none);
    let good = [book(&rule(json!({ "choice": { "field": "to", "is": "charity" } })), &none)];
    check(Lint::WhoYouAre, Grave, "rules/r", &bad, &good);
    let nested = json!({ "not": { "any": [{ "group": "newcomers" }, { "subject": "business" }] } });
    check(Lint::WhoYouAre, Grave, "rules/r", &book(&rule(nested), &none), &[]);
    check(Lint::WhoYouAre, Minor, "rules/r", &book(&rule(json!({ "subject": "person" })), &none), &[]);
}

#[test]
fn essential() {
    let rules = json!([{ "id": "r", "kind": "late", "points": { "amount": -10 } }]);
    let bad = book(&rules, &penalty(&json!({ "essential": true })));
    let mut floor = penalty(&json!({ "essential": true }));
    floor["safeguards"] = json!({ "essential_floor": true });
    let good = [book(&rules, &penalty(&json!({}))), book(&rules, &floor)];
    check(Lint::Essential, Grave, "consequences/p", &bad, &good);
}

#[test]
fn no_way_back() {
    let rules = |loss: Value, gain: Value| {
        json!([{ "id": "r", "kind": "late", "points": loss },
               { "id": "g", "kind": "help", "points": { "amount": 5 }, "limit": gain }])
    };
    let twice = json!({ "per": "year", "times": 2 });
    let bands = penalty(&json!({}));
    let bad = book(&rules(json!({ "amount": -11 }), twice.clone()), &bands);
    let mut fading = bands.clone();
    fading["fading"] = json!(50);
    let good = [
        book(&rules(json!({ "amount": -10 }), twice.clone()), &bands),
        book(&rules(json!({ "amount": -11, "months": 6 }), twice.clone()), &bands),
        book(&rules(json!({ "amount": -11 }), json!({ "per": "month", "times": 2 })), &bands),
        book(&rules(json!({ "amount": -11 }), twice.clone()), &fading),
    ];
    check(Lint::NoWayBack, Grave, "rules/r", &bad, &good);
    let long = book(&rules(json!({ "amount": -11, "months": 12 }), twice.clone()), &bands);
    check(Lint::NoWayBack, Questionable, "rules/r", &long, &[]);
    let idle = book(&rules(json!({ "amount": -11 }), twice), &json!({}));
    check(Lint::NoWayBack, Questionable, "rules/r", &idle, &[]);
}

#[test]
fn permanent() {
    let rule = |effect: &Value| {
        let mut rule = json!({ "id": "r", "kind": "late" });
        for (key, value) in effect.as_object().unwrap() {
            rule[key] = value.clone();
        }
        json!([rule])
    };
    let none = json!({});
    let loss = json!({ "points": { "amount": -10 } });
    let good = [
        book(&rule(&json!({ "points": { "amount": -10, "months": 6 } })), &none),
        book(&rule(&json!({ "points": { "amount": 10 } })), &none),
        book(&rule(&loss), &json!({ "fading": 100 })),
        book(&rule(&loss), &json!({ "safeguards": { "expiry_months": 36 } })),
    ];
    check(Lint::Permanent, Questionable, "rules/r", &book(&rule(&loss), &none), &good);
    let ceiling = |months: Value| book(&rule(&json!({ "ceiling": { "band": "C", "months": months } })), &none);
    check(Lint::Permanent, Grave, "rules/r", &ceiling(Value::Null), &[ceiling(json!(6))]);
    let listing = json!({ "listings": [{ "list": "l" }] });
    let lists = json!({ "lists": black(&json!({})) });
    let mut exit = rule(&listing);
    exit.as_array_mut().unwrap().push(json!({ "id": "x", "kind": "paid", "delistings": ["l"] }));
    let good = [
        book(&exit, &lists),
        book(&rule(&listing), &json!({ "lists": black(&json!({ "months": 6 })) })),
        book(&rule(&listing), &json!({ "lists": black(&json!({ "public": false })) })),
        book(&rule(&listing), &json!({ "lists": black(&json!({ "nature": "red" })) })),
    ];
    check(Lint::Permanent, Grave, "rules/r", &book(&rule(&listing), &lists), &good);
}

#[test]
fn no_notice() {
    let rules = json!([{ "id": "r", "kind": "late", "points": { "amount": -10 } }]);
    let reward = penalty(&json!({ "nature": "reward" }));
    let unfilled = penalty(&json!({ "bands": [], "lists": ["l"] }));
    let mut unfilled = unfilled;
    unfilled["lists"] = black(&json!({}));
    let good = [book(&rules, &json!({})), book(&rules, &reward), book(&rules, &unfilled)];
    check(Lint::NoNotice, Questionable, "rulebook", &book(&rules, &penalty(&json!({}))), &good);
    check(Lint::NoNotice, Grave, "rulebook", &book(&rules, &penalty(&json!({ "essential": true }))), &[]);
}

#[test]
fn wrong_records() {
    let rules = json!([{ "id": "r", "kind": "late", "reported_by": ["office"], "points": { "amount": -10 } }]);
    let events = |n: usize, more: Value| {
        let mut events: Vec<Value> =
            (1..=n).map(|it| json!({ "kind": "late", "day": format!("2021-01-{it:02}") })).collect();
        events[0]["genuine"] = json!(false);
        for (key, value) in more.as_object().unwrap() {
            events[0][key] = value.clone();
        }
        json!({ "events": events })
    };
    let good = [
        book(&rules, &events(10, json!({}))),
        book(&json!([]), &events(9, json!({}))),
        book(&rules, &events(9, json!({ "recorded_by": ["camera"] }))),
    ];
    check(Lint::WrongRecords, Grave, "sources/office", &book(&rules, &events(9, json!({}))), &good);
    let corrected = json!({ "corrected": { "day": "2021-06-01", "by": "appeal" } });
    check(Lint::WrongRecords, Questionable, "sources/office", &book(&rules, &events(9, corrected)), &[]);
}

#[test]
fn endless_list() {
    let rules =
        |months: Value| json!([{ "id": "r", "kind": "judgment", "listings": [{ "list": "l", "months": months }] }]);
    let lists = |more: Value| json!({ "lists": black(&more) });
    let bad = book(&rules(Value::Null), &lists(json!({})));
    let good = [
        book(&rules(json!(12)), &lists(json!({}))),
        book(&rules(Value::Null), &lists(json!({ "months": 12 }))),
        book(&rules(Value::Null), &lists(json!({ "public": false }))),
        book(&json!([]), &lists(json!({}))),
    ];
    check(Lint::EndlessList, Grave, "lists/l", &bad, &good);
    let mut exit = rules(Value::Null);
    exit.as_array_mut().unwrap().push(json!({ "id": "x", "kind": "paid", "delistings": ["l"] }));
    check(Lint::EndlessList, Questionable, "lists/l", &book(&exit, &lists(json!({}))), &[]);
}

#[test]
fn publicity() {
    let rules = json!([{ "id": "r", "kind": "late", "points": { "amount": -10 } }]);
    let bad = book(&rules, &penalty(&json!({ "domain": "publicity" })));
    let good = [
        book(&rules, &penalty(&json!({ "domain": "publicity", "nature": "reward" }))),
        book(&rules, &penalty(&json!({ "domain": "travel" }))),
    ];
    check(Lint::Publicity, Questionable, "consequences/p", &bad, &good);
}

#[test]
fn cross_domain() {
    let rules = json!([{ "id": "r", "kind": "late", "points": { "amount": -10 } }]);
    let of = |domain: &str| penalty(&json!({ "domain": domain }));
    let mut limited = of("travel");
    limited["safeguards"] = json!({ "purpose_limit": true });
    let good = [book(&rules, &of("loans")), book(&rules, &limited), book(&json!([]), &of("travel"))];
    check(Lint::CrossDomain, Questionable, "consequences/p", &book(&rules, &of("travel")), &good);
    check(Lint::CrossDomain, Grave, "consequences/p", &book(&rules, &of("school")), &[]);
}

#[test]
fn double_punishment() {
    let two = |more: Value| {
        let mut second = json!({ "id": "b", "kind": "gift", "points": { "amount": -5 } });
        for (key, value) in more.as_object().unwrap() {
            second[key] = value.clone();
        }
        let to = json!({ "choice": { "field": "to", "is": "party" } });
        json!([{ "id": "a", "kind": "gift", "when": to, "points": { "amount": -5 } }, second])
    };
    let none = json!({});
    let at_most = |value: i64| json!({ "when": { "number": { "field": "yuan", "is": "at-most", "value": value } } });
    let good = [
        book(&two(json!({ "when": { "choice": { "field": "to", "is": "charity" } } })), &none),
        book(&two(json!({ "when": { "not": { "choice": { "field": "to", "is": "party" } } } })), &none),
        book(&two(json!({ "points": { "amount": 5 } })), &none),
        book(&two(json!({ "kind": "late" })), &none),
        book(&two(json!({ "on": false })), &none),
        book(&two(json!({ "reported_by": ["camera"] })), &none),
        book(&two(json!({})), &json!({ "combine": "first" })),
        book(&two(json!({})), &json!({ "combine": "strongest" })),
    ];
    check(Lint::DoublePunishment, Questionable, "rules/b", &book(&two(json!({})), &none), &good);
    check(Lint::DoublePunishment, Questionable, "rules/b", &book(&two(at_most(10)), &none), &[]);
    let listed = json!([{ "id": "a", "kind": "late", "points": { "amount": -5 }, "listings": [{ "list": "l" }] }]);
    let (public, quiet) = (json!({ "lists": black(&none) }), json!({ "lists": black(&json!({ "public": false })) }));
    check(Lint::DoublePunishment, Questionable, "rules/a", &book(&listed, &public), &[book(&listed, &quiet)]);
}

#[test]
fn annihilation() {
    let rule = |then: Value, months: Value| json!([{ "id": "r", "kind": "late", "points": { "amount": -3, "repeat": { "then": then }, "months": months } }]);
    let none = json!({});
    let bad = book(&rule(json!([-6, "all"]), Value::Null), &none);
    let good = [
        book(&rule(json!([-6]), Value::Null), &none),
        book(&rule(json!(["all"]), Value::Null), &json!({ "safeguards": { "event_cap": 20 } })),
        book(&rule(json!(["all"]), Value::Null), &json!({ "safeguards": { "no_cliff": true } })),
    ];
    check(Lint::Annihilation, Grave, "rules/r", &bad, &good);
    check(Lint::Annihilation, Questionable, "rules/r", &book(&rule(json!(["all"]), json!(24)), &none), &[]);
    let flat = |points: i64| book(&json!([{ "id": "r", "kind": "late", "points": { "amount": points } }]), &none);
    check(Lint::Annihilation, Grave, "rules/r", &flat(-100), &[flat(-99)]);
    // Between two bands a step down may be all the way.
    let two = json!([{ "id": "A", "from": 1 }, { "id": "B", "from": 0 }]);
    let two = json!({ "bands": two, "safeguards": { "no_cliff": true } });
    check(Lint::Annihilation, Grave, "rules/r", &book(&rule(json!(["all"]), Value::Null), &two), &[]);
}

#[test]
fn cliff() {
    // The start is at the lowest score of B.
    let rule = |points: i64| json!([{ "id": "r", "kind": "late", "points": { "amount": points } }]);
    let none = json!({});
    let ceiling = |band: &str| book(&json!([{ "id": "r", "kind": "late", "ceiling": { "band": band } }]), &none);
    let good = [
        book(&rule(-50), &none),
        book(&rule(-51), &json!({ "safeguards": { "event_cap": 50 } })),
        book(&rule(-51), &json!({ "safeguards": { "no_cliff": true } })),
        ceiling("C"),
    ];
    check(Lint::Cliff, Questionable, "rules/r", &book(&rule(-51), &none), &good);
    check(Lint::Cliff, Questionable, "rules/r", &ceiling("D"), &[]);
}

#[test]
fn discretion() {
    let rule = |least: i64, most: i64| {
        book(&json!([{ "id": "r", "kind": "late", "points": { "amount": -9, "range": [least, most] } }]), &json!({}))
    };
    check(Lint::Discretion, Questionable, "rules/r", &rule(-50, -5), &[rule(-9, -9)]);
}

#[test]
fn money_buys_points() {
    let rule = |amount: i64, per: bool, limit: Value| {
        let per = if per { json!({ "field": "yuan", "unit": 100 }) } else { Value::Null };
        let points = json!({ "amount": amount, "per": per });
        book(&json!([{ "id": "r", "kind": "gift", "points": points, "limit": limit }]), &json!({}))
    };
    let year = json!({ "per": "year", "points": 20 });
    check(Lint::MoneyBuysPoints, Grave, "rules/r", &rule(1, true, Value::Null), &[rule(-1, true, Value::Null)]);
    check(Lint::MoneyBuysPoints, Questionable, "rules/r", &rule(1, true, year), &[]);
    check(Lint::MoneyBuysPoints, Minor, "rules/r", &rule(1, false, Value::Null), &[]);
    let help = book(&json!([{ "id": "r", "kind": "help", "points": { "amount": 1 } }]), &json!({}));
    assert_eq!(found(Lint::MoneyBuysPoints, &help), []);
}

#[test]
fn uncapped_gain() {
    let rule = |more: Value, points: Value| {
        let mut rule = json!({ "id": "r", "kind": "gift", "points": points });
        for (key, value) in more.as_object().unwrap() {
            rule[key] = value.clone();
        }
        json!([rule])
    };
    let (none, flat) = (json!({}), json!({ "amount": 5 }));
    let per = json!({ "amount": 1, "per": { "field": "yuan", "unit": 100 } });
    let full = json!({ "scale": { "lowest": 0, "highest": 100, "start": 100 }, "bands": [{ "id": "A", "from": 0 }] });
    let times = json!({ "limit": { "per": "month", "times": 3 } });
    let good = [
        book(&rule(times.clone(), flat.clone()), &none),
        book(&rule(none.clone(), json!({ "amount": -5 })), &none),
        book(&rule(none.clone(), json!({ "amount": 5, "repeat": { "then": [3, 0] } })), &none),
        book(&rule(none.clone(), flat.clone()), &full),
    ];
    check(Lint::UncappedGain, Minor, "rules/r", &book(&rule(none.clone(), flat), &none), &good);
    check(Lint::UncappedGain, Questionable, "rules/r", &book(&rule(times, per.clone()), &none), &[]);
    check(Lint::UncappedGain, Minor, "rules/r", &book(&rule(none.clone(), per), &full), &[]);
    let again = json!({ "amount": 5, "repeat": { "then": [0], "within": 12 } });
    check(Lint::UncappedGain, Minor, "rules/r", &book(&rule(none.clone(), again), &none), &[]);
}

#[test]
fn turning_back() {
    let carried =
        |nature: &str, bands: &[&str]| book(&json!([]), &penalty(&json!({ "nature": nature, "bands": bands })));
    let good = [carried("penalty", &["C", "D"]), carried("penalty", &["D"]), carried("penalty", &["A", "B", "C", "D"])];
    check(Lint::TurningBack, Questionable, "consequences/p", &carried("penalty", &["C"]), &good);
    check(Lint::TurningBack, Questionable, "consequences/p", &carried("penalty", &["B", "D"]), &[]);
    check(
        Lint::TurningBack,
        Questionable,
        "consequences/p",
        &carried("reward", &["B"]),
        &[carried("reward", &["A", "B"])],
    );
    let harsher = |domain: &str| {
        let two = json!([{ "id": "p", "nature": "penalty", "domain": "loans", "bands": ["C"] },
                         { "id": "q", "nature": "penalty", "domain": domain, "bands": ["D"] }]);
        book(&json!([]), &json!({ "consequences": two }))
    };
    check(Lint::TurningBack, Questionable, "consequences/p", &harsher("travel"), &[harsher("loans")]);
}

#[test]
fn unreachable_band() {
    let both = |gain: i64, limit: Value| {
        book(
            &json!([{ "id": "g", "kind": "help", "points": { "amount": gain }, "limit": limit },
                    { "id": "r", "kind": "late", "points": { "amount": -10 } }]),
            &json!({}),
        )
    };
    let year = |times: i64| json!({ "per": "year", "times": times });
    let good = [both(10, year(5)), both(10, Value::Null)];
    check(Lint::UnreachableBand, Minor, "bands/A", &both(10, year(4)), &good);
    let only_gain = book(&json!([{ "id": "g", "kind": "help", "points": { "amount": 10 } }]), &json!({}));
    assert_eq!(found(Lint::UnreachableBand, &only_gain), [(Minor, "bands/D".into()), (Minor, "bands/C".into())]);
    let straight = json!([{ "id": "g", "kind": "help", "points": { "amount": 10 } },
                          { "id": "c", "kind": "late", "ceiling": { "band": "D" } }]);
    check(Lint::UnreachableBand, Minor, "bands/C", &book(&straight, &json!({})), &[]);
}

#[test]
fn dead_rule() {
    let rule = |more: Value| {
        let mut rule = json!({ "id": "r", "kind": "gift", "points": { "amount": 5 } });
        for (key, value) in more.as_object().unwrap() {
            rule[key] = value.clone();
        }
        book(&json!([rule]), &json!({}))
    };
    let between = |low: i64, high: i64| {
        json!({ "when": { "all": [
            { "number": { "field": "yuan", "is": "at-least", "value": low } },
            { "not": { "number": { "field": "yuan", "is": "at-least", "value": high } } }] } })
    };
    let good = [rule(json!({})), rule(between(5, 6)), rule(json!({ "reported_by": ["office", "camera"] }))];
    for bad in [
        json!({ "on": false }),
        json!({ "reported_by": ["camera"] }),
        between(6, 6),
        json!({ "when": { "all": [{ "subject": "person" }, { "subject": "business" }] } }),
        json!({ "when": { "any": [] } }),
        json!({ "when": { "not": { "any": [{ "choice": { "field": "to", "is": "charity" } },
                                           { "choice": { "field": "to", "is": "party" } }] } } }),
    ] {
        check(Lint::DeadRule, Minor, "rules/r", &rule(bad), &good);
    }
    let behind = |first: Value, combine: &str| {
        let mut first = first;
        first["id"] = json!("first");
        first["kind"] = json!("gift");
        first["points"] = json!({ "amount": 1 });
        book(&json!([first, { "id": "r", "kind": "gift", "points": { "amount": 5 } }]), &json!({ "combine": combine }))
    };
    let party = json!({ "when": { "choice": { "field": "to", "is": "party" } } });
    let good = [behind(json!({}), "all"), behind(party, "first"), behind(json!({ "on": false }), "strongest")];
    check(Lint::DeadRule, Minor, "rules/r", &behind(json!({}), "first"), &good[..2]);
}

#[test]
fn every_lint_has_a_title_and_a_reason_of_its_own() {
    let lints = social_credit_lab::review::lints::ALL;
    let titles: BTreeSet<_> = lints.iter().map(|it| (ENGLISH.review.lint)(it.0)).collect();
    let reasons: BTreeSet<_> = lints.iter().map(|it| (ENGLISH.review.why)(it.0)).collect();
    assert_eq!((titles.len(), reasons.len()), (lints.len(), lints.len()));
    assert!(lints.is_sorted_by_key(|it| it.0));
}

/// The review of a scenario as text.
fn told(scenario: &Scenario, outcome: &Outcome) -> String {
    let t = &ENGLISH.review;
    let findings = review(scenario, outcome);
    let grave = findings.iter().filter(|it| it.severity == Grave).count();
    let mut text = format!("{}\n{}\n", scenario.title, (t.headline)(findings.len(), grave));
    let mut last = None;
    for it in &findings {
        if last != Some((it.severity, it.lint)) {
            text += &format!("\n{}: {}\n", (t.severity)(it.severity), (t.lint)(it.lint));
            last = Some((it.severity, it.lint));
        }
        let fix = it.fix.as_ref().map(|it| format!(" [{}]", (t.fix)(scenario, it))).unwrap_or_default();
        text += &format!("- {} — {}{fix}\n", (t.place)(scenario, &it.place), (t.what)(scenario, it));
    }
    let card = scorecard(scenario, outcome, &findings);
    text += &format!("\n{}\n", (t.card_finding)(&card));
    for line in &card {
        text += &format!("- {}: {}. {}\n", (t.safeguard)(line.safeguard), (t.answer)(line.answer), (t.ground)(line));
        for it in &line.told {
            let source = it.source.as_deref().map(|it| format!(", {it}")).unwrap_or_default();
            text += &format!("  - {} ({}{source})\n", it.note, (ENGLISH.common.standing)(it.standing));
        }
    }
    text
}

#[test]
fn the_presets_are_reviewed_as_they_always_were() {
    for it in ALL {
        let scenario = it.scenario().unwrap();
        let text = told(&scenario, &evaluate(&scenario).unwrap());
        let file = format!("{}/tests/golden/review/{}.{}.txt", env!("CARGO_MANIFEST_DIR"), it.id, it.revision);
        expect_file![file].assert_eq(&text);
    }
}

#[test]
fn a_dog_licence_is_milder_than_the_popular_picture() {
    let (dog, picture) = (reviewed(&preset("jinan-dog-licence")), reviewed(&preset("popular-picture")));
    let grave = |findings: &[Finding]| findings.iter().filter(|it| it.severity == Grave).count();
    assert!(dog.len() <= 4, "{dog:#?}");
    assert_eq!(grave(&dog), 0, "{dog:#?}");
    assert!(picture.len() >= 30 && grave(&picture) >= 8, "{} and {}", picture.len(), grave(&picture));
    let lints = |findings: &[Finding]| findings.iter().map(|it| it.lint).collect::<BTreeSet<_>>();
    for lint in
        [Lint::Relatives, Lint::Essential, Lint::WrongRecords, Lint::CrossDomain, Lint::NoNotice, Lint::Permanent]
    {
        assert!(lints(&picture).contains(&lint), "{lint:?}");
    }
    for lint in [Lint::Relatives, Lint::Essential, Lint::WrongRecords, Lint::CrossDomain, Lint::Permanent] {
        assert!(!lints(&dog).contains(&lint), "{lint:?}");
    }
}

#[test]
fn the_reform_answers_the_older_rules() {
    let (older, reform) = (preset("rongcheng-rules"), preset("rongcheng-2021"));
    assert!(reviewed(&reform).len() * 2 < reviewed(&older).len());
    let card = |it: &Scenario| {
        let outcome = evaluate(it).unwrap();
        scorecard(it, &outcome, &review(it, &outcome))
    };
    let answer = |it: &Scenario, safeguard| card(it).iter().find(|it| it.safeguard == safeguard).unwrap().answer;
    for safeguard in [Safeguard::Consent, Safeguard::Expiry, Safeguard::Floor] {
        assert_eq!(answer(&reform, safeguard), Answer::Yes, "{safeguard:?}");
        assert_ne!(answer(&older, safeguard), Answer::Yes, "{safeguard:?}");
    }
}

#[test]
fn what_sources_say_stands_beside_the_answer() {
    let line = |it: &Scenario, at: Safeguard| {
        let outcome = evaluate(it).unwrap();
        let lines = scorecard(it, &outcome, &review(it, &outcome));
        lines.into_iter().find(|it| it.safeguard == at).unwrap()
    };
    let mut rules = preset("rongcheng-rules");
    let notice = line(&rules, Safeguard::Notice);
    assert_eq!((notice.answer, notice.told.len()), (Answer::Yes, 1));
    assert!(notice.told[0].source.as_ref().unwrap().contains("Rongcheng Measures"));
    assert_eq!(line(&rules, Safeguard::Audit).answer, Answer::Untold);
    // Switched off, the source still says what it says, and the answer is plain.
    rules.rulebook.safeguards.notice = false;
    let notice = line(&rules, Safeguard::Notice);
    assert_eq!((notice.answer, notice.told.len()), (Answer::No, 1));
    // What nobody takes from the record cannot hide behind silent sources.
    for id in ["blank", "popular-picture"] {
        assert_eq!(line(&preset(id), Safeguard::Notice).answer, Answer::No, "{id}");
    }
}

#[test]
fn documents_ask_for_every_safeguard_and_in_words_of_their_own() {
    let words: BTreeSet<_> = demands::ALL.iter().map(|it| (ENGLISH.review.asks)(it)).collect();
    assert_eq!(words.len(), demands::ALL.len());
    for it in Safeguard::ALL {
        assert!(demands::about(it).count() > 0, "{it:?}");
    }
}

/// What can be seen of a life without knowing which rule is behind it.
fn seen(life: &Life) -> impl PartialEq + std::fmt::Debug {
    let moves: Vec<_> = life.lines.iter().filter(|it| !it.applied.is_zero()).map(|it| (it.day, it.applied)).collect();
    let lists = life.lines.iter().filter(|it| matches!(it.entry, Entry::Listed { .. } | Entry::ListingEnded { .. }));
    let spans: Vec<_> = life.consequences.iter().map(|it| (it.consequence, it.begin, it.end)).collect();
    (moves, life.course.clone(), lists.map(|it| it.day).collect::<Vec<_>>(), spans)
}

/// Applies every fix on its own and checks that its finding is gone, and that nothing graver comes of it.
fn fixes_settle(scenario: &Scenario) -> Result<(), String> {
    let outcome = evaluate(scenario).map_err(|it| format!("{it:?}"))?;
    let before = review(scenario, &outcome);
    for it in before.iter().filter(|it| it.fix.is_some()) {
        let fix = it.fix.as_ref().unwrap();
        let mut fixed = scenario.clone();
        fix.apply(&mut fixed);
        let after = evaluate(&fixed).map_err(|errors| format!("{fix:?} breaks the document: {errors:?}"))?;
        let found = review(&fixed, &after);
        let same = |other: &&Finding| other.lint == it.lint && other.place == it.place && other.what == it.what;
        if let Some(left) = found.iter().find(same) {
            return Err(format!("{fix:?} leaves {left:?}"));
        }
        let is_new = |other: &&Finding| {
            other.lint == it.lint && !before.iter().any(|it| it.place == other.place && it.lint == other.lint)
        };
        let may_surface = matches!(fix, Fix::Delete(_) | Fix::SwitchOff(_));
        if let Some(new) = found.iter().find(is_new).filter(|_| !may_surface) {
            return Err(format!("{fix:?} brings {new:?}"));
        }
        if it.lint == Lint::DeadRule {
            let lives = outcome.report.lives.iter().zip(&after.report.lives);
            if lives.into_iter().any(|(before, after)| seen(before) != seen(after)) {
                return Err(format!("without {:?} the scores are others", it.place));
            }
        }
    }
    Ok(())
}

#[test]
fn notice_is_declared_by_its_fix_and_moves_no_score() {
    let scenario = preset("popular-picture");
    let found = reviewed(&scenario).into_iter().find(|it| it.lint == Lint::NoNotice).unwrap();
    assert_eq!((&found.place, &found.fix), (&Place::Book, &Some(Fix::Notice)));
    let mut fixed = scenario.clone();
    found.fix.unwrap().apply(&mut fixed);
    assert!(fixed.rulebook.safeguards.notice && !scenario.rulebook.safeguards.notice);
    assert!(reviewed(&fixed).iter().all(|it| it.lint != Lint::NoNotice));
    assert_eq!(evaluate(&scenario).unwrap().report, evaluate(&fixed).unwrap().report);
}

#[test]
fn fixes_of_presets_settle_their_findings() {
    for it in ALL {
        fixes_settle(&it.scenario().unwrap()).unwrap_or_else(|error| panic!("{}: {error}", it.id));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    /// On any rulebook: fixes settle their findings and keep the document valid; deleting a dead rule changes no life.
    #[test]
    fn fixes_settle_their_findings(seed in any::<u64>(), size in 0..=LARGEST) {
        let scenario = of_sort(Sort::Any, seed, size);
        if let Err(error) = fixes_settle(&scenario) {
            return Err(TestCaseError::fail(error));
        }
    }

    /// Every finding names a part that is there, and has words.
    #[test]
    fn findings_name_what_is_there(seed in any::<u64>(), size in 0..=LARGEST) {
        let scenario = of_sort(Sort::Any, seed, size);
        let book = &scenario.rulebook;
        for it in reviewed(&scenario) {
            let is_there = match &it.place {
                Place::Book => true,
                Place::Rule(id) => book.rules.iter().any(|it| it.id == *id),
                Place::Band(id) => book.bands.iter().any(|it| it.id == *id),
                Place::List(id) => book.lists.iter().any(|it| it.id == *id),
                Place::Consequence(id) => book.consequences.iter().any(|it| it.id == *id),
                Place::Source(id) => book.sources.iter().any(|it| it.id == *id),
            };
            prop_assert!(is_there, "{:?}", it);
            prop_assert!((ENGLISH.review.what)(&scenario, &it).ends_with('.'), "{:?}", it);
        }
    }

    /// No life of the scenario itself is in a band that is called unreachable.
    #[test]
    fn nobody_is_in_a_band_out_of_reach(seed in any::<u64>(), size in 0..=LARGEST) {
        let scenario = of_sort(Sort::Any, seed, size);
        let outcome = evaluate(&scenario).unwrap();
        let bands = &scenario.rulebook.bands;
        for it in review(&scenario, &outcome).iter().filter(|it| it.lint == Lint::UnreachableBand) {
            let Place::Band(id) = &it.place else { panic!("{it:?}") };
            let band = bands.len() - 1 - bands.iter().position(|it| it.id == *id).unwrap();
            let someone = outcome.report.lives.iter().position(|it| it.course.iter().any(|it| it.band == band));
            prop_assert_eq!(someone, None, "{:?}", it);
        }
    }
}
