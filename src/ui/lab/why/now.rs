//! The rewards and penalties in force on the day that is looked at.

use leptos::prelude::*;

use super::super::life::{Seen, cause_words, focus_soon};
use super::super::rules::Secret;
use crate::engine::Day;
use crate::scenario::doc::{Consequence, ConsequenceNature};
use crate::scenario::mark::of_consequence;
use crate::ui::state::{Lab, texts};

/// A consequence in force.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    name: String,
    is_penalty: bool,
    since: String,
    /// What carries it, and what it rests on. Empty while the rules are hidden.
    page: Vec<String>,
    /// The event that began it, and its day.
    began: Option<(String, Day)>,
}

/// The list of them, each with its beginning and its cause.
#[component]
pub fn InForce(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().why;
    let secret = Secret::get();
    let held = Memo::new(move |_| {
        seen.with(|it| it.as_ref().map(|it| held(lab, it, cursor.get(), !secret.hides())).unwrap_or_default())
    });
    let item = move |it: Held| {
        let (nature, word) =
            if it.is_penalty { ("penalty", texts().why.penalty) } else { ("reward", texts().why.reward) };
        let name = view! {
            <span class="visually-hidden">{word}": "</span><span class="held-name">{it.name}</span>" "
            <span class="note">{it.since}</span>
        };
        if it.page.is_empty() {
            return view! { <li class="held" data-nature=nature>{name}</li> }.into_any();
        }
        let record = it.began.map(|(event, day)| {
            let select = move |_| {
                lab.day.set(Some(day));
                lab.event.set(Some(event.clone()));
                focus_soon("event-title");
            };
            view! { <li><button type="button" class="link" on:click=select>{texts().why.show_event}</button></li> }
        });
        let lines = it.page.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
        view! {
            <li class="held" data-nature=nature>
                <details class="value-page"><summary>{name}</summary><ul class="plain">{lines}{record}</ul></details>
            </li>
        }
        .into_any()
    };
    view! {
        <h3 class="why-part">{t.now}</h3>
        {move || held.with(Vec::is_empty).then(|| view! { <p class="note">{t.now_none}</p> })}
        <ul class="held-list" role="list">{move || held.get().into_iter().map(item).collect_view()}</ul>
    }
}

fn held(lab: Lab, seen: &Seen, day: Day, with_reasons: bool) -> Vec<Held> {
    let intervals = seen.life().consequences.iter();
    let on_day = intervals.filter(|it| it.begin <= day && it.end.is_none_or(|end| day < end));
    let held = on_day.filter_map(|it| {
        let consequence = seen.scenario.rulebook.consequences.get(it.consequence)?;
        let because = it.cause.filter(|_| with_reasons).map(|line| cause_words(seen, line));
        let begin = it.cause.map(|_| it.begin);
        let is_penalty = consequence.nature == ConsequenceNature::Penalty;
        let began = it.cause.and_then(|line| Some((seen.event_id_of_line(line)?.to_owned(), it.begin)));
        Some(Held {
            name: consequence.label.clone(),
            is_penalty,
            since: (texts().why.since)(begin, because.as_deref()),
            page: if with_reasons { page(lab, seen, day, consequence, it.end) } else { Vec::new() },
            began,
        })
    });
    let mut held: Vec<Held> = held.collect();
    held.sort_by_key(|it| !it.is_penalty);
    held
}

/// What carries a consequence on a day, how long it holds, and what it rests on.
fn page(lab: Lab, seen: &Seen, day: Day, it: &Consequence, end: Option<Day>) -> Vec<String> {
    let t = &texts().why;
    let book = &seen.scenario.rulebook;
    let band = book.bands.len().checked_sub(seen.life().at(day).band + 1).and_then(|at| book.bands.get(at));
    let mut lines: Vec<String> = Vec::new();
    lines.extend(
        band.filter(|band| it.bands.contains(&band.id))
            .map(|_| (t.carried_by_band)(seen.band(seen.life().at(day).band))),
    );
    let names = seen.lists_on(day);
    let lists = book.lists.iter().filter(|list| it.lists.contains(&list.id) && names.contains(&list.label.as_str()));
    lines.extend(lists.map(|list| (t.carried_by_list)(&list.label)));
    lines.push(end.map_or_else(|| t.holds_while.to_owned(), t.ends_on));
    let mark = lab.document.with(|all| of_consequence(it, &all.baseline));
    lines.push((t.rests_on)((texts().common.mark)(mark)));
    lines
}
