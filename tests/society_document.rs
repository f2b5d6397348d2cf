//! The society of a document: it can be made of every preset, and what a reader sees of it is true.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![cfg(not(target_arch = "wasm32"))]

use social_credit_lab::engine::society::{Society, Tally, count};
use social_credit_lab::scenario::presets::ALL;
use social_credit_lab::scenario::society::settle;
use social_credit_lab::scenario::{Scenario, lower};

fn society(scenario: &Scenario) -> Society {
    settle(scenario, &lower(scenario).unwrap()).unwrap()
}

fn lived(society: &Society) -> Tally {
    count(society, 0, 0..society.neighbourhoods())
}

#[test]
#[ignore]
fn show() {
    use social_credit_lab::engine::society::tally::Monthly;
    for preset in ALL.iter().filter(|it| it.listed) {
        let mut scenario = preset.scenario().unwrap();
        scenario.society.people = Some(4000);
        let society = society(&scenario);
        let tally = lived(&society);
        println!("== {} behaviours {}", preset.id, society.behaviours.len());
        let last = society.months as usize - 1;
        for (g, group) in social_credit_lab::scenario::society::town().groups.iter().enumerate() {
            let cells: Vec<usize> = (0..society.districts.len()).map(|d| g * society.districts.len() + d).collect();
            let people: u64 =
                (0..society.bands()).map(|b| cells.iter().map(|c| tally.band(b, last, *c)).sum::<u64>()).sum();
            let bands: Vec<u64> = (0..society.bands())
                .map(|b| cells.iter().map(|c| tally.band(b, last, *c)).sum::<u64>() * 1000 / people.max(1))
                .collect();
            let sum = |w| cells.iter().map(|c| tally.monthly(w, last, *c)).sum::<u64>();
            let all = |w| {
                cells.iter().map(|c| (0..=last).map(|m| tally.monthly(w, m, *c)).sum::<u64>()).sum::<u64>() as f64
                    / people as f64
                    / 5.0
            };
            println!(
                "{:14} {:5} bands {:?} pen {} wrong {} score {} | true {:.2} err {:.3} mis {:.3} mal {:.3} rep {:.3} broken {:.3}",
                group.id,
                people,
                bands,
                sum(Monthly::Penalised) * 1000 / people.max(1),
                sum(Monthly::Wrongly) * 1000 / people.max(1),
                sum(Monthly::Score) / 1000 / people.max(1),
                all(Monthly::True),
                all(Monthly::Error),
                all(Monthly::Mismatch),
                all(Monthly::Malice),
                all(Monthly::ReportsTrue),
                all(Monthly::Broken)
            );
        }
    }
}

#[test]
fn every_preset_has_a_society() {
    for preset in ALL {
        let society = society(&preset.scenario().unwrap());
        assert_eq!((society.people, society.months), (10_000, 60), "{}", preset.id);
    }
}
