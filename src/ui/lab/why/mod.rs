//! Why.

use leptos::prelude::*;

/// Why.
#[component]
pub fn WhyPanel() -> impl IntoView {
    view! { <h2 id="why-title">"Why"</h2> }
}
