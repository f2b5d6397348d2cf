//! The editor of the rule that is open.
//!
//! [`origin`] says how far it is documented and what was changed; [`questions`] what the review questions; [`kind`], [`tests`], [`sources`] are what it is about;
//! [`parts`] is what follows, one file each for the larger ones; [`note`], [`tools`] are the rest.

mod ceiling;
mod kind;
mod ladder;
mod limit;
mod line;
mod listings;
mod note;
mod origin;
mod parts;
mod points;
mod questions;
mod sources;
mod spill;
mod term;
mod test;
mod tests;
mod tools;

use leptos::prelude::*;

use super::rule_ref::RuleRef;
use crate::ui::kit::Complaint;

/// Everything about a rule.
#[component]
pub(super) fn RuleEditor(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    view! {
        <Complaint path=rule.path("") />
        <origin::Origin rule />
        <questions::QuestionsLine rule />
        <kind::KindLine rule />
        <tests::TestsLine rule />
        <sources::SourcesLine rule />
        <parts::Parts rule />
        <note::NoteLine rule />
        <tools::Tools rule />
    }
}
