//! What can be saved of a link that was cut off or changed on the way.
//!
//! A document is packed with its title first and its events last, so that the beginning of a link is worth something.

use serde_json::{Value, json};

use super::pack::width;
use super::unpack;
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::read::{from_value, write};
use crate::scenario::shape::{self, SCENARIO};

/// The largest part of a damaged link that is a scenario, as a document; or else the text as it is.
pub(super) fn saved(text: &str) -> Option<String> {
    let text = text.trim_end_matches(char::REPLACEMENT_CHARACTER);
    scenario_in(text).or_else(|| (!text.is_empty()).then(|| text.to_owned()))
}

/// How often it is tried to make a scenario of what is there: once for the part that was cut off, and for a few more that
/// something is wrong with.
const TRIES: usize = 4;

fn scenario_in(text: &str) -> Option<String> {
    let parts: Value = serde_json::from_str(&closed(text)).ok()?;
    let Value::Array(mut row) = parts.as_array()?.get(1)?.clone() else { return None };
    // The last part goes: the damage is in it, and half a list of events tells another story.
    row.truncate(row.len().saturating_sub(1).min(width(SCENARIO)));
    for _ in 0..TRIES {
        match scenario_of(&row) {
            Ok(document) => return Some(document),
            // A part with something wrong in it goes, and all that comes behind.
            Err(wrong) => {
                let name = wrong.path.parts().next()?;
                let slot = shape::field(SCENARIO, name)?.slot;
                if slot >= row.len() {
                    return None;
                }
                row.truncate(slot);
            }
        }
    }
    None
}

fn scenario_of(row: &[Value]) -> Result<String, Diagnostic> {
    let mut document = unpack::parts(row)?;
    for name in ["kinds", "cast", "events"] {
        document.entry(name).or_insert_with(|| json!([]));
    }
    document.entry("rulebook").or_insert_with(|| json!({ "sources": [], "rules": [] }));
    from_value(Value::Object(document)).map(|it| write(&it))
}

/// The beginning of a JSON text up to its last complete value, with all brackets closed.
fn closed(text: &str) -> String {
    let mut end = 0;
    for (at, it) in marks(text) {
        end = if it == ',' { at } else { at + 1 };
    }
    let start = text.get(..end).unwrap_or_default();
    let mut open: Vec<char> = Vec::new();
    for (_, it) in marks(start) {
        match it {
            '[' => open.push(']'),
            '{' => open.push('}'),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    start.chars().chain(open.into_iter().rev()).collect()
}

/// The brackets and commas of a JSON text that do not stand inside one of its texts, and their places.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut in_text, mut escaped) = (false, false);
    text.char_indices().filter(move |&(_, it)| {
        if in_text {
            in_text = escaped || it != '"';
            escaped = !escaped && it == '\\';
            return false;
        }
        in_text = it == '"';
        matches!(it, ',' | '[' | '{' | ']' | '}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_text_is_closed() {
        for (text, expected) in [
            ("", ""),
            ("[1,[2,3", "[1,[2]]"),
            ("[1,[2,\"a,[\\\"\"", "[1,[2]]"),
            ("[1,[2,\"a\",", "[1,[2,\"a\"]]"),
            ("[1,{\"a\":[1],\"b\"", "[1,{\"a\":[1]}]"),
            ("[1,[", "[1,[]]"),
            ("[1]", "[1]"),
            ("]]", "]]"),
        ] {
            assert_eq!(closed(text), expected);
        }
    }
}
