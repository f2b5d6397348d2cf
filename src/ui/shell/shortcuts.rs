//! The list of keyboard shortcuts.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::state::texts;

/// Whether the list is open. Shared by the keyboard, the menu and the dialog.
#[derive(Clone, Copy)]
pub struct ShortcutList(RwSignal<bool>);

impl ShortcutList {
    /// Makes the handle and provides it to all components.
    pub fn provide() -> Self {
        let list = Self(RwSignal::new(false));
        provide_context(list);
        list
    }

    /// Opens the list.
    pub fn open(self) -> bool {
        self.0.try_set(true);
        true
    }
}

/// The dialog with the list.
#[component]
pub fn ShortcutDialog() -> impl IntoView {
    let ShortcutList(is_open) = expect_context();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get().filter(|it| is_open.get() && !it.open()) {
            // Refused only if the dialog is not on the page.
            dialog.show_modal().ok();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let press = move |event: leptos::ev::MouseEvent| {
        // A press on the dialog itself, and on nothing in it, is one on the dimmed page around it.
        let on_dialog = event.target().zip(event.current_target()).is_some_and(|(target, dialog)| target == dialog);
        if on_dialog {
            close();
        }
    };
    let t = &texts().shell;
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="shortcut-title" on:click=press
            on:close=move |_| { is_open.try_set(false); }>
            <header class="dialog-head">
                <h2 id="shortcut-title">{t.shortcuts}</h2>
                <button class="btn btn-quiet btn-icon" aria-label=texts().common.close on:click=move |_| close()>"×"</button>
            </header>
            <div class="dialog-body"><ShortcutTable /></div>
        </dialog>
    }
}

/// All shortcuts as a table.
#[component]
pub fn ShortcutTable() -> impl IntoView {
    let t = &texts().shell;
    let keys =
        |keys: &'static [&'static str]| keys.iter().map(|it| view! { <kbd class="kbd">{*it}</kbd>" " }).collect_view();
    let row = move |(names, deed): &'static (&'static [&'static str], &'static str)| {
        view! { <tr><td class="shortcut-keys">{keys(names)}</td><td>{*deed}</td></tr> }
    };
    view! {
        <table class="table table-quiet">
            <thead><tr><th scope="col">{t.keys}</th><th scope="col">{t.what_they_do}</th></tr></thead>
            <tbody>{t.shortcut_rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
}
