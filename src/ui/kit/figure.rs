//! Fields for numbers of the document, edited in place.

use leptos::prelude::*;

use super::number_input::NumberInput;
use crate::engine::Points;
use crate::scenario::typed::Takes;

/// A decimal number of the document. Arrow keys step it by one, with Shift by ten.
#[component]
pub fn NumberField(
    /// The place in the document that it edits.
    #[prop(into)]
    path: Signal<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<Points>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<Points>,
    /// Which numbers it takes.
    #[prop(default = Takes::DECIMAL)]
    takes: Takes,
    /// Whether gains carry a plus and are coloured.
    #[prop(optional)]
    signed: bool,
    /// Where it stands.
    #[prop(optional)]
    look: FigureLook,
    /// The element id of the input, for those who move the focus to it.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let value = Signal::derive(move || Some(value.get()));
    view! { <NumberInput path label value on_value takes signed look id /> }
}

/// A whole number of the document that counts something.
#[component]
pub fn CountField(
    /// The place in the document that it edits.
    #[prop(into)]
    path: Signal<String>,
    /// What a screen reader calls it.
    #[prop(into)]
    label: Signal<String>,
    /// The value.
    #[prop(into)]
    value: Signal<u32>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<u32>,
    /// The smallest value that the arrow keys reach.
    #[prop(optional)]
    least: u32,
    /// The largest value that is taken, with `least` the smallest; without it, the document says what is wrong with others.
    #[prop(optional)]
    most: Option<u32>,
    /// Where it stands.
    #[prop(optional)]
    look: FigureLook,
    /// The element id of the input, for those who move the focus to it.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let typed_least = most.map_or(0, |_| i64::from(least));
    let takes = Takes::whole(typed_least, i64::from(most.unwrap_or(u32::MAX)));
    let value = Signal::derive(move || Some(Points::whole(i64::from(value.get()))));
    let on_value = Callback::new(move |it: Points| {
        if let Ok(it) = u32::try_from(it.thousandths() / 1000) {
            on_value.run(it);
        }
    });
    view! { <NumberInput path label value on_value takes reach=i64::from(least) look id /> }
}

/// Where an editable figure stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigureLook {
    /// On its own, as large as a field.
    #[default]
    Plain,
    /// On its own, with a button on each side for those who have no arrow keys.
    Stepped,
    /// Inside a sentence.
    Inline,
    /// On its own, framed as other inputs are.
    Box,
}
