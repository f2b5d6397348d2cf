//! Explanations hold in every life of every preset.

#![expect(clippy::unwrap_used, reason = "what a test is made from must be there")]

use social_credit_lab::engine::Points;
use social_credit_lab::engine::explain::{idle, matters, parts};
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
