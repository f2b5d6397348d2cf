//! Random edits of a document, such as a reader makes, and a few that no reader would.

#![allow(dead_code, reason = "each test file that includes this uses a part of it")]

use std::sync::Arc;

use proptest::prelude::*;
use social_credit_lab::scenario::doc::{
    Associate, Combine, Comparison, Cond, Correction, CorrectionGround, Dial, Limit, Period, Reform, Relation, Repeat,
    RepeatStep, Shock, ShockSort, Spill, SubjectKind, Value,
};
use social_credit_lab::scenario::presets::ALL;
use social_credit_lab::scenario::{DayText, Decimal, Scenario};

/// One edit: what, where, and with which number.
pub type Edit = (u8, u16, i16);

/// Some edits.
pub fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    proptest::collection::vec((0..KINDS_OF_EDITS, any::<u16>(), any::<i16>()), 0..most)
}

/// A preset.
pub fn preset() -> impl Strategy<Value = Scenario> {
    (0..ALL.len()).prop_map(|it| ALL[it].scenario().unwrap())
}

/// The document with all these edits.
pub fn edited(mut scenario: Scenario, edits: &[Edit]) -> Scenario {
    for edit in edits {
        apply(&mut scenario, *edit);
    }
    scenario
}

const KINDS_OF_EDITS: u8 = 33;

fn pick<T>(list: &mut [T], at: u16) -> Option<&mut T> {
    let len = list.len();
    (len > 0).then(|| &mut list[usize::from(at) % len])
}

fn place(len: usize, at: u16) -> usize {
    usize::from(at) % len.max(1)
}

fn shift<T>(list: &mut Vec<T>, from: u16, to: i16) {
    if !list.is_empty() {
        let it = list.remove(place(list.len(), from));
        list.insert(usize::from(to.unsigned_abs()) % (list.len() + 1), it);
    }
}

fn apply(scenario: &mut Scenario, (what, at, number): Edit) {
    let amount = Decimal(social_credit_lab::engine::Points::from_thousandths(i64::from(number) * 25));
    let count = u32::from(number.unsigned_abs());
    let flag = number % 2 == 0;
    let book = &mut scenario.rulebook;
    match what {
        0 => scenario.title = format!("Title {number} — 信用"),
        1 => scenario.summary = if flag { String::new() } else { format!("\"{number}\"\n\\") },
        2 => scenario.last_day = DayText(scenario.last_day.0.plus_days(i32::from(number))),
        3 => book.combine = if flag { Combine::First } else { Combine::Strongest },
        4 => book.fading = count,
        5 => book.scale = book.scale.take().filter(|_| flag),
        6 => book.safeguards.consent = flag,
        7 => book.safeguards.corrections = flag,
        8 => book.safeguards.event_cap = flag.then_some(amount),
        9 => {
            if let Some(it) = pick(&mut book.bands, at) {
                it.from = amount;
            }
        }
        10 => {
            if let Some(it) = pick(&mut book.sources, at) {
                it.on = flag;
            }
        }
        11..=18 => {
            if let Some(it) = pick(&mut book.rules, at) {
                edit_rule(Arc::make_mut(it), what, amount, count, flag);
            }
        }
        19 => shift(&mut book.rules, at, number),
        20 => {
            if !book.rules.is_empty() {
                let mut rule = (*book.rules[place(book.rules.len(), at)]).clone();
                // Now and then an id that is there already, or one that is none.
                rule.id = match number % 10 {
                    0 => book.rules[0].id.clone(),
                    1 => "no id/".to_owned(),
                    _ => format!("r{number}").replace('-', "m"),
                };
                book.rules.insert(place(book.rules.len(), at.rotate_left(3)), Arc::new(rule));
            }
        }
        21 => drop((!book.rules.is_empty()).then(|| book.rules.remove(place(book.rules.len(), at)))),
        22 => shift(&mut scenario.kinds, at, number),
        23 => {
            if let Some(it) = pick(&mut scenario.kinds, at).and_then(|it| pick(&mut it.fields, at)) {
                it.default = flag.then_some(Value::Number(amount));
                it.choices.reverse();
            }
        }
        24 => {
            let other = scenario.cast.first().map(|it| it.id.clone()).unwrap_or_default();
            if let Some(it) = pick(&mut scenario.cast, at) {
                it.associates.push(Associate { subject: other, relation: Relation::Household });
                it.consents = flag;
            }
        }
        25..=27 => {
            if let Some(it) = pick(&mut scenario.events, at) {
                edit_event(Arc::make_mut(it), what, number);
            }
        }
        28 => shift(&mut scenario.events, at, number),
        30 => {
            let ids = ["coverage-camera", "share-migrants", "know", "response-criticism", "no-such-dial"];
            let id = ids[place(ids.len(), at)].to_owned();
            scenario.society.dials.push(Dial { id, value: i32::from(number) });
        }
        31 => {
            let sorts = [ShockSort::Recession, ShockSort::Outage, ShockSort::Leak, ShockSort::Cameras];
            let source = scenario.rulebook.sources.first().map(|it| it.id.clone()).filter(|_| flag);
            scenario.society.shocks.push(Shock {
                id: format!("s{count}"),
                what: sorts[place(sorts.len(), at)],
                from: count % 70,
                months: u32::from(at % 9),
                strength: flag.then_some(count),
                source,
            });
        }
        32 => {
            scenario.society.people = flag.then_some(count);
            scenario.society.reform = Reform::ALL[..place(Reform::ALL.len(), at)].to_vec();
        }
        _ => {
            if flag && !scenario.events.is_empty() {
                scenario.events.remove(place(scenario.events.len(), at));
            } else if let Some(it) = scenario.events.get(place(scenario.events.len(), at)) {
                let mut event = (**it).clone();
                event.id = format!("x{}", number.unsigned_abs());
                scenario.events.insert(place(scenario.events.len(), at.rotate_left(5)), Arc::new(event));
            }
        }
    }
}

