//! Laws of many lives, on random societies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::society::society;
use proptest::prelude::*;
use social_credit_lab::engine::model::{Case, Event, Rulebook};
use social_credit_lab::engine::society::model::Society;
use social_credit_lab::engine::society::tally::Monthly;
use social_credit_lab::engine::society::{Diary, Shape, Tally, Town, count, diary};
use social_credit_lab::engine::{Day, run};

/// The file of a person as a case for the case engine.
fn as_case(society: &Society, diary: &Diary) -> Case {
    let day = |month: u32| society.first.plus_months(month);
    let rulebook: Rulebook = society.rulebook.clone();
    let events = diary.events.iter().map(|it| Event {
        subject: it.owner,
        kind: society.behaviours[it.behaviour].kind.unwrap(),
        day: day(it.month),
        fields: it.values.clone(),
        recorded_by: it.sources,
        corrected: it.corrected.map(day),
    });
    Case {
        first: society.first,
        last: day(society.months),
        rulebook,
        subjects: diary.members.iter().map(|it| it.subject.clone()).collect(),
        events: events.collect(),
    }
}

/// The case engine and the society engine agree about everybody in a diary, in every month.
fn agree(society: &Society, replicate: u32, person: u32) {
    let diary = diary(society, replicate, person);
    assert_eq!(diary.members[diary.about].person, person);
    let case = as_case(society, &diary);
    let report = run(&case);
    for (place, (member, life)) in diary.members.iter().zip(&report.lives).enumerate() {
        for (month, moment) in member.moments.iter().enumerate() {
            let day: Day = society.first.plus_months(month as u32);
            let standing = life.at(day);
            assert_eq!(
                (standing.score, standing.band),
                (moment.score, moment.band),
                "person {} (place {place}), month {month}, seed {}",
                member.person,
                society.seed
            );
            let holds = |it: &social_credit_lab::engine::case::Interval| {
                society.rulebook.consequences[it.consequence].penalty
                    && it.begin <= day
                    && it.end.is_none_or(|end| day < end)
            };
            assert_eq!(life.consequences.iter().any(holds), moment.penalised, "month {month}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn the_case_engine_gives_every_person_the_same_score_in_every_month(seed in any::<u64>(), replicate in 0..3_u32) {
        let society = society(seed, 40, 40);
        for person in [0, 1, 5, 17, 38, 39] {
            agree(&society, replicate, person);
        }
    }

    #[test]
    fn counts_do_not_depend_on_who_counts_in_which_order(seed in any::<u64>()) {
        let society = society(seed, 61, 26);
        let whole = count(&society, 1, 0..society.neighbourhoods());
        let mut parts = Tally::new(Shape::of(&society));
        for it in (0..society.neighbourhoods()).rev() {
            parts.add(&count(&society, 1, it..it + 1));
        }
        prop_assert_eq!(whole, parts);
    }

    #[test]
    fn nobody_is_lost(seed in any::<u64>()) {
        let society = society(seed, 53, 25);
        let tally = count(&society, 0, 0..society.neighbourhoods());
        for month in 0..25 {
            let bands = (0..society.bands()).flat_map(|band| (0..society.cells()).map(move |cell| (band, cell)));
            let people: u64 = bands.map(|(band, cell)| tally.band(band, month, cell)).sum();
            prop_assert_eq!(people, 53);
            for cell in 0..society.cells() {
                let at = |what| tally.monthly(what, month, cell);
                prop_assert!(at(Monthly::Wrongly) <= at(Monthly::Penalised));
            }
        }
    }

    #[test]
    fn without_wrong_records_nobody_is_wrongly_penalised(seed in any::<u64>()) {
        let mut society = society(seed, 53, 25);
        for it in &mut society.sources {
            it.error.0 = 0;
        }
        society.mismatch.0 = 0;
        society.reports.invents.0 = 0;
        society.shocks.clear();
        let tally = count(&society, 0, 0..society.neighbourhoods());
        for month in 0..25 {
            for cell in 0..society.cells() {
                prop_assert_eq!(tally.monthly(Monthly::Wrongly, month, cell), 0);
            }
        }
    }
}

#[test]
fn looking_changes_nothing() {
    for seed in 0..40 {
        let society = society(seed, 30, 30);
        let town = Town::new(&society, 0);
        for person in [0, 3] {
            let neighbourhood = person / society.neighbourhood;
            let (_, _, seen) = town.watch(neighbourhood);
            let diary = town.diary(person);
            let about = &diary.members[diary.about];
            assert_eq!(about.moments, seen[(person % society.neighbourhood) as usize]);
        }
    }
}
