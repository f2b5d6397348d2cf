//! What the town calls its parts.

use crate::ui::state::texts;

/// The name of a group.
pub fn group(group: usize) -> String {
    (texts().society.group)(group)
}

/// The name of a district.
pub fn district(district: usize) -> String {
    (texts().society.district)(district)
}
