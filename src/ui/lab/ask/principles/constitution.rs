//! The principles of the open rulebook: what they say, whether the lives keep them, and the life that breaks them.

use leptos::prelude::*;

use super::found::{Answers, State, in_words, known};
use super::row::PrincipleRow;
use crate::editor::edits::fresh_id;
use crate::jobs::Request;
use crate::principles::laws::{ALL, STARTERS};
use crate::scenario::bounds;
use crate::scenario::doc::{Principle, Says, Scenario};
use crate::ui::kit::{Choice, Complaint, Slots};
use crate::ui::search::{Phase, Progress, Search};
use crate::ui::state::{Lab, texts};

/// The principles, and a way to add more.
#[component]
pub fn Constitution() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().principles;
    let has_any = Memo::new(move |_| lab.with_scenario(|it| !it.principles.is_empty()));
    let search = Search::new(move || has_any.get().then_some(Request::Principles));
    let answers = Memo::new(move |_| search.answer.get().map_or_else(Answers::new, |it| in_words(it.1)));
    let is_stopped = Memo::new(move |_| search.phase.get() == Phase::Stopped);
    let slots = Slots::new(move || {
        let is_stopped = is_stopped.get();
        lab.with_scenario(|open| lab.shown.with(|shown| answers.with(|it| known(open, shown, it, is_stopped))))
    });
    let score = move || {
        let ids = slots.ids();
        let count = |state: fn(&super::found::Known) -> State| {
            ids.iter().filter(|id| slots.with(id, state) == Some(State::Broken)).count()
        };
        (t.score_of)(ids.len(), count(|it| it.here.0), count(|it| it.could.0))
    };
    view! {
        <section class="stack" aria-labelledby="constitution-title">
            <h3 id="constitution-title">{t.constitution}</h3>
            <p class="muted">{t.intro}</p>
            <Show when=move || has_any.get() fallback=move || view! {
                <div class="empty">
                    <p>{t.empty}</p>
                    <button type="button" class="btn btn-primary" on:click=move |_| lab.edit("", |it| add(it, &STARTERS))>{t.starters}</button>
                </div>
            }>
                <p class="principle-score">{score}</p>
                <ul class="plain principles" aria-label=t.list>
                    <For each=move || slots.ids() key=Clone::clone let:id>
                        <PrincipleRow known=slots.slot(&id) answers id />
                    </For>
                </ul>
                <Progress search id="principles-progress" />
            </Show>
            <Complaint path="principles" />
            <AddPrinciple />
            <p class="note">{t.open_question}</p>
        </section>
    }
}

/// A principle to choose, and a button that adds it.
#[component]
fn AddPrinciple() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().principles;
    let chosen = RwSignal::new(0_usize);
    let options: Vec<(String, String)> =
        ALL.iter().enumerate().map(|(at, says)| (at.to_string(), (t.plain)(*says))).collect();
    let choose = move |at: String| chosen.set(at.parse().unwrap_or_default());
    let press = move |_| {
        if lab.peek_scenario(|it| it.principles.len() >= bounds::PRINCIPLES) {
            return lab.announce(t.full);
        }
        if let Some(says) = ALL.get(chosen.get_untracked()) {
            lab.edit("", |it| add(it, &[*says]));
        }
    };
    view! {
        <div class="system-line principle-add">
            <Choice id="principle-to-add" label=t.add_which options=Signal::stored(options)
                value=Signal::derive(move || chosen.get().to_string()) on_value=choose />
            <button type="button" class="btn" on:click=press>{t.add}</button>
        </div>
    }
}

fn add(scenario: &mut Scenario, all: &[Says]) {
    for says in all.iter().take(bounds::PRINCIPLES.saturating_sub(scenario.principles.len())) {
        let id = fresh_id("principle", scenario.principles.iter().map(|it| it.id.as_str()));
        scenario.principles.push(Principle { id, says: *says, most: None, kind: None });
    }
}
