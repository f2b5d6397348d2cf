//! Long lists are shown in parts.

use leptos::prelude::*;

use super::actions::focus_soon;

/// So many rows are shown at first, and added each time.
pub const PART: usize = 100;

/// A button that shows a hundred more rows. It is there only as long as there are more.
#[component]
pub fn More(
    /// How many rows are shown.
    shown: RwSignal<usize>,
    /// How many there are.
    #[prop(into)]
    total: Signal<usize>,
    /// The words for so many more.
    words: fn(usize) -> String,
    /// The id of the list, which takes the focus when the button goes.
    #[prop(into)]
    list: String,
) -> impl IntoView {
    let rest = Memo::new(move |_| total.get().saturating_sub(shown.get()).min(PART));
    let list = StoredValue::new(list);
    let press = move |_| {
        shown.update(|it| *it += PART);
        if rest.get_untracked() == 0 {
            list.with_value(|it| focus_soon(it));
        }
    };
    move || {
        (rest.get() > 0).then(
            || view! { <button type="button" class="btn btn-sm" on:click=press>{move || words(rest.get())}</button> },
        )
    }
}
