//! What an address opens: one door for links, presets and everything else, when the page begins and whenever the address
//! changes.
//!
//! One address, one document: what is shown is what the address names, or what the reader made of that, and then the page
//! says so. Nothing is lost: opening is a step that can be taken back.

use std::sync::Arc;

use super::history::{Base, Deed, Document, Entry, History};
use super::route::Route;
use crate::scenario::link::{self, LinkError, View};
use crate::scenario::{Scenario, presets};

/// What a link calls the page with many lives.
pub const SOCIETY: &str = "society";

/// What sort of address names a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `#/lab?preset=…`
    Preset,
    /// `#/lab?s=…`
    Link,
}

/// What an address named, and what of it is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The sort of address.
    pub kind: Kind,
    /// What the address names, as it was opened. Documents that were opened by it share it.
    pub opened: Arc<Scenario>,
    /// Whether what was found already open, or brought back, had been changed by the reader.
    pub changed: bool,
    /// Whether the address leads to the page with many lives.
    pub society: bool,
}

/// What became of an address.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Arrival {
    /// It names no document: whatever is open is shown.
    #[default]
    Open,
    /// Its document is open.
    Shown(Shown),
    /// Its link cannot be opened. The document stays as it was.
    Broken(LinkError),
    /// There is no preset of this name. The document stays as it was.
    NoPreset(String),
    /// The last time that it was opened did not end, so it was not opened. The document stays as it was.
    Held,
}

/// What the page says above a document that an address named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It is as it was sent.
    Sent,
    /// It is as it was sent, and the reader's version of it is kept.
    SentBesideOwn,
    /// The reader changed what was sent.
    OwnOfLink,
    /// The reader changed the preset before.
    OwnOfPreset,
    /// The preset is as it is published, and the reader's version of it is kept.
    PresetBesideOwn,
}

/// Opens what an address names, unless it is open already. `draft` is a name that no draft has.
///
/// Answers also what the sender of a link was looking at, if its document was not open before.
pub fn arrive(history: &mut History, route: &Route, draft: String) -> (Arrival, Option<View>) {
    match route {
        Route::Preset(id) => {
            let Some(document) = preset(id, draft) else { return (Arrival::NoPreset(id.clone()), None) };
            let (shown, _) = settle(history, document, Kind::Preset, is_of_preset, false);
            (Arrival::Shown(shown), None)
        }
        Route::Shared(payload) => match shared(payload, draft) {
            Ok((document, view)) => {
                let society = view.page.as_deref() == Some(SOCIETY);
                let (shown, is_new) = settle(history, document, Kind::Link, is_of_link, society);
                (Arrival::Shown(shown), is_new.then_some(view))
            }
            Err(error) => (Arrival::Broken(error), None),
        },
        _ => (Arrival::Open, None),
    }
}

/// Makes the document of an address the open one. Answers whether that was a step.
fn settle(
    history: &mut History,
    wanted: Document,
    kind: Kind,
    is_of: fn(&Document, &Document) -> bool,
    society: bool,
) -> (Shown, bool) {
    let is_open = is_of(history.now(), &wanted);
    if !is_open {
        let document = own(history, &wanted, is_of).unwrap_or(wanted);
        history.open(document);
    }
    let now = history.now();
    (Shown { kind, opened: now.opened.clone(), changed: now.is_changed(), society }, !is_open)
}

/// What the reader last made of a document in this history: as it was left, or else as it was before that was undone.
fn own(history: &History, wanted: &Document, is_of: fn(&Document, &Document) -> bool) -> Option<Document> {
    let fits = |it: &&Document| is_of(it, wanted);
    let undone = history.future().rev().flat_map(|it| [&it.after, &it.before]).find(fits);
    let left = history.past().iter().rev().flat_map(|it| [&it.after, &it.before]).find(fits);
    undone.filter(|it| it.is_changed()).or(left).cloned()
}

