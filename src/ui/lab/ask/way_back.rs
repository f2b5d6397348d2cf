//! The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::ui::state::texts;

/// The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.
#[component]
pub fn WayBackPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let _ = (seen, cursor);
    view! { <p>{texts().way_back.title}</p> }
}
