//! The people and events of one scenario under the rulebook of another.
//!
//! Rulebooks name different kinds of events. An event is carried over to the kind of the same name, or else to one that
//! a table ([`Kindred`]) calls the same act. That table is written by hand and is a modelling choice. What the other
//! rulebook has no word for is left out and counted: that a system does not see something is a finding too.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::doc::{Event, Field, Kind, Rulebook, Scenario, SourceSort, Subject, SubjectKind, Value};
use super::lower::Lowered;
use crate::engine::model::SubjectIdx;

/// The same people and events, and what was lost on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// The other rulebook with its kinds, and the cast, events and days of the life.
    pub scenario: Scenario,
    /// How many events there were.
    pub events: usize,
    /// How many of them came over by the table and not by name.
    pub kindred: usize,
    /// What means nothing to the other rulebook: the kind and how many events, in the order of the kinds.
    pub foreign: Vec<(String, usize)>,
}

impl Transfer {
    /// Whether anything that happened to a subject means something to the other rulebook.
    pub fn sees(&self, lowered: &Lowered, subject: SubjectIdx) -> bool {
        lowered.case.events.iter().any(|it| it.subject == subject)
    }

    /// How many events mean nothing to the other rulebook.
    pub fn lost(&self) -> usize {
        self.foreign.iter().map(|it| it.1).sum()
    }
}

/// Kinds of events in different rulebooks that are the same act.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kindred {
    /// What the act is, for those who edit the table.
    pub act: String,
    /// The ids of the kinds.
    pub kinds: Vec<String>,
}

/// The table, the closest kin first: a kind may be in several groups, and the first that leads somewhere counts.
pub fn kindred() -> &'static [Kindred] {
    static TABLE: LazyLock<Vec<Kindred>> =
        LazyLock::new(|| serde_json::from_str(include_str!("kindred.json")).unwrap_or_default());
    &TABLE
}

/// Puts the people and events of `life` under the rulebook of `other`.
///
/// Of an event, its day, its truth and its correction stay. A value stays if the other kind has a field of that name, or
/// else one number in the same unit. A note of who recorded it stays as far as the other rulebook knows such a source;
/// if it knows none of them, the sources of its own kind are taken to have recorded it (a modelling choice). Groups stay
/// if the other rulebook has them.
pub fn transfer(life: &Scenario, other: &Scenario) -> Transfer {
    let mut targets: BTreeMap<(&str, bool), Option<&Kind>> = BTreeMap::new();
    let mut lost: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut events, mut by_table) = (Vec::with_capacity(life.events.len()), 0);
    let kinds: BTreeMap<&str, &Kind> = life.kinds.iter().map(|it| (it.id.as_str(), it)).collect();
    let cast: BTreeMap<&str, SubjectKind> = life.cast.iter().map(|it| (it.id.as_str(), it.kind)).collect();
    for event in &life.events {
        let who = cast.get(event.subject.as_str()).copied().unwrap_or(SubjectKind::Person);
        let from = kinds.get(event.kind.as_str()).copied();
        let of_kind = targets.entry((&event.kind, who == SubjectKind::Person));
        let target = *of_kind.or_insert_with(|| target((&event.kind, from), who, other));
        let Some(target) = target else {
            *lost.entry(&event.kind).or_default() += 1;
            continue;
        };
        by_table += usize::from(target.id != event.kind);
        events.push(carried(event, from, target, (&life.rulebook, &other.rulebook)));
    }
    let mut foreign: Vec<(String, usize)> =
        life.kinds.iter().filter_map(|it| Some((it.id.clone(), lost.remove(it.id.as_str())?))).collect();
    foreign.extend(lost.into_iter().map(|(id, n)| (id.to_owned(), n)));
    let scenario = Scenario {
        first_day: life.first_day,
        last_day: life.last_day,
        cast: life.cast.iter().map(|it| member(it, other)).collect(),
        events,
        ..without_life(other)
    };
    Transfer { scenario, events: life.events.len(), kindred: by_table, foreign }
}

