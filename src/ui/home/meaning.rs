//! What the score means: rewards and penalties as they begin, why, and what it would take to be back.

use leptos::prelude::*;

use super::state::ToyState;
use super::way_back::WayBack;
use super::words;
use crate::editor::Toy;
use crate::editor::toy::Turn;
use crate::ui::state::texts;

/// The last turn of the life, what else is in force, and the way back.
#[component]
pub fn Meaning() -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let turn = Memo::new(move |_| toy.read(|it| it.turns().pop()).flatten());
    let told = move || toy.read(|toy| turn.with(|it| it.as_ref().map(|it| last_turn(toy, it)))).flatten();
    let rule = Memo::new(move |_| toy.read(|toy| turn.with(|it| words::rule(toy, it.as_ref()?))).flatten());
    let button = move || {
        let rule = rule.get();
        let (class, label) = if rule.is_some() { ("btn btn-primary", t.change_rule) } else { ("btn", t.to_lab) };
        view! { <button class=class on:click=move |_| toy.to_lab(rule.clone())>{label}</button> }
    };
    view! {
        <section class="toy-meaning" aria-labelledby="meaning-title">
            <h2 id="meaning-title" class="visually-hidden">{t.meaning}</h2>
            {told}
            <WayBack />
            <p>{button}</p>
            <Still turn />
        </section>
    }
}

/// What began and ended last, and why.
fn last_turn(toy: &Toy, turn: &Turn) -> impl IntoView + use<> {
    let t = &texts().home;
    let (begun, ended) = (words::labels(toy, &turn.begun), words::labels(toy, &turn.ended));
    let since = if turn.cause.is_some() { (t.since)(turn.day) } else { t.from_start.to_owned() };
    let headline = if begun.is_empty() { &ended } else { &begun };
    let headline = if begun.is_empty() { (t.no_longer)(headline) } else { (t.sentence)(headline) };
    let ended = (!begun.is_empty() && !ended.is_empty()).then(|| view! { <p>{(t.no_longer)(&ended)}</p> });
    let is_penalty = turn.begun.iter().any(|it| words::is_penalty(toy, *it));
    let sign = if is_penalty || begun.is_empty() { "loss" } else { "gain" };
    view! {
        <div class="toy-turn" data-sign=sign>
            <p class="note">{since}</p>
            <p class="toy-headline">{headline}</p>
            {ended}
            <p class="muted">{words::because(toy, turn)}</p>
        </div>
    }
}

/// What else is in force, and since when.
#[component]
fn Still(
    /// The last turn, which is told already.
    #[prop(into)]
    turn: Signal<Option<Turn>>,
) -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let rest = Memo::new(move |_| {
        let told = turn.with(|it| it.as_ref().map(|it| it.day));
        let rest = toy.read(|toy| toy.in_force().into_iter().filter(|it| Some(it.1) != told).collect::<Vec<_>>());
        rest.unwrap_or_default()
    });
    let row = move |(consequence, since)| {
        toy.read(|toy| {
            let label = words::labels(toy, &[consequence]).concat();
            let sign = if words::is_penalty(toy, consequence) { "loss" } else { "gain" };
            let from_start = since == toy.scenario().first_day.0;
            let since = if from_start { t.from_start.to_owned() } else { (t.since)(since) };
            view! { <li><span class="sign-mark" data-sign=sign>{label}</span> <span class="note">{since}</span></li> }
        })
    };
    let list = move || {
        let rest = rest.get();
        (!rest.is_empty()).then(|| {
            view! {
                <div class="toy-still">
                    <h3>{t.still}</h3>
                    <ul role="list">{rest.into_iter().map(row).collect_view()}</ul>
                </div>
            }
        })
    };
    view! { {list} }
}
