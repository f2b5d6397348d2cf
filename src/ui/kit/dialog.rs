//! A modal dialog, by the browser's own means.

use leptos::html;
use leptos::prelude::*;

use crate::ui::state::texts;

/// A native dialog that follows a signal. Its content exists only while it is open.
#[component]
pub fn Dialog(
    /// Its title.
    title: &'static str,
    /// Whether it is open. Escape and the close button set it to false.
    open: RwSignal<bool>,
    /// Whether it is for tables and pictures.
    #[prop(optional)]
    wide: bool,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(it) = dialog.get() else { return };
        match (open.get(), it.open()) {
            // Refused only if it is not part of the page any more.
            (true, false) => drop(it.show_modal()),
            (false, true) => it.close(),
            _ => {}
        }
    });
    let class = if wide { "dialog dialog-wide" } else { "dialog" };
    let id = StoredValue::new(format!("dialog-{}", crate::editor::edits::id_from_label(title, "title")));
    view! {
        <dialog class=class node_ref=dialog aria-labelledby=id.get_value() on:close=move |_| { open.try_set(false); }>
            <Show when=move || open.get()>
                <header class="dialog-head">
                    <h2 id=id.get_value()>{title}</h2>
                    <button type="button" class="btn btn-quiet btn-icon" aria-label=texts().common.close
                        on:click=move |_| open.set(false)>"✕"</button>
                </header>
                <div class="dialog-body">{children()}</div>
            </Show>
        </dialog>
    }
}
