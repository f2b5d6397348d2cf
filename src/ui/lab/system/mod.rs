//! System.

use leptos::prelude::*;

/// System.
#[component]
pub fn SystemPanel() -> impl IntoView {
    view! { <h2 id="system-title">"System"</h2> }
}
