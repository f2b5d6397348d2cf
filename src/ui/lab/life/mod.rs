//! Life.

use leptos::prelude::*;

/// Life.
#[component]
pub fn LifePanel() -> impl IntoView {
    view! { <h2 id="finding">"Life"</h2> }
}
