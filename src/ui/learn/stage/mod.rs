//! What stands beside the text of a step: one file for each sort of thing.

use leptos::prelude::*;

use crate::lessons::format::What;

/// Wraps everything that stands beside the text of a step: the parts in it share one document.
#[component]
pub fn StepLab(
    /// The parts.
    children: Children,
) -> impl IntoView {
    children()
}

/// Something beside the text.
#[component]
pub fn Stage(
    /// What.
    what: What,
) -> impl IntoView {
    view! { <p>{format!("{what:?}")}</p> }
}
