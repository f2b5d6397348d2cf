//! Documents and links that ask for far too much: what they ask for is counted before it is done.
//!
//! Nothing here is timed. The engine counts its steps, and what it may at most come to is counted beforehand; the tests
//! hold one against the other, for the worst of each kind that could be thought of.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "fuzz/entry.rs"]
mod entry;

use std::fs::{read_dir, read_to_string};
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use serde_json::{Value, json};
use social_credit_lab::engine::case::run_counted;
use social_credit_lab::engine::case::work::work;
use social_credit_lab::report::report_from_json;
use social_credit_lab::scenario::bounds::{COMPLAINTS, DOCUMENT_BYTES, EVENTS, INTERVALS, LINES, STEPS};
use social_credit_lab::scenario::link::{INSIDE_BYTES, LinkError, decode};
use social_credit_lab::scenario::{Code, Diagnostic, Scenario, Severity, lower, presets, read, write};
use social_credit_lab::text::ENGLISH;

/// What a letter-sized document asks for: so many events, and everything else as bad as it can be.
struct Worst {
    name: &'static str,
    document: fn(usize) -> Value,
}

const WORST: &[Worst] = &[
    Worst { name: "listings that never end", document: listings },
    Worst { name: "listings on and off", document: on_and_off },
    Worst { name: "ceilings that never end", document: ceilings },
    Worst { name: "terms that end on one day", document: terms },
    Worst { name: "points for twenty associates, given back", document: associates },
    Worst { name: "points that fade for fifty years", document: fading },
    Worst { name: "points for associates that fade", document: fading_associates },
    Worst { name: "a ladder that looks back for ever", document: ladder },
    Worst { name: "a ladder, the strongest of many", document: strongest_ladder },
    Worst { name: "a limit of points and times", document: limit },
    Worst { name: "corrections on one day", document: corrections },
    Worst { name: "corrections of used-up limits", document: corrected_limits },
    Worst { name: "a hundred and twenty penalties, on and off", document: penalties },
    Worst { name: "long conditions of many rules", document: conditions },
    Worst { name: "many rules that give nothing", document: nothing },
];

/// From 1970 to 2019: as long as an account may be.
fn base(rules: Vec<Value>, events: Vec<Value>) -> Value {
    json!({
        "version": 1, "title": "Worst", "mechanism": "score", "standing": "invented",
        "first_day": "1970-01-01", "last_day": "2019-12-20",
        "kinds": [{ "id": "k", "label": "k", "short": "k", "domain": "travel", "sources": ["s"], "fields": [{ "id": "n", "label": "n" }] }],
        "rulebook": {
            "scale": { "lowest": -1_000_000_000, "highest": 1_000_000_000, "start": 0 },
            "bands": [{ "id": "A", "from": 0 }, { "id": "B", "from": -1_000_000_000 }],
            "sources": [{ "id": "s", "label": "s", "sort": "court" }],
            "rules": rules,
            "lists": (0..8).map(|it| json!({ "id": format!("l{it}"), "label": "l", "nature": "black", "standing": "invented" })).collect::<Vec<_>>(),
        },
        "cast": [{ "id": "p", "name": "P", "kind": "person" }],
        "events": events,
    })
}

fn rule(id: usize, effects: Value) -> Value {
    let mut rule = json!({ "id": format!("r{id}"), "kind": "k", "standing": "invented" });
    rule.as_object_mut().unwrap().extend(effects.as_object().unwrap().clone());
    rule
}

