//! Sweeps over the assumptions: each point is what the document with those numbers gives, whoever computes it and when.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::sync::Arc;

use common::generate::Rng;
use expect_test::expect_file;
use proptest::prelude::*;
use social_credit_lab::engine::society::count;
use social_credit_lab::engine::society::measures::{Measure, Verdict, Who};
use social_credit_lab::jobs::desk::{Desk, Order, Reply};
use social_credit_lab::jobs::sweep::plan::{self, Plan, Span, one, plane, tornado, usual_range};
use social_credit_lab::jobs::sweep::prices::Turn;
use social_credit_lab::jobs::sweep::swept::{Setting, Swept};
use social_credit_lab::jobs::sweep::{Point, SweepFound, SweepRequest, Value};
use social_credit_lab::jobs::{Answer, Request, Step, start};
use social_credit_lab::scenario::doc::{Dial, Reform, Society};
use social_credit_lab::scenario::society::{dial, dials, reformed, settle, town};
use social_credit_lab::scenario::{Scenario, evaluate, presets};
use social_credit_lab::text::csv::Separator;
use social_credit_lab::text::society::sweeps::{sheet, table};

fn small(people: u32) -> Scenario {
    let mut scenario = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
    scenario.society.people = Some(people);
    scenario.society.months = Some(13);
    scenario
}

/// The answer to a request, and how many steps it took.
fn asked(scenario: &Scenario, request: SweepRequest) -> (SweepFound, u64) {
    let mut running = start(Request::Sweep(request), scenario, &evaluate(scenario).unwrap());
    let mut steps = 0;
    loop {
        match running.step() {
            Step::Done(Answer::Sweep(found)) => return (found, steps),
            Step::Done(other) => panic!("{other:?}"),
            Step::Going(done, total) => {
                assert!(done >= steps && done <= total);
                steps += 1;
            }
        }
    }
}

/// What the document itself gives with these numbers written into it.
fn single(scenario: &Scenario, point: &Point, setting: Setting) -> Vec<Vec<Option<f64>>> {
    let mut scenario = scenario.clone();
    for (id, value) in point {
        scenario.society.dials.retain(|it| it.id != *id);
        scenario.society.dials.push(Dial { id: id.clone(), value: *value });
    }
    scenario.society.people = Some(setting.people.min(scenario.society.people.unwrap()));
    if setting.reform {
        scenario = reformed(&scenario).unwrap();
    }
    let outcome = evaluate(&scenario).unwrap();
    let society = settle(&scenario, &outcome.lowered).unwrap();
    let who = setting.group.map_or(Who::All, Who::Group);
    let row = |replicate| {
        let tally = count(&society, replicate, 0..society.neighbourhoods());
        Measure::ALL.iter().map(|it| it.value(&society, &tally, who)).collect()
    };
    (0..setting.replicates).map(row).collect()
}

fn numbers(found: &SweepFound) -> Vec<Vec<Option<f64>>> {
    found.rows.iter().map(|row| row.iter().map(|it| it.map(Value::get)).collect()).collect()
}

fn run(scenario: &Scenario, plan: Plan, setting: Setting) -> Swept {
    let mut swept = Swept::new(plan, setting, &scenario.society);
    for at in 0..swept.len() {
        swept.take(at, asked(scenario, swept.request(at).unwrap()).0);
    }
    assert!(swept.is_whole());
    swept
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_point_is_the_document_with_these_numbers(
        which in 0..dials().len(), other in 0..dials().len(), at in 0_i64..=100, people in 40_u32..200, group in any::<bool>(), reform in any::<bool>(),
    ) {
        let mut scenario = small(120);
        scenario.society.dials.push(Dial { id: "mismatch".to_owned(), value: 40 });
        scenario.society.reform = vec![Reform::Notice, Reform::Expiry];
        let set = |spec: usize| {
            let family = dials()[spec].family;
            let span = i64::from(family.max) - i64::from(family.min);
            (dials()[spec].id.clone(), i32::try_from(i64::from(family.min) + span * at / 100).unwrap())
        };
        let mut point = vec![set(which)];
        if other != which {
            point.push(set(other));
        }
        let setting = Setting { people, replicates: 2, group: group.then_some(1), reform };
        let request = SweepRequest { point: point.clone(), replicates: 2, people, group: setting.group, reform, without: None };
        let (found, steps) = asked(&scenario, request);
        prop_assert!(steps > 2);
        prop_assert_eq!(numbers(&found), single(&scenario, &point, setting));
        // Nothing is lost on the way to the page.
        let sent: SweepFound = serde_json::from_str(&serde_json::to_string(&found).unwrap()).unwrap();
        prop_assert_eq!(sent, found);
    }
}

