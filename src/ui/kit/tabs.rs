//! Tabs, by the usual keyboard pattern: arrows move, only the current tab is in the tab order.

use leptos::ev;
use leptos::prelude::*;

/// A row of tabs. The panels are the caller's; give each `role="tabpanel"` and the id `{id}-panel-{n}`.
#[component]
pub fn Tabs(
    /// Names the elements.
    id: &'static str,
    /// What a screen reader calls the row.
    label: &'static str,
    /// The names of the tabs.
    names: &'static [&'static str],
    /// Which is current; none, if there are not so many.
    current: RwSignal<usize>,
) -> impl IntoView {
    let focus = move |at: usize| {
        use leptos::wasm_bindgen::JsCast as _;
        current.set(at);
        if let Some(tab) = document().get_element_by_id(&format!("{id}-tab-{at}")) {
            tab.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let (at, n) = (current.get_untracked(), names.len());
        let next = match event.key().as_str() {
            "ArrowRight" if at >= n => 1 % n,
            "ArrowLeft" if at >= n => n - 1,
            "ArrowRight" => (at + 1) % n,
            "ArrowLeft" => (at + n - 1) % n,
            "Home" => 0,
            "End" => n - 1,
            _ => return,
        };
        event.prevent_default();
        focus(next);
    };
    let tab = move |(at, name): (usize, &'static str)| {
        let is_current = move || current.get() == at;
        let is_reached = move || is_current() || at == 0 && current.get() >= names.len();
        view! {
            <button type="button" role="tab" id=format!("{id}-tab-{at}") aria-controls=format!("{id}-panel-{at}")
                aria-selected=move || if is_current() { "true" } else { "false" }
                tabindex=move || if is_reached() { "0" } else { "-1" }
                on:click=move |_| current.set(at)>{name}</button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=keys>
            {names.iter().copied().enumerate().map(tab).collect_view()}
        </div>
    }
}
