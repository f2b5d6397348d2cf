//! A simulated life as a scenario of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::town::{GroupSpec, Opened, town};
use crate::engine::Day;
use crate::engine::model::Relation;
use crate::engine::society::trace::Traced;
use crate::engine::society::{Diary, Society, Truth};
use crate::scenario::bounds;
use crate::scenario::diagnostic::Code;
use crate::scenario::doc::{
    Associate, Correction, CorrectionGround, Event, Field, Group, Kind, Scenario, Subject, SubjectKind, Value,
};
use crate::scenario::lower;
use crate::scenario::wire::{DayText, Decimal};

/// A person and everybody between whom and the person points can go, with all that happened to them, under the rulebook
/// of the scenario that the society was settled from.
///
/// The person comes first in the cast; ids keep the order of the neighbourhood. Each event is dated to the first of its
/// month, as the society dates it, so computing the scenario gives the same scores. What nobody recorded is left out if
/// there are more events than a scenario can hold; if there still are, the account ends before its end.
pub fn open(scenario: &Scenario, society: &Society, diary: &Diary) -> Scenario {
    let words = &town().opened;
    let mut res = scenario.clone();
    let (events, months) = fitting(scenario, society, diary);
    res.cast = cast(&mut res.groups, society, diary);
    res.events = events.iter().map(|it| Arc::new(event(scenario, society, diary, it))).collect();
    res.first_day = DayText(society.first);
    res.expectations.clear();
    res.summary.clone_from(&words.summary);
    let name = res.cast.first().map_or("", |it| it.name.as_str());
    let title = words.title.replace("{name}", name).replace("{title}", &scenario.title);
    res.title = title.chars().take(bounds::LABEL_CHARS).collect();
    let safeguards = &mut res.rulebook.safeguards;
    safeguards.corrections = true;
    // What was found out is in the events already.
    safeguards.false_records_days = None;
    shortened(res, society.first, months)
}

/// The account of so many months, or of fewer if there is more in them than can be computed.
fn shortened(mut life: Scenario, first: Day, mut months: u32) -> Scenario {
    let is_too_much =
        |it: &Scenario| lower(it).is_err_and(|it| it.iter().any(|it| matches!(it.code, Code::TooMuchWork { .. })));
    loop {
        life.last_day = DayText(first.plus_months(months).plus_days(-1));
        if months <= 1 || !is_too_much(&life) {
            return life;
        }
        months -= (months / 4).max(1);
        let end = first.plus_months(months);
        life.events.retain(|it| it.day.0 < end);
    }
}

/// The id of a person, so that the order of the ids is that of the numbers.
fn id(person: u32) -> String {
    format!("p{person:07}")
}

/// The name of a person or a business: the same number, the same name.
pub fn name(society: &Society, person: u32) -> String {
    let size = society.neighbourhood.max(1);
    let (neighbourhood, place) = (person / size, person % size);
    let size = society.residents(neighbourhood);
    let businesses = society.businesses.min(size.saturating_sub(1)) & !1;
    // No two residents of a neighbourhood have one name.
    let (names, at) = match place.checked_sub(size - businesses) {
        Some(firm) => (&town().firms, firm + neighbourhood * 5),
        None => (&town().names, place + neighbourhood * 37),
    };
    names.get(at as usize % names.len().max(1)).cloned().unwrap_or_else(|| id(person))
}

