//! What tests can be met together.
//!
//! A condition becomes a list of clauses, at least one of which must hold; in a clause every field, and the subject, has
//! a set of values that it may have. Conditions that would become too many clauses are not looked into: whoever asks
//! gets the answer that leads to no finding.

use std::collections::BTreeMap;

use crate::engine::Points;
use crate::engine::condition::{Comparison, Cond};
use crate::engine::model::Set;
use crate::scenario::doc;

/// The most clauses of one condition.
const MOST: usize = 16;

/// Tests that must all be met: the values that each thing may have. What is absent may have any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Lowest and highest thousandth of a number, by the place of the field.
    numbers: BTreeMap<usize, (i64, i64)>,
    /// Choices, by the place of the field.
    choices: BTreeMap<usize, Set>,
    /// Sorts of subjects.
    who: Set,
    /// Groups; the last bit is for those in none.
    groups: Set,
}

impl Clause {
    /// The clause that these sorts of subjects meet.
    pub fn of(who: Set) -> Self {
        Self { numbers: BTreeMap::new(), choices: BTreeMap::new(), who, groups: Set(u64::MAX) }
    }

    /// The sorts of subjects that can meet it.
    pub fn who(&self) -> Set {
        self.who
    }

    /// What meets both; `None` if nothing does.
    fn and(&self, other: &Self) -> Option<Self> {
        let mut both = self.clone();
        for (field, (low, high)) in &other.numbers {
            let range = both.numbers.entry(*field).or_insert((i64::MIN, i64::MAX));
            *range = (range.0.max(*low), range.1.min(*high));
            if range.0 > range.1 {
                return None;
            }
        }
        for (field, choices) in &other.choices {
            let set = both.choices.entry(*field).or_insert(*choices);
            *set = set.both(*choices);
            if set.is_empty() {
                return None;
            }
        }
        both.who = both.who.both(other.who);
        both.groups = both.groups.both(other.groups);
        (!both.who.is_empty() && !both.groups.is_empty()).then_some(both)
    }
}

/// The clauses of a condition, or of its opposite; `None` if they would be too many. `n_choices` has the number of
/// choices of each field.
pub fn clauses(cond: &Cond, holds: bool, n_choices: &[usize]) -> Option<Vec<Clause>> {
    let any = || Clause::of(Set::of(0).with(1));
    let number = |field: usize, low: i64, high: i64| Clause { numbers: [(field, (low, high))].into(), ..any() };
    let except = |set: Set, member: usize| Set(set.0 & !Set::of(member).0);
    Some(match cond {
        Cond::All(parts) | Cond::Any(parts) => {
            let parts = parts.iter().map(|it| clauses(it, holds, n_choices)).collect::<Option<Vec<_>>>()?;
            if matches!(cond, Cond::All(_)) == holds {
                parts.iter().try_fold(vec![any()], |all, part| product(&all, part))?
            } else {
                parts.concat()
            }
        }
        Cond::Not(part) => clauses(part, !holds, n_choices)?,
        Cond::Number { field, is, value } => {
            let (low, high, value) = (i64::MIN, i64::MAX, Points::thousandths(*value));
            let ranges = match (is, holds) {
                (Comparison::LessThan, true) | (Comparison::AtLeast, false) => vec![(low, value - 1)],
                (Comparison::AtMost, true) | (Comparison::MoreThan, false) => vec![(low, value)],
                (Comparison::AtLeast, true) | (Comparison::LessThan, false) => vec![(value, high)],
                (Comparison::MoreThan, true) | (Comparison::AtMost, false) => vec![(value + 1, high)],
                (Comparison::Equal, true) => vec![(value, value)],
                (Comparison::Equal, false) => vec![(low, value - 1), (value + 1, high)],
            };
            ranges.into_iter().map(|it| number(*field, it.0, it.1)).collect()
        }
        Cond::Choice { field, is } => {
            let all: Set = (0..n_choices.get(*field).copied().unwrap_or_default()).collect();
            let set = if holds { Set::of(*is) } else { except(all, *is) };
            if set.is_empty() { Vec::new() } else { vec![Clause { choices: [(*field, set)].into(), ..any() }] }
        }
        Cond::Subject(kind) => {
            let who = if holds { Set::of(*kind as usize) } else { except(Set::of(0).with(1), *kind as usize) };
            vec![Clause::of(who)]
        }
        Cond::Group(group) => {
            let groups = if holds { Set::of(*group) } else { except(Set(u64::MAX), *group) };
            vec![Clause { groups, ..any() }]
        }
    })
    .filter(|it: &Vec<Clause>| it.len() <= MOST)
}

/// What meets one clause of each; `None` if that would be too many.
pub fn product(some: &[Clause], others: &[Clause]) -> Option<Vec<Clause>> {
    let both: Vec<Clause> = some.iter().flat_map(|it| others.iter().filter_map(|other| it.and(other))).collect();
    (both.len() <= MOST).then_some(both)
}

/// A condition of the document without its tests of groups, where they stand alone or among tests that must all be met.
pub fn without_groups(cond: doc::Cond) -> Option<doc::Cond> {
    let is_group = |it: &doc::Cond| match it {
        doc::Cond::Group(_) => true,
        doc::Cond::Not(it) => matches!(**it, doc::Cond::Group(_)),
        _ => false,
    };
    match cond {
        doc::Cond::All(parts) => {
            let rest: Vec<doc::Cond> = parts.into_iter().filter(|it| !is_group(it)).collect();
            (!rest.is_empty()).then_some(doc::Cond::All(rest))
        }
        it if is_group(&it) => None,
        it => Some(it),
    }
}
