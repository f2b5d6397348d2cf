//! What would change the band, and how the score follows one number.

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::ui::state::texts;

/// What would change the band, and how the score follows one number.
#[component]
pub fn FlipsPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let _ = (seen, cursor);
    view! { <p>{texts().flips.title}</p> }
}
