//! The same scenario under other names.

use std::collections::BTreeMap;
use std::sync::Arc;

use social_credit_lab::scenario::Scenario;
use social_credit_lab::scenario::doc::{Cond, Value};

/// Gives every thing another id and label. Subjects keep their alphabetical order, which decides who spills over first.
pub fn renamed(scenario: &Scenario) -> Scenario {
    let mut res = scenario.clone();
    let mut subjects: Vec<&str> = scenario.cast.iter().map(|it| it.id.as_str()).collect();
    subjects.sort_unstable();
    let subjects: BTreeMap<&str, String> =
        subjects.into_iter().enumerate().map(|(idx, id)| (id, format!("Person_{idx}"))).collect();
    let other = |id: &mut String| *id = format!("other-{}", id.chars().rev().collect::<String>());
    let other_subject = |id: &mut String| *id = subjects[id.as_str()].clone();

    res.title = "Another title".to_owned();
    for it in &mut res.references {
        other(&mut it.id);
    }
    for it in &mut res.groups {
        other(&mut it.id);
        other(&mut it.label);
    }
    for kind in &mut res.kinds {
        other(&mut kind.id);
        other(&mut kind.label);
        kind.sources.iter_mut().for_each(other);
        for field in &mut kind.fields {
            other(&mut field.id);
            field.choices.iter_mut().for_each(|it| other(&mut it.id));
            if let Some(Value::Choice(it)) = &mut field.default {
                other(it);
            }
        }
    }
    let book = &mut res.rulebook;
    book.bands.iter_mut().for_each(|it| other(&mut it.id));
    book.sources.iter_mut().for_each(|it| other(&mut it.id));
    book.lists.iter_mut().for_each(|it| other(&mut it.id));
    for rule in &mut book.rules {
        let rule = Arc::make_mut(rule);
        other(&mut rule.id);
        other(&mut rule.kind);
        rule.when.iter_mut().for_each(|it| rename_cond(it, &other));
        rule.reported_by.iter_mut().for_each(other);
        if let Some(per) = rule.points.as_mut().and_then(|it| it.per.as_mut()) {
            other(&mut per.field);
        }
        rule.ceiling.iter_mut().for_each(|it| other(&mut it.band));
        rule.listings.iter_mut().for_each(|it| other(&mut it.list));
        rule.delistings.iter_mut().for_each(other);
        rule.reference.iter_mut().for_each(other);
    }
    for it in &mut book.consequences {
        other(&mut it.id);
        it.bands.iter_mut().for_each(other);
        it.lists.iter_mut().for_each(other);
    }
    for subject in &mut res.cast {
        other_subject(&mut subject.id);
        other(&mut subject.name);
        subject.group.iter_mut().for_each(other);
        subject.associates.iter_mut().for_each(|it| other_subject(&mut it.subject));
    }
    for event in &mut res.events {
        let event = Arc::make_mut(event);
        other(&mut event.id);
        other_subject(&mut event.subject);
        other(&mut event.kind);
        event.recorded_by.iter_mut().flatten().for_each(other);
        let fields = std::mem::take(&mut event.fields).into_iter().map(|(mut field, mut value)| {
            other(&mut field);
            if let Value::Choice(it) = &mut value {
                other(it);
            }
            (field, value)
        });
        event.fields = fields.collect();
    }
    for it in &mut res.principles {
        other(&mut it.id);
        it.kind.iter_mut().for_each(other);
    }
    for it in &mut res.expectations {
        other(&mut it.id);
        other_subject(&mut it.subject);
        it.band.iter_mut().for_each(other);
        it.list.iter_mut().for_each(other);
    }
    res
}

fn rename_cond(cond: &mut Cond, other: &impl Fn(&mut String)) {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter_mut().for_each(|it| rename_cond(it, other)),
        Cond::Not(part) => rename_cond(part, other),
        Cond::Number { field, .. } => other(field),
        Cond::Choice { field, is } => {
            other(field);
            other(is);
        }
        Cond::Group(group) => other(group),
        Cond::Subject(_) => {}
    }
}
