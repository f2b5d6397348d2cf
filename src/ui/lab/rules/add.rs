//! The form that adds a rule.

use leptos::prelude::*;

use super::book::Book;
use super::deeds::{ADD_ID, add};
use super::focus::focus;
use super::new_kind::{NewKind, Wanted};
use crate::editor::rules::add_kind;
use crate::ui::kit::Choice;
use crate::ui::state::texts;

/// The value of the choice that opens the fields for a new kind. No id has this form.
pub(super) const NEW: &str = "+";

/// A choice among the kinds of events, or fields for a new one; the rule comes with a usual amount.
#[component]
pub(super) fn AddRule(
    /// Whether the form is open.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let book = Book::get();
    let t = &texts().rules;
    let options = move || {
        let kinds =
            book.with_names(|it| it.kinds.iter().map(|it| (it.id.clone(), it.label.clone())).collect::<Vec<_>>());
        kinds.into_iter().chain([(NEW.to_owned(), t.new_kind.to_owned())]).collect::<Vec<_>>()
    };
    let first = untrack(options).first().map(|it| it.0.clone()).unwrap_or_default();
    let kind = RwSignal::new(first);
    let is_new = Memo::new(move |_| kind.with(|it| it == NEW));
    let done = move |_| {
        let id = kind.get_untracked();
        adding.set(false);
        add(book, |_| id);
    };
    let done_new = move |it: Wanted| {
        adding.set(false);
        add(book, |scenario| add_kind(scenario, &it.label, &it.short, it.source.as_deref(), t.new_office));
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            adding.set(false);
            focus(ADD_ID.to_owned());
        }
    };
    focus("rules-add-kind".to_owned());
    view! {
        <div class="rules-form" role="group" aria-label=t.add_title on:keydown=keys>
            <div class="rules-form-line">
                <Choice id="rules-add-kind" label=t.add_when options=Signal::derive(options) value=kind on_value=move |it| kind.set(it) />
                <Show when=move || !is_new.get()>
                    <button type="button" class="btn btn-primary" on:click=done>{t.add_done}</button>
                </Show>
            </div>
            <Show when=move || is_new.get()><NewKind on_done=done_new /></Show>
        </div>
    }
}
