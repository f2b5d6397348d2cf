//! What the page opens with, links, files and drafts.
//!
//! - [`store`]: what the browser keeps, and what it does when it cannot;
//! - [`drafts`]: the work in this tab, kept by itself; drafts of earlier days, offered;
//! - [`visitor`]: a scenario that came in a link, or what is wrong with the link;
//! - [`dialog`]: link, QR code, file, list of drafts;
//! - [`files`]: saving and opening files;
//! - [`drop`]: files that are dropped on the page.

mod dialog;
mod drafts;
mod drop;
mod files;
mod qr;
mod store;
mod visitor;

use std::sync::Arc;

use leptos::prelude::*;

use super::state::{Lab, fresh_document};
use crate::editor::history::{Base, Document};
use crate::editor::{History, Route};
use crate::scenario::doc::{Mechanism, Rulebook, Standing, VERSION};
use crate::scenario::link::{self, LinkError, View};
use crate::scenario::{Scenario, presets};

pub use dialog::ShareDialog;
pub use drafts::{DraftOffer, keep_drafts};
pub use drop::DropTarget;
pub use files::save as save_file;
pub use qr::QrCode;
pub use store::{Trouble, forget, keep, keep_in_tab, kept, kept_in_tab};
pub use visitor::{SharedPage, look_at};

/// The preset that the lab opens with.
const FIRST_PRESET: &str = "rongcheng-rules";

/// What the page opens with.
pub struct Opening {
    /// The document, with its undo steps if it is the work of this tab.
    pub history: History,
    /// The place in the page.
    pub route: Route,
    /// The link that was opened, and what its sender was looking at.
    pub link: Option<(String, View)>,
}

/// What a link calls the page with many lives.
pub const SOCIETY: &str = "society";

/// The work of this tab after a reload; else what the address names; else the first preset.
pub fn opening() -> Opening {
    let route: Route = window().location().hash().unwrap_or_default().parse().unwrap_or_default();
    let from_preset = |id: &str| preset_document(id).unwrap_or_else(|| fresh_document(Arc::new(empty()), None));
    match &route {
        Route::Shared(payload) => match shared_document(payload) {
            Ok((document, view)) => {
                let link = Some((payload.clone(), view));
                Opening { history: History::new(document), route, link }
            }
            Err(_) => Opening { history: History::new(from_preset(FIRST_PRESET)), route, link: None },
        },
        Route::Preset(id) => {
            let history = drafts::of_this_tab().filter(|it| is_base(it.now(), id));
            let document = || preset_document(id).unwrap_or_else(|| from_preset(FIRST_PRESET));
            Opening { history: history.unwrap_or_else(|| History::new(document())), route, link: None }
        }
        _ => {
            let history = drafts::of_this_tab().unwrap_or_else(|| History::new(from_preset(FIRST_PRESET)));
            Opening { history, route, link: None }
        }
    }
}

/// Opens a preset in place of the present document, unless it is the one that is being worked on.
pub fn open_preset(lab: Lab, id: &str) {
    let is_open = lab.document.with_untracked(|it| is_base(it, id));
    if !is_open && let Some(document) = preset_document(id) {
        lab.open(document);
    }
}

/// Opens the dialog with link, code and file.
pub fn open_dialog(lab: Lab) {
    lab.sharing.set(true);
}

fn is_base(document: &Document, id: &str) -> bool {
    document.base.as_ref().is_some_and(|it| it.id == id)
}

fn preset_document(id: &str) -> Option<Document> {
    let preset = presets::latest(id)?;
    let scenario = preset.scenario().ok()?;
    let base = Base { id: preset.id.to_owned(), revision: preset.revision };
    Some(fresh_document(Arc::new(scenario), Some(base)))
}

/// The document in a link. Its baseline is the preset that it was made from, or itself.
fn shared_document(payload: &str) -> Result<(Document, View), LinkError> {
    let shared = link::decode(payload)?;
    let baseline = shared.base.as_ref().and_then(|it| presets::find(&it.id, it.revision)?.scenario().ok());
    let mut document = fresh_document(Arc::new(shared.scenario), shared.base);
    if let Some(baseline) = baseline {
        document.baseline = Arc::new(baseline);
    }
    Ok((document, shared.view))
}

/// A scenario with nothing in it, for the impossible case that no preset can be read.
fn empty() -> Scenario {
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
        principles: Vec::new(),
        expectations: Vec::new(),
        society: Default::default(),
    }
}
