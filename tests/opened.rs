//! Documents as they come from outside: texts that hide something, things with one id, shares that come to nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use common::generate::scenario as random;
use serde_json::{Value, json};
use social_credit_lab::editor::draft;
use social_credit_lab::editor::history::{Document, History};
use social_credit_lab::engine::model::SubjectKind;
use social_credit_lab::scenario::doc::{Dial, Scenario};
use social_credit_lab::scenario::link::{self, Shared, View};
use social_credit_lab::scenario::society::{dial, dials, set, settle};
use social_credit_lab::scenario::unique::{Renamed, make_unique};
use social_credit_lab::scenario::{Code, Thing, evaluate, lower, presets, read, write};
use social_credit_lab::text::ENGLISH;
use social_credit_lab::text::finding::Named;

const NAMES: &str = include_str!("fixtures/names.json");

fn preset(id: &str) -> Scenario {
    presets::latest(id).unwrap().scenario().unwrap()
}

/// Every text of a value, keys among them.
fn texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(it) => into.push(it.clone()),
        Value::Array(list) => list.iter().for_each(|it| texts(it, into)),
        Value::Object(record) => record.iter().for_each(|(key, it)| {
            into.push(key.clone());
            texts(it, into);
        }),
        _ => {}
    }
}

fn all_texts(scenario: &Scenario) -> Vec<String> {
    let mut all = Vec::new();
    texts(&serde_json::to_value(scenario).unwrap(), &mut all);
    all
}

/// Whether every stretch that is set apart ends, and nothing else turns text round.
fn is_in_order(text: &str) -> bool {
    let turns = |it: char| {
        matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
    };
    let depth = text.chars().try_fold(0_i32, |depth, it| match it {
        '\u{2068}' => Some(depth + 1),
        '\u{2069}' => Some(depth - 1).filter(|it| *it >= 0),
        _ => Some(depth),
    });
    !text.contains(turns) && depth == Some(0)
}

#[test]
fn no_text_from_outside_turns_others_round() {
    let scenario = read(NAMES).unwrap();
    assert!(all_texts(&scenario).iter().all(|it| is_in_order(it)));
    assert_eq!(scenario.cast[0].name, "\u{2068}محمد 7\u{2069}");
    assert_eq!(scenario.cast[1].name, "elaV niboR 50");
    assert!(scenario.title.starts_with("\u{2068}05 rof") && scenario.title.ends_with("7\u{2069}"));
    assert!(scenario.cast[3].name.starts_with("👩\u{200d}👩\u{200d}👧 Zoë 🇩🇪 J"), "emoji keep their joiners");
    lower(&scenario).expect("isolates count for no length");
}

#[test]
fn sentences_keep_their_order_around_such_names() {
    let scenario = read(NAMES).unwrap();
    let outcome = evaluate(&scenario).unwrap();
    for subject in 0..outcome.report.lives.len() {
        let names = Named { scenario: &scenario, outcome: &outcome, subject };
        let finding = social_credit_lab::engine::explain::finding(&outcome.lowered.case, &outcome.report, subject);
        let told = (ENGLISH.finding.told)(&finding, &names);
        assert!(is_in_order(&told.title) && is_in_order(&told.rest), "{told:?}");
    }
    let changes = social_credit_lab::scenario::compare::changes(&preset("rongcheng-rules"), &scenario);
    for it in &changes {
        let words = (ENGLISH.changes.describe)(&preset("rongcheng-rules"), &scenario, it);
        assert!([&words.what, &words.before, &words.after].into_iter().all(|it| is_in_order(it)), "{words:?}");
    }
}

#[test]
fn files_links_and_drafts_hold_such_texts_clean_and_open_the_same() {
    let scenario = read(NAMES).unwrap();
    let written = write(&scenario);
    assert!(!written.contains(['\u{2068}', '\u{2069}', '\u{202e}']));
    assert_eq!(read(&written).unwrap(), scenario);
    let shared = Shared { scenario: scenario.clone(), base: None, view: View::default() };
    assert_eq!(link::decode(&link::encode(&shared)).unwrap().scenario, scenario);
    let base = Some(link::Base { id: "rongcheng-rules".to_owned(), revision: 2 });
    let shared = Shared { scenario: scenario.clone(), base, view: View::default() };
    assert_eq!(link::decode(&link::encode(&shared)).unwrap().scenario, scenario);
    let scenario = Arc::new(scenario);
    let mut history = History::new(Document::new(scenario.clone(), None, "d".to_owned()));
    history.edit("", 0.0, |it| it.title.push('!'));
    let restored = draft::restore(&draft::store(&history, None)).unwrap().history;
    assert_eq!(restored.past()[0].before.scenario, scenario);
}

