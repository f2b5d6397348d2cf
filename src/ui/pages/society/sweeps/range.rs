//! The range of one number.

use leptos::prelude::*;

use super::setup::Setup;
use crate::scenario::society::dial;
use crate::ui::state::texts;

/// From where to where one number is turned.
#[component]
pub fn Range(
    /// What is chosen.
    setup: Setup,
) -> impl IntoView {
    let t = &texts().society.sweeps;
    let limits = move || setup.dial.with(|id| dial(id).map(|it| (it.family.min, it.family.max, it.unit)));
    let hint = move || limits().map(|(low, high, unit)| (t.range)(low, high, unit));
    let end = move |id: &'static str, label: &'static str, is_end: bool| {
        let shown = move || if is_end { setup.range().1 } else { setup.range().0 };
        let typed = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
            let (Ok(to), Some((low, high, _))) = (event.target().value().trim().parse::<i32>(), limits()) else {
                event.target().set_value(&shown().to_string());
                return;
            };
            let (to, now) = (to.clamp(low, high), setup.range());
            setup.range.set(Some(if is_end { (now.0.min(to), to) } else { (to, now.1.max(to)) }));
            event.target().set_value(&to.to_string());
        };
        view! {
            <div class="field">
                <label class="field-label" for=id>{label}</label>
                <input type="number" class="input" id=id step="1" aria-describedby="sweep-range"
                    min=move || limits().map(|it| it.0.to_string()) max=move || limits().map(|it| it.1.to_string())
                    prop:value=move || shown().to_string() on:change:target=typed />
            </div>
        }
    };
    view! {
        <div class="field sweep-range">
            <div class="sweep-ends">{end("sweep-from", t.from, false)}{end("sweep-to", t.to, true)}</div>
            <p class="field-hint" id="sweep-range">{hint}</p>
        </div>
    }
}
