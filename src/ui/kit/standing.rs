//! How far something is documented, as a word.

use leptos::prelude::*;

use super::standing_name;
use crate::scenario::doc::Standing;
use crate::scenario::mark::Mark;
use crate::ui::state::texts;

/// A chip with the standing; its title says what the word means.
#[component]
pub fn StandingChip(
    /// The standing.
    #[prop(into)]
    standing: Signal<Standing>,
) -> impl IntoView {
    view! { <MarkChip mark=Signal::derive(move || Mark::Declared(standing.get())) /> }
}

/// A chip with the standing of something that can be edited: what was changed does not bear that of its source.
#[component]
pub fn MarkChip(
    /// What is said about it.
    #[prop(into)]
    mark: Signal<Mark>,
) -> impl IntoView {
    let name = move || match mark.get() {
        Mark::Declared(it) => standing_name(it),
        Mark::Changed => "changed",
    };
    let t = &texts().common;
    view! {
        <span class="chip chip-standing" data-standing=name title=move || (t.mark_long)(mark.get())>
            {move || (t.mark)(mark.get())}
        </span>
    }
}
