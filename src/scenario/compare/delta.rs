//! What is different between two documents, as a tree.
//!
//! This runs at every keystroke, with thousands of events of which one was edited. Lists are therefore walked as they
//! are, members that both documents share are recognised by their address, and only what differs becomes JSON.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use super::order::stayed;
use crate::scenario::doc::{self, Rulebook, Scenario};
use crate::scenario::lower::is_id;
use crate::scenario::shape::{self, Field, Keyed, Shape};

/// What is different at one place. Something is.
#[derive(Debug)]
pub(super) enum Delta {
    /// One value became another, or came, or went.
    Leaf {
        /// What was there.
        before: Option<Value>,
        /// What is there.
        after: Option<Value>,
    },
    /// Some fields of a record, in document order; or some members of a list without ids, by their number.
    Parts(Vec<(String, Delta)>),
    /// Some members of a list with ids.
    Members(Members),
}

/// What is different in a list whose members have ids.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// Those that differ or are gone, in their old order.
    pub(super) changed: Vec<(String, Delta)>,
    /// Those that are new or stand elsewhere, in their new order.
    pub(super) placed: Vec<Placed>,
    /// All ids before and after, if any stand elsewhere.
    pub(super) order: Option<(Vec<String>, Vec<String>)>,
}

/// A member that is new or stands elsewhere.
#[derive(Debug)]
pub(super) struct Placed {
    /// Its place in the new list.
    pub(super) place: usize,
    /// Its id.
    pub(super) id: String,
    /// The member itself, if it is new.
    pub(super) new: Option<Value>,
}

/// Compares two documents. `None` if they are equal.
pub(super) fn scenarios(before: &Scenario, after: &Scenario) -> Option<Delta> {
    // Taken apart by name, so that a new field cannot be forgotten here.
    let Scenario {
        version,
        title,
        summary,
        mechanism,
        standing,
        caveat,
        first_day,
        last_day,
        references,
        groups,
        kinds,
        rulebook,
        cast,
        events,
        principles,
        expectations,
        society,
    } = before;
    let mut parts = Parts::of(shape::SCENARIO);
    parts.value("version", version, &after.version);
    parts.value("title", title, &after.title);
    parts.value("summary", summary, &after.summary);
    parts.value("mechanism", mechanism, &after.mechanism);
    parts.value("standing", standing, &after.standing);
    parts.value("caveat", caveat, &after.caveat);
    parts.value("first_day", first_day, &after.first_day);
    parts.value("last_day", last_day, &after.last_day);
    parts.list("references", references, &after.references, &shape::REFERENCES);
    parts.list("groups", groups, &after.groups, &shape::GROUPS);
    parts.list("kinds", kinds, &after.kinds, &shape::KINDS);
    parts.push("rulebook", rulebooks(rulebook, &after.rulebook));
    parts.list("cast", cast, &after.cast, &shape::CAST);
    parts.list("events", events, &after.events, &shape::EVENTS);
    parts.list("principles", principles, &after.principles, &shape::PRINCIPLES);
    parts.list("expectations", expectations, &after.expectations, &shape::EXPECTATIONS);
    parts.value("society", society, &after.society);
    parts.finish()
}

fn rulebooks(before: &Rulebook, after: &Rulebook) -> Option<Delta> {
    let Rulebook { scale, bands, combine, fading, sources, rules, lists, consequences, safeguards } = before;
    let mut parts = Parts::of(shape::RULEBOOK);
    parts.optional("scale", scale.as_ref(), after.scale.as_ref());
    parts.list("bands", bands, &after.bands, &shape::BANDS);
    parts.value("combine", combine, &after.combine);
    parts.value("fading", fading, &after.fading);
    parts.list("sources", sources, &after.sources, &shape::SOURCES);
    parts.list("rules", rules, &after.rules, &shape::RULES);
    parts.list("lists", lists, &after.lists, &shape::LISTS);
    parts.list("consequences", consequences, &after.consequences, &shape::CONSEQUENCES);
    parts.value("safeguards", safeguards, &after.safeguards);
    parts.finish()
}

