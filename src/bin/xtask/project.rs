//! Where things are.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::Outcome;

/// The folders that the commands work with.
pub struct Project {
    /// The folder of `Cargo.toml`.
    pub root: PathBuf,
    /// Where Cargo puts what it makes.
    pub target: PathBuf,
    /// Tools of the right versions, kept per user so that a second checkout has them at once.
    pub cache: PathBuf,
}

impl Project {
    /// Reads the places from the environment that `cargo run` sets.
    pub fn find() -> Outcome<Self> {
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().map_err(|error| format!("The current folder cannot be read: {error}"))?,
        };
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        let cache = user_cache().ok_or("Neither HOME nor XDG_CACHE_HOME says where tools could be kept.")?;
        Ok(Self { root, target, cache: cache.join("social-credit-lab") })
    }

    /// `cargo`, to be run in the project's folder and with the tools on its `PATH`.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root).env("PATH", self.path());
        cargo
    }

    /// `PATH` with the cached tools in front.
    pub fn path(&self) -> OsString {
        let own = [self.npm_packages().join(".bin"), self.cargo_tools().join("bin")];
        let rest = env::var_os("PATH").unwrap_or_default();
        // A folder name with a colon in it cannot be put on PATH; then the caller's own PATH has to do.
        env::join_paths(own.into_iter().chain(env::split_paths(&rest))).unwrap_or(rest)
    }

    /// Where `cargo install` puts Trunk, wasm-bindgen and geckodriver.
    pub fn cargo_tools(&self) -> PathBuf {
        self.cache.join("cargo")
    }

    /// Where npm puts its packages.
    pub fn npm_packages(&self) -> PathBuf {
        self.cache.join("npm").join("node_modules")
    }

    /// Ignored files that belong to this checkout.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.root.join(".cache").join(name)
    }

    /// The version of `package` that `Cargo.lock` names.
    pub fn locked_version(&self, package: &str) -> Outcome<String> {
        let file = self.root.join("Cargo.lock");
        let text = fs::read_to_string(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
        version_in_lock(&text, package).ok_or_else(|| format!("Cargo.lock does not name {package}."))
    }
}

/// `path` relative to the project where that is possible, for messages.
pub fn shown(project: &Project, path: &Path) -> String {
    path.strip_prefix(&project.root).unwrap_or(path).display().to_string()
}

fn user_cache() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))
        .filter(|folder| folder.is_absolute())
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?;
    Some(version.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version_of_the_exact_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "trunk"), None);
    }
}
