//! How far something is documented, as a word.

use leptos::prelude::*;

use crate::scenario::doc::Standing;
use crate::ui::state::texts;

/// A chip with the standing; its title says what the word means.
#[component]
pub fn StandingChip(
    /// The standing.
    #[prop(into)]
    standing: Signal<Standing>,
) -> impl IntoView {
    let name = move || match standing.get() {
        Standing::Documented => "documented",
        Standing::Reported => "reported",
        Standing::Unverified => "unverified",
        Standing::Derived => "derived",
        Standing::Invented => "invented",
    };
    let t = &texts().common;
    view! {
        <span class="chip chip-standing" data-standing=name title=move || (t.standing_long)(standing.get())>
            {move || (t.standing)(standing.get())}
        </span>
    }
}
