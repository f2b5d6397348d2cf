//! Guesses about rules that somebody knows only from what they did.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use common::generate::{Rng, Sort, of_sort};
use proptest::prelude::{Strategy as _, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};
use social_credit_lab::engine::condition::Cond;
use social_credit_lab::engine::explain::guess::{Explained, Guess, explained};
use social_credit_lab::engine::model::{
    Amount, Case, Combine, Event, PointsEffect, Rule, Rulebook, Safeguards, Scale, Set, Subject, SubjectKind,
};
use social_credit_lab::engine::{Day, Points, run};
use social_credit_lab::scenario::lower;

/// A life under flat rules, one for each kind, far from both ends of the scale.
fn flat(rules: &[i64], happens: &[usize]) -> Case {
    let rule = |(kind, points): (usize, &i64)| Rule {
        kind,
        on: true,
        sources: Set::of(0),
        cond: Cond::All(Vec::new()),
        points: Some(PointsEffect { amount: Amount::Flat(Points::whole(*points)), months: None, spill: None }),
        ceiling: None,
        listings: Vec::new(),
        delistings: Vec::new(),
        limit: None,
    };
    let first: Day = "2020-01-01".parse().unwrap();
    let event = |(nth, kind): (usize, &usize)| Event {
        subject: 0,
        kind: *kind,
        day: first.plus_days(i32::try_from(nth).unwrap()),
        fields: Vec::new(),
        recorded_by: Set::of(0),
        corrected: None,
    };
    let scale = Scale { lowest: Points::ZERO, highest: Points::whole(1_000_000), start: Points::whole(500_000) };
    Case {
        first,
        last: first.plus_days(365),
        rulebook: Rulebook {
            scale,
            bands: vec![Points::ZERO],
            combine: Combine::All,
            fading: 0,
            sources_on: Set::of(0),
            rules: rules.iter().enumerate().map(rule).collect(),
            rules_of_kind: (0..rules.len()).map(|it| vec![it]).collect(),
            domain_of_kind: vec![None; rules.len()],
            consequences: Vec::new(),
            safeguards: Safeguards::default(),
        },
        subjects: vec![Subject { kind: SubjectKind::Person, group: None, consents: true, associates: Vec::new() }],
        events: happens.iter().enumerate().map(event).collect(),
    }
}

fn guessed(case: &Case, guesses: &[(usize, i64)]) -> Explained {
    let guesses: Vec<Guess> =
        guesses.iter().map(|it| Guess { kind: it.0, points: Points::from_thousandths(it.1) }).collect();
    explained(case, &run(case), 0, &guesses)
}

#[test]
fn a_guess_is_right_in_sign_and_within_a_quarter_in_size() {
    for (rule, guess, sign, size) in [
        (-20, Some(-20_000), 1, 1),
        (-20, Some(-25_000), 1, 1),
        (-20, Some(-15_000), 1, 1),
        (-20, Some(-25_001), 1, 0),
        (-20, Some(-1), 1, 0),
        (-20, Some(20_000), 0, 0),
        (-20, Some(0), 0, 0),
        (-20, None, 0, 0),
        (8, Some(10_000), 1, 1),
        (8, Some(11_000), 1, 0),
        (0, Some(0), 1, 1),
        (0, Some(1), 0, 0),
    ] {
        let guesses: Vec<(usize, i64)> = guess.map(|it| (0, it)).into_iter().collect();
        let found = guessed(&flat(&[rule], &[0]), &guesses);
        assert_eq!((found.movements, found.sign_right, found.size_right), (1, sign, size), "{rule} as {guess:?}");
    }
}

#[test]
fn each_kind_says_what_it_did() {
    let case = flat(&[-20, 5, 7], &[0, 1, 0, 0]);
    let found = guessed(&case, &[(0, -20_000), (2, 7_000), (0, 20_000)]);
    assert_eq!((found.movements, found.sign_right, found.size_right), (4, 3, 3), "the first guess about a kind counts");
    let rows: Vec<_> = found.kinds.iter().map(|it| (it.kind, it.times, it.applied_sum, it.typical)).collect();
    let whole = Points::whole;
    assert_eq!(rows, [(0, 3, whole(-60), Some(whole(-20))), (1, 1, whole(5), Some(whole(5))), (2, 0, whole(0), None)]);
}

#[test]
fn the_end_of_the_scale_changes_what_is_typical() {
    let mut case = flat(&[-20], &[0, 0, 0, 0]);
    case.rulebook.scale.start = Points::whole(30);
    let kind = &guessed(&case, &[]).kinds[0];
    // −20, −10, 0, 0: nothing is what happens most often.
    assert_eq!((kind.typical, kind.applied_sum), (Some(Points::ZERO), Points::whole(-30)));
    case.events.pop();
    assert_eq!(guessed(&case, &[]).kinds[0].typical, Some(Points::whole(-20)), "of equals the first");
}

proptest! {
    /// Who knows flat rules explains everything, and who guesses nothing explains nothing.
    #[test]
    fn true_guesses_explain_everything(
        (rules, happens) in prop::collection::vec(-50_i64..50, 1..8).prop_flat_map(|rules| {
            let n = rules.len();
            (proptest::strategy::Just(rules), prop::collection::vec(0..n, 0..40))
        })
    ) {
        let case = flat(&rules, &happens);
        let truth: Vec<(usize, i64)> = rules.iter().enumerate().map(|it| (it.0, it.1 * 1000)).collect();
        let found = guessed(&case, &truth);
        let n = happens.len();
        prop_assert_eq!((found.movements, found.sign_right, found.size_right), (n, n, n));
        let none = guessed(&case, &[]);
        prop_assert_eq!((none.movements, none.sign_right, none.size_right), (n, 0, 0));
    }

    /// In any life under any rules a further guess never explains less, and the counts add up.
    #[test]
    fn a_further_guess_never_explains_less(seed in any::<u64>()) {
        let mut rng = Rng::new(seed, "guesses", 0);
        let case = lower(&of_sort(Sort::Any, seed, 20)).unwrap().case;
        let report = run(&case);
        let mut guesses = Vec::new();
        let mut before = (0, 0);
        for kind in 0..case.rulebook.rules_of_kind.len() {
            let found = explained(&case, &report, 0, &guesses);
            prop_assert_eq!(found.movements, case.events.iter().filter(|it| it.subject == 0).count());
            prop_assert_eq!(found.movements, found.kinds.iter().map(|it| it.times).sum::<usize>());
            prop_assert!(found.size_right <= found.sign_right && found.sign_right <= found.movements);
            prop_assert!(found.sign_right >= before.0 && found.size_right >= before.1);
            before = (found.sign_right, found.size_right);
            let points = Points::whole(i64::try_from(rng.below(61)).unwrap() - 30);
            guesses.push(Guess { kind, points });
        }
    }
}
