//! The same people and events under other rulebooks: nothing is invented, nothing is moved, everything lost is counted.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::generate::{LARGEST, scenario};
use proptest::prelude::*;
use social_credit_lab::charts::shares::shares;
use social_credit_lab::engine::Points;
use social_credit_lab::scenario::presets::{ALL, latest};
use social_credit_lab::scenario::transfer::{kindred, transfer};
use social_credit_lab::scenario::verdict::{Sort, verdict};
use social_credit_lab::scenario::{Scenario, evaluate, lower};

fn preset(id: &str) -> Scenario {
    latest(id).unwrap().scenario().unwrap()
}

/// What must hold of every transfer.
fn check(life: &Scenario, other: &Scenario) {
    let res = transfer(life, other);
    assert_eq!(res.events, life.events.len());
    assert_eq!(res.scenario.events.len() + res.lost(), res.events, "every event comes over or is counted");
    assert_eq!(res.scenario.rulebook, other.rulebook);
    assert_eq!(res.scenario.kinds, other.kinds);

    // The events are a part of those of the life, in the same order, on the same days.
    let mut rest = life.events.iter();
    for event in &res.scenario.events {
        let was = rest.find(|it| it.id == event.id).expect("an event that is there, after the one before");
        assert_eq!(
            (&was.subject, was.day, was.genuine, &was.corrected),
            (&event.subject, event.day, event.genuine, &event.corrected)
        );
        let same_act = kindred().iter().any(|it| it.kinds.contains(&was.kind) && it.kinds.contains(&event.kind));
        assert!(was.kind == event.kind || same_act, "{} became {}", was.kind, event.kind);
    }
    // What is lost has no kind of that name over there that could take it.
    for (kind, n) in &res.foreign {
        let found: usize = life.events.iter().filter(|it| it.kind == *kind).count();
        assert!(*n > 0 && *n <= found);
    }
    lower(&res.scenario).unwrap_or_else(|it| panic!("{} under {}: {it:?}", life.title, other.title));
}

#[test]
fn every_preset_goes_under_every_other() {
    for life in ALL {
        for other in ALL {
            check(&life.scenario().unwrap(), &other.scenario().unwrap());
        }
    }
}

