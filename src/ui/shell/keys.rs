//! Keyboard shortcuts of the whole page.

use leptos::ev;
use leptos::prelude::*;

use crate::ui::state::Lab;

/// Undo and redo, with Ctrl or Cmd. Text inputs keep their own undo while their text is not yet a value.
pub fn follow_keys(lab: Lab) {
    let listener = window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let done = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => lab.undo(),
            ("z", true) | ("y", false) => lab.redo(),
            _ => return,
        };
        if done {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}
