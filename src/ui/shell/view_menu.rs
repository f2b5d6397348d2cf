//! The menu with the colours of the page and the list of shortcuts.

use leptos::ev::{self, FocusEvent, KeyboardEvent};
use leptos::html::Details;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::Node;

use super::icons::ThemeIcon;
use super::shortcuts::ShortcutList;
use super::theme::Theme;
use crate::ui::state::{Lab, texts};

/// A menu that closes when something in it is chosen, with Escape, and when the reader goes elsewhere.
#[component]
pub fn ViewMenu() -> impl IntoView {
    let lab = Lab::get();
    let list = expect_context::<ShortcutList>();
    let menu = NodeRef::<Details>::new();
    let theme = RwSignal::new(Theme::stored());
    let close = move || {
        if let Some(menu) = menu.try_get_untracked().flatten() {
            menu.set_open(false);
        }
    };
    let holds = move |node: Option<web_sys::EventTarget>| {
        let node = node.and_then(|it| it.dyn_into::<Node>().ok());
        menu.try_get_untracked().flatten().is_some_and(|it| it.contains(node.as_ref()))
    };
    let outside = window_event_listener(ev::pointerdown, move |event| {
        if !holds(event.target()) {
            close();
        }
    });
    on_cleanup(move || outside.remove());
    let leave = move |event: FocusEvent| {
        if event.related_target().is_some() && !holds(event.related_target()) {
            close();
        }
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            focus_summary(menu);
        }
    };
    let choose = move |it: Theme| {
        it.choose();
        theme.set(it);
        lab.announce((texts().shell.theme_chosen)(it.label()));
    };
    let item = move |it: Theme| {
        view! {
            <button class="menu-item" aria-current=move || if theme.get() == it { "true" } else { "false" }
                on:click=move |_| choose(it)>{it.label()}</button>
        }
    };
    let t = &texts().shell;
    view! {
        <details class="menu menu-end" node_ref=menu on:focusout=leave on:keydown=escape>
            <summary class="btn btn-quiet btn-icon" aria-label=t.view title=t.view><ThemeIcon /></summary>
            <div class="menu-list">
                <div role="group" aria-label=t.theme>{Theme::ALL.map(item).collect_view()}</div>
                <hr />
                <button class="menu-item" on:click=move |_| { close(); focus_summary(menu); list.open(); }>
                    {t.shortcuts}" "<kbd class="kbd">"?"</kbd>
                </button>
            </div>
        </details>
    }
}

/// Moves the focus to what opens the menu, so that it is not lost with the menu.
fn focus_summary(menu: NodeRef<Details>) {
    let summary = menu.get_untracked().and_then(|it| it.query_selector("summary").ok().flatten());
    if let Some(summary) = summary.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        summary.focus().ok();
    }
}
