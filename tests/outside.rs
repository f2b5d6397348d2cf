//! The engine outside the page: what `cargo xtask evaluate` and `simulate` print, write and refuse.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn xtask(args: &[&str]) -> Output {
    // In this very program: to compile it for speed first would take a minute.
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(args).env("XTASK_HERE", "1").output().unwrap()
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it says when it does not work: on stderr, with exit code 1, and without a panic.
fn refusal(args: &[&str]) -> String {
    let output = xtask(args);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{args:?}: {text}");
    assert!(!text.contains("panicked"), "{text}");
    text
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn file(name: &str, text: &str) -> String {
    let path = scratch(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const SMALL: [&str; 4] = ["--people", "160", "--months", "13"];

fn preset(id: &str) -> String {
    fs::read_to_string(format!("{}/src/scenario/presets/{id}.1.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn a_preset_and_its_file_are_evaluated_alike() {
    let path = file("evaluated.json", &preset("popular-picture"));
    let table = out(&xtask(&["evaluate", &path]));
    assert_eq!(table, out(&xtask(&["evaluate", "preset:popular-picture"])));
    let document: Value = serde_json::from_str(&preset("popular-picture")).unwrap();
    for subject in document["cast"].as_array().unwrap() {
        assert!(table.contains(subject["name"].as_str().unwrap()), "{table}");
    }
    let report: Value = serde_json::from_str(&out(&xtask(&["evaluate", &path, "--json"]))).unwrap();
    assert_eq!(report["format"], "social-credit-lab/report");
    assert_eq!(report["ok"], true);
}

#[test]
fn shards_behind_each_other_are_the_whole() {
    let shard = |range: &str| {
        let path = scratch(&format!("shard-{range}.csv"));
        let csv = path.to_str().unwrap();
        let args = ["simulate", "preset:popular-picture", "--replicates", range, "--csv", csv];
        let summary = out(&xtask(&[&args[..], &SMALL].concat()));
        assert!(summary.contains("ever-penalised"), "{summary}");
        fs::read_to_string(&path).unwrap()
    };
    let whole = shard("0..3");
    assert_eq!(shard("0..2") + &shard("2..3"), whole);
    let mut lines = whole.lines();
    assert_eq!(lines.next(), Some("replicate,regime,measure,who,value"));
    let mut n = 0;
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), 5, "{line}");
        assert_eq!(cells[1], "rulebook");
        assert!(cells[4].is_empty() || cells[4].parse::<f64>().unwrap().is_finite(), "{line}");
        n += 1;
    }
    assert_eq!(n % 3, 0);
    assert!(whole.contains(",ever-penalised,all,0"), "somebody is under a penalty some time");
}

#[test]
fn one_is_not_many() {
    let head = |people: &str, months: &str| {
        let args =
            ["simulate", "preset:popular-picture", "--replicates", "0..1", "--people", people, "--months", months];
        out(&xtask(&args)).lines().nth(1).unwrap().to_owned()
    };
    assert!(head("1", "1").starts_with("1 person, 1 month, "), "{}", head("1", "1"));
    assert!(head("2", "3").starts_with("2 people, 3 months, "));
}

#[test]
fn a_reform_is_counted_beside_the_rulebook() {
    let mut document: Value = serde_json::from_str(&preset("popular-picture")).unwrap();
    document["society"] = serde_json::json!({ "people": 160, "months": 13, "replicates": 2, "reform": ["appeal"] });
    let path = file("reform.json", &document.to_string());
    let csv = scratch("reform.csv");
    let summary = out(&xtask(&["simulate", &path, "--reform", "--csv", csv.to_str().unwrap()]));
    assert!(summary.contains("under the reform") && summary.contains("cannot tell"), "{summary}");
    let rows = fs::read_to_string(csv).unwrap();
    let of = |regime: &str| rows.lines().filter(|it| it.split(',').nth(1) == Some(regime)).count();
    assert!(of("reform") > 100 && of("reform") == of("rulebook"));
    // Without the word the reform is left out.
    assert!(!out(&xtask(&["simulate", &path])).contains("under the reform"));
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_what_to_do() {
    let broken = file("broken.json", "{\"version\": 1,");
    let mut document: Value = serde_json::from_str(&preset("popular-picture")).unwrap();
    document["rulebook"]["rules"][0]["kind"] = "nothing-like-that".into();
    let senseless = file("senseless.json", &document.to_string());
    for command in ["evaluate", "simulate"] {
        let text = refusal(&[command, &broken]);
        assert!(text.contains("line 1") && text.contains("in the middle"), "{text}");
        let text = refusal(&[command, &senseless]);
        assert!(text.contains("at rulebook/rules/") && text.contains("nothing-like-that"), "{text}");
        assert!(refusal(&[command, "nowhere.json"]).contains("nowhere.json cannot be read"));
        assert!(refusal(&[command, "preset:utopia"]).contains("popular-picture"));
        assert!(refusal(&[command]).contains("FILE"));
        assert!(refusal(&[command, "preset:popular-picture", "--what"]).contains("--what") || command == "evaluate");
    }
    let text = refusal(&["simulate", "preset:blank", "--reform"]);
    assert!(text.contains("no reform"), "{text}");
}

#[test]
fn too_much_is_refused_with_a_reason() {
    let args = ["simulate", "preset:popular-picture", "--months", "240", "--replicates", "0..200"];
    let text = refusal(&args);
    assert!(text.contains("MB") || text.contains("memory"), "{text}");
    let text = refusal(&["simulate", "preset:popular-picture", "--people", "2_000_000"]);
    assert!(text.contains("at society/people"), "{text}");
}
