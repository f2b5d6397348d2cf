//! Many lives as jobs: parts that anybody may count, in any order, and one result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::sync::Arc;

use common::generate::Rng;
use common::society::society;
use proptest::prelude::*;
use social_credit_lab::engine::society::{Town, count};
use social_credit_lab::jobs::desk::{Desk, Order, Reply};
use social_credit_lab::jobs::society::plan::{Merge, Plan, Refusal};
use social_credit_lab::jobs::society::{
    DiaryRequest, Lives, PENALISED, PartFound, PartRequest, Results, WRONGLY, WatchRequest, part, watch,
};
use social_credit_lab::jobs::{Answer, Request, Running, Step, start};
use social_credit_lab::scenario::doc::Reform;
use social_credit_lab::scenario::{Scenario, evaluate, presets};

/// A preset with a small society, and a reform if one is wanted.
fn small(id: &str, reform: &[Reform]) -> Arc<Scenario> {
    let mut scenario = presets::latest(id).unwrap().scenario().unwrap();
    scenario.society.people = Some(200);
    scenario.society.months = Some(14);
    scenario.society.replicates = Some(3);
    scenario.society.reform = reform.to_vec();
    Arc::new(scenario)
}

fn lives(scenario: &Scenario) -> Arc<Lives> {
    Arc::new(Lives::of(scenario, &evaluate(scenario).unwrap()).unwrap())
}

/// Lives of a random society, against itself with another rulebook.
fn random(seed: u64, people: u32, months: u32) -> Arc<Lives> {
    let first = society(seed, people, months);
    let mut second = first.clone();
    second.rulebook.safeguards.no_cliff = true;
    second.rulebook.fading = 100;
    let scenario = common::generate::scenario(seed, 30);
    Arc::new(Lives { first: Arc::new(first), second: Some((Arc::new(scenario), Arc::new(second))) })
}

fn finish(mut running: Box<dyn Running>) -> (Answer, u64) {
    let mut steps = 0;
    loop {
        match running.step() {
            Step::Done(answer) => return (answer, steps),
            Step::Going(done, total) => {
                steps += 1;
                assert!(done == steps && done <= total);
            }
        }
    }
}

fn counted(lives: &Arc<Lives>, request: PartRequest) -> PartFound {
    match finish(part(Some(lives.clone()), request)).0 {
        Answer::Society(found) => found,
        other => panic!("{other:?}"),
    }
}

fn rows(results: &Results) -> Vec<&[u64]> {
    let tallies = results.first.iter().chain(&results.second).map(|it| it.counts());
    tallies.chain(results.pairs.iter().map(|it| it.counts())).collect()
}

/// Everything in one go, without parts.
fn at_once(lives: &Arc<Lives>, replicates: u32) -> Vec<PartFound> {
    let all = |replicate| PartRequest { replicate, from: 0, to: lives.first.neighbourhoods() };
    (0..replicates).map(|it| counted(lives, all(it))).collect()
}

fn is_the_same(results: &Results, whole: &[PartFound]) {
    let rows = rows(results);
    let whole: Vec<&[u64]> = whole
        .iter()
        .map(|it| &it.first)
        .chain(whole.iter().map(|it| &it.second))
        .chain(whole.iter().map(|it| &it.pair))
        .filter(|it| !it.is_empty())
        .map(Vec::as_slice)
        .collect();
    assert!(rows == whole);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn parts_in_any_order_are_the_whole(seed in any::<u64>(), hands in 1..6_u32, replicates in 1..4_u32) {
        let lives = random(seed, 60, 13);
        let plan = Plan::new(&lives, replicates, hands);
        let mut parts: Vec<PartRequest> = (0..plan.parts()).map(|it| plan.part(it).unwrap()).collect();
        prop_assert_eq!(plan.part(plan.parts()), None);
        prop_assert_eq!(parts.iter().map(|it| plan.work(it)).sum::<u64>(), plan.total());
        shuffle(&mut parts, seed);
        let mut merge = Merge::new(lives.clone(), plan);
        for (nth, part) in parts.iter().enumerate() {
            let found = counted(&lives, *part);
            let sent: PartFound = serde_json::from_str(&serde_json::to_string(&found).unwrap()).unwrap();
            prop_assert_eq!(&sent, &found);
            let before = merge.results().first.len();
            let grew = merge.take(part, &sent);
            prop_assert_eq!(grew, merge.results().first.len() > before);
            // Somebody else had counted it too.
            prop_assert!(!merge.take(part, &sent));
            prop_assert!(nth + 1 < parts.len() || merge.results().first.len() == replicates as usize);
        }
        is_the_same(merge.results(), &at_once(&lives, replicates));
    }
}

