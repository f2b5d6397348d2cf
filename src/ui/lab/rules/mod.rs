//! The rules column: every rule as a sentence whose numbers are edited in place, and an editor for the rest.
//!
//! - [`book`]: what all rows share; [`rule_ref`]: one rule, for its components;
//! - [`head`], [`add`], [`search`], [`list`]: the column;
//! - [`row`]: one rule; [`sentence`], [`place`]: its words and numbers;
//! - [`editor`]: everything about the rule that is open;
//! - [`secret`]: guesses that stand here while the rules are hidden;
//! - [`deeds`]: add, duplicate, delete, move, reset; [`focus`]: where the focus goes.

mod add;
mod book;
mod deeds;
mod editor;
mod focus;
mod head;
mod list;
mod new_kind;
mod place;
mod row;
mod rule_ref;
mod search;
mod secret;
mod sentence;

use leptos::prelude::*;

use crate::ui::kit::Complaint;

pub use secret::{Secret, SecretToggle};

/// The rules column.
#[component]
pub fn RulesPanel() -> impl IntoView {
    book::Book::provide();
    let secret = Secret::get();
    view! {
        <Show when=move || !secret.hides() fallback=|| view! { <secret::GuessSheet /> }>
            <head::RulesHead />
            <Show when=move || secret.is_revealed()><secret::GuessResult /></Show>
            <search::Search />
            <Complaint path="rulebook/rules" />
            <list::RuleList />
        </Show>
    }
}
