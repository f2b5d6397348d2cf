//! What the browser keeps: a thin layer over its storage that never fails loudly.
//!
//! Drafts lie in local storage, one entry each and a list of summaries; the name of this tab's draft and the answers to
//! lessons lie in session storage. Storage can be blocked (private windows, school policies) or full; both are told once, and work goes on.

use leptos::prelude::*;
use web_sys::Storage;

use crate::editor::draft::Summary;

const LIST: &str = "scl.drafts";
const DRAFT: &str = "scl.draft.";
const TAB: &str = "scl.tab";
/// The most drafts that are kept; the oldest give way.
const MOST: usize = 20;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser does not allow it.
    Blocked,
    /// There is no room.
    Full,
}

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// The drafts, latest first.
pub fn list() -> Vec<Summary> {
    let text = local().and_then(|it| it.get_item(LIST).ok().flatten()).unwrap_or_default();
    let mut list: Vec<Summary> = serde_json::from_str(&text).unwrap_or_default();
    list.sort_by(|a, b| b.saved.total_cmp(&a.saved));
    list
}

/// The text of a draft.
pub fn read(draft: &str) -> Option<String> {
    local()?.get_item(&format!("{DRAFT}{draft}")).ok().flatten()
}

/// Keeps a draft.
///
/// # Errors
///
/// If the browser does not allow it or has no room. What was kept before stays.
pub fn write(summary: Summary, text: &str) -> Result<(), Trouble> {
    let storage = local().ok_or(Trouble::Blocked)?;
    storage.set_item(&format!("{DRAFT}{}", summary.draft), text).map_err(|_| Trouble::Full)?;
    let mut drafts = list();
    drafts.retain(|it| it.draft != summary.draft);
    drafts.insert(0, summary);
    for old in drafts.split_off(MOST.min(drafts.len())) {
        storage.remove_item(&format!("{DRAFT}{}", old.draft)).ok();
    }
    let list = serde_json::to_string(&drafts).unwrap_or_default();
    storage.set_item(LIST, &list).map_err(|_| Trouble::Full)
}

/// Deletes a draft.
pub fn delete(draft: &str) {
    let Some(storage) = local() else { return };
    storage.remove_item(&format!("{DRAFT}{draft}")).ok();
    let mut drafts = list();
    drafts.retain(|it| it.draft != draft);
    storage.set_item(LIST, &serde_json::to_string(&drafts).unwrap_or_default()).ok();
}

/// The name of this tab's draft, if the tab was reloaded. A tab that was duplicated starts on its own.
pub fn tab_draft() -> Option<String> {
    let draft = session()?.get_item(TAB).ok().flatten()?;
    was_reloaded().then_some(draft)
}

/// Remembers which draft is this tab's.
pub fn set_tab_draft(draft: &str) {
    if let Some(it) = session() {
        it.set_item(TAB, draft).ok();
    }
}

/// A text that this tab keeps under a name.
pub fn kept_in_tab(name: &str) -> Option<String> {
    session()?.get_item(name).ok().flatten()
}

/// Keeps a text under a name as long as the tab is open. Where the browser does not allow it, nothing is kept.
pub fn keep_in_tab(name: &str, text: &str) {
    if let Some(it) = session() {
        it.set_item(name, text).ok();
    }
}

/// A text that the browser keeps under a name.
pub fn kept(name: &str) -> Option<String> {
    local()?.get_item(name).ok().flatten()
}

/// Keeps a text under a name, also after the tab is closed.
///
/// # Errors
///
/// If the browser does not allow it or has no room. What was kept before stays.
pub fn keep(name: &str, text: &str) -> Result<(), Trouble> {
    local().ok_or(Trouble::Blocked)?.set_item(name, text).map_err(|_| Trouble::Full)
}

/// Forgets the text under a name.
pub fn forget(name: &str) {
    if let Some(it) = local() {
        it.remove_item(name).ok();
    }
}

/// Whether the page came by a reload or by going back, and not by opening an address.
fn was_reloaded() -> bool {
    use leptos::wasm_bindgen::{JsCast as _, JsValue};
    let entry = window().performance().and_then(|it| {
        let entries = js_sys::Reflect::get(&it, &JsValue::from_str("getEntriesByType")).ok()?;
        let entries = entries.dyn_into::<js_sys::Function>().ok()?.call1(&it, &JsValue::from_str("navigation")).ok()?;
        js_sys::Reflect::get_u32(&entries, 0).ok()
    });
    let sort = entry.and_then(|it| js_sys::Reflect::get(&it, &JsValue::from_str("type")).ok());
    sort.and_then(|it| it.as_string()).is_some_and(|it| it == "reload" || it == "back_forward")
}
