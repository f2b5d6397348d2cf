//! Home's toy: one life, and a few things that can happen in it next.
//!
//! The toy is a scenario like any other, computed by the same engine. Pressing a button adds an event some time after
//! the last one; everything else here reads the outcome.

use std::sync::Arc;

use crate::engine::case::{Basis, Entry, Interval, Life, Line, LineIdx, Step};
use crate::engine::model::{BandIdx, ConsequenceIdx};
use crate::engine::{Day, Points};
use crate::scenario::doc::{self, Kind, Scenario};
use crate::scenario::{DayText, Outcome, evaluate, presets};

/// The preset that the toy begins with.
const PRESET: &str = "first-life";
/// Months from one event to the next.
const PAUSE_MONTHS: u32 = 2;
/// Months for which the life goes on after its last event.
const AFTERMATH_MONTHS: u32 = 1;

/// One life up to today.
#[derive(Clone, Debug)]
pub struct Toy {
    scenario: Arc<Scenario>,
    outcome: Arc<Outcome>,
    /// How many events there were before anything was pressed.
    n_given: usize,
}

/// Something that happened, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// The place of its kind in the scenario.
    pub kind: usize,
    /// When.
    pub day: Day,
    /// The points that the rules name.
    pub nominal: Points,
    /// The points by which the score moved.
    pub applied: Points,
    /// The step that made them fewer, if one did.
    pub reduced_by: Option<Step>,
    /// Which time it was, where the rule counts, and within how many months.
    pub nth: Option<(u32, Option<u32>)>,
    /// The score before and after.
    pub score: (Points, Points),
    /// The band before and after.
    pub band: (BandIdx, BandIdx),
    /// The rule that moved the score, by its place in the scenario.
    pub rule: Option<usize>,
}

/// A day on which rewards or penalties began or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The day.
    pub day: Day,
    /// What began, by its place in the scenario.
    pub begun: Vec<ConsequenceIdx>,
    /// What ended.
    pub ended: Vec<ConsequenceIdx>,
    /// The ledger line behind it; `None` on the first day.
    pub cause: Option<LineIdx>,
}

/// What it takes to be back in a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBack {
    /// The band.
    pub band: BandIdx,
    /// The points that are missing.
    pub missing: Points,
    /// For each kind that gives points: what it takes if nothing else happens.
    pub ways: Vec<Way>,
}

/// One kind of event, again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The place of the kind in the scenario.
    pub kind: usize,
    /// How often it takes, and the day on which the band is reached; `None` if the account ends before.
    pub reached: Option<(u32, Day)>,
}

impl Toy {
    /// The life before anything was pressed.
    pub fn open() -> Option<Self> {
        let scenario = presets::latest(PRESET)?.scenario().ok()?;
        let n_given = scenario.events.len();
        Self::of(scenario, n_given)
    }

    fn of(scenario: Scenario, n_given: usize) -> Option<Self> {
        let outcome = evaluate(&scenario).ok()?;
        outcome.report.lives.first()?;
        Some(Self { scenario: Arc::new(scenario), outcome: Arc::new(outcome), n_given })
    }

    /// The scenario with everything that was pressed.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// What follows from it.
    pub fn outcome(&self) -> &Arc<Outcome> {
        &self.outcome
    }

    /// The account of the life.
    pub fn life(&self) -> &Life {
        &self.outcome.report.lives[0]
    }

    /// The kinds of events that can be pressed.
    pub fn kinds(&self) -> &[Kind] {
        &self.scenario.kinds
    }

    /// How many events were pressed.
    pub fn n_pressed(&self) -> usize {
        self.scenario.events.len() - self.n_given
    }

    /// The day up to which the life is told.
    pub fn today(&self) -> Day {
        let last = self.scenario.last_day.0;
        if self.is_over() { last } else { self.last_event().plus_months(AFTERMATH_MONTHS).min(last) }
    }

    /// Whether nothing more fits into the account.
    pub fn is_over(&self) -> bool {
        self.next_day() > self.scenario.last_day.0
    }

    fn next_day(&self) -> Day {
        self.last_event().plus_months(PAUSE_MONTHS)
    }

    fn last_event(&self) -> Day {
        self.scenario.events.iter().map(|it| it.day.0).max().unwrap_or(self.scenario.first_day.0)
    }

    /// The life in which one thing more has happened; `None` at the end of the account.
    #[must_use]
    pub fn pressed(&self, kind: usize) -> Option<Self> {
        if self.is_over() {
            return None;
        }
        let mut scenario = Scenario::clone(&self.scenario);
        scenario.events.push(Arc::new(doc::Event {
            id: format!("e{}", scenario.events.len() + 1),
            subject: scenario.cast.first()?.id.clone(),
            kind: scenario.kinds.get(kind)?.id.clone(),
            day: DayText(self.next_day()),
            fields: Default::default(),
            recorded_by: None,
            genuine: true,
            corrected: None,
            note: String::new(),
        }));
        Self::of(scenario, self.n_given)
    }

