//! The task runner: `cargo xtask help` lists what it can do.
//!
//! Every command first puts in place what it needs, says so, and is quick when everything is there already.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line program talks through its output")]

mod browser;
mod build;
mod npm;
mod outside;
mod process;
mod project;
mod rust_tools;
mod serve;
mod setup;
mod sizes;
mod test;
mod views;

use std::process::ExitCode;

use process::Outcome;
use project::Project;

const HELP: &str = "\
cargo xtask COMMAND

  setup                     install what the other commands need (they also do it themselves)
  serve [--port N] [--dev]  build the page, serve it on this computer, rebuild it when a file changes
  build                     build the page for any static host into dist/
  test [STEP…]              run every check, or only the steps that are named
  journeys [--release] [--firefox | --chromium] [NAME…]
                            build the page quickly and run the browser journeys whose names contain NAME, in Chromium
                            and some in Firefox as well, or in one of them
  shots [OPTION…] [ROUTE…]  build the page quickly and take pictures of it at routes such as /lab, in three sizes,
                            light and dark; --release, --no-build, --full (the whole document), --dark, --light,
                            --size 390x844, --click SELECTOR, --out FOLDER
  evaluate FILE [--json]    compute the people of a scenario: final scores, bands, consequences; or the report as JSON.
                            FILE is a scenario that the lab saved, or preset:popular-picture
  simulate FILE [--replicates A..B] [--people N] [--months N] [--csv OUT] [--reform]
                            compute the many lives under a scenario: a summary, and all measures as CSV
  bench [--no-build]        build the page for publication and measure it in a browser: how long an edit takes until it
                            is painted, with a small and a large scenario, how soon and how fast many lives are
                            counted, and how much a first visit loads
  bench --native            measure many lives without a browser: how fast, and how the time grows
  help                      this text
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Outcome {
    let Some((command, rest)) = args.split_first() else {
        print!("{HELP}\nSteps of `cargo xtask test`:\n{}", test::list());
        return Ok(());
    };
    let project = Project::find()?;
    match command.as_str() {
        "setup" => setup::everything(&project),
        "serve" => serve::command(&project, rest),
        "build" => build::command(&project, rest),
        "test" => test::command(&project, rest),
        "journeys" => views::journeys(&project, rest),
        "shots" => views::shots(&project, rest),
        "evaluate" => outside::evaluate::command(rest),
        "simulate" => outside::simulate::command(&project, rest),
        "bench" if rest == ["--native"] => outside::bench::command(&project),
        "bench" => views::bench(&project, rest),
        "help" | "--help" | "-h" => run(&[]),
        unknown => Err(format!("There is no command `{unknown}`.\n\n{HELP}")),
    }
}
