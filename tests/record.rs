//! The record holds together: every reference leads somewhere, nothing unverified looks verified, and whatever scenarios
//! cite is in it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::Value;
use social_credit_lab::lessons::format::Index;
use social_credit_lab::record::{Cell, FOUR, Facts, Film, Filter, Moment, Myth, Origin, System, Try, When};
use social_credit_lab::scenario::doc::Standing;
use social_credit_lab::scenario::{mechanisms, presets};

/// The longest statement, in characters: what fits on a card on a phone.
const LONGEST: usize = 320;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name).join("en")
}

fn file<T: DeserializeOwned>(name: &str) -> T {
    let path = folder("record").join(format!("{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
}

struct Record {
    facts: Facts,
    myths: Vec<Myth>,
    timeline: Vec<Moment>,
    systems: Vec<System>,
    safeguards: Vec<Origin>,
    films: Vec<Film>,
}

fn record() -> Record {
    Record {
        facts: file("facts"),
        myths: file("myths"),
        timeline: file("timeline"),
        systems: file("systems"),
        safeguards: file("safeguards"),
        films: file("films"),
    }
}

/// The cells of a row, with the names of their columns.
fn cells(system: &System) -> [(&'static str, &Cell); 5] {
    [
        ("inputs", &system.inputs),
        ("output", &system.output),
        ("consequences", &system.consequences),
        ("appeal", &system.appeal),
        ("errors", &system.errors),
    ]
}

/// What is wrong, all at once, so that who writes the record sees it in one run.
#[derive(Default)]
struct Complaints(Vec<String>);

impl Complaints {
    fn unless(&mut self, holds: bool, complaint: impl FnOnce() -> String) {
        if !holds {
            self.0.push(complaint());
        }
    }

    fn none(self) {
        assert!(self.0.is_empty(), "\n{}\n", self.0.join("\n"));
    }
}

/// Small letters, digits and single hyphens.
fn is_kebab(id: &str) -> bool {
    id.split('-').all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()))
}

/// A finished sentence, in the typography of the page.
fn is_sentence(text: &str) -> bool {
    let ends = [".", "?", ".”", "?”", ".)"];
    let starts = text.chars().next().is_some_and(|it| it.is_uppercase() || it.is_ascii_digit() || it == '“');
    starts && ends.iter().any(|it| text.ends_with(it)) && text.trim() == text && !text.contains("  ")
}

#[test]
fn ids_are_unique_and_can_stand_in_a_link() {
    let record = record();
    let mut wrong = Complaints::default();
    let lists: [(&str, Vec<&str>); 7] = [
        ("sources", record.facts.sources.iter().map(|it| it.id.as_str()).collect()),
        ("topics", record.facts.topics.iter().map(|it| it.id.as_str()).collect()),
        ("facts", record.facts.facts.iter().map(|it| it.id.as_str()).collect()),
        ("myths", record.myths.iter().map(|it| it.id.as_str()).collect()),
        ("systems", record.systems.iter().map(|it| it.id.as_str()).collect()),
        ("safeguards", record.safeguards.iter().map(|it| it.id.as_str()).collect()),
        ("films", record.films.iter().map(|it| it.id.as_str()).collect()),
    ];
    for (list, ids) in lists {
        let mut seen = BTreeSet::new();
        for id in ids {
            wrong.unless(seen.insert(id), || format!("{list}: {id} is there twice"));
            wrong.unless(is_kebab(id), || format!("{list}: {id} is not written with small letters and hyphens"));
        }
    }
    wrong.none();
}

#[test]
fn every_statement_is_a_finished_text() {
    let facts = record().facts;
    let mut wrong = Complaints::default();
    for fact in &facts.facts {
        let id = &fact.id;
        let length = fact.text.chars().count();
        wrong.unless(length <= LONGEST, || format!("{id}: {length} characters"));
        for text in [Some(&fact.text), fact.note.as_ref()].into_iter().flatten() {
            wrong.unless(is_sentence(text), || format!("{id}: not a finished sentence: {text}"));
            let plain = text.contains(['"', '\'', '–', '·', '≥', '≈']);
            wrong.unless(!plain, || format!("{id}: a sign that a sentence does not have: {text}"));
        }
        for (name, figure) in &fact.figures {
            wrong.unless(is_kebab(name), || format!("{id}: figure {name}"));
            wrong.unless(fact.text.contains(figure.as_str()), || format!("{id}: {name} = {figure} is not in its text"));
        }
        if let Some(as_of) = &fact.as_of {
            let year = When::read(as_of).map(|it| it.year);
            wrong.unless(year.is_some_and(|it| (1990..=2026).contains(&it)), || format!("{id}: as of {as_of}"));
        }
    }
    for topic in &facts.topics {
        wrong.unless(is_sentence(&topic.summary), || format!("{}: {}", topic.id, topic.summary));
        let about = facts.facts.iter().any(|it| it.topic == topic.id);
        wrong.unless(about, || format!("topic {}: no statement", topic.id));
    }
    wrong.none();
}

#[test]
fn every_statement_has_a_topic_and_every_verified_one_a_source() {
    let facts = record().facts;
    let mut wrong = Complaints::default();
    let mut used = BTreeSet::new();
    for fact in &facts.facts {
        let id = &fact.id;
        wrong.unless(facts.topic(&fact.topic).is_some(), || format!("{id}: no topic {}", fact.topic));
        for source in &fact.sources {
            wrong.unless(facts.source(source).is_some(), || format!("{id}: no source {source}"));
            used.insert(source.as_str());
        }
        let once: BTreeSet<_> = fact.sources.iter().collect();
        wrong.unless(once.len() == fact.sources.len(), || format!("{id}: a source twice"));
        match fact.standing {
            Standing::Unverified => {
                let says =
                    [Some(&fact.text), fact.note.as_ref()].into_iter().flatten().any(|it| it.contains("verified"));
                wrong.unless(says, || format!("{id} is unverified and does not say so in its words"));
            }
            Standing::Invented => wrong.unless(false, || format!("{id}: nothing invented is in the record")),
            Standing::Documented | Standing::Reported | Standing::Derived => {
                wrong.unless(!fact.sources.is_empty(), || format!("{id}: no source"));
            }
        }
        let admits = !fact.text.contains("verified") || fact.standing == Standing::Unverified;
        wrong.unless(admits, || format!("{id} says “verified” and is {:?}", fact.standing));
    }
    let films = record().films;
    used.extend(films.iter().flat_map(|it| &it.sources).map(|it| facts.source(it).expect(it).id.as_str()));
    for source in &facts.sources {
        wrong.unless(used.contains(source.id.as_str()), || format!("source {}: nothing uses it", source.id));
        let secure = source.url.as_ref().is_none_or(|it| it.starts_with("https://") && !it.contains('…'));
        wrong.unless(secure, || format!("source {}: {:?}", source.id, source.url));
    }
    wrong.none();
}

/// Whether a place to try something exists; those of lessons only if there are lessons.
fn exists(tries: &Try, lessons: &[String]) -> bool {
    let preset = |id: &String| presets::latest(id).is_some_and(|it| it.listed);
    match tries {
        Try::Preset(id) | Try::Society(id) => preset(id),
        Try::Compare(ids) => (2..=4).contains(&ids.len()) && ids.iter().all(preset),
        Try::Lesson(id) => lessons.is_empty() || lessons.contains(id),
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let Record { facts, myths, timeline, systems, safeguards, films } = record();
    let index = fs::read_to_string(folder("lessons").join("index.json")).unwrap();
    let index: Index = serde_json::from_str(&index).unwrap();
    let lessons: Vec<String> = index.lessons.iter().map(|it| it.id.clone()).collect();

    let mut named: Vec<(String, &[String])> = Vec::new();
    let mut tried: Vec<(String, &Try)> = Vec::new();
    for it in &facts.facts {
        tried.extend(it.tries.iter().map(|tries| (it.id.clone(), tries)));
    }
    for it in &myths {
        named.push((format!("myth {}", it.id), &it.facts));
        tried.extend(it.tries.iter().map(|tries| (format!("myth {}", it.id), tries)));
    }
    for it in &timeline {
        named.push((format!("moment {}", it.date), std::slice::from_ref(&it.fact)));
    }
    for it in &systems {
        named.extend(cells(it).map(|(column, cell)| (format!("system {}, {column}", it.id), cell.facts.as_slice())));
    }
    named.extend(safeguards.iter().map(|it| (format!("safeguard {}", it.id), it.facts.as_slice())));
    for it in &films {
        named.push((format!("film {}", it.id), &it.facts));
        tried.extend(it.probes.iter().map(|probe| (format!("film {}", it.id), &probe.tries)));
    }

    let mut wrong = Complaints::default();
    for (place, ids) in named {
        for id in ids {
            wrong.unless(facts.fact(id).is_some(), || format!("{place}: no statement {id}"));
        }
    }
    for (place, tries) in tried {
        wrong.unless(exists(tries, &lessons), || format!("{place}: {tries:?} does not exist"));
    }
    for preset in systems.iter().filter_map(|it| it.preset.as_ref()) {
        wrong.unless(presets::latest(preset).is_some_and(|it| it.listed), || format!("no scenario {preset}"));
    }
    wrong.none();
}

#[test]
fn every_arrangement_of_statements_rests_on_some() {
    let Record { facts, myths, systems, safeguards, films, .. } = record();
    let mut wrong = Complaints::default();
    for it in &myths {
        wrong.unless(!it.facts.is_empty(), || format!("myth {}: no statement", it.id));
        for text in [&it.claim, &it.answer] {
            wrong.unless(is_sentence(text), || format!("myth {}: {text}", it.id));
        }
    }
    for it in &systems {
        for (column, cell) in cells(it) {
            let backed = cell.text.is_empty() == cell.facts.is_empty();
            wrong.unless(backed, || format!("system {}, {column}: words without a statement, or the other way", it.id));
        }
    }
    for it in &safeguards {
        wrong.unless(is_sentence(&it.does), || format!("safeguard {}: {}", it.id, it.does));
        let backed = !it.facts.is_empty() || it.model.is_some();
        wrong.unless(backed, || format!("safeguard {}: neither a statement nor a modelling choice", it.id));
    }
    for it in &films {
        let backed = match it.standing {
            Standing::Unverified => it.unverified.is_some(),
            _ => !it.sources.is_empty(),
        };
        wrong.unless(backed, || format!("film {}: neither a source nor words on what is not verified", it.id));
        for source in &it.sources {
            wrong.unless(facts.source(source).is_some(), || format!("film {}: no source {source}", it.id));
        }
        let texts = [&it.shows].into_iter().chain(&it.watch).chain(&it.disputed);
        for text in texts.chain(it.probes.iter().flat_map(|it| [&it.claim, &it.how])) {
            wrong.unless(is_sentence(text), || format!("film {}: {text}", it.id));
        }
    }
    wrong.none();
}

#[test]
fn the_timeline_runs_from_2010_to_2026() {
    let timeline = record().timeline;
    let dates: Vec<When> = timeline.iter().map(|it| When::read(&it.date).expect(&it.date)).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    assert!(dates.iter().all(|it| (2010..=2026).contains(&it.year)), "{dates:?}");
    let titles: BTreeSet<_> = timeline.iter().map(|it| &it.title).collect();
    assert_eq!(titles.len(), timeline.len(), "two moments with one title");
}

#[test]
fn blocked_tickets_are_always_purchases_added_up() {
    for fact in
        record().facts.facts.iter().filter(|it| it.text.contains("blocked") && it.figures.contains_key("flights"))
    {
        let words = format!("{} {}", fact.text, fact.note.as_deref().unwrap_or_default()).to_lowercase();
        assert!(words.contains("purchases"), "{}", fact.id);
        assert!(words.contains("in all") || words.contains("added up"), "{}", fact.id);
        assert!(fact.as_of.is_some(), "{}", fact.id);
    }
}

/// Sources that only tell what others found, or of low grade: what rests on them alone is never documented.
const SECOND_HAND: &[&str] = &[
    "apolitical-2018",
    "megamification",
    "mistreanu-2018",
    "pboc-second-hand",
    "pipl",
    "redcensor",
    "sesame-note",
    "shukrentals",
    "wikipedia-zhima",
    "wikisum",
    "wodefinance",
    "ww01-2021",
];

#[test]
fn what_was_read_second_hand_is_not_documented() {
    let facts = record().facts;
    for id in SECOND_HAND {
        assert!(facts.source(id).is_some(), "{id} has another name by now");
    }
    let second_hand = |it: &String| SECOND_HAND.contains(&it.as_str());
    for fact in facts.facts.iter().filter(|it| !it.sources.is_empty() && it.sources.iter().all(second_hand)) {
        assert_ne!(fact.standing, Standing::Documented, "{}", fact.id);
    }
}

/// Values that are often printed and were never verified (facts that must not turn into documented ones).
#[test]
fn what_was_never_verified_stays_so() {
    let facts = record().facts;
    let unverified = [
        "rongcheng-thresholds",
        "suining-thresholds",
        "suzhou-range",
        "defaulters-term-length",
        "defaulters-removal",
        "changed-94",
        "rongcheng-reform-year",
        "rongcheng-validity",
        "rongcheng-petitioning",
        "rongcheng-fake-divorce",
        "firms-share",
        "internet-speed-rule",
    ];
    for id in unverified {
        assert_eq!(facts.fact(id).map(|it| it.standing), Some(Standing::Unverified), "{id}");
    }
    for fact in facts.facts.iter().filter(|it| it.text.contains("94 %") || it.text.contains("73 %")) {
        assert_eq!(fact.standing, Standing::Unverified, "{}", fact.id);
    }
}

#[test]
fn whatever_scenarios_of_the_gallery_cite_is_in_the_record() {
    let facts = record().facts;
    let mut wrong = Complaints::default();
    for preset in presets::ALL.iter().filter(|it| it.listed) {
        for reference in preset.scenario().unwrap().references {
            let known: Vec<_> = facts.sources_named(&reference.text).collect();
            wrong.unless(!known.is_empty(), || format!("{}: {}", preset.id, reference.text));
            if let Some(url) = &reference.url {
                let same = known.iter().any(|it| it.url.as_ref() == Some(url));
                wrong.unless(same, || format!("{}: {url} is another address than that of the record", preset.id));
            }
        }
    }
    wrong.none();
}

#[test]
fn whatever_the_table_of_mechanisms_cites_is_in_the_record() {
    let facts = record().facts;
    let mut wrong = Complaints::default();
    for sayings in mechanisms::sayings() {
        for text in sayings.says.iter().filter_map(|it| it.source.as_deref()) {
            wrong.unless(facts.sources_named(text).next().is_some(), || text.to_owned());
        }
    }
    wrong.none();
}

/// Studies and counts that the town’s assumptions name, and the sources of the record that are meant.
const TOWN: &[(&str, &[&str])] = &[
    ("CFPB 2015", &["cfpb-2015"]),
    ("Blattner and Nelson 2021", &["blattner-nelson"]),
    ("NIST report 8280", &["nist-8280"]),
    ("Kostka and Antoine 2020", &["kostka-antoine"]),
    ("as cited by Trivium", &["trivium"]),
    ("UIN 251922", &["uin-251922"]),
    ("Penney 2016", &["penney-2016"]),
    ("FTC 2012", &["hunton-2013"]),
    ("GAO 2006", &["gao-2006"]),
    ("Chinese customs", &["gov-2020"]),
    ("British benefit appeals", &["disability-rights-2019"]),
];

#[test]
fn whatever_the_assumptions_of_the_town_cite_is_in_the_record() {
    fn walk<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
        match value {
            Value::Object(it) => {
                found.extend(it.get("source").and_then(Value::as_str));
                it.values().for_each(|it| walk(it, found));
            }
            Value::Array(it) => it.iter().for_each(|it| walk(it, found)),
            _ => {}
        }
    }
    let town = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/scenario/society/town.json");
    let town: Value = serde_json::from_str(&fs::read_to_string(town).unwrap()).unwrap();
    let mut texts = Vec::new();
    walk(&town, &mut texts);
    assert!(texts.len() > 10, "{texts:?}");

    let facts = record().facts;
    let mut wrong = Complaints::default();
    for text in texts {
        let cited: Vec<_> = TOWN.iter().filter(|(words, _)| text.contains(words)).collect();
        let plain = !text.contains(|it: char| it.is_ascii_digit()) && text.contains("choice");
        wrong.unless(!cited.is_empty() || plain, || format!("names a source that is not known: {text}"));
        for id in cited.iter().flat_map(|it| it.1) {
            wrong.unless(facts.facts.iter().any(|it| it.sources.iter().any(|it| it == id)), || format!("{id}: {text}"));
        }
    }
    wrong.none();
}

#[test]
fn every_statement_is_found_by_its_own_words_and_can_be_cited() {
    let facts = record().facts;
    assert_eq!(facts.found(&Filter::default()).len(), facts.facts.len());
    for fact in &facts.facts {
        let words = Filter { words: fact.text.clone(), ..Filter::default() };
        assert!(facts.found(&words).iter().any(|it| it.id == fact.id), "{}", fact.id);
        let citation = facts.citation(&fact.id).expect(&fact.id);
        assert_eq!(citation.sources.len(), fact.sources.len(), "{}", fact.id);
        assert_eq!(citation.as_of.is_some(), fact.as_of.is_some(), "{}", fact.id);
    }
}

#[test]
fn the_four_mechanisms_rest_on_statements_about_them() {
    let facts: Facts = file("facts");
    for it in &FOUR {
        assert!(!it.facts.is_empty() && !it.presets.is_empty(), "{:?}", it.mechanism);
        for id in it.facts {
            let fact = facts.fact(id).unwrap_or_else(|| panic!("{id}"));
            assert!(fact.mechanism.is_none_or(|of| of == it.mechanism), "{id} is about another mechanism");
        }
        for id in it.presets {
            let scenario = presets::latest(id).unwrap_or_else(|| panic!("{id}")).scenario().unwrap();
            assert_eq!(scenario.mechanism, it.mechanism, "{id}");
        }
    }
}
