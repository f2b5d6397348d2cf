//! What can be saved of a link that was cut off or changed on the way.
//!
//! A document is packed with its title first and its events last, so that the beginning of a link is worth something.

use serde_json::{Value, json};

use super::unpack;
use crate::scenario::read::{from_value, write};

/// The largest part of a damaged link that is a scenario, as a document; or else the text as it is.
pub(super) fn saved(text: &str) -> Option<String> {
    let text = text.trim_end_matches(char::REPLACEMENT_CHARACTER);
    scenario_in(text).or_else(|| (!text.is_empty()).then(|| text.to_owned()))
}

fn scenario_in(text: &str) -> Option<String> {
    let parts: Value = serde_json::from_str(&closed(text)).ok()?;
    let row = parts.get(1)?.as_array()?;
    // The last part goes: the damage is in it, and half a list of events tells another story.
    (1..row.len()).rev().find_map(|len| scenario_of(row.get(..len)?))
}

fn scenario_of(row: &[Value]) -> Option<String> {
    let mut document = unpack::document(&Value::Array(row.to_vec())).ok()?;
    let record = document.as_object_mut()?;
    for name in ["kinds", "cast", "events"] {
        record.entry(name).or_insert_with(|| json!([]));
    }
    record.entry("rulebook").or_insert_with(|| json!({ "sources": [], "rules": [] }));
    from_value(document).ok().map(|it| write(&it))
}

/// The beginning of a JSON text up to its last complete value, with all brackets closed.
fn closed(text: &str) -> String {
    let mut open: Vec<char> = Vec::new();
    let (mut end, mut still_open) = (0, Vec::new());
    let (mut in_text, mut escaped) = (false, false);
    for (at, it) in text.char_indices() {
        if in_text {
            in_text = escaped || it != '"';
            escaped = !escaped && it == '\\';
            continue;
        }
        match it {
            '"' => in_text = true,
            '[' => open.push(']'),
            '{' => open.push('}'),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
        if matches!(it, ',' | '[' | '{' | ']' | '}') {
            end = if it == ',' { at } else { at + 1 };
            still_open.clone_from(&open);
        }
    }
    let start = text.get(..end).unwrap_or_default();
    start.chars().chain(still_open.into_iter().rev()).collect()
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
