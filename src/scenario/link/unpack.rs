//! From nested arrays back to a document. The rules are those of [`super::pack`].
//!
//! What comes in may be anything. The result is at most a few times larger than the text that it came from: ids that
//! numbers stand for are short, and lists no longer than [`crate::scenario::bounds`] allow.

use serde_json::{Map, Value};

use super::column;
use super::names::{FieldsOfKind, Ids, Names, counted_on, made};
use super::pack::{is_scalar, width};
use crate::scenario::diagnostic::{Diagnostic, Path, Thing};
use crate::scenario::shape::{self, Field, Keyed, Shape, misfit, too_many, unknown};

type Unpacked<T> = Result<T, Diagnostic>;

/// A whole document.
pub(super) fn document(row: &Value) -> Unpacked<Value> {
    let cells = row.as_array().ok_or_else(|| misfit(&Path::root(), "not a row"))?;
    parts(cells).map(Value::Object)
}

/// As much of a document as there are cells.
pub(super) fn parts(cells: &[Value]) -> Unpacked<Map<String, Value>> {
    let names = names(cells)?;
    Unpacker { names: &names }.cells(cells, shape::SCENARIO, &Path::root())
}

/// Unpacks records and values that refer to these names.
pub(super) struct Unpacker<'a> {
    pub(super) names: &'a Names,
}