fn edit_rule(rule: &mut social_credit_lab::scenario::doc::Rule, what: u8, amount: Decimal, count: u32, flag: bool) {
    let number = Cond::Number { field: "amount".to_owned(), is: Comparison::AtLeast, value: amount };
    match (what, &mut rule.points) {
        (11 | 12, Some(points)) => points.amount = amount,
        (13, Some(points)) if flag => {
            points.repeat = Some(Repeat { then: vec![RepeatStep::Points(amount)], within: Some(count) });
        }
        (13, Some(points)) => {
            points.spill = Some(Spill { share: count, to: vec![Relation::Owner, Relation::Employer] })
        }
        (14, _) => rule.on = flag,
        (15, _) => rule.points = None,
        (16, _) if flag => rule.when = Some(Cond::All(vec![number, Cond::Subject(SubjectKind::Person)])),
        (16, _) => rule.when = Some(Cond::Not(Box::new(Cond::Any(vec![number])))),
        (17, _) => rule.limit = flag.then_some(Limit { per: Period::Month, points: Some(amount), times: None }),
        (18, _) => rule.reported_by.reverse(),
        _ => rule.note = format!("note {count}"),
    }
}

fn edit_event(event: &mut social_credit_lab::scenario::doc::Event, what: u8, number: i16) {
    match what {
        25 => event.day = DayText(event.day.0.plus_days(i32::from(number))),
        26 if number % 3 == 0 => event.recorded_by = Some(Vec::new()),
        26 => {
            let day = DayText(event.day.0.plus_days(30));
            event.corrected = Some(Correction { day, by: CorrectionGround::Appeal });
            event.genuine = !event.genuine;
        }
        _ => {
            let name = if number % 7 == 0 { "no id/".to_owned() } else { format!("f{}", number % 3).replace('-', "m") };
            event.fields.insert(name, Value::Number(Decimal::whole(i64::from(number))));
        }
    }
}
