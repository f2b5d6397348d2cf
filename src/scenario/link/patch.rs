//! Patches as a link holds them: as [`compare::diff`](crate::scenario::compare::diff) makes them, but with slots for
//! fields, numbers in the base's list for ids, and values packed.
//!
//! New and moved members of a list stand in runs, `[place, member, …]`: new ones as rows, moved ones as their number
//! in the base's list.

use serde_json::{Map, Value};

use super::names::Names;
use super::pack::Packer;
use super::unpack::Unpacker;
use crate::scenario::diagnostic::{Diagnostic, Path};
use crate::scenario::shape::{self, Field, Keyed, Shape, misfit, too_many, unknown};

/// Packs a patch of this document.
pub(super) fn pack(base: &Value, patch: &Value) -> Value {
    let names = Names::of(base);
    PatchPacker { packer: Packer { names: &names } }.patch(base, patch, Shape::Record(shape::SCENARIO))
}

/// Unpacks a patch of this document.
///
/// # Errors
///
/// If it is none.
pub(super) fn unpack(base: &Value, packed: &Value) -> Result<Value, Diagnostic> {
    let names = Names::of(base);
    let unpacker = PatchUnpacker { unpacker: Unpacker { names: &names } };
    unpacker.patch(base, packed, Shape::Record(shape::SCENARIO), &Path::root())
}

static NOTHING: Value = Value::Null;

fn members(list: &Value) -> &[Value] {
    list.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn place_of(list: &Value, id: &str) -> Option<usize> {
    members(list).iter().position(|it| it.get("id").and_then(Value::as_str) == Some(id))
}

/// Whether a patch puts a value in the place of what is there, or takes it away.
fn is_whole(patch: &Value) -> bool {
    patch.as_array().is_some_and(|it| it.len() < 2)
}

struct PatchPacker<'a> {
    packer: Packer<'a>,
}

impl PatchPacker<'_> {
    fn patch(&self, base: &Value, patch: &Value, shape: Shape) -> Value {
        match (shape, patch) {
            (_, Value::Array(whole)) if is_whole(patch) => {
                whole.iter().map(|it| self.packer.value(it, shape)).collect()
            }
            (Shape::Record(fields) | Shape::OneOf(fields), Value::Object(parts)) => self.parts(base, parts, fields),
            (Shape::List(of), Value::Object(parts)) => {
                let member = |at: &str| at.parse().ok().and_then(|it: usize| base.get(it)).unwrap_or(&NOTHING);
                let part = |(at, patch): (&String, _)| (at.clone(), self.patch(member(at), patch, *of));
                Value::Object(parts.iter().map(part).collect())
            }
            (Shape::Keyed(keyed), Value::Object(changed)) => self.changed(base, changed, keyed),
            (Shape::Keyed(keyed), Value::Array(patch)) => self.list(base, patch, keyed),
            // Of the values of an event, the names stay: their kind is not at hand.
            _ => patch.clone(),
        }
    }

    fn parts(&self, base: &Value, parts: &Map<String, Value>, fields: &'static [Field]) -> Value {
        let part = |(name, patch): (&String, _)| {
            let field = shape::field(fields, name)?;
            let base = base.get(name).unwrap_or(&NOTHING);
            Some((field.slot.to_string(), self.patch(base, patch, field.shape)))
        };
        Value::Object(parts.iter().filter_map(part).collect())
    }

    fn changed(&self, base: &Value, changed: &Map<String, Value>, keyed: &'static Keyed) -> Value {
        let member = |(id, patch): (&String, _)| {
            let place = place_of(base, id)?;
            let patch = self.patch(members(base).get(place)?, patch, Shape::Record(keyed.fields));
            Some((place.to_string(), patch))
        };
        Value::Object(changed.iter().filter_map(member).collect())
    }

    fn list(&self, base: &Value, patch: &[Value], keyed: &'static Keyed) -> Value {
        let mut packed: Vec<Value> = Vec::new();
        let mut run: Vec<Value> = Vec::new();
        for it in patch {
            match it {
                Value::Object(changed) if packed.is_empty() => packed.push(self.changed(base, changed, keyed)),
                Value::Object(new) => run.push(self.packer.record(new, keyed.fields)),
                Value::String(id) => run.extend(place_of(base, id).map(Value::from)),
                place => {
                    packed.extend((!run.is_empty()).then(|| Value::Array(std::mem::take(&mut run))));
                    run.push(place.clone());
                }
            }
        }
        packed.extend((!run.is_empty()).then_some(Value::Array(run)));
        Value::Array(packed)
    }
}