impl Unpacker<'_> {
    /// A record from its row.
    pub(super) fn record(&self, row: &Value, fields: &[Field], path: &Path) -> Unpacked<Map<String, Value>> {
        let cells = match row {
            Value::Array(cells) => cells,
            Value::Object(_) | Value::Null => return Err(misfit(path, "not a row")),
            _ => std::slice::from_ref(row),
        };
        self.cells(cells, fields, path)
    }

    fn cells(&self, cells: &[Value], fields: &[Field], path: &Path) -> Unpacked<Map<String, Value>> {
        if cells.len() > width(fields) {
            return Err(misfit(path, "more fields than there are"));
        }
        let mut record = Map::new();
        for field in fields {
            let Some(cell) = cells.get(field.slot).filter(|it| !it.is_null()) else { continue };
            let path = path.at(field.name);
            let value = match field.shape {
                Shape::Values => self.values(cell, record.get("kind"), &path)?,
                _ => self.value(cell, field.shape, &path)?,
            };
            record.insert(field.name.to_owned(), value);
        }
        Ok(record)
    }

    /// A value of any shape.
    pub(super) fn value(&self, packed: &Value, shape: Shape, path: &Path) -> Unpacked<Value> {
        let number = packed.as_u64().and_then(|it| usize::try_from(it).ok());
        match shape {
            Shape::Day => Ok(packed.as_i64().and_then(|it| self.day(it)).unwrap_or_else(|| packed.clone())),
            Shape::Word(words) => match number {
                Some(place) => words.get(place).map(|it| Value::from(*it)).ok_or_else(|| misfit(path, "no such word")),
                None => Ok(packed.clone()),
            },
            Shape::Name(thing) => match (number, self.names.ids(thing)) {
                (Some(place), Some(ids)) => named(ids, place, thing, path),
                _ => Ok(packed.clone()),
            },
            Shape::Record(fields) => self.record(packed, fields, path).map(Value::Object),
            Shape::OneOf(fields) => self.one_of(packed, fields, path),
            Shape::Keyed(keyed) => self.columns(packed, keyed, path).map(Value::Array),
            Shape::List(of) => {
                let list = match packed {
                    Value::Array(list) => list,
                    _ if is_scalar(*of) => std::slice::from_ref(packed),
                    _ => return Err(misfit(path, "not a list")),
                };
                list.iter().enumerate().map(|(at, it)| self.value(it, *of, &path.at(at))).collect()
            }
            Shape::Plain | Shape::Values => Ok(packed.clone()),
        }
    }

    fn day(&self, days: i64) -> Option<Value> {
        let day = self.names.first_day?.plus_days(i32::try_from(days).ok()?);
        Some(day.to_string().into())
    }

    fn one_of(&self, packed: &Value, fields: &[Field], path: &Path) -> Unpacked<Value> {
        let pair = packed.as_array().map(Vec::as_slice);
        let Some([slot, value]) = pair else { return Err(misfit(path, "not a test")) };
        let field = fields.iter().find(|it| slot.as_u64() == Some(it.slot as u64));
        let field = field.ok_or_else(|| misfit(path, "no such test"))?;
        let value = self.value(value, field.shape, &path.at(field.name))?;
        Ok(Value::Object(Map::from_iter([(field.name.to_owned(), value)])))
    }

    /// The values of an event's fields.
    fn values(&self, packed: &Value, kind: Option<&Value>, path: &Path) -> Unpacked<Value> {
        let one = std::slice::from_ref(packed);
        let cells = match packed {
            Value::Object(_) => return Ok(packed.clone()),
            Value::Array(cells) => cells,
            _ => one,
        };
        let known = self.names.fields_of(kind).ok_or_else(|| misfit(path, "values of an unknown kind"))?;
        let mut values = Map::new();
        for (place, cell) in cells.iter().enumerate().filter(|it| !it.1.is_null()) {
            let (name, value) = known.value(place, cell, path)?;
            values.insert(name, value);
        }
        Ok(Value::Object(values))
    }

    /// A list with ids from its columns.
    fn columns(&self, packed: &Value, keyed: &Keyed, path: &Path) -> Unpacked<Vec<Value>> {
        let mut members = Vec::new();
        let mut days = vec![0_i64; width(keyed.fields)];
        let mut before: Option<String> = None;
        for mut cells in rows(packed, keyed, path)? {
            for field in keyed.fields.iter().filter(|it| matches!(it.shape, Shape::Day)) {
                if let (Some(cell), Some(day)) = (cells.get_mut(field.slot), days.get_mut(field.slot))
                    && let Some(step) = cell.as_i64()
                {
                    *day = day.saturating_add(step);
                    *cell = (*day).into();
                }
            }
            let id = self.id(&cells, keyed, before.as_deref(), path)?;
            if let Some(cell) = cells.first_mut() {
                *cell = id.clone().into();
            }
            members.push(Value::Object(self.record(&Value::Array(cells), keyed.fields, &path.at(&id))?));
            before = Some(id);
        }
        Ok(members)
    }

    fn id(&self, cells: &[Value], keyed: &Keyed, before: Option<&str>, path: &Path) -> Unpacked<String> {
        let id = match cells.first() {
            Some(Value::String(id)) => Some(id.clone()),
            Some(Value::Null) | None => before.and_then(counted_on),
            Some(way) => way.as_u64().and_then(|way| {
                let kind = cell(cells, keyed.fields, "kind").filter(|_| keyed.thing == Thing::Rule);
                let kind = kind.and_then(|it| self.value(it, Shape::Name(Thing::Kind), path).ok());
                let text = |name: &str| match name {
                    "kind" => kind.as_ref().and_then(Value::as_str),
                    _ => cell(cells, keyed.fields, name).and_then(Value::as_str),
                };
                made(way, keyed.thing, text)
            }),
        };
        id.ok_or_else(|| misfit(path, "a member without an id"))
    }
}

impl FieldsOfKind {
    fn value(&self, place: usize, cell: &Value, path: &Path) -> Unpacked<(String, Value)> {
        let name = self.fields.id(place).ok_or_else(|| misfit(path, "a value of no field"))?;
        let choices = self.choices.get(place).filter(|it| it.len() > 0);
        let value = match (choices, cell.as_u64().and_then(|it| usize::try_from(it).ok())) {
            (Some(choices), Some(place)) => named(choices, place, Thing::Choice, &path.at(name))?,
            _ => cell.clone(),
        };
        Ok((name.to_owned(), value))
    }
}

