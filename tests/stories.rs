//! What the stories of the society page claim, measured.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use social_credit_lab::engine::society::measures::{Measure, Verdict, Who, difference};
use social_credit_lab::engine::society::model::{Nature, Society};
use social_credit_lab::engine::society::tally::Monthly;
use social_credit_lab::engine::society::{Tally, count};
use social_credit_lab::scenario::doc::{Reform, Scenario};
use social_credit_lab::scenario::society::{reformed, settle, stories, town};
use social_credit_lab::scenario::{lower, presets};

const REPLICATES: u32 = 8;

fn popular_picture() -> Scenario {
    let mut scenario = presets::latest("popular-picture").unwrap().scenario().unwrap();
    scenario.society.people = Some(3_000);
    scenario
}

fn told(nth: usize) -> Scenario {
    let mut scenario = popular_picture();
    stories::SETS[nth](&mut scenario);
    scenario
}

fn lived(scenario: &Scenario) -> (Society, Vec<Tally>) {
    let society = settle(scenario, &lower(scenario).unwrap()).unwrap();
    let tallies = (0..REPLICATES).map(|it| count(&society, it, 0..society.neighbourhoods())).collect();
    (society, tallies)
}

fn values(lived: &(Society, Vec<Tally>), measure: Measure, who: Who) -> Vec<f64> {
    lived.1.iter().map(|it| measure.value(&lived.0, it, who).unwrap()).collect()
}

fn measure(id: &str) -> Measure {
    Measure::by_id(id).unwrap()
}

fn group(id: &str) -> usize {
    town().groups.iter().position(|it| it.id == id).unwrap()
}

/// Harmful acts for each member of a group.
fn harm(lived: &(Society, Vec<Tally>), group: usize) -> f64 {
    let (society, tallies) = lived;
    let (mut acts, mut people) = (0, 0);
    for tally in tallies {
        for cell in Who::Group(group).cells(&tally.shape()) {
            for month in 0..society.months as usize {
                acts += tally.monthly(Monthly::Done(Nature::Harmful), month, cell);
            }
            people += (0..society.bands()).map(|band| tally.band(band, 0, cell)).sum::<u64>();
        }
    }
    acts as f64 / people as f64
}

#[test]
fn unequal_sight_makes_equal_conduct_unequal() {
    let lived = lived(&told(0));
    let (seen, unseen) = (group("migrants"), group("residents"));
    let ratio = harm(&lived, seen) / harm(&lived, unseen);
    assert!((0.9..1.1).contains(&ratio), "the conduct of both is alike: {ratio}");
    let penalised = |who| values(&lived, measure("penalised"), Who::Group(who));
    let difference = difference(&penalised(unseen), &penalised(seen));
    assert_eq!(difference.verdict, Verdict::Higher, "{difference:?}");
    assert!(difference.low > 0.1, "{difference:?}");
}

#[test]
fn an_appeal_without_notice_corrects_nothing() {
    let story = told(1);
    let without = lived(&reformed(&story).unwrap());
    let never = |lived: &(Society, Vec<Tally>)| values(lived, measure("never-corrected"), Who::All);
    assert!(never(&without).iter().all(|it| (*it - 1.0).abs() < f64::EPSILON), "{:?}", never(&without));
    without
        .1
        .iter()
        .for_each(|it| assert!(measure("appealed").value(&without.0, it, Who::All).is_none_or(|it| it == 0.0)));
    let mut noticed = story.clone();
    noticed.society.reform.push(Reform::Notice);
    let with = lived(&reformed(&noticed).unwrap());
    assert_eq!(difference(&never(&without), &never(&with)).verdict, Verdict::Lower, "{:?}", never(&with));
}

#[test]
fn a_penalty_makes_the_next_one_likelier() {
    let mut calm = told(2);
    for it in social_credit_lab::scenario::society::dials().iter().filter(|it| it.family.family == "feedback") {
        social_credit_lab::scenario::society::set(&mut calm, it, Some(100));
    }
    let (calm, spiral) = (lived(&calm), lived(&told(2)));
    for id in ["penalised", "added-circumstance", "not-recovered"] {
        let of = |lived| values(lived, measure(id), Who::All);
        assert_eq!(difference(&of(&calm), &of(&spiral)).verdict, Verdict::Higher, "{id}");
    }
}

#[test]
fn order_is_paid_for_with_silence() {
    let (usual, silent) = (lived(&popular_picture()), lived(&told(3)));
    for id in ["forgone-harmful", "chilling"] {
        let of = |lived| values(lived, measure(id), Who::All);
        let difference = difference(&of(&usual), &of(&silent));
        assert_eq!(difference.verdict, Verdict::Higher, "{id}: {difference:?}");
    }
}
