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

use super::driver::Browser;
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

/// One journey in one browser.
#[derive(Clone, Copy)]
struct Run {
    journey: &'static Journey,
    browser: Browser,
}

impl Run {
    fn name(self) -> String {
        match self.browser {
            Browser::Chromium => self.journey.name.to_owned(),
            other => format!("{} in {}", self.journey.name, other.name()),
        }
    }
}

/// Runs the journeys whose names contain one of `words`, or all: in Chromium, and in Firefox those that `in_firefox`
/// names, alone or by their module. With `--firefox` or `--chromium` among the words, in that one only, named or not.
pub fn run_all(journeys: &'static [Journey], in_firefox: &[&str], words: &[String]) -> Outcome {
    let (flags, words): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| word.starts_with('-'));
    let only = |flag: &str| flags.iter().any(|it| *it == flag);
    let chosen = |journey: &&Journey| words.is_empty() || words.iter().any(|word| journey.name.contains(word.as_str()));
    let chosen: Vec<&Journey> = journeys.iter().filter(chosen).collect();
    let wanted = |run: &Run| match run.browser {
        Browser::Chromium => !only("--firefox"),
        Browser::Firefox if only("--firefox") && !words.is_empty() => true,
        Browser::Firefox => is_among(run.journey.name, in_firefox) && !only("--chromium"),
    };
    let both = |journey| [Browser::Chromium, Browser::Firefox].map(|browser| Run { journey, browser });
    let queue: VecDeque<Run> = chosen.into_iter().flat_map(both).filter(wanted).collect();
    if let Some(unknown) = in_firefox.iter().find(|it| !journeys.iter().any(|journey| is_among(journey.name, &[it]))) {
        return Err(format!("There is no journey or module `{unknown}` that Firefox could be shown.").into());
    }
    if queue.is_empty() {
        let names: Vec<&str> = journeys.iter().map(|journey| journey.name).collect();
        return Err(format!("No journey has such a name. There are:\n  {}", names.join("\n  ")).into());
    }

    let (start, count) = (Instant::now(), queue.len());
    let site = Site::start(file_in("DIST")?)?;
    let queue = Mutex::new(queue);
    let failed = Mutex::new(Vec::new());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(count) {
            scope.spawn(|| {
                while let Some(run) = next() {
                    if !passes(run, &site) {
                        failed.lock().unwrap_or_else(PoisonError::into_inner).push(run.name());
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
    runtime()?.block_on(async {
        let page = Page::new(Browser::Chromium, &site.address).await?;
        let outcome = work(&page).await;
        close(page).await;
        outcome
    })
}

/// Whether `names` has a name, or the module that it is in.
fn is_among(name: &str, names: &[&str]) -> bool {
    names.iter().any(|it| name == *it || name.split_once("::").is_some_and(|(module, _)| module == *it))
}

fn passes(run: Run, site: &Site) -> bool {
    let (start, name) = (Instant::now(), run.name());
    let outcome = attempt(run, site);
    let time = start.elapsed().as_secs_f32();
    match &outcome {
        Ok(()) => println!("passed  {name} ({time:.1} s)"),
        Err(error) => println!("FAILED  {name} ({time:.1} s)\n{error}"),
    }
    outcome.is_ok()
}

fn attempt(run: Run, site: &Site) -> Outcome {
    let runtime = runtime()?;
    let page = runtime.block_on(Page::new(run.browser, &site.address))?;
    // The browser has to be closed even after a failed assertion.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async { timeout(LONGEST, perform(run.journey, &page)).await })
    }));
    let outcome = match outcome {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(format!("not finished after {} s", LONGEST.as_secs()).into()),
        Err(panic) => Err(message(&*panic).into()),
    };
    let outcome = outcome.map_err(|error| {
        let evidence = runtime.block_on(async { timeout(SHORT, evidence(run, &page)).await });
        format!("{error}{}", evidence.unwrap_or_else(|_| "\n  the page does not answer".to_owned())).into()
    });
    runtime.block_on(close(page));
    outcome
}

/// Closes the browser, by force if the page keeps it busy.
async fn close(page: Page) {
    let process = |name| page.client.capabilities().and_then(|it| it.get(name)).map(ToString::to_string);
    let process = process("goog:processID").or_else(|| process("moz:processID"));
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
async fn evidence(run: Run, page: &Page) -> String {
    let address = page.client.current_url().await.map_or_else(|_| "nowhere".to_owned(), |url| url.to_string());
    let errors = page.errors().await.unwrap_or_default().join("\n  ");
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("{}.png", run.name().replace("::", "-").replace(' ', "-")));
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
