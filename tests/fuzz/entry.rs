//! Where text from outside comes in, for the fuzzer and for the test that goes through its corpus.

use social_credit_lab::jobs::desk::Desk;
use social_credit_lab::lessons::tally::Class;
use social_credit_lab::report::report_from_json;
use social_credit_lab::scenario::{evaluate, link, read, write};
use social_credit_lab::text::ENGLISH;

/// A link: opened, computed, and made again of what was in it.
pub fn link(text: &str) {
    match link::decode(text) {
        Ok(shared) => {
            drop(evaluate(&shared.scenario));
            // What came from a crowded link may be too long for one that is written plainly.
            if let Ok(again) = link::decode(&link::encode(&shared)) {
                assert_eq!(again, shared);
            }
        }
        Err(error) => {
            let words = (ENGLISH.share.broken)(&error);
            assert!(!words.message.is_empty());
            if let Some(saved) = error.salvage() {
                drop(read(saved));
            }
        }
    }
}

/// A file, or the text that another program gives to `evaluate`.
pub fn file(text: &str) {
    drop(report_from_json(text, &ENGLISH));
    if let Ok(scenario) = read(text) {
        assert_eq!(read(&write(&scenario)).as_ref(), Ok(&scenario));
    }
}

/// Codes of answers, as a class sends them, in lines or as a table.
pub fn answers(text: &str) {
    let class = Class::read("twelve-points", "by-hand", text);
    drop(class.choices(4));
    drop(class.histogram(0, 1_000, 10));
}

/// What page and worker say to each other: orders, one on each line.
pub fn message(text: &str) {
    let mut desk = Desk::default();
    for order in text.lines() {
        desk.take(order);
        // A job may be long: a few steps show that it begins.
        for _ in 0..3 {
            drop(desk.work(|| false));
        }
    }
}
