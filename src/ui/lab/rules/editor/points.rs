//! Points, per unit, their end, and the range that an official chooses from.

use leptos::prelude::*;

use super::parts::first_field;
use crate::editor::rules::Place;
use crate::editor::rules::part::{Part, number_fields};
use crate::ui::kit::{Choice, Complaint};
use crate::ui::lab::rules::place::PlaceField;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The points.
#[component]
pub(super) fn PointsLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    view! {
        <span class="rule-words">
            <PlaceField rule place=Place::Amount id=first_field(rule, Part::Points) />" "{texts().rules.points_unit}
        </span>
        <Complaint path=rule.path("points/amount") />
    }
}

/// The size of a unit, and which number of the event counts.
#[component]
pub(super) fn PerUnitLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let field = rule
        .read(|it| it.points.as_ref().and_then(|it| it.per.as_ref()).map(|it| it.field.clone()).unwrap_or_default());
    let options = rule.read_named(move |names, it| {
        let kind = names.kinds.iter().find(|kind| kind.id == it.kind);
        let label = |id: &str| {
            let field = kind.and_then(|it| it.fields.iter().find(|it| it.id == id));
            field.map(|it| if it.unit.is_empty() { it.label.clone() } else { format!("{} ({})", it.label, it.unit) })
        };
        let mut ids: Vec<_> = number_fields(names, &it.kind).into_iter().map(str::to_owned).collect();
        let now = it.points.as_ref().and_then(|it| it.per.as_ref()).map(|it| it.field.clone());
        ids.extend(now.filter(|now| !ids.contains(now)));
        ids.into_iter().map(|id| (id.clone(), label(&id).unwrap_or_else(|| (t.unknown)(&id)))).collect::<Vec<_>>()
    });
    let set_field = move |id: String| {
        rule.edit("points/per/field", |it| {
            if let Some(per) = it.points.as_mut().and_then(|it| it.per.as_mut()) {
                per.field = id;
            }
        });
    };
    view! {
        <span class="rule-words">
            {t.per_each}" "<PlaceField rule place=Place::Unit id=first_field(rule, Part::PerUnit) />" "{t.of}" "
            <Choice label=t.per_field options value=field on_value=set_field />
        </span>
        <Complaint path=rule.path("points/per/unit") />
        <Complaint path=rule.path("points/per/field") />
    }
}

/// The months after which what is left is given back.
#[component]
pub(super) fn MonthsLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let months = rule.read(|it| it.points.as_ref().and_then(|it| it.months).unwrap_or_default());
    view! {
        <span class="rule-words">
            {t.after}" "<PlaceField rule place=Place::Months id=first_field(rule, Part::Months) />" "
            {move || (t.months)(months.get())}
        </span>
    }
}

/// The ends of the range.
#[component]
pub(super) fn RangeLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    view! {
        <span class="rule-words">
            {t.range_from}" "<PlaceField rule place=Place::RangeLow id=first_field(rule, Part::Range) />" "
            {t.range_to}" "<PlaceField rule place=Place::RangeHigh />
        </span>
        <p class="note">{t.range_note}</p>
    }
}
