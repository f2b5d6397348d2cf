//! Documentaries, and what to try beside them.

use leptos::prelude::*;

/// The page.
#[component]
pub fn WatchingPage() -> impl IntoView {
    view! { <div class="page"><h1>"…"</h1></div> }
}
