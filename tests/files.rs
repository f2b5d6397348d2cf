//! Files as people have them: documents that they wrote themselves, and what is said about one that cannot be opened.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs::{read, read_dir};
use std::path::Path;

use serde_json::{Value, json};
use social_credit_lab::scenario::{evaluate, presets, read as read_text, read_file, write};
use social_credit_lab::text::ENGLISH;

fn blank() -> String {
    presets::latest("blank").unwrap().json.to_owned()
}

/// The preset with a part of it replaced.
fn with(pointer: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(&blank()).unwrap();
    *document.pointer_mut(pointer).unwrap() = value;
    document.to_string()
}

/// What the page says about a file: place, message, hint.
fn said(text: &str) -> String {
    let diagnostic = read_file(text.as_bytes()).unwrap_err();
    let words = (ENGLISH.diagnostics.words)(&diagnostic.code);
    format!("{}: {} {}", diagnostic.path, words.message, words.hint)
}

#[test]
fn documents_that_people_wrote_open() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/people");
    let files: Vec<_> = read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(files.len() >= 7);
    for file in files {
        let scenario = read_file(&read(&file).unwrap()).unwrap_or_else(|it| panic!("{}: {it:?}", file.display()));
        let outcome = evaluate(&scenario).unwrap_or_else(|it| panic!("{}: {it:?}", file.display()));
        assert!(!outcome.report.lives.is_empty());
        assert_eq!(read_text(&write(&scenario)).as_ref(), Ok(&scenario), "{}", file.display());
    }
}

/// What other programs write beside a document, or instead of its numbers, changes nothing in it.
#[test]
fn habits_of_other_programs_are_forgiven() {
    let wanted = read_text(&blank()).unwrap();
    let mut document: Value = serde_json::from_str(&blank()).unwrap();
    document["$schema"] = "https://example.org/scenario.schema.json".into();
    document["rulebook"]["scale"]["highest"] = json!(100.0);
    for version in [json!(1), json!(1.0), json!("1")] {
        document["version"] = version;
        let read = read_text(&document.to_string()).unwrap();
        assert_eq!(read, wanted);
        assert_eq!(read_text(&write(&read)).unwrap(), wanted);
    }
    // Only the document has a schema, not its parts.
    assert!(said(&with("/cast/0", json!({ "$schema": "x" }))).contains("$schema"));
}

/// A message shows the form that is wanted, or the name that is nearest.
#[test]
fn messages_show_what_is_wanted() {
    let amount = "/rulebook/rules/0/points/amount";
    for (text, words) in [
        (with("/events/1/day", "06/05/2025".into()), "Write 2025-05-06 or 2025-06-05"),
        (with("/events/1/day", "31.12.2025".into()), "Write 2025-12-31"),
        (with("/events/1/day", "2025-02-30".into()), "such as 2021-03-02"),
        (with("/first_day", 20_250_101.into()), "Write 2025-01-01"),
        (with("/first_day", Value::Null), "such as 2021-03-02"),
        (with(amount, "-12,5".into()), "Write digits without quotes, such as -12.5"),
        (with(amount, json!(1e300)), "no larger than 1000000000"),
        (with(amount, json!(0.12345)), "at most three places"),
        (with(amount, json!(i64::MAX)), "no larger than 1000000000"),
        (blank().replace("\"amount\": -10", "\"amount\": -1e400"), "The largest number is 1000000000"),
        (blank().replace("\"amount\": -10", "\"amount\": +10"), "line 55, column 31"),
        (with("/rulebook/rules/0/points", json!({ "amount": 1, "months": "six" })), "such as 12"),
        (with("/mechanism", "scores".into()), "Did you mean “score”?"),
        (with("/mechanism", "points".into()), "Write one of score, list"),
        (with("/cast", json!({})), "Write a list in square brackets"),
        (with("/cast/0/name", json!(7)), "Write a text in quotes"),
        (blank().replace("\"amount\": -10 }", "\"amount\": -10 }, \"on\": \"yes\""), "Write true or false"),
        (blank().replace("\"mechanism\"", "\"mechanisms\""), "mechanisms: Here is “mechanisms”"),
        (blank().replace("\"mechanism\"", "\"mechanisms\""), "Did you mean “mechanism”?"),
        (blank().replace("\"summary\"", "\"Summary\""), "Did you mean “summary”?"),
        (blank().replace("\"summary\"", "\"author\""), "Allowed here: version, title"),
        (with("/cast/0", json!({ "id": "robin" })), "“name” is missing"),
        (blank()[..blank().len() / 2].to_owned(), "it ends in the middle"),
        (blank().replacen(',', ",,", 1), "line"),
        (blank().replacen("\"version\": 1,", "\"version\": 1, // mine", 1), "leave out comments"),
        ("[1, 2]".to_owned(), "which version"),
        (with("/version", json!(1.5)), "There is no version 1.5"),
        ("{ \"title\": \"J\u{f6}rg".to_owned(), "ends in the middle"),
    ] {
        assert!(said(&text).contains(words), "{words}: {}", said(&text));
    }
}

/// Whatever stands in a file, the message stays short: nothing of it is quoted at length.
#[test]
fn messages_never_quote_at_length() {
    let long = "x".repeat(100_000);
    for text in [
        with("/events/1/day", long.clone().into()),
        with("/mechanism", long.clone().into()),
        with("/version", long.clone().into()),
        blank().replace("\"summary\"", &format!("\"{long}\"")),
        long.clone(),
    ] {
        let diagnostic = read_file(text.as_bytes()).unwrap_err();
        let words = (ENGLISH.diagnostics.words)(&diagnostic.code);
        assert!(words.message.len() + words.hint.len() < 500, "{:.200}", words.message);
    }
}
