//! One lesson, one step at a time.

use leptos::prelude::*;

/// The page.
#[component]
pub fn LessonPage(
    /// The lesson.
    id: String,
    /// The step; the first, if none.
    step: Option<String>,
) -> impl IntoView {
    view! { <div class="page"><h1>{format!("{id} {step:?}")}</h1></div> }
}
