//! The list of rules.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::book::{Book, WINDOW};
use super::deeds::ADD_ID;
use super::focus::{focus, focus_if_lost, go_back_to, is_outside, is_typing, open_drawer, reveal};
use super::row::RuleRow;
use crate::ui::state::texts;

/// The rules that the search finds, a window of them at a time.
#[component]
pub(super) fn RuleList() -> impl IntoView {
    let book = Book::get();
    let t = &texts().rules;
    let ids = Memo::new(move |_| book.on_page());
    let hidden = Memo::new(move |_| book.found.with(Vec::len).saturating_sub(ids.with(Vec::len)));
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let more = move |_| {
        let first_new = book.found.with_untracked(|it| it.get(ids.with_untracked(Vec::len)).cloned());
        book.window.update(|it| *it = (*it).max(ids.with_untracked(Vec::len)) + WINDOW);
        focus(format!("rule-{}-open", first_new.unwrap_or_default()));
    };
    // When the rule that had the focus goes (undo takes it back, say), its neighbour gets it.
    let focused = StoredValue::new(None::<(usize, String)>);
    let note_focus = move |event: ev::FocusEvent| {
        let row = event
            .target()
            .and_then(|it| it.dyn_into::<web_sys::Element>().ok())
            .and_then(|it| it.closest(".rule").ok()?);
        let id = row.map(|it| it.id());
        let place = ids.with_untracked(|ids| ids.iter().position(|it| Some(row_id(it)) == id));
        focused.try_set_value(place.zip(id));
    };
    Effect::new(move |_| {
        let rows = ids.with(|ids| ids.iter().map(|it| row_id(it)).collect::<Vec<_>>());
        let Some((place, id)) = focused.get_value() else { return };
        if !rows.contains(&id) {
            focused.set_value(None);
            let neighbour = ids.with_untracked(|it| it.get(place).or(it.last()).cloned()).unwrap_or_default();
            focus_if_lost(vec![format!("rule-{neighbour}-open"), ADD_ID.to_owned()]);
        }
    });
    // A rule that another part of the page opens comes into view, and gets the focus, also if it is open already. Escape
    // leads back to that part.
    let opener = StoredValue::new_local(None::<web_sys::Element>);
    Effect::new(move |earlier: Option<()>| {
        if let Some(id) = book.lab.rule.get().filter(|_| earlier.is_some()) {
            let from = document().active_element();
            // Some browsers give no focus to a button that is pressed; but while the drawer is closed, nothing in it is.
            if is_outside() | open_drawer() {
                opener.set_value(from);
                focus(format!("rule-{id}-open"));
            }
            reveal(row_id(&id));
        }
    });
    let go_back = move |event: ev::KeyboardEvent| {
        if event.key() != "Escape" || is_typing() {
            return;
        }
        let Some(from) = opener.try_update_value(Option::take).flatten() else { return };
        event.prevent_default();
        go_back_to(&from);
    };
    view! {
        <ol class="entries rules" role="list" on:focusin=note_focus on:keydown=go_back>
            <For each=move || ids.get() key=Clone::clone children=|id| view! { <RuleRow id /> } />
        </ol>
        <Show when=move || hidden.get() != 0>
            <button type="button" class="btn btn-quiet" on:click=more>
                {move || (t.more)(hidden.get().min(WINDOW))}
            </button>
        </Show>
        <Show when=move || is_empty.get()><NoRules /></Show>
    }
}

/// The element id of a rule's row.
fn row_id(id: &str) -> String {
    format!("rule-{id}-row")
}

/// What stands there when no rule is shown.
#[component]
fn NoRules() -> impl IntoView {
    let book = Book::get();
    let t = &texts().rules;
    let has_rules = Memo::new(move |_| book.lab.with_scenario(|it| !it.rulebook.rules.is_empty()));
    let clear = move |_| {
        book.widen();
        focus("rules-search".to_owned());
    };
    view! {
        <div class="empty">
            <Show when=move || has_rules.get() fallback=move || view! {
                <p class="empty-title">{t.empty}</p>
                <p>{t.empty_hint}</p>
            }>
                <p class="empty-title">{move || book.search.with(|it| (t.none_match)(it.trim()))}</p>
                <button type="button" class="btn" on:click=clear>{t.all_again}</button>
            </Show>
        </div>
    }
}
