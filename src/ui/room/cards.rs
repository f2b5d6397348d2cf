//! The people of the open scenario as cards with QR codes.

use leptos::prelude::*;

/// The page.
#[component]
pub fn CardsPage() -> impl IntoView {
    view! { <div class="page"><h1>"…"</h1></div> }
}
