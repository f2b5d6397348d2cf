//! Statements of the record as cards, and references to them.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::record::{Fact, Source};
use crate::ui::kit::StandingChip;
use crate::ui::learn::Playing;
use crate::ui::learn::words::fact;
use crate::ui::state::texts;

/// The statements with these ids.
#[component]
pub fn Facts(
    /// Their ids.
    ids: Vec<String>,
) -> impl IntoView {
    let t = &texts().stage;
    let record = Playing::get().record;
    let id = fresh_name();
    let card = |fact: &Fact| {
        let sources = fact.sources.iter().filter_map(|it| record.facts.source(it)).map(source).collect_view();
        let standing = fact.standing;
        let as_of = fact.as_of.as_deref().map(|it| view! { <span class="note">{(t.as_of)(it)}</span> });
        let note = fact.note.clone().map(|it| view! { <p class="note">{it}</p> });
        let none = fact.sources.is_empty().then(|| view! { <p class="note">{t.no_source}</p> });
        view! {
            <li class="card stage-fact">
                <p>{fact.text.clone()}</p>
                {note}
                <p class="row"><StandingChip standing=Signal::derive(move || standing) />{as_of}
                    <a href=record_link(&fact.id)>{t.in_record}</a></p>
                {none}
                <ul class="plain stage-sources">{sources}</ul>
            </li>
        }
    };
    let cards = ids.iter().filter_map(|it| record.facts.fact(it)).map(card).collect_view();
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{t.facts_title}</h3>
            <ul class="plain stage-facts">{cards}</ul>
        </section>
    }
}

fn source(it: &Source) -> impl IntoView + use<> {
    let text = it.text.clone();
    match it.url.clone() {
        Some(url) => view! { <li class="note"><a href=url rel="noopener" target="_blank">{text}</a></li> }.into_any(),
        None => view! { <li class="note">{text}</li> }.into_any(),
    }
}

/// Chips that lead to statements and say how far each is backed.
#[component]
pub fn FactRefs(
    /// Their ids.
    ids: Vec<String>,
) -> impl IntoView {
    let playing = Playing::get();
    let chip = |id: &String| view! { <li>{fact(&playing, id)}</li> };
    let chips = ids.iter().map(chip).collect_view();
    view! { <ul class="plain stage-refs" aria-label=texts().stage.backed_by>{chips}</ul> }
}

/// The statement's place in the record.
pub fn record_link(id: &str) -> String {
    format!("#/record?at=fact-{id}")
}