#[test]
fn every_preset_stays_itself_under_itself() {
    for it in ALL {
        let it = it.scenario().unwrap();
        let res = transfer(&it, &it);
        assert_eq!(res.scenario, it);
        assert_eq!((res.kindred, res.lost()), (0, 0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_scenario_stays_itself_under_itself(seed: u64, size in 0..=LARGEST) {
        let mut it = scenario(seed, size);
        it.expectations.clear();
        let res = transfer(&it, &it);
        prop_assert_eq!(&res.scenario, &it);
        prop_assert_eq!((res.kindred, res.lost()), (0, 0));
    }

    #[test]
    fn any_scenario_goes_under_any_other(one: u64, other: u64, size in 0..=LARGEST, nth in 0..ALL.len()) {
        let life = scenario(one, size);
        check(&life, &scenario(other, size));
        check(&life, &ALL[nth].scenario().unwrap());
        check(&ALL[nth].scenario().unwrap(), &life);
    }

    #[test]
    fn shares_of_a_scale_keep_the_order_of_scores(seed: u64, size in 0..=LARGEST) {
        let it = scenario(seed, size);
        let outcome = evaluate(&it).unwrap();
        for life in &outcome.report.lives {
            let shares = shares(&outcome.lowered.case.rulebook, life);
            prop_assert_eq!(shares.len(), life.course.len());
            for (share, was) in shares.iter().zip(&life.course) {
                prop_assert!(share.score >= Points::ZERO && share.score <= Points::whole(100));
                prop_assert_eq!((share.day, share.band), (was.day, was.band));
            }
            for (share, was) in shares.windows(2).zip(life.course.windows(2)) {
                prop_assert!((share[0].score <= share[1].score) || was[0].score > was[1].score);
            }
        }
    }
}

#[test]
fn the_table_names_kinds_that_there_are() {
    let presets: Vec<Scenario> = ALL.iter().map(|it| it.scenario().unwrap()).collect();
    let known: BTreeSet<&str> = presets.iter().flat_map(|it| &it.kinds).map(|it| it.id.as_str()).collect();
    assert!(!kindred().is_empty());
    for it in kindred() {
        assert!(!it.act.is_empty() && it.kinds.len() > 1, "{it:?}");
        let different: BTreeSet<&String> = it.kinds.iter().collect();
        assert_eq!(different.len(), it.kinds.len(), "{it:?}");
        assert!(it.kinds.iter().all(|it| known.contains(it.as_str())), "{it:?}");
    }
}

#[test]
fn values_sources_and_groups_come_over_as_far_as_they_are_known() {
    let (village, popular) = (preset("village-ledger"), preset("popular-picture"));
    let res = transfer(&village, &popular);
    // A gift of so many yuan is money for charity, of as many yuan.
    let gift = village.events.iter().find(|it| it.kind == "gift" && !it.fields.is_empty()).unwrap();
    let charity = res.scenario.events.iter().find(|it| it.id == gift.id).unwrap();
    assert_eq!(charity.kind, "charity");
    assert_eq!(charity.fields.get("amount"), gift.fields.get("value"));
    // The other rulebook does not know the village's groups.
    assert!(village.cast.iter().any(|it| it.group.is_some()));
    assert!(res.scenario.cast.iter().all(|it| it.group.is_none()));
    // What nobody recorded, nobody records over there.
    let mut silent = village.clone();
    for it in &mut silent.events {
        std::sync::Arc::make_mut(it).recorded_by = Some(Vec::new());
    }
    assert!(transfer(&silent, &popular).scenario.events.iter().all(|it| it.recorded_by == Some(Vec::new())));
}

#[test]
fn what_a_rulebook_has_no_word_for_is_named() {
    let res = transfer(&preset("popular-picture"), &preset("judgment-defaulters"));
    let foreign: BTreeMap<&str, usize> = res.foreign.iter().map(|it| (it.0.as_str(), it.1)).collect();
    assert!(foreign.contains_key("volunteering") && foreign.contains_key("jaywalking"), "{foreign:?}");
    assert!(!foreign.contains_key("unpaid-judgment") && !foreign.contains_key("judgment-met"), "{foreign:?}");
    assert!(res.lost() > res.scenario.events.len(), "a list of debtors sees little of a life");
}

/// Being on a list outweighs a band, and a system without a score orders by its lists.
#[test]
fn verdicts_say_what_each_sort_of_system_says() {
    for it in ALL {
        let it = it.scenario().unwrap();
        let outcome = evaluate(&it).unwrap();
        for subject in 0..outcome.lowered.case.subjects.len() {
            for day in [it.first_day.0, it.last_day.0] {
                let verdict = verdict(&it, &outcome, subject, day).unwrap();
                let life = &outcome.report.lives[subject];
                assert_eq!(verdict.score.map(|it| it.points), it.rulebook.scale.as_ref().map(|_| life.at(day).score));
                assert!(verdict.black.is_empty() || verdict.sort() == Sort::Worst);
                assert!(verdict.score.is_some() || verdict.rank().2 == Points::ZERO);
            }
        }
    }
    let outcome = evaluate(&preset("blank")).unwrap();
    assert_eq!(verdict(&preset("blank"), &outcome, 99, preset("blank").last_day.0), None);
}

/// What the page says of the first subject of each preset, as it was when somebody last read it.
#[test]
fn findings_read_well() {
    use social_credit_lab::text::ENGLISH;
    let t = &ENGLISH.compare;
    let mut lines = Vec::new();
    for life in ALL.iter().filter(|it| it.listed) {
        let life = life.scenario().unwrap();
        let others = ["popular-picture", "credit-bureau", "judgment-defaulters"].map(preset);
        let sides: Vec<Scenario> = std::iter::once(life.clone()).chain(others).collect();
        let name = life.cast.iter().min_by_key(|it| &it.id).map_or("", |it| &it.name);
        let mut seen = Vec::new();
        let mut verdicts = Vec::new();
        for other in &sides {
            let moved = transfer(&life, other);
            let outcome = evaluate(&moved.scenario).unwrap();
            let verdict = verdict(&moved.scenario, &outcome, 0, life.last_day.0).unwrap();
            if moved.sees(&outcome.lowered, 0) {
                verdicts.push((other.title.as_str(), (t.phrase)(&moved.scenario, &verdict)));
            }
            seen.push(format!("  {}: {}", other.title, (t.seen)(moved.lost(), moved.events, moved.kindred)));
        }
        lines.push(format!("# {}\n{}\n{}\n", life.title, (t.finding)(name, &verdicts, sides.len()), seen.join("\n")));
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/compare.txt");
    expect_test::expect_file![path].assert_eq(&lines.join("\n"));
}
