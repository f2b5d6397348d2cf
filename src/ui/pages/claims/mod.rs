//! Numbers that were pinned.

use leptos::prelude::*;

/// The page.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    view! { <div class="page"><h1>"…"</h1></div> }
}
