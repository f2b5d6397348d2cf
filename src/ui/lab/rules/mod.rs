//! The rules column: every rule as a sentence whose numbers are edited in place, and an editor for the rest.
//!
//! - [`book`]: what all rows share; [`rule_ref`]: one rule, for its components;
//! - [`head`], [`add`], [`search`], [`list`]: the column;
//! - [`row`]: one rule; [`sentence`], [`place`]: its words and numbers;
//! - [`editor`]: everything about the rule that is open;
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
mod sentence;

use leptos::prelude::*;

use crate::ui::kit::Complaint;

/// The rules column.
#[component]
pub fn RulesPanel() -> impl IntoView {
    book::Book::provide();
    view! {
        <head::RulesHead />
        <search::Search />
        <Complaint path="rulebook/rules" />
        <list::RuleList />
    }
}
