//! The two npm packages, and Node.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{Outcome, answer, find, find_in, run};
use crate::project::Project;

/// The wasm-opt that Trunk fetches when npm cannot.
pub const WASM_OPT_RELEASE: &str = "version_132";

/// Older ones lack an instruction that wasm-bindgen uses: the build succeeds and the page stays blank.
const OLDEST_WASM_OPT: u32 = 123;

const NO_NODE: &str = "Node and npm are needed and are not on PATH. Install them with `apt-get install nodejs npm` \
                       (Debian, Ubuntu), `brew install node` (macOS) or from https://nodejs.org.";

/// Node, to run WebAssembly tests in.
pub fn node() -> Outcome {
    find("node").map(drop).ok_or_else(|| NO_NODE.to_owned())
}

/// A wasm-opt that is new enough. Without npm there is nothing to do here: Trunk then fetches one itself.
pub fn wasm_opt(project: &Project) -> Outcome {
    if has_wasm_opt(project) {
        return Ok(());
    }
    if find("npm").is_none() {
        println!("npm is not here, so Trunk will download wasm-opt {WASM_OPT_RELEASE} from GitHub.");
        return Ok(());
    }
    install(project, "binaryen", "132")
}

/// Whether the wasm-opt that Trunk would find is new enough.
pub fn has_wasm_opt(project: &Project) -> bool {
    let version = find_in(&project.path(), "wasm-opt").and_then(|file| answer(Command::new(file).arg("--version")));
    version.and_then(|text| wasm_opt_version(&text)).is_some_and(|version| version >= OLDEST_WASM_OPT)
}

/// The file of the accessibility checker.
pub fn axe(project: &Project) -> Outcome<PathBuf> {
    if let Some(file) = env::var_os("AXE") {
        return Ok(file.into());
    }
    let package = project.npm_packages().join("axe-core");
    let version = "4.14.1";
    let manifest = fs::read_to_string(package.join("package.json")).unwrap_or_default();
    if !manifest.contains(&format!("\"version\": \"{version}\"")) {
        install(project, "axe-core", version)?;
    }
    Ok(package.join("axe.min.js"))
}

fn install(project: &Project, package: &str, version: &str) -> Outcome {
    let Some(npm) = find("npm") else {
        return Err(NO_NODE.to_owned());
    };
    let folder = project.cache.join("npm");
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    println!("Installing {package} {version} from npm into {} (once; half a minute).", folder.display());
    run(Command::new(npm)
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder)
        .arg(format!("{package}@{version}")))
}

/// "wasm-opt version 132 (version_132)" is 132.
fn wasm_opt_version(text: &str) -> Option<u32> {
    text.split_whitespace().nth(2)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_wasm_opt_is_its_third_word() {
        assert_eq!(wasm_opt_version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(wasm_opt_version("wasm-opt version 108"), Some(108));
        assert_eq!(wasm_opt_version("something else"), None);
    }
}
