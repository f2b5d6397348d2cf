//! Lessons and the record, fetched when a page needs them and kept as long as the page is open.
//!
//! The files lie beside the page and change with it, so a browser is asked to check whether its copy is still the same.
//! A file that cannot be had or read is told in words, with a way to try again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast as _;
use serde::de::DeserializeOwned;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use super::state::texts;
use crate::lessons::format::{Index, Lesson};
use crate::record::{Facts, Film, Moment, Myth, Origin, System};

/// The folder of the reader's language.
const LANGUAGE: &str = "en";

thread_local! {
    static TEXTS: RefCell<BTreeMap<String, Rc<str>>> = const { RefCell::new(BTreeMap::new()) };
    /// Rings when a file has come.
    static CAME: ArcTrigger = ArcTrigger::new();
}

/// Why a file is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It could not be fetched.
    Unreachable,
    /// It has not the form that this build reads.
    Unreadable(String),
}

/// A file that is on its way, there, or not to be had.
pub type Loading<T> = RwSignal<Option<Result<Arc<T>, Missing>>>;

/// All files of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The statements.
    pub facts: Arc<Facts>,
    /// Myths.
    pub myths: Arc<Vec<Myth>>,
    /// The timeline.
    pub timeline: Arc<Vec<Moment>>,
    /// Systems around the world.
    pub systems: Arc<Vec<System>>,
    /// Safeguards.
    pub safeguards: Arc<Vec<Origin>>,
    /// Documentaries.
    pub films: Arc<Vec<Film>>,
}

/// The whole record.
pub fn record() -> Loading<Record> {
    load(|| async {
        Ok(Record {
            facts: read("record", "facts").await?,
            myths: read("record", "myths").await?,
            timeline: read("record", "timeline").await?,
            systems: read("record", "systems").await?,
            safeguards: read("record", "safeguards").await?,
            films: read("record", "films").await?,
        })
    })
}

/// The list of lessons.
pub fn lessons() -> Loading<Index> {
    load(|| async { read("lessons", "index").await.map(Arc::unwrap_or_clone) })
}

/// A lesson with the record that it points into.
pub fn lesson(id: &str) -> Loading<(Arc<Lesson>, Record)> {
    let id = id.to_owned();
    load(move || {
        let id = id.clone();
        async move {
            let record = Record {
                facts: read("record", "facts").await?,
                myths: read("record", "myths").await?,
                timeline: Arc::default(),
                systems: read("record", "systems").await?,
                safeguards: Arc::default(),
                films: Arc::default(),
            };
            Ok((read("lessons", &id).await?, record))
        }
    })
}

/// The title of a lesson, if it or the list is there already; who asks in an effect is told when one comes.
pub fn lesson_title(id: &str) -> Option<String> {
    CAME.with(Track::track);
    let from_list = || kept::<Index>("lessons", "index")?.lessons.into_iter().find(|it| it.id == id).map(|it| it.title);
    kept::<Lesson>("lessons", id).map(|it| it.title).or_else(from_list)
}

fn load<T, F>(begin: impl Fn() -> F + 'static) -> Loading<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, Missing>> + 'static,
{
    let loading = RwSignal::new(None);
    let started = begin();
    spawn_local(async move {
        let found = started.await.map(Arc::new);
        loading.try_set(Some(found));
    });
    loading
}

fn address(folder: &str, name: &str) -> String {
    format!("{folder}/{LANGUAGE}/{name}.json")
}

fn kept<T: DeserializeOwned>(folder: &str, name: &str) -> Option<T> {
    let text = TEXTS.with_borrow(|it| it.get(&address(folder, name)).cloned())?;
    serde_json::from_str(&text).ok()
}

async fn read<T: DeserializeOwned>(folder: &str, name: &str) -> Result<Arc<T>, Missing> {
    let address = address(folder, name);
    let known = TEXTS.with_borrow(|it| it.get(&address).cloned());
    let text = match known {
        Some(text) => text,
        None => {
            let text: Rc<str> = fetch(&address).await.ok_or(Missing::Unreachable)?.into();
            TEXTS.with_borrow_mut(|it| it.insert(address, text.clone()));
            CAME.with(Notify::notify);
            text
        }
    };
    serde_json::from_str(&text).map(Arc::new).map_err(|it| Missing::Unreadable(it.to_string()))
}

/// The text of a file beside the page; `None` if it cannot be had.
async fn fetch(address: &str) -> Option<String> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &options)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    // A host that answers everything with its first page does not have the file.
    let is_html = answer.headers().get("content-type").ok().flatten().is_some_and(|it| it.contains("html"));
    if !answer.ok() || is_html {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// Shows something when its file is there; what is the matter, if it is not.
pub fn when_loaded<T: Send + Sync + 'static>(
    loading: Loading<T>,
    show: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> impl IntoView {
    let t = &texts().shell;
    move || match loading.get() {
        None => view! { <p class="page data-wait" role="status">{t.loading}</p> }.into_any(),
        Some(Ok(it)) => show(it),
        Some(Err(why)) => {
            let why = match why {
                Missing::Unreachable => t.not_loaded.to_owned(),
                Missing::Unreadable(why) => (t.not_readable)(&why),
            };
            let again = |_| {
                // Refused only by a browser that is closing the page.
                window().location().reload().ok();
            };
            view! {
                <div class="page data-wait">
                    <p role="alert">{why}</p>
                    <p><button type="button" class="btn" on:click=again>{t.try_again}</button></p>
                </div>
            }
            .into_any()
        }
    }
}
