//! When a subject was on which list.

use std::collections::BTreeMap;

use crate::engine::Day;
use crate::engine::case::{Entry, Life, LineIdx};
use crate::engine::model::ListIdx;

/// A stay on a list from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The list.
    pub list: ListIdx,
    /// The first day.
    pub begin: Day,
    /// The first day after it; `None` if it lasts to the end of the account.
    pub end: Option<Day>,
    /// The ledger line that began it.
    pub cause: LineIdx,
}

/// The stays on lists in a life, by beginning. Stays on one list may overlap: each has its own cause.
pub fn stays(life: &Life) -> Vec<Stay> {
    let mut stays = Vec::new();
    let mut place_of: BTreeMap<LineIdx, usize> = BTreeMap::new();
    for (cause, line) in life.lines.iter().enumerate() {
        match line.entry {
            Entry::Listed { list } => {
                place_of.insert(cause, stays.len());
                stays.push(Stay { list, begin: line.day, end: None, cause });
            }
            Entry::ListingEnded { of, .. } => {
                if let Some(&place) = place_of.get(&of) {
                    stays[place].end = Some(line.day);
                }
            }
            _ => {}
        }
    }
    stays
}
