//! Tells a screen reader what changed.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::ui::state::Lab;

/// How long an announcement waits for a later one to take its place.
const PATIENCE: Duration = Duration::from_millis(350);

/// A live region that says the last announcement once things are quiet, also if it is the same as the one before.
#[component]
pub fn Announcer() -> impl IntoView {
    let lab = Lab::get();
    let spoken = RwSignal::new(String::new());
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        let text = lab.announcement.get();
        if let Some(handle) = waiting.flatten() {
            handle.clear();
        }
        if text.is_empty() {
            return None;
        }
        let speak = move || {
            // A region whose text stays the same stays silent.
            let again = spoken.try_with_untracked(|it| *it == text).unwrap_or(false);
            spoken.try_set(if again { format!("{text}\u{a0}") } else { text.clone() });
        };
        set_timeout_with_handle(speak, PATIENCE).ok()
    });
    view! { <div class="visually-hidden" role="status" aria-live="polite">{spoken}</div> }
}
