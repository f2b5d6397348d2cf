//! In the room: projector, class, paper.

use super::texts;

texts! {
    /// In the room: projector, class, paper.
    Room {
        title = "In the room",
    }
}
