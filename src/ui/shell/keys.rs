//! Keyboard shortcuts of the whole page.

use leptos::ev;
use leptos::prelude::*;

use super::history;
use super::shortcuts::ShortcutList;
use crate::editor::Route;
use crate::editor::keys::Wish;
use crate::ui::home::ToyState;
use crate::ui::kit::{goes_into, with_press};
use crate::ui::state::Lab;

/// Undo and redo, with Ctrl or Cmd, of whatever the page shows; the list of shortcuts.
pub fn follow_keys(lab: Lab) {
    let (list, toy) = (ShortcutList::provide(), ToyState::provide(lab));
    let listener = window_event_listener(ev::keydown, move |event| {
        let done = match with_press(&event, |it| it.wish(goes_into(&event))) {
            Some(Wish::Undo) => match lab.route.get_untracked() {
                Route::Home => toy.undo(),
                _ => untrack(|| lab.shows_document()) && history::undo(lab),
            },
            Some(Wish::Redo) => untrack(|| lab.shows_document()) && history::redo(lab),
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
