//! The way to the rules where the lab has one column.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use crate::ui::state::texts;

/// The id of the section that it opens.
pub(super) const RULES: &str = "lab-rules";

/// A bar at the edge of the window. It leads to the rules, and from there back to where the reader was.
#[component]
pub(super) fn RulesHandle() -> impl IntoView {
    let open = RwSignal::new(false);
    let from = StoredValue::new(0.0);
    let press = move |_| {
        if open.get_untracked() && is_in_window() {
            open.set(false);
            let back = from.get_value();
            return request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, back));
        }
        from.set_value(window().scroll_y().unwrap_or_default());
        open.set(true);
        request_animation_frame(|| {
            if let Some(rules) = rules() {
                // Only from here on: in a grid that is read in columns, what has it is passed over by Tab with all inside.
                rules.set_tab_index(-1);
                rules.focus().ok();
                rules.scroll_into_view();
            }
        });
    };
    view! {
        <button type="button" class="lab-handle" aria-controls=RULES
            aria-expanded=move || if open.get() { "true" } else { "false" } on:click=press>{texts().common.rules}</button>
    }
}

fn rules() -> Option<HtmlElement> {
    document().get_element_by_id(RULES)?.dyn_into().ok()
}

fn is_in_window() -> bool {
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
    rules().map(|it| it.get_bounding_client_rect()).is_some_and(|it| it.top() < height && it.bottom() > 0.0)
}