fn shuffle<T>(parts: &mut [T], seed: u64) {
    let mut rng = Rng::new(seed, "order", 0);
    for at in (1..parts.len()).rev() {
        parts.swap(at, rng.below(at as u64 + 1) as usize);
    }
}

/// Several desks, each asked for some of the parts, working and answering in turns that nobody foresees.
fn by_desks(scenario: &Arc<Scenario>, hands: u32, seed: u64) -> Results {
    let lives = lives(scenario);
    let plan = Plan::new(&lives, scenario.society.replicates.unwrap(), hands);
    let mut parts: Vec<PartRequest> = (0..plan.parts()).map(|it| plan.part(it).unwrap()).collect();
    shuffle(&mut parts, seed);
    let mut rng = Rng::new(seed, "turns", 1);
    let send = |desk: &mut Desk, order: &Order| desk.take(&serde_json::to_string(order).unwrap());
    let mut desks: Vec<Desk> = (0..hands).map(|_| Desk::default()).collect();
    for desk in &mut desks {
        send(desk, &Order::Scenario(scenario.clone()));
    }
    let (mut merge, mut next, mut done) = (Merge::new(lives, plan), 0, 0);
    while done < parts.len() {
        let at = rng.below(u64::from(hands)) as usize;
        if next < parts.len() && rng.chance(40) {
            let (asker, request) = (next as u64, Request::Society(parts[next]));
            send(&mut desks[at], &Order::Compute { asker, number: asker, request });
            next += 1;
        }
        let mut slices = rng.below(5);
        let reply = desks[at].work(|| {
            slices = slices.saturating_sub(1);
            slices > 0
        });
        let Some(reply) = reply else { continue };
        let reply: Reply = serde_json::from_str(&serde_json::to_string(&reply).unwrap()).unwrap();
        if let Reply::Step { asker, step: Step::Done(Answer::Society(found)), .. } = reply {
            merge.take(&parts[asker as usize], &found);
            done += 1;
        }
    }
    merge.results().clone()
}

#[test]
fn several_desks_answer_as_one() {
    for (id, reform) in [("popular-picture", &[][..]), ("rongcheng-rules", &[Reform::NoSpillOver, Reform::Appeal])] {
        let scenario = small(id, reform);
        let whole = at_once(&lives(&scenario), 3);
        for (hands, seed) in [(1, 1), (2, 2), (4, 3), (4, 4)] {
            let results = by_desks(&scenario, hands, seed);
            assert_eq!(results.second.len(), if reform.is_empty() { 0 } else { 3 });
            is_the_same(&results, &whole);
        }
    }
}

#[test]
fn a_part_is_a_count_of_neighbourhoods() {
    let scenario = small("popular-picture", &[]);
    let lives = lives(&scenario);
    let found = counted(&lives, PartRequest { replicate: 1, from: 2, to: 5 });
    assert_eq!(found.first, count(&lives.first, 1, 2..5).counts());
    assert!(found.second.is_empty() && found.pair.is_empty());
    let beyond = counted(&lives, PartRequest { replicate: 0, from: 1_000, to: 2_000 });
    assert!(beyond.first.iter().all(|it| *it == 0), "nobody lives there");
}

#[test]
fn a_step_is_one_neighbourhood() {
    let lives = random(7, 60, 13);
    let to = lives.first.neighbourhoods();
    let (_, steps) = finish(part(Some(lives.clone()), PartRequest { replicate: 0, from: 0, to }));
    assert_eq!(steps, u64::from(to));
    let request = WatchRequest { replicate: 0, neighbourhoods: to + 9, reform: true };
    let (answer, steps) = finish(watch(Some(lives), request));
    assert_eq!(steps, u64::from(to));
    assert!(matches!(answer, Answer::Watch(seen) if seen.len() == to as usize));
}

