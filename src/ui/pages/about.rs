//! What the model leaves out, privacy, shortcuts.

use leptos::prelude::*;

/// What the model leaves out, privacy, shortcuts.
#[component]
pub fn AboutPage() -> impl IntoView {
    view! { <h1>"About"</h1> }
}