/// The fields of a record that differ.
struct Parts {
    fields: &'static [Field],
    found: Vec<(String, Delta)>,
}

impl Parts {
    const fn of(fields: &'static [Field]) -> Self {
        Self { fields, found: Vec::new() }
    }

    fn push(&mut self, name: &str, delta: Option<Delta>) {
        self.found.extend(delta.map(|it| (name.to_owned(), it)));
    }

    fn value<T: PartialEq + Serialize>(&mut self, name: &str, before: &T, after: &T) {
        self.optional(name, Some(before), Some(after));
    }

    fn optional<T: PartialEq + Serialize>(&mut self, name: &str, before: Option<&T>, after: Option<&T>) {
        if before != after {
            let shape = shape::field(self.fields, name).map_or(Shape::Plain, |it| it.shape);
            self.push(name, options(before.map(json), after.map(json), shape));
        }
    }

    fn list<M: Member>(&mut self, name: &str, before: &[M], after: &[M], keyed: &Keyed) {
        self.push(name, lists(before, after, keyed));
    }

    fn finish(self) -> Option<Delta> {
        (!self.found.is_empty()).then_some(Delta::Parts(self.found))
    }
}

/// Something as JSON.
///
/// Writing a document into memory cannot fail: all its keys are texts and all its numbers finite.
pub(super) fn json<T: Serialize>(it: &T) -> Value {
    serde_json::to_value(it).unwrap_or_default()
}

fn options(before: Option<Value>, after: Option<Value>, shape: Shape) -> Option<Delta> {
    match (&before, &after) {
        (None, None) => None,
        (Some(before), Some(after)) => values(before, after, shape),
        _ => Some(Delta::Leaf { before, after }),
    }
}

/// Compares two values of the same shape.
fn values(before: &Value, after: &Value, shape: Shape) -> Option<Delta> {
    if before == after {
        return None;
    }
    let inside = match (before, after) {
        (Value::Object(before), Value::Object(after)) => records(before, after, shape),
        (Value::Array(before), Value::Array(after)) => match shape {
            Shape::Keyed(keyed) => lists(before, after, keyed),
            Shape::List(of) => items(before, after, *of),
            _ => None,
        },
        _ => None,
    };
    Some(inside.unwrap_or_else(|| Delta::Leaf { before: Some(before.clone()), after: Some(after.clone()) }))
}

/// The fields that differ, or `None` if the records are better seen as two wholes.
fn records(before: &Map<String, Value>, after: &Map<String, Value>, shape: Shape) -> Option<Delta> {
    let fields = match shape {
        Shape::Record(fields) => fields,
        Shape::OneOf(fields) if before.keys().eq(after.keys()) => fields,
        Shape::Values => return values_by_name(before, after),
        _ => return None,
    };
    let mut parts = Parts::of(fields);
    for field in fields {
        let get = |record: &Map<String, Value>| record.get(field.name).cloned().or_else(|| field.absent.value());
        parts.push(field.name, options(get(before), get(after), field.shape));
    }
    parts.finish()
}

fn values_by_name(before: &Map<String, Value>, after: &Map<String, Value>) -> Option<Delta> {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    if !names.iter().all(|it| is_id(it)) {
        return None;
    }
    let delta = |name: &String| options(before.get(name).cloned(), after.get(name).cloned(), Shape::Plain);
    let found = names.into_iter().filter_map(|name| Some((name.clone(), delta(name)?))).collect();
    Some(Delta::Parts(found))
}

/// The members of a list without ids that differ, or `None` if the lists are better seen as two wholes: sets of names
/// and words always are, others if a member came or went.
fn items(before: &[Value], after: &[Value], of: Shape) -> Option<Delta> {
    if before.len() != after.len() || matches!(of, Shape::Name(_) | Shape::Word(_)) {
        return None;
    }
    let pairs = before.iter().zip(after).enumerate();
    let found = pairs.filter_map(|(at, (before, after))| Some((at.to_string(), values(before, after, of)?)));
    Some(Delta::Parts(found.collect()))
}