#[test]
fn who_is_watched_stands_as_in_the_town() {
    let lives = random(11, 60, 13);
    let request = WatchRequest { replicate: 2, neighbourhoods: 2, reform: false };
    let (Answer::Watch(seen), _) = finish(watch(Some(lives.clone()), request)) else { panic!() };
    let sent: Vec<social_credit_lab::jobs::society::Watched> =
        serde_json::from_str(&serde_json::to_string(&seen).unwrap()).unwrap();
    assert_eq!(sent, seen);
    for (nth, watched) in seen.iter().enumerate() {
        let (groups, district, moments) = Town::new(&lives.first, 2).watch(nth as u32);
        assert_eq!(watched.district, district);
        assert_eq!(watched.groups.len(), groups.len());
        let flat: Vec<_> = moments.into_iter().flatten().collect();
        assert_eq!(flat.len(), watched.moments.len());
        for (it, code) in flat.iter().zip(&watched.moments) {
            assert_eq!(usize::from(code & 0xf), it.band);
            assert_eq!((code & PENALISED != 0, code & WRONGLY != 0), (it.penalised, it.wrongly));
        }
    }
}

#[test]
fn somebody_is_opened_as_a_scenario_that_can_be_computed() {
    let scenario = small("popular-picture", &[Reform::NoSpillOver]);
    let outcome = evaluate(&scenario).unwrap();
    for reform in [false, true] {
        let request = Request::Diary(DiaryRequest { replicate: 1, person: 17, reform });
        let (answer, _) = finish(start(request, &scenario, &outcome));
        let Answer::Diary(Some(opened)) = answer else { panic!("{answer:?}") };
        assert!(evaluate(&opened).is_ok());
        assert_eq!(opened.rulebook.safeguards.no_spill_over, reform);
    }
    let nobody = Request::Diary(DiaryRequest { replicate: 0, person: 1_000_000, reform: false });
    assert_eq!(finish(start(nobody, &scenario, &outcome)).0, Answer::Diary(None));
}

#[test]
fn without_a_society_the_answers_are_empty() {
    let none = finish(part(None, PartRequest { replicate: 0, from: 0, to: 1 })).0;
    assert_eq!(none, Answer::Society(PartFound::default()));
    let none = finish(watch(None, WatchRequest { replicate: 0, neighbourhoods: 1, reform: false })).0;
    assert_eq!(none, Answer::Watch(Vec::new()));
    assert_eq!(Refusal::or_plan(None, 1, 1), Err(Refusal::None));
}

#[test]
fn what_would_not_fit_is_refused() {
    let mut scenario = Scenario::clone(&small("popular-picture", &[]));
    scenario.society.people = Some(1_000_000);
    scenario.society.months = Some(120);
    scenario.society.replicates = Some(20);
    let plan = Refusal::or_plan(Some(&lives(&scenario)), 20, 4).expect("a million people for ten years fit");
    assert_eq!(plan.total(), 20 * 120_000_000);
    for place in [0, 5, plan.parts() / 2, plan.parts() - 1] {
        let work = plan.work(&plan.part(place).unwrap());
        assert!((200_000..=300_000).contains(&work), "{work}");
    }
    scenario.society.months = Some(240);
    scenario.society.reform = vec![Reform::Appeal];
    let refused = Refusal::or_plan(Some(&lives(&scenario)), 190, 4);
    assert!(matches!(refused, Err(Refusal::Memory(bytes)) if bytes > 500_000_000), "{refused:?}");
}

#[test]
fn the_first_replicate_is_shared_out_among_all_hands() {
    let lives = lives(&small("popular-picture", &[]));
    let of_first = |hands| {
        let plan = Plan::new(&lives, 3, hands);
        (0..plan.parts()).filter(|it| plan.part(*it).unwrap().replicate == 0).count()
    };
    assert_eq!([1, 2, 4].map(of_first), [1, 2, 4]);
}

#[test]
fn what_a_worker_sends_is_small() {
    let mut scenario = Scenario::clone(&small("popular-picture", &[]));
    scenario.society.people = Some(10_000);
    scenario.society.months = Some(60);
    let lives = lives(&scenario);
    let found = counted(&lives, PartRequest { replicate: 0, from: 0, to: 60 });
    let (sent, plain) =
        (serde_json::to_string(&found).unwrap().len(), serde_json::to_string(&found.first).unwrap().len());
    assert!(sent < 150_000, "{sent} bytes");
    assert!(sent * 10 < plain * 9, "{sent} bytes, {plain} as plain JSON");
}
