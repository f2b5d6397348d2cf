//! The button that takes a thing away.

use leptos::prelude::*;

/// A cross, at the end of the line of the thing that it removes.
#[component]
pub fn RemoveButton(
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// Called when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=label on:click=move |_| on_press.run(())>"✕"</button>
    }
}
