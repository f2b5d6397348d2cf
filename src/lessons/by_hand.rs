//! A life step by step, to be worked out by hand: everything that moves points, and everything that could have.

use crate::engine::case::LineIdx;
use crate::engine::model::{EventIdx, SubjectIdx};
use crate::engine::{Day, Points};
use crate::scenario::Outcome;
use crate::scenario::typed::{Reading, Takes, read_number};

/// Something that happened to a subject, and what it did to the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// When.
    pub day: Day,
    /// The event; none where points moved by themselves: given back, or faded.
    pub event: Option<EventIdx>,
    /// The first ledger line of it; none for an event that left none.
    pub line: Option<LineIdx>,
    /// The points that moved, all in all, in points of the scale.
    pub points: Points,
    /// The score after it.
    pub score: Points,
}

/// What the places take that are to be filled in with these numbers: where all are whole, nobody means a fraction.
pub fn takes(mut truths: impl Iterator<Item = Points>) -> Takes {
    let whole = truths.all(|it| it.thousandths() % 1000 == 0);
    Takes { whole, ..Takes::DECIMAL.with_unit("points") }
}

/// Whether what was filled in can be read as the right number: “3.000” is three to some and three thousand to others.
pub fn is_right(text: &str, truth: Points) -> bool {
    match read_number(text, Takes::DECIMAL.with_unit("points")) {
        Reading::Value(it) => it == truth,
        Reading::Either(one, other) => one == truth || other == truth,
        _ => false,
    }
}

/// Everything that happened to a subject, in order. Each score is the one before it and the points.
///
/// Events of others are in it if points spilled over, and own events that moved nothing are in it too: that they move
/// nothing is part of the rules.
pub fn happenings(outcome: &Outcome, subject: SubjectIdx) -> Vec<Happening> {
    let case = &outcome.lowered.case;
    let Some(life) = outcome.report.lives.get(subject) else { return Vec::new() };
    let mut all: Vec<Happening> = Vec::new();
    for (at, line) in life.lines.iter().enumerate() {
        let event = line.event.filter(|_| line.is_first_hand());
        // One event may follow several rules; only lines of the same event that follow each other are one step.
        match all.last_mut().filter(|it| event.is_some() && it.event == event) {
            Some(it) => {
                it.points += line.applied;
                it.score = line.score.1;
            }
            None if event.is_none() && line.applied.is_zero() => {}
            None => {
                let (points, score) = (line.applied, line.score.1);
                all.push(Happening { day: line.day, event, line: Some(at), points, score });
            }
        }
    }
    let own = case.events.iter().enumerate().filter(|it| it.1.subject == subject);
    for (at, event) in own {
        if all.iter().any(|it| it.event == Some(at)) {
            continue;
        }
        let place = all.partition_point(|it| it.day <= event.day);
        let before = place.checked_sub(1).and_then(|it| all.get(it));
        let score = before.map_or(case.rulebook.scale.start, |it| it.score);
        all.insert(place, Happening { day: event.day, event: Some(at), line: None, points: Points::ZERO, score });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{evaluate, presets};

    #[test]
    fn where_all_is_whole_thousands_are_not_asked_about() {
        let whole = takes([Points::whole(-5), Points::whole(1004)].into_iter());
        for text in ["1,004", "1.004", "1 004", "1’004", "１００４", "1004 points", "1004.0"] {
            assert_eq!(read_number(text, whole), Reading::Value(Points::whole(1004)), "{text}");
        }
        assert_eq!(read_number("1,500.5", whole), Reading::TooFine);
        let fine = takes([Points::whole(-5), Points::from_thousandths(500)].into_iter());
        assert!(matches!(read_number("1,004", fine), Reading::Either(..)));
        assert_eq!(read_number("0,5", fine), Reading::Value(Points::from_thousandths(500)));
    }

    #[test]
    fn the_right_number_is_right_in_every_reading() {
        for text in ["-3", "−3", "– 3", "-3.000", "-3,000", "(3)", "-3 points"] {
            assert!(is_right(text, Points::whole(-3)), "{text}");
        }
        for text in ["1,004", "1.004", "1 004", "1004.0"] {
            assert!(is_right(text, Points::whole(1004)), "{text}");
        }
        for text in ["3", "-4", "-3.5", "", "three"] {
            assert!(!is_right(text, Points::whole(-3)), "{text}");
        }
    }

    #[test]
    fn every_score_is_the_one_before_and_the_points() {
        for preset in presets::ALL {
            let scenario = preset.scenario().unwrap();
            if scenario.rulebook.scale.is_none() {
                continue;
            }
            let outcome = evaluate(&scenario).unwrap();
            let start = outcome.lowered.case.rulebook.scale.start;
            for (subject, life) in outcome.report.lives.iter().enumerate() {
                let all = happenings(&outcome, subject);
                let mut score = start;
                for it in &all {
                    assert_eq!(score + it.points, it.score, "{} {subject} {it:?}", scenario.title);
                    score = it.score;
                }
                assert_eq!(score, life.end().score, "{} {subject}", scenario.title);
                assert!(all.is_sorted_by_key(|it| it.day));
            }
        }
    }
}