struct PatchUnpacker<'a> {
    unpacker: Unpacker<'a>,
}

impl PatchUnpacker<'_> {
    fn patch(&self, base: &Value, packed: &Value, shape: Shape, path: &Path) -> Result<Value, Diagnostic> {
        match (shape, packed) {
            (_, Value::Array(whole)) if is_whole(packed) => {
                whole.iter().map(|it| self.unpacker.value(it, shape, path)).collect()
            }
            (Shape::Record(fields) | Shape::OneOf(fields), Value::Object(parts)) => {
                self.parts(base, parts, fields, path).map(Value::Object)
            }
            (Shape::List(of), Value::Object(parts)) => {
                let mut unpacked = Map::new();
                for (at, patch) in parts {
                    let member = at.parse().ok().and_then(|it: usize| base.get(it)).unwrap_or(&NOTHING);
                    unpacked.insert(at.clone(), self.patch(member, patch, *of, &path.at(at))?);
                }
                Ok(Value::Object(unpacked))
            }
            (Shape::Keyed(keyed), Value::Object(changed)) => {
                self.changed(base, changed, keyed, path).map(Value::Object)
            }
            (Shape::Keyed(keyed), Value::Array(patch)) => self.list(base, patch, keyed, path),
            _ => Ok(packed.clone()),
        }
    }

    fn parts(
        &self,
        base: &Value,
        parts: &Map<String, Value>,
        fields: &'static [Field],
        path: &Path,
    ) -> Result<Map<String, Value>, Diagnostic> {
        let mut unpacked = Map::new();
        for (slot, patch) in parts {
            let field = fields.iter().find(|it| slot.parse() == Ok(it.slot));
            let field = field.ok_or_else(|| misfit(&path.at(slot), "there is no such field"))?;
            let base = base.get(field.name).unwrap_or(&NOTHING);
            let patch = self.patch(base, patch, field.shape, &path.at(field.name))?;
            unpacked.insert(field.name.to_owned(), patch);
        }
        Ok(unpacked)
    }

    fn changed(
        &self,
        base: &Value,
        changed: &Map<String, Value>,
        keyed: &'static Keyed,
        path: &Path,
    ) -> Result<Map<String, Value>, Diagnostic> {
        let mut unpacked = Map::new();
        for (place, patch) in changed {
            let (id, member) = member(base, place.parse().ok(), keyed, &path.at(place))?;
            let patch = self.patch(member, patch, Shape::Record(keyed.fields), &path.at(id))?;
            unpacked.insert(id.to_owned(), patch);
        }
        Ok(unpacked)
    }

    fn list(&self, base: &Value, packed: &[Value], keyed: &'static Keyed, path: &Path) -> Result<Value, Diagnostic> {
        let [Value::Object(changed), runs @ ..] = packed else { return Err(misfit(path, "not a patch of a list")) };
        let found = runs.iter().map(|it| members(it).len()).sum::<usize>();
        if found > 2 * keyed.most {
            return Err(too_many(path, keyed, found));
        }
        let mut list = vec![Value::Object(self.changed(base, changed, keyed, path)?)];
        for run in runs {
            let [place, coming @ ..] = members(run) else { return Err(misfit(path, "not a run of members")) };
            list.push(place.clone());
            for it in coming {
                list.push(match it {
                    Value::Array(_) => Value::Object(self.unpacker.record(it, keyed.fields, path)?),
                    _ => {
                        let place = it.as_u64().and_then(|it| usize::try_from(it).ok());
                        member(base, place, keyed, path)?.0.into()
                    }
                });
            }
        }
        Ok(Value::Array(list))
    }
}

/// The id of a member of the base's list, and the member.
fn member<'a>(
    base: &'a Value,
    place: Option<usize>,
    keyed: &Keyed,
    path: &Path,
) -> Result<(&'a str, &'a Value), Diagnostic> {
    let member = place.and_then(|it| members(base).get(it));
    let pair = member.and_then(|it| Some((it.get("id")?.as_str()?, it)));
    let id = || place.map_or_else(String::new, |it| it.to_string());
    pair.ok_or_else(|| unknown(path, keyed.thing, &id()))
}
