//! The society of a document: it can be made of every rulebook, every assumption moves something, and a simulated life
//! that is opened as a scenario is the life that the town lived.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeSet;

use common::generate;
use proptest::prelude::*;
use serde_json::{Value, json};
use social_credit_lab::engine::society::model::{NATURES, Nature, Scored};
use social_credit_lab::engine::society::tally::Monthly;
use social_credit_lab::engine::society::{Society, Tally, count, diary};
use social_credit_lab::scenario::doc::{Dial, Reform, Shock, ShockSort, SourceSort};
use social_credit_lab::scenario::presets::ALL;
use social_credit_lab::scenario::society::dials::Of;
use social_credit_lab::scenario::society::town::parse;
use social_credit_lab::scenario::society::{
    absent, deeds, dial, dials, is_on, memory, open, reform, reformed, settle, town, value,
};
use social_credit_lab::scenario::transfer::kindred;
use social_credit_lab::scenario::{Scenario, bounds, evaluate, lower, read, write};

fn society(scenario: &Scenario) -> Society {
    settle(scenario, &lower(scenario).unwrap()).unwrap()
}

fn lived(society: &Society) -> Tally {
    count(society, 0, 0..society.neighbourhoods())
}

fn presets() -> impl Iterator<Item = (&'static str, Scenario)> {
    ALL.iter().map(|it| (it.id, it.scenario().unwrap()))
}

fn set(scenario: &mut Scenario, id: &str, value: i32) {
    scenario.society.dials.retain(|it| it.id != id);
    scenario.society.dials.push(Dial { id: id.to_owned(), value });
}

#[test]
fn the_town_makes_sense() {
    let town = parse().unwrap();
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for it in dials() {
        assert!(ids.insert(&it.id), "{} is there twice", it.id);
        assert!(it.allows(it.value) && it.family.min < it.family.max && it.family.step > 0, "{}", it.id);
        assert!(it.id.len() <= bounds::ID_CHARS && lower::is_id(&it.id), "{}", it.id);
        assert_eq!(it.family.label.contains("{}"), it.family.of != Of::Town, "{}: {}", it.id, it.family.label);
        let about = it.name.len() + "{}".len() - it.family.label.len();
        assert!(it.family.of == Of::Town || about > 2, "{}: nothing is called {}", it.id, it.key);
        assert!(names.insert(&it.name), "{} is called as another: {}", it.id, it.name);
        assert!(!it.family.about.contains("The same"), "{} cannot stand alone: {}", it.id, it.family.about);
        assert!(it.family.of != Of::Town || it.key.is_empty(), "{}", it.id);
        assert!(town.sections.iter().any(|of| of.id == it.family.section), "{}", it.id);
        assert!(it.family.about.ends_with('.'), "{}", it.id);
        assert_eq!(dial(&it.id).unwrap().id, it.id);
        assert_eq!(value(&Default::default(), &it.id), it.value);
    }
    assert!(dials().len() <= bounds::DIALS, "a document can change all {}", dials().len());
    assert!(town.names.len() >= 100 && town.firms.len() >= 10);
    for it in &town.dials {
        assert!(it.backed.iter().all(|backed| it.values.iter().any(|of| of.0 == backed.key)), "{}", it.family);
    }
    // Each group harms others as often as any other: unequal results have other causes.
    for it in &town.groups {
        assert_eq!(dial(&format!("conduct-harmful-{}", it.id)).unwrap().value, 100);
    }
}

/// A group of the scenario is one of the town, whose people then are in it, or is told to have nobody.
#[test]
fn groups_have_people_in_the_town_or_are_told_to_have_none() {
    for (name, scenario) in presets() {
        let none: Vec<&str> = absent(&scenario).map(|it| it.id.as_str()).collect();
        let society = society(&scenario);
        for (at, group) in scenario.groups.iter().enumerate() {
            let has_people = society.groups.iter().any(|it| it.is == Some(at) && it.share > 0);
            assert_ne!(has_people, none.contains(&group.id.as_str()), "{name}: {}", group.id);
        }
        let expected: &[&str] = match name {
            "credit-bureau" => &["tenants", "owners"],
            "firm-tax-rating" => &["exporters"],
            "suining-2010" => &["pupils"],
            "village-ledger" => &["savings", "no-savings"],
            _ => &[],
        };
        assert_eq!(none, expected, "{name}");
    }
}

