//! Taking one thing back.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::delta::json;
use super::patch::rebuilt;
use crate::scenario::diagnostic::{Diagnostic, Path};
use crate::scenario::doc::{Event, Scenario};
use crate::scenario::shape::{self, Absent, Keyed, Shape, misfit, unknown};

/// Makes one thing of `current` what it is in `baseline`, and leaves everything else: a field, a member of a list
/// (which comes, goes or gets its old values), or a whole list.
///
/// # Properties
///
/// Whatever [`super::changes`] finds, this takes back, except a change of order: its path names the whole list. For
/// that there is [`revert_order`]. A member that comes back stands behind the one that it stood behind, if that one is
/// still there. If there is nothing to take back, the result is `current`.
///
/// # Errors
///
/// If the place is inside something that one of the two does not have, or if what results does not have the shape of a
/// scenario.
pub fn revert(current: &Scenario, baseline: &Scenario, path: &Path) -> Result<Scenario, Diagnostic> {
    edit(current, baseline, path, Act::Reset)
}

/// Puts the members of a list with ids into the order that they have in `baseline`, and leaves them as they are.
///
/// Members that `baseline` does not have stay behind the one that they stand behind.
///
/// # Errors
///
/// If the path is not that of a list with ids in both documents.
pub fn revert_order(current: &Scenario, baseline: &Scenario, path: &Path) -> Result<Scenario, Diagnostic> {
    edit(current, baseline, path, Act::Reorder)
}

/// What is done at the place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Reset,
    Reorder,
}

fn edit(current: &Scenario, baseline: &Scenario, path: &Path, act: Act) -> Result<Scenario, Diagnostic> {
    let parts: Vec<&str> = path.parts().collect();
    // Of thousands of events only those that matter become JSON and come back.
    let only = match parts.as_slice() {
        [] | ["events"] => None,
        ["events", id, ..] => Some(*id),
        _ => Some(""),
    };
    let document = |it: &Scenario| match only {
        None => json(it),
        Some(only) => {
            let events = it.events.iter().filter(|it| it.id == only).cloned().collect();
            json(&Scenario { events, ..it.clone() })
        }
    };
    let (mut now, then) = (document(current), document(baseline));
    take_back(&mut now, &then, &parts, Shape::Record(shape::SCENARIO), &Path::root(), act)?;
    let mut scenario = rebuilt(now, current)?;
    if let Some(only) = only {
        scenario.events = with_event(current, baseline, only, scenario.events.first());
    }
    Ok(scenario)
}

/// The events of `current`, with the one of this id as it is now, or without it.
fn with_event(current: &Scenario, baseline: &Scenario, id: &str, event: Option<&Arc<Event>>) -> Vec<Arc<Event>> {
    let mut events = current.events.clone();
    let here = events.iter().position(|it| it.id == id);
    match (event, here.and_then(|it| events.get_mut(it))) {
        (Some(event), Some(slot)) => *slot = Arc::clone(event),
        (Some(event), None) => {
            let place = place_for(&events, &baseline.events, id, |it| Some(&it.id));
            events.insert(place, Arc::clone(event));
        }
        (None, Some(_)) => drop(here.map(|it| events.remove(it))),
        (None, None) => {}
    }
    events
}

/// Walks down to the place and does there what is to be done.
fn take_back(
    now: &mut Value,
    then: &Value,
    parts: &[&str],
    shape: Shape,
    path: &Path,
    act: Act,
) -> Result<(), Diagnostic> {
    let Some((part, rest)) = parts.split_first() else {
        return match (act, shape, now, then) {
            (Act::Reset, _, now, then) => {
                *now = then.clone();
                Ok(())
            }
            (Act::Reorder, Shape::Keyed(_), Value::Array(now), Value::Array(then)) => {
                reorder(now, then);
                Ok(())
            }
            _ => Err(misfit(path, "not a list with ids")),
        };
    };
    let path = path.at(part);
    let step = Step { part, rest, path: &path, act };
    match (shape, now, then) {
        (Shape::Keyed(keyed), Value::Array(now), Value::Array(then)) => step.in_list(now, then, keyed),
        (Shape::List(of), Value::Array(now), Value::Array(then)) => {
            let place: Option<usize> = part.parse().ok();
            let pair = place.and_then(|it| Some((now.get_mut(it)?, then.get(it)?)));
            let (now, then) = pair.ok_or_else(|| misfit(&path, "there is no such member"))?;
            take_back(now, then, rest, *of, &path, act)
        }
        (Shape::Record(fields) | Shape::OneOf(fields), Value::Object(now), Value::Object(then)) => {
            let field = shape::field(fields, part).ok_or_else(|| misfit(&path, "there is no such field"))?;
            step.in_record(now, then, field.shape, field.absent)
        }
        (Shape::Values, Value::Object(now), Value::Object(then)) => {
            step.in_record(now, then, Shape::Plain, Absent::Nothing)
        }
        _ => Err(misfit(&path, "there is nothing inside")),
    }
}

