//! Long computations at a desk, as the worker does them: the same answers as without it, whatever comes in between.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use social_credit_lab::jobs::desk::{Desk, Order, Reply, build};
use social_credit_lab::jobs::{Answer, Request, Step, start};
use social_credit_lab::scenario::{Scenario, evaluate, presets};

fn preset(id: &str) -> Arc<Scenario> {
    Arc::new(presets::latest(id).unwrap().scenario().unwrap())
}

fn send(desk: &mut Desk, order: &Order) {
    desk.take(&serde_json::to_string(order).unwrap());
}

fn compute(asker: u64, number: u64) -> Order {
    Order::Compute { asker, number, request: Request::Principles }
}

/// The scenario with two principles, so that there is something to search for.
fn with_principles(id: &str) -> Arc<Scenario> {
    use social_credit_lab::scenario::doc::{Principle, Says};
    let mut scenario = Scenario::clone(&preset(id));
    let principle = |id: &str, says| Principle { id: id.to_owned(), says, most: None, kind: None };
    scenario.principles = vec![principle("p1", Says::EventCostsBands), principle("p2", Says::RelativesPayNothing)];
    Arc::new(scenario)
}

/// The answer without a desk.
fn directly(scenario: &Scenario) -> Answer {
    let mut running = start(Request::Principles, scenario, &evaluate(scenario).unwrap());
    loop {
        if let Step::Done(answer) = running.step() {
            return answer;
        }
    }
}

/// Works until everything is done; answers with the last word to each asker.
fn until_idle(desk: &mut Desk, mut each: impl FnMut(&mut Desk)) -> Vec<(u64, u64, Answer)> {
    let mut done = Vec::new();
    while let Some(Reply::Step { asker, number, step }) = desk.work(|| false) {
        if let Step::Done(answer) = step {
            done.push((asker, number, answer));
        }
        each(desk);
    }
    done
}

#[test]
fn a_desk_answers_as_the_computation_does() {
    let scenario = with_principles("popular-picture");
    let mut desk = Desk::default();
    assert!(desk.is_idle());
    send(&mut desk, &Order::Scenario(scenario.clone()));
    send(&mut desk, &compute(7, 1));
    assert!(!desk.is_idle());
    assert_eq!(until_idle(&mut desk, |_| {}), [(7, 1, directly(&scenario))]);
    assert!(desk.is_idle());
}

#[test]
fn a_newer_order_takes_the_place_of_an_older_one() {
    let scenario = with_principles("popular-picture");
    let mut desk = Desk::default();
    send(&mut desk, &Order::Scenario(scenario.clone()));
    send(&mut desk, &compute(1, 1));
    send(&mut desk, &compute(2, 2));
    let mut steps = 0;
    let done = until_idle(&mut desk, |desk| {
        steps += 1;
        if steps == 3 {
            send(desk, &compute(1, 3));
            send(desk, &Order::Drop { asker: 2 });
        }
    });
    assert_eq!(done, [(1, 3, directly(&scenario))], "the first asker's second order, and nothing that was dropped");
}

#[test]
fn another_scenario_drops_what_was_begun() {
    let (one, other) = (with_principles("popular-picture"), with_principles("jinan-dog-licence"));
    let mut desk = Desk::default();
    send(&mut desk, &Order::Scenario(one));
    send(&mut desk, &compute(1, 1));
    send(&mut desk, &Order::Scenario(other.clone()));
    assert!(desk.is_idle());
    send(&mut desk, &compute(1, 2));
    assert_eq!(until_idle(&mut desk, |_| {}), [(1, 2, directly(&other))]);
}

#[test]
fn nonsense_is_passed_over() {
    let mut desk = Desk::default();
    for order in ["", "null", "{}", "{\"compute\":{}}", "{\"scenario\":{\"version\":99}}"] {
        desk.take(order);
        assert!(desk.is_idle(), "{order}");
    }
    send(&mut desk, &compute(1, 1));
    assert!(desk.is_idle(), "without a scenario there is nothing to compute");
    assert!(desk.work(|| true).is_none());
}

#[test]
fn page_and_worker_know_their_build() {
    assert_eq!(build(), build());
    assert!(build().starts_with(env!("CARGO_PKG_VERSION")));
}
