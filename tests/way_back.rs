//! The way back: plans do what they promise, nothing cheaper is overlooked where everything can be tried, and what is said
//! to be impossible is. Exchange rates and the gaming view follow from runs of the engine.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::cell::Cell;

use common::generate::scenario;
use common::overlay::over_base;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use social_credit_lab::engine::explain::acts::{Act, Effort, acts};
use social_credit_lab::engine::explain::exchange::{Ratio, rate, worths};
use social_credit_lab::engine::explain::gaming::deals;
use social_credit_lab::engine::explain::way_back::{Answer, NoWay, Obstacle, Plan, Question, Use, WayBack};
use social_credit_lab::engine::model::Case;
use social_credit_lab::engine::{Day, Points, run};
use social_credit_lab::scenario::doable::doables;
use social_credit_lab::scenario::{Scenario, evaluate, lower, presets};

const HOUR: Points = Points::whole(25);

fn answer(search: &mut WayBack) -> Answer {
    for _ in 0..200_000 {
        if let Some(answer) = search.step() {
            return answer.clone();
        }
    }
    panic!("the search does not end");
}

/// Score and band on a day with more events.
fn with(case: &Case, question: &Question, search: &WayBack, uses: &[Use]) -> (Points, usize) {
    let mut case = case.clone();
    case.last = question.by;
    let plan =
        Plan { uses: uses.to_vec(), effort: Effort::default(), proved: false, reached: question.by, course: vec![] };
    case.events.extend(search.events(&plan));
    let at = run(&case).lives[question.subject].at(question.by);
    (at.score, at.band)
}

fn effort(acts: &[Act], uses: &[Use]) -> Effort {
    uses.iter().fold(Effort::default(), |sum, it| sum.plus(acts[it.act].effort(it.units)))
}

/// What must hold of every answer.
fn check(case: &Case, question: &Question, search: &WayBack, answer: &Answer) -> Result<(), TestCaseError> {
    match answer {
        Answer::Way(plan) => {
            let (score, band) = with(case, question, search, &plan.uses);
            prop_assert!(band >= question.target, "the plan leads to {band}");
            prop_assert_eq!(score, plan.course.last().unwrap().score);
            prop_assert_eq!(effort(search.acts(), &plan.uses), plan.effort);
            prop_assert!(
                plan.uses
                    .iter()
                    .all(|it| it.day > question.from.min(question.by.plus_days(-1)) && it.day <= question.by)
            );
            prop_assert!(plan.reached <= question.by);
            let since = plan.course.iter().filter(|it| it.day >= plan.reached);
            prop_assert!(since.clone().all(|it| it.band >= question.target));
        }
        Answer::None(no) => {
            let (score, band) = with(case, question, search, &[]);
            prop_assert!(band < question.target);
            prop_assert_eq!(score, no.score);
            prop_assert!(no.later.is_none_or(|it| it > question.by));
        }
    }
    Ok(())
}

/// The least that any way to do at most `most` acts on the days costs, if one of them is enough.
fn brute_force(case: &Case, question: &Question, search: &WayBack, most: usize) -> Option<i128> {
    let (acts, days) = (search.acts().len(), search.days());
    let mut best: Option<i128> = None;
    let mut stack = vec![Vec::<(usize, usize)>::new()];
    while let Some(chosen) = stack.pop() {
        for merged in [false, true] {
            let uses = laid_out(search, &chosen, merged);
            if with(case, question, search, &uses).1 >= question.target {
                let cost = effort(search.acts(), &uses).worth(HOUR);
                best = Some(best.map_or(cost, |it| it.min(cost)));
            }
        }
        if chosen.len() < most {
            for act in 0..acts {
                for day in 0..days.len() {
                    if chosen.last().is_none_or(|it| *it <= (act, day)) {
                        let mut longer = chosen.clone();
                        longer.push((act, day));
                        stack.push(longer);
                    }
                }
            }
        }
    }
    best
}

/// One event for each, or one for all of an act that grows on one day.
fn laid_out(search: &WayBack, chosen: &[(usize, usize)], merged: bool) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    for &(act, day) in chosen {
        let day = search.days()[day];
        let grows = search.acts()[act].grows.is_some();
        match uses.last_mut().filter(|it| merged && grows && it.act == act && it.day == day) {
            Some(it) => it.units += 1,
            None => uses.push(Use { day, act, units: 1 }),
        }
    }
    uses
}

