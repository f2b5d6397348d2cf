//! Browsers that a program can drive.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{Outcome, answer, find, find_in, run};
use crate::project::Project;
use crate::rust_tools;

/// A browser with the WebDriver that belongs to it.
pub struct Browser {
    /// The WebDriver.
    pub driver: PathBuf,
    /// The browser itself; nothing where only the driver knows.
    pub browser: Option<PathBuf>,
}

/// Chrome where it is installed outside of `PATH`.
const CHROME_ELSEWHERE: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// Firefox where it is installed outside of `PATH`.
const FIREFOX_ELSEWHERE: &[&str] =
    &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"];

/// Chromium or Chrome: `CHROMEDRIVER` and `CHROME`, else what is on `PATH`, else what the system's packages offer.
pub fn chromium() -> Outcome<Browser> {
    if let Some(browser) = installed_chromium() {
        return Ok(browser);
    }
    let packages = debian_packages(&["chromium", "chromium-driver"], &["chromium-browser", "chromium-chromedriver"]);
    install("Chromium or Chrome and chromedriver", packages, chromium_advice())?;
    installed_chromium().ok_or_else(|| format!("chromedriver is still not on PATH. {}", chromium_advice()))
}

fn installed_chromium() -> Option<Browser> {
    let driver = variable("CHROMEDRIVER")
        .or_else(|| find("chromedriver"))
        .or_else(|| find("chromium.chromedriver"))
        .or_else(|| variable("CHROMEWEBDRIVER").map(|folder| folder.join("chromedriver")))
        .filter(|file| file.is_file())?;
    let names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"];
    Some(Browser { driver, browser: program("CHROME", &names, CHROME_ELSEWHERE) })
}

/// Firefox: `GECKODRIVER` and `FIREFOX`, else what is on `PATH`, else what the system's packages and crates.io offer.
pub fn firefox(project: &Project) -> Outcome<Browser> {
    let names = ["firefox-esr", "firefox"];
    let installed = || program("FIREFOX", &names, FIREFOX_ELSEWHERE);
    if installed().is_none() {
        install("Firefox", debian_packages(&["firefox-esr"], &["firefox"]), firefox_advice())?;
    }
    let browser = installed().ok_or_else(|| format!("Firefox is still not on PATH. {}", firefox_advice()))?;
    if let Some(driver) = variable("GECKODRIVER") {
        return Ok(Browser { driver, browser: Some(browser) });
    }
    rust_tools::geckodriver(project)?;
    let driver = find_in(&project.path(), "geckodriver").ok_or("geckodriver is still not there.")?;
    Ok(Browser { driver, browser: Some(browser) })
}

/// The program that a variable names, else the first of `names` on `PATH`, else the first file of `elsewhere`.
fn program(name: &str, names: &[&str], elsewhere: &[&str]) -> Option<PathBuf> {
    variable(name)
        .or_else(|| names.iter().find_map(|name| find(name)))
        .or_else(|| elsewhere.iter().map(PathBuf::from).find(|file| file.is_file()))
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn install(what: &str, packages: Option<&[&str]>, advice: &str) -> Outcome {
    let Some(packages) = packages else {
        return Err(format!("The journeys need {what}. {advice}"));
    };
    let Some(sudo) = privilege() else {
        return Err(format!(
            "The journeys need {what}. Install them with\n  sudo apt-get update && sudo apt-get install {}",
            packages.join(" ")
        ));
    };
    println!("Installing {} with apt-get (once; a minute or two, up to 400 MB).", packages.join(" and "));
    apt_get(sudo, &["update", "--quiet"])?;
    apt_get(sudo, &[&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat())
}

fn apt_get(sudo: &[&str], args: &[&str]) -> Outcome {
    let words = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], args].concat();
    run(Command::new(words[0]).args(&words[1..]))
}

/// The packages of this system, if it is one whose packages this program knows.
fn debian_packages(
    debian: &'static [&'static str],
    ubuntu: &'static [&'static str],
) -> Option<&'static [&'static str]> {
    find("apt-get")?;
    let release = fs::read_to_string("/etc/os-release").ok()?;
    Some(if release.lines().any(|line| line == "ID=ubuntu") { ubuntu } else { debian })
}

/// What has to stand before a command for it to run as root, if that is possible without a password.
fn privilege() -> Option<&'static [&'static str]> {
    if answer(Command::new("id").arg("-u"))? == "0" {
        return Some(&[]);
    }
    answer(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"] as &[&str])
}

fn chromium_advice() -> &'static str {
    if cfg!(target_os = "macos") {
        "Install them with `brew install --cask google-chrome chromedriver`."
    } else if cfg!(windows) {
        "Install Chrome, and chromedriver of the same version from https://googlechromelabs.github.io/chrome-for-testing/ \
         with its folder on PATH."
    } else {
        "Install them with the system's package manager (`dnf install chromium chromedriver`, `snap install chromium`, …), \
         or set CHROME and CHROMEDRIVER to the files."
    }
}

fn firefox_advice() -> &'static str {
    if cfg!(target_os = "macos") {
        "Install it with `brew install --cask firefox`."
    } else if cfg!(windows) {
        "Install it with `winget install Mozilla.Firefox`."
    } else {
        "Install it with the system's package manager (`dnf install firefox`, `snap install firefox`, …), or set FIREFOX \
         to the file."
    }
}
