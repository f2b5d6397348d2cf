//! What stands beside the text of a step: one file for each sort of thing.
//!
//! - [`step`]: the document that all parts of a step share, and what was changed in it;
//! - [`frame`]: a chart with its finding and its table;
//! - [`life`], [`ledger`], [`by_hand`], [`rules`], [`bands`], [`letter`], [`principles`], [`veil`]: a scenario and one
//!   life in it;
//! - [`controls`]: what may be changed; [`town`]: many lives;
//! - [`counts`], [`myths`], [`facts`], [`systems`]: from the record.

mod bands;
mod by_hand;
mod controls;
mod counts;
mod facts;
mod frame;
mod ledger;
mod letter;
mod life;
mod myths;
mod principles;
mod rules;
mod step;
mod systems;
mod town;
mod veil;

use leptos::prelude::*;

use crate::lessons::format::What;

pub use by_hand::{Said, said};
pub use step::StepLab;

/// Something beside the text. It stands inside a [`StepLab`].
#[component]
pub fn Stage(
    /// What.
    what: What,
) -> impl IntoView {
    match what {
        What::Life { subject, against, editable } => {
            step::at_subject(subject, !editable, move || view! { <life::LifeStage against editable /> }.into_any())
        }
        What::Ledger { subject } => step::at_subject(subject, true, || view! { <ledger::LedgerStage /> }.into_any()),
        What::ByHand { subject } => step::at_subject(subject, true, || view! { <by_hand::ByHand /> }.into_any()),
        What::Rules { only } => step::at_subject(None, true, || view! { <rules::RulesStage only /> }.into_any()),
        What::Controls(controls) => {
            step::at_subject(None, true, || view! { <controls::Controls controls /> }.into_any())
        }
        What::Town { measures, groups } => {
            step::at_subject(None, true, move || view! { <town::TownStage measures groups /> }.into_any())
        }
        What::Letter { subject } => step::at_subject(subject, true, || view! { <letter::LetterStage /> }.into_any()),
        What::Principles => step::at_subject(None, true, || view! { <principles::Principles /> }.into_any()),
        What::Bands => step::at_subject(None, true, || view! { <bands::BandsStage /> }.into_any()),
        What::Veil => step::at_subject(None, true, || view! { <veil::Veil /> }.into_any()),
        What::Counts { fact, rows } => view! { <counts::CountsStage fact rows /> }.into_any(),
        What::Myths(ids) => view! { <myths::Myths ids /> }.into_any(),
        What::Facts(ids) => view! { <facts::Facts ids /> }.into_any(),
        What::Systems(ids) => view! { <systems::Systems ids /> }.into_any(),
    }
}