    /// The life without the last thing that was pressed; `None` if nothing was.
    #[must_use]
    pub fn undone(&self) -> Option<Self> {
        if self.n_pressed() == 0 {
            return None;
        }
        let mut scenario = Scenario::clone(&self.scenario);
        scenario.events.pop();
        Self::of(scenario, self.n_given)
    }

    /// Everything that happened, in order.
    pub fn happenings(&self) -> Vec<Happening> {
        (0..self.scenario.events.len()).filter_map(|it| self.happening(it)).collect()
    }

    /// The points that the last event of a kind moved, if it was one like those that are pressed.
    pub fn last_points(&self, kind: usize) -> Option<Points> {
        let places = (0..self.scenario.events.len()).rev().filter(|it| self.scenario.events[*it].fields.is_empty());
        places.filter_map(|it| self.happening(it)).find(|it| it.kind == kind).map(|it| it.applied)
    }

    /// The last thing that happened.
    pub fn last(&self) -> Option<Happening> {
        self.happening(self.scenario.events.len().checked_sub(1)?)
    }

    fn happening(&self, place: usize) -> Option<Happening> {
        let event = self.scenario.events.get(place)?;
        let idx = self.outcome.lowered.events.iter().position(|it| *it == place)?;
        let lines: Vec<_> = self.life().lines.iter().filter(|it| it.event == Some(idx)).collect();
        let there = self.life().at(event.day.0);
        let (first, last) = (lines.first(), lines.last());
        Some(Happening {
            kind: self.scenario.kinds.iter().position(|it| it.id == event.kind)?,
            day: event.day.0,
            nominal: lines.iter().map(|it| it.nominal).sum(),
            applied: lines.iter().map(|it| it.applied).sum(),
            reduced_by: lines.iter().flat_map(|it| &it.reductions).last().map(|it| it.by),
            nth: lines.iter().find_map(|it| self.nth(it)),
            score: (first.map_or(there.score, |it| it.score.0), last.map_or(there.score, |it| it.score.1)),
            band: (first.map_or(there.band, |it| it.band.0), last.map_or(there.band, |it| it.band.1)),
            rule: lines.iter().find_map(|it| it.rule),
        })
    }

    /// Which time a posting was, where its rule counts.
    fn nth(&self, line: &Line) -> Option<(u32, Option<u32>)> {
        let Entry::Posted(Basis::Nth(nth)) = line.entry else { return None };
        let points = self.outcome.lowered.case.rulebook.rules.get(line.rule?)?.points.as_ref();
        Some((nth, points.and_then(|it| it.amount.within())))
    }

    /// The days on which something began or ended up to today, oldest first.
    pub fn turns(&self) -> Vec<Turn> {
        let (life, today) = (self.life(), self.today());
        let mut turns: Vec<Turn> = Vec::new();
        let mut turn_on = |day: Day, cause: Option<LineIdx>| -> usize {
            turns.iter().position(|it| it.day == day).unwrap_or_else(|| {
                turns.push(Turn { day, begun: Vec::new(), ended: Vec::new(), cause });
                turns.len() - 1
            })
        };
        let mut changes = Vec::new();
        for it in &life.consequences {
            if it.begin <= today {
                changes.push((turn_on(it.begin, it.cause), it.consequence, true));
            }
            if let Some(end) = it.end.filter(|end| *end <= today) {
                changes.push((turn_on(end, it.ended_by), it.consequence, false));
            }
        }
        for (turn, consequence, begun) in changes {
            let turn = &mut turns[turn];
            if begun { turn.begun.push(consequence) } else { turn.ended.push(consequence) }
        }
        turns.sort_by_key(|it| it.day);
        turns
    }

    /// What holds today and since when, the newest first.
    pub fn in_force(&self) -> Vec<(ConsequenceIdx, Day)> {
        let today = self.today();
        let holds = |it: &&Interval| it.begin <= today && it.end.is_none_or(|end| end > today);
        let mut found: Vec<_> =
            self.life().consequences.iter().filter(holds).map(|it| (it.consequence, it.begin)).collect();
        found.sort_by_key(|it| std::cmp::Reverse(it.1));
        found
    }