/// So many events, spread over the first years.
fn events(count: usize, more: &Value) -> Vec<Value> {
    let event = |at: usize| {
        let (year, month, day) = (1970 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        let mut event = json!({ "id": format!("e{at}"), "subject": "p", "kind": "k", "day": format!("{year}-{month:02}-{day:02}") });
        event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        event
    };
    (0..count).map(event).collect()
}

fn on_lists(months: Option<u32>) -> Value {
    let listing = |it: usize| json!({ "list": format!("l{it}") });
    let mut all: Vec<Value> = (0..8).map(listing).collect();
    if let Some(months) = months {
        all.iter_mut().for_each(|it| it["months"] = months.into());
    }
    all.into()
}

fn listings(n: usize) -> Value {
    base((0..5).map(|it| rule(it, json!({ "listings": on_lists(None) }))).collect(), events(n, &json!({})))
}

fn on_and_off(n: usize) -> Value {
    let off: Vec<String> = (0..8).map(|it| format!("l{it}")).collect();
    base(vec![rule(0, json!({ "listings": on_lists(None), "delistings": off }))], events(n, &json!({})))
}

fn ceilings(n: usize) -> Value {
    base(vec![rule(0, json!({ "ceiling": { "band": "B" }, "points": { "amount": 1 } }))], events(n, &json!({})))
}

fn terms(n: usize) -> Value {
    let effects = json!({ "listings": on_lists(Some(12)), "ceiling": { "band": "B", "months": 12 }, "points": { "amount": -1, "months": 12 } });
    let mut document = base(vec![rule(0, effects)], events(n, &json!({ "day": "1971-02-03" })));
    document["rulebook"]["fading"] = 1.into();
    document
}

fn associates(n: usize) -> Value {
    let points = json!({ "points": { "amount": -1, "months": 3, "spill": { "share": 1000, "to": ["household"] } } });
    with_associates(base(vec![rule(0, points)], events(n, &json!({}))))
}

fn with_associates(mut document: Value) -> Value {
    let tie = |it: usize| json!({ "subject": format!("q{it}"), "relation": "household" });
    let cast = document["cast"].as_array_mut().unwrap();
    cast[0]["associates"] = (0..20).map(tie).collect();
    cast.extend((0..20).map(|it| json!({ "id": format!("q{it}"), "name": "Q", "kind": "person" })));
    document
}

fn fading(n: usize) -> Value {
    let mut document = base(vec![rule(0, json!({ "points": { "amount": -1_000_000 } }))], events(n, &json!({})));
    document["rulebook"]["fading"] = 1.into();
    document
}

fn fading_associates(n: usize) -> Value {
    let mut document = associates(n);
    document["rulebook"]["rules"][0]["points"] =
        json!({ "amount": -1_000_000, "spill": { "share": 1000, "to": ["household"] } });
    document["rulebook"]["fading"] = 1.into();
    document
}

fn ladder_points() -> Value {
    let steps: Vec<i32> = (0..20).map(|it| -it).collect();
    json!({ "points": { "amount": -1, "repeat": { "then": steps } } })
}

fn ladder(n: usize) -> Value {
    base(vec![rule(0, ladder_points())], events(n, &json!({})))
}

fn strongest_ladder(n: usize) -> Value {
    let mut document = base((0..20).map(|it| rule(it, ladder_points())).collect(), events(n, &json!({})));
    document["rulebook"]["combine"] = "strongest".into();
    document
}

fn limited(n: usize, more: &Value) -> Value {
    let effects =
        json!({ "points": { "amount": -1 }, "limit": { "per": "year", "points": 1_000_000, "times": 10_000 } });
    base(vec![rule(0, effects)], events(n, more))
}

fn limit(n: usize) -> Value {
    limited(n, &json!({ "day": "1970-05-05" }))
}

fn corrections(n: usize) -> Value {
    let mut document = associates(n);
    document["rulebook"]["fading"] = 1.into();
    for event in document["events"].as_array_mut().unwrap() {
        event["corrected"] = json!({ "day": "2019-11-30", "by": "appeal" });
    }
    document
}

fn corrected_limits(n: usize) -> Value {
    limited(n, &json!({ "day": "1970-05-05", "corrected": { "day": "1970-05-06", "by": "appeal" } }))
}

fn penalties(n: usize) -> Value {
    let up_and_down = json!({ "points": { "amount": -1, "repeat": { "then": [-1], "within": 1 } }, "ceiling": { "band": "B", "months": 1 } });
    let monthly: Vec<Value> = events(n * 28, &json!({}))
        .into_iter()
        .step_by(28)
        .map(|mut it| {
            it["fields"] = json!({ "n": 1 });
            it
        })
        .collect();
    let mut document = base(vec![rule(0, up_and_down)], monthly);
    let penalty = |it: usize| json!({ "id": format!("c{it}"), "label": "c", "nature": "penalty", "domain": "travel", "bands": ["B"], "standing": "invented" });
    document["rulebook"]["consequences"] = (0..120).map(penalty).collect();
    document["rulebook"]["rules"][0]["points"]["amount"] = 1.into();
    document["rulebook"]["rules"][0]["points"]["repeat"]["then"] = json!([1]);
    document
}

fn conditions(n: usize) -> Value {
    let test = json!({ "number": { "field": "n", "is": "at-most", "value": 1000 } });
    let when = json!({ "all": vec![test; 47] });
    base(
        (0..40).map(|it| rule(it, json!({ "when": when, "points": { "amount": 1 } }))).collect(),
        events(n, &json!({})),
    )
}

fn nothing(n: usize) -> Value {
    let mut document =
        base((0..40).map(|it| rule(it, json!({ "points": { "amount": 0 } }))).collect(), events(n, &json!({})));
    document["rulebook"]["combine"] = "strongest".into();
    document
}

fn scenario(document: &Value) -> Scenario {
    read(&document.to_string()).unwrap()
}

/// The worst of each kind takes no more than was counted beforehand, and not much less; twice as much takes twice as long.
#[test]
fn the_worst_of_each_kind_is_counted_and_grows_in_line() {
    for Worst { name, document } in WORST {
        let [one, two] = [120, 240].map(|n| {
            let case = lower(&scenario(&document(n))).unwrap_or_else(|it| panic!("{name}: {it:?}")).case;
            let (report, steps) = run_counted(&case);
            let lines: usize = report.lives.iter().map(|it| it.lines.len()).sum();
            let intervals: usize = report.lives.iter().map(|it| it.consequences.len()).sum();
            let most = work(&case);
            assert!(steps <= most.steps, "{name}: {steps} steps, {most:?}");
            assert!(lines as u64 <= most.lines, "{name}: {lines} lines, {most:?}");
            assert!(intervals as u64 <= most.intervals, "{name}: {intervals} intervals, {most:?}");
            assert!(most.steps <= 12 * steps, "{name}: only {steps} steps, {most:?}");
            // Which of several ladders is the strongest shows only on the way.
            let is_open = name.contains("the strongest of many");
            assert!(is_open || most.lines <= 4 * lines as u64 + 10, "{name}: only {lines} lines, {most:?}");
            steps
        });
        assert!(two * 10 <= one * 23, "{name}: {one} steps, and for twice as much {two}");
    }
}

/// As much as a document may hold is computed within the bounds, or refused with a sentence: nothing is in between.
#[test]
fn as_much_as_fits_is_computed_or_refused() {
    let mut refused = 0;
    for Worst { name, document } in WORST {
        for n in [EVENTS / 16, EVENTS / 4, EVENTS] {
            // Months: there are six hundred.
            let n = if *name == "a hundred and twenty penalties, on and off" { n.min(590) } else { n };
            match lower(&scenario(&document(n))) {
                Ok(lowered) => {
                    let (report, steps) = run_counted(&lowered.case);
                    let lines: usize = report.lives.iter().map(|it| it.lines.len()).sum();
                    let intervals: usize = report.lives.iter().map(|it| it.consequences.len()).sum();
                    assert!(steps <= STEPS && lines as u64 <= LINES && intervals as u64 <= INTERVALS, "{name}");
                }
                Err(told) => {
                    refused += 1;
                    let [one] = told.as_slice() else { panic!("{name}: {told:?}") };
                    assert!(
                        matches!(one.code, Code::TooMuchWork { .. } | Code::TooManyOffers { .. }),
                        "{name}: {one:?}"
                    );
                    assert_ne!((ENGLISH.diagnostics.words)(&one.code).hint, "");
                }
            }
        }
    }
    assert!(refused > 5, "only {refused} were refused: they are not the worst");
}

/// What classes build is far below the bounds.
#[test]
fn presets_are_far_below_the_bounds() {
    for preset in presets::ALL {
        let most = work(&lower(&preset.scenario().unwrap()).unwrap().case);
        assert!(20 * most.lines < LINES && 20 * most.intervals < INTERVALS && 20 * most.steps < STEPS, "{}", preset.id);
    }
}

fn fixture(name: &str) -> String {
    read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/link").join(name)).unwrap()
}

/// Links that once froze the page, with what is said of them now.
#[test]
fn small_links_that_ask_for_much_are_answered() {
    for (file, expected) in [
        ("5-rules-with-8-listings-10000-events.txt", "too-much-work"),
        ("big-10000-x-40-spill-20-months.txt", "too-much-work"),
        ("limits-everything-at-the-bound.txt", "too-much-work"),
        ("longid-150000-80000.txt", "bad-id"),
        ("salvage-130000.txt", "damaged"),
    ] {
        let found = match decode(&fixture(file)) {
            Ok(shared) => lower(&shared.scenario).err().map_or("fine", |it| {
                println!("{file}: {:?}", it[0].code);
                it[0].code.id()
            }),
            Err(LinkError::NotAScenario { diagnostic, .. }) => diagnostic.code.id(),
            Err(LinkError::Damaged { .. }) => "damaged",
            Err(other) => panic!("{file}: {other:?}"),
        };
        assert_eq!(found, expected, "{file}");
    }
}

/// All that is said about a document, and how many letters that is.
fn told(text: &str) -> (Vec<Diagnostic>, usize) {
    let told = match read(text) {
        Err(one) => vec![one],
        Ok(scenario) => lower(&scenario).map_or_else(|errors| errors, |it| it.warnings),
    };
    let words = |it: &Diagnostic| (ENGLISH.diagnostics.words)(&it.code);
    let letters = told.iter().map(|it| it.path.0.len() + words(it).message.len() + words(it).hint.len()).sum();
    (told, letters)
}

#[test]
fn complaints_stop_at_a_hundred() {
    let mut document = base(vec![], events(5_000, &json!({ "subject": "nobody" })));
    let (errors, _) = told(&document.to_string());
    assert_eq!(errors.len(), COMPLAINTS + 1);
    assert_eq!(errors[COMPLAINTS].code, Code::AndMore { more: 5_000 - COMPLAINTS, severity: Severity::Error });
    // What only has no effect does not take the place of what is wrong.
    document["events"] = events(5_000, &json!({ "day": "2030-01-01" })).into();
    document["expectations"] = json!([{ "id": "x", "subject": "nobody", "is": "on-list", "list": "l0" }]);
    let (both, _) = told(&document.to_string());
    let errors: Vec<_> = both.iter().filter(|it| it.severity() == Severity::Error).collect();
    assert_eq!((both.len(), errors.len()), (COMPLAINTS + 2, 1));
    assert_eq!(errors[0].path.0, "expectations/x/subject");
}

/// Whatever is too long or too many is said once, and briefly.
#[test]
fn huge_documents_are_refused_briefly() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut document = base(vec![rule(0, json!({ "points": { "amount": 1 } }))], events(3, &json!({})));
        change(&mut document);
        document.to_string()
    };
    let names = |count: usize| Value::from(vec![json!("unknown-name"); count]);
    let id = "x".repeat(150_000);
    let deep = format!("{}{}", "[".repeat(400_000), "]".repeat(400_000));
    let documents = [
        ("too-many", with(&|it| it["kinds"][0]["sources"] = names(200_000))),
        ("too-many", with(&|it| it["rulebook"]["rules"][0]["reported_by"] = names(200_000))),
        ("too-many", with(&|it| it["rulebook"]["rules"][0]["delistings"] = names(200_000))),
        ("too-many", with(&|it| it["rulebook"]["rules"][0]["points"]["repeat"] = json!({ "then": vec![1; 500_000] }))),
        (
            "too-many",
            with(&|it| {
                it["rulebook"]["rules"][0]["points"]["spill"] = json!({ "share": 1, "to": vec!["owner"; 200_000] })
            }),
        ),
        ("too-many", with(&|it| it["events"][0]["recorded_by"] = names(200_000))),
        ("too-many", with(&|it| it["references"] = vec![json!({ "id": "a", "text": "b" }); 100_000].into())),
        ("too-many", with(&|it| it["events"] = vec![json!({}); 300_000].into())),
        (
            "too-many",
            with(&|it| {
                it["events"][0]["fields"] =
                    (0..200_000).map(|it| (format!("f{it}"), json!(1))).collect::<serde_json::Map<_, _>>().into()
            }),
        ),
        (
            "condition-too-large",
            with(&|it| it["rulebook"]["rules"][0]["when"] = json!({ "all": vec![json!({ "group": "g" }); 100_000] })),
        ),
        ("bad-id", with(&|it| it["cast"][0]["id"] = id.as_str().into())),
        ("bad-id", with(&|it| it["rulebook"]["rules"][0]["reported_by"] = json!([id]))),
        ("bad-id", with(&|it| it["events"][0]["fields"] = json!({ id.as_str(): 1 }))),
        ("text-too-long", with(&|it| it["title"] = "A".repeat(3_000_000).into())),
        ("wrong-shape", with(&|it| it[id.as_str()] = 1.into())),
        ("wrong-shape", with(&|it| it["mechanism"] = id.as_str().into())),
        ("not-json", with(&|it| it["title"] = "@".into()).replace("\"@\"", &deep)),
        (
            "not-json",
            with(&|it| it["rulebook"]["scale"]["start"] = "@".into()).replace("\"@\"", &"9".repeat(1_000_000)),
        ),
        ("wrong-shape", with(&|it| it["rulebook"]["scale"]["start"] = "@".into()).replace("\"@\"", "1e300")),
        ("too-large", "[".repeat(DOCUMENT_BYTES + 1)),
    ];
    for (code, text) in documents {
        assert!(code == "too-large" || text.len() <= DOCUMENT_BYTES, "{code}: {} letters", text.len());
        let (told, letters) = told(&text);
        assert_eq!(told[0].code.id(), code, "{text:.200}");
        assert!(told.len() <= COMPLAINTS + 1 && letters < 100_000, "{code}: {letters} letters about {text:.200}");
        assert!(report_from_json(&text, &ENGLISH).len() < 200_000, "{code}");
    }
}

