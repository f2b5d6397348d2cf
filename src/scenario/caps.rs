//! A first look at a document, before anything is made of it: is it of a size that anybody could mean?
//!
//! [`super::lower()`] says all that is wrong with a document, each thing with its place. That is worth its time only if
//! there is not far too much of everything: here lists that are several times too long and names that are several times
//! too long are refused, the first one that is met, in one pass and without copying.

use serde_json::Value;

use super::bounds;
use super::diagnostic::{Code, Diagnostic, Path, Thing, quoted};
use super::shape::{Field, SCENARIO, Shape};

/// Lists that are so many times longer than they may be are refused here.
const FAR: usize = 2;
/// Lists without ids, whatever they hold, are shorter than this.
const PLAIN_MEMBERS: usize = 200;
/// Texts that are so many times longer than they may be are refused here.
const FAR_TEXT: usize = 4;

/// A place on the way down, written out only if something is wrong there.
#[derive(Clone, Copy)]
struct Place<'a> {
    up: Option<&'a Place<'a>>,
    part: Part<'a>,
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Document,
    Name(&'a str),
    Member(usize),
}

impl Place<'_> {
    fn path(&self) -> Path {
        let up = self.up.map_or_else(Path::root, Place::path);
        match self.part {
            Part::Document => up,
            Part::Name(name) => up.at(name),
            Part::Member(number) => up.at(number),
        }
    }
}

/// Checks how much there is of everything.
///
/// # Errors
///
/// The first list or name that is much too long.
pub fn check(document: &Value) -> Result<(), Diagnostic> {
    walk(document, Shape::Record(SCENARIO), &Place { up: None, part: Part::Document })
}

fn walk(value: &Value, shape: Shape, place: &Place<'_>) -> Result<(), Diagnostic> {
    let wrong = |code| Err(Diagnostic { code, path: place.path() });
    match (shape, value) {
        (Shape::Keyed(keyed), Value::Array(list)) => {
            if list.len() > FAR * keyed.most {
                return wrong(Code::TooMany { thing: keyed.thing, found: list.len(), most: keyed.most });
            }
            for (at, it) in list.iter().enumerate() {
                let id = it.get("id").and_then(Value::as_str).filter(|it| !it.is_empty());
                let part = id.map_or(Part::Member(at), Part::Name);
                walk(it, Shape::Record(keyed.fields), &Place { up: Some(place), part })?;
            }
        }
        (Shape::List(of), Value::Array(list)) => {
            if list.len() > PLAIN_MEMBERS {
                return wrong(too_many(*of, list.len()));
            }
            for (at, it) in list.iter().enumerate() {
                walk(it, *of, &Place { up: Some(place), part: Part::Member(at) })?;
            }
        }
        (Shape::Record(fields) | Shape::OneOf(fields), Value::Object(record)) => {
            for (name, value) in record {
                let Some(field) = fields.iter().find(|it| it.name == name) else { continue };
                walk_field(value, field, &Place { up: Some(place), part: Part::Name(field.name) })?;
            }
        }
        (Shape::Values, Value::Object(values)) => {
            if values.len() > FAR * bounds::FIELDS {
                return wrong(Code::TooMany { thing: Thing::Field, found: values.len(), most: bounds::FIELDS });
            }
            for (name, value) in values {
                let place = Place { up: Some(place), part: Part::Name(name) };
                is_name(name, &place)?;
                is_name(value.as_str().unwrap_or_default(), &place)?;
            }
        }
        (Shape::Name(_), Value::String(name)) => is_name(name, place)?,
        (Shape::Plain, Value::String(text)) if text.len() > FAR_TEXT * bounds::TEXT_CHARS => {
            return wrong(Code::TextTooLong { most: bounds::TEXT_CHARS });
        }
        _ => {}
    }
    Ok(())
}

fn walk_field(value: &Value, field: &Field, place: &Place<'_>) -> Result<(), Diagnostic> {
    match (field.name, value) {
        ("id" | "field" | "is" | "default", Value::String(name)) => is_name(name, place),
        _ => walk(value, field.shape, place),
    }
}

/// The name of something, however it is spelt, is not a whole text.
fn is_name(name: &str, place: &Place<'_>) -> Result<(), Diagnostic> {
    if name.len() > FAR_TEXT * bounds::QUOTED_CHARS {
        return Err(Diagnostic { code: Code::BadId { id: quoted(name) }, path: place.path() });
    }
    Ok(())
}

fn too_many(of: Shape, found: usize) -> Code {
    let (thing, most) = match of {
        Shape::Name(thing) => (thing, most(thing)),
        Shape::OneOf(_) => return Code::ConditionTooLarge,
        Shape::Plain => (Thing::Step, bounds::REPEAT_STEPS),
        _ => (Thing::Effect, PLAIN_MEMBERS),
    };
    Code::TooMany { thing, found, most }
}

/// How many of something a document may have, and so how many a list of their names.
pub const fn most(thing: Thing) -> usize {
    match thing {
        Thing::Source => bounds::SOURCES,
        Thing::Band => bounds::BANDS,
        Thing::List => bounds::LISTS,
        _ => PLAIN_MEMBERS,
    }
}