/// A question about a random life, with at most so many acts and days to do them on.
fn random(seed: u64, size: u32, acts_most: usize, months: u32) -> Option<(Case, WayBack, Question)> {
    let scenario = scenario(seed, size);
    let case = lower(&scenario).unwrap().case;
    let subject = usize::try_from(seed % 7).unwrap() % case.subjects.len();
    let bands = case.rulebook.bands.len();
    let all = {
        let mut known = doables(&scenario);
        known.iter_mut().for_each(|it| it.is_choice = true);
        acts(&case, subject, &known)
    };
    let now = run(&case).lives[subject].end().band;
    let target = (now + 1 + usize::try_from(seed % 3).unwrap() / 2).min(bands - 1);
    let from = case.last;
    let by = from.plus_months(months).plus_days(i32::try_from(seed % 20).unwrap());
    let question = Question { subject, target, from, by, hour: HOUR };
    let chosen: Vec<Act> = all.into_iter().take(acts_most).collect();
    (by > from).then(|| (case.clone(), WayBack::new(&case, chosen, question), question))
}

/// The same random cases each time, or others if `SCL_CASES` says how many.
fn runner(cases: u32) -> TestRunner {
    let wanted: Option<u32> = std::env::var("SCL_CASES").ok().and_then(|it| it.parse().ok());
    let config = Config { cases: wanted.unwrap_or(cases), failure_persistence: None, ..Config::default() };
    match wanted {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    }
}

#[test]
fn plans_do_what_they_promise() {
    let (ways, nothings) = (Cell::new(0), Cell::new(0));
    let strategy = (0..=40_u32, any::<u64>().no_shrink(), 0..14_u32);
    runner(150)
        .run(&strategy, |(size, seed, months)| {
            let Some((case, mut search, question)) = random(seed, size, 6, months) else { return Ok(()) };
            let answer = answer(&mut search);
            match &answer {
                Answer::Way(plan) if !plan.uses.is_empty() => ways.set(ways.get() + 1),
                Answer::Way(_) => {}
                Answer::None(_) => nothings.set(nothings.get() + 1),
            }
            check(&case, &question, &search, &answer)
        })
        .unwrap();
    assert!(ways.get() > 10 && nothings.get() > 10, "{} {}", ways.get(), nothings.get());
}

#[test]
fn nothing_cheaper_is_overlooked_where_everything_can_be_tried() {
    let (ways, proved, nothings) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let strategy = (0..=24_u32, any::<u64>().no_shrink(), 0..2_u32);
    runner(400)
        .run(&strategy, |(size, seed, months)| {
            let Some((case, mut search, question)) = random(seed, size, 2, months) else { return Ok(()) };
            let answer = answer(&mut search);
            check(&case, &question, &search, &answer)?;
            let least = brute_force(&case, &question, &search, 4);
            match &answer {
                Answer::Way(plan) => {
                    let cost = plan.effort.worth(HOUR);
                    if let Some(least) = least {
                        prop_assert!(cost <= least || !plan.proved, "{cost} instead of {least}: {plan:?}");
                        prop_assert!(cost <= least, "found only {cost} instead of {least}: {plan:?}");
                    }
                    ways.set(ways.get() + i32::from(!plan.uses.is_empty()));
                    proved.set(proved.get() + i32::from(plan.proved && !plan.uses.is_empty()));
                }
                Answer::None(no) => {
                    prop_assert_eq!(least, None, "{:?}", no);
                    nothings.set(nothings.get() + 1);
                }
            }
            Ok(())
        })
        .unwrap();
    let (ways, proved, nothings) = (ways.get(), proved.get(), nothings.get());
    assert!(ways > 10 && proved * 10 > ways * 7 && nothings > 10, "{ways} ways, {proved} proved, {nothings} without");
}