/// The cells of each member of a list; as many as it says.
fn rows(packed: &Value, keyed: &Keyed, path: &Path) -> Unpacked<Vec<Vec<Value>>> {
    let columns = packed.as_array().map(Vec::as_slice);
    let Some([count, columns @ ..]) = columns else { return Err(misfit(path, "not a list")) };
    let found = count.as_u64().and_then(|it| usize::try_from(it).ok()).ok_or_else(|| misfit(path, "not a list"))?;
    if found > keyed.most {
        return Err(too_many(path, keyed, found));
    }
    let width = width(keyed.fields);
    if columns.len() > width {
        return Err(misfit(path, "more fields than there are"));
    }
    let mut rows = vec![vec![Value::Null; width]; found];
    for (slot, packed) in columns.iter().enumerate() {
        let cells = column::read(packed, found).ok_or_else(|| misfit(path, "not a column"))?;
        for (row, value) in rows.iter_mut().zip(cells) {
            if let Some(cell) = row.get_mut(slot) {
                *cell = value;
            }
        }
    }
    Ok(rows)
}

/// The names that a packed document defines, before anything else of it is unpacked.
fn names(cells: &[Value]) -> Unpacked<Names> {
    // None of these lists is named after something else, so that their ids can be told without any names.
    let nothing = Names::default();
    let unpacker = Unpacker { names: &nothing };
    let book = cell(cells, shape::SCENARIO, "rulebook").and_then(Value::as_array);
    let book = book.map(Vec::as_slice).unwrap_or_default();
    let top = |name, keyed| unpacker.ids(cell(cells, shape::SCENARIO, name), keyed, &Path::root().at(name));
    let in_book =
        |name, keyed| unpacker.ids(cell(book, shape::RULEBOOK, name), keyed, &Path::root().at("rulebook").at(name));
    let first_day = cell(cells, shape::SCENARIO, "first_day").and_then(Value::as_str);
    Ok(Names {
        first_day: first_day.and_then(|it| it.parse().ok()),
        references: top("references", &shape::REFERENCES)?,
        groups: top("groups", &shape::GROUPS)?,
        kinds: top("kinds", &shape::KINDS)?,
        sources: in_book("sources", &shape::SOURCES)?,
        bands: in_book("bands", &shape::BANDS)?,
        lists: in_book("lists", &shape::LISTS)?,
        subjects: top("cast", &shape::CAST)?,
        fields: unpacker.fields(cell(cells, shape::SCENARIO, "kinds"), &Path::root().at("kinds"))?,
    })
}

impl Unpacker<'_> {
    /// The ids of a list.
    fn ids(&self, packed: Option<&Value>, keyed: &Keyed, path: &Path) -> Unpacked<Ids> {
        let Some(packed) = packed.filter(|it| !it.is_null()) else { return Ok(Ids::default()) };
        let mut ids: Vec<String> = Vec::new();
        for cells in rows(packed, keyed, path)? {
            ids.push(self.id(&cells, keyed, ids.last().map(String::as_str), path)?);
        }
        Ok(Ids::new(ids))
    }

    /// The fields of each kind, and their choices.
    fn fields(&self, kinds: Option<&Value>, path: &Path) -> Unpacked<Vec<FieldsOfKind>> {
        let Some(kinds) = kinds.filter(|it| !it.is_null()) else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        for kind in rows(kinds, &shape::KINDS, path)? {
            let packed = cell(&kind, shape::KINDS.fields, "fields");
            let mut known = FieldsOfKind { fields: self.ids(packed, &shape::FIELDS, path)?, choices: Vec::new() };
            for field in packed
                .filter(|it| !it.is_null())
                .map(|it| rows(it, &shape::FIELDS, path))
                .transpose()?
                .unwrap_or_default()
            {
                let packed = cell(&field, shape::FIELDS.fields, "choices");
                known.choices.push(self.ids(packed, &shape::CHOICES, path)?);
            }
            all.push(known);
        }
        Ok(all)
    }
}

/// What stands in a row in the place of a field.
fn cell<'a, T>(row: &'a [T], fields: &'static [Field], name: &str) -> Option<&'a T> {
    row.get(shape::field(fields, name)?.slot)
}

fn named(ids: &Ids, place: usize, thing: Thing, path: &Path) -> Unpacked<Value> {
    ids.id(place).map(Value::from).ok_or_else(|| unknown(path, thing, &place.to_string()))
}
