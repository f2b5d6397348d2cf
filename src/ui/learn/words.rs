//! Paragraphs of a lesson: emphasis, quotes, references.

use leptos::prelude::*;

use super::playing::Playing;
use crate::lessons::{Piece, pieces};

/// A text of the lesson that is being played, as phrasing content.
#[component]
pub fn Words(
    /// The text, as [`crate::lessons::text`] reads it.
    text: String,
) -> impl IntoView {
    let playing = StoredValue::new(Playing::get());
    pieces(&text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(it) => it.into_any(),
            Piece::Emphasis(it) => view! { <em>{it}</em> }.into_any(),
            Piece::Quote(it) => {
                view! { <data>{move || format!("{:?}", playing.with_value(|playing| playing.quoted(&it)))}</data> }
                    .into_any()
            }
            Piece::Fact(id) => view! { <a href=format!("#/record?at=fact-{id}")>{id.clone()}</a> }.into_any(),
        })
        .collect_view()
}
