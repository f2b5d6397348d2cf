//! The rewards and penalties in force on the day that is looked at.

use leptos::prelude::*;

use super::super::life::{Seen, cause_words};
use super::super::rules::Secret;
use crate::engine::Day;
use crate::scenario::doc::ConsequenceNature;
use crate::ui::state::texts;

/// A consequence in force.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    name: String,
    is_penalty: bool,
    since: String,
}

/// The list of them, each with its beginning and its cause.
#[component]
pub fn InForce(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
) -> impl IntoView {
    let t = &texts().why;
    let secret = Secret::get();
    let held = Memo::new(move |_| {
        seen.with(|it| it.as_ref().map(|it| held(it, cursor.get(), !secret.hides())).unwrap_or_default())
    });
    let item = |it: Held| {
        let (nature, word) =
            if it.is_penalty { ("penalty", texts().why.penalty) } else { ("reward", texts().why.reward) };
        view! {
            <li class="held" data-nature=nature>
                <span class="visually-hidden">{word}": "</span><span class="held-name">{it.name}</span>" "
                <span class="note">{it.since}</span>
            </li>
        }
    };
    view! {
        <h3 class="why-part">{t.now}</h3>
        {move || held.with(Vec::is_empty).then(|| view! { <p class="note">{t.now_none}</p> })}
        <ul class="held-list" role="list">{move || held.get().into_iter().map(item).collect_view()}</ul>
    }
}

fn held(seen: &Seen, day: Day, with_reasons: bool) -> Vec<Held> {
    let intervals = seen.life().consequences.iter();
    let on_day = intervals.filter(|it| it.begin <= day && it.end.is_none_or(|end| day < end));
    let held = on_day.filter_map(|it| {
        let consequence = seen.scenario.rulebook.consequences.get(it.consequence)?;
        let because = it.cause.filter(|_| with_reasons).map(|line| cause_words(seen, line));
        let begin = it.cause.map(|_| it.begin);
        let is_penalty = consequence.nature == ConsequenceNature::Penalty;
        Some(Held {
            name: consequence.label.clone(),
            is_penalty,
            since: (texts().why.since)(begin, because.as_deref()),
        })
    });
    let mut held: Vec<Held> = held.collect();
    held.sort_by_key(|it| !it.is_penalty);
    held
}
