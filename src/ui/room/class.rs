//! The predictions of a class, put together.

use leptos::prelude::*;

/// The page.
#[component]
pub fn ClassPage(
    /// The lesson.
    id: String,
    /// The step.
    step: String,
    /// Codes that came with the address.
    codes: Vec<String>,
) -> impl IntoView {
    view! { <div class="page"><h1>{format!("{id} {step} {codes:?}")}</h1></div> }
}
