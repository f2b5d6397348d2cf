//! What somebody can choose to do, and what that costs: from the document to what the engine's searches need.
//!
//! *Modelling choices*, for a kind that does not say what it costs ([`Kind::effort`]): a field in hours costs so many
//! hours, one in days eight hours for each, one in money that money; a kind without such a field costs two hours, for
//! each of the number that a rule counts by, if one does. Without further notice, somebody can choose what is measured in
//! hours or money, and what a rule in use limits by month or year: rulebooks limit what can be done as often as one likes.

use crate::engine::Points;
use crate::engine::explain::acts::{Doable, DoableField, Effort};
use crate::engine::model::Set;

use super::Scenario;
use super::doc::{Field, Kind, Rule, SubjectKind, Value};

/// Hours that an act takes if nothing else is known.
pub const HOURS: i64 = 2;
/// Hours of a day.
const DAY: i64 = 8;
/// Units of money, in lower case.
const MONEY: [&str; 13] =
    ["yuan", "rmb", "cny", "¥", "renminbi", "dollars", "usd", "$", "euros", "eur", "€", "pounds", "£"];

/// What the searches need to know about each kind, in the document's order.
pub fn doables(scenario: &Scenario) -> Vec<Doable> {
    scenario.kinds.iter().map(|it| doable(scenario, it)).collect()
}

/// What one act of a kind costs, or one of the number that it is counted by, and whether somebody can choose it: as the
/// document says, or as is assumed where it does not.
pub fn effort_of(scenario: &Scenario, kind: &Kind) -> (Effort, bool) {
    let it = doable(scenario, kind);
    let one = match counted(scenario, kind) {
        Some(field) => it.fields.get(field).map(|it| it.effort).unwrap_or_default(),
        None => it.effort_of(&it.fields.iter().map(|it| it.usual).collect::<Vec<_>>()),
    };
    (one, it.is_choice)
}

/// The place of the number that the first rule with points for each unit counts a kind by.
pub fn counted(scenario: &Scenario, kind: &Kind) -> Option<usize> {
    let per = rules(scenario, kind).find_map(|it| it.points.as_ref()?.per.as_ref())?;
    kind.fields.iter().position(|it| it.id == per.field && it.choices.is_empty())
}

/// The name of the currency: the unit of the first field in money.
pub fn currency(scenario: &Scenario) -> Option<&str> {
    let mut fields = scenario.kinds.iter().flat_map(|it| &it.fields);
    let is_money = |it: &&Field| unit_effort(it).is_some_and(|it| !it.money.is_zero());
    fields.find(is_money).map(|it| it.unit.trim())
}

fn doable(scenario: &Scenario, kind: &Kind) -> Doable {
    let counted = counted(scenario, kind);
    let mut measured = false;
    let mut fields: Vec<DoableField> = Vec::with_capacity(kind.fields.len());
    for field in &kind.fields {
        let effort = unit_effort(field).filter(|_| kind.effort.is_none()).unwrap_or_default();
        measured |= effort != Effort::default();
        fields.push(DoableField { usual: usual(field), choices: field.choices.len(), effort });
    }
    let two_hours = Effort { hours: Points::whole(HOURS), money: Points::ZERO };
    let told = kind.effort.as_ref().map(|it| Effort { hours: it.hours.0, money: it.money.0 });
    let one = told.unwrap_or(if measured { Effort::default() } else { two_hours });
    let effort = match counted.and_then(|it| fields.get_mut(it)) {
        Some(field) => {
            field.effort = field.effort.plus(one);
            Effort::default()
        }
        None => one,
    };
    let is_limited = || rules(scenario, kind).any(|it| it.on && it.limit.is_some());
    let place = |id: &String| scenario.rulebook.sources.iter().position(|it| it.id == *id);
    Doable {
        who: kind.who.map(|it| match it {
            SubjectKind::Person => crate::engine::model::SubjectKind::Person,
            SubjectKind::Business => crate::engine::model::SubjectKind::Business,
        }),
        fields,
        sources: kind.sources.iter().filter_map(place).collect::<Set>(),
        effort,
        is_choice: kind.effort.as_ref().map_or_else(|| measured || is_limited(), |it| !it.never),
    }
}

fn rules<'a>(scenario: &'a Scenario, kind: &'a Kind) -> impl Iterator<Item = &'a Rule> {
    scenario.rulebook.rules.iter().map(AsRef::as_ref).filter(|it| it.kind == kind.id)
}

/// What one of a number costs by its unit.
fn unit_effort(field: &Field) -> Option<Effort> {
    if !field.choices.is_empty() {
        return None;
    }
    let unit = field.unit.trim().to_lowercase();
    let hours = |it: i64| Effort { hours: Points::whole(it), money: Points::ZERO };
    match unit.as_str() {
        "hours" | "hour" | "h" => Some(hours(1)),
        "days" | "day" => Some(hours(DAY)),
        it if MONEY.contains(&it) => Some(Effort { hours: Points::ZERO, money: Points::whole(1) }),
        _ => None,
    }
}

fn usual(field: &Field) -> Points {
    match &field.default {
        Some(Value::Number(number)) => number.0,
        Some(Value::Choice(id)) => {
            let place = field.choices.iter().position(|it| it.id == *id).unwrap_or_default();
            Points::whole(i64::try_from(place).unwrap_or_default())
        }
        None => Points::ZERO,
    }
}
