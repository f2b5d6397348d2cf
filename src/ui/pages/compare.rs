//! Several rulebooks on the same lives.

use leptos::prelude::*;

use crate::ui::state::texts;

/// Several rulebooks on the same lives.
#[component]
pub fn ComparePage() -> impl IntoView {
    view! { <div class="page page-wide compare-page"><h1>{texts().compare.title}</h1></div> }
}
