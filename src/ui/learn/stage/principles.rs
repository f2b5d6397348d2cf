//! The principles of the scenario: each kept or broken by the lives shown, and by some life that a search found.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::jobs::Request;
use crate::ui::kit::Slots;
use crate::ui::lab::ask::principles::found::{Answers, Known, State, in_words, known};
use crate::ui::search::{Phase, Progress, Search};
use crate::ui::state::{Lab, texts};

/// All principles.
#[component]
pub fn Principles() -> impl IntoView {
    let lab = Lab::get();
    let (t, words) = (&texts().stage, &texts().principles);
    let id = fresh_name();
    let has_any = Memo::new(move |_| lab.with_scenario(|it| !it.principles.is_empty()));
    let search = Search::new(move || has_any.get().then_some(Request::Principles));
    let answers = Memo::new(move |_| search.answer.get().map_or_else(Answers::new, |it| in_words(it.1)));
    let is_stopped = Memo::new(move |_| search.phase.get() == Phase::Stopped);
    let slots = Slots::new(move || {
        let is_stopped = is_stopped.get();
        lab.with_scenario(|open| lab.shown.with(|shown| answers.with(|it| known(open, shown, it, is_stopped))))
    });
    let title = move || {
        let ids = slots.ids();
        let count =
            |state: fn(&Known) -> State| ids.iter().filter(|id| slots.with(id, state) == Some(State::Broken)).count();
        match ids.len() {
            0 => t.no_principles.to_owned(),
            n => (words.score_of)(n, count(|it| it.here.0), count(|it| it.could.0)),
        }
    };
    let row = move |id: String| {
        let known = slots.slot(&id);
        let verdict = move |read: fn(&Known) -> (State, String)| {
            move || {
                let (state, text) = known.with(|it| it.as_ref().map(read))?;
                Some(view! { <p class="verdict" data-state=state.name()>{text}</p> })
            }
        };
        view! {
            <li class="principle">
                <p><strong>{move || known.with(|it| it.as_ref().map(|it| it.sentence.clone()))}</strong></p>
                {verdict(|it| it.here.clone())}
                {verdict(|it| it.could.clone())}
            </li>
        }
    };
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <p class="note">{t.principles_note}</p>
            <ul class="plain principles" aria-label=words.list>
                <For each=move || slots.ids() key=Clone::clone children=row />
            </ul>
            <Progress search id="stage-principles-progress" />
        </section>
    }
}
