//! What follows: the parts that a rule has, and buttons for those that it could have.

use leptos::prelude::*;

use super::ceiling::CeilingLine;
use super::ladder::LadderLine;
use super::limit::LimitLine;
use super::line::Line;
use super::listings::{DelistingsLine, ListingsLine};
use super::points::{MonthsLine, PerUnitLine, PointsLine, RangeLine};
use super::spill::SpillLine;
use crate::editor::rules::part::Part;
use crate::ui::kit::Complaint;
use crate::ui::lab::rules::focus::{focus, focus_first};
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The parts in their order.
#[component]
pub(super) fn Parts(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let present = Memo::new(move |_| {
        rule.rule
            .with(|it| it.as_ref().map(|it| Part::ALL.into_iter().filter(|part| part.is_in(it)).collect::<Vec<_>>()))
    });
    let possible =
        rule.read_named(|names, it| Part::ALL.into_iter().filter(|part| part.fits(names, it)).collect::<Vec<_>>());
    let chip = move |part: Part| {
        let add = move |_| {
            rule.edit_with(|names, it| part.put(names, it));
            focus(first_field(rule, part));
        };
        view! { <button type="button" class="btn btn-sm" id=rule.element(&format!("add-{}", name(part))) on:click=add>{(t.part_add)(part)}</button> }
    };
    view! {
        <For each=move || present.get().unwrap_or_default() key=|it| *it children=move |part| view! { <PartLine rule part /> } />
        <div class="rule-chips" role="group" aria-label=t.effect>
            <For each=move || possible.get() key=|it| *it children=chip />
        </div>
    }
}

/// One part.
#[component]
fn PartLine(
    /// The rule.
    rule: RuleRef,
    /// The part.
    part: Part,
) -> impl IntoView {
    let t = &texts().rules;
    let remove = move |()| {
        rule.edit_with(|_, it| part.take(it));
        focus_first(vec![rule.element(&format!("add-{}", name(part))), rule.element("open")]);
    };
    let fields = match part {
        Part::Points => view! { <PointsLine rule /> }.into_any(),
        Part::PerUnit => view! { <PerUnitLine rule /> }.into_any(),
        Part::Ladder => view! { <LadderLine rule /> }.into_any(),
        Part::Months => view! { <MonthsLine rule /> }.into_any(),
        Part::Range => view! { <RangeLine rule /> }.into_any(),
        Part::Spill => view! { <SpillLine rule /> }.into_any(),
        Part::Limit => view! { <LimitLine rule /> }.into_any(),
        Part::Ceiling => view! { <CeilingLine rule /> }.into_any(),
        Part::Listings => view! { <ListingsLine rule /> }.into_any(),
        Part::Delistings => view! { <DelistingsLine rule /> }.into_any(),
    };
    view! {
        <Line id=rule.element(&format!("{}-name", name(part))) label=(t.part)(part) remove=(t.part_remove)(part) on_remove=remove>
            {fields}
            <Complaint path=rule.path(part.path()) />
        </Line>
    }
}

/// The id of the first field of a part on the page.
pub(super) fn first_field(rule: RuleRef, part: Part) -> String {
    rule.element(&format!("{}-field", name(part)))
}

/// A part's name in element ids.
fn name(part: Part) -> String {
    part.path().replace('/', "-")
}
