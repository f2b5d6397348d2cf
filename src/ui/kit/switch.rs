//! On or off.

use leptos::prelude::*;

/// A native checkbox that looks like a switch.
#[component]
pub fn Switch(
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<bool>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<bool>,
    /// Whether the label stands beside it for everybody.
    #[prop(optional)]
    shown: bool,
    /// What a pointer that rests on it is told.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    view! {
        <label class="toggle" title=(!hint.is_empty()).then_some(hint)>
            <input type="checkbox" role="switch" aria-label=label prop:checked=value
                on:change:target=move |event| on_value.run(event.target().checked()) />
            {shown.then(|| view! { <span>{label}</span> })}
        </label>
    }
}
