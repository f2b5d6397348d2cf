//! A lesson on paper: worksheet, key, plan.

use leptos::prelude::*;

use crate::editor::Sheet;

/// The page.
#[component]
pub fn SheetPage(
    /// What of it.
    sheet: Sheet,
    /// The lesson.
    id: String,
) -> impl IntoView {
    view! { <div class="page"><h1>{format!("{sheet} {id}")}</h1></div> }
}