#[test]
fn every_kind_of_every_preset_is_one_act() {
    let acts = &town().acts;
    for (name, scenario) in presets() {
        for kind in &scenario.kinds {
            let of = acts.iter().filter(|it| it.kinds.contains(&kind.id)).count();
            assert_eq!(of, 1, "{name}: {}", kind.id);
        }
    }
    // The first, closest sort of kindred kinds are one act here too.
    for it in kindred().iter().take(15) {
        let of: BTreeSet<_> =
            acts.iter().filter(|act| it.kinds.iter().any(|kind| act.kinds.contains(kind))).map(|it| &it.id).collect();
        assert_eq!(of.len(), 1, "{}: {of:?}", it.act);
    }
}

#[test]
fn every_preset_has_a_society() {
    for (name, scenario) in presets() {
        let society = society(&scenario);
        assert_eq!((society.people, society.months, society.first.day_of_month()), (10_000, 60, 1), "{name}");
        assert_eq!(society.behaviours.len(), deeds(&scenario, &lower(&scenario).unwrap()).len());
        for kind in 0..scenario.kinds.len() {
            assert!(society.behaviours.iter().any(|it| it.kind == Some(kind)), "{name}");
        }
        for nature in Nature::ALL {
            assert!(society.behaviours.iter().any(|it| it.nature == nature), "{name}: nothing is {nature:?}");
        }
    }
}

/// Under the rulebooks that lessons begin with, people end all over the scale, and groups apart.
#[test]
fn not_everybody_ends_at_one_end() {
    for name in ["popular-picture", "rongcheng-rules"] {
        let mut scenario = ALL.iter().find(|it| it.id == name).unwrap().scenario().unwrap();
        scenario.society.people = Some(4_000);
        let society = society(&scenario);
        let tally = lived(&society);
        let share = |band: usize| {
            let people: u64 = (0..society.cells()).map(|cell| tally.band(band, 59, cell)).sum();
            people * 1000 / 4_000
        };
        let shares: Vec<u64> = (0..society.bands()).map(share).collect();
        assert!(shares.iter().all(|it| *it < 550), "{name}: {shares:?}");
        assert!(shares.iter().filter(|it| **it > 20).count() >= 4, "{name}: {shares:?}");
    }
}

/// A rulebook with a kind for every act, every sort of source, penalties in every domain, and a way to contest records.
fn everything() -> Scenario {
    let word = |it: SourceSort| serde_json::to_value(it).unwrap();
    let sorts: Vec<Value> = town().sorts.iter().map(|it| word(it.sort)).collect();
    let sources: Vec<Value> = sorts.iter().map(|it| json!({ "id": it, "label": it, "sort": it })).collect();
    let neighbour = word(SourceSort::Neighbour);
    let mut kinds = Vec::new();
    let mut rules = Vec::new();
    for act in town().acts.iter().filter(|it| !it.kinds.is_empty() || it.generic.is_some()) {
        let id = act.kinds.first().cloned().unwrap_or_else(|| format!("x-{}", act.id));
        // Two sources for each kind, so that one more record makes a difference; neighbours see good deeds.
        let at = kinds.len();
        let mut by = vec![&sorts[at % sorts.len()], &sorts[(at + 3) % sorts.len()]];
        if act.nature == Nature::Prosocial && at % 2 == 1 {
            by = vec![&neighbour];
        }
        kinds.push(json!({
            "id": id, "label": act.label, "short": act.id, "sources": by, "domain": "loans",
            "fields": [{ "id": "sum", "label": "Sum", "unit": "yuan", "default": 400 },
                       { "id": "hours", "label": "Hours", "unit": "hours", "default": 4 }],
        }));
        let amount = match act.nature {
            Nature::Prosocial => 4,
            _ => -6,
        };
        let mut rule = json!({ "id": id, "kind": id, "standing": "invented", "points": { "amount": amount } });
        if act.id == "default" {
            rule["listings"] = json!([{ "list": "public", "months": 12 }]);
        }
        if act.id == "give" {
            rule["points"]["per"] = json!({ "field": "sum", "unit": 200 });
        }
        if act.id == "volunteer" {
            rule["points"]["per"] = json!({ "field": "hours", "unit": 2 });
        }
        if act.id == "traffic" {
            rule["points"]["spill"] = json!({ "share": 300, "to": ["household", "owner", "supplier"] });
        }
        if act.id != "other-lawful" {
            rules.push(rule);
        }
    }
    let penalty = |(at, it): (usize, &social_credit_lab::scenario::society::town::DomainSpec)| {
        json!({ "id": format!("c{at}"), "label": it.label, "nature": "penalty", "domain": it.domain,
                "bands": if at % 2 == 0 { json!(["C"]) } else { json!(["B", "C"]) }, "lists": ["public"],
                "standing": "invented" })
    };
    let consequences: Vec<Value> = town().domains.iter().enumerate().map(penalty).collect();
    let mut dials: Vec<Value> = Vec::new();
    for (id, value) in
        [("know", 500), ("mismatch", 50), ("report-invents", 500), ("felt", 100), ("report-rate", 2000), ("told", 600)]
    {
        dials.push(json!({ "id": id, "value": value }));
    }
    for it in &town().groups {
        dials.push(json!({ "id": format!("share-{}", it.id), "value": 20 }));
    }
    let scenario = json!({
        "version": 1, "title": "Everything", "mechanism": "score", "standing": "invented",
        "first_day": "2020-01-01", "last_day": "2024-12-31", "kinds": kinds,
        "rulebook": {
            "scale": { "lowest": 0, "highest": 200, "start": 100 },
            "bands": [{ "id": "A", "from": 110 }, { "id": "B", "from": 90 }, { "id": "C", "from": 0 }],
            "sources": sources, "rules": rules,
            "lists": [{ "id": "public", "label": "Public", "nature": "black", "public": true, "standing": "invented" }],
            "consequences": consequences,
            "safeguards": { "consent": true, "appeal": true, "human_review": true, "audit": true },
        },
        "cast": [], "events": [],
        "society": { "people": 1200, "months": 24, "dials": dials},
    });
    read(&scenario.to_string()).unwrap()
}

