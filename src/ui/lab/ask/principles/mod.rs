//! Sentences that a rulebook keeps or breaks, and results that a reader expects.
//!
//! - [`constitution`]: the principles, with [`row`] for each and [`found`] for what is known about it;
//! - [`cases`]: the saved cases, with [`case`] for each; [`tally`]: the line about them beside the life.

mod case;
mod cases;
mod constitution;
pub(in crate::ui) mod found;
mod row;
mod tally;

use leptos::prelude::*;

pub use tally::TallyLine;

/// Sentences that a rulebook keeps or breaks, and results that a reader expects.
#[component]
pub fn PrinciplesPanel() -> impl IntoView {
    view! {
        <constitution::Constitution />
        <cases::SavedCases />
    }
}
