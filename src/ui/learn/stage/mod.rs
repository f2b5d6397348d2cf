//! What stands beside the text of a step: one file for each sort of thing.

use leptos::prelude::*;

use crate::lessons::format::What;

/// Something beside the text.
#[component]
pub fn Stage(
    /// What.
    what: What,
) -> impl IntoView {
    view! { <p>{format!("{what:?}")}</p> }
}
