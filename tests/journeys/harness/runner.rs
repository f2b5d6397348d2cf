//! Runs journeys, two at a time, each in a browser of its own.

use std::any::Any;
use std::collections::VecDeque;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::pin::Pin;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::driver::Driver;
use super::site::Site;
use super::{Outcome, Page, Shot, file_in};

/// A browser takes about one core while it loads the page.
const AT_ONCE: usize = 2;
const LONGEST: Duration = Duration::from_secs(120);
const SHORT: Duration = Duration::from_secs(10);

/// A named journey. [`journeys!`] makes them out of async functions.
pub struct Journey {
    /// The path of the function.
    pub name: &'static str,
    /// The function.
    pub steps: for<'p> fn(&'p Page) -> Steps<'p>,
}

/// A journey under way.
pub type Steps<'p> = Pin<Box<dyn Future<Output = Outcome> + 'p>>;

/// Lists async functions `fn(&Page) -> Outcome` with their names.
macro_rules! journeys {
    ($($journey:path),* $(,)?) => {
        &[$($crate::harness::Journey { name: stringify!($journey), steps: |page| Box::pin($journey(page)) }),*]
    };
}
pub(crate) use journeys;

/// Runs the journeys whose names contain one of `words`, or all.
pub fn run_all(journeys: &'static [Journey], words: &[String]) -> Outcome {
    let words: Vec<&String> = words.iter().filter(|word| !word.starts_with('-')).collect();
    let chosen = |journey: &&Journey| words.is_empty() || words.iter().any(|word| journey.name.contains(word.as_str()));
    let queue: VecDeque<&Journey> = journeys.iter().filter(chosen).collect();
    if queue.is_empty() {
        let names: Vec<&str> = journeys.iter().map(|journey| journey.name).collect();
        return Err(format!("No journey has such a name. There are:\n  {}", names.join("\n  ")).into());
    }

    let (start, count) = (Instant::now(), queue.len());
    let site = Site::start(file_in("DIST")?)?;
    let driver = Driver::start()?;
    let queue = Mutex::new(queue);
    let failed = Mutex::new(Vec::new());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(count) {
            scope.spawn(|| {
                while let Some(journey) = next() {
                    if !passes(journey, &driver, &site) {
                        failed.lock().unwrap_or_else(PoisonError::into_inner).push(journey.name);
                    }
                }
            });
        }
    });

    let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    let time = start.elapsed().as_secs_f32();
    if failed.is_empty() {
        println!("{count} journeys passed in {time:.1} s.");
        return Ok(());
    }
    Err(format!("{} of {count} journeys failed: {}.", failed.len(), failed.join(", ")).into())
}

/// Gives one browser to `work`, outside of the list of journeys.
pub fn alone(work: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    let site = Site::start(file_in("DIST")?)?;
    let driver = Driver::start()?;
    runtime()?.block_on(async {
        let page = Page::new(driver.address(), &site.address).await?;
        let outcome = work(&page).await;
        close(page).await;
        outcome
    })
}

fn passes(journey: &Journey, driver: &Driver, site: &Site) -> bool {
    let start = Instant::now();
    let outcome = attempt(journey, driver, site);
    let time = start.elapsed().as_secs_f32();
    match &outcome {
        Ok(()) => println!("passed  {} ({time:.1} s)", journey.name),
        Err(error) => println!("FAILED  {} ({time:.1} s)\n{error}", journey.name),
    }
    outcome.is_ok()
}

fn attempt(journey: &Journey, driver: &Driver, site: &Site) -> Outcome {
    let runtime = runtime()?;
    let page = runtime.block_on(Page::new(driver.address(), &site.address))?;
    // The browser has to be closed even after a failed assertion.
    let outcome =
        catch_unwind(AssertUnwindSafe(|| runtime.block_on(async { timeout(LONGEST, perform(journey, &page)).await })));
    let outcome = match outcome {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(format!("not finished after {} s", LONGEST.as_secs()).into()),
        Err(panic) => Err(message(&*panic).into()),
    };
    let outcome = outcome.map_err(|error| {
        let evidence = runtime.block_on(async { timeout(SHORT, evidence(journey, &page)).await });
        format!("{error}{}", evidence.unwrap_or_else(|_| "\n  the page does not answer".to_owned())).into()
    });
    runtime.block_on(close(page));
    outcome
}

/// Closes the browser, by force if the page keeps it busy.
async fn close(page: Page) {
    let process = page.client.capabilities().and_then(|it| it.get("goog:processID")).map(ToString::to_string);
    let closed = timeout(SHORT, page.client.close()).await;
    if let (Err(_), Some(process)) = (closed, process) {
        Command::new("kill").arg(process).status().ok();
    }
}

async fn perform(journey: &Journey, page: &Page) -> Outcome {
    (journey.steps)(page).await?;
    page.no_errors().await
}

/// Where the page was, what it wrote to the console, and a picture.
async fn evidence(journey: &Journey, page: &Page) -> String {
    let address = page.client.current_url().await.map_or_else(|_| "nowhere".to_owned(), |url| url.to_string());
    let errors = page.errors().await.unwrap_or_default().join("\n  ");
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}.png", journey.name.replace("::", "-")));
    let picture = match page.picture(Shot::Window, &file).await {
        Ok(()) => file.display().to_string(),
        Err(error) => format!("none ({error})"),
    };
    format!("\n  at {address}\n  picture: {picture}\n  {errors}")
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("panicked").to_owned()
}

fn runtime() -> Outcome<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}
