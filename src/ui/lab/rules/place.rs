//! A number of a rule, wherever it stands.

use leptos::prelude::*;

use super::rule_ref::RuleRef;
use crate::editor::rules::{Figure, Place};
use crate::engine::Points;
use crate::scenario::typed::Takes;
use crate::ui::kit::{CountField, FigureLook, NumberField};
use crate::ui::state::texts;

/// The field for the number at a place. Nothing, if the rule has none there.
#[component]
pub(super) fn PlaceField(
    /// The rule.
    rule: RuleRef,
    /// The place.
    place: Place,
    /// Where the field stands.
    #[prop(optional)]
    look: FigureLook,
    /// What a screen reader calls it, if not by its place.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// The element id of the input, for those who move the focus to it.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    let place = StoredValue::new(place);
    let with = move |it: &Place| rule.rule.with(|rule| rule.as_ref().and_then(|rule| it.read(rule)));
    let figure = Memo::new(move |_| place.with_value(with));
    let path = rule.read(move |it| place.with_value(|place| place.path(it)));
    let full_path = Signal::derive(move || rule.path(&path.get()));
    let name = place.with_value(texts().rules.figure);
    let label = Signal::derive(move || label.get().unwrap_or_else(|| name.clone()));
    let write = move |figure: Figure| {
        let part = path.get_untracked();
        // Two numbers of a range have one path, and are two gestures.
        let gesture = place.with_value(|it| if *it == Place::RangeHigh { format!("{part}/high") } else { part });
        rule.edit(&gesture, |it| place.with_value(|place| place.write(it, figure)));
    };
    let value = Signal::derive(move || figure.get().map_or(Points::ZERO, Figure::decimal));
    let count = Signal::derive(move || match figure.get() {
        Some(Figure::Count(it)) => it,
        _ => 0,
    });
    match figure.get_untracked() {
        Some(Figure::Signed(_)) => {
            let set = move |it: Points| write(Figure::Signed(it));
            Some(view! { <NumberField path=full_path label value on_value=set takes=Takes::DECIMAL.with_unit("points") signed=true look id /> }.into_any())
        }
        Some(Figure::Plain(_)) => {
            let set = move |it: Points| write(Figure::Plain(it));
            Some(view! { <NumberField path=full_path label value on_value=set look id /> }.into_any())
        }
        Some(Figure::Count(_)) => {
            let set = move |it: u32| write(Figure::Count(it));
            Some(view! { <CountField path=full_path label value=count on_value=set least=1 look id /> }.into_any())
        }
        None => None,
    }
}
