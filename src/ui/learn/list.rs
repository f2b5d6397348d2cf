//! The list of lessons.

use leptos::prelude::*;

/// The page.
#[component]
pub fn LearnPage() -> impl IntoView {
    view! { <div class="page"><h1>"…"</h1></div> }
}
