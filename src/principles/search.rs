//! Small random lives, until one breaks a principle or none of so many did.
//!
//! First every single event, with each value at which a rule begins to hold; then lives of up to six events. The random
//! numbers depend on nothing but the number of the life, so the same rulebook gives the same answer everywhere.

use super::ask::Asked;
use super::shrink::simpler;
use super::trial::{Deed, Somebody, Table, Trial};
use crate::engine::model::{Case, SubjectKind};
use crate::scenario::Scenario;
use crate::scenario::doc::{Principle, Says};

/// How many lives are tried unless somebody says otherwise: a modelling choice, about a tenth of a second on a laptop.
pub const LIVES: usize = 1_500;
/// Computations in one step, about: less than a millisecond on a laptop.
const AT_ONCE: usize = 24;
/// The most single events that are made; what a larger rulebook has beyond them is left to chance.
const SINGLES: usize = 3_000;
/// The most events of a random life.
const EVENTS: u64 = 6;

/// A search for a life that breaks a principle.
#[derive(Clone, Debug)]
pub struct Search {
    asked: Asked,
    table: Table,
    singles: Vec<Trial>,
    budget: usize,
    tried: usize,
    found: Option<Found>,
}

/// A life that breaks it, and the simpler ones that were not tried yet.
#[derive(Clone, Debug)]
struct Found {
    trial: Trial,
    simpler: Vec<Trial>,
    next: usize,
}

/// How far a search has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many lives were tried.
    Going(usize),
    /// None of so many lives breaks it.
    Kept(usize),
    /// This one does, after so many, and no event of it can be left out.
    Broken(usize, Trial),
}

impl Search {
    /// Begins a search under the rulebook of a document.
    pub fn new(principle: &Principle, scenario: &Scenario, case: &Case, budget: usize) -> Self {
        let asked = Asked::of(principle, scenario);
        let table = Table::new(scenario, case);
        let singles = singles(&table, &asked);
        Self { asked, table, singles, budget, tried: 0, found: None }
    }

    /// How many lives are tried at most.
    pub const fn budget(&self) -> usize {
        self.budget
    }

    /// Tries some more lives.
    pub fn step(&mut self) -> Progress {
        // Some principles compute a life several times.
        let each = match self.asked.says {
            Says::GroupsAlike => self.table.book.groups + 2,
            Says::CorrectedLeavesNothing => 6,
            _ => 2,
        };
        for _ in 0..(AT_ONCE / each).max(1) {
            if let Some(progress) = self.one() {
                return progress;
            }
        }
        Progress::Going(self.tried)
    }

    /// Goes on to the end.
    pub fn finish(mut self) -> Progress {
        loop {
            match self.step() {
                Progress::Going(_) => {}
                done => return done,
            }
        }
    }

    /// The document with a life that was found.
    pub fn document(&self, scenario: &Scenario, trial: &Trial) -> Scenario {
        self.table.document(scenario, trial)
    }

    fn one(&mut self) -> Option<Progress> {
        let Some(found) = &mut self.found else {
            if self.tried >= self.budget {
                return Some(Progress::Kept(self.tried));
            }
            let trial = life(&self.table, &self.asked, &self.singles, self.budget, self.tried);
            self.tried += 1;
            if self.table.allows(&trial) && self.table.test(&self.asked, &trial).broken.is_some() {
                self.take(trial);
            }
            return None;
        };
        let Some(next) = found.simpler.get(found.next).cloned() else {
            return Some(Progress::Broken(self.tried, found.trial.clone()));
        };
        found.next += 1;
        if self.table.allows(&next) && self.table.test(&self.asked, &next).broken.is_some() {
            self.take(next);
        }
        None
    }

    fn take(&mut self, trial: Trial) {
        let simpler = simpler(&trial, &self.table.menu, self.table.days().0);
        self.found = Some(Found { trial, simpler, next: 0 });
    }
}

/// The life with a number: the empty one, single events for at most half of the budget, then random ones.
fn life(table: &Table, asked: &Asked, singles: &[Trial], budget: usize, number: usize) -> Trial {
    let n = singles.len().min(budget / 2);
    match singles.get(number.saturating_mul(singles.len()).checked_div(n).unwrap_or(usize::MAX)) {
        Some(single) if number < n => single.clone(),
        _ => random(table, asked, number),
    }
}

