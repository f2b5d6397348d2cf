//! Sentences that a rulebook keeps or breaks, and results that a reader expects.

use leptos::prelude::*;

use crate::ui::state::texts;

/// Sentences that a rulebook keeps or breaks, and results that a reader expects.
#[component]
pub fn PrinciplesPanel() -> impl IntoView {
    view! { <p>{texts().principles.title}</p> }
}
