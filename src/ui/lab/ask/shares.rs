//! What each event and each rule contributed to a score.

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::ui::state::texts;

/// What each event and each rule contributed to a score.
#[component]
pub fn SharesPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let _ = (seen, cursor);
    view! { <p>{texts().shares.title}</p> }
}
