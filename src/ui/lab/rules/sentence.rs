//! The words of a rule, with its numbers among them.

use leptos::prelude::*;

use super::place::PlaceField;
use super::rule_ref::RuleRef;
use crate::editor::rules::Place;
use crate::text::rules::Piece;
use crate::ui::kit::FigureLook;

/// What a piece is known by while its words and numbers change: a field keeps its focus while it is typed in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Text(usize),
    Strong(usize),
    Number(Place),
}

/// The pieces of a sentence, one after the other.
#[component]
pub(super) fn Pieces(
    /// The rule that they are about.
    rule: RuleRef,
    /// The pieces.
    pieces: Memo<Vec<Piece>>,
) -> impl IntoView {
    let key = |(at, piece): (usize, &Piece)| match piece {
        Piece::Text(_) => Key::Text(at),
        Piece::Strong(_) => Key::Strong(at),
        Piece::Number(place, _) => Key::Number(place.clone()),
    };
    let keys = Memo::new(move |_| pieces.with(|it| it.iter().enumerate().map(key).collect::<Vec<_>>()));
    let words = move |at: usize| {
        move || {
            pieces.with(|it| match it.get(at) {
                Some(Piece::Text(text) | Piece::Strong(text)) => text.clone(),
                _ => String::new(),
            })
        }
    };
    let piece = move |key: Key| match key {
        Key::Text(at) => view! { {words(at)} }.into_any(),
        Key::Strong(at) => view! { <strong>{words(at)}</strong> }.into_any(),
        Key::Number(place) => view! { <PlaceField rule place look=FigureLook::Inline /> }.into_any(),
    };
    view! { <For each=move || keys.get() key=Clone::clone children=piece /> }
}
