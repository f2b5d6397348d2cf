//! What exactly is wrong with the shape of a document: from the decoder's words to data that can be worded.

use serde_json::Value;

use super::wire::{DAY_WANTED, DayText};

/// What is wrong with the shape of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A field that such a part does not have.
    UnknownField {
        /// Its name.
        field: String,
        /// The field that is most like it, if one is.
        like: Option<String>,
        /// All fields that there are.
        all: Vec<String>,
    },
    /// A field that has to be there.
    Missing {
        /// Its name.
        field: String,
    },
    /// A word that does not stand for anything here.
    UnknownWord {
        /// The word.
        word: String,
        /// The word that is most like it, if one is.
        like: Option<String>,
        /// All words that there are.
        all: Vec<String>,
    },
    /// No day, or not written as days are.
    Day {
        /// What stands there.
        found: String,
        /// The days that may be meant: none, one, or two if day and month cannot be told apart.
        like: Vec<DayText>,
    },
    /// No number, or none that fits.
    Number {
        /// What stands there.
        found: String,
        /// Whether it has to be a whole one.
        whole: bool,
    },
    /// Something of another sort.
    Sort {
        /// What stands there.
        found: String,
        /// What is wanted.
        wanted: Sort,
    },
    /// Anything else, in the decoder's words.
    Other {
        /// The words.
        detail: String,
    },
}

/// What can stand in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A text.
    Text,
    /// True or false.
    Truth,
    /// A list.
    List,
    /// A record.
    Record,
}

/// The most letters of a document that a diagnostic quotes.
const QUOTED: usize = 60;

impl Fault {
    /// Makes data of what the decoder says about `here`.
    pub(super) fn of(detail: &str, here: Option<&Value>) -> Self {
        let found = || here.map_or_else(String::new, shown);
        let named = |rest: &str| {
            let (name, all) = rest.rsplit_once("`, expected ").or_else(|| rest.rsplit_once("`, there are "))?;
            let all: Vec<String> = all.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            Some((short(name), nearest(name, &all), all))
        };
        let unknown_field = detail.strip_prefix("unknown field `").and_then(named);
        let unknown_word = detail.strip_prefix("unknown variant `").and_then(named);
        if let Some((field, like, all)) = unknown_field {
            return Self::UnknownField { field, like, all };
        }
        if let Some((word, like, all)) = unknown_word {
            return Self::UnknownWord { word, like, all };
        }
        if let Some(field) = detail.strip_prefix("missing field `").and_then(|it| it.strip_suffix('`')) {
            return Self::Missing { field: field.to_owned() };
        }
        let wanted = detail.rsplit_once(", expected ").map_or("", |it| it.1);
        let sort = |wanted| Self::Sort { found: found(), wanted };
        match wanted {
            DAY_WANTED => Self::Day { found: found(), like: here.map(days_like).unwrap_or_default() },
            "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" => {
                Self::Number { found: found(), whole: true }
            }
            _ if wanted.starts_with("a number") => Self::Number { found: found(), whole: false },
            "a string" => sort(Sort::Text),
            "a boolean" => sort(Sort::Truth),
            "a sequence" => sort(Sort::List),
            _ if wanted == "a map" || wanted.starts_with("struct ") => sort(Sort::Record),
            _ => Self::Other { detail: short(detail) },
        }
    }
}

/// A value as it stands in a file, cut if it is long.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => short(text),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
        other => other.to_string(),
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The name that is most like another, if one is like enough to be meant.
pub fn nearest(name: &str, all: &[String]) -> Option<String> {
    let plain = |it: &str| -> Vec<char> {
        it.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).take(QUOTED).collect()
    };
    let wanted = plain(name);
    let far = |it: &&String| steps(&wanted, &plain(it));
    let best = all.iter().min_by_key(far)?;
    let begins = wanted.len() >= 3 && plain(best).starts_with(&wanted);
    (begins || far(&best) <= (wanted.len() / 3).clamp(1, 3)).then(|| best.clone())
}

/// How many letters have to be put in, taken out or changed to make one word of the other.
fn steps(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut corner = at;
        row[0] = at + 1;
        for (place, it) in other.iter().enumerate() {
            let here = (corner + usize::from(letter != it)).min(row[place] + 1).min(row[place + 1] + 1);
            corner = std::mem::replace(&mut row[place + 1], here);
        }
    }
    row[other.len()]
}

/// The days that somebody may have meant who wrote something else.
fn days_like(value: &Value) -> Vec<DayText> {
    let text = shown(value);
    // A moment is a day with a time behind it.
    let day = text.split(['T', 't']).next().unwrap_or_default().trim();
    let day = day.split_once(' ').filter(|it| it.1.contains(':')).map_or(day, |it| it.0);
    let parts: Vec<&str> = day.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let is_plain = day.chars().all(|it| it.is_ascii_digit() || " ./-–年月日,".contains(it));
    let made = |year: &str, month: &str, day: &str| -> Option<DayText> {
        format!("{year:0>4}-{month:0>2}-{day:0>2}").parse().ok().map(DayText)
    };
    let mut days = match parts[..] {
        _ if !is_plain => Vec::new(),
        [digits] if digits.len() == 8 => vec![made(&digits[..4], &digits[4..6], &digits[6..])],
        [year, month, day] if year.len() == 4 => vec![made(year, month, day)],
        // Points stand between day, month and year; what stands between slashes depends on the country.
        [day, month, year] if year.len() == 4 && text.contains('.') => vec![made(year, month, day)],
        [one, other, year] if year.len() == 4 => vec![made(year, other, one), made(year, one, other)],
        _ => Vec::new(),
    };
    days.dedup();
    days.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_recognised_in_the_forms_of_the_world() {
        let cases: [(Value, &[&str]); 12] = [
            ("31.12.2020".into(), &["2020-12-31"]),
            ("2.3.2021".into(), &["2021-03-02"]),
            ("13/05/2025".into(), &["2025-05-13"]),
            ("05/13/2025".into(), &["2025-05-13"]),
            ("06/05/2025".into(), &["2025-05-06", "2025-06-05"]),
            ("2021/3/2".into(), &["2021-03-02"]),
            ("2021年3月2日".into(), &["2021-03-02"]),
            ("2021-03-02T10:15:00Z".into(), &["2021-03-02"]),
            ("2021-03-02 10:15".into(), &["2021-03-02"]),
            (20_210_302.into(), &["2021-03-02"]),
            ("2021-02-30".into(), &[]),
            ("yesterday".into(), &[]),
        ];
        for (value, days) in cases {
            let like: Vec<String> = days_like(&value).iter().map(|it| it.0.to_string()).collect();
            assert_eq!(like, days, "{value}");
        }
    }

    #[test]
    fn the_nearest_name_is_found_and_no_stranger() {
        let all = ["title", "summary", "first_day", "rulebook", "events"].map(str::to_owned);
        for (name, like) in [
            ("Title", Some("title")),
            ("firstDay", Some("first_day")),
            ("rule-book", Some("rulebook")),
            ("event", Some("events")),
            ("sumary", Some("summary")),
            ("colour", None),
            ("author", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, &all).as_deref(), like, "{name}");
        }
    }
}
