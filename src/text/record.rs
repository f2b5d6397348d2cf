//! The record and the page for watching films.

use super::texts;

texts! {
    /// The record and the page for watching films.
    Record {
        title = "Record",
    }
}
