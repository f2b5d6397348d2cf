//! Lessons: the list, the player, questions, what stands beside the text.

use super::texts;

texts! {
    /// Lessons: the list, the player, questions, what stands beside the text.
    Learn {
        title = "Learn",
    }
}
