//! chromedriver, and the browsers that it starts.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::{Outcome, file_in};

/// The same settings with which wasm-bindgen's tests start a browser.
const SETTINGS: &str = include_str!("../../webdriver.json");

/// A running chromedriver, on a port of its own choice.
pub struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts the program that `CHROMEDRIVER` names.
    pub fn start() -> Outcome<Self> {
        let program = file_in("CHROMEDRIVER")?;
        let mut command = Command::new(&program);
        command
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut process = command.spawn().map_err(|error| format!("{} did not start: {error}", program.display()))?;
        let mut lines = BufReader::new(process.stdout.take().ok_or("chromedriver says nothing")?).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| port_in(&line));
        // Its output has to be read on, or it would wait for somebody to do so.
        thread::spawn(move || lines.for_each(drop));
        let mut driver = Self { process, address: String::new() };
        driver.address = format!("http://127.0.0.1:{}", port.ok_or("chromedriver did not name its port")?);
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// Opens a browser with a new profile, by the driver at this address.
pub async fn browser(driver: &str) -> Outcome<Client> {
    let mut wanted: Value = serde_json::from_str(SETTINGS)?;
    wanted["goog:loggingPrefs"] = json!({ "browser": "ALL" });
    wanted["timeouts"] = json!({ "pageLoad": 30_000, "script": 30_000 });
    let options = &mut wanted["goog:chromeOptions"];
    if let Some(args) = options["args"].as_array_mut() {
        let more = ["--window-size=1440,900", "--hide-scrollbars", "--force-color-profile=srgb", "--lang=en-GB"];
        args.extend(more.into_iter().map(Value::from));
    }
    if let Ok(browser) = std::env::var("CHROME") {
        options["binary"] = browser.into();
    }
    let Value::Object(wanted) = wanted else { return Err("webdriver.json is not an object".into()) };
    let mut builder = ClientBuilder::new(HttpConnector::new());
    Ok(builder.capabilities(wanted).connect(driver).await?)
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when the process has already ended.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// "ChromeDriver was started successfully on port 45873." is 45873.
fn port_in(line: &str) -> Option<u16> {
    line.strip_prefix("ChromeDriver was started successfully on port ")?.trim_end_matches('.').parse().ok()
}
