//! Rules.

use leptos::prelude::*;

/// Rules.
#[component]
pub fn RulesPanel() -> impl IntoView {
    view! { <h2 id="rules-title">"Rules"</h2> }
}
