//! What the page opens with, links, files and drafts.
//!
//! - [`store`]: where the browser keeps texts, and what cannot be read there;
//! - [`drafts`]: the work in this tab, kept by itself; opening what was kept;
//! - [`tabs`]: whether another tab has the same draft open;
//! - [`notices`]: what is said about that above every page;
//! - [`visitor`]: the page of an address that names a scenario, or what is wrong with the address;
//! - [`dialog`]: link, QR code, file, list of drafts;
//! - [`files`]: saving and opening files;
//! - [`mod@drop`]: files that are dropped on the page.
//!
//! What an address opens is decided in [`crate::editor::open`]; here is the one place that asks.

mod dialog;
mod drafts;
mod drop;
mod files;
mod notices;
mod qr;
mod store;
mod tabs;
mod visitor;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use super::state::{Lab, draft_name, fresh_document, now_ms};
use crate::editor::drafts::Drafts;
use crate::editor::guard::{self, Opening};
use crate::editor::open::{self, Arrival, is_there};
use crate::editor::{Document, History, Route};
use crate::scenario::Scenario;
use crate::scenario::doc::{Mechanism, Rulebook, Standing, VERSION};
use crate::scenario::link::View;

pub use crate::editor::open::SOCIETY;
pub use dialog::ShareDialog;
pub use drafts::keep_drafts;
pub use drop::DropTarget;
pub use files::save as save_file;
pub use notices::Notices;
pub use qr::QrCode;
pub use store::{InTab, Keeper, Unreads};
pub use visitor::AddressPage;

/// The preset that the lab opens with.
const FIRST_PRESET: &str = "rongcheng-rules";

/// The lab with the work of this tab after a reload, or else with the first preset; and then what the address names.
pub fn begin(route: Route) -> Lab {
    let mut kept = Drafts::new(Keeper::Browser);
    let has_work = drafts::has_work();
    let may_open = !has_work || guard::begin(&Keeper::Tab, &Keeper::Browser, &Opening::work(), now_ms());
    let history = if may_open { drafts::history_of(has_work, &mut kept, expect_context()) } else { None };
    let is_work = history.is_some();
    let is_tried = may_open && has_work;
    let lab = Lab::provide(history.unwrap_or_else(|| History::new(first())), kept, route.clone());
    lab.held_work.set(!may_open);
    lab.leaving_draft.set(lab.with_drafts(|_, drafts| (false, drafts.leaving())).flatten());
    arrive_first(lab, &route, is_work);
    if is_tried {
        end_when_painted(Opening::work());
    }
    lab
}

/// Opens what the address names when the page begins: there is nothing yet that could be taken back.
fn arrive_first(lab: Lab, route: &Route, is_work: bool) {
    arrive(lab, route, false);
    if !is_work {
        lab.begin_here();
    }
}

/// Opens what an address names, and notes what became of it. A link that did not get up the last time is opened only
/// `anyway`.
pub fn arrive(lab: Lab, route: &Route, anyway: bool) {
    if let Route::Shared(payload) = route {
        let what = Opening::link(payload);
        match anyway {
            true => guard::begin_anyway(&Keeper::Tab, &Keeper::Browser, &what, now_ms()),
            false if guard::begin(&Keeper::Tab, &Keeper::Browser, &what, now_ms()) => {}
            false => return lab.arrival.set(Arrival::Held),
        }
    }
    let arrived = lab.with_drafts(|history, _| {
        let before = history.now().clone();
        let (arrival, view) = open::arrive(history, route, draft_name());
        let now = history.now();
        let is_other = now.draft != before.draft || !Arc::ptr_eq(&now.scenario, &before.scenario);
        (is_other, (arrival, view, is_other))
    });
    let Some((arrival, view, is_other)) = arrived else { return };
    if is_other {
        lab.look_at_nothing();
    }
    lab.arrival.set(arrival);
    if let Some(view) = view {
        look_at(lab, view);
    }
    if let Route::Shared(payload) = route {
        end_when_painted(Opening::link(payload));
    }
}

/// Notes that an opening ended, when it is on the screen.
fn end_when_painted(what: Opening) {
    let at_last = what.clone();
    let end = move || guard::end(&Keeper::Tab, &Keeper::Browser, &what);
    let soon = move || set_timeout(end, std::time::Duration::from_millis(60));
    if document().hidden() {
        return soon();
    }
    // A frame that nobody sees is never painted.
    let late = move || guard::end(&Keeper::Tab, &Keeper::Browser, &at_last);
    set_timeout(late, std::time::Duration::from_secs(2));
    request_animation_frame(soon);
}

/// Shows what the sender of a link was looking at, as far as it exists.
fn look_at(lab: Lab, view: View) {
    if let Some(subject) = view.subject {
        lab.choose_subject(&subject);
    }
    lab.day.set(view.day);
}

/// Takes a link or a preset out of the address as soon as something else is open: after a reload it would come back.
pub fn follow_document(lab: Lab) {
    Effect::new(move |_| {
        let is_there = lab.document.with(|it| lab.arrival.with(|arrival| is_there(arrival, it)));
        if !is_there {
            let route = if lab.is_society() { Route::Society } else { Route::Lab };
            let address = route.to_string();
            // The page stays as it is, so nothing that follows the route runs again.
            lab.route.update_untracked(|it| *it = route);
            lab.arrival.set(Arrival::Open);
            // Refused only while the page is being closed.
            window().history().and_then(|it| it.replace_state_with_url(&JsValue::NULL, "", Some(&address))).ok();
        }
    });
}

/// Opens the dialog with link, code and file.
pub fn open_dialog(lab: Lab) {
    lab.sharing.set(true);
}

/// What the lab shows if nothing else is asked for.
fn first() -> Document {
    open::preset(FIRST_PRESET, draft_name()).unwrap_or_else(|| fresh_document(Arc::new(empty()), None))
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
