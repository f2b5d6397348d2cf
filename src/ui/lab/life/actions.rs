//! What can be done with events: add, move, copy, delete. Each is one step to undo, and each is announced.

use std::sync::Arc;

use leptos::prelude::*;

use super::seen::capital;
use crate::editor::edits::fresh_id;
use crate::editor::span::widen;
use crate::engine::Day;
use crate::scenario::bounds;
use crate::scenario::doc::{Event, Scenario, Value};
use crate::scenario::wire::DayText;
use crate::ui::state::{Lab, texts};

/// Adds an event of a kind for the subject that is looked at, selects it and moves the cursor to it.
pub fn add(lab: Lab, kind: &str) {
    let subject = untrack(|| lab.subject());
    let added = lab.peek_scenario(|it| {
        let day = day_for_new(it, &subject, lab.day.get_untracked());
        let id = new_id(it);
        (it.events.len() < bounds::EVENTS).then(|| Event {
            id,
            subject: subject.clone(),
            kind: kind.to_owned(),
            day: DayText(day),
            fields: Default::default(),
            recorded_by: None,
            genuine: true,
            corrected: None,
            note: String::new(),
        })
    });
    let Some(event) = added else { return lab.announce(texts().life.full) };
    let name = lab.peek_scenario(|it| it.cast.iter().find(|it| it.id == subject).map(|it| it.name.clone()));
    let text = (texts().life.happened)(&name.unwrap_or_default(), &short_of(lab, kind), event.day.0);
    put(lab, event, None);
    lab.announce(text);
}

/// Adds a copy of an event a month later.
pub fn duplicate(lab: Lab, id: &str) {
    let found = lab.peek_scenario(|it| {
        let place = it.events.iter().position(|it| it.id == id)?;
        let mut copy = Event::clone(&it.events[place]);
        copy.id = new_id(it);
        let day = copy.day.0.plus_months(1);
        let moved = if day > it.last_day.0 { copy.day.0 } else { day };
        shift(&mut copy, moved);
        (it.events.len() < bounds::EVENTS).then_some((copy, place + 1))
    });
    let Some((copy, place)) = found else { return };
    let text = (texts().life.duplicated)(&short_of(lab, &copy.kind), copy.day.0);
    put(lab, copy, Some(place));
    lab.announce(text);
}

fn put(lab: Lab, event: Event, place: Option<usize>) {
    let (id, day) = (event.id.clone(), event.day.0);
    lab.edit("", |it| {
        let place = place.unwrap_or(it.events.len()).min(it.events.len());
        it.events.insert(place, Arc::new(event));
    });
    lab.event.set(Some(id));
    lab.day.set(Some(day));
}

/// Moves an event to another day of the scenario. Its correction moves with it.
pub fn move_to(lab: Lab, id: &str, day: Day) {
    let (first, last) = lab.peek_scenario(|it| (it.first_day.0, it.last_day.0));
    let day = day.clamp(first, last.max(first));
    lab.edit_event(id, "day", |it| shift(it, day));
    lab.day.set(Some(day));
}

/// Moves an event to a day outside the account, which is lengthened to it. That is one step to undo.
pub fn move_outside(lab: Lab, id: &str, day: Day) {
    lab.edit("", |it| {
        widen(it, day);
        if let Some(it) = it.events.iter_mut().find(|it| it.id == id) {
            shift(Arc::make_mut(it), day);
        }
    });
    lab.day.set(Some(day));
}

/// Moves an event by days, or by months with the same day of the month.
pub fn move_by(lab: Lab, id: &str, days: i32, months: i32) {
    let found = lab.peek_scenario(|it| it.events.iter().find(|it| it.id == id).map(|it| (it.day.0, it.kind.clone())));
    let Some((from, kind)) = found else { return };
    move_to(lab, id, plus(from, days, months));
    let now = lab.peek_scenario(|it| it.events.iter().find(|it| it.id == id).map(|it| it.day.0));
    lab.announce((texts().life.moved)(&capital(&short_of(lab, &kind)), now.unwrap_or(from)));
}

/// Deletes an event, and selects the next of the same subject, or else the one before.
pub fn delete(lab: Lab, id: &str) {
    let found = lab.peek_scenario(|it| {
        let event = it.events.iter().find(|it| it.id == id)?;
        let order = of_subject(it, &event.subject);
        let at = order.iter().position(|it| it.1 == id)?;
        let heir = order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?));
        Some((event.kind.clone(), heir.map(|it| (it.0, it.1.to_owned()))))
    });
    let Some((kind, heir)) = found else { return };
    lab.edit("", |it| it.events.retain(|it| it.id != id));
    match heir {
        Some((day, id)) => {
            lab.event.set(Some(id));
            lab.day.set(Some(day));
        }
        None => lab.event.set(None),
    }
    lab.announce((texts().life.deleted)(&capital(&short_of(lab, &kind))));
}

