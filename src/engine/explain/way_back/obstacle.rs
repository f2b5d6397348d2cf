//! Why there is no way.

use std::collections::BTreeSet;

use crate::engine::Points;
use crate::engine::case::{Entry, Life, LineIdx, Standing, run};
use crate::engine::model::BandIdx;

use super::ground::Ground;
use super::{NoWay, Obstacle};

/// Months that are looked ahead for what ends by itself.
const AHEAD: u32 = 240;

/// What no act can change. `now` is the life if nothing is done.
pub(super) fn at_once(ground: &Ground, now: &Life) -> Option<Obstacle> {
    if ground.goal() > ground.case.rulebook.scale.highest {
        return Some(Obstacle::Scale);
    }
    let held = ceilings(now, ground.question.target);
    if let Some(first) = held.first() {
        let rule = now.lines.get(*first).and_then(|it| it.rule);
        let ends = |line: &LineIdx| now.lines.get(*line).and_then(|it| it.ends);
        let until = held.iter().map(ends).collect::<Option<Vec<_>>>().and_then(|it| it.into_iter().max());
        return Some(Obstacle::Ceiling { rule, until });
    }
    ground.acts.is_empty().then_some(Obstacle::NoAct)
}

/// The lines of ceilings below a band that are in force at the end of a life.
fn ceilings(life: &Life, target: BandIdx) -> Vec<LineIdx> {
    let mut open = BTreeSet::new();
    for (idx, line) in life.lines.iter().enumerate() {
        match line.entry {
            Entry::Ceiling { band, .. } if band < target => drop(open.insert(idx)),
            Entry::CeilingEnded { of, .. } => drop(open.remove(&of)),
            _ => {}
        }
    }
    open.into_iter().collect()
}

pub(super) fn no_way(ground: &Ground, end: Standing, why: Obstacle) -> NoWay {
    let mut case = ground.case.clone();
    case.last = ground.question.by.plus_months(AHEAD);
    let life = run(&case).lives.swap_remove(ground.question.subject);
    let later = life.course.iter().find(|it| it.day > ground.question.by && it.band >= ground.question.target);
    let missing = (ground.goal() - end.score).max(Points::ZERO);
    NoWay { why, score: end.score, missing, later: later.map(|it| it.day) }
}
