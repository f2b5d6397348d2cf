//! What the town calls its parts.

use crate::scenario::society::town;

/// The name of a group.
pub fn group(group: usize) -> String {
    town().groups.get(group).map_or_else(String::new, |it| it.label.clone())
}

/// The name of a district.
pub fn district(district: usize) -> String {
    town().districts.get(district).map_or_else(String::new, |it| it.label.clone())
}
