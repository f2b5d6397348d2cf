//! Sentences that a rulebook keeps or breaks, and results that a reader expects.

use super::texts;

texts! {
    /// Sentences that a rulebook keeps or breaks, and results that a reader expects.
    Principles {
        title = "Principles",
    }
}
