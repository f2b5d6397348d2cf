//! Saved cases: what a reader expects of the lives that are shown, and what came of it.

use crate::engine::case::Life;
use crate::engine::explain::stays;
use crate::engine::model::{BandIdx, ListIdx};
use crate::engine::{Day, Points};
use crate::scenario::doc::{Expectation, Expected};
use crate::scenario::{Outcome, Scenario};

/// What came of a saved case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Whether it is as expected.
    pub kept: bool,
    /// What it is.
    pub actual: Actual,
    /// The day on which it is so: the day that was asked for, or the first on which it is not as expected.
    pub day: Day,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actual {
    /// The band.
    Band(BandIdx),
    /// The score.
    Score(Points),
    /// On the list.
    On(ListIdx),
    /// Not on the list.
    Off(ListIdx),
}

/// Judges a saved case. `None` if it cannot be: the subject, band or list is not there, or the day is outside the account.
pub fn judge(it: &Expectation, scenario: &Scenario, outcome: &Outcome) -> Option<Judged> {
    let case = &outcome.lowered.case;
    let place = scenario.cast.iter().position(|subject| subject.id == it.subject)?;
    let life = outcome.report.lives.get(outcome.lowered.subject_at(place)?)?;
    let day = it.day.map_or(case.last, |it| it.0);
    if day < case.first || day > case.last {
        return None;
    }
    let at = life.at(day);
    match it.is {
        Expected::EndsInBand => {
            Some(Judged { kept: at.band == band(it, scenario)?, actual: Actual::Band(at.band), day })
        }
        Expected::StaysAtLeast => {
            let least = band(it, scenario)?;
            let below = life.course.iter().find(|it| it.day <= day && it.band < least);
            let (kept, actual, day) = below.map_or((true, at.band, day), |it| (false, it.band, it.day));
            Some(Judged { kept, actual: Actual::Band(actual), day })
        }
        Expected::ScoreAtLeast => score(it, at.score, day, |score, asked| score >= asked),
        Expected::ScoreAtMost => score(it, at.score, day, |score, asked| score <= asked),
        Expected::OnList => {
            let list = list(it, scenario)?;
            let kept = stays_on(life, list).any(|(begin, end)| begin <= day && end.is_none_or(|end| day < end));
            Some(Judged { kept, actual: if kept { Actual::On(list) } else { Actual::Off(list) }, day })
        }
        Expected::NeverOnList => {
            let list = list(it, scenario)?;
            let first = stays_on(life, list).map(|it| it.0).filter(|it| *it <= day).min();
            let actual = if first.is_some() { Actual::On(list) } else { Actual::Off(list) };
            Some(Judged { kept: first.is_none(), actual, day: first.unwrap_or(day) })
        }
    }
}

/// How many saved cases there are, and how many of them are not as expected.
pub fn tally(scenario: &Scenario, outcome: &Outcome) -> (usize, usize) {
    let broken = |it: &&Expectation| judge(it, scenario, outcome).is_some_and(|it| !it.kept);
    (scenario.expectations.len(), scenario.expectations.iter().filter(broken).count())
}

fn score(it: &Expectation, score: Points, day: Day, holds: fn(Points, Points) -> bool) -> Option<Judged> {
    Some(Judged { kept: holds(score, it.score?.0), actual: Actual::Score(score), day })
}

/// The place of the band: 0 is the lowest.
fn band(it: &Expectation, scenario: &Scenario) -> Option<BandIdx> {
    let id = it.band.as_ref()?;
    scenario.rulebook.bands.iter().rev().position(|it| it.id == *id)
}

fn list(it: &Expectation, scenario: &Scenario) -> Option<ListIdx> {
    let id = it.list.as_ref()?;
    scenario.rulebook.lists.iter().position(|it| it.id == *id)
}

fn stays_on(life: &Life, list: ListIdx) -> impl Iterator<Item = (Day, Option<Day>)> {
    stays(life).into_iter().filter(move |it| it.list == list).map(|it| (it.begin, it.end))
}
