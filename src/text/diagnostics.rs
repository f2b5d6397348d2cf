//! What is wrong with a document, in words.

use super::texts;
use crate::scenario::Code;

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

texts! {
    /// Messages and hints for diagnostics.
    Diagnostics {
        words: fn(&Code) -> Words = words,
    }
}

fn words(code: &Code) -> Words {
    Words { message: code.id().to_owned(), hint: String::new() }
}
