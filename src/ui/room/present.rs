//! A lesson on a projector.

use leptos::prelude::*;

/// The page.
#[component]
pub fn PresentPage(
    /// The lesson.
    id: String,
    /// The step; the first, if none.
    step: Option<String>,
) -> impl IntoView {
    view! { <div class="page"><h1>{format!("{id} {step:?}")}</h1></div> }
}
