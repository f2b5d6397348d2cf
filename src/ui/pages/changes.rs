//! Everything that was changed against the baseline.

use leptos::prelude::*;

/// Everything that was changed against the baseline.
#[component]
pub fn ChangesPage() -> impl IntoView {
    view! { <h1>"Changes"</h1> }
}