#[test]
fn nothing_published_has_such_texts() {
    for preset in presets::ALL {
        let scenario = preset.scenario().unwrap();
        let raw: Value = serde_json::from_str(&write(&scenario)).unwrap();
        let mut all = Vec::new();
        texts(&raw, &mut all);
        assert_eq!(
            all.iter().collect::<Vec<_>>(),
            {
                let mut same = Vec::new();
                texts(&serde_json::from_str(&write(&read(&write(&scenario)).unwrap())).unwrap(), &mut same);
                same
            }
            .iter()
            .collect::<Vec<_>>()
        );
        assert!(all_texts(&scenario).iter().all(|it| !it.contains(['\u{2068}', '\u{2069}'])), "{}", preset.id);
    }
}

#[test]
fn messages_about_strange_names_are_in_order_too() {
    let mut document: Value = serde_json::from_str(&write(&preset("blank"))).unwrap();
    document["cast"][0]["\u{202e}eman"] = json!("x");
    let diagnostic = read(&document.to_string()).unwrap_err();
    assert!(is_in_order(&format!("{diagnostic:?}")));
    let mut document: Value = serde_json::from_str(&write(&preset("blank"))).unwrap();
    document["cast"][0]["name"] = json!("\u{202e}\u{200b}");
    let errors = lower(&read(&document.to_string()).unwrap()).unwrap_err();
    assert!(errors.iter().any(|it| it.code == Code::EmptyText), "{errors:?}");
}

/// The ids of every list that has some.
fn ids(value: &Value, into: &mut Vec<Vec<String>>) {
    match value {
        Value::Array(list) => {
            into.push(list.iter().filter_map(|it| it.get("id")?.as_str().map(str::to_owned)).collect());
            list.iter().for_each(|it| ids(it, into));
        }
        Value::Object(record) => record.values().for_each(|it| ids(it, into)),
        _ => {}
    }
}

fn are_unique(scenario: &Scenario) -> bool {
    let mut all = Vec::new();
    ids(&serde_json::to_value(scenario).unwrap(), &mut all);
    all.iter().all(|it| it.iter().collect::<BTreeSet<_>>().len() == it.len())
}

/// A preset with something of every sort, each of which is there twice under one id.
fn doubled() -> Scenario {
    let mut it: Value = serde_json::from_str(NAMES).unwrap();
    let lists = [
        "/references",
        "/groups",
        "/kinds",
        "/rulebook/bands",
        "/rulebook/sources",
        "/rulebook/rules",
        "/rulebook/consequences",
        "/cast",
        "/events",
    ];
    it["rulebook"]["lists"] = json!([{ "id": "black", "label": "Black", "nature": "black", "standing": "invented" }]);
    it["principles"] = json!([{ "id": "p", "says": "effects-end" }]);
    it["expectations"] = json!([{ "id": "x", "subject": "mei", "is": "ends-in-band", "band": "A" }]);
    it["society"] = json!({
        "shocks": [{ "id": "s", "what": "leak", "from": 1, "months": 1 }],
        "dials": [{ "id": "share-migrants", "value": 3 }]
    });
    it["kinds"][0]["fields"] =
        json!([{ "id": "f", "label": "F", "choices": [{ "id": "c", "label": "C" }, { "id": "c", "label": "D" }] }]);
    let more =
        ["/rulebook/lists", "/principles", "/expectations", "/society/shocks", "/society/dials", "/kinds/0/fields"];
    for place in lists.into_iter().chain(more) {
        let list = it.pointer_mut(place).and_then(Value::as_array_mut).unwrap_or_else(|| panic!("{place}"));
        list.push(list[0].clone());
    }
    read(&it.to_string()).unwrap()
}

#[test]
fn things_with_one_id_get_ids_of_their_own() {
    let mut scenario = doubled();
    assert!(lower(&scenario).is_err_and(|it| it.iter().any(|it| matches!(it.code, Code::DuplicateId { .. }))));
    let before = scenario.clone();
    let renamed = make_unique(&mut scenario);
    assert!(are_unique(&scenario));
    let things: BTreeSet<_> = renamed.iter().map(|it| format!("{:?}", it.thing)).collect();
    assert_eq!(things.len(), 16, "{things:?}");
    assert!(make_unique(&mut scenario).is_empty());
    let errors = lower(&scenario).map_or_else(|it| it, |it| it.warnings);
    assert!(
        errors
            .iter()
            .all(|it| !matches!(it.code, Code::DuplicateId { .. } | Code::Unknown { .. } | Code::BadId { .. })),
        "{errors:?}"
    );
    // Whatever named the id still means the first.
    assert_eq!(scenario.events[0], before.events[0]);
    assert_eq!(scenario.rulebook.rules[0], before.rulebook.rules[0]);
    let last = scenario.rulebook.rules.last().unwrap();
    assert_eq!(last.id, format!("{}-2", before.rulebook.rules[0].id));
    assert_eq!(last.points, before.rulebook.rules[0].points);
    assert!((ENGLISH.shell.renamed)(&renamed).unwrap().contains("; and "));
    assert_eq!((ENGLISH.shell.renamed)(&[]), None);
}

