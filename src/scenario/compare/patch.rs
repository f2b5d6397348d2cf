//! A difference as compact JSON, and applying it.
//!
//! | patch | on | meaning |
//! |---|---|---|
//! | `[value]` | anything | becomes this value |
//! | `[]` | a field or member | goes |
//! | `{"name": patch, …}` | a record | these fields are different |
//! | `{"id": patch, …}` | a list with ids | these members are different or go |
//! | `[{"id": patch, …}, 3, {…}, "id"]` | a list with ids | the same, and then from place 3 on stand a new member and one that was moved |
//! | `{"0": patch, …}` | a list without ids | these members are different |

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::delta::{self, Delta, Members, json};
use crate::scenario::diagnostic::{Diagnostic, Path};
use crate::scenario::doc::Scenario;
use crate::scenario::read::from_value;
use crate::scenario::shape::{self, Field, Keyed, Shape, misfit, unknown};

/// What makes `after` of `before`, as JSON.
///
/// # Properties
///
/// `apply(before, &diff(before, after))` is `after`. The patch between equal documents is `{}`.
pub fn diff(before: &Scenario, after: &Scenario) -> Value {
    delta::scenarios(before, after).map_or_else(|| Value::Object(Map::new()), written)
}

fn written(delta: Delta) -> Value {
    match delta {
        Delta::Leaf { after, .. } => Value::Array(after.into_iter().collect()),
        Delta::Parts(parts) => parts_written(parts),
        Delta::Members(Members { changed, placed, .. }) => {
            let changed = parts_written(changed);
            if placed.is_empty() {
                return changed;
            }
            let mut list = vec![changed];
            let mut next = None;
            for it in placed {
                if next != Some(it.place) {
                    list.push(it.place.into());
                }
                next = Some(it.place + 1);
                list.push(it.new.unwrap_or(Value::String(it.id)));
            }
            Value::Array(list)
        }
    }
}

fn parts_written(parts: Vec<(String, Delta)>) -> Value {
    Value::Object(parts.into_iter().map(|(name, delta)| (name, written(delta))).collect())
}

/// Applies a patch that [`diff`] made.
///
/// # Errors
///
/// If the patch has another form than the table above, names something that `base` does not have, or leaves something
/// that does not have the shape of a scenario.
pub fn apply(base: &Scenario, patch: &Value) -> Result<Scenario, Diagnostic> {
    let mut document = json(base);
    inside(&mut document, patch, Shape::Record(shape::SCENARIO), &Path::root())?;
    rebuilt(document, base)
}

/// A document from JSON that shares with `old` the rules and events that are the same.
pub(super) fn rebuilt(document: Value, old: &Scenario) -> Result<Scenario, Diagnostic> {
    let mut scenario = from_value(document)?;
    share(&mut scenario.rulebook.rules, &old.rulebook.rules, |it| &it.id);
    share(&mut scenario.events, &old.events, |it| &it.id);
    Ok(scenario)
}

fn share<T: PartialEq>(new: &mut [Arc<T>], old: &[Arc<T>], id: impl Fn(&T) -> &str) {
    let old: BTreeMap<&str, &Arc<T>> = old.iter().map(|it| (id(it), it)).collect();
    for it in new {
        if let Some(known) = old.get(id(it)).filter(|known| ***known == *it) {
            *it = Arc::clone(known);
        }
    }
}

/// What a patch makes of the whole of a field or member: `Some(None)` if it goes, `None` if only parts change.
fn whole(patch: &Value) -> Option<Option<&Value>> {
    match patch.as_array()?.as_slice() {
        [] => Some(None),
        [value] => Some(Some(value)),
        _ => None,
    }
}

