//! Keyboard shortcuts of the whole page.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::history;
use super::shortcuts::ShortcutList;
use crate::editor::Route;
use crate::ui::home::ToyState;
use crate::ui::state::Lab;

/// Undo and redo, with Ctrl or Cmd, of whatever the page shows; the list of shortcuts.
pub fn follow_keys(lab: Lab) {
    let (list, toy) = (ShortcutList::provide(), ToyState::provide(lab));
    let listener = window_event_listener(ev::keydown, move |event| {
        let done = match asked_for(&event) {
            Some(Wish::Undo) => match lab.route.get_untracked() {
                Route::Home => toy.undo(),
                route if shows_document(&route) => history::undo(lab),
                _ => false,
            },
            Some(Wish::Redo) => lab.route.with_untracked(shows_document) && history::redo(lab),
            // A projector has a list of its own.
            Some(Wish::Shortcuts) => !lab.route.with_untracked(|it| matches!(it, Route::Present(..))) && list.open(),
            None => false,
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether a page shows the open document, so that undoing changes what the reader sees.
pub fn shows_document(route: &Route) -> bool {
    matches!(route, Route::Lab | Route::Preset(_) | Route::Shared(_) | Route::Changes | Route::Society)
}

enum Wish {
    Undo,
    Redo,
    Shortcuts,
}

fn asked_for(event: &KeyboardEvent) -> Option<Wish> {
    let with_command = event.ctrl_key() || event.meta_key();
    match (event.key().as_str(), with_command, event.shift_key()) {
        ("z" | "Z", true, false) if !event.alt_key() => Some(Wish::Undo),
        ("z" | "Z", true, true) | ("y" | "Y", true, false) if !event.alt_key() => Some(Wish::Redo),
        ("?", false, _) if !is_typing(event) => Some(Wish::Shortcuts),
        ("F1", false, false) => Some(Wish::Shortcuts),
        _ => None,
    }
}

/// Whether the key goes into a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|it| it.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some())
}
