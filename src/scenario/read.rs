//! From text to a document and back.

use serde::Deserialize as _;
use serde_json::Value;

use super::bounds::DOCUMENT_BYTES;
use super::caps;
use super::diagnostic::{Code, Diagnostic, Path, beginning};
use super::doc::Scenario;
use super::file::{Foreign, is_curly_at, sort_of_text, sort_of_value};
use super::migrate::migrate;
use super::misshapen::Fault;
use super::plain;

/// Characters of what the decoder says: enough for every list of words that it knows.
const DETAIL_CHARS: usize = 800;

/// Reads a document of any version. Marks of the byte order in front of it are no part of it.
///
/// # Errors
///
/// What is wrong with its shape, and where. Whether it makes sense is [`super::lower()`]'s question.
pub fn read(text: &str) -> Result<Scenario, Diagnostic> {
    if text.len() > DOCUMENT_BYTES {
        return Err(Diagnostic { code: Code::TooLarge { bytes: text.len() }, path: Path::root() });
    }
    let text = text.trim_start_matches(|it: char| it == '\u{feff}' || it.is_whitespace());
    let value: Value = serde_json::from_str(text).map_err(|error| match sort_of_text(text) {
        Some(what) => what.refused(),
        None if is_curly_at(text, error.line(), error.column()) => Foreign::CurlyQuotes.refused(),
        None => Diagnostic {
            code: Code::NotJson { line: error.line(), column: error.column(), detail: without_place(&error) },
            path: Path::root(),
        },
    })?;
    match sort_of_value(&value) {
        Some(what) => Err(what.refused()),
        None => from_value(value),
    }
}

/// Reads a document that has been parsed already. Its texts are [settled](plain::settled).
///
/// What programs write beside it is forgiven: whole numbers as `12.0`, and the name of a schema at the top, which is
/// dropped.
///
/// # Errors
///
/// As [`read`].
pub fn from_value(mut value: Value) -> Result<Scenario, Diagnostic> {
    if let Some(fields) = value.as_object_mut() {
        fields.remove("$schema");
    }
    make_whole(&mut value);
    let mut value = migrate(value)?;
    caps::check(&value)?;
    plain::settle_all(&mut value);
    decode(value)
}

/// Makes integers of numbers such as `12.0`, wherever they stand.
fn make_whole(value: &mut Value) {
    match value {
        Value::Array(members) => members.iter_mut().for_each(make_whole),
        Value::Object(fields) => fields.values_mut().for_each(make_whole),
        Value::Number(number) => {
            // Beyond this, whole numbers have no place in a document.
            let whole = number.as_f64().filter(|it| number.is_f64() && it.fract() == 0.0 && it.abs() < 1e12);
            if let Some(whole) = whole {
                #[expect(clippy::cast_possible_truncation, reason = "whole, and small enough to be exact")]
                let whole = whole as i64;
                *number = whole.into();
            }
        }
        _ => {}
    }
}

fn decode(value: Value) -> Result<Scenario, Diagnostic> {
    // The track names list members by number; readers and the editor name them by id.
    let mut track = serde_path_to_error::Track::new();
    let decoded = Scenario::deserialize(serde_path_to_error::Deserializer::new(&value, &mut track));
    decoded.map_err(|error| {
        let mut path = Path::root();
        let mut here = Some(&value);
        for segment in &track.path() {
            use serde_path_to_error::Segment;
            let (part, next) = match segment {
                Segment::Map { key } => (key.clone(), here.and_then(|it| it.get(key))),
                Segment::Seq { index } => {
                    let next = here.and_then(|it| it.get(index));
                    let id = next.and_then(|it| it.get("id")).and_then(Value::as_str);
                    (id.map_or_else(|| index.to_string(), str::to_owned), next)
                }
                Segment::Enum { variant } => (variant.clone(), here.and_then(|it| it.get(variant))),
                Segment::Unknown => continue,
            };
            path = path.at(part);
            here = next;
        }
        let error = beginning(&error.to_string(), DETAIL_CHARS);
        Diagnostic { code: Code::WrongShape { fault: Box::new(Fault::of(&error, here)) }, path }
    })
}

/// The parser's words without the line and column, which the diagnostic has on its own.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// Writes a document as people read it: indented, in the order of the fields.
pub fn write(scenario: &Scenario) -> String {
    // A document has only string keys and finite numbers, so writing it cannot fail.
    plain::without_isolates(serde_json::to_string_pretty(scenario).unwrap_or_default())
}
