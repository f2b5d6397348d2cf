//! For how long something lasts.

use leptos::prelude::*;

use crate::editor::rules::Place;
use crate::ui::kit::Choice;
use crate::ui::lab::rules::place::PlaceField;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// So many months, or as the words for their absence say.
#[component]
pub(super) fn Term(
    /// The rule.
    rule: RuleRef,
    /// The place of the months.
    place: Place,
    /// What it means that there are none.
    without: &'static str,
    /// Called with whether there should be months.
    #[prop(into)]
    on_value: Callback<bool>,
) -> impl IntoView {
    let t = &texts().rules;
    let place = StoredValue::new(place);
    let months = rule.read(move |it| place.with_value(|place| place.read(it)));
    let has_months = Memo::new(move |_| months.get().is_some());
    let is_one = Memo::new(move |_| months.get().is_some_and(|it| it.decimal() == crate::engine::Points::whole(1)));
    let options = vec![(String::new(), without.to_owned()), ("months".to_owned(), t.for_term.to_owned())];
    let value = move || if has_months.get() { "months".to_owned() } else { String::new() };
    view! {
        <Choice label=t.term options value=Signal::derive(value) on_value=move |it: String| on_value.run(!it.is_empty()) />
        <Show when=move || has_months.get()>
            <PlaceField rule place=place.get_value() />" "{move || (t.months)(if is_one.get() { 1 } else { 2 })}
        </Show>
    }
}
