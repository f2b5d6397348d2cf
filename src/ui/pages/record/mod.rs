//! What is documented, and what is only said.

use leptos::prelude::*;

/// The page.
#[component]
pub fn RecordPage() -> impl IntoView {
    view! { <div class="page"><h1>"…"</h1></div> }
}