/// Whether a document was made of the wanted preset, in whatever revision.
fn is_of_preset(document: &Document, wanted: &Document) -> bool {
    let id = |it: &Document| it.base.as_ref().map(|it| it.id.clone());
    let published = || presets::find(&document.base.as_ref()?.id, document.base.as_ref()?.revision)?.scenario().ok();
    id(document) == id(wanted)
        && (same(&document.opened, &wanted.opened) || published().is_some_and(|it| it == *document.opened))
}

/// Whether a document was made of what the wanted link holds.
fn is_of_link(document: &Document, wanted: &Document) -> bool {
    document.base == wanted.base && same(&document.opened, &wanted.opened)
}

fn same(one: &Arc<Scenario>, other: &Arc<Scenario>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

/// What the page says above the open document.
pub fn notice(arrival: &Arrival, history: &History) -> Option<Notice> {
    let Arrival::Shown(shown) = arrival else { return None };
    let now = history.now();
    if !is_there(arrival, now) {
        return None;
    }
    match (shown.kind, now.is_changed()) {
        (Kind::Link, false) if beside(history).is_some() => Some(Notice::SentBesideOwn),
        (Kind::Link, false) => Some(Notice::Sent),
        (Kind::Link, true) => Some(Notice::OwnOfLink),
        (Kind::Preset, true) if shown.changed || was_brought_back(history) => Some(Notice::OwnOfPreset),
        (Kind::Preset, false) if beside(history).is_some() => Some(Notice::PresetBesideOwn),
        (Kind::Preset, _) => None,
    }
}

/// Whether the reader's version was opened as it was, and not made where it stands.
fn was_brought_back(history: &History) -> bool {
    let is_it = |it: &Entry| it.deed == Deed::Opened && it.after.draft == history.now().draft && it.after.is_changed();
    history.past().iter().any(is_it)
}

/// What the reader last made of the open document under the name of another draft.
fn beside(history: &History) -> Option<&Document> {
    let now = history.now();
    let documents = history.past().iter().rev().flat_map(|it| [&it.after, &it.before]);
    let is_other = |it: &&Document| it.draft != now.draft && it.base == now.base && same(&it.opened, &now.opened);
    documents.filter(is_other).find(|it| it.is_changed())
}

/// Whether the open document is what the address named, or made of that. If not, the address has to change: after an
/// undo, or when something else was opened.
pub fn is_there(arrival: &Arrival, now: &Document) -> bool {
    match arrival {
        Arrival::Shown(shown) => same(&now.opened, &shown.opened),
        _ => true,
    }
}

/// Whether a page shows the open document, and not something else or what is wrong with the address. Only there can a
/// reader see what undo changes and what would be shared.
pub fn shows_document(route: &Route, arrival: &Arrival) -> bool {
    match route {
        Route::Preset(_) | Route::Shared(_) => matches!(arrival, Arrival::Shown(_) | Arrival::Open),
        _ => matches!(route, Route::Lab | Route::Changes | Route::Society),
    }
}

/// Opens what was sent, or published, in place of what the reader made of it. That can be undone, and is another draft.
pub fn show_sent(history: &mut History, draft: String) {
    let now = history.now().clone();
    history.open(Document { scenario: now.opened.clone(), draft, ..now });
}

/// Opens what the reader made of the open document, in place of what was sent or published. That can be undone.
pub fn show_own(history: &mut History) {
    if let Some(own) = beside(history).cloned() {
        history.open(own);
    }
}

/// A preset as it is now.
pub fn preset(id: &str, draft: String) -> Option<Document> {
    let preset = presets::latest(id)?;
    let base = Base { id: preset.id.to_owned(), revision: preset.revision };
    Some(Document::new(Arc::new(preset.scenario().ok()?), Some(base), draft))
}

/// The document in a link. Its baseline is the preset that it was made from, or itself.
fn shared(payload: &str, draft: String) -> Result<(Document, View), LinkError> {
    let shared = link::decode(payload)?;
    let baseline = shared.base.as_ref().and_then(|it| presets::find(&it.id, it.revision)?.scenario().ok());
    let mut document = Document::new(Arc::new(shared.scenario), shared.base, draft);
    if let Some(baseline) = baseline {
        document.baseline = Arc::new(baseline);
    }
    Ok((document, shared.view))
}
