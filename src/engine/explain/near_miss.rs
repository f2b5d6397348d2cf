//! Near misses: how little was missing for a rule to meet an event.

use crate::engine::Points;
use crate::engine::case::{Report, Verdict};
use crate::engine::condition::Cond;
use crate::engine::model::{Case, Event, EventIdx, GroupIdx, RuleIdx, Subject, SubjectKind};

/// The smallest difference of two numbers.
const LEAST: Points = Points::from_thousandths(1);

/// A rule whose tests an event did not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The rule.
    pub rule: RuleIdx,
    /// The fewest tests that would have to come out otherwise.
    pub failed: usize,
    /// The one value that would have been enough, if one is.
    pub need: Option<Need>,
}

/// One value that a rule would have needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Another number: the nearest that the rule takes.
    Number {
        /// The place of the field in the event.
        field: usize,
        /// What it is.
        had: Points,
        /// What it would have to be.
        needed: Points,
        /// How the rule says so.
        says: Says,
    },
    /// Another choice: the first that the rule takes.
    Choice {
        /// The place of the field in the event.
        field: usize,
        /// The place of the choice that it is.
        had: usize,
        /// The place of the choice that it would have to be.
        needed: usize,
    },
    /// Another kind of subject.
    Subject(SubjectKind),
    /// To belong to a group.
    Group(GroupIdx),
    /// To belong to none of the groups that the rule names.
    NotGroup(GroupIdx),
}

/// How a rule says which numbers it takes, seen from the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// This and more.
    AtLeast,
    /// More than the one just below.
    MoreThan,
    /// This and less.
    AtMost,
    /// Less than the one just above.
    LessThan,
    /// This and none beside it.
    Exactly,
}

/// The rules whose tests an event did not meet, the nearest first; of two that are as near, the first in the rulebook.
///
/// Nearer is what one value would mend, then what fewer tests stand against, then the smaller gap of a number. A gap is
/// measured against the number that is needed, and who somebody is counts as a whole one: a modelling choice.
///
/// Only rules that are in use and that listen to a source that recorded the event.
pub fn near_misses(case: &Case, report: &Report, event: EventIdx) -> Vec<NearMiss> {
    let (Some(outcome), Some(it)) = (report.events.get(event), case.events.get(event)) else { return Vec::new() };
    let failed = outcome.offers.iter().filter(|it| it.verdict == Verdict::TestFailed);
    let mut misses: Vec<NearMiss> = failed.map(|offer| near_miss(case, it, offer.rule)).collect();
    misses.sort_by_key(|it| (it.need.is_none(), it.failed, it.need.map_or(WHOLE, distance), it.rule));
    misses
}

/// A gap that is as large as the number needed, as [`share`] tells it.
const WHOLE: i128 = 1_000_000;

/// How far off a value is, in millionths of what is needed.
fn distance(need: Need) -> i128 {
    match need {
        Need::Number { had, needed, .. } => share(had, needed),
        _ => WHOLE,
    }
}

/// A gap in millionths of what is needed.
fn share(had: Points, needed: Points) -> i128 {
    let gap = i128::from((needed - had).thousandths().unsigned_abs());
    gap * WHOLE / i128::from(needed.thousandths().unsigned_abs().max(1))
}

fn near_miss(case: &Case, event: &Event, rule: RuleIdx) -> NearMiss {
    let cond = &case.rulebook.rules[rule].cond;
    let subject = &case.subjects[event.subject];
    NearMiss { rule, failed: failed(cond, event, subject, true), need: need(cond, event, subject) }
}

/// The fewest tests that would have to come out otherwise for a condition to be as wanted. A condition that cannot be so
/// at all (either of none) counts as one more than it has tests.
fn failed(cond: &Cond, event: &Event, subject: &Subject, wanted: bool) -> usize {
    let each = |parts: &[Cond]| parts.iter().map(|it| failed(it, event, subject, wanted)).collect::<Vec<_>>();
    match cond {
        Cond::Not(part) => failed(part, event, subject, !wanted),
        Cond::All(parts) if wanted => each(parts).into_iter().sum(),
        Cond::Any(parts) if !wanted => each(parts).into_iter().sum(),
        Cond::All(parts) | Cond::Any(parts) => each(parts).into_iter().min().unwrap_or(1),
        _ => usize::from(cond.holds(&event.fields, subject) != wanted),
    }
}

