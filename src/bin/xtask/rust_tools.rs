//! The tools that come through rustup and `cargo install`.

use std::path::Path;
use std::process::Command;

use crate::process::{Outcome, answer, find, find_in, run};
use crate::project::Project;

/// The newest Trunk that Rust 1.95 can compile.
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const WASM: &str = "wasm32-unknown-unknown";

/// A part of the toolchain such as Clippy, which small installations leave out.
pub fn component(project: &Project, component: &str, subcommand: &str) -> Outcome {
    if answer(project.cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    rustup(&["component", "add", component])
}

/// The standard library for WebAssembly.
pub fn wasm_target(project: &Project) -> Outcome {
    let library =
        answer(Command::new("rustc").current_dir(&project.root).args(["--print", "target-libdir", "--target", WASM]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

fn rustup(args: &[&str]) -> Outcome {
    let command = format!("rustup {}", args.join(" "));
    if find("rustup").is_none() {
        return Err(format!(
            "`{command}` is needed and rustup is not here. Install it from https://rustup.rs, or install \
             the same part of Rust with the system's package manager."
        ));
    }
    println!("Running `{command}` (a few seconds).");
    run(Command::new("rustup").args(args))
}

/// Trunk, which bundles the page.
pub fn trunk(project: &Project) -> Outcome {
    // With its lock file: newer releases of its dependencies do not all compile.
    cargo_install(project, "trunk", "trunk", TRUNK, &["--locked"], "10 minutes on two cores")
}

/// wasm-bindgen, whose version has to be exactly the library's.
pub fn wasm_bindgen(project: &Project) -> Outcome {
    let version = project.locked_version("wasm-bindgen")?;
    // Without its lock file, which can name a release that a registry does not have yet.
    cargo_install(project, "wasm-bindgen-test-runner", "wasm-bindgen-cli", &version, &[], "4 minutes on two cores")
}

/// geckodriver, which drives Firefox.
pub fn geckodriver(project: &Project) -> Outcome {
    cargo_install(project, "geckodriver", "geckodriver", GECKODRIVER, &["--locked"], "4 minutes on two cores")
}

fn cargo_install(
    project: &Project,
    program: &str,
    package: &str,
    version: &str,
    flags: &[&str],
    time: &str,
) -> Outcome {
    if installed_version(project, program).as_deref() == Some(version) {
        return Ok(());
    }
    let folder = project.cargo_tools();
    println!("Installing {package} {version} into {} (once; about {time}).", folder.display());
    let mut cargo = project.cargo();
    // A target folder that is shared with the project would be locked all that time.
    cargo.env_remove("CARGO_TARGET_DIR").args(["install", package, "--version", version, "--force", "--root"]);
    run(cargo.arg(folder).args(flags))
}

/// The second word of what `program --version` prints.
fn installed_version(project: &Project, program: &str) -> Option<String> {
    let file = find_in(&project.path(), program)?;
    let text = answer(Command::new(file).arg("--version"))?;
    text.split_whitespace().nth(1).map(str::to_owned)
}
