//! What is questionable about a rulebook, and its safeguards.

use super::texts;

texts! {
    /// What is questionable about a rulebook, and its safeguards.
    Review {
        title = "Review",
    }
}
