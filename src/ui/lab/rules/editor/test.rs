//! One test: what is tested, how, and with what.

use leptos::prelude::*;

use super::tests::{remove, test_id};
use crate::editor::rules::Place;
use crate::editor::rules::cond::{self, Node, Test};
use crate::scenario::doc::{Comparison, Rule, Scenario, SubjectKind};
use crate::ui::kit::{Choice, Complaint};
use crate::ui::lab::rules::place::PlaceField;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The value of the choice "who it is". No id has this form, and so for the group.
const WHO: &str = "?who";
const GROUP: &str = "?group";

fn test(rule: &Rule, at: &[usize]) -> Option<Test> {
    match cond::read(cond::find(rule.when.as_ref()?, at)?) {
        Node::Test(test) => Some(test),
        Node::Group(..) => None,
    }
}

/// The fields of a test.
#[component]
pub(super) fn TestFields(
    /// The rule.
    rule: RuleRef,
    /// Its name in the tree.
    at: Vec<usize>,
) -> impl IntoView {
    let t = &texts().rules;
    let element = test_id(rule, &at);
    let name = StoredValue::new(at.clone());
    let now = rule.read(move |it| name.with_value(|at| test(it, at)));
    let set = move |test: Option<Test>| {
        if let Some(test) = test {
            rule.edit_with(|_, it| name.with_value(|at| cond::set(&mut it.when, at, test)));
        }
    };
    let what = Memo::new(move |_| now.with(|it| it.as_ref().map(what_of).unwrap_or_default()));
    let whats = rule.read_named(move |names, it| whats(names, it, &what.get()));
    let set_what = move |what: String| {
        rule.edit_with(|names, it| {
            let fresh = fresh(names, it, &what);
            name.with_value(|at| cond::set(&mut it.when, at, fresh));
        });
    };
    let how = move || now.with(|it| it.as_ref().map(how_of).unwrap_or_default());
    let hows = Memo::new(move |_| now.with(|it| it.as_ref().map(hows).unwrap_or_default()));
    let set_how = move |how: String| set(now.get_untracked().map(|it| with_how(it, &how)));
    let is_number = Memo::new(move |_| now.with(|it| matches!(it, Some(Test::Number { .. }))));
    let unit = rule.read_named(move |names, it| unit(names, it, &what.get()));
    let values = rule.read_named(move |names, it| values(names, it, now.with(Option::clone)));
    let value = move || now.with(|it| it.as_ref().map(value_of).unwrap_or_default());
    let set_value = move |value: String| set(now.get_untracked().map(|it| with_value(it, value)));
    let path = Signal::derive(move || {
        let path = |it: &Rule| name.with_value(|at| it.when.as_ref().map(|it| cond::path(it, at)).unwrap_or_default());
        rule.path(&rule.rule.with(|it| it.as_ref().map(|it| path(it)).unwrap_or_default()))
    });
    let place = move || Place::Test(name.get_value());
    view! {
        <div class="rule-test">
            <Choice id=element label=t.what options=whats value=what on_value=set_what />
            <Choice label=t.how options=hows value=Signal::derive(how) on_value=set_how />
            <Show when=move || is_number.get() fallback=move || view! {
                <Choice label=t.value options=values value=Signal::derive(value) on_value=set_value />
            }>
                <span class="rule-value"><PlaceField rule place=place() /><span>{unit}</span></span>
            </Show>
            <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=t.remove_test
                on:click=move |_| name.with_value(|at| remove(rule, at))>"×"</button>
            <Complaint path parts=true />
        </div>
    }
}

fn what_of(test: &Test) -> String {
    match test {
        Test::Number { field, .. } | Test::Choice { field, .. } => field.clone(),
        Test::Who { .. } => WHO.to_owned(),
        Test::Group { .. } => GROUP.to_owned(),
    }
}

/// Everything that can be tested, and what is, should that not exist.
fn whats(names: &Scenario, rule: &Rule, now: &str) -> Vec<(String, String)> {
    let t = &texts().rules;
    let kind = names.kinds.iter().find(|it| it.id == rule.kind);
    let fields = kind.into_iter().flat_map(|it| &it.fields).map(|it| (it.id.clone(), it.label.clone()));
    let mut all: Vec<_> = fields.chain([(WHO.to_owned(), t.who.to_owned())]).collect();
    if !names.groups.is_empty() || now == GROUP {
        all.push((GROUP.to_owned(), t.whose_group.to_owned()));
    }
    with_now(all, now)
}