fn cast(groups: &mut Vec<Group>, society: &Society, diary: &Diary) -> Vec<Subject> {
    let member = |place: usize| {
        let it = diary.members.get(place)?;
        let spec: &GroupSpec = town().groups.get(it.group)?;
        if !groups.iter().any(|group| group.id == spec.id) && groups.len() < bounds::GROUPS {
            groups.push(Group { id: spec.id.clone(), label: spec.label.clone() });
        }
        let associate = |(place, relation): &(usize, Relation)| {
            Some(Associate { subject: id(diary.members.get(*place)?.person), relation: of_relation(*relation) })
        };
        let number = (it.person + 1).to_string();
        Some(Subject {
            id: id(it.person),
            name: name(society, it.person),
            kind: match it.subject.kind {
                crate::engine::model::SubjectKind::Person => SubjectKind::Person,
                crate::engine::model::SubjectKind::Business => SubjectKind::Business,
            },
            about: town().opened.person.replace("{one}", &capital(&spec.one)).replace("{number}", &number),
            group: groups.iter().any(|group| group.id == spec.id).then(|| spec.id.clone()),
            consents: it.subject.consents,
            associates: it.subject.associates.iter().filter_map(associate).collect(),
        })
    };
    let others = (0..diary.members.len()).filter(|it| *it != diary.about);
    std::iter::once(diary.about).chain(others).filter_map(member).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

const fn of_relation(it: Relation) -> crate::scenario::doc::Relation {
    use crate::scenario::doc::Relation as Doc;
    match it {
        Relation::Household => Doc::Household,
        Relation::Employer => Doc::Employer,
        Relation::Owner => Doc::Owner,
        Relation::Supplier => Doc::Supplier,
    }
}

/// As many events as a scenario can hold, and for how many months they are all there is.
fn fitting<'a>(scenario: &Scenario, society: &Society, diary: &'a Diary) -> (Vec<&'a Traced>, u32) {
    let book = &society.rulebook;
    let kind = |it: &Traced| society.behaviours.get(it.behaviour).and_then(|it| it.kind);
    let offers = |it: &Traced| kind(it).and_then(|it| book.rules_of_kind.get(it)).map_or(0, Vec::len);
    let mut events: Vec<&Traced> =
        diary.events.iter().filter(|it| kind(it).is_some_and(|it| it < scenario.kinds.len())).collect();
    let fit = |events: &[&Traced]| {
        events.len() <= bounds::EVENTS && events.iter().map(|it| offers(it) as u64).sum::<u64>() <= bounds::OFFERS
    };
    if !fit(&events) {
        events.retain(|it| !it.sources.is_empty());
    }
    let mut months = society.months;
    while !fit(&events) && months > 1 {
        months -= 1;
        events.retain(|it| it.month < months);
    }
    events.truncate(bounds::EVENTS);
    (events, months)
}

fn event(scenario: &Scenario, society: &Society, diary: &Diary, it: &Traced) -> Event {
    let kind = &scenario.kinds[society.behaviours[it.behaviour].kind.unwrap_or_default()];
    let words: &Opened = &town().opened;
    let sources: Vec<String> = scenario
        .rulebook
        .sources
        .iter()
        .enumerate()
        .filter(|(place, _)| it.sources.has(*place))
        .map(|(_, source)| source.id.clone())
        .collect();
    let day = |month: u32| DayText(society.first.plus_months(month));
    Event {
        id: format!("e{}", it.record),
        subject: diary.members.get(it.owner).map(|it| id(it.person)).unwrap_or_default(),
        kind: kind.id.clone(),
        day: day(it.month),
        fields: fields(kind, it),
        recorded_by: (sources != kind.sources).then_some(sources),
        genuine: it.truth == Truth::True,
        corrected: it.corrected.map(|month| Correction { day: day(month), by: CorrectionGround::Appeal }),
        note: match it.truth {
            Truth::True => String::new(),
            Truth::Error => words.error.clone(),
            Truth::Mismatch => words.mismatch.clone(),
            Truth::Malice => words.malice.clone(),
        },
    }
}

/// The values that are not the usual ones.
fn fields(kind: &Kind, it: &Traced) -> BTreeMap<String, Value> {
    let value = |(field, value): (&Field, &crate::engine::Points)| {
        let value = match field.choices.is_empty() {
            true => Value::Number(Decimal(*value)),
            false => {
                let place = usize::try_from(value.thousandths() / 1000).unwrap_or_default();
                Value::Choice(field.choices.get(place)?.id.clone())
            }
        };
        (field.default.as_ref() != Some(&value)).then(|| (field.id.clone(), value))
    };
    kind.fields.iter().zip(&it.values).filter_map(value).collect()
}
