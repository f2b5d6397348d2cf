//! The notice that a subject gets, and the exercise with hidden rules.

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::ui::state::texts;

/// The notice that a subject gets, and the exercise with hidden rules.
#[component]
pub fn LetterPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let _ = (seen, cursor);
    view! { <p>{texts().letter.title}</p> }
}
