//! What an edit changed in a life.

use crate::engine::case::{Interval, Life, Report};
use crate::engine::model::{BandIdx, Case, ConsequenceIdx, SubjectIdx};
use crate::engine::{Day, Points};

/// The difference between two accounts of one life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// By how much the score at the end is higher than before the edit.
    pub score: Points,
    /// The band at the end, before and after the edit.
    pub band: (BandIdx, BandIdx),
    /// The first day on which score, band or consequences differ.
    pub first: Day,
    /// The first day on which the scores differ most, and by how much the edited one is higher.
    pub widest: (Day, Points),
    /// The consequences that hold on more or fewer days, in rulebook order.
    pub consequences: Vec<Change>,
}

/// A consequence that holds on other days than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub consequence: ConsequenceIdx,
    /// Days on which it held before the edit.
    pub before: i32,
    /// Days on which it holds after it.
    pub after: i32,
}

impl Change {
    /// Whether it did not hold at all before.
    pub const fn is_new(&self) -> bool {
        self.before == 0
    }

    /// Whether it does not hold at all any more.
    pub const fn is_gone(&self) -> bool {
        self.after == 0
    }
}

/// What an edit changed in the life of a subject that has the same place before and after: see [`between`].
pub fn shift(case: &Case, before: &Report, after: &Report, subject: SubjectIdx) -> Option<Shift> {
    between(case, before.lives.get(subject)?, after.lives.get(subject)?)
}

/// What an edit changed in a life: none if score, band and consequences are the same on every day.
///
/// `case` is the one after the edit. Bands and consequences are compared by their places in the rulebook, so across an
/// edit that moves those, only the scores mean anything.
pub fn between(case: &Case, before: &Life, after: &Life) -> Option<Shift> {
    let differences = differences(before, after);
    let places = case.rulebook.consequences.len();
    let of = |life: &Life, consequence| -> Vec<Interval> {
        life.consequences.iter().filter(|it| it.consequence == consequence).copied().collect()
    };
    let after_last = case.last.plus_days(1);
    let mut first = differences.first().map(|it| it.0);
    let mut consequences = Vec::new();
    for consequence in 0..places {
        let (before, after) = (of(before, consequence), of(after, consequence));
        if let Some(day) = first_difference(&before, &after, after_last) {
            first = Some(first.map_or(day, |it: Day| it.min(day)));
            let days = |all: &[Interval]| all.iter().map(|it| it.end.unwrap_or(after_last).days_since(it.begin)).sum();
            consequences.push(Change { consequence, before: days(&before), after: days(&after) });
        }
    }
    let first = first?;
    let widest = differences.iter().fold(
        (first, Points::ZERO),
        |widest, it| {
            if it.1.abs() > widest.1.abs() { *it } else { widest }
        },
    );
    let (end_before, end_after) = (before.end(), after.end());
    let (score, band) = (end_after.score - end_before.score, (end_before.band, end_after.band));
    Some(Shift { score, band, first, widest, consequences })
}

/// The days on which the standings differ and either changes, with the difference of the scores.
fn differences(before: &Life, after: &Life) -> Vec<(Day, Points)> {
    let mut days: Vec<Day> = before.course.iter().chain(&after.course).map(|it| it.day).collect();
    days.sort_unstable();
    days.dedup();
    let difference = |day: Day| {
        let (before, after) = (before.at(day), after.at(day));
        ((before.score, before.band) != (after.score, after.band)).then(|| (day, after.score - before.score))
    };
    days.into_iter().filter_map(difference).collect()
}

/// The first day on which one of two rows of intervals covers a day that the other does not.
fn first_difference(before: &[Interval], after: &[Interval], after_last: Day) -> Option<Day> {
    let span = |it: Option<&Interval>| it.map(|it| (it.begin, it.end.unwrap_or(after_last)));
    (0..before.len().max(after.len())).find_map(|idx| match (span(before.get(idx)), span(after.get(idx))) {
        (Some(one), Some(other)) if one.0 != other.0 => Some(one.0.min(other.0)),
        (Some(one), Some(other)) if one.1 != other.1 => Some(one.1.min(other.1)),
        (Some(_), Some(_)) | (None, None) => None,
        (Some(only), None) | (None, Some(only)) => Some(only.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::explain::testing::{a_year, as_is, city};
    use expect_test::{Expect, expect};

    /// The shift of the first life when a case is edited.
    #[track_caller]
    fn check(case: &Case, edit: impl FnOnce(&mut Case), expected: Expect) {
        let edited = case.clone().but(edit);
        let text = match shift(&edited, &case.report(), &edited.report(), 0) {
            None => "no shift".to_owned(),
            Some(it) => {
                let change = |it: &Change| format!("; #{} {} to {} days", it.consequence, it.before, it.after);
                let changes: String = it.consequences.iter().map(change).collect();
                let (day, points) = it.widest;
                format!(
                    "{}, band {} to {}, from {}, widest {points} on {day}{changes}",
                    it.score, it.band.0, it.band.1, it.first
                )
            }
        };
        expected.assert_eq(&text);
    }

    #[test]
    fn shifts() {
        let case = city()
            .rule(0, -20, as_is)
            .rule(1, 2, |it| it.limit = a_year(4))
            .consequence(true, &[0, 1, 2], as_is)
            .consequence(false, &[3], as_is)
            .happens(0, &["2021-02-01", "2021-03-01", "2021-04-01"])
            .happens(1, &["2021-05-01", "2021-06-01", "2021-07-01"]);
        check(&case, as_is, expect!["no shift"]);
        check(
            &case,
            |it| it.rule_at(0).on = false,
            expect!["60, band 2 to 3, from 2021-02-01, widest 60 on 2021-04-01; #0 1736 to 0 days; #1 90 to 1826 days"],
        );
        check(
            &case,
            |it| it.rule_at(1).on = false,
            expect!["-4, band 2 to 2, from 2021-05-01, widest -4 on 2021-06-01"],
        );
        check(
            &case,
            |it| it.events[2].day = it.events[2].day.plus_days(3),
            expect!["0, band 2 to 2, from 2021-04-01, widest 20 on 2021-04-01; #0 1736 to 1733 days; #1 90 to 93 days"],
        );
        check(&case, |it| it.rulebook.consequences[0].penalty = false, expect!["no shift"]);
        check(
            &case,
            |it| it.rulebook.consequences[0].bands = crate::engine::model::Set::default(),
            expect!["0, band 2 to 2, from 2021-04-01, widest 0 on 2021-04-01; #0 1736 to 0 days"],
        );
        // The limit is reached already, so a third time more or less makes no difference.
        check(&case, |it| it.events.truncate(5), expect!["no shift"]);
        // All is given back before the end.
        check(
            &case,
            |it| it.rule_at(0).points.iter_mut().for_each(|it| it.months = Some(2)),
            expect!["60, band 2 to 3, from 2021-04-01, widest 60 on 2021-06-01; #0 1736 to 0 days; #1 90 to 1826 days"],
        );
    }

    #[test]
    fn a_life_that_is_not_there_has_no_shift() {
        let case = city();
        assert_eq!(shift(&case, &case.report(), &case.report(), 3), None);
    }
}