/// All of the reform but one safeguard is what a document with just those others in its reform gives.
#[test]
fn a_safeguard_is_left_out_alone() {
    let mut scenario = small(200);
    scenario.rulebook.safeguards.notice = true;
    let all = [Reform::Notice, Reform::Appeal, Reform::Expiry, Reform::NoSpillOver];
    for reform in [&all[..], &all[1..2]] {
        scenario.society.reform = reform.to_vec();
        let Some(Plan::Switches(switches)) = plan::switches(&scenario) else { panic!() };
        assert!(!switches.contains(&Reform::Notice), "the rulebook has it already");
        let setting = Setting { people: 200, replicates: 2, group: None, reform: true };
        let swept = Swept::new(Plan::Switches(switches.clone()), setting, &scenario.society);
        let found = |at: usize| numbers(&asked(&scenario, swept.request(at).unwrap()).0);
        assert_eq!(swept.len(), 1 + switches.len());
        assert_eq!(found(0), single(&scenario, &Vec::new(), setting), "the whole reform");
        for (at, left_out) in switches.iter().enumerate() {
            let mut others = scenario.clone();
            others.society.reform.retain(|it| it != left_out);
            let reform = !others.society.reform.is_empty();
            assert_eq!(found(at + 1), single(&others, &Vec::new(), Setting { reform, ..setting }), "{left_out:?}");
        }
    }
    scenario.society.reform = vec![Reform::Notice];
    assert_eq!(plan::switches(&scenario), None, "there is nothing to leave out");
    scenario.society.reform.clear();
    assert_eq!(plan::switches(&scenario), None, "there is no reform");
}

/// A safeguard is credited with what it alone brings, debited with what it alone costs, and with nothing else.
#[test]
fn a_safeguard_has_a_price_of_its_own() {
    let mut scenario = presets::latest("popular-picture").unwrap().scenario().unwrap();
    scenario.society.people = Some(1200);
    scenario.society.months = Some(13);
    scenario.society.dials.push(Dial { id: "mismatch".to_owned(), value: 60 });
    scenario.society.reform = vec![Reform::Expiry, Reform::NoNeighbours];
    let plan = plan::switches(&scenario).unwrap();
    assert_eq!(plan, Plan::Switches(vec![Reform::Expiry, Reform::NoNeighbours]));
    let setting = Setting { people: 1200, replicates: 6, group: None, reform: true };
    let swept = run(&scenario, plan, setting);
    let prices = swept.prices();
    assert_eq!(prices.iter().map(|it| it.switch).collect::<Vec<_>>(), [Reform::Expiry, Reform::NoNeighbours]);
    for (at, price) in prices.iter().enumerate() {
        for it in &price.moved {
            let found = swept.between(at + 1, 0, it.measure).unwrap();
            assert_eq!(it.difference, found);
            assert_eq!(it.turn == Turn::CannotTell, found.verdict == Verdict::CannotTell, "{it:?}");
        }
        for turn in [Turn::Better, Turn::Worse, Turn::CannotTell] {
            assert!(price.turned(turn).iter().all(|it| it.turn == turn));
        }
        let sides = [Turn::Better, Turn::Worse, Turn::CannotTell].map(|it| price.turned(it).len());
        assert_eq!(sides.iter().sum::<usize>(), price.moved.len());
    }
    // Where neighbours report nothing, they report nothing false and no tie breaks.
    let silent: Vec<Measure> = prices[1].turned(Turn::Better).iter().map(|it| it.measure).collect();
    assert!(silent.contains(&Measure::FalseReports) && silent.contains(&Measure::BrokenTies), "{silent:?}");
    let words = &social_credit_lab::text::ENGLISH.society.sweeps;
    let mut text =
        format!("{}\n{}\n", (words.finding)(&swept, Measure::Wrongly), (words.summary)(&swept, words.everybody));
    text +=
        &sheet(&swept, Measure::Wrongly).csv(Separator::Comma).replace('\u{feff}', "<bom>").replace("\r\n", "<cr>\n");
    expect_file!["golden/safeguards.txt"].assert_eq(&text);
    assert_eq!(table(&swept, Measure::Wrongly).rows.len(), prices.iter().map(|it| it.moved.len()).sum::<usize>());
}

