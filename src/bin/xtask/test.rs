//! `cargo xtask test`: every check of the project, step by step.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::build::{self, Profile};
use crate::process::{Outcome, line, run};
use crate::project::Project;
use crate::setup::{Need, provide};
use crate::views;

/// The test files that also run as WebAssembly, in Node.
const WASM_TESTS: &[&str] = &["laws", "presets", "charts", "society_everywhere"];

struct Step {
    name: &'static str,
    about: &'static str,
    needs: &'static [Need],
    run: fn(&Project) -> Outcome,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", about: "the code is formatted", needs: &[Need::Rustfmt], run: fmt },
    Step { name: "clippy", about: "lints, native", needs: &[Need::Clippy], run: clippy },
    Step { name: "clippy-wasm", about: "lints, the page", needs: &[Need::Clippy, Need::WasmTarget], run: clippy_wasm },
    Step { name: "native", about: "unit and integration tests", needs: &[], run: native },
    Step { name: "wasm", about: "the same laws as WebAssembly", needs: WASM_NEEDS, run: wasm },
    Step { name: "doc", about: "the documentation builds", needs: &[Need::WasmTarget], run: doc },
    Step { name: "page", about: "release build of the page", needs: build::needs(Profile::Release), run: page },
    Step { name: "journeys", about: "the page in two browsers", needs: JOURNEY_NEEDS, run: journeys },
];

const JOURNEY_NEEDS: &[Need] = &[Need::Axe, Need::Browser, Need::Firefox];
const WASM_NEEDS: &[Need] = &[Need::WasmTarget, Need::WasmBindgen, Need::Node];

/// The steps and what they check, for the help text.
pub fn list() -> String {
    STEPS.iter().map(|step| format!("  {:12} {}\n", step.name, step.about)).collect()
}

/// Runs the steps named in `names`, or all; a failed step does not stop the others.
pub fn command(project: &Project, names: &[String]) -> Outcome {
    let results: Vec<(&str, Duration, Outcome)> =
        chosen(names)?.into_iter().map(|step| perform(project, step)).collect();

    println!("\n── Summary");
    for (name, time, outcome) in &results {
        let word = if outcome.is_ok() { "passed" } else { "FAILED" };
        println!("{word}  {name:12} {}", seconds(*time));
    }
    let failed: Vec<&str> =
        results.iter().filter(|(_, _, outcome)| outcome.is_err()).map(|(name, _, _)| *name).collect();
    let time = seconds(results.iter().map(|(_, time, _)| *time).sum());
    if failed.is_empty() {
        println!("All {} steps passed in {time}.", results.len());
        return Ok(());
    }
    Err(format!("{} of {} steps failed in {time}: {}.", failed.len(), results.len(), failed.join(", ")))
}

fn chosen(names: &[String]) -> Outcome<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        return Err(format!("There is no step `{unknown}`. The steps are:\n{}", list()));
    }
    Ok(STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)).collect())
}

fn perform(project: &Project, step: &Step) -> (&'static str, Duration, Outcome) {
    println!("\n── {}: {}", step.name, step.about);
    let provided = provide(project, step.needs);
    let start = Instant::now();
    let outcome = provided.and_then(|()| (step.run)(project));
    if let Err(message) = &outcome {
        println!("{message}");
    }
    (step.name, start.elapsed(), outcome)
}

fn fmt(project: &Project) -> Outcome {
    told(project.cargo().args(["fmt", "--check"]))
}

fn clippy(project: &Project) -> Outcome {
    told(project.cargo().args(["clippy", "--all-targets", "--features", "journeys,schema", "--", "-D", "warnings"]))
}

fn clippy_wasm(project: &Project) -> Outcome {
    let mut cargo = project.cargo();
    cargo.args(["clippy", "--target", "wasm32-unknown-unknown", "--features", "ui", "--lib", "--bin", "app"]);
    told(cargo.args(["--", "-D", "warnings"]))
}

fn native(project: &Project) -> Outcome {
    told(project.cargo().args(["test", "--features", "schema"]))
}

fn wasm(project: &Project) -> Outcome {
    let exists = |name: &&&str| {
        let tests = project.root.join("tests");
        tests.join(format!("{name}.rs")).is_file() || tests.join(name).join("main.rs").is_file()
    };
    let present: Vec<&str> = WASM_TESTS.iter().filter(exists).copied().collect();
    if present.is_empty() {
        println!("No test file for WebAssembly is here yet.");
        return Ok(());
    }
    let mut cargo = project.cargo();
    cargo.args(["test", "--target", "wasm32-unknown-unknown"]);
    for name in present {
        cargo.args(["--test", name]);
    }
    told(&mut cargo)
}

/// For the target of the page, where Clippy has already checked every dependency.
fn doc(project: &Project) -> Outcome {
    let mut cargo = project.cargo();
    cargo.args(["doc", "--no-deps", "--document-private-items", "--lib", "--features", "ui"]);
    told(cargo.args(["--target", "wasm32-unknown-unknown"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn page(project: &Project) -> Outcome {
    build::command(project, &[])
}

fn journeys(project: &Project) -> Outcome {
    let dist = project.root.join("dist");
    if !dist.join("index.html").is_file() {
        return Err("There is no page in dist/ yet: `cargo xtask build` makes it.".to_owned());
    }
    println!("The page in dist/ is tested as it is; the step `page` builds it anew.");
    views::journeys_in(project, &dist, &[])
}

fn told(command: &mut Command) -> Outcome {
    println!("{}", line(command));
    run(command)
}

fn seconds(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_run_in_their_own_order_whatever_the_order_of_the_names() {
        let names: Vec<String> = ["page", "fmt"].map(str::to_owned).to_vec();
        let steps: Vec<&str> = chosen(&names).unwrap().iter().map(|step| step.name).collect();
        assert_eq!(steps, ["fmt", "page"]);
        assert!(chosen(&["everything".to_owned()]).is_err());
    }

    #[test]
    fn times_are_shown_in_minutes_from_a_minute_on() {
        assert_eq!(seconds(Duration::from_millis(1_540)), "1.5 s");
        assert_eq!(seconds(Duration::from_secs(312)), "5 min 12 s");
    }
}
