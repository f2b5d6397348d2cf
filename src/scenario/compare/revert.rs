//! Taking one thing back.

use serde_json::{Map, Value};

use super::delta::json;
use super::patch::{misfit, rebuilt, unknown};
use crate::scenario::diagnostic::{Diagnostic, Path};
use crate::scenario::doc::Scenario;
use crate::scenario::shape::{self, Absent, Keyed, Shape};

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
    // An edit elsewhere need not turn thousands of events into JSON and back.
    let with_events = parts.first().is_none_or(|it| *it == "events");
    let document = |it: &Scenario| {
        if with_events { json(it) } else { json(&Scenario { events: Vec::new(), ..it.clone() }) }
    };
    let (mut now, then) = (document(current), document(baseline));
    take_back(&mut now, &then, &parts, Shape::Record(shape::SCENARIO), &Path::root(), act)?;
    let mut scenario = rebuilt(now, current)?;
    if !with_events {
        scenario.events.clone_from(&current.events);
    }
    Ok(scenario)
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
            let earlier = then.iter().take(there.unwrap_or_default()).rev();
            let neighbour = earlier.filter_map(id).find_map(|it| place_of(now, it));
            now.insert(neighbour.map_or(0, |it| it + 1), old.clone());
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
