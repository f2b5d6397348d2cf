//! What the commands need on this machine, and how it gets there.

use crate::process::Outcome;
use crate::project::Project;
use crate::{browser, npm, rust_tools};

/// One thing that has to be on the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// `cargo fmt`.
    Rustfmt,
    /// `cargo clippy`.
    Clippy,
    /// Rust's standard library for WebAssembly.
    WasmTarget,
    /// wasm-bindgen and its test runner, of the version in `Cargo.lock`.
    WasmBindgen,
    /// Node, which runs the WebAssembly tests.
    Node,
    /// The bundler that makes the page.
    Trunk,
    /// The optimiser of a release build.
    WasmOpt,
    /// The accessibility checker that the journeys put into the page.
    Axe,
    /// Chromium or Chrome, with its WebDriver.
    Browser,
    /// Firefox, with its WebDriver.
    Firefox,
}

/// Everything, in the order in which it is cheapest to fail.
const ALL: &[Need] = &[
    Need::Rustfmt,
    Need::Clippy,
    Need::WasmTarget,
    Need::Node,
    Need::WasmOpt,
    Need::Axe,
    Need::Browser,
    Need::Firefox,
    Need::WasmBindgen,
    Need::Trunk,
];

/// `cargo xtask setup`: provides every need and reports all that could not be provided.
pub fn everything(project: &Project) -> Outcome {
    let failures: Vec<String> = ALL.iter().filter_map(|need| provide_one(project, *need).err()).collect();
    if !failures.is_empty() {
        return Err(failures.join("\n\n"));
    }
    println!("Everything is in place. `cargo xtask serve` shows the page, `cargo xtask test` runs the checks.");
    Ok(())
}

/// Provides `needs`; the first that cannot be provided is the error.
pub fn provide(project: &Project, needs: &[Need]) -> Outcome {
    needs.iter().try_for_each(|need| provide_one(project, *need))
}

fn provide_one(project: &Project, need: Need) -> Outcome {
    match need {
        Need::Rustfmt => rust_tools::component(project, "rustfmt", "fmt"),
        Need::Clippy => rust_tools::component(project, "clippy", "clippy"),
        Need::WasmTarget => rust_tools::wasm_target(project),
        Need::WasmBindgen => rust_tools::wasm_bindgen(project),
        Need::Node => npm::node(),
        Need::Trunk => rust_tools::trunk(project),
        Need::WasmOpt => npm::wasm_opt(project),
        Need::Axe => npm::axe(project).map(drop),
        Need::Browser => browser::chromium().map(drop),
        Need::Firefox => browser::firefox(project).map(drop),
    }
}
