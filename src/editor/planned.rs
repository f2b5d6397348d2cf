//! Events of a plan, put into the document.

use std::sync::Arc;

use super::edits::fresh_id;
use crate::engine::{Day, Points};
use crate::scenario::bounds;
use crate::scenario::doc::{Event, Field, Kind, Scenario, Value};
use crate::scenario::{DayText, Decimal};

/// An event that is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The id of its kind.
    pub kind: String,
    /// When.
    pub day: Day,
    /// The values of the kind's fields, choices by their place.
    pub values: Vec<Points>,
}

/// Adds planned events of a subject, and moves the last day so far back that the scenario shows a day. Adds all or
/// nothing: answers whether there was room.
pub fn add(scenario: &mut Scenario, subject: &str, planned: &[Planned], until: Day) -> bool {
    let last = scenario.last_day.0.max(until);
    let is_too_long = last.days_since(scenario.first_day.0) > bounds::SPAN_DAYS;
    if is_too_long || scenario.events.len() + planned.len() > bounds::EVENTS {
        return false;
    }
    for it in planned {
        let Some(kind) = scenario.kinds.iter().find(|kind| kind.id == it.kind) else { continue };
        let values = kind.fields.iter().zip(&it.values);
        let fields = values.filter_map(|(field, value)| Some((field.id.clone(), value_of(field, *value)?))).collect();
        let id = format!("e{}", scenario.events.len() + 1);
        let event = Event {
            id: fresh_id(&id, scenario.events.iter().map(|it| it.id.as_str())),
            subject: subject.to_owned(),
            kind: it.kind.clone(),
            day: DayText(it.day),
            fields,
            recorded_by: None,
            genuine: true,
            corrected: None,
            note: String::new(),
        };
        scenario.events.push(Arc::new(event));
    }
    scenario.last_day = DayText(last);
    true
}

/// The value as the document writes it; nothing, if it is the one that an event has anyway.
fn value_of(field: &Field, value: Points) -> Option<Value> {
    let value = match field.choices.is_empty() {
        true => Value::Number(Decimal(value)),
        false => {
            let place = usize::try_from(value.thousandths() / 1000).ok()?;
            Value::Choice(field.choices.get(place)?.id.clone())
        }
    };
    let usual = match (&field.default, field.choices.first()) {
        (Some(it), _) => it.clone(),
        (None, Some(first)) => Value::Choice(first.id.clone()),
        (None, None) => Value::Number(Decimal::default()),
    };
    (value != usual).then_some(value)
}

/// The values of a planned event in words that need no language: numbers with their unit, choices by their label.
pub fn values_shown(kind: &Kind, values: &[Points], number: fn(Points) -> String) -> String {
    let shown = kind.fields.iter().zip(values).filter_map(|(field, value)| match value_of(field, *value) {
        Some(Value::Choice(id)) => field.choices.iter().find(|it| it.id == id).map(|it| it.label.clone()),
        _ if field.choices.is_empty() && !value.is_zero() => {
            Some(format!("{} {}", number(*value), field.unit).trim_end().to_owned())
        }
        _ => None,
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::explain::acts::acts;
    use crate::engine::explain::way_back::{Answer, Question, WayBack};
    use crate::scenario::doable::doables;
    use crate::scenario::{evaluate, presets};

    /// A plan that is put into the document does there what it promised.
    #[test]
    fn a_plan_in_the_document_reaches_the_band() {
        let mut tried = 0;
        for preset in presets::ALL {
            let scenario = preset.scenario().unwrap();
            let outcome = evaluate(&scenario).unwrap();
            let case = &outcome.lowered.case;
            for subject in 0..case.subjects.len() {
                let target = (outcome.report.lives[subject].end().band + 1).min(case.rulebook.bands.len() - 1);
                let by = case.last.plus_months(12);
                let question = Question { subject, target, from: case.last, by, hour: Points::whole(25) };
                let mut search = WayBack::new(case, acts(case, subject, &doables(&scenario)), question);
                let answer = loop {
                    if let Some(it) = search.step() {
                        break it.clone();
                    }
                };
                let Answer::Way(plan) = answer else { continue };
                let event = |it: crate::engine::model::Event| Planned {
                    kind: scenario.kinds[it.kind].id.clone(),
                    day: it.day,
                    values: it.fields,
                };
                let planned: Vec<Planned> = search.events(&plan).into_iter().map(event).collect();
                let mut with = scenario.clone();
                let id = with.cast[outcome.lowered.subjects[subject]].id.clone();
                assert!(add(&mut with, &id, &planned, by));
                let after = evaluate(&with).unwrap();
                assert!(after.lowered.warnings.is_empty());
                let end = after.report.lives[subject].end();
                assert!(end.band >= target, "{}", preset.id);
                assert_eq!(end.score, plan.course.last().unwrap().score, "{}", preset.id);
                tried += usize::from(!planned.is_empty());
            }
        }
        assert!(tried > 5, "{tried}");
    }
}