/// Names that are too many, but not far too many, are looked up only as long as anybody reads what is found.
#[test]
fn many_unknown_names_are_a_hundred_complaints() {
    let event = json!({ "recorded_by": vec!["no-such-source"; 40], "fields": { "a": 1, "b": 2, "c": 3 } });
    let text = base(vec![], events(5_000, &event)).to_string();
    let (found, letters) = told(&text);
    assert!(found.len() == COMPLAINTS + 1 && letters < 40_000, "{} complaints, {letters} letters", found.len());
    assert_eq!(found[COMPLAINTS].code, Code::AndMore { more: 5_000 * 43 - COMPLAINTS, severity: Severity::Error });
}

/// What the fuzzer begins with goes through the same ways in, in every run of the tests.
#[test]
fn the_corpus_of_the_fuzzer_is_answered() {
    for (way, take) in [
        ("link", entry::link as fn(&str)),
        ("file", entry::file),
        ("answers", entry::answers),
        ("message", entry::message),
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(way);
        let mut files: Vec<_> = read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
        files.sort();
        assert!(files.len() >= 2, "{way}");
        for file in files {
            take(&read_to_string(&file).unwrap());
        }
    }
}

fn link(inside: &str) -> String {
    format!("1.{}", BASE64_URL_SAFE_NO_PAD.encode(compress_to_vec(inside.as_bytes(), 10)))
}

