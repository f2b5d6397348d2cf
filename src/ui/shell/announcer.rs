//! Tells a screen reader what changed.

use leptos::prelude::*;

use crate::ui::state::Lab;

/// A live region that repeats the last announcement.
#[component]
pub fn Announcer() -> impl IntoView {
    let lab = Lab::get();
    view! { <div class="visually-hidden" role="status" aria-live="polite">{move || lab.announcement.get()}</div> }
}
