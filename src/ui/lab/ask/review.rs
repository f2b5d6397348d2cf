//! What is questionable about a rulebook, and its safeguards.

use leptos::prelude::*;

use crate::ui::state::texts;

/// What is questionable about a rulebook, and its safeguards.
#[component]
pub fn ReviewPanel() -> impl IntoView {
    view! { <p>{texts().review.title}</p> }
}
