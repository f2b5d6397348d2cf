//! The notice that a subject gets, and the exercise with hidden rules.

use super::texts;

texts! {
    /// The notice that a subject gets, and the exercise with hidden rules.
    Letter {
        title = "The letter",
    }
}
