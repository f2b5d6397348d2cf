//! The events that made no difference, by reason.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::life::{PART, Seen, capital, select};
use crate::engine::Day;
use crate::engine::explain::idle;
use crate::text::why::Nothing;
use crate::ui::state::{Lab, texts};

/// Events of one reason.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    why: Nothing,
    n: usize,
    /// The first of them: id, day, what, and the rule that came closest.
    events: Vec<(String, Day, String, String)>,
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
    let event = move |(id, day, what, rule): (String, Day, String, String)| {
        let press = move |_| select(lab, &id, day);
        view! {
            <li><button type="button" class="link" on:click=press>{(texts().common.day_short)(day)}" · "{what}</button>
                {(!rule.is_empty()).then(|| view! { <span class="ledger-note">{(t.idle_rule)(&rule)}</span> })}</li>
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
    let mut put = |why: Nothing, id: &str, day: Day, what: String, rule: String| {
        let group = groups.entry(why).or_insert_with(|| Group { why, n: 0, events: Vec::new() });
        group.n += 1;
        if group.events.len() < PART {
            group.events.push((id.to_owned(), day, what, rule));
        }
    };
    let kind_label =
        |id: &str| seen.scenario.kinds.iter().find(|it| it.id == id).map_or("", |it| it.label.as_str()).to_owned();
    for it in idle(seen.case(), &seen.outcome.report, seen.subject) {
        let Some(event) = seen.event(it.event) else { continue };
        let note = it.rule.and_then(|rule| seen.rule(rule)).map(|it| kind_label(&it.kind)).unwrap_or_default();
        put(Nothing::Idle(it.why), &event.id, event.day.0, seen.what(it.event), note);
    }
    let subject = seen.outcome.lowered.subjects.get(seen.subject).and_then(|it| seen.scenario.cast.get(*it));
    let (first, last) = (seen.case().first, seen.case().last);
    let is_outside = |day: Day| day < first || day > last;
    let own = seen.scenario.events.iter().filter(|it| Some(&it.subject) == subject.map(|it| &it.id));
    for it in own.filter(|it| is_outside(it.day.0)) {
        let short = seen.scenario.kinds.iter().find(|kind| kind.id == it.kind).map_or("", |it| &it.short);
        put(Nothing::Outside, &it.id, it.day.0, capital(short), String::new());
    }
    groups.into_values().rev().collect()
}