/// A member of a list with ids.
trait Member: Serialize {
    /// Its id, if it has one.
    fn id(&self) -> Option<&str>;
    /// Whether it is equal to another.
    fn same(&self, other: &Self) -> bool;
}

macro_rules! members {
    ($($thing:ty),*) => {
        $(impl Member for $thing {
            fn id(&self) -> Option<&str> {
                Some(&self.id)
            }
            fn same(&self, other: &Self) -> bool {
                self == other
            }
        })*
    };
}

members!(
    doc::Principle,
    doc::Expectation,
    doc::Reference,
    doc::Group,
    doc::Kind,
    doc::Band,
    doc::Source,
    doc::Rule,
    doc::List,
    doc::Consequence,
    doc::Subject,
    doc::Event
);

impl<T: Member> Member for Arc<T> {
    fn id(&self) -> Option<&str> {
        T::id(self)
    }
    fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(self, other) || T::same(self, other)
    }
}

impl Member for Value {
    fn id(&self) -> Option<&str> {
        self.get("id")?.as_str()
    }
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

/// Compares two lists whose members have ids. Lists in which ids are missing, malformed or repeated are two wholes.
fn lists<M: Member>(before: &[M], after: &[M], keyed: &Keyed) -> Option<Delta> {
    let start = before.iter().zip(after).take_while(|it| it.0.same(it.1)).count();
    let (left, right) = (before.get(start..)?, after.get(start..)?);
    if left.is_empty() && right.is_empty() {
        return None;
    }
    let end = left.iter().rev().zip(right.iter().rev()).take_while(|it| it.0.same(it.1)).count();
    let old = left.get(..left.len() - end)?;
    let new = right.get(..right.len() - end)?;
    let kept = || before.iter().take(start).chain(left.iter().skip(left.len() - end));
    let Some((old_places, new_places)) = places(old).zip(places(new)) else {
        return Some(Delta::Leaf { before: Some(json(&before)), after: Some(json(&after)) });
    };
    let repeated = |it: &M| it.id().is_some_and(|id| old_places.contains_key(id) || new_places.contains_key(id));
    if kept().any(repeated) {
        return Some(Delta::Leaf { before: Some(json(&before)), after: Some(json(&after)) });
    }

    let mut members = Members::default();
    for (id, member) in old.iter().filter_map(|it| Some((it.id()?, it))) {
        let match_ = new_places.get(id).and_then(|it| new.get(*it));
        let delta = match match_ {
            Some(other) if member.same(other) => None,
            Some(other) => values(&json(member), &json(other), Shape::Record(keyed.fields)),
            None => Some(Delta::Leaf { before: Some(json(member)), after: None }),
        };
        members.changed.extend(delta.map(|it| (id.to_owned(), it)));
    }
    place(&mut members, new, &old_places, start);
    if members.placed.iter().any(|it| it.new.is_none()) {
        let ids = |list: &[M]| list.iter().filter_map(|it| it.id().map(str::to_owned)).collect();
        members.order = Some((ids(before), ids(after)));
    }
    Some(Delta::Members(members))
}

/// Where each id stands, if all members have one that is well-formed and their own.
fn places<M: Member>(list: &[M]) -> Option<BTreeMap<&str, usize>> {
    let mut places = BTreeMap::new();
    for (at, member) in list.iter().enumerate() {
        let id = member.id().filter(|it| is_id(it))?;
        if places.insert(id, at).is_some() {
            return None;
        }
    }
    Some(places)
}

/// Notes what is new and what stands elsewhere.
fn place<M: Member>(members: &mut Members, new: &[M], old_places: &BTreeMap<&str, usize>, start: usize) {
    let old_place = |it: &M| it.id().and_then(|id| old_places.get(id).copied());
    let survivors: Vec<usize> = new.iter().filter_map(old_place).collect();
    let mut stayed = stayed(&survivors).into_iter();
    for (at, member) in new.iter().enumerate() {
        let is_new = old_place(member).is_none();
        if is_new || stayed.next() == Some(false) {
            let id = member.id().unwrap_or_default().to_owned();
            members.placed.push(Placed { place: start + at, id, new: is_new.then(|| json(member)) });
        }
    }
}
