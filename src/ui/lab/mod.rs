//! The lab: rules | life | why.
//!
//! One folder for each part: [`rules`] (the rule list and editor), [`life`] (finding, chart, ribbons, events), [`why`]
//! (the ledger), [`system`] (scale, bands, consequences, lists, sources, safeguards), [`cast`] (subjects).

mod bar;
mod cast;
mod life;
mod rules;
mod system;
mod why;

use leptos::prelude::*;

use crate::ui::state::Lab;

/// The lab.
#[component]
pub fn LabPage() -> impl IntoView {
    let lab = Lab::get();
    view! {
        <div class="page lab-page" class:stale=move || lab.is_stale()>
            <bar::ScenarioBar />
            <div class="lab">
                <section class="lab-rules" aria-labelledby="rules-title"><rules::RulesPanel /></section>
                <section class="lab-life" aria-labelledby="finding"><life::LifePanel /></section>
                <section class="lab-why" aria-labelledby="why-title"><why::WhyPanel /></section>
            </div>
            <section class="lab-system" aria-labelledby="system-title"><system::SystemPanel /></section>
            <section class="lab-cast" aria-labelledby="cast-title"><cast::CastPanel /></section>
        </div>
    }
}