fn inside(value: &mut Value, patch: &Value, shape: Shape, path: &Path) -> Result<(), Diagnostic> {
    match (shape, value, patch) {
        (Shape::Record(fields) | Shape::OneOf(fields), Value::Object(record), Value::Object(parts)) => {
            for (name, patch) in parts {
                let path = path.at(name);
                let field = shape::field(fields, name).ok_or_else(|| misfit(&path, "there is no such field"))?;
                apply_to_field(record, field, patch, &path)?;
            }
            Ok(())
        }
        (Shape::Values, Value::Object(record), Value::Object(parts)) => {
            for (name, patch) in parts {
                match whole(patch) {
                    Some(Some(value)) => drop(record.insert(name.clone(), value.clone())),
                    Some(None) => drop(record.remove(name)),
                    None => return Err(misfit(&path.at(name), "a value has no parts")),
                }
            }
            Ok(())
        }
        (Shape::List(of), Value::Array(list), Value::Object(parts)) => {
            for (number, patch) in parts {
                let path = path.at(number);
                let member = number.parse().ok().and_then(|it: usize| list.get_mut(it));
                let member = member.ok_or_else(|| misfit(&path, "there is no such member"))?;
                match whole(patch) {
                    Some(Some(value)) => *member = value.clone(),
                    Some(None) => return Err(misfit(&path, "a member without an id cannot go")),
                    None => inside(member, patch, *of, &path)?,
                }
            }
            Ok(())
        }
        (Shape::Keyed(keyed), Value::Array(list), Value::Object(changed)) => {
            *list = members(std::mem::take(list), keyed, changed, &[], path)?;
            Ok(())
        }
        (Shape::Keyed(keyed), Value::Array(list), Value::Array(patch)) => match patch.as_slice() {
            [Value::Object(changed), placed @ ..] => {
                *list = members(std::mem::take(list), keyed, changed, placed, path)?;
                Ok(())
            }
            _ => Err(misfit(path, "not a patch of a list")),
        },
        _ => Err(misfit(path, "not a patch of what is here")),
    }
}

fn apply_to_field(
    record: &mut Map<String, Value>,
    field: &Field,
    patch: &Value,
    path: &Path,
) -> Result<(), Diagnostic> {
    match whole(patch) {
        Some(Some(value)) => {
            record.insert(field.name.to_owned(), value.clone());
        }
        Some(None) => {
            record.remove(field.name);
        }
        None => {
            let value = record.entry(field.name).or_insert_with(|| field.absent.value().unwrap_or_default());
            inside(value, patch, field.shape, path)?;
        }
    }
    Ok(())
}

/// The new list: the members that stayed, changed where the patch says so, and between them those it places.
fn members(
    list: Vec<Value>,
    keyed: &'static Keyed,
    changed: &Map<String, Value>,
    placed: &[Value],
    path: &Path,
) -> Result<Vec<Value>, Diagnostic> {
    let id = |it: &Value| it.get("id").and_then(Value::as_str).map(str::to_owned);
    let places: BTreeMap<String, usize> = list.iter().enumerate().filter_map(|(at, it)| Some((id(it)?, at))).collect();
    let mut list: Vec<Option<Value>> = list.into_iter().map(Some).collect();
    for (id, patch) in changed {
        let path = path.at(id);
        let member = places.get(id).and_then(|it| list.get_mut(*it));
        let member = member.filter(|it| it.is_some()).ok_or_else(|| unknown(&path, keyed.thing, id))?;
        match whole(patch) {
            Some(value) => *member = value.cloned(),
            None => {
                if let Some(member) = member {
                    inside(member, patch, Shape::Record(keyed.fields), &path)?;
                }
            }
        }
    }
    let mut coming = Vec::with_capacity(placed.len());
    let mut place = list.len();
    for it in placed {
        let member = match it {
            Value::Number(number) => {
                let number = number.as_u64().and_then(|it| usize::try_from(it).ok());
                place = number.ok_or_else(|| misfit(path, "not a place"))?;
                continue;
            }
            Value::String(id) => {
                let member = places.get(id).and_then(|it| list.get_mut(*it)).and_then(Option::take);
                member.ok_or_else(|| unknown(&path.at(id), keyed.thing, id))?
            }
            Value::Object(_) => it.clone(),
            _ => return Err(misfit(path, "not a member")),
        };
        coming.push((place, member));
        place = place.saturating_add(1);
    }
    Ok(merged(list.into_iter().flatten(), coming))
}

fn merged(mut stayed: impl Iterator<Item = Value>, coming: Vec<(usize, Value)>) -> Vec<Value> {
    let mut list = Vec::new();
    for (place, member) in coming {
        list.extend(stayed.by_ref().take(place.saturating_sub(list.len())));
        list.push(member);
    }
    list.extend(stayed);
    list
}
