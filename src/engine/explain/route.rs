//! From a consequence back to the points: why it is in force on a day.

use std::collections::BTreeSet;

use crate::engine::case::{Entry, Life, LineIdx};
use crate::engine::model::{Case, ConsequenceIdx};
use crate::engine::{Day, Points};

use super::stays::stays;

/// Why a consequence is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The subject is on a list that carries it: the lines that put it there.
    Lists(Vec<LineIdx>),
    /// A ceiling holds the subject in a band that carries it: the lines that began one.
    Ceilings(Vec<LineIdx>),
    /// The score lies below this border, above which it would not be carried.
    Below(Points),
    /// The score lies at or above this border, below which it would not be carried.
    Above(Points),
    /// Every band carries it.
    Everybody,
}

/// Why a consequence is in force at the end of a day. None if neither list nor band carries it then.
///
/// A penalty is followed up the scale, a reward down, to the nearest band without it.
pub fn route(case: &Case, life: &Life, consequence: ConsequenceIdx, day: Day) -> Option<Route> {
    let it = case.rulebook.consequences.get(consequence)?;
    let stays = stays(life);
    let on_day = stays.iter().filter(|stay| stay.begin <= day && stay.end.is_none_or(|end| day < end));
    let listed: Vec<LineIdx> = on_day.filter(|stay| it.lists.has(stay.list)).map(|stay| stay.cause).collect();
    if !listed.is_empty() {
        return Some(Route::Lists(listed));
    }
    let standing = life.at(day);
    if !it.bands.has(standing.band) {
        return None;
    }
    let bands = &case.rulebook.bands;
    let by_score = bands.partition_point(|from| *from <= standing.score).saturating_sub(1);
    if !it.bands.has(by_score) {
        return Some(Route::Ceilings(ceilings(life, day, standing.band)));
    }
    let above = (by_score + 1..bands.len()).find(|band| !it.bands.has(*band)).map(|band| Route::Below(bands[band]));
    let below = (0..by_score).rev().find(|band| !it.bands.has(*band)).map(|band| Route::Above(bands[band + 1]));
    let found = if it.penalty { above.or(below) } else { below.or(above) };
    Some(found.unwrap_or(Route::Everybody))
}

/// The lines that began a ceiling at a band that is in force at the end of a day.
fn ceilings(life: &Life, day: Day, at: usize) -> Vec<LineIdx> {
    let mut open = BTreeSet::new();
    for (idx, line) in life.lines.iter().enumerate().take_while(|it| it.1.day <= day) {
        match line.entry {
            Entry::Ceiling { band, .. } if band == at => drop(open.insert(idx)),
            Entry::CeilingEnded { of, .. } => drop(open.remove(&of)),
            _ => {}
        }
    }
    open.into_iter().collect()
}
