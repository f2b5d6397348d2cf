//! Paragraphs of a lesson: emphasis, quotes, references.

use leptos::prelude::*;

use super::playing::Playing;
use crate::lessons::{Piece, Quote, Quoted, pieces};
use crate::ui::kit::fact_chip;
use crate::ui::state::texts;

/// A text of the lesson that is being played, as phrasing content.
#[component]
pub fn Words(
    /// The text, as [`crate::lessons::text`] reads it.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let playing = StoredValue::new(Playing::get());
    let view = |piece| match piece {
        Piece::Text(it) => it.into_any(),
        Piece::Emphasis(it) => view! { <em>{it}</em> }.into_any(),
        Piece::Quote(it) => quote(playing, it),
        Piece::Fact(id) => playing.with_value(|it| fact(it, &id)),
    };
    pieces(&text).into_iter().map(view).collect_view()
}

/// A value from the scenario or the record. What quotes nothing is shown as it is written, with a question mark.
fn quote(playing: StoredValue<Playing>, quote: String) -> AnyView {
    let t = &texts().learn;
    // Who somebody is was not computed, and stands in nearly every sentence.
    let is_name = Quote::read(&quote).what == "name";
    let of_record = quote.starts_with("fact:") || quote.starts_with("rate:");
    let title = if of_record { t.quote_fact_title } else { t.quote_title };
    let value = Memo::new(move |_| playing.try_with_value(|it| it.quoted(&quote)).flatten().ok_or(quote.clone()));
    (move || match value.get() {
        Ok(it) if is_name => (t.quoted)(&it).into_any(),
        Ok(it) => {
            let pending = (it == Quoted::Pending).then_some("true");
            let number = it.number().map(|it| it.to_string());
            view! { <data class="quote" value=number data-pending=pending title=title>{(t.quoted)(&it)}</data> }
                .into_any()
        }
        Err(quote) => {
            view! { <mark class="quote-unknown" title=t.quote_unknown_title>{(t.quote_unknown)(&quote)}</mark> }
                .into_any()
        }
    })
    .into_any()
}

/// How far a statement is backed, as a link to it.
pub(super) fn fact(playing: &Playing, id: &str) -> AnyView {
    let t = &texts().learn;
    match playing.record.facts.fact(id) {
        Some(fact) => fact_chip(fact),
        None => {
            view! { <mark class="quote-unknown" title=t.quote_unknown_title>{(t.quote_unknown)(id)}</mark> }.into_any()
        }
    }
}