#[test]
fn new_ids_collide_with_nothing_and_are_ids() {
    let mut scenario = preset("rongcheng-rules");
    let rules = &mut scenario.rulebook.rules;
    let named = |it: usize, id: &str| {
        let mut rule = (*preset("rongcheng-rules").rulebook.rules[it]).clone();
        id.clone_into(&mut rule.id);
        Arc::new(rule)
    };
    let long = "x".repeat(40);
    for (at, id) in ["a", "a", "a-2", "a", "", "", &long, &long, "ä", "ä", "b c", "b c"].into_iter().enumerate() {
        rules.push(named(at, id));
    }
    let renamed = make_unique(&mut scenario);
    assert!(are_unique(&scenario));
    let to: Vec<_> = renamed.iter().filter_map(|it| it.to.as_deref()).collect();
    assert_eq!(&to[..3], ["a-3", "a-4", "unnamed-2"]);
    assert!(to.iter().all(|it| social_credit_lab::scenario::lower::is_id(it)), "{to:?}");
}

#[test]
fn documents_without_repeated_ids_stay_as_they_are() {
    for preset in presets::ALL {
        let mut scenario = preset.scenario().unwrap();
        let before = scenario.clone();
        assert_eq!((make_unique(&mut scenario), scenario), (Vec::<Renamed>::new(), before));
    }
    for seed in 0..200 {
        let mut scenario = random(seed, 2);
        let before = scenario.clone();
        assert!(make_unique(&mut scenario).is_empty());
        assert_eq!(scenario, before);
    }
}

#[test]
fn an_editor_opens_histories_with_ids_of_their_own() {
    let document = Document::new(Arc::new(doubled()), None, "d".to_owned());
    assert!(document.renamed.iter().any(|it| it.thing == Thing::Rule));
    assert!(are_unique(&document.scenario) && !document.is_changed());

    // A draft of before, in which nothing was renamed.
    let old = Arc::new(doubled());
    let document = Document { opened: old.clone(), baseline: old.clone(), scenario: old, ..document };
    let mut history = History::new(document);
    history.edit("", 0.0, |it| it.title.push('!'));
    history.undo();
    let mut restored = draft::restore(&draft::store(&history, None)).unwrap().history;
    let now = restored.now();
    assert!(are_unique(&now.scenario) && are_unique(&now.baseline) && are_unique(&now.opened));
    assert!(now.renamed.iter().any(|it| it.thing == Thing::Rule));
    assert!(restored.redo() && are_unique(&restored.now().scenario));
}

fn with_dials(values: &[(&str, i32)]) -> Scenario {
    let mut scenario = preset("rongcheng-rules");
    scenario.society.months = Some(1);
    scenario.society.dials = values.iter().map(|it| Dial { id: it.0.to_owned(), value: it.1 }).collect();
    scenario
}

#[test]
fn shares_that_come_to_nothing_mean_nobody() {
    let scenario = with_dials(&[("share-small", 0), ("share-large", 0)]);
    let society = settle(&scenario, &lower(&scenario).unwrap()).unwrap();
    let people = social_credit_lab::engine::society::diary(&society, 0, 0);
    assert!(people.members.iter().all(|it| it.subject.kind == SubjectKind::Person));
    let whole = with_dials(&[]);
    let usual = settle(&whole, &lower(&whole).unwrap()).unwrap();
    let groups = |it: &social_credit_lab::engine::society::Society| {
        let mut kinds = Vec::new();
        for person in 0..1200 {
            let diary = social_credit_lab::engine::society::diary(it, 0, person);
            kinds.push((diary.members[diary.about].subject.kind, diary.members[diary.about].group));
        }
        kinds
    };
    let share = |all: &[(SubjectKind, usize)]| {
        let persons: Vec<_> = all.iter().filter(|it| it.0 == SubjectKind::Person).collect();
        persons.iter().filter(|it| it.1 == 0).count() as f64 / persons.len() as f64
    };
    let (without, with) = (groups(&society), groups(&usual));
    assert!(without.iter().all(|it| it.0 == SubjectKind::Person), "there are no firms");
    assert!((share(&without) - share(&with)).abs() < 0.05, "and nobody became a resident for that");
}

#[test]
fn a_town_without_persons_or_places_is_refused() {
    let persons: Vec<(&str, i32)> = dials()
        .iter()
        .filter(|it| it.family.family == "share" && !["small", "large"].contains(&it.key))
        .map(|it| (it.id.as_str(), 0))
        .collect();
    let districts = [("district-share-centre", 0), ("district-share-outskirts", 0)];
    for values in [&persons[..], &districts[..]] {
        let errors = lower(&with_dials(values)).unwrap_err();
        assert!(matches!(errors[..], [ref it] if matches!(it.code, Code::NobodyThere { .. })), "{errors:?}");
        let words = (ENGLISH.diagnostics.words)(&errors[0].code);
        assert!(words.message.contains("all 0") && words.hint == "Give one of them a share.");
        // One share is enough, whichever.
        for at in 0..values.len() {
            let mut values = values.to_vec();
            values[at].1 = 1;
            lower(&with_dials(&values)).unwrap();
        }
    }
    let mut scenario = with_dials(&persons);
    set(&mut scenario, dial("share-residents").unwrap(), Some(5));
    lower(&scenario).unwrap();
}
