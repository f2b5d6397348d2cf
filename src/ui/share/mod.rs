//! What the page opens with, links, files and drafts.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::{Lab, fresh_document};
use crate::editor::Route;
use crate::editor::history::{Base, Document};
use crate::scenario::{Scenario, presets};

/// The preset that the lab opens with.
const FIRST_PRESET: &str = "rongcheng-rules";

/// The document and the route that the page opens with.
pub fn opening() -> (Document, Route) {
    let route: Route = window().location().hash().unwrap_or_default().parse().unwrap_or_default();
    let id = if let Route::Preset(id) = &route { id.as_str() } else { FIRST_PRESET };
    let document = preset_document(id).or_else(|| preset_document(FIRST_PRESET));
    (document.unwrap_or_else(|| fresh_document(Arc::new(empty()), None)), route)
}

/// Opens a preset in place of the present document, unless it is open and unchanged.
pub fn open_preset(lab: Lab, id: &str) {
    let is_open = lab.document.with_untracked(|it| {
        it.base.as_ref().is_some_and(|it| it.id == id) && Arc::ptr_eq(&it.scenario, &it.baseline)
    });
    if !is_open && let Some(document) = preset_document(id) {
        lab.open(document);
    }
}

fn preset_document(id: &str) -> Option<Document> {
    let preset = presets::latest(id)?;
    let scenario = preset.scenario().ok()?;
    let base = Base { id: preset.id.to_owned(), revision: preset.revision };
    Some(fresh_document(Arc::new(scenario), Some(base)))
}

/// A scenario with nothing in it, for the impossible case that no preset can be read.
fn empty() -> Scenario {
    use crate::scenario::doc::{Mechanism, Rulebook, Standing, VERSION};
    Scenario {
        version: VERSION,
        title: "–".to_owned(),
        summary: String::new(),
        mechanism: Mechanism::List,
        standing: Standing::Invented,
        caveat: String::new(),
        first_day: Default::default(),
        last_day: Default::default(),
        references: Vec::new(),
        groups: Vec::new(),
        kinds: Vec::new(),
        rulebook: Rulebook::default(),
        cast: Vec::new(),
        events: Vec::new(),
    }
}

/// Keeps drafts of the open document in the browser.
pub fn keep_drafts(_lab: Lab) {}

/// A shared scenario, opened; or what is wrong with the link.
#[component]
pub fn SharedPage(
    /// What stands in the link after `s=`.
    payload: String,
) -> impl IntoView {
    let _ = payload;
}

/// The dialog with link, code and file of the open document.
#[component]
pub fn ShareDialog() -> impl IntoView {}
