//! What would change the band, and how the score follows one number.
//!
//! - [`ways`]: events and numbers that would move the subject up or down, each to be tried;
//! - [`curve`]: score and band for each value of one number.

mod curve;
mod ways;

use leptos::prelude::*;

use super::super::life::Seen;
use crate::engine::Day;
use crate::ui::state::{Lab, texts};

/// What would change the band, and how the score follows one number, on the day that is chosen.
#[component]
pub fn FlipsPanel(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let _ = cursor;
    let lab = Lab::get();
    let has_score = Memo::new(move |_| seen.with(|it| it.as_ref().map(Seen::has_score)));
    move || match has_score.get() {
        None => view! { <p class="note">{texts().ask.no_life}</p> }.into_any(),
        Some(false) => view! { <p class="note">{texts().flips.lists_only}</p> }.into_any(),
        Some(true) => view! {
            <div class="flips">
                <ways::Ways lab seen />
                <curve::Curve lab seen />
            </div>
        }
        .into_any(),
    }
}