/// An assumption that changes nothing is a dead dial, and there is none.
#[test]
fn every_dial_moves_something() {
    let mut by_category = everything();
    by_category.rulebook.safeguards.reasons = social_credit_lab::scenario::doc::Reasons::Category;
    let worlds: Vec<(Scenario, Tally)> = [everything(), by_category]
        .into_iter()
        .map(|it| {
            let tally = lived(&society(&it));
            (it, tally)
        })
        .collect();
    let mut dead = Vec::new();
    for it in dials() {
        for extreme in [it.family.min, it.family.max] {
            let moves = |(scenario, before): &(Scenario, Tally)| {
                let mut after = scenario.clone();
                set(&mut after, &it.id, extreme);
                lived(&society(&after)).counts() != before.counts()
            };
            let stays = worlds.iter().all(|world| value(&world.0.society, &it.id) == extreme);
            if !stays && !worlds.iter().any(moves) {
                dead.push((it.id.as_str(), extreme));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
}

/// Without errors, mix-ups and made-up reports nobody is wrongly penalised.
#[test]
fn wrong_penalties_come_from_wrong_records_alone() {
    for (name, mut scenario) in presets() {
        scenario.society.people = Some(800);
        scenario.society.months = Some(36);
        let honest = dials().iter().filter(|it| it.family.family == "error").map(|it| it.id.as_str());
        let honest: Vec<&str> = honest.chain(["mismatch", "report-invents"]).collect();
        honest.iter().for_each(|id| set(&mut scenario, id, 0));
        let society = society(&scenario);
        let tally = lived(&society);
        for month in 0..36 {
            for cell in 0..society.cells() {
                assert_eq!(tally.monthly(Monthly::Wrongly, month, cell), 0, "{name}");
                assert_eq!(tally.monthly(Monthly::Error, month, cell), 0, "{name}");
            }
        }
    }
}

/// Opens somebody as a scenario, and compares the score in every month.
fn opens(scenario: &Scenario, society: &Society, replicate: u32, person: u32) {
    let diary = diary(society, replicate, person);
    let opened = open(scenario, society, &diary);
    assert_eq!(read(&write(&opened)).as_ref(), Ok(&opened));
    let outcome = evaluate(&opened).unwrap_or_else(|it| panic!("{it:?}"));
    assert!(
        outcome.lowered.warnings.iter().all(|it| !it.path.0.starts_with("events")),
        "{:?}",
        outcome.lowered.warnings
    );
    assert_eq!(opened.cast[0].id, format!("p{person:07}"), "the person comes first");
    let names: BTreeSet<_> = opened.cast.iter().map(|it| &it.name).collect();
    assert_eq!(names.len(), opened.cast.len(), "two people have one name");
    assert_eq!(outcome.report.lives.len(), diary.members.len());
    for (member, life) in diary.members.iter().zip(&outcome.report.lives) {
        assert_eq!(member.moments.len(), society.months as usize);
        for (month, moment) in member.moments.iter().enumerate() {
            let day = society.first.plus_months(u32::try_from(month).unwrap());
            let standing = life.at(day);
            let found = (standing.score, standing.band);
            assert_eq!(found, (moment.score, moment.band), "{} in month {month}: {}", member.person, opened.title);
            let holds = |it: &social_credit_lab::engine::case::Interval| {
                let penalty = society.rulebook.consequences[it.consequence].penalty;
                penalty && it.begin <= day && it.end.is_none_or(|end| day < end)
            };
            assert_eq!(life.consequences.iter().any(holds), moment.penalised, "{} in month {month}", member.person);
        }
    }
    let (wrong, recorded) = (opened.events.iter().filter(|it| !it.genuine).count(), diary.events.len());
    assert!(wrong <= recorded && opened.events.len() == recorded);
}

/// A small town in which much goes wrong.
fn eventful(scenario: &mut Scenario, seed: u32) {
    scenario.society.people = Some(160);
    scenario.society.months = Some(30);
    scenario.society.seed = Some(seed);
    for (id, value) in
        [("mismatch", 100), ("report-rate", 3000), ("report-invents", 600), ("told", 900), ("win-true", 500)]
    {
        set(scenario, id, value);
    }
    for it in dials().iter().filter(|it| it.family.family == "error" || it.family.family == "appeals") {
        set(scenario, &it.id, 300);
    }
    let shock = |id: &str, what, from| Shock { id: id.to_owned(), what, from, months: 5, strength: None, source: None };
    scenario.society.shocks = vec![
        shock("a", ShockSort::Recession, 3),
        shock("b", ShockSort::Outage, 6),
        shock("c", ShockSort::Leak, 9),
        shock("d", ShockSort::CapturedOffice, 12),
        shock("e", ShockSort::Cameras, 14),
    ];
    let safeguards = &mut scenario.rulebook.safeguards;
    safeguards.appeal = seed.is_multiple_of(2);
    safeguards.audit = seed.is_multiple_of(3);
    safeguards.human_review = seed.is_multiple_of(5);
    safeguards.false_records_days = (seed.is_multiple_of(7)).then_some(100);
}

#[test]
fn every_simulated_life_opens_as_itself() {
    for (at, (_, mut scenario)) in presets().enumerate() {
        for seed in [0, 1, 2] {
            eventful(&mut scenario, seed + u32::try_from(at).unwrap());
            let society = society(&scenario);
            for (replicate, person) in [(0, 0), (0, 35), (1, 38), (2, 79), (0, 121), (1, 159)] {
                opens(&scenario, &society, replicate, person);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn lives_under_random_rulebooks_open_as_themselves(seed in any::<u64>(), luck in any::<u16>()) {
        let mut scenario = generate::scenario(seed, 8);
        eventful(&mut scenario, u32::from(luck));
        let society = society(&scenario);
        for person in [2, 37, 39, 80] {
            opens(&scenario, &society, luck.into(), person);
        }
    }

    #[test]
    fn any_reform_of_any_preset_has_a_society(at in 0..ALL.len(), which in any::<u16>()) {
        let mut scenario = ALL[at].scenario().unwrap();
        scenario.society.reform =
            Reform::ALL.into_iter().enumerate().filter(|it| which & (1 << it.0) != 0).map(|it| it.1).collect();
        match reformed(&scenario) {
            None => prop_assert!(scenario.society.reform.is_empty()),
            Some(after) => {
                for it in &scenario.society.reform {
                    prop_assert!(is_on(&after, *it), "{it:?}");
                }
                let (before, after) = (society(&scenario), society(&after));
                prop_assert_eq!(before.behaviours.len(), after.behaviours.len());
                prop_assert_eq!(before.cells(), after.cells());
            }
        }
    }
}

/// The longest lives under the busiest assumptions still are scenarios that can be opened.
#[test]
fn a_life_that_is_too_full_is_cut_short() {
    let mut scenario = everything();
    scenario.society.months = Some(240);
    for it in dials().iter().filter(|it| it.family.family == "rate" || it.family.family == "coverage") {
        set(&mut scenario, &it.id, it.family.max);
    }
    let society = society(&scenario);
    let diary = diary(&society, 0, 3);
    assert!(diary.events.len() > bounds::EVENTS);
    let opened = open(&scenario, &society, &diary);
    assert!(opened.events.len() <= bounds::EVENTS && !opened.events.is_empty());
    let outcome = evaluate(&opened).unwrap_or_else(|it| panic!("{it:?}"));
    for (member, life) in diary.members.iter().zip(&outcome.report.lives) {
        for (month, moment) in member.moments.iter().enumerate() {
            let day = society.first.plus_months(u32::try_from(month).unwrap());
            if day <= opened.last_day.0 {
                assert_eq!(life.at(day).score, moment.score);
            }
        }
    }
}

#[test]
fn each_reform_does_what_it_says() {
    let picture = ALL.iter().find(|it| it.id == "popular-picture").unwrap().scenario().unwrap();
    for it in Reform::ALL {
        assert!(!is_on(&picture, it), "{it:?}");
        let mut after = picture.clone();
        reform::apply(&mut after, it);
        assert!(is_on(&after, it), "{it:?}");
        assert!(lower(&after).is_ok());
    }
    let with = |it| {
        let mut after = picture.clone();
        reform::apply(&mut after, it);
        society(&after)
    };
    assert!(society(&picture).sources.iter().enumerate().any(|it| it.1.neighbour));
    let silent = with(Reform::NoNeighbours);
    assert!(silent.sources.iter().enumerate().all(|it| !it.1.neighbour || !silent.rulebook.sources_on.has(it.0)));
    let free = with(Reform::LawfulActsFree);
    assert!(free.behaviours.iter().all(|it| it.nature != Nature::Judged || it.scored != Scored::Loss));
    let kept = with(Reform::Proportion).rulebook.safeguards;
    assert_eq!(kept.event_cap.unwrap().to_string(), "65");
    assert_eq!(kept.year_cap.unwrap().to_string(), "195");
    assert!(with(Reform::Appeal).appeals.heard && !society(&picture).appeals.heard);
}

#[test]
fn a_kind_that_no_act_has_is_what_rules_make_of_it() {
    let mut scenario = everything();
    let natures = |scenario: &Scenario| -> Vec<(Nature, Scored)> {
        let society = society(scenario);
        ["x-other-good", "x-other-harm", "x-other-lawful"]
            .into_iter()
            .map(|id| {
                let kind = scenario.kinds.iter().position(|it| it.id == id);
                let it = society.behaviours.iter().find(|it| it.kind == kind).unwrap();
                (it.nature, it.scored)
            })
            .collect()
    };
    let (gain, loss) = ((Nature::Prosocial, Scored::Gain), (Nature::Harmful, Scored::Loss));
    let lawful = (Nature::Judged, Scored::No);
    assert_eq!(natures(&scenario), [gain, loss, lawful]);
    for it in &mut scenario.rulebook.rules {
        std::sync::Arc::make_mut(it).on = false;
    }
    assert_eq!(natures(&scenario), [lawful; 3]);
}

#[test]
fn memory_grows_with_runs_and_months_and_not_with_people() {
    let mut scenario = everything();
    let small = memory(&society(&scenario), 20);
    scenario.society.people = Some(1_000_000);
    assert_eq!(memory(&society(&scenario), 20), small);
    scenario.society.months = Some(120);
    let large = memory(&society(&scenario), 20);
    assert!(large > small * 4 && large < 500_000_000, "{large}");
    assert!(memory(&society(&scenario), 200) > large * 8);
    assert_eq!(NATURES, 4);
}

/// Near the end of the calendar the town begins early enough to have all its months.
#[test]
fn the_last_days_of_the_calendar_have_a_society_too() {
    let mut scenario = everything();
    scenario.first_day.0 = "2199-06-15".parse().unwrap();
    scenario.last_day.0 = "2199-12-31".parse().unwrap();
    let society = society(&scenario);
    assert!(society.first.checked_plus_months(society.months).is_some());
    assert_eq!(society.first.day_of_month(), 1);
    opens(&scenario, &society, 0, 5);
}
