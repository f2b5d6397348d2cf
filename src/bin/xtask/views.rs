//! What needs the page in a browser: the journeys, and pictures of the page.

use std::path::Path;
use std::process::Command;

use crate::build::{self, Profile};
use crate::process::{Outcome, run};
use crate::project::Project;
use crate::setup::{Need, provide};
use crate::{browser, npm};

/// `cargo xtask journeys`: builds the page and runs the journeys whose names contain one of the words.
pub fn journeys(project: &Project, args: &[String]) -> Outcome {
    provide(project, &[Need::Axe, Need::Browser, Need::Firefox])?;
    let (release, names): (Vec<String>, Vec<String>) = args.iter().cloned().partition(|arg| arg == "--release");
    let dist = build::page(project, profile(&release))?;
    journeys_in(project, &dist, &names)
}

/// Runs journeys on the page that is in `dist`.
pub fn journeys_in(project: &Project, dist: &Path, names: &[String]) -> Outcome {
    let firefox = browser::firefox(project)?;
    let mut cargo = driven(project, dist, names)?;
    cargo.env("GECKODRIVER", firefox.driver);
    if let Some(browser) = firefox.browser {
        cargo.env("FIREFOX", browser);
    }
    run(&mut cargo)
}

/// `cargo xtask shots`: builds the page and takes pictures of it.
pub fn shots(project: &Project, args: &[String]) -> Outcome {
    provide(project, &[Need::Axe, Need::Browser])?;
    let ours = |arg: &String| matches!(arg.as_str(), "--release" | "--no-build");
    let (flags, rest): (Vec<String>, Vec<String>) = args.iter().cloned().partition(ours);
    let profile = profile(&flags);
    let dist = if flags.iter().any(|flag| flag == "--no-build") {
        build::folder(project, profile)
    } else {
        build::page(project, profile)?
    };
    // The last part tells the pictures of several checkouts apart when they share a target folder.
    let name = project.root.file_name().unwrap_or_default();
    let out = project.target.join("shots").join(name).display().to_string();
    drive(project, &dist, &[&["shots".to_owned(), "--out".to_owned(), out], rest.as_slice()].concat())
}

/// `cargo xtask bench`: builds the page for publication and measures it.
pub fn bench(project: &Project, args: &[String]) -> Outcome {
    provide(project, &[Need::Axe, Need::Browser])?;
    let (no_build, rest): (Vec<String>, Vec<String>) = args.iter().cloned().partition(|arg| arg == "--no-build");
    let dist = if no_build.is_empty() {
        build::page(project, Profile::Release)?
    } else {
        build::folder(project, Profile::Release)
    };
    drive(project, &dist, &[&["bench".to_owned()], rest.as_slice()].concat())
}

fn profile(flags: &[String]) -> Profile {
    if flags.iter().any(|flag| flag == "--release") { Profile::Release } else { Profile::Dev }
}

/// Runs the test binary that drives Chromium.
fn drive(project: &Project, dist: &Path, args: &[String]) -> Outcome {
    run(&mut driven(project, dist, args)?)
}

/// The test binary, told where Chromium is.
fn driven(project: &Project, dist: &Path, args: &[String]) -> Outcome<Command> {
    let found = browser::chromium()?;
    let mut cargo = project.cargo();
    cargo.args(["test", "--quiet", "--features", "journeys", "--test", "journeys", "--"]).args(args);
    cargo.env("DIST", dist).env("AXE", npm::axe(project)?).env("CHROMEDRIVER", found.driver);
    if let Some(browser) = found.browser {
        cargo.env("CHROME", browser);
    }
    Ok(cargo)
}