/// The tests of a condition, whatever joins them.
fn tests<'a>(cond: &'a Cond, all: &mut Vec<&'a Cond>) {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|it| tests(it, all)),
        Cond::Not(part) => tests(part, all),
        _ => all.push(cond),
    }
}

/// The one value with which a condition would hold: a number before a choice, a choice before who the subject is.
///
/// As a condition follows one number, it changes only at the numbers that its tests name, so these and their neighbours
/// are all that must be tried.
fn need(cond: &Cond, event: &Event, subject: &Subject) -> Option<Need> {
    let mut all = Vec::new();
    tests(cond, &mut all);
    let fields = 0..event.fields.len();
    let holds_with = |field: usize, value: Points| {
        let mut other = event.clone();
        other.fields[field] = value;
        cond.holds(&other.fields, subject)
    };
    let numbers = fields.clone().filter_map(|field| {
        let had = event.fields[field];
        let named = all.iter().filter_map(|it| match it {
            Cond::Number { field: of, value, .. } if *of == field => Some(*value),
            _ => None,
        });
        let tried = named.flat_map(|it| [it - LEAST, it, it + LEAST]).filter(|it| holds_with(field, *it));
        let needed = tried.min_by_key(|it| ((*it - had).abs(), *it))?;
        Some((field, had, needed))
    });
    // Of several fields, the one that is nearest in proportion to what is needed.
    if let Some((field, had, needed)) = numbers.min_by_key(|it| share(it.1, it.2)) {
        let says = says(had, needed, &|it| holds_with(field, it), &all, field);
        return Some(Need::Number { field, had, needed, says });
    }
    for field in fields {
        let had = usize::try_from(event.fields[field].thousandths() / 1000).unwrap_or_default();
        let named = all.iter().filter_map(|it| match it {
            Cond::Choice { field: of, is } if *of == field => Some(*is),
            _ => None,
        });
        let named: Vec<usize> = named.collect();
        // Where the rule names a choice that it does not want, any other will do: the first that is not named.
        let other = (0..).find(|it| !named.contains(it)).filter(|_| !named.is_empty());
        let place = |it: usize| Points::whole(i64::try_from(it).unwrap_or(i64::MAX));
        if let Some(needed) = named.into_iter().chain(other).filter(|it| holds_with(field, place(*it))).min() {
            return Some(Need::Choice { field, had, needed });
        }
    }
    let holds_for = |change: &dyn Fn(&mut Subject)| {
        let mut other = subject.clone();
        change(&mut other);
        cond.holds(&event.fields, &other)
    };
    let kind = match subject.kind {
        SubjectKind::Person => SubjectKind::Business,
        SubjectKind::Business => SubjectKind::Person,
    };
    if holds_for(&|it| it.kind = kind) {
        return Some(Need::Subject(kind));
    }
    let groups = all.iter().filter_map(|it| if let Cond::Group(group) = it { Some(*group) } else { None });
    let group = groups.filter(|group| holds_for(&|it| it.group = Some(*group))).min();
    let none = subject.group.filter(|_| holds_for(&|it| it.group = None));
    group.map(Need::Group).or(none.map(Need::NotGroup))
}

/// How a rule says that it takes a number and none nearer to what the event has.
fn says(had: Points, needed: Points, holds: &dyn Fn(Points) -> bool, all: &[&Cond], field: usize) -> Says {
    let up = needed > had;
    let named = |value: Points| {
        all.iter().any(|it| matches!(it, Cond::Number { field: of, value: it, .. } if *of == field && *it == value))
    };
    let beyond = if up { needed + LEAST } else { needed - LEAST };
    let before = if up { needed - LEAST } else { needed + LEAST };
    match (up, named(needed) || !named(before)) {
        (_, true) if !holds(beyond) => Says::Exactly,
        (true, true) => Says::AtLeast,
        (true, false) => Says::MoreThan,
        (false, true) => Says::AtMost,
        (false, false) => Says::LessThan,
    }
}
