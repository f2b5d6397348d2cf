//! A document as nested arrays: no field names, no defaults, ids and words as numbers, lists column by column.
//!
//! | in the document | packed |
//! |---|---|
//! | a record | its fields by [slot](mod@crate::scenario::shape), `null` for what is absent, cut after the last field |
//! | a list with ids | how many, then its members' fields by slot, each as a [`column`](mod@super::column) |
//! | any other list | its members |
//! | a record of which only the first field is there, a list of one name, word or number | that alone |
//! | a condition | the slot of what it tests, and that |
//! | a word, the id of something else | its number; as it is, if it has none |
//! | a day | days since the first day of the scenario; in a column, days since the event before |
//! | an id in a column that counts on from the one before, or can be made from a label | `null`, or how: [`made`] |
//! | the values of an event | by the fields of its kind, choices as numbers; one alone is not put into a list; as they are, if they do not fit |
//!
//! Whatever is written as a number has no other form that is a number, so reading needs no marks.

use serde_json::{Map, Value};

use super::column;
use super::names::{Names, WAYS, counted_on, made};
use crate::engine::Day;
use crate::scenario::diagnostic::Thing;
use crate::scenario::shape::{Field, Keyed, Shape};

/// Packs records and values of a document that has these names.
pub(super) struct Packer<'a> {
    pub(super) names: &'a Names,
}

impl Packer<'_> {
    /// A record as a row.
    pub(super) fn record(&self, record: &Map<String, Value>, fields: &[Field]) -> Value {
        let mut row = cut(self.cells(record, fields));
        let alone = row.len() == 1 && !row.iter().any(|it| it.is_null() || it.is_array());
        if alone { row.pop().unwrap_or_default() } else { Value::Array(row) }
    }

    fn cells(&self, record: &Map<String, Value>, fields: &[Field]) -> Vec<Value> {
        let mut cells = vec![Value::Null; width(fields)];
        for field in fields {
            if let (Some(value), Some(cell)) = (record.get(field.name), cells.get_mut(field.slot)) {
                *cell = match (field.shape, value) {
                    (Shape::Values, Value::Object(values)) => self.values(values, record.get("kind")),
                    _ => self.value(value, field.shape),
                };
            }
        }
        cells
    }

    /// A value of any shape.
    pub(super) fn value(&self, value: &Value, shape: Shape) -> Value {
        let packed = match (shape, value) {
            (Shape::Day, Value::String(day)) => self.day(day).map(Value::from),
            (Shape::Word(words), Value::String(word)) => words.iter().position(|it| it == word).map(Value::from),
            (Shape::Name(thing), Value::String(id)) => {
                self.names.ids(thing).and_then(|it| it.place(id)).map(Value::from)
            }
            (Shape::Record(fields), Value::Object(record)) => Some(self.record(record, fields)),
            (Shape::OneOf(fields), Value::Object(record)) => self.one_of(record, fields),
            (Shape::Keyed(keyed), Value::Array(list)) => Some(self.columns(list, keyed)),
            (Shape::List(of), Value::Array(list)) => Some(match list.as_slice() {
                [one] if is_scalar(*of) => self.value(one, *of),
                _ => list.iter().map(|it| self.value(it, *of)).collect(),
            }),
            _ => None,
        };
        packed.unwrap_or_else(|| value.clone())
    }

    fn day(&self, day: &str) -> Option<i32> {
        Some(day.parse::<Day>().ok()?.days_since(self.names.first_day?))
    }

    fn one_of(&self, record: &Map<String, Value>, fields: &[Field]) -> Option<Value> {
        let (name, value) = record.iter().next()?;
        let field = fields.iter().find(|it| it.name == name)?;
        Some(Value::Array(vec![field.slot.into(), self.value(value, field.shape)]))
    }

    /// The values of an event's fields.
    fn values(&self, values: &Map<String, Value>, kind: Option<&Value>) -> Value {
        let cells = self.values_by_place(values, kind);
        match cells {
            None => Value::Object(values.clone()),
            Some(mut cells) if cells.len() == 1 => cells.pop().unwrap_or_default(),
            Some(cells) => Value::Array(cells),
        }
    }

    fn values_by_place(&self, values: &Map<String, Value>, kind: Option<&Value>) -> Option<Vec<Value>> {
        let known = self.names.fields_of(kind)?;
        let mut cells = Vec::new();
        for (name, value) in values {
            let place = known.fields.place(name)?;
            let choices = known.choices.get(place)?;
            let packed = match value {
                Value::String(choice) => choices.place(choice)?.into(),
                Value::Number(_) if choices.len() == 0 => value.clone(),
                _ => return None,
            };
            cells.resize(cells.len().max(place + 1), Value::Null);
            *cells.get_mut(place)? = packed;
        }
        Some(cells)
    }

    /// A list with ids, column by column.
    fn columns(&self, list: &[Value], keyed: &Keyed) -> Value {
        let records = list.iter().map(|it| it.as_object().map(|it| self.cells(it, keyed.fields)).unwrap_or_default());
        let mut rows: Vec<Vec<Value>> = records.collect();
        shorten_ids(&mut rows, list, keyed.thing);
        let mut columns = vec![Value::from(rows.len())];
        for slot in 0..width(keyed.fields) {
            let column = rows.iter_mut().map(|row| row.get_mut(slot).map(Value::take).unwrap_or_default());
            let mut column: Vec<Value> = column.collect();
            if keyed.fields.iter().any(|it| it.slot == slot && matches!(it.shape, Shape::Day)) {
                to_steps(&mut column);
            }
            columns.push(column::write(column));
        }
        Value::Array(cut(columns))
    }
}

/// How many cells a row needs.
pub(super) fn width(fields: &[Field]) -> usize {
    fields.iter().map(|it| it.slot + 1).max().unwrap_or_default()
}

/// Whether what stands in such a place is never packed as a list.
pub(super) const fn is_scalar(shape: Shape) -> bool {
    matches!(shape, Shape::Plain | Shape::Name(_) | Shape::Word(_))
}

/// Cuts off what is absent at the end.
fn cut(mut cells: Vec<Value>) -> Vec<Value> {
    cells.truncate(cells.iter().rposition(|it| !it.is_null()).map_or(0, |it| it + 1));
    cells
}

/// Leaves out ids that can be told from what stands around them. They have the slot 0 everywhere.
fn shorten_ids(rows: &mut [Vec<Value>], list: &[Value], thing: Thing) {
    let mut before: Option<&str> = None;
    for (row, member) in rows.iter_mut().zip(list) {
        let Some(id) = member.get("id").and_then(Value::as_str) else { continue };
        let text = |name: &str| member.get(name).and_then(Value::as_str);
        if let Some(cell) = row.first_mut() {
            if before.and_then(counted_on).as_deref() == Some(id) {
                *cell = Value::Null;
            } else if let Some(way) = (0..WAYS).find(|it| made(*it, thing, text).as_deref() == Some(id)) {
                *cell = way.into();
            }
        }
        before = Some(id);
    }
}

/// Turns days into the steps from each to the next.
fn to_steps(days: &mut [Value]) {
    let mut before = 0;
    for day in days {
        if let Some(number) = day.as_i64() {
            *day = (number - before).into();
            before = number;
        }
    }
}
