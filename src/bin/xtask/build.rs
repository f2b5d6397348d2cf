//! `cargo xtask build`, and Trunk.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::npm::{WASM_OPT_RELEASE, has_wasm_opt};
use crate::process::{Outcome, find_in, run};
use crate::project::{Project, shown};
use crate::setup::{Need, provide};
use crate::sizes;

/// How the page is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Small and fast; a minute or more.
    Release,
    /// Compiled quickly, several times as large.
    Dev,
}

/// Builds the page for publication and says how large it is.
pub fn command(project: &Project, args: &[String]) -> Outcome {
    if let Some(arg) = args.first() {
        return Err(format!("`build` does not know `{arg}`."));
    }
    let dist = page(project, Profile::Release)?;
    sizes::print(&dist)?;
    println!("The page is in {}. It works under any path of any static host.", shown(project, &dist));
    Ok(())
}

/// Builds the page and returns its folder.
pub fn page(project: &Project, profile: Profile) -> Outcome<PathBuf> {
    provide(project, needs(profile))?;
    let dist = folder(project, profile);
    let mut trunk = trunk(project);
    trunk.args(["build", "--dist"]).arg(&dist);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    run(&mut trunk).map_err(|error| match profile {
        Profile::Release if !has_wasm_opt(project) => {
            format!("{error} If wasm-opt could not be downloaded: with npm on PATH it comes from there.")
        }
        _ => error,
    })?;
    Ok(dist)
}

/// Where the page of this profile is put.
pub fn folder(project: &Project, profile: Profile) -> PathBuf {
    match profile {
        Profile::Release => project.root.join("dist"),
        Profile::Dev => project.scratch("page"),
    }
}

/// What has to be there before Trunk runs.
pub const fn needs(profile: Profile) -> &'static [Need] {
    match profile {
        Profile::Release => &[Need::WasmTarget, Need::WasmBindgen, Need::Trunk, Need::WasmOpt],
        Profile::Dev => &[Need::WasmTarget, Need::WasmBindgen, Need::Trunk],
    }
}

/// Trunk with the right tools in its environment.
pub fn trunk(project: &Project) -> Command {
    let path = project.path();
    let mut trunk = Command::new(find_in(&path, "trunk").unwrap_or_else(|| "trunk".into()));
    trunk.current_dir(&project.root).env("PATH", path).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes NO_COLOR=1 for a mistake in its arguments.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    if !has_wasm_opt(project) {
        trunk.env("TRUNK_TOOLS_WASM_OPT", WASM_OPT_RELEASE);
    }
    trunk
}