    /// What it takes to be back in the last better band; `None` if there was none.
    pub fn way_back(&self) -> Option<WayBack> {
        let now = self.life().at(self.today());
        let band = self.life().course.iter().rev().map(|it| it.band).find(|it| *it > now.band)?;
        let missing = self.outcome.lowered.case.rulebook.bands.get(band).copied()? - now.score;
        let ways = (0..self.kinds().len()).filter_map(|it| self.way(it, band)).collect();
        Some(WayBack { band, missing, ways })
    }

    /// What it takes with one kind alone; `None` if it gives no points.
    fn way(&self, kind: usize, band: BandIdx) -> Option<Way> {
        let start = self.life().end().score;
        let mut next = self.pressed(kind)?;
        let mut gives = false;
        let mut times = 1;
        loop {
            let now = next.life().end();
            if now.score < start {
                return None;
            }
            gives |= now.score > start;
            if now.band >= band {
                return Some(Way { kind, reached: Some((times, now.day)) });
            }
            match next.pressed(kind) {
                Some(it) => next = it,
                None => return gives.then_some(Way { kind, reached: None }),
            }
            times += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The life after some things, by the ids of their kinds.
    fn life(kinds: &[&str]) -> Toy {
        kinds.iter().fold(Toy::open().unwrap(), |toy, kind| {
            let kind = toy.kinds().iter().position(|it| it.id == *kind).unwrap();
            toy.pressed(kind).unwrap()
        })
    }

    fn labels(toy: &Toy, consequences: &[ConsequenceIdx]) -> Vec<String> {
        consequences.iter().map(|it| toy.scenario().rulebook.consequences[*it].label.clone()).collect()
    }

    #[test]
    fn one_press_moves_the_life_two_months_on() {
        let toy = life(&["late-bill"]);
        let last = toy.last().unwrap();
        assert_eq!((last.day.to_string(), last.applied), ("2022-01-27".to_owned(), Points::whole(-20)));
        assert_eq!(last.score, (Points::whole(1002), Points::whole(982)));
        assert_eq!(toy.today().to_string(), "2022-02-27");
        assert_eq!(toy.undone().unwrap().scenario(), Toy::open().unwrap().scenario());
        assert!(Toy::open().unwrap().undone().is_none());
    }

    #[test]
    fn a_fall_begins_penalties_ends_rewards_and_names_its_cause() {
        let toy = life(&["criticism"]);
        let turns = toy.turns();
        let turn = turns.last().unwrap();
        assert_eq!(turn.day.to_string(), "2022-01-27");
        assert_eq!(labels(&toy, &turn.begun), ["Loans reviewed by hand", "Name on the notice board"]);
        assert_eq!(labels(&toy, &turn.ended), ["Winter heating discount", "No deposit for a bicycle"]);
        let cause = &toy.life().lines[turn.cause.unwrap()];
        assert_eq!(cause.applied, Points::whole(-50));
        assert_eq!(toy.in_force().len(), 2);
    }

    #[test]
    fn the_way_back_is_what_pressing_would_do() {
        let toy = life(&["criticism"]);
        let back = toy.way_back().unwrap();
        assert_eq!(back.missing, Points::whole(8));
        let ways: Vec<_> = back
            .ways
            .iter()
            .map(|it| (toy.kinds()[it.kind].id.as_str(), it.reached.map(|(times, day)| (times, day.to_string()))))
            .collect();
        let day = |it: &str| it.to_owned();
        assert_eq!(
            ways,
            [
                ("volunteering", Some((4, day("2022-09-27")))),
                ("charity", Some((2, day("2022-05-27")))),
                ("award", Some((1, day("2022-03-27")))),
            ]
        );
        for (kind, times) in [("volunteering", 4), ("charity", 2), ("award", 1)] {
            let mut then = vec!["criticism"];
            then.extend(std::iter::repeat_n(kind, times));
            assert_eq!(life(&then).life().end().band, back.band, "{kind}");
        }
        assert!(Toy::open().unwrap().way_back().is_none());
    }

    #[test]
    fn what_takes_too_long_is_not_reached() {
        let toy = life(&["criticism"; 4]);
        let back = toy.way_back().unwrap();
        let volunteering = back.ways.iter().find(|it| toy.kinds()[it.kind].id == "volunteering").unwrap();
        assert_eq!(volunteering.reached, None);
    }

    #[test]
    fn the_account_ends() {
        let mut toy = Toy::open().unwrap();
        let mut presses = 0;
        while let Some(next) = toy.pressed(0) {
            toy = next;
            presses += 1;
        }
        assert_eq!(presses, 24);
        assert!(toy.is_over());
        assert_eq!(toy.today(), toy.scenario().last_day.0);
        assert_eq!(toy.n_pressed(), 24);
        assert!(toy.undone().is_some_and(|it| !it.is_over()));
    }
}
