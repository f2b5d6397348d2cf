//! One field of all members of a list.
//!
//! A column of small numbers is written as a text with one character for each: `0`–`9`, `a`–`z` and `A`–`Z` for 0 to
//! 61, a space for what is absent, `+` for yes and `-` for no. Other numbers stand in parentheses. A column of texts is
//! one text in which a bar stands before each; nothing between two bars is what is absent. Everything else is a list.

use serde_json::Value;

const ABSENT: char = ' ';
const YES: char = '+';
const NO: char = '-';
const BAR: char = '|';

/// Writes a column; `null` if all is absent.
pub(super) fn write(mut cells: Vec<Value>) -> Value {
    cells.truncate(cells.iter().rposition(|it| !it.is_null()).map_or(0, |it| it + 1));
    if cells.is_empty() {
        return Value::Null;
    }
    let short: Option<String> = cells.iter().map(short).collect();
    let short = short.or_else(|| cells.iter().map(barred).collect());
    let list = Value::Array(cells);
    match short {
        Some(text) if text.len() + 2 <= list.to_string().len() => Value::String(text),
        _ => list,
    }
}

fn short(cell: &Value) -> Option<String> {
    Some(match cell {
        Value::Null => ABSENT.into(),
        Value::Bool(it) => (if *it { YES } else { NO }).into(),
        _ => {
            let number = cell.as_i64()?;
            digit(number).map_or_else(|| format!("({number})"), String::from)
        }
    })
}

fn barred(cell: &Value) -> Option<String> {
    match cell {
        Value::Null => Some(BAR.into()),
        Value::String(text) if !text.is_empty() && !text.contains(BAR) => Some(format!("{BAR}{text}")),
        _ => None,
    }
}

fn digit(number: i64) -> Option<char> {
    let number = u8::try_from(number).ok()?;
    Some(char::from(match number {
        0..=9 => b'0' + number,
        10..=35 => b'a' + (number - 10),
        36..=61 => b'A' + (number - 36),
        _ => return None,
    }))
}

/// Reads a column of at most so many cells. `None` if it is none.
pub(super) fn read(column: &Value, most: usize) -> Option<Vec<Value>> {
    let cells = match column {
        Value::Null => Vec::new(),
        Value::Array(cells) => cells.clone(),
        Value::String(text) => cells_of(text)?,
        _ => return None,
    };
    (cells.len() <= most).then_some(cells)
}

fn cells_of(text: &str) -> Option<Vec<Value>> {
    if let Some(texts) = text.strip_prefix(BAR) {
        let cell = |it: &str| if it.is_empty() { Value::Null } else { it.into() };
        return Some(texts.split(BAR).map(cell).collect());
    }
    let mut cells = Vec::new();
    let mut rest = text.chars();
    while let Some(first) = rest.next() {
        cells.push(match first {
            ABSENT => Value::Null,
            YES => true.into(),
            NO => false.into(),
            '0'..='9' => (u32::from(first) - u32::from('0')).into(),
            'a'..='z' => (u32::from(first) - u32::from('a') + 10).into(),
            'A'..='Z' => (u32::from(first) - u32::from('A') + 36).into(),
            '(' => {
                let (number, after) = rest.as_str().split_once(')')?;
                rest = after.chars();
                number.parse::<i64>().ok()?.into()
            }
            _ => return None,
        });
    }
    Some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(cells: Value, expected: Value) {
        let cells = cells.as_array().unwrap().clone();
        let written = write(cells.clone());
        assert_eq!(written, expected);
        let read = read(&written, cells.len()).unwrap();
        let rest = &cells[read.len()..];
        assert!(cells.starts_with(&read) && rest.iter().all(Value::is_null), "{read:?}");
    }

    #[test]
    fn columns_are_as_short_as_they_can_be() {
        check(json!([]), json!(null));
        check(json!([null, null]), json!(null));
        check(json!([0, 9, 10, 35, 36, 61, 62, -1]), json!("09azAZ(62)(-1)"));
        check(json!([null, true, null, false, null]), json!(" + -"));
        check(json!([1000, 2000]), json!([1000, 2000]));
        check(json!([1, "a"]), json!([1, "a"]));
        check(json!([1, 0.5]), json!([1, 0.5]));
        check(json!([1, [2]]), json!([1, [2]]));
        check(json!(["late bill", null, "信用"]), json!("|late bill||信用"));
        check(json!(["a"]), json!("|a"));
        check(json!([null, "a"]), json!("||a"));
        check(json!(["a|b"]), json!(["a|b"]));
        check(json!(["", "a"]), json!(["", "a"]));
    }

    #[test]
    fn what_is_no_column_is_refused() {
        for column in [
            json!(3),
            json!("("),
            json!("(1"),
            json!("()"),
            json!("é"),
            json!("000"),
            json!("|a|b|c"),
            json!([0, 0, 0]),
        ] {
            assert_eq!(read(&column, 2), None, "{column}");
        }
    }
}