#[test]
fn what_makes_no_sense_changes_nothing() {
    let scenario = small(80);
    let ask = |point: Point| {
        asked(&scenario, SweepRequest { point, replicates: 1, people: 80, group: None, reform: false, without: None }).0
    };
    let base = ask(Vec::new());
    assert_eq!(ask(vec![("no-such-dial".to_owned(), 7)]), base);
    let unreformed =
        SweepRequest { point: Vec::new(), replicates: 1, people: 80, group: None, reform: true, without: None };
    assert_eq!(asked(&scenario, unreformed).0, SweepFound::default(), "there is no reform");
    let most = dial("mismatch").unwrap().family.max;
    let beyond = |value| ask(vec![("mismatch".to_owned(), value)]);
    assert_eq!(beyond(i32::MAX), beyond(most), "a value is kept in its range");

    let setting = Setting { people: 80, replicates: 1, group: None, reform: false };
    let mut swept = Swept::new(Plan::All(Vec::new()), setting, &scenario.society);
    swept.take(0, SweepFound::default());
    swept.take(7, base.clone());
    assert_eq!(swept.done(), 0, "an answer that does not fit is not taken");
    swept.take(0, base);
    assert_eq!((swept.done(), swept.request(1)), (1, None));
}

#[test]
fn lines_go_from_end_to_end_through_the_value_of_the_document() {
    let own = |value| Society { dials: vec![Dial { id: "mismatch".to_owned(), value }], ..Society::default() };
    let values = |society: &Society, range, steps| match one(society, "mismatch", range, steps).unwrap() {
        Plan::One(axis) => (axis.now, axis.values),
        other => panic!("{other:?}"),
    };
    for (now, range, steps, expected) in [
        (5, (0, 20), 5, vec![0, 5, 10, 15, 20]),
        (7, (0, 20), 5, vec![0, 5, 7, 10, 15, 20]),
        (0, (0, 20), 3, vec![0, 10, 20]),
        (50, (0, 20), 3, vec![0, 10, 20]),
        (7, (20, 0), 3, vec![0, 7, 10, 20]),
        (7, (-50, 5000), 3, vec![0, 7, 100, 200]),
        (7, (7, 7), 9, vec![7]),
    ] {
        assert_eq!(values(&own(now), range, steps), (now, expected), "{now} {range:?} {steps}");
    }
    assert_eq!(one(&own(1), "no-such-dial", (0, 1), 5), None);
}

#[test]
fn tornados_turn_every_dial_inside_its_range() {
    for span in [Span::HalfAndDouble, Span::Range] {
        let Plan::All(all) = tornado(&Society::default(), None, span) else { panic!() };
        assert!(all.len() > 200, "{}", all.len());
        for it in &all {
            let spec = dial(&it.dial).unwrap();
            assert!(it.low < it.high && spec.allows(it.low) && spec.allows(it.high), "{it:?}");
            let holds = it.low <= it.now && it.now <= it.high;
            assert!(holds, "{it:?} does not have the value of the document between its ends");
        }
        let sections = town().sections.iter().map(|section| {
            let Plan::All(part) = tornado(&Society::default(), Some(&section.id), span) else { panic!() };
            assert!(!part.is_empty(), "{}", section.id);
            part
        });
        assert_eq!(sections.flatten().count(), all.len(), "the sections are a whole");
        let points = Plan::All(all.clone()).points();
        assert_eq!(points.len(), 1 + 2 * all.len());
        assert_eq!(points[0], Vec::new(), "the first is the document itself");
        assert_eq!(points[1..3], [vec![(all[0].dial.clone(), all[0].low)], vec![(all[0].dial.clone(), all[0].high)]]);
    }
}

#[test]
fn planes_have_a_cell_for_each_pair() {
    let plan = plane(&Society::default(), "mismatch", "appeal-capacity", 3).unwrap();
    let Plan::Two(across, down) = &plan else { panic!() };
    let points = plan.points();
    assert_eq!(points.len(), across.values.len() * down.values.len());
    assert_eq!(points[1], [("mismatch".to_owned(), across.values[1]), ("appeal-capacity".to_owned(), down.values[0])]);
    assert_eq!(plane(&Society::default(), "mismatch", "mismatch", 3), None);
    assert_eq!(plane(&Society::default(), "mismatch", "no-such-dial", 3), None);
    for spec in dials() {
        let (low, high) = usual_range(spec, spec.value);
        assert!(low < high && spec.allows(low) && spec.allows(high), "{}", spec.id);
    }
}