fn with_now(mut all: Vec<(String, String)>, now: &str) -> Vec<(String, String)> {
    if !now.is_empty() && all.iter().all(|it| it.0 != now) {
        all.push((now.to_owned(), (texts().rules.unknown)(now)));
    }
    all
}

fn fresh(names: &Scenario, rule: &Rule, what: &str) -> crate::scenario::doc::Cond {
    match what {
        WHO => Test::Who { kind: SubjectKind::Person, not: false }.into(),
        GROUP => {
            let group = names.groups.first().map(|it| it.id.clone()).unwrap_or_default();
            Test::Group { group, not: false }.into()
        }
        field => cond::about(names.kinds.iter().find(|it| it.id == rule.kind), field),
    }
}

const COMPARISONS: [(Comparison, bool); 6] = [
    (Comparison::AtLeast, false),
    (Comparison::MoreThan, false),
    (Comparison::Equal, false),
    (Comparison::Equal, true),
    (Comparison::LessThan, false),
    (Comparison::AtMost, false),
];

fn word(is: Comparison, not: bool) -> String {
    (texts().rules.comparison)(is, not).to_owned()
}

fn how_of(test: &Test) -> String {
    match test {
        Test::Number { is, not, .. } => word(*is, *not),
        Test::Choice { not, .. } | Test::Who { not, .. } | Test::Group { not, .. } => {
            (texts().rules.is)(*not).to_owned()
        }
    }
}

fn hows(test: &Test) -> Vec<(String, String)> {
    let words = match test {
        Test::Number { .. } => COMPARISONS.map(|(is, not)| word(is, not)).to_vec(),
        _ => [false, true].map(|it| (texts().rules.is)(it).to_owned()).to_vec(),
    };
    words.into_iter().map(|it| (it.clone(), it)).collect()
}

fn with_how(mut test: Test, how: &str) -> Test {
    match &mut test {
        Test::Number { is, not, .. } => {
            if let Some(it) = COMPARISONS.into_iter().find(|it| word(it.0, it.1) == how) {
                (*is, *not) = it;
            }
        }
        Test::Choice { not, .. } | Test::Who { not, .. } | Test::Group { not, .. } => {
            *not = how == (texts().rules.is)(true)
        }
    }
    test
}

fn unit(names: &Scenario, rule: &Rule, what: &str) -> String {
    let kind = names.kinds.iter().find(|it| it.id == rule.kind);
    kind.and_then(|it| it.fields.iter().find(|it| it.id == what)).map(|it| it.unit.clone()).unwrap_or_default()
}

fn values(names: &Scenario, rule: &Rule, test: Option<Test>) -> Vec<(String, String)> {
    let kinds = [SubjectKind::Person, SubjectKind::Business];
    let kind_id = |it: SubjectKind| (texts().rules.subject)(it).to_owned();
    match test {
        Some(Test::Choice { field, is, .. }) => {
            let kind = names.kinds.iter().find(|it| it.id == rule.kind);
            let field = kind.and_then(|it| it.fields.iter().find(|it| it.id == field));
            let choices = field.into_iter().flat_map(|it| &it.choices).map(|it| (it.id.clone(), it.label.clone()));
            with_now(choices.collect(), &is)
        }
        Some(Test::Who { .. }) => kinds.map(|it| (kind_id(it), kind_id(it))).to_vec(),
        Some(Test::Group { group, .. }) => {
            with_now(names.groups.iter().map(|it| (it.id.clone(), it.label.clone())).collect(), &group)
        }
        _ => Vec::new(),
    }
}

fn value_of(test: &Test) -> String {
    match test {
        Test::Choice { is, .. } => is.clone(),
        Test::Who { kind, .. } => (texts().rules.subject)(*kind).to_owned(),
        Test::Group { group, .. } => group.clone(),
        Test::Number { .. } => String::new(),
    }
}

fn with_value(mut test: Test, value: String) -> Test {
    match &mut test {
        Test::Choice { is, .. } => *is = value,
        Test::Who { kind, .. } => {
            let is_person = value == (texts().rules.subject)(SubjectKind::Person);
            *kind = if is_person { SubjectKind::Person } else { SubjectKind::Business };
        }
        Test::Group { group, .. } => *group = value,
        Test::Number { .. } => {}
    }
    test
}
