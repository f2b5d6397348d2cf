//! What each event and each rule contributed to a score.

use super::texts;

texts! {
    /// What each event and each rule contributed to a score.
    Shares {
        title = "What made it",
    }
}
