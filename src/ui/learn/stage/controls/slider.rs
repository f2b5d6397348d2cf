//! A number with a slider and a box.

use leptos::prelude::*;

use super::super::step::fresh_name;
use crate::engine::Points;
use crate::ui::state::texts;

/// A whole number between two others.
#[component]
pub fn Slider(
    /// What it is.
    label: String,
    /// What it is in.
    unit: String,
    /// The least.
    lowest: i64,
    /// The most.
    highest: i64,
    /// The distance between two positions.
    step: i64,
    /// The value; none, where the document says nothing.
    value: Memo<Option<f64>>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<i64>,
) -> impl IntoView {
    let t = &texts().stage;
    let id = fresh_name();
    let show = |it: f64| format!("{it}");
    let words = |it: i64| (texts().common.points)(Points::whole(it));
    let text = move || value.get().map_or_else(String::new, show);
    // While it is typed, a number out of reach is neither taken nor corrected.
    let typed = move |text: String| {
        if let Ok(it) = text.trim().parse::<i64>()
            && (lowest..=highest).contains(&it)
        {
            on_value.run(it);
        }
    };
    let back = move |event: leptos::ev::Targeted<leptos::ev::FocusEvent, web_sys::HtmlInputElement>| {
        event.target().set_value(&untrack(text));
    };
    let said = move || match (value.get(), unit.as_str()) {
        (None, _) => t.no_value.to_owned(),
        (Some(it), "") => show(it),
        (Some(it), unit) => format!("{} {unit}", show(it)),
    };
    let said = Memo::new(move |_| said());
    view! {
        <div class="stage-slider">
            <label class="field-label" for=id.clone()>{label.clone()}</label>
            <div class="stage-slider-line">
                <input type="range" id=id min=lowest.to_string() max=highest.to_string() step=step.max(1).to_string()
                    prop:value=move || value.get().unwrap_or(lowest as f64).to_string() aria-valuetext=said
                    on:input:target=move |event| typed(event.target().value()) />
                <input type="number" class="input nums" min=lowest.to_string() max=highest.to_string() step=step.max(1).to_string()
                    aria-label=(t.as_number)(&label) prop:value=text
                    on:input:target=move |event| typed(event.target().value()) on:blur:target=back />
            </div>
            <p class="note"><output>{said}</output>{(t.range)(&words(lowest), &words(highest))}</p>
        </div>
    }
}
