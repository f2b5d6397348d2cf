//! What a visitor sees and presses.

use std::cell::Cell;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::driver::{Browser, Driver};
use super::{Outcome, PATIENCE, Translator};

/// True once the app is on the page, or has said that it cannot be.
const STARTED: &str =
    "return window.socialCreditLab !== undefined || document.querySelector('#boot.boot-failed') !== null";

/// Calls back when nothing in the document has changed for a tenth of a second, after two seconds at the latest.
const SETTLED: &str = "
    const done = arguments[0];
    let timer = setTimeout(done, 100);
    new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 100); })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(done, 2000);
";

/// One browser with the page in it.
///
/// Methods that look for something wait for it. Selectors are CSS.
pub struct Page {
    /// The session, for what has no method here.
    pub client: Client,
    /// The folder that the page comes from.
    pub address: String,
    pub(super) driver: Driver,
    pub(super) forgives_errors: Cell<bool>,
    pub(super) translator: Cell<Option<Translator>>,
}

impl Page {
    /// A browser with a new profile. `address` is the page's.
    pub(super) async fn new(browser: Browser, address: &str) -> Outcome<Self> {
        let (driver, address) = (Driver::start(browser)?, address.to_owned());
        let (forgives_errors, translator) = (Cell::new(false), Cell::new(None));
        Ok(Self { client: driver.open().await?, address, driver, forgives_errors, translator })
    }

    /// Which browser it is.
    pub fn browser(&self) -> Browser {
        self.driver.browser
    }

    /// Lets somebody else visit the page, with a browser and a profile of their own.
    pub async fn somebody_else(&self, visit: impl AsyncFnOnce(&Self) -> Outcome) -> Outcome {
        let other = Self::new(self.browser(), &self.address).await?;
        let mut outcome = visit(&other).await;
        if outcome.is_ok() {
            outcome = other.no_errors().await;
        }
        other.client.close().await.and(Ok(outcome))?
    }

    /// Says that this journey provokes errors on the console.
    pub fn forgive_console_errors(&self) {
        self.forgives_errors.set(true);
    }

    /// Loads the page anew at a fragment such as `#/lab`, and waits until the app has started.
    pub async fn open(&self, fragment: &str) -> Outcome {
        // From another address, for else a new fragment alone would not load anything.
        self.client.goto("about:blank").await?;
        self.client.goto(&format!("{}{fragment}", self.address)).await?;
        self.wait_until("the app has started", STARTED, vec![]).await?;
        self.go_on_translating().await?;
        self.settle().await
    }

    /// Loads the page again where it is.
    pub async fn reload(&self) -> Outcome {
        self.client.refresh().await?;
        self.wait_until("the app has started", STARTED, vec![]).await?;
        self.go_on_translating().await?;
        self.settle().await
    }

    /// Changes only the fragment, as a link within the page does.
    pub async fn go_to(&self, fragment: &str) -> Outcome {
        self.script("location.hash = arguments[0]", vec![json!(fragment)]).await?;
        self.settle().await
    }

    /// The fragment of the address, with its `#`.
    pub async fn fragment(&self) -> Outcome<String> {
        self.script_text("return location.hash", vec![]).await
    }

    /// Waits until the page has stopped changing.
    pub async fn settle(&self) -> Outcome {
        self.client.execute_async(SETTLED, vec![]).await?;
        Ok(())
    }

    /// The first element that matches.
    pub async fn find(&self, css: &str) -> Outcome<Element> {
        patiently(css, async || self.client.find(Locator::Css(css)).await).await
    }

    /// How many elements match at this moment.
    pub async fn count(&self, css: &str) -> Outcome<usize> {
        Ok(self.client.find_all(Locator::Css(css)).await?.len())
    }

    /// Waits until an element matches and is visible.
    pub async fn wait_for(&self, css: &str) -> Outcome {
        let script =
            "return document.querySelector(arguments[0])?.checkVisibility({ visibilityProperty: true }) ?? false";
        self.wait_until(&format!("{css} is visible"), script, vec![json!(css)]).await
    }

    /// Waits until nothing visible matches.
    pub async fn wait_gone(&self, css: &str) -> Outcome {
        let script = "return ![...document.querySelectorAll(arguments[0])].some(it => it.checkVisibility())";
        self.wait_until(&format!("{css} is gone"), script, vec![json!(css)]).await
    }

    /// Waits until the text of the first match contains `part`.
    pub async fn wait_text(&self, css: &str, part: &str) -> Outcome {
        // What the browser has not laid out, as it is off the screen, is missing in innerText.
        let script = "
            const it = document.querySelector(arguments[0]);
            return [it?.innerText, it?.textContent].some(text => text?.includes(arguments[1]))
        ";
        let waited = self.wait_until(&format!("{css} says “{part}”"), script, vec![json!(css), json!(part)]).await;
        match waited {
            Ok(()) => Ok(()),
            Err(error) => Err(format!("{error}; it says “{}”", self.text(css).await?).into()),
        }
    }

    /// Waits until `script` returns something true.
    pub async fn wait_until(&self, what: &str, script: &str, args: Vec<Value>) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        while self.client.execute(script, args.clone()).await? != json!(true) {
            if Instant::now() > deadline {
                return Err(format!("waited in vain until {what}").into());
            }
            sleep(PAUSE).await;
        }
        Ok(())
    }

    /// The visible text of the first match.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        patiently(css, async || self.client.find(Locator::Css(css)).await?.text().await).await
    }

    /// The visible texts of all that matches at this moment.
    pub async fn texts(&self, css: &str) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(it => it.innerText.trim())";
        Ok(serde_json::from_value(self.script(script, vec![json!(css)]).await?)?)
    }

    /// What stands in a field.
    pub async fn value(&self, css: &str) -> Outcome<String> {
        patiently(css, async || self.client.find(Locator::Css(css)).await?.prop("value").await)
            .await
            .map(Option::unwrap_or_default)
    }

    /// An attribute of the first match.
    pub async fn attribute(&self, css: &str, name: &str) -> Outcome<Option<String>> {
        patiently(css, async || self.client.find(Locator::Css(css)).await?.attr(name).await).await
    }

    /// Runs a script in the page and returns its result.
    pub async fn script(&self, script: &str, args: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, args).await?)
    }

    /// Runs a script whose result is text.
    pub async fn script_text(&self, script: &str, args: Vec<Value>) -> Outcome<String> {
        let value = self.script(script, args).await?;
        Ok(value.as_str().ok_or_else(|| format!("{value} is not text"))?.to_owned())
    }
}

const PAUSE: Duration = Duration::from_millis(40);

/// Tries again until it works: the page may be about to draw the element, or to replace it.
pub(super) async fn patiently<T>(what: &str, attempt: impl AsyncFn() -> Result<T, CmdError>) -> Outcome<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match attempt().await {
            Ok(result) => return Ok(result),
            Err(error) if Instant::now() > deadline => return Err(format!("{what}: {error}").into()),
            Err(_) => sleep(PAUSE).await,
        }
    }
}