/// One step down.
struct Step<'a> {
    part: &'a str,
    rest: &'a [&'a str],
    path: &'a Path,
    act: Act,
}

impl Step<'_> {
    fn is_reset_here(&self) -> bool {
        self.rest.is_empty() && self.act == Act::Reset
    }

    fn in_record(
        &self,
        now: &mut Map<String, Value>,
        then: &Map<String, Value>,
        shape: Shape,
        absent: Absent,
    ) -> Result<(), Diagnostic> {
        let old = then.get(self.part);
        if self.is_reset_here() {
            match old {
                Some(value) => drop(now.insert(self.part.to_owned(), value.clone())),
                None => drop(now.remove(self.part)),
            }
            return Ok(());
        }
        let missing = || misfit(self.path, "there is nothing inside");
        let default = absent.value();
        let old = old.or(default.as_ref()).ok_or_else(missing)?;
        let mut new = now.remove(self.part).or_else(|| default.clone()).ok_or_else(missing)?;
        take_back(&mut new, old, self.rest, shape, self.path, self.act)?;
        now.insert(self.part.to_owned(), new);
        Ok(())
    }

    fn in_list(&self, now: &mut Vec<Value>, then: &[Value], keyed: &Keyed) -> Result<(), Diagnostic> {
        let here = place_of(now, self.part);
        let there = place_of(then, self.part);
        let old = there.and_then(|it| then.get(it));
        if let (Some(here), Some(old)) = (here, old) {
            let member = now.get_mut(here).ok_or_else(|| unknown(self.path, keyed.thing, self.part))?;
            return take_back(member, old, self.rest, Shape::Record(keyed.fields), self.path, self.act);
        }
        if !self.is_reset_here() {
            return Err(unknown(self.path, keyed.thing, self.part));
        }
        if let Some(here) = here {
            now.remove(here);
        }
        if let Some(old) = old {
            now.insert(place_for(now, then, self.part, id), old.clone());
        }
        Ok(())
    }
}

fn id(member: &Value) -> Option<&str> {
    member.get("id")?.as_str()
}

fn place_of(list: &[Value], wanted: &str) -> Option<usize> {
    list.iter().position(|it| id(it) == Some(wanted))
}

/// Where a member comes back into a list: behind the one that it stood behind, if that is still there.
fn place_for<T>(now: &[T], then: &[T], wanted: &str, id: impl Fn(&T) -> Option<&str>) -> usize {
    let there = then.iter().position(|it| id(it) == Some(wanted)).unwrap_or_default();
    let mut earlier = then.iter().take(there).rev().filter_map(&id);
    let neighbour = earlier.find_map(|before| now.iter().position(|it| id(it) == Some(before)));
    neighbour.map_or(0, |it| it + 1)
}

fn reorder(now: &mut [Value], then: &[Value]) {
    let mut rank = None;
    let ranks: Vec<Option<usize>> = now
        .iter()
        .map(|it| {
            rank = id(it).and_then(|it| place_of(then, it)).or(rank);
            rank
        })
        .collect();
    let mut ranked: Vec<(Option<usize>, Value)> = ranks.into_iter().zip(now.iter_mut().map(Value::take)).collect();
    ranked.sort_by_key(|it| it.0);
    for (slot, (_, member)) in now.iter_mut().zip(ranked) {
        *slot = member;
    }
}
