//! A text.

use leptos::prelude::*;

use super::complaint::complaint_id;
use crate::scenario::bounds::{LABEL_CHARS, TEXT_CHARS};
use crate::scenario::plain::{clean, settled};
use crate::ui::state::Lab;

/// A line of text, or several.
#[component]
pub fn TextBox(
    /// The place in the document that it edits.
    #[prop(into)]
    path: Signal<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<String>,
    /// Whether it may have several lines.
    #[prop(optional)]
    long: bool,
    /// The element id, for those who move the focus to it.
    #[prop(optional, into)]
    id: String,
    /// The element id of something else that describes it.
    #[prop(optional, into)]
    described_by: String,
) -> impl IntoView {
    let lab = Lab::get();
    let described = move || format!("{} {described_by}", complaint_id(&path.get())).trim_end().to_owned();
    let id = (!id.is_empty()).then_some(id);
    // The field holds the bare text; what the document quotes is set apart where that is needed.
    let typed = move |text: String| on_value.run(settled(&text).into_owned());
    let shown = move || value.with(|it| clean(it).into_owned());
    let leave = move |_| lab.end_gesture();
    if long {
        view! {
            <textarea class="textarea" id=id rows="3" maxlength=TEXT_CHARS.to_string() data-undo="document" dir="auto" aria-label=label prop:value=shown
                on:input:target=move |event| typed(event.target().value())
                on:blur=leave aria-describedby=described />
        }
        .into_any()
    } else {
        view! {
            <input type="text" class="input" id=id maxlength=LABEL_CHARS.to_string() data-undo="document" dir="auto" aria-label=label prop:value=shown
                on:input:target=move |event| typed(event.target().value())
                on:blur=leave aria-describedby=described />
        }
        .into_any()
    }
}
