//! One of several versions of the scenario.

use leptos::prelude::*;

use super::super::step::{Edit, StepBox, fresh_name};
use crate::lessons::format::Variant;

/// The versions, one of which is chosen; the first, as long as none was.
#[component]
pub fn Versions(
    /// What is chosen.
    label: String,
    /// The versions.
    options: Vec<Variant>,
) -> impl IntoView {
    let name = fresh_name();
    let key = StoredValue::new(label.clone());
    let Some(step) = StepBox::get() else { return ().into_any() };
    let chosen = Memo::new(move |_| key.with_value(|it| step.version(it)));
    let option = move |(at, it): (usize, Variant)| {
        let Variant { label, change } = it;
        let choose = move |_| key.with_value(|it| step.change(it, Edit::Version(at, change.clone())));
        view! {
            <label class="check"><input type="radio" name=name.clone() prop:checked=move || chosen.get() == at
                on:change=choose /><span>{label}</span></label>
        }
    };
    view! {
        <fieldset class="stage-versions"><legend class="field-label">{label}</legend>
            {options.into_iter().enumerate().map(option).collect_view()}</fieldset>
    }
    .into_any()
}