/// What spills over to the subject depends on what spilled over to the giver.
#[test]
fn givers_of_givers_count() {
    let (case, mut search, question) = random(13_719_406_248_267_122_683, 11, 6, 0).unwrap();
    let answer = answer(&mut search);
    check(&case, &question, &search, &answer).unwrap();
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Ann's way back to band B (100 points) on the base document with this laid over it.
fn ann(block: Value, by: &str) -> (Scenario, WayBack, Answer) {
    let scenario: Scenario = serde_json::from_value(over_base(block)).unwrap();
    let case = lower(&scenario).unwrap().case;
    let acts = acts(&case, 0, &doables(&scenario));
    let question = Question { subject: 0, target: 2, from: day("2021-12-31"), by: day(by), hour: HOUR };
    let mut search = WayBack::new(&case, acts, question);
    let answer = answer(&mut search);
    check(&case, &question, &search, &answer).unwrap();
    (scenario, search, answer)
}

fn plan(answer: Answer) -> Plan {
    match answer {
        Answer::Way(plan) => plan,
        Answer::None(no) => panic!("{no:?}"),
    }
}

fn no_way(answer: Answer) -> NoWay {
    match answer {
        Answer::None(no) => no,
        Answer::Way(plan) => panic!("{plan:?}"),
    }
}

fn late(points: i64, effects: Value) -> Value {
    let mut rule = json!({ "id": "late", "kind": "late", "points": { "amount": points } });
    rule.as_object_mut().unwrap().extend(effects.as_object().unwrap().clone());
    rule
}

fn gift(limit: i64) -> Value {
    json!({ "id": "gift", "kind": "gift", "points": { "amount": 1, "per": { "field": "yuan", "unit": 50 } },
            "limit": { "per": "year", "points": limit } })
}

fn help(limit: Value) -> Value {
    json!({ "id": "help", "kind": "help", "points": { "amount": 3 }, "limit": limit })
}

const LATE: &str = r#"[{ "kind": "late", "day": "2021-03-02" }]"#;

fn block(rules: Value) -> Value {
    json!({ "rulebook": { "rules": rules }, "events": serde_json::from_str::<Value>(LATE).unwrap() })
}

#[test]
fn the_cheaper_act_comes_first_as_far_as_its_limit_goes() {
    // 20 points are missing. Helping (3 points for two hours, 50 yuan) may be done twice a year; money does the rest.
    let rules = json!([late(-20, json!({})), gift(100), help(json!({ "per": "year", "times": 2 }))]);
    let (_, search, answer) = ann(block(rules), "2022-06-01");
    let plan = plan(answer);
    assert!(plan.proved);
    assert_eq!(plan.effort, Effort { hours: Points::whole(4), money: Points::whole(700) });
    let helps = plan.uses.iter().filter(|it| search.acts()[it.act].grows.is_none()).count();
    assert_eq!((helps, plan.uses.len()), (2, 3));
    assert_eq!(plan.course.last().unwrap().score, Points::whole(100));
}

#[test]
fn a_longer_time_lets_a_yearly_limit_do_more() {
    let rules = || json!([late(-10, json!({})), help(json!({ "per": "year", "times": 2 }))]);
    let short = no_way(ann(block(rules()), "2022-12-31").2);
    assert_eq!(short.why, Obstacle::Limits { most: Points::whole(96) });
    assert_eq!((short.score, short.missing, short.later), (Points::whole(90), Points::whole(10), None));
    let long = plan(ann(block(rules()), "2023-02-01").2);
    assert_eq!((long.uses.len(), long.proved), (4, true));
    assert_eq!(long.effort.hours, Points::whole(8));
}

#[test]
fn time_alone_can_do_it() {
    let mut rule = late(-20, json!({}));
    rule["points"]["months"] = json!(12);
    let (.., answer) = ann(block(json!([rule])), "2022-03-02");
    let plan = plan(answer);
    assert_eq!((plan.uses.len(), plan.reached), (0, day("2022-03-02")));
}

#[test]
fn what_stands_in_the_way_is_named() {
    let ceiling = json!({ "ceiling": { "band": "C", "months": 24 } });
    let held =
        no_way(ann(block(json!([late(-20, ceiling), help(json!({ "per": "year", "times": 99 }))])), "2022-06-01").2);
    assert_eq!(held.why, Obstacle::Ceiling { rule: Some(0), until: Some(day("2023-03-02")) });
    let nothing = no_way(ann(block(json!([late(-20, json!({}))])), "2022-06-01").2);
    assert_eq!((nothing.why, nothing.later), (Obstacle::NoAct, None));
    let mut rule = late(-20, json!({}));
    rule["points"]["months"] = json!(24);
    let waits = no_way(ann(block(json!([rule])), "2022-06-01").2);
    assert_eq!((waits.why, waits.later), (Obstacle::NoAct, Some(day("2023-03-02"))));
}

#[test]
fn values_are_the_smallest_that_meet_the_tests() {
    let when = json!({ "all": [{ "number": { "field": "yuan", "is": "more-than", "value": 120 } },
                               { "choice": { "field": "to", "is": "party" } }] });
    let rule = json!({ "id": "gift", "kind": "gift", "when": when, "points": { "amount": 5 } });
    let (scenario, search, answer) = ann(block(json!([late(-5, json!({})), rule])), "2022-02-01");
    assert_eq!(search.acts().len(), 1);
    assert_eq!(search.acts()[0].values, vec![Points::whole(121), Points::whole(1)]);
    assert_eq!(plan(answer).effort.money, Points::whole(121));
    // What the document says of the effort counts instead.
    let mut scenario = scenario;
    scenario.kinds[1].effort = Some(serde_json::from_value(json!({ "hours": 0.5 })).unwrap());
    let case = lower(&scenario).unwrap().case;
    let told = acts(&case, 0, &doables(&scenario));
    assert_eq!(told[0].first, Effort { hours: Points::from_thousandths(500), money: Points::ZERO });
    scenario.kinds[1].effort.as_mut().unwrap().never = true;
    assert!(acts(&case, 0, &doables(&scenario)).is_empty());
}

/// Every life of every preset gets an answer, soon enough, and the answer holds.
#[test]
fn presets_have_answers() {
    let mut found = 0;
    for preset in presets::ALL {
        let scenario = preset.scenario().unwrap();
        let outcome = evaluate(&scenario).unwrap();
        let case = &outcome.lowered.case;
        let known = doables(&scenario);
        for (subject, life) in outcome.report.lives.iter().enumerate() {
            let all = acts(case, subject, &known);
            let best = case.rulebook.bands.len() - 1;
            let target = (life.end().band + 1).min(best);
            let by = case.last.plus_months(12);
            let question = Question { subject, target, from: case.last, by, hour: HOUR };
            let begin = std::time::Instant::now();
            let mut search = WayBack::new(case, all.clone(), question);
            let answer = answer(&mut search);
            println!("{} {subject}: {:?} {answer:?}", preset.id, begin.elapsed());
            check(case, &question, &search, &answer).unwrap();
            found += usize::from(matches!(&answer, Answer::Way(it) if !it.uses.is_empty()));
            for deal in deals(case, subject, &known, &all, case.last, &outcome.report) {
                assert!(deal.points.is_gain());
            }
        }
    }
    assert!(found > 5, "{found}");
}

#[test]
fn an_act_is_worth_so_many_of_another() {
    let preset = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
    let case = lower(&preset).unwrap().case;
    let mei = case.subjects.len() - 1;
    let worths = worths(&case, mei, &doables(&preset));
    let of = |id: &str| {
        let kind = preset.kinds.iter().position(|it| it.id == id).unwrap();
        worths.iter().find(|it| it.kind == kind).unwrap()
    };
    let (bill, hours) = (of("late-bill"), of("volunteering"));
    assert_eq!((bill.points, hours.points), (Points::whole(-20), Points::whole(2)));
    let ratio = rate(bill, hours).unwrap();
    assert_eq!(ratio, Ratio { of: 10, to: 1 });
    assert_eq!(ratio.times(hours.effort.hours), Points::whole(80));
    assert_eq!(hours.yearly, Some(Points::whole(20)));
    for one in &worths {
        for other in &worths {
            let (there, back) = (rate(one, other).unwrap(), rate(other, one).unwrap());
            assert_eq!((there.of, there.to), (back.to, back.of), "rates are each other's inverse");
        }
    }
}
