//! Comparing documents: what changed, as a list, as a patch, and how to take one thing back.
//!
//! Lists of things with an `id` are compared by id, so that a rule is the same rule wherever it stands. Everything here
//! goes by the table in [`super::shape`].

mod delta;
mod order;
mod patch;
mod revert;

use serde_json::Value;

use super::diagnostic::Path;
use super::doc::Scenario;
use delta::{Delta, Members};

pub use patch::{apply, diff};
pub use revert::{revert, revert_order};

/// One difference between two documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where it is. For members of lists: the id, or the number of the member if the list has no ids.
    pub path: Path,
    /// What sort of difference it is.
    pub what: What,
    /// What was there; `None` if there was nothing. A field that is left out of the file because it has its default
    /// counts as having its default.
    pub before: Option<Value>,
    /// What is there now; `None` if there is nothing.
    pub after: Option<Value>,
}

/// The sorts of differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A value became another, came or went.
    Value,
    /// A member of a list with ids was added.
    Added,
    /// A member of a list with ids was removed.
    Removed,
    /// Members of a list with ids stand in another order. The path is that of the list, `before` and `after` are all
    /// its ids.
    Order,
}

/// Everything that is different, in document order.
///
/// # Properties
///
/// Empty if and only if the documents are equal. In a list with ids come first the members that changed or are gone,
/// in their old order, then the new ones, then the order.
///
/// A list without ids is one value if members came or went; otherwise its members are compared one by one. Conditions
/// that test something else are one value.
pub fn changes(before: &Scenario, after: &Scenario) -> Vec<Change> {
    let mut changes = Vec::new();
    if let Some(delta) = delta::scenarios(before, after) {
        collect(&mut changes, &Path::root(), delta);
    }
    changes
}

fn collect(changes: &mut Vec<Change>, path: &Path, delta: Delta) {
    match delta {
        Delta::Leaf { before, after } => {
            changes.push(Change { path: path.clone(), what: What::Value, before, after });
        }
        Delta::Parts(parts) => {
            for (part, delta) in parts {
                collect(changes, &path.at(part), delta);
            }
        }
        Delta::Members(members) => collect_members(changes, path, members),
    }
}

fn collect_members(changes: &mut Vec<Change>, path: &Path, members: Members) {
    for (id, delta) in members.changed {
        let path = path.at(id);
        if let Delta::Leaf { before, after: None } = delta {
            changes.push(Change { path, what: What::Removed, before, after: None });
        } else {
            collect(changes, &path, delta);
        }
    }
    for placed in members.placed {
        if placed.new.is_some() {
            changes.push(Change { path: path.at(placed.id), what: What::Added, before: None, after: placed.new });
        }
    }
    if let Some((before, after)) = members.order {
        let (before, after) = (Some(before.into()), Some(after.into()));
        changes.push(Change { path: path.clone(), what: What::Order, before, after });
    }
}
