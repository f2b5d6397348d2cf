//! A line of the editor: what it is about, its fields, and what takes it away.

use leptos::prelude::*;

/// A group of fields with its name beside it.
#[component]
pub(super) fn Line(
    /// The element id of its name.
    id: String,
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// What a screen reader calls the button that takes it away. No such button, if absent.
    #[prop(optional, into)]
    remove: MaybeProp<String>,
    /// Called by that button.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let button = on_remove.map(|on_remove| {
        view! {
            <button type="button" class="btn btn-quiet btn-icon btn-sm rule-line-remove" aria-label=move || remove.get()
                on:click=move |_| on_remove.run(())>"×"</button>
        }
    });
    let named_by = id.clone();
    view! {
        <div class="rule-line" role="group" aria-labelledby=named_by>
            <span class="rule-line-name" id=id>{label}</span>
            <div class="rule-line-fields">{children()}</div>
            {button}
        </div>
    }
}
