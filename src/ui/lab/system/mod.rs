//! The frame of the scoring system: scale and bands, consequences, lists, sources, safeguards, and what the scenario
//! says of itself. One tab each.

mod band_bar;
mod bands;
mod consequence;
mod consequences;
mod lists;
mod safeguards;
mod scale;
mod scenario;
mod sources;

use leptos::prelude::*;

use crate::ui::kit::Tabs;
use crate::ui::state::texts;

pub(super) use bands::name_of;

/// Everything of the system but its rules.
#[component]
pub fn SystemPanel() -> impl IntoView {
    let t = &texts().system;
    let current = RwSignal::new(0);
    let panel = move || {
        let at = current.get();
        let inside = match at {
            0 => view! { <scale::ScalePanel /> }.into_any(),
            1 => view! { <consequences::ConsequencesPanel /> }.into_any(),
            2 => view! { <lists::ListsPanel /> }.into_any(),
            3 => view! { <sources::SourcesPanel /> }.into_any(),
            4 => view! { <safeguards::SafeguardsPanel /> }.into_any(),
            _ => view! { <scenario::ScenarioPanel /> }.into_any(),
        };
        view! {
            <div role="tabpanel" id=format!("system-panel-{at}") aria-labelledby=format!("system-tab-{at}") class="system-body">
                {inside}
            </div>
        }
    };
    view! {
        <h2 id="system-title">{t.title}</h2>
        <p class="muted">{t.intro}</p>
        <Tabs id="system" label=t.title names=&t.tabs current />
        {panel}
    }
}
