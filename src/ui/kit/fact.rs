//! References to statements of the record, for every page that leans on one.
//!
//! The statements themselves come from the context: whoever shows references provides an `Arc<Facts>` around them. What
//! is not in it is not shown. An unverified statement looks different wherever it is named: a broken line, a hatched
//! ground, and the word.

use std::sync::Arc;

use leptos::prelude::*;

use super::StandingChip;
use crate::record::{Fact, Facts};
use crate::scenario::doc::Standing;
use crate::ui::state::texts;

/// The name of a standing in style sheets.
pub fn standing_name(it: Standing) -> &'static str {
    match it {
        Standing::Documented => "documented",
        Standing::Reported => "reported",
        Standing::Unverified => "unverified",
        Standing::Derived => "derived",
        Standing::Invented => "invented",
    }
}

/// Where a statement stands.
pub fn fact_address(id: &str) -> String {
    format!("#/record?at=fact-{id}")
}

/// How far a statement is backed, as a link to it. The statement describes the link, for who points at it and for
/// screen readers.
pub fn fact_chip(fact: &Fact) -> AnyView {
    let standing = fact.standing;
    view! {
        <a class="fact-chip" data-standing=standing_name(standing) href=fact_address(&fact.id) title=fact.text.clone()
            aria-label=(texts().record.chip)(standing)>
            <StandingChip standing=Signal::stored(standing) />
        </a>
    }
    .into_any()
}

/// The same by the id of the statement.
#[component]
pub fn FactChip(
    /// Its id.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    use_context::<Arc<Facts>>()?.fact(&id).map(fact_chip)
}

/// Chips of several statements in one line.
#[component]
pub fn FactChips(
    /// Their ids.
    ids: Vec<String>,
) -> impl IntoView {
    let chip = |id| view! { <li><FactChip id /></li> };
    (!ids.is_empty())
        .then(|| view! { <ul class="fact-chips" role="list">{ids.into_iter().map(chip).collect_view()}</ul> })
}

/// Statements with their marks, each a link to where it stands with its sources.
#[component]
pub fn FactLines(
    /// Their ids.
    ids: Vec<String>,
) -> impl IntoView {
    let facts = use_context::<Arc<Facts>>()?;
    let line = |fact: &Fact| {
        let standing = fact.standing;
        view! {
            <li class="fact-line" data-standing=standing_name(standing)>
                <StandingChip standing=Signal::stored(standing) />
                <a href=fact_address(&fact.id)>{fact.text.clone()}</a>
            </li>
        }
    };
    let lines = ids.iter().filter_map(|id| facts.fact(id)).map(line).collect_view();
    Some(view! { <ul class="fact-lines" role="list">{lines}</ul> })
}
