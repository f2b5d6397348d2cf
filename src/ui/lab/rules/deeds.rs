//! What can be done to rules as a whole. Each is one step that can be undone, is announced, and says where the focus goes.

use std::sync::Arc;

use leptos::prelude::*;

use super::book::Book;
use super::focus::{focus, focus_first, keep_focus};
use super::rule_ref::RuleRef;
use crate::editor::rules::{copy_of, fresh_rule, move_to};
use crate::scenario::Scenario;
use crate::scenario::bounds::RULES;
use crate::scenario::doc::Rule;
use crate::ui::state::texts;

/// The id of the button that adds rules.
pub(super) const ADD_ID: &str = "rules-add";

/// Adds a rule for a kind of event at the end. `prepare` may add the kind first; it answers with the kind's id.
pub(super) fn add(book: Book, prepare: impl FnOnce(&mut Scenario) -> String) {
    let mut added = None;
    book.lab.edit("", |scenario| {
        if scenario.rulebook.rules.len() < RULES {
            let kind = prepare(scenario);
            let rule = fresh_rule(scenario, &kind);
            added = Some(rule.id.clone());
            scenario.rulebook.rules.push(Arc::new(rule));
        }
    });
    match added {
        Some(id) => {
            book.widen();
            show(book, &id);
            book.lab.announce((texts().rules.said_added)(&when_of(book, &id)));
        }
        None => book.lab.announce((texts().rules.too_many)(RULES)),
    }
}

/// Puts a copy of a rule below it.
pub(super) fn duplicate(rule: RuleRef) {
    let id = rule.id();
    let copy = rule.lab.peek_scenario(|it| copy_of(it, &id).filter(|_| it.rulebook.rules.len() < RULES));
    let Some(copy) = copy else { return rule.lab.announce((texts().rules.too_many)(RULES)) };
    let copy_id = copy.id.clone();
    rule.lab.edit("", |scenario| {
        let rules = &mut scenario.rulebook.rules;
        let below = rules.iter().position(|it| it.id == id).map_or(rules.len(), |it| it + 1);
        rules.insert(below, Arc::new(copy));
    });
    show(rule.book, &copy_id);
    rule.lab.announce((texts().rules.said_copied)(&rule.when()));
}

/// Deletes a rule. The focus goes to its neighbour.
pub(super) fn delete(rule: RuleRef) {
    let (id, when) = (rule.id(), rule.when());
    let ids = untrack(|| rule.book.on_page());
    let at = ids.iter().position(|it| *it == id).unwrap_or_default();
    let neighbours = [ids.get(at + 1), at.checked_sub(1).and_then(|it| ids.get(it))];
    let mut next: Vec<_> = neighbours.into_iter().flatten().map(|id| format!("rule-{id}-open")).collect();
    next.push(ADD_ID.to_owned());
    rule.lab.rule.set(None);
    rule.lab.edit("", |scenario| scenario.rulebook.rules.retain(|it| it.id != id));
    focus_first(next);
    rule.lab.announce((texts().rules.said_deleted)(&when));
}

/// Makes a rule what it was before the reader's edits.
pub(super) fn reset(rule: RuleRef) {
    let Some(original) = untrack(|| rule.original()) else { return };
    rule.edit_with(|_, it| *it = Rule::clone(&original));
    focus(rule.element("open"));
    rule.lab.announce((texts().rules.said_reset)(&rule.when()));
}

/// Moves a rule past its neighbour on the page.
pub(super) fn shift(rule: RuleRef, up: bool) {
    let id = rule.id();
    let ids = untrack(|| rule.book.on_page());
    let Some(at) = ids.iter().position(|it| *it == id) else { return };
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = other.and_then(|it| ids.get(it)) else { return };
    keep_focus();
    rule.lab.edit(&format!("rules/{id}/order"), |it| move_to(&mut it.rulebook.rules, &id, other));
    let (place, of) = rule.lab.peek_scenario(|it| {
        let rules = &it.rulebook.rules;
        (rules.iter().position(|it| it.id == id).unwrap_or_default() + 1, rules.len())
    });
    rule.lab.announce((texts().rules.said_moved)(place, of));
}

/// Opens a new rule and moves the focus to its points, or to its head where it has none.
fn show(book: Book, id: &str) {
    book.window.update(|it| *it = (*it).max(book.lab.peek_scenario(|it| it.rulebook.rules.len())));
    book.lab.rule.set(Some(id.to_owned()));
    focus_first(vec![format!("rule-{id}-amount"), format!("rule-{id}-open")]);
}

fn when_of(book: Book, id: &str) -> String {
    book.lab.peek_scenario(|it| {
        let rule = it.rulebook.rules.iter().find(|it| it.id == id);
        rule.map(|rule| (texts().rules.sentence)(it, rule).when_plain()).unwrap_or_default()
    })
}
