//! chromedriver and geckodriver, and the browsers that they start.

use std::io::{self, BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::{Outcome, file_in};

/// The same settings with which wasm-bindgen's tests start a browser.
const SETTINGS: &str = include_str!("../../webdriver.json");

/// What Firefox writes to its output when a page lets an error pass, or writes one to the console: its own parts write
/// their names there, a page writes text or a value.
const COMPLAINTS: &[&str] = &["JavaScript error: ", "console.error: \"", "console.error: ("];

/// The size of Firefox's window, in which its own bars take 85 pixels.
const FIREFOX_WINDOW: [(&str, &str); 2] = [("MOZ_HEADLESS_WIDTH", "1440"), ("MOZ_HEADLESS_HEIGHT", "985")];

/// A browser that a journey is shown to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium or Chrome: all journeys.
    Chromium,
    /// Firefox: the journeys in `IN_FIREFOX_TOO`.
    Firefox,
}

impl Browser {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
        }
    }

    /// The program that drives it, with the words that follow. Each listens at a port of its own choice.
    fn driver(self) -> Outcome<(PathBuf, &'static [&'static str])> {
        Ok(match self {
            Self::Chromium => (file_in("CHROMEDRIVER")?, &["--port=0", "--log-level=SEVERE"]),
            Self::Firefox => (file_in("GECKODRIVER")?, &["--port=0", "--websocket-port=0", "--allow-system-access"]),
        })
    }

    fn capabilities(self) -> Outcome<Value> {
        let mut wanted = match self {
            Self::Chromium => chromium()?,
            Self::Firefox => firefox(),
        };
        wanted["timeouts"] = json!({ "pageLoad": 30_000, "script": 30_000 });
        Ok(wanted)
    }
}

fn chromium() -> Outcome<Value> {
    let mut wanted: Value = serde_json::from_str(SETTINGS)?;
    wanted["goog:loggingPrefs"] = json!({ "browser": "ALL" });
    let options = &mut wanted["goog:chromeOptions"];
    if let Some(args) = options["args"].as_array_mut() {
        let more = ["--window-size=1440,900", "--hide-scrollbars", "--force-color-profile=srgb", "--lang=en-GB"];
        args.extend(more.into_iter().map(Value::from));
    }
    if let Ok(browser) = std::env::var("CHROME") {
        options["binary"] = browser.into();
    }
    Ok(wanted)
}

fn firefox() -> Value {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": {
            "intl.accept_languages": "en-GB, en",
            "browser.download.folderList": 2,
            "browser.download.alwaysOpenPanel": false,
            "devtools.console.stdout.content": true,
            // Nobody is there to allow the clipboard to be read.
            "dom.events.testing.asyncClipboard": true,
        },
    });
    if let Ok(browser) = std::env::var("FIREFOX") {
        options["binary"] = browser.into();
    }
    json!({ "moz:firefoxOptions": options })
}

/// A running WebDriver. chromedriver would serve many browsers, geckodriver serves one.
pub struct Driver {
    /// What it drives.
    pub browser: Browser,
    process: Child,
    address: String,
    complaints: Arc<Mutex<Vec<String>>>,
}

impl Driver {
    /// Starts the program that `CHROMEDRIVER` or `GECKODRIVER` names.
    pub fn start(browser: Browser) -> Outcome<Self> {
        let (program, args) = browser.driver()?;
        let mut command = Command::new(&program);
        command.args(args).envs(FIREFOX_WINDOW);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().map_err(|error| format!("{} did not start: {error}", program.display()))?;
        let (output, errors) = (process.stdout.take(), process.stderr.take());
        let mut driver = Self { browser, process, address: String::new(), complaints: Arc::default() };
        let mut lines = BufReader::new(output.ok_or("the driver says nothing")?).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| port_in(&line));
        let port = port.ok_or_else(|| format!("{} did not name its port", program.display()))?;
        driver.address = format!("http://127.0.0.1:{port}");
        driver.listen(lines);
        driver.listen(BufReader::new(errors.ok_or("the driver says nothing")?).lines());
        Ok(driver)
    }

    /// Keeps the errors among lines of output, which has to be read on in any case: a full pipe would stop the browser.
    fn listen(&self, lines: impl Iterator<Item = io::Result<String>> + Send + 'static) {
        let complaints = Arc::clone(&self.complaints);
        thread::spawn(move || {
            for line in lines.map_while(Result::ok).filter(|line| is_of_the_page(line)) {
                complaints.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
    }

    /// Opens the browser with a new profile.
    pub async fn open(&self) -> Outcome<Client> {
        let Value::Object(wanted) = self.browser.capabilities()? else { return Err("no capabilities".into()) };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        Ok(builder.capabilities(wanted).connect(&self.address).await?)
    }

    /// Errors that stood in the output of Firefox since the last look.
    pub fn complaints(&self) -> Vec<String> {
        std::mem::take(&mut *self.complaints.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when the process has already ended.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The number at the end of "ChromeDriver was started successfully on port 45873." or "… Listening on 127.0.0.1:45873".
fn port_in(line: &str) -> Option<u16> {
    let port = line.strip_prefix("ChromeDriver was started successfully on port ");
    port.or_else(|| line.split_once("Listening on 127.0.0.1:").map(|(_, port)| port))?
        .trim_end_matches('.')
        .parse()
        .ok()
}

/// Whether a line of Firefox's output is an error of the page, and not one of the browser's own parts.
fn is_of_the_page(line: &str) -> bool {
    let own = ["chrome://", "resource://"];
    COMPLAINTS.iter().any(|it| line.starts_with(it)) && !own.iter().any(|it| line.contains(it))
}