/// The events of a subject in the order in which they happen.
pub fn of_subject<'a>(scenario: &'a Scenario, subject: &str) -> Vec<(Day, &'a str)> {
    let own = scenario.events.iter().filter(|it| it.subject == subject);
    let mut order: Vec<(Day, &str)> = own.map(|it| (it.day.0, it.id.as_str())).collect();
    order.sort_by_key(|it| it.0);
    order
}

/// The event after the selected one (or before it, going backwards), or the first after (before) the cursor.
pub fn neighbour(lab: Lab, forwards: bool) -> Option<(Day, String)> {
    let subject = untrack(|| lab.subject());
    let day = untrack(|| lab.day_or_last());
    let selected = lab.event.get_untracked();
    lab.peek_scenario(|it| {
        let order = of_subject(it, &subject);
        let at = selected.and_then(|id| order.iter().position(|it| it.1 == id && it.0 == day));
        let found = match (at, forwards) {
            (Some(at), true) => order.get(at + 1),
            (Some(at), false) => order.get(at.checked_sub(1)?),
            (None, true) => order.iter().find(|it| it.0 >= day),
            (None, false) => order.iter().rev().find(|it| it.0 <= day),
        };
        found.map(|it| (it.0, it.1.to_owned()))
    })
}

/// Selects an event and moves the cursor to its day.
pub fn select(lab: Lab, id: &str, day: Day) {
    lab.event.set(Some(id.to_owned()));
    lab.day.set(Some(day));
}

/// Puts the focus on an element with an id, once the page shows what was just changed.
pub fn focus_soon(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        use leptos::wasm_bindgen::JsCast as _;
        if let Some(found) = document().get_element_by_id(&id) {
            found.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
        }
    });
}

/// A day some days and months later, or earlier if they are negative.
pub fn plus(day: Day, days: i32, months: i32) -> Day {
    let moved = if months >= 0 {
        day.plus_months(months.unsigned_abs())
    } else {
        let total = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + months;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        let first = i16::try_from(year).ok().zip(i8::try_from(month).ok()).and_then(|it| Day::from_ymd(it.0, it.1, 1));
        first.map_or(Day::MIN, |it| {
            let end = it.first_of_next_month().plus_days(-1);
            it.plus_days(i32::from(day.day_of_month()) - 1).min(end)
        })
    };
    moved.plus_days(days)
}

/// Makes an event one of another kind. Of what is known about it, only what the other kind has too is kept.
pub fn become_kind(lab: Lab, id: &str, kind: &str) {
    let Some(kind) = lab.peek_scenario(|it| it.kinds.iter().find(|it| it.id == kind).cloned()) else { return };
    lab.edit_event(id, "kind", |it| {
        it.kind.clone_from(&kind.id);
        it.fields.retain(|id, value| {
            kind.fields.iter().filter(|it| it.id == *id).any(|field| match value {
                Value::Number(_) => field.choices.is_empty(),
                Value::Choice(choice) => field.choices.iter().any(|it| it.id == *choice),
            })
        });
    });
}

fn shift(event: &mut Event, day: Day) {
    let days = day.days_since(event.day.0);
    event.day = DayText(day);
    if let Some(it) = &mut event.corrected {
        it.day = DayText(it.day.0.plus_days(days));
    }
}

/// The day under the cursor, or else a month after the last event; then the first later month in which the subject has
/// no event on that day.
fn day_for_new(scenario: &Scenario, subject: &str, cursor: Option<Day>) -> Day {
    let (first, last) = (scenario.first_day.0, scenario.last_day.0.max(scenario.first_day.0));
    let taken: Vec<Day> = of_subject(scenario, subject).iter().map(|it| it.0).collect();
    let after_last = || taken.last().map_or(first, |it| *it).plus_months(1);
    let wanted = cursor.unwrap_or_else(after_last).clamp(first, last);
    let mut months = (0..=bounds::MONTHS).map(|it| wanted.plus_months(it)).take_while(|it| *it <= last);
    months.find(|it| taken.binary_search(it).is_err()).unwrap_or(wanted)
}

fn new_id(scenario: &Scenario) -> String {
    let n = scenario.events.len() + 1;
    fresh_id(&format!("e{n}"), scenario.events.iter().map(|it| it.id.as_str()))
}

/// What a kind is called on a button.
pub fn short_of(lab: Lab, kind: &str) -> String {
    lab.peek_scenario(|it| it.kinds.iter().find(|it| it.id == kind).map(|it| it.short.clone())).unwrap_or_default()
}
