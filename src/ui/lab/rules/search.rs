//! Searching the rules.

use leptos::ev;
use leptos::prelude::*;

use super::book::Book;
use super::focus::{focus, is_typing, open_drawer};
use crate::ui::kit::with_press;
use crate::ui::state::texts;

const ID: &str = "rules-search";

/// The search field, and how many rules it finds. "/" moves the focus to it.
#[component]
pub(super) fn Search() -> impl IntoView {
    let book = Book::get();
    let t = &texts().rules;
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_asked = with_press(&event, |it| it.is('/') && !it.command && !it.alt);
        if is_asked && !is_typing() {
            event.prevent_default();
            open_drawer();
            focus(ID.to_owned());
        }
    });
    on_cleanup(move || listener.remove());
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && book.search.with_untracked(|it| !it.is_empty()) {
            event.prevent_default();
            book.search.set(String::new());
        }
    };
    let count = move || {
        let of = book.lab.with_scenario(|it| it.rulebook.rules.len());
        if book.is_narrowed() { (t.found)(book.found.with(Vec::len), of) } else { String::new() }
    };
    let count = Memo::new(move |_| count());
    view! {
        <div class="rules-search">
            <input type="search" class="input input-sm" id=ID aria-label=t.search placeholder=t.search autocomplete="off"
                spellcheck="false" prop:value=book.search aria-keyshortcuts=t.search_key aria-describedby="rules-found"
                on:input:target=move |event| book.search.set(event.target().value()) on:keydown=keys />
            <kbd class="kbd" aria-hidden="true">{t.search_key}</kbd>
            <button type="button" class="btn btn-sm btn-quiet rules-in-life" title=t.in_life_long
                aria-pressed=move || if book.in_life.get() { "true" } else { "false" }
                on:click=move |_| book.in_life.update(|it| *it = !*it)>{t.in_life}</button>
            <span class="note" id="rules-found" role="status">{count}</span>
        </div>
    }
}
