//! What is wrong with the shape of a document, in words: each message shows the form that is wanted.

use crate::scenario::misshapen::{Fault, Sort};
use crate::scenario::wire::DECIMAL_MAX;

/// What is wrong, and what to do.
pub(super) fn words(fault: &Fault) -> (String, String) {
    match fault {
        Fault::UnknownField { field, like, all } => (
            format!("Here is “{field}”, which a scenario does not have at this place."),
            meant(like.as_deref(), all, "Delete it. Allowed here:"),
        ),
        Fault::Missing { field } => (
            format!("“{field}” is missing here."),
            format!("Add \"{field}\": … as it stands in a file that the lab saved."),
        ),
        Fault::UnknownWord { word, like, all } => {
            (format!("“{word}” means nothing here."), meant(like.as_deref(), all, "Write one of"))
        }
        Fault::Day { found, like } => {
            let hint = match like.as_slice() {
                [] => "Write year, month and day, such as 2021-03-02.".to_owned(),
                [day] => format!("Write {}: year, month, day.", day.0),
                [one, other, ..] => format!("Write {} or {}, whichever is meant: year, month, day.", one.0, other.0),
            };
            (format!("“{found}” is not a date in the form that a scenario needs."), hint)
        }
        Fault::Number { found, whole: true } => (
            format!("“{found}” is not a whole number that can stand here."),
            "Write digits only, without quotes, such as 12.".into(),
        ),
        Fault::Number { found, whole: false } => (
            format!("“{found}” is not a number that can stand here."),
            format!(
                "Write digits without quotes, such as -12.5: at most three places after the point, and no larger than \
                 {DECIMAL_MAX}."
            ),
        ),
        Fault::Sort { found, wanted } => {
            let wanted = match wanted {
                Sort::Text => "Write a text in quotes, such as \"late bill\".",
                Sort::Truth => "Write true or false, without quotes.",
                Sort::List => "Write a list in square brackets, such as [ … ].",
                Sort::Record => "Write a part in curly brackets, such as { … }.",
            };
            (format!("“{found}” cannot stand here."), wanted.into())
        }
        Fault::Other { detail } => (
            format!("This part is not written the way a scenario needs: {detail}."),
            "Compare it with a file that the lab saved, or with the published schema.".into(),
        ),
    }
}

/// The one that was meant; else all that there are, if they are not too many to read.
fn meant(like: Option<&str>, all: &[String], several: &str) -> String {
    match like {
        Some(like) => format!("Did you mean “{like}”?"),
        None if all.is_empty() => "Delete it.".to_owned(),
        None => format!("{several} {}.", all.join(", ")),
    }
}
