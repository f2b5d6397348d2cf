//! The tests of a rule: a tree of groups and tests.

use leptos::prelude::*;

use super::line::Line;
use super::test::TestFields;
use crate::editor::rules::cond::{self, Joint, Node};
use crate::scenario::doc::{Cond, Rule, Scenario};
use crate::ui::kit::{Choice, Complaint};
use crate::ui::lab::rules::focus::{focus, focus_first};
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// What a part of the tree is: it is shown anew only when this changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Gone,
    Test,
    Group(Joint),
}

fn shape(rule: &Rule, at: &[usize]) -> Shape {
    match rule.when.as_ref().and_then(|it| cond::find(it, at)).map(cond::read) {
        Some(Node::Group(joint, _)) => Shape::Group(joint),
        Some(Node::Test(_)) => Shape::Test,
        None => Shape::Gone,
    }
}

/// The whole tree.
#[component]
pub(super) fn TestsLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let root = rule.read(|it| shape(it, &[]));
    let is_group = Memo::new(move |_| matches!(root.get(), Shape::Group(_)));
    view! {
        <Line id=rule.element("tests-name") label=t.tests>
            <Show when=move || root.get() == Shape::Gone><p class="note">{t.no_tests}</p></Show>
            <Part rule at=Vec::new() />
            <Show when=move || !is_group.get()><AddTest rule at=Vec::new() /></Show>
            <Complaint path=rule.path("when") />
        </Line>
    }
}

/// A test or a group.
#[component]
fn Part(
    /// The rule.
    rule: RuleRef,
    /// Its name in the tree.
    at: Vec<usize>,
) -> impl IntoView {
    let name = at.clone();
    let kind = rule.read(move |it| match shape(it, &name) {
        Shape::Gone => 0_u8,
        Shape::Test => 1,
        Shape::Group(_) => 2,
    });
    move || match kind.get() {
        0 => ().into_any(),
        1 => view! { <TestFields rule at=at.clone() /> }.into_any(),
        _ => view! { <Group rule at=at.clone() /> }.into_any(),
    }
}

/// A group: how its members are joined, the members, and buttons for more.
#[component]
fn Group(
    /// The rule.
    rule: RuleRef,
    /// Its name in the tree.
    at: Vec<usize>,
) -> impl IntoView {
    let t = &texts().rules;
    let name = StoredValue::new(at.clone());
    let joints = [Joint::All, Joint::Any, Joint::NotAll, Joint::Neither];
    let word = |it: Joint| (texts().rules.joints)(it).to_owned();
    let joint = rule.read(move |it| match name.with_value(|at| shape(it, at)) {
        Shape::Group(joint) => word(joint),
        _ => String::new(),
    });
    let count = rule.read(move |it| name.with_value(|at| members(it, at)));
    let set_joint = move |text: String| {
        if let Some(joint) = joints.into_iter().find(|it| word(*it) == text) {
            rule.edit_with(|_, it| name.with_value(|at| cond::set_joint(&mut it.when, at, joint)));
        }
    };
    let member = move |place: usize| {
        let mut at = name.get_value();
        at.push(place);
        view! { <li><Part rule at /></li> }.into_any()
    };
    let remove_at = at.clone();
    view! {
        <div class="rule-tests" role="group" aria-label=joint>
            <div class="rule-words">
                <Choice id=test_id(rule, &at) label=t.joint options=joints.map(|it| (word(it), word(it))).to_vec() value=joint on_value=set_joint />
                <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=t.remove_group
                    on:click=move |_| remove(rule, &remove_at)>"×"</button>
            </div>
            <ul role="list"><For each=move || 0..count.get() key=|it| *it children=member /></ul>
            <AddTest rule at />
        </div>
    }
}

fn members(rule: &Rule, at: &[usize]) -> usize {
    match rule.when.as_ref().and_then(|it| cond::find(it, at)).map(cond::read) {
        Some(Node::Group(_, parts)) => parts.len(),
        _ => 0,
    }
}

/// Buttons that add a test or a group.
#[component]
fn AddTest(
    /// The rule.
    rule: RuleRef,
    /// The name of the group that they add to.
    at: Vec<usize>,
) -> impl IntoView {
    let t = &texts().rules;
    let name = StoredValue::new(at.clone());
    let fresh = move |names: &Scenario, rule: &Rule, group: bool| {
        let test = cond::fresh(names, &rule.kind);
        if group { Cond::Any(vec![test]) } else { test }
    };
    let has_room = move |group: bool| {
        rule.read_named(move |names, it| {
            name.with_value(|at| cond::has_room(it.when.as_ref(), at, &fresh(names, it, group)))
        })
    };
    let (has_room_for_test, has_room_for_group) = (has_room(false), has_room(true));
    let add = move |group: bool| {
        let mut added = Vec::new();
        rule.edit_with(|names, it| {
            let new = fresh(names, it, group);
            if name.with_value(|at| cond::has_room(it.when.as_ref(), at, &new)) {
                added = name.with_value(|at| cond::add(&mut it.when, at, new));
            }
        });
        focus(test_id(rule, &added));
    };
    view! {
        <div class="rule-chips">
            <button type="button" class="btn btn-sm" id=add_id(rule, &at) on:click=move |_| add(false)
                aria-disabled=move || (!has_room_for_test.get()).then_some("true")>{t.add_test}</button>
            <button type="button" class="btn btn-sm" on:click=move |_| add(true)
                aria-disabled=move || (!has_room_for_group.get()).then_some("true")>{t.add_group}</button>
            <Show when=move || !has_room_for_test.get()><span class="note">{t.no_room}</span></Show>
        </div>
    }
}

/// Removes a part, and moves the focus to the buttons that could add it again.
pub(super) fn remove(rule: RuleRef, at: &[usize]) {
    rule.edit_with(|_, it| cond::remove(&mut it.when, at));
    let groups = (0..at.len()).rev().map(|it| add_id(rule, &at[..it]));
    focus_first(groups.chain([add_id(rule, &[])]).collect());
}

/// The id of the first field of a part on the page.
pub(super) fn test_id(rule: RuleRef, at: &[usize]) -> String {
    rule.element(&format!("test{}", dashed(at)))
}

fn add_id(rule: RuleRef, at: &[usize]) -> String {
    rule.element(&format!("add-test{}", dashed(at)))
}

fn dashed(at: &[usize]) -> String {
    at.iter().map(|it| format!("-{it}")).collect()
}
