//! What is open, and whose life is shown.

use leptos::prelude::*;

use super::rules::SecretToggle;
use crate::ui::kit::MarkChip;
use crate::ui::state::{Lab, texts};

/// Title, standing and mechanism of the scenario; the subjects; the button that hides the rules.
#[component]
pub fn ScenarioBar() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().common;
    let subjects = move || {
        let chosen = lab.subject();
        let button = |id: String, name: String| {
            let pressed = if id == chosen { "true" } else { "false" };
            view! { <button type="button" class="btn" aria-pressed=pressed on:click=move |_| lab.choose_subject(&id)>{name}</button> }
        };
        lab.with_scenario(|it| it.cast.iter().map(|it| button(it.id.clone(), it.name.clone())).collect_view())
    };
    // What is simplified or not so is said where the scenario is looked at.
    let caveat = Memo::new(move |_| lab.with_scenario(|it| it.caveat.clone()));
    let caveat = move || {
        let caveat = caveat.get();
        let (first, rest) = (t.first_sentence)(&caveat);
        let (first, rest) = (first.to_owned(), rest.to_owned());
        match (first.is_empty(), rest.is_empty()) {
            (true, _) => ().into_any(),
            (false, true) => view! { <p class="scenario-caveat">{first}</p> }.into_any(),
            (false, false) => {
                view! { <details class="scenario-caveat"><summary>{first}</summary><p>{rest}</p></details> }.into_any()
            }
        }
    };
    view! {
        <div class="scenario-bar">
            <h1>{move || lab.with_scenario(|it| it.title.clone())}</h1>
            <MarkChip mark=Signal::derive(move || lab.mark()) />
            <span class="chip">{move || lab.with_scenario(|it| (t.mechanism)(it.mechanism))}</span>
            <div class="subjects" role="group" aria-label=t.life_of><span class="muted">{t.life_of}</span>{subjects}</div>
            <SecretToggle />
            {caveat}
        </div>
    }
}
