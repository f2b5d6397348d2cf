//! From text to a document and back.

use serde::Deserialize as _;
use serde_json::Value;

use super::bounds::DOCUMENT_BYTES;
use super::caps;
use super::diagnostic::{Code, Diagnostic, Path, beginning};
use super::doc::Scenario;
use super::migrate::migrate;

/// Characters of what the decoder says: enough for every list of words that it knows.
const DETAIL_CHARS: usize = 800;

/// Reads a document of any version.
///
/// # Errors
///
/// What is wrong with its shape, and where. Whether it makes sense is [`super::lower()`]'s question.
pub fn read(text: &str) -> Result<Scenario, Diagnostic> {
    if text.len() > DOCUMENT_BYTES {
        return Err(Diagnostic { code: Code::TooLarge { bytes: text.len() }, path: Path::root() });
    }
    let value: Value = serde_json::from_str(text).map_err(|error| Diagnostic {
        code: Code::NotJson { line: error.line(), column: error.column(), detail: without_place(&error) },
        path: Path::root(),
    })?;
    from_value(value)
}

/// Reads a document that has been parsed already.
///
/// # Errors
///
/// As [`read`].
pub fn from_value(value: Value) -> Result<Scenario, Diagnostic> {
    let value = migrate(value)?;
    caps::check(&value)?;
    decode(value)
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
        Diagnostic { code: Code::WrongShape { detail: beginning(&error.to_string(), DETAIL_CHARS) }, path }
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
    serde_json::to_string_pretty(scenario).unwrap_or_default()
}
