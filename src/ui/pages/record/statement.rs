//! One statement, with everything that stands with it.

use leptos::html;
use leptos::prelude::*;

use super::search::Search;
use super::sources::SourceList;
use super::tries::TryLink;
use crate::record::{Fact, Facts, When};
use crate::ui::kit::{StandingChip, clipboard, fact_address, standing_name};
use crate::ui::state::{Lab, texts};

/// The statement.
#[component]
pub fn Statement(
    /// Which.
    fact: Fact,
    /// Its place in the file.
    at: usize,
) -> impl IntoView {
    let (t, common) = (&texts().record, &texts().common);
    let search = Search::get();
    let place = format!("fact-{}", fact.id);
    let id = StoredValue::new(fact.id.clone());
    let is_here = move || search.here.with(|it| it.is_some() && id.with_value(|id| it.as_ref() == Some(id)));
    let is_hidden = move || search.found.with(|it| it.fits.get(at) == Some(&false));
    let as_of = fact.as_of.as_deref().and_then(When::read).map(|it| view! { <span>{(t.as_of)(it)}</span> });
    let mechanism = fact.mechanism.map(|it| view! { <span>{(common.mechanism)(it)}</span> });
    let note = fact.note.clone().map(|it| {
        view! { <p class="fact-note"><strong>{t.note}</strong>" "{it}</p> }
    });
    view! {
        <li class="fact" id=place tabindex="-1" data-standing=standing_name(fact.standing)
            data-here=move || is_here().then_some("true") hidden=is_hidden>
            <p class="fact-text">{fact.text}</p>
            <p class="fact-meta"><StandingChip standing=Signal::stored(fact.standing) />{as_of}{mechanism}</p>
            {note}
            <SourceList ids=fact.sources />
            <Tools id=fact.id />
            {fact.tries.map(|to| view! { <p><TryLink to /></p> })}
        </li>
    }
}

/// Copying, linking.
#[component]
fn Tools(
    /// The id of the statement.
    id: String,
) -> impl IntoView {
    let t = &texts().record;
    let lab = Lab::get();
    let address = fact_address(&id);
    let id = StoredValue::new(id);
    let told = RwSignal::new(None::<&'static str>);
    let by_hand = RwSignal::new(None::<String>);
    let facts = StoredValue::new(use_context::<std::sync::Arc<Facts>>());
    let copy = move |_| {
        let text = facts.with_value(|it| id.with_value(|id| it.as_ref().and_then(|it| citation(it, id))));
        let Some(text) = text else { return };
        clipboard::copy(text.clone(), move |done| {
            let words = if done { t.copied } else { t.copy_failed };
            lab.announce(words);
            told.try_set(Some(words));
            by_hand.try_set((!done).then(|| text.clone()));
        });
    };
    view! {
        <div class="fact-tools">
            <button type="button" class="btn btn-sm" on:click=copy>{t.copy}</button>
            <a class="btn btn-sm btn-quiet" href=address>{t.link_to_this}</a>
            {move || told.get().map(|it| view! { <span class="note">{it}</span> })}
        </div>
        {move || by_hand.get().map(|text| view! { <ByHand text /> })}
    }
}

/// A citation to be copied by hand; it is selected.
#[component]
fn ByHand(
    /// The citation.
    text: String,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // It is made before it stands in the page.
            request_animation_frame(move || {
                // Refused only by a field that is gone.
                field.focus().ok();
                field.select();
            });
        }
    });
    view! {
        <textarea class="textarea fact-citation" readonly rows="4" aria-label=texts().record.citation_label node_ref=field
            prop:value=text></textarea>
    }
}

/// A citation with the address of the statement in this copy of the page.
fn citation(facts: &Facts, id: &str) -> Option<String> {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    let citation = facts.citation(id)?;
    Some((texts().record.citation)(&citation, &format!("{page}{}", fact_address(id))))
}