/// A sweep by several desks that answer in turns nobody foresees.
fn by_desks(scenario: &Arc<Scenario>, plan: Plan, setting: Setting, hands: u64, seed: u64) -> Swept {
    let send = |desk: &mut Desk, order: &Order| desk.take(&serde_json::to_string(order).unwrap());
    let mut swept = Swept::new(plan, setting, &scenario.society);
    let mut rng = Rng::new(seed, "turns", 0);
    let mut desks: Vec<Desk> = (0..hands).map(|_| Desk::default()).collect();
    desks.iter_mut().for_each(|it| send(it, &Order::Scenario(scenario.clone())));
    let mut left: Vec<usize> = (0..swept.len()).collect();
    while !swept.is_whole() {
        let desk = &mut desks[rng.below(hands) as usize];
        if !left.is_empty() && (desk.is_idle() || rng.chance(20)) {
            let at = left.swap_remove(rng.below(left.len() as u64) as usize);
            let request = Request::Sweep(swept.request(at).unwrap());
            send(desk, &Order::Compute { asker: at as u64, number: 1, request });
        } else if let Some(Reply::Step { asker, step: Step::Done(Answer::Sweep(found)), .. }) = desk.work(|| false) {
            swept.take(asker as usize, found);
        }
    }
    swept
}

#[test]
fn hands_and_order_do_not_matter() {
    let scenario = Arc::new(small(80));
    let setting = Setting { people: 80, replicates: 2, group: None, reform: false };
    let plan = plane(&scenario.society, "mismatch", "error-camera", 3).unwrap();
    let alone = run(&scenario, plan.clone(), setting);
    for (hands, seed) in [(1, 1), (2, 2), (4, 3)] {
        let shared = by_desks(&scenario, plan.clone(), setting, hands, seed);
        for measure in Measure::ALL {
            assert_eq!(table(&shared, measure), table(&alone, measure), "{hands} desks");
        }
    }
}

/// More records in wrong files make more people wrongly penalised; what does nothing is told as nothing.
#[test]
fn a_tornado_puts_first_what_matters() {
    let scenario = small(400);
    let setting = Setting { people: 400, replicates: 5, group: None, reform: false };
    let Plan::All(all) = tornado(&scenario.society, Some("records"), Span::Range) else { panic!() };
    let wanted = ["mismatch", "error-camera", "error-self-report"];
    let ends: Vec<_> = all.into_iter().filter(|it| wanted.contains(&it.dial.as_str())).collect();
    assert!(ends.len() >= 2);
    let swept = run(&scenario, Plan::All(ends.clone()), setting);
    let bars = swept.bars(Measure::Wrongly);
    assert_eq!(bars.len(), ends.len());
    assert_eq!(bars[0].difference.verdict, Verdict::Higher);
    for pair in bars.windows(2) {
        let key = |it: &social_credit_lab::jobs::sweep::swept::Bar| {
            (it.difference.verdict == Verdict::CannotTell, -it.difference.median.abs())
        };
        assert!(key(&pair[0]) <= key(&pair[1]), "{pair:?}");
    }
}

#[test]
fn a_sweep_is_saved_as_it_was_found() {
    let scenario = small(600);
    let setting = Setting { people: 10_000, replicates: 5, group: None, reform: false };
    let society = &scenario.society;
    let line = run(&scenario, one(society, "mismatch", (0, 200), 3).unwrap(), setting);
    let Plan::All(all) = tornado(society, Some("districts"), Span::Range) else { panic!() };
    let bars = run(&scenario, Plan::All(all), setting);
    let Plan::All(all) = tornado(society, Some("neighbours"), Span::HalfAndDouble) else { panic!() };
    let nothing = run(&scenario, Plan::All(all), setting);
    let cells = run(&scenario, plane(society, "error-bank", "errors-residents", 3).unwrap(), setting);
    let words = &social_credit_lab::text::ENGLISH.society.sweeps;
    let mut text = String::new();
    for swept in [&line, &bars, &nothing, &cells] {
        for measure in [Measure::Wrongly, Measure::MeanScore] {
            text += &format!("{}\n{}\n", (words.finding)(swept, measure), (words.summary)(swept, words.everybody));
            text += &sheet(swept, measure).csv(Separator::Comma).replace('\u{feff}', "<bom>").replace("\r\n", "<cr>\n");
            text += "\n";
        }
    }
    expect_file!["golden/sweeps.txt"].assert_eq(&text);
}
