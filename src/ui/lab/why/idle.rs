//! The events that made no difference, by reason.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::life::{PART, Seen, focus_soon, select};
use crate::engine::Day;
use crate::engine::explain::{Need, Why, idle, near_misses};
use crate::engine::model::{EventIdx, SubjectKind as Kind};
use crate::scenario::doc::SubjectKind;
use crate::text::why::{Near, Nothing};
use crate::ui::state::{Lab, texts};

/// Events of one reason.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    why: Nothing,
    n: usize,
    /// The first of them.
    events: Vec<Item>,
}

/// An event that made no difference.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    id: String,
    day: Day,
    what: String,
    /// What is to be said about the rule that came closest; may be empty.
    note: String,
    /// That rule, if a test of it failed: its id, and what it is about.
    open: Option<(String, String)>,
}

/// The reasons, each with its events behind it.
#[component]
pub fn IdleEvents(
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().why;
    let groups = Memo::new(move |_| seen.with(|it| it.as_ref().map(groups).unwrap_or_default()));
    let total = move || groups.with(|it| it.iter().map(|it| it.n).sum::<usize>());
    let event = move |Item { id, day, what, note, open }: Item| {
        let press = move |_| {
            select(lab, &id, day);
            focus_soon("event-title");
        };
        let open = open.map(|(rule, when)| {
            let press = move |_| lab.rule.set(Some(rule.clone()));
            view! {
                <button type="button" class="btn btn-sm idle-open" aria-label=(t.near_open_of)(&when)
                    on:click=press>{t.near_open}</button>
            }
        });
        view! {
            <li><button type="button" class="link" on:click=press>{(texts().common.day_short)(day)}" · "{what}</button>
                {(!note.is_empty()).then(|| view! { <span class="ledger-note">{note}</span> })}{open}</li>
        }
    };
    let group = move |it: Group| {
        view! {
            <details class="idle-group">
                <summary>{(t.idle_group)(it.why, it.n)}</summary>
                <ul role="list">{it.events.into_iter().map(event).collect_view()}</ul>
            </details>
        }
    };
    view! {
        {move || (total() > 0).then(|| view! {
            <div class="idle">
                <p class="note">{(t.idle)(total())}</p>
                {groups.get().into_iter().map(group).collect_view()}
            </div>
        })}
    }
}

fn groups(seen: &Seen) -> Vec<Group> {
    let mut groups: BTreeMap<Nothing, Group> = BTreeMap::new();
    // Only what is shown is put into words.
    let mut put = |why: Nothing, item: &dyn Fn() -> Item| {
        let group = groups.entry(why).or_insert_with(|| Group { why, n: 0, events: Vec::new() });
        group.n += 1;
        if group.events.len() < PART {
            group.events.push(item());
        }
    };
    let kind_label =
        |id: &str| seen.scenario.kinds.iter().find(|it| it.id == id).map_or("", |it| it.label.as_str()).to_owned();
    for it in idle(seen.case(), &seen.outcome.report, seen.subject) {
        let Some(event) = seen.event(it.event) else { continue };
        put(Nothing::Idle(it.why), &|| {
            let (note, open) = match near(seen, it.event).filter(|_| it.why == Why::TestFailed) {
                Some((note, open)) => (note, Some(open)),
                None => {
                    let rule = it.rule.and_then(|rule| seen.rule(rule));
                    (rule.map(|it| (texts().why.idle_rule)(&kind_label(&it.kind))).unwrap_or_default(), None)
                }
            };
            Item { id: event.id.clone(), day: event.day.0, what: seen.what(it.event), note, open }
        });
    }
    let subject = seen.outcome.lowered.subjects.get(seen.subject).and_then(|it| seen.scenario.cast.get(*it));
    let (first, last) = (seen.case().first, seen.case().last);
    let is_outside = |day: Day| day < first || day > last;
    let own = seen.scenario.events.iter().filter(|it| Some(&it.subject) == subject.map(|it| &it.id));
    for it in own.filter(|it| is_outside(it.day.0)) {
        let what = (texts().life.what)(&seen.scenario, it);
        put(Nothing::Outside, &|| Item {
            id: it.id.clone(),
            day: it.day.0,
            what: what.clone(),
            note: String::new(),
            open: None,
        });
    }
    groups.into_values().rev().collect()
}

/// What the closest rule of an event would have needed, in words, with its id and what it is about.
fn near(seen: &Seen, event: EventIdx) -> Option<(String, (String, String))> {
    let miss = near_misses(seen.case(), &seen.outcome.report, event).into_iter().next()?;
    let rule = seen.rule(miss.rule)?;
    let fields = &seen.kind(event)?.fields;
    let group = |it: usize| seen.scenario.groups.get(it).map_or("", |it| it.label.as_str());
    let words = match miss.need {
        None => Near::Many(miss.failed),
        Some(Need::Number { field, had, needed, says }) => {
            let it = fields.get(field)?;
            Near::Number { field: &it.label, unit: &it.unit, had, needed, says }
        }
        Some(Need::Choice { field, needed, .. }) => {
            let it = fields.get(field)?;
            Near::Choice(&it.label, it.choices.get(needed).map(|it| it.label.as_str()))
        }
        Some(Need::Subject(Kind::Person)) => Near::Only(SubjectKind::Person),
        Some(Need::Subject(Kind::Business)) => Near::Only(SubjectKind::Business),
        Some(Need::Group(it)) => Near::Group(group(it)),
        Some(Need::NotGroup(it)) => Near::NotGroup(group(it)),
    };
    let when = (texts().rules.sentence)(&seen.scenario, rule).when_plain();
    Some(((texts().why.near)(&words), (rule.id.clone(), when)))
}
