//! Cast.

use leptos::prelude::*;

/// Cast.
#[component]
pub fn CastPanel() -> impl IntoView {
    view! { <h2 id="cast-title">"Cast"</h2> }
}
