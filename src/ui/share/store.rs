//! The two places in which a browser keeps texts, and things that are kept there as one text.
//!
//! Storage can be blocked (private windows, school policies) or full; both are told, and work goes on. What cannot be read
//! stays where it is and is told too: see [`crate::editor::store`].

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use serde::Deserialize;
use web_sys::Storage;

use crate::editor::store::{Store, Thing, Trouble, find, read_versioned};

/// A place in which the browser keeps texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// Until somebody deletes them, for all tabs.
    Browser,
    /// As long as the tab is open.
    Tab,
}

impl Keeper {
    fn storage(self) -> Result<Storage, Trouble> {
        let storage = match self {
            Self::Browser => window().local_storage(),
            Self::Tab => window().session_storage(),
        };
        storage.ok().flatten().ok_or(Trouble::Blocked)
    }
}

impl Store for Keeper {
    fn get(&self, name: &str) -> Result<Option<String>, Trouble> {
        self.storage()?.get_item(name).map_err(|_| Trouble::Blocked)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Trouble> {
        self.storage()?.set_item(name, text).map_err(|_| Trouble::Full)
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        self.storage()?.remove_item(name).map_err(|_| Trouble::Blocked)
    }

    fn names(&self) -> Result<Vec<String>, Trouble> {
        let storage = self.storage()?;
        let n = storage.length().map_err(|_| Trouble::Blocked)?;
        Ok((0..n).filter_map(|at| storage.key(at).ok().flatten()).collect())
    }
}

/// A text that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What it would be.
    pub thing: Thing,
    /// Where it is.
    pub keeper: Keeper,
    /// Its name there.
    pub name: String,
}

/// Texts that could not be read, until the reader has seen that.
#[derive(Clone, Copy)]
pub struct Unreads(pub RwSignal<Vec<Unread>>);

impl Unreads {
    /// Makes the list known to the whole page.
    pub fn provide() {
        provide_context(Self(RwSignal::new(Vec::new())));
    }

    /// Notes texts that could not be read.
    pub fn note(self, thing: Thing, keeper: Keeper, names: Vec<String>) {
        for name in names {
            let it = Unread { thing, keeper, name };
            if self.0.with_untracked(|all| !all.contains(&it)) {
                self.0.update(|all| all.push(it));
            }
        }
    }
}

/// A thing that this tab keeps as one text.
#[derive(Clone, Debug)]
pub struct InTab(Option<String>);

impl InTab {
    /// Finds it, with what is in it. `version` is the latest that can be read.
    pub fn find<T: for<'a> Deserialize<'a>>(thing: Thing, name: &str, version: u64) -> (Self, Option<T>) {
        match find(&Keeper::Tab, name, |text| read_versioned(text, version)) {
            Ok(found) => {
                if let Some(unreads) = use_context::<Unreads>() {
                    unreads.note(thing, Keeper::Tab, found.unreadable);
                }
                (Self(Some(found.name)), found.thing)
            }
            Err(_) => (Self(None), None),
        }
    }

    /// Keeps a text. Where the browser does not allow it, nothing is kept.
    pub fn keep(&self, text: &str) {
        if let Some(name) = &self.0 {
            Keeper::Tab.set(name, text).ok();
        }
    }
}

/// Whether the page came by a reload or by going back, and not by opening an address.
pub fn was_reloaded() -> bool {
    let entry = window().performance().and_then(|it| {
        let entries = js_sys::Reflect::get(&it, &JsValue::from_str("getEntriesByType")).ok()?;
        let entries = entries.dyn_into::<js_sys::Function>().ok()?.call1(&it, &JsValue::from_str("navigation")).ok()?;
        js_sys::Reflect::get_u32(&entries, 0).ok()
    });
    let sort = entry.and_then(|it| js_sys::Reflect::get(&it, &JsValue::from_str("type")).ok());
    sort.and_then(|it| it.as_string()).is_some_and(|it| it == "reload" || it == "back_forward")
}
