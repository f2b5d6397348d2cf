//! A number with a slider and a box.

use leptos::prelude::*;

use super::super::step::fresh_name;
use crate::engine::Points;
use crate::scenario::typed::Takes;
use crate::ui::kit::{FigureLook, NumberInput};
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
    let slid = move |text: String| {
        if let Ok(it) = text.parse::<i64>() {
            on_value.run(it);
        }
    };
    let typed = move |it: Points| on_value.run(it.thousandths() / 1000);
    // The document holds no more than thousandths.
    let number = Signal::derive(move || value.get().map(|it| Points::from_thousandths((it * 1000.0).round() as i64)));
    let step = step.max(1);
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
                <input type="range" id=id.clone() min=lowest.to_string() max=highest.to_string() step=step.to_string()
                    prop:value=move || value.get().unwrap_or(lowest as f64).to_string() aria-valuetext=said
                    on:input:target=move |event| slid(event.target().value()) />
                <NumberInput id=format!("{id}-number") label=(t.as_number)(&label) value=number takes=Takes::whole(lowest, highest)
                    step look=FigureLook::Box on_value=typed />
            </div>
            <p class="note"><output>{said}</output>{(t.range)(&words(lowest), &words(highest))}</p>
        </div>
    }
}
