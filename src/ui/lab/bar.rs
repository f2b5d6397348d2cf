//! What is open, and whose life is shown.

use leptos::prelude::*;

use super::rules::SecretToggle;
use crate::ui::kit::StandingChip;
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
    view! {
        <div class="scenario-bar">
            <h1>{move || lab.with_scenario(|it| it.title.clone())}</h1>
            <StandingChip standing=Signal::derive(move || lab.with_scenario(|it| it.standing)) />
            <span class="chip">{move || lab.with_scenario(|it| (t.mechanism)(it.mechanism))}</span>
            <div class="subjects" role="group" aria-label=t.life_of><span class="muted">{t.life_of}</span>{subjects}</div>
            <SecretToggle />
        </div>
    }
}