/// A life in which nothing happens, and every single event: one field at a time takes each of its values.
fn singles(table: &Table, asked: &Asked) -> Vec<Trial> {
    let (day, last) = table.days();
    let wanted = asked.says == Says::CorrectedLeavesNothing && day < last;
    let granted = wanted.then(|| day.plus_days(1));
    let mut all = vec![Trial { subjects: vec![somebody(SubjectKind::Person)], events: Vec::new() }];
    for (at, dish) in table.menu.dishes.iter().enumerate() {
        let usual = vec![0; dish.values.len()];
        let mut combinations = vec![usual.clone()];
        for (field, values) in dish.values.iter().enumerate() {
            for value in 1..values.len() {
                let mut one = usual.clone();
                one[field] = value;
                combinations.push(one);
            }
        }
        combinations.push(dish.values.iter().map(|it| it.len() - 1).collect());
        let kinds = [SubjectKind::Person, SubjectKind::Business];
        let kinds = kinds.into_iter().filter(|it| dish.who.is_none_or(|who| who == *it));
        for kind in kinds.take(if table.menu.asks_who { 2 } else { 1 }) {
            for values in &combinations {
                for sources in 0..dish.sources.len() {
                    if all.len() >= SINGLES {
                        return all;
                    }
                    let values = values.clone();
                    let deed = Deed { subject: 0, dish: at, day, values, sources, granted };
                    all.push(with_other(table, Trial { subjects: vec![somebody(kind)], events: vec![deed] }));
                }
            }
        }
    }
    all
}

const fn somebody(kind: SubjectKind) -> Somebody {
    Somebody { kind, group: None, shares: None }
}

/// The same with somebody who gets a share, if points spill over at all.
fn with_other(table: &Table, mut trial: Trial) -> Trial {
    if let (Some(relation), Some(first)) = (table.menu.spill, trial.subjects.first_mut()) {
        first.shares = Some(relation);
        trial.subjects.push(somebody(SubjectKind::Person));
    }
    trial
}

fn random(table: &Table, asked: &Asked, number: usize) -> Trial {
    let mut rng = Rng(number as u64);
    let menu = &table.menu;
    let (first, last) = table.days();
    let span = i32::max(last.days_since(first), 0).unsigned_abs();
    let kind = if rng.below(3) == 0 { SubjectKind::Business } else { SubjectKind::Person };
    let mut trial = Trial { subjects: vec![somebody(kind)], events: Vec::new() };
    if rng.below(2) == 0 {
        trial = with_other(table, trial);
    }
    for it in &mut trial.subjects {
        it.group = rng.pick(&menu.groups).copied().flatten();
    }
    // Few kinds, so that the same thing often happens again.
    let kinds: Vec<usize> = (0..=rng.below(3)).map(|_| rng.place(menu.dishes.len())).collect();
    let mut day = first.plus_days(rng.day(span));
    for _ in 0..=rng.below(EVENTS) {
        let dish = rng.pick(&kinds).copied().unwrap_or_default();
        let Some(found) = menu.dishes.get(dish) else { continue };
        let values = found.values.iter().map(|it| if rng.below(3) == 0 { 0 } else { rng.place(it.len()) }).collect();
        let (subject, sources) = (rng.place(trial.subjects.len()), rng.place(found.sources.len()));
        let wanted = asked.says == Says::CorrectedLeavesNothing && rng.below(2) == 0;
        let granted = wanted.then(|| day.plus_days(1 + rng.day(120))).filter(|it| day < *it && *it <= last);
        trial.events.push(Deed { subject, dish, day, values, sources, granted });
        let gap = rng.pick(&[0, 1, 9, 31, 100, 200, 400]).copied().unwrap_or_default();
        day = day.plus_days(gap).min(last);
    }
    trial
}

/// Numbers that depend on nothing but the one that they begin with: `SplitMix64`.
struct Rng(u64);

impl Rng {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let it = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number below `n`.
    const fn below(&mut self, n: u64) -> u64 {
        ((self.next() >> 32) * n) >> 32
    }

    fn place(&mut self, n: usize) -> usize {
        usize::try_from(self.below(n as u64)).unwrap_or_default()
    }

    /// A number of days up to so many.
    fn day(&mut self, most: u32) -> i32 {
        i32::try_from(self.below(u64::from(most) + 1)).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.place(all.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Day;

    #[test]
    fn numbers_stay_below() {
        let mut rng = Rng(7);
        assert!((0..1_000).all(|_| rng.below(3) < 3 && rng.day(10) <= 10));
        assert_eq!(rng.place(0), 0);
        assert_eq!(Day::MIN.plus_days(rng.day(0)), Day::MIN);
    }
}