/// A scenario without its cast and events, which are about to be replaced, and without the results that somebody
/// expected of them.
fn without_life(it: &Scenario) -> Scenario {
    Scenario {
        version: it.version,
        title: it.title.clone(),
        summary: it.summary.clone(),
        mechanism: it.mechanism,
        standing: it.standing,
        caveat: it.caveat.clone(),
        first_day: it.first_day,
        last_day: it.last_day,
        references: it.references.clone(),
        groups: it.groups.clone(),
        kinds: it.kinds.clone(),
        rulebook: it.rulebook.clone(),
        cast: Vec::new(),
        events: Vec::new(),
        principles: it.principles.clone(),
        expectations: Vec::new(),
        society: it.society.clone(),
    }
}

/// The kind that an event becomes: that of the same name, or else the first that is the same act; one that happens to
/// such subjects. An event that did not suit its subject at home may stay so.
fn target<'a>((kind, from): (&str, Option<&Kind>), who: SubjectKind, other: &'a Scenario) -> Option<&'a Kind> {
    let fits = |it: &&Kind| it.who.is_none_or(|it| it == who);
    let same = other.kinds.iter().find(|it| it.id == kind);
    let groups = kindred().iter().filter(|it| it.kinds.iter().any(|it| it == kind));
    let in_group = |group: &Kindred| other.kinds.iter().filter(fits).find(|it| group.kinds.contains(&it.id));
    let by_table = || groups.into_iter().find_map(in_group);
    same.filter(|it| fits(it) || from.is_some_and(|from| from.who == it.who)).or_else(by_table)
}

fn carried(event: &Event, from: Option<&Kind>, to: &Kind, books: (&Rulebook, &Rulebook)) -> Arc<Event> {
    let mut event = event.clone();
    event.kind.clone_from(&to.id);
    let values = std::mem::take(&mut event.fields);
    for (id, value) in values {
        if let Some(field) = field_for(&id, &value, from, to) {
            event.fields.insert(field.id.clone(), value);
        }
    }
    event.recorded_by = event.recorded_by.take().and_then(|ids| recorders(ids, books, to));
    Arc::new(event)
}

/// The field of a kind that a value stands in: one of the same name that can hold it, or else the only number in the
/// same unit.
fn field_for<'a>(id: &str, value: &Value, from: Option<&Kind>, to: &'a Kind) -> Option<&'a Field> {
    let holds = |it: &&Field| match value {
        Value::Number(_) => it.choices.is_empty(),
        Value::Choice(choice) => it.choices.iter().any(|it| it.id == *choice),
    };
    if let Some(same) = to.fields.iter().find(|it| it.id == id) {
        return Some(same).filter(holds);
    }
    let unit = from?.fields.iter().find(|it| it.id == id).map(|it| it.unit.as_str()).filter(|it| !it.is_empty())?;
    let mut fits = to.fields.iter().filter(|it| it.unit == unit).filter(holds);
    fits.next().filter(|_| fits.next().is_none())
}

/// The sources of the other rulebook that recorded an event: those of the same name, or else of the same sort among
/// those of the kind. Nobody stays nobody; of sources that are all unknown, nothing is kept.
fn recorders(ids: Vec<String>, (from, to): (&Rulebook, &Rulebook), kind: &Kind) -> Option<Vec<String>> {
    if ids.is_empty() {
        return Some(ids);
    }
    let sort_of = |book: &Rulebook, id: &str| -> Option<SourceSort> {
        book.sources.iter().find(|it| it.id == id).map(|it| it.sort)
    };
    let mut found: Vec<String> = Vec::new();
    for id in ids {
        let same = to.sources.iter().any(|it| it.id == id).then(|| id.clone());
        let alike = || {
            let sort = sort_of(from, &id)?;
            kind.sources.iter().find(|it| sort_of(to, it) == Some(sort)).cloned()
        };
        // The same source twice is what the document says: only what is found by its sort is not repeated.
        match same {
            Some(it) => found.push(it),
            None => found.extend(alike().filter(|it| !found.contains(it))),
        }
    }
    (!found.is_empty()).then_some(found)
}

/// A subject under another rulebook: its group stays if that has it.
fn member(it: &Subject, other: &Scenario) -> Subject {
    let mut it = it.clone();
    it.group = it.group.filter(|id| other.groups.iter().any(|it| it.id == *id));
    it
}