/// A rescue looks at what is there a few times, not once for each part of it.
#[test]
fn what_cannot_be_saved_is_given_up_soon() {
    let parts = |part: &str, count: usize| vec![part; count].join(",");
    for inside in [
        format!("[1,[{}", parts("[0]", 130_000)),
        format!("[1,[1,{}", parts("[]", 170_000)),
        format!("[1,[{}]", parts("\"\"", 170_000)),
        "[".repeat(INSIDE_BYTES),
        format!("[1{}", ",[1".repeat(170_000)),
        format!("[1,[1,\"t\",null,0,4,null,\"2020-01-01\",\"2020-12-31\",[100{}", ",[".repeat(200_000)),
        "{".repeat(INSIDE_BYTES),
        "]".repeat(INSIDE_BYTES),
        "\\\"".repeat(INSIDE_BYTES / 2),
    ] {
        assert!(inside.len() <= INSIDE_BYTES, "{}", inside.len());
        let error = decode(&link(&inside)).unwrap_err();
        assert!(matches!(error, LinkError::Damaged { .. }), "{inside:.100}: {error:?}");
    }
}

/// The largest document of each kind that is computed goes into a file and back, and has a report that can be read.
#[test]
fn what_is_at_the_bound_can_be_used() {
    for document in [listings, associates, ladder, penalties] {
        let fits = |n: usize| lower(&scenario(&document(n))).is_ok();
        let n = (1..=9).map(|it| it * 60).take_while(|it| fits(*it)).last().unwrap();
        let scenario = scenario(&document(n));
        let text = write(&scenario);
        assert!(text.len() <= DOCUMENT_BYTES);
        assert_eq!(read(&text).unwrap(), scenario);
        let report = report_from_json(&text, &ENGLISH);
        assert!(report.contains("\"ok\":true") && report.len() < 100_000_000, "{} letters", report.len());
    }
}
