//! What has to happen.

use leptos::prelude::*;

use super::line::Line;
use crate::editor::rules::{add_kind, change_kind};
use crate::scenario::Scenario;
use crate::ui::kit::{Choice, Complaint};
use crate::ui::lab::rules::add::NEW;
use crate::ui::lab::rules::focus::focus;
use crate::ui::lab::rules::new_kind::{NewKind, Wanted};
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The choice of a kind of event, and the fields for a new one.
#[component]
pub(super) fn KindLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let adding = RwSignal::new(false);
    let kind = rule.read(|it| it.kind.clone());
    let options = move || {
        let now = kind.get();
        let mut all: Vec<_> =
            rule.book.with_names(|it| it.kinds.iter().map(|it| (it.id.clone(), it.label.clone())).collect());
        if all.iter().all(|it| it.0 != now) {
            let unknown = (t.unknown)(&now);
            all.push((now, unknown));
        }
        all.push((NEW.to_owned(), t.new_kind.to_owned()));
        all
    };
    let value = Signal::derive(move || if adding.get() { NEW.to_owned() } else { kind.get() });
    let fit = move |change: Box<dyn FnOnce(&mut Scenario) -> String>| {
        let id = rule.id();
        let mut has_lost = false;
        rule.lab.edit("", |scenario| {
            let kind = change(scenario);
            let Some(at) = scenario.rulebook.rules.iter().position(|it| it.id == id) else { return };
            let mut rule = scenario.rulebook.rules[at].as_ref().clone();
            has_lost = change_kind(scenario, &mut rule, &kind);
            scenario.rulebook.rules[at] = rule.into();
        });
        if has_lost {
            rule.lab.announce(t.said_fitted);
        }
        focus(rule.element("kind"));
    };
    let choose = move |id: String| {
        adding.set(id == NEW);
        if id != NEW {
            fit(Box::new(|_| id));
        }
    };
    let done = move |it: Wanted| {
        adding.set(false);
        fit(Box::new(move |scenario| add_kind(scenario, &it.label, &it.short, it.source.as_deref(), t.new_office)));
    };
    view! {
        <Line id=rule.element("kind-name") label=t.kind>
            <Choice id=rule.element("kind") label=t.kind options=Signal::derive(options) value on_value=choose />
            <Show when=move || adding.get()><NewKind on_done=done /></Show>
            <Complaint path=rule.path("kind") />
        </Line>
    }
}
