//! The lab: rules | life | why.
//!
//! One folder for each part: [`rules`] (the rule list and editor), [`life`] (finding, chart, ribbons, events), [`why`]
//! (the ledger), [`ask`] (questions to the system), [`system`] (scale, bands, consequences, lists, sources, safeguards),
//! [`cast`] (subjects).

pub(in crate::ui) mod ask;
mod bar;
mod cast;
mod handle;
pub(in crate::ui) mod life;
pub(in crate::ui) mod rules;
mod system;
pub(in crate::ui) mod why;

use leptos::prelude::*;

use crate::ui::state::Lab;

/// The lab.
#[component]
pub fn LabPage() -> impl IntoView {
    let lab = Lab::get();
    life::Hover::provide();
    ask::Asked::provide();
    ask::Questions::provide();
    rules::Secret::provide(lab);
    let secret = rules::Secret::get();
    view! {
        <div class="page page-wide lab-page">
            <bar::ScenarioBar />
            <div class="lab" class:stale=move || lab.is_stale() class:secret=move || secret.hides()>
                <section class="lab-life" aria-labelledby="finding"><life::LifePanel /></section>
                <section class="lab-why" aria-labelledby="why-title"><why::WhyPanel /></section>
                // On narrow screens the life comes first, and the rules are behind a handle.
                <handle::RulesHandle />
                <section class="lab-rules" id=handle::RULES aria-labelledby="rules-title"><rules::RulesPanel /></section>
            </div>
            <div class="lab-below">
                // Both tell the rules.
                <Show when=move || !secret.hides()>
                    <section aria-labelledby="ask-title"><ask::AskPanel /></section>
                    <section aria-labelledby="system-title"><system::SystemPanel /></section>
                </Show>
                <section aria-labelledby="cast-title"><cast::CastPanel /></section>
            </div>
        </div>
    }
}
