//! A browser that a program can drive.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::process::{Outcome, answer, find, run};

/// Chromium or Chrome with the WebDriver that belongs to it.
pub struct Browser {
    /// The WebDriver.
    pub driver: PathBuf,
    /// The browser itself; nothing where only the driver knows.
    pub browser: Option<PathBuf>,
}

/// Chrome where it is installed outside of `PATH`.
const ELSEWHERE: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// The browser to use: `CHROMEDRIVER` and `CHROME`, else what is on `PATH`, else what the system's packages offer.
pub fn find_or_install() -> Outcome<Browser> {
    if let Some(browser) = installed() {
        return Ok(browser);
    }
    install()?;
    installed().ok_or_else(|| format!("chromedriver is still not on PATH. {}", advice()))
}

fn installed() -> Option<Browser> {
    let driver = variable("CHROMEDRIVER")
        .or_else(|| find("chromedriver"))
        .or_else(|| find("chromium.chromedriver"))
        .or_else(|| variable("CHROMEWEBDRIVER").map(|folder| folder.join("chromedriver")))
        .filter(|file| file.is_file())?;
    let names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"];
    let browser = variable("CHROME")
        .or_else(|| names.iter().find_map(|name| find(name)))
        .or_else(|| ELSEWHERE.iter().map(PathBuf::from).find(|file| file.is_file()));
    Some(Browser { driver, browser })
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn install() -> Outcome {
    let Some(packages) = debian_packages() else {
        return Err(format!("The journeys need Chromium or Chrome and chromedriver. {}", advice()));
    };
    let Some(sudo) = privilege() else {
        return Err(format!(
            "The journeys need Chromium and its WebDriver. Install them with\n  \
             sudo apt-get update && sudo apt-get install {}",
            packages.join(" ")
        ));
    };
    println!("Installing {} with apt-get (once; a minute or two, 400 MB).", packages.join(" and "));
    apt_get(sudo, &["update", "--quiet"])?;
    apt_get(sudo, &[&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat())
}

fn apt_get(sudo: &[&str], args: &[&str]) -> Outcome {
    let words = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], args].concat();
    run(Command::new(words[0]).args(&words[1..]))
}

/// The packages of this system, if it is one whose packages this program knows.
fn debian_packages() -> Option<&'static [&'static str]> {
    find("apt-get")?;
    let release = fs::read_to_string("/etc/os-release").ok()?;
    let ubuntu = release.lines().any(|line| line == "ID=ubuntu");
    Some(if ubuntu { &["chromium-browser", "chromium-chromedriver"] } else { &["chromium", "chromium-driver"] })
}

/// What has to stand before a command for it to run as root, if that is possible without a password.
fn privilege() -> Option<&'static [&'static str]> {
    if answer(Command::new("id").arg("-u"))? == "0" {
        return Some(&[]);
    }
    answer(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"] as &[&str])
}

fn advice() -> &'static str {
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
