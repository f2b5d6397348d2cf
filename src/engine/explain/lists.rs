//! Lists and penalties in a life.

use std::collections::BTreeSet;

use super::stays::{Stay, stays};
use crate::engine::Day;
use crate::engine::case::{Entry, Interval, Life, LineIdx};
use crate::engine::model::{Case, ListIdx, RuleIdx, SubjectIdx};

/// A time on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The list.
    pub list: ListIdx,
    /// The first day on it.
    pub day: Day,
    /// The line that put the subject on it.
    pub line: LineIdx,
    /// The rule behind it.
    pub rule: Option<RuleIdx>,
    /// The first day not on it any more, within the account.
    pub end: Option<Day>,
    /// The day on which it ends by itself, within the account or after it.
    pub due: Option<Day>,
    /// Whether some rule in use takes subjects off the list.
    pub way_out: bool,
    /// Days on it within the account.
    pub days: i32,
    /// Number of penalties that the list carries for such subjects.
    pub penalties: usize,
}

impl Listing {
    /// Whether it has no end: not within the account, not by itself, and not by any rule.
    pub const fn never_ends(&self) -> bool {
        self.end.is_none() && self.due.is_none() && !self.way_out
    }
}

/// The longest time on a list, those with penalties first, if it is more telling than the score: because the score
/// does not move, or because no fewer days of penalties came from lists than from bands.
pub(super) fn telling(case: &Case, life: &Life, subject: SubjectIdx) -> Option<Listing> {
    let longest = listings(case, life, subject).into_iter().reduce(|best, it| {
        let key = |it: &Listing| (it.penalties > 0, it.days);
        if key(&it) > key(&best) { it } else { best }
    })?;
    let (mut by_list, mut by_band) = (0, 0);
    for it in penalties(case, life) {
        let cause = it.cause.and_then(|line| life.lines.get(line)).map(|it| it.entry);
        match cause {
            Some(Entry::Listed { .. }) => by_list += days_of(case, it),
            Some(_) => by_band += days_of(case, it),
            None => {}
        }
    }
    let moves = life.course.iter().any(|it| it.score != case.rulebook.scale.start);
    (!moves || (by_list > 0 && by_list >= by_band)).then_some(longest)
}

/// Days with at least one penalty, and the number of different penalties.
pub(super) fn penalised(case: &Case, life: &Life) -> (i32, usize) {
    let (mut days, mut covered) = (0, case.first);
    for it in penalties(case, life) {
        let end = it.end.unwrap_or(case.last.plus_days(1));
        days += end.days_since(it.begin.max(covered)).max(0);
        covered = covered.max(end);
    }
    let different: BTreeSet<_> = penalties(case, life).map(|it| it.consequence).collect();
    (days, different.len())
}

/// Every time on a list, by its first day. One that begins while another on the same list lasts is part of it.
fn listings(case: &Case, life: &Life, subject: SubjectIdx) -> Vec<Listing> {
    let mut listings: Vec<Listing> = Vec::new();
    for Stay { list, end, cause: line, .. } in stays(life) {
        let Some(it) = life.lines.get(line) else { continue };
        let due = it.ends;
        let open = listings.iter_mut().rev().find(|before| before.list == list);
        if let Some(before) = open.filter(|before| before.end.is_none_or(|end| end >= it.day)) {
            before.end = before.end.zip(end).map(|(one, other)| one.max(other));
            before.due = before.due.zip(due).map(|(one, other)| one.max(other));
            continue;
        }
        let rules = &case.rulebook.rules;
        let way_out = rules.iter().any(|it| it.on && it.delistings.contains(&list));
        let penalties = penalties_of(case, list, subject);
        listings.push(Listing { list, day: it.day, line, rule: it.rule, end, due, way_out, days: 0, penalties });
    }
    for it in &mut listings {
        it.days = it.end.unwrap_or(case.last.plus_days(1)).days_since(it.day);
    }
    listings
}

fn penalties_of(case: &Case, list: ListIdx, subject: SubjectIdx) -> usize {
    let kind = case.subjects.get(subject).map(|it| it.kind as usize);
    let carried = case.rulebook.consequences.iter().filter(|it| it.penalty && it.lists.has(list));
    carried.filter(|it| kind.is_some_and(|kind| it.who.has(kind))).count()
}

/// The intervals of penalties, by beginning.
fn penalties<'a>(case: &'a Case, life: &'a Life) -> impl Iterator<Item = &'a Interval> {
    let is_penalty = |it: &&Interval| case.rulebook.consequences.get(it.consequence).is_some_and(|it| it.penalty);
    life.consequences.iter().filter(is_penalty)
}

fn days_of(case: &Case, it: &Interval) -> i32 {
    it.end.unwrap_or(case.last.plus_days(1)).days_since(it.begin)
}
