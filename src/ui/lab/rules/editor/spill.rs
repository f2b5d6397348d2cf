//! What associates get of the points.

use leptos::prelude::*;

use super::parts::first_field;
use crate::editor::rules::Place;
use crate::editor::rules::part::Part;
use crate::scenario::doc::{Relation, Rule, Spill};
use crate::ui::kit::Complaint;
use crate::ui::lab::rules::place::PlaceField;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The share, and a box for each relation.
#[component]
pub(super) fn SpillLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let relations = [Relation::Household, Relation::Employer, Relation::Owner, Relation::Supplier];
    let relation = move |relation: Relation| {
        let is_ticked = rule.read(move |it| spill(it).is_some_and(|it| it.to.contains(&relation)));
        let tick = move |_| {
            rule.edit("points/spill/to", |it| {
                let Some(spill) = it.points.as_mut().and_then(|it| it.spill.as_mut()) else { return };
                match spill.to.iter().position(|it| *it == relation) {
                    Some(at) => drop(spill.to.remove(at)),
                    None => spill.to.push(relation),
                }
            });
        };
        view! {
            <label class="check"><input type="checkbox" prop:checked=is_ticked on:change=tick /><span>{(t.relation)(relation)}</span></label>
        }
    };
    view! {
        <span class="rule-words"><PlaceField rule place=Place::Share id=first_field(rule, Part::Spill) />{t.per_cent}</span>
        <div class="rule-boxes">{relations.map(relation).into_iter().collect_view()}</div>
        <Complaint path=rule.path("points/spill/share") />
    }
}

fn spill(rule: &Rule) -> Option<&Spill> {
    rule.points.as_ref()?.spill.as_ref()
}
