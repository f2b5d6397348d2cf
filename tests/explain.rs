//! Explanations hold in every life of every preset.

#![expect(clippy::unwrap_used, reason = "what a test is made from must be there")]

use social_credit_lab::engine::Points;
use social_credit_lab::engine::explain::provenance::Origin;
use social_credit_lab::engine::explain::{Feed, idle, matters, parts, provenance};
use social_credit_lab::scenario::{Outcome, evaluate, presets};

fn outcomes() -> impl Iterator<Item = (&'static str, Outcome)> {
    presets::ALL.iter().map(|it| (it.id, evaluate(&it.scenario().unwrap()).unwrap()))
}

#[test]
fn parts_add_up_to_the_score_on_every_day() {
    for (preset, outcome) in outcomes() {
        let case = &outcome.lowered.case;
        for life in &outcome.report.lives {
            for standing in &life.course {
                let parts = parts(case, life, standing.day);
                assert_eq!(parts.iter().map(|it| it.points).sum::<Points>(), standing.score, "{preset}");
                assert!(parts.iter().skip(1).all(|it| !it.points.is_zero()));
            }
        }
    }
}

#[test]
fn every_event_of_a_life_is_in_its_ledger_or_among_the_idle() {
    for (preset, outcome) in outcomes() {
        let case = &outcome.lowered.case;
        for (subject, life) in outcome.report.lives.iter().enumerate() {
            let idle = idle(case, &outcome.report, subject);
            for (event, _) in case.events.iter().enumerate().filter(|it| it.1.subject == subject) {
                let in_ledger = life.lines.iter().any(|it| it.event == Some(event) && matters(it));
                let is_idle = idle.iter().any(|it| it.event == event);
                assert!(in_ledger != is_idle, "{preset}: event {event}");
            }
        }
    }
}

#[test]
fn every_line_says_how_it_was_made_and_what_hangs_on_it() {
    for (preset, outcome) in outcomes() {
        let (case, report) = (&outcome.lowered.case, &outcome.report);
        for (subject, life) in report.lives.iter().enumerate() {
            let mut began = vec![false; life.consequences.len()];
            for (idx, line) in life.lines.iter().enumerate() {
                let made = provenance(case, report, subject, idx).unwrap();
                let first = match made.origin {
                    Origin::Flat(it) | Origin::Nth(_, it) | Origin::All(_, it) => it,
                    Origin::Units(n, each) => each.times(n),
                    Origin::Share(share, of) => of.per_mille(share),
                    Origin::Left(_) | Origin::Fading | Origin::None => line.nominal,
                };
                assert_eq!(first, line.nominal, "{preset}: the first number of line {idx} of subject {subject}");
                let mut points = first;
                for (_, from, to) in &made.steps {
                    assert_eq!(*from, points, "{preset}: a step begins where the one before it ended");
                    points = *to;
                }
                assert_eq!(points, line.applied, "{preset}: the last step of line {idx} of subject {subject}");
                for feed in made.feeds {
                    if let Feed::Began(_, at) = feed {
                        assert!(!std::mem::replace(&mut began[at], true), "{preset}: a consequence begins once");
                    }
                }
            }
            let with_cause: Vec<bool> = life.consequences.iter().map(|it| it.cause.is_some()).collect();
            assert_eq!(began, with_cause, "{preset}: every consequence with a cause hangs on a line");
        }
    }
}
