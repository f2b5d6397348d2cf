//! The engine outside the page: scenarios from files, computed here.
//!
//! - [`evaluate`]: one scenario, its few lives; [`simulate`]: its many;
//! - [`bench`](mod@bench): how fast the many are; [`steps`]: how the work of the few grows;
//! - [`count`]: the many on all cores; [`table`]: rows for the terminal.

pub mod bench;
pub mod count;
pub mod evaluate;
pub mod simulate;
pub mod steps;
pub mod table;

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use social_credit_lab::scenario::{self, Diagnostic, Outcome as Computed, Scenario, Severity, bounds, presets};
use social_credit_lab::text::ENGLISH;

use crate::process::Outcome;
use crate::project::Project;

/// Set where a command is to compute in this very program, however slowly it was compiled.
const HERE: &str = "XTASK_HERE";

/// The text of a scenario: of a file, or of a preset that is named as `preset:popular-picture`.
pub fn text_of(name: &str) -> Outcome<String> {
    if let Some(id) = name.strip_prefix("preset:") {
        let preset = presets::latest(id).ok_or_else(|| {
            let mut ids: Vec<&str> = presets::ALL.iter().map(|it| it.id).collect();
            ids.dedup();
            format!("There is no preset `{id}`. The presets are: {}.", ids.join(", "))
        })?;
        return Ok(preset.json.to_owned());
    }
    let wrong = |error: &dyn std::fmt::Display| format!("{name} cannot be read: {error}");
    let size = fs::metadata(name).map_err(|error| wrong(&error))?.len();
    if size > bounds::DOCUMENT_BYTES as u64 {
        return Err(format!("{name} has {size} bytes; a scenario has {} at most.", bounds::DOCUMENT_BYTES));
    }
    let bytes = fs::read(name).map_err(|error| wrong(&error))?;
    scenario::file::text_of(&bytes).map_err(|it| told(name, &[it]))
}

/// Reads a scenario.
pub fn read(name: &str) -> Outcome<Scenario> {
    scenario::read(&text_of(name)?).map_err(|it| told(name, &[it]))
}

/// Computes a scenario.
pub fn computed(name: &str, scenario: &Scenario) -> Outcome<Computed> {
    scenario::evaluate(scenario).map_err(|it| told(name, &it))
}

/// Says on the terminal what has no effect in a scenario.
pub fn warn(name: &str, outcome: &Computed) {
    if !outcome.lowered.warnings.is_empty() {
        eprintln!("{}", told(name, &outcome.lowered.warnings));
    }
}

/// What is wrong, each with its place and what to do about it.
fn told(name: &str, diagnostics: &[Diagnostic]) -> String {
    let line = |it: &Diagnostic| {
        let words = (ENGLISH.diagnostics.words)(&it.code);
        let severity = if it.severity() == Severity::Error { "error" } else { "warning" };
        let place = if it.path.0.is_empty() { "the document" } else { &it.path.0 };
        format!("{severity} in {name}, at {place}: {}\n  {}", words.message, words.hint)
    };
    diagnostics.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Runs this command again, compiled for speed, and ends with its exit code; does nothing in a program that is fast.
pub fn be_fast(project: &Project, command: &str, args: &[String]) -> Outcome {
    if !cfg!(debug_assertions) || env::var_os(HERE).is_some() {
        return Ok(());
    }
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--profile", "fast", "--bin", "xtask", "--manifest-path"]);
    cargo.arg(project.root.join("Cargo.toml")).arg("--").arg(command).args(args);
    if !project.target.join("fast").join("xtask").exists() {
        eprintln!("Compiling the engine for speed; that takes a minute the first time.");
    }
    let status = cargo.stdin(Stdio::null()).status().map_err(|error| format!("cargo did not start: {error}"))?;
    std::process::exit(status.code().unwrap_or(1));
}

/// Writes a file, and says so.
pub fn write(path: &Path, text: &str) -> Outcome {
    if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    fs::write(path, text).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
