//! Numbers that were pinned.

use super::texts;

texts! {
    /// Numbers that were pinned.
    Claims {
        title = "Pinned numbers",
    }
}
