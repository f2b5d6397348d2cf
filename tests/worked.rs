//! Worked examples: one page per effect, which a reader can check by hand.
//!
//! Each page in `tests/worked` has a title, some words, a JSON block and tables. The block is laid over
//! `tests/common/base.json`: objects are merged, everything else is replaced. The tables are what the engine makes of it.
//! `UPDATE_EXPECT=1 cargo test --test worked` writes them; whoever does that checks them by hand.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs::{read_dir, read_to_string};
use std::path::Path;

use common::account::{self, Account, Life, Row};
use common::overlay::over_base;
use expect_test::expect_file;
use social_credit_lab::engine::Points;
use social_credit_lab::scenario::{Scenario, evaluate, read};

/// The heading under which the engine's tables stand.
const LEDGER: &str = "## Ledger\n";

#[test]
fn the_examples_come_out_as_worked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/worked");
    let mut pages: Vec<_> = read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    pages.retain(|it| it.extension().is_some_and(|it| it == "md"));
    pages.sort();
    assert!(pages.len() > 20);
    for page in pages {
        let text = read_to_string(&page).unwrap();
        let (given, _) = text.split_once(LEDGER).unwrap_or((&text, ""));
        let block = given.split("```").nth(1).and_then(|it| it.strip_prefix("json")).expect("a block of JSON");
        let scenario = scenario(block).unwrap_or_else(|why| panic!("{}: {why}", page.display()));
        expect_file![page].assert_eq(&format!("{given}{LEDGER}{}", tables(&scenario)));
    }
}

/// The base with a block laid over it.
fn scenario(block: &str) -> Result<Scenario, String> {
    let block = serde_json::from_str(block).map_err(|it| it.to_string())?;
    let document = over_base(block);
    let scenario = read(&document.to_string()).map_err(|it| format!("{it:?}"))?;
    let outcome = evaluate(&scenario).map_err(|it| format!("{it:?}"))?;
    if outcome.lowered.warnings.is_empty() { Ok(scenario) } else { Err(format!("{:?}", outcome.lowered.warnings)) }
}

fn tables(scenario: &Scenario) -> String {
    let account = account::of(scenario);
    let moved = |id: &str| !account.lives[id].rows.is_empty() || scenario.events.iter().any(|it| it.subject == id);
    let here: Vec<_> =
        scenario.cast.iter().filter(|it| moved(&it.id) || !account.lives[&it.id].spans.is_empty()).collect();
    let mut res = String::new();
    for subject in &here {
        if here.len() > 1 {
            res += &format!("\n### {}\n", subject.name);
        }
        res += &ledger(scenario, &account, &subject.id);
        res += &consequences(&account.lives[&subject.id]);
    }
    res
}

fn ledger(scenario: &Scenario, account: &Account, subject: &str) -> String {
    let life = &account.lives[subject];
    let (day, score, band) = &life.course[0];
    let start = scenario.rulebook.scale.as_ref().map_or(*score, |it| it.start.0);
    let mut lines = vec![(day.clone(), cells(&[&day, &"start", &"", &"", &start, &band, &""]))];
    lines.extend(life.rows.iter().map(|it| (it.day.clone(), ledger_line(scenario, it))));
    for event in scenario.events.iter().filter(|it| it.subject == subject) {
        let fate = &account.events[&event.id];
        let idle = !life.rows.iter().any(|it| it.event.as_ref() == Some(&event.id));
        let dropped = fate.offers.iter().filter(|it| it.1 == "dropped");
        let why: Vec<String> = match (fate.recorded, fate.offers.is_empty()) {
            _ if !idle => dropped.map(|it| format!("{} dropped", it.0)).collect(),
            (false, _) => vec!["not recorded".to_owned()],
            (true, true) => vec!["no rule for it".to_owned()],
            _ => fate.offers.iter().map(|it| format!("{}: {}", it.0, it.1)).collect(),
        };
        if !why.is_empty() {
            let day = event.day.0.to_string();
            let place = lines.partition_point(|it| it.0 <= day);
            let what = format!("{}: {}", event.id, event.kind);
            let line = cells(&[&day, &what, &"", &"", &"", &"", &why.join(", ")]);
            lines.insert(place, (day, line));
        }
    }
    let lines: Vec<String> = lines.into_iter().map(|it| it.1).collect();
    let head = "\n| day | what | nominal | applied | score | band | why |\n|---|---|--:|--:|--:|---|---|\n";
    format!("{head}{}\n", lines.join("\n"))
}

fn ledger_line(scenario: &Scenario, row: &Row) -> String {
    let (entry, basis) = row.entry.split_once(", ").unwrap_or((&row.entry, ""));
    let what = match (&row.event, &row.rule) {
        (Some(event), Some(rule)) => {
            let kind = scenario.events.iter().find(|it| it.id == *event).map_or("", |it| &it.kind);
            if entry == "posted" {
                format!("{event}: {kind} → {rule}")
            } else {
                format!("{entry} ({event} → {rule})")
            }
        }
        _ => entry.to_owned(),
    };
    let mut why: Vec<String> = row.reductions.iter().map(|(by, to)| format!("{by} {to}")).collect();
    if !basis.is_empty() {
        why.insert(0, basis.to_owned());
    }
    why.extend(row.ends.iter().map(|it| format!("until {it}")));
    let moves = !row.nominal.is_zero() || entry == "posted";
    let points = |it: Points| if moves { it.to_string() } else { String::new() };
    let (nominal, applied, score) = (points(row.nominal), points(row.applied), row.score.1);
    cells(&[&row.day, &what, &nominal, &applied, &score, &row.band.1, &why.join("; ")])
}

/// A line of a table.
fn cells(all: &[&dyn std::fmt::Display]) -> String {
    let cell = |it: &&dyn std::fmt::Display| {
        Some(it.to_string()).filter(|it| !it.is_empty()).map_or(" |".to_owned(), |it| format!(" {it} |"))
    };
    format!("|{}", all.iter().map(cell).collect::<String>())
}

fn consequences(life: &Life) -> String {
    if life.spans.is_empty() {
        return String::new();
    }
    let line = |it: Option<usize>, none: &str| it.map_or(none.to_owned(), |it| life.rows[it].entry.clone());
    let lines: Vec<String> = life
        .spans
        .iter()
        .map(|it| {
            let end = it.end.as_deref().unwrap_or("…");
            let (begun, ended) = (line(it.cause, "from the start"), line(it.ended_by, ""));
            cells(&[&it.consequence, &it.begin, &begun, &end, &ended])
        })
        .collect();
    format!("\n| consequence | from | because | until | because |\n|---|---|---|---|---|\n{}\n", lines.join("\n"))
}
