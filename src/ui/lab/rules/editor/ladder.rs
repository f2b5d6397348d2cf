//! What the second, third, … time is worth.

use leptos::prelude::*;

use super::parts::first_field;
use crate::editor::rules::Place;
use crate::editor::rules::part::{Part, add_step, remove_step, set_step_all};
use crate::scenario::bounds::REPEAT_STEPS;
use crate::scenario::doc::{Repeat, RepeatStep, Rule};
use crate::ui::kit::Complaint;
use crate::ui::lab::rules::focus::focus;
use crate::ui::lab::rules::place::PlaceField;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The months that "within" begins with.
const WITHIN: u32 = 12;

/// One line for each time, and how long earlier times count.
#[component]
pub(super) fn LadderLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let steps = rule.read(|it| repeat(it).map_or(0, |it| it.then.len()));
    let is_full = Memo::new(move |_| steps.get() >= REPEAT_STEPS);
    let within = rule.read(|it| repeat(it).and_then(|it| it.within));
    let set_within = move |on: bool| {
        rule.edit("points/repeat/within", |it| {
            if let Some(repeat) = it.points.as_mut().and_then(|it| it.repeat.as_mut()) {
                repeat.within = on.then_some(WITHIN);
            }
        });
    };
    let add = move |_| {
        rule.edit_with(|_, it| {
            add_step(it);
        });
        focus(step_id(rule, steps.get_untracked() - 1));
    };
    view! {
        <ol class="rule-steps" role="list">
            <li><span class="rule-step-name">{t.first_time}</span><PlaceField rule place=Place::Amount /></li>
            <For each=move || 0..steps.get() key=|it| *it children=move |at| view! { <Step rule at steps /> } />
        </ol>
        <Complaint path=rule.path("points/repeat/then") />
        <button type="button" class="btn btn-sm" on:click=add disabled=is_full>{t.add_step}</button>
        <label class="check">
            <input type="checkbox" prop:checked=move || within.get().is_some()
                on:change:target=move |event| set_within(event.target().checked()) />
            <span>{move || if within.get().is_some() { t.within } else { t.within_label }}</span>
        </label>
        <Show when=move || within.get().is_some()>
            <span class="rule-words">
                <PlaceField rule place=Place::Within />" "{move || (t.months)(within.get().unwrap_or_default())}
            </span>
        </Show>
        <Complaint path=rule.path("points/repeat/within") />
    }
}

/// One further time.
#[component]
fn Step(
    /// The rule.
    rule: RuleRef,
    /// Which: 0 is the second.
    at: usize,
    /// How many further times there are.
    steps: Memo<usize>,
) -> impl IntoView {
    let t = &texts().rules;
    let is_all =
        rule.read(move |it| repeat(it).is_some_and(|it| matches!(it.then.get(at), Some(RepeatStep::Everything(_)))));
    let remove = move |_| {
        rule.edit_with(|_, it| remove_step(it, at));
        focus(if at == 0 { rule.element("open") } else { step_id(rule, at - 1) });
    };
    view! {
        <li>
            <span class="rule-step-name">{move || (t.nth_time)(at + 2, at + 1 == steps.get())}</span>
            <Show when=move || !is_all.get()><PlaceField rule place=Place::Step(at) id=step_id(rule, at) /></Show>
            <label class="check">
                <input type="checkbox" prop:checked=is_all aria-label=(t.step_all_label)(at + 2)
                    on:change:target=move |event| rule.edit_with(|_, it| set_step_all(it, at, event.target().checked())) />
                <span aria-hidden="true">{t.step_all}</span>
            </label>
            <button type="button" class="btn btn-quiet btn-icon btn-sm" aria-label=(t.remove_step)(at + 2) on:click=remove>"×"</button>
            <Complaint path=rule.path(&format!("points/repeat/then/{at}")) />
        </li>
    }
}

fn step_id(rule: RuleRef, at: usize) -> String {
    if at == 0 { first_field(rule, Part::Ladder) } else { rule.element(&format!("step-{at}")) }
}

fn repeat(rule: &Rule) -> Option<&Repeat> {
    rule.points.as_ref()?.repeat.as_ref()
}
