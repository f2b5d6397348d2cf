//! Several rulebooks on the same lives.

use super::texts;

texts! {
    /// Several rulebooks on the same lives.
    Compare {
        title = "Compare rulebooks",
    }
}
