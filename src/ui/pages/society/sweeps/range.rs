//! The range of one number.

use leptos::prelude::*;

use super::setup::Setup;
use crate::engine::Points;
use crate::scenario::society::dial;
use crate::scenario::typed::Takes;
use crate::ui::kit::{FigureLook, NumberInput};
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
        let value = Signal::derive(move || Some(Points::whole(i64::from(shown()))));
        let takes = Signal::derive(move || {
            let (low, high, unit) = limits().unwrap_or((0, 1, ""));
            Takes::whole(i64::from(low), i64::from(high)).with_unit(unit)
        });
        let set = move |it: Points| {
            let (Ok(to), now) = (i32::try_from(it.thousandths() / 1000), untrack(|| setup.range())) else { return };
            setup.range.set(Some(if is_end { (now.0.min(to), to) } else { (to, now.1.max(to)) }));
        };
        view! {
            <div class="field">
                <label class="field-label" for=id>{label}</label>
                <NumberInput id label value takes on_value=set late=true look=FigureLook::Box described_by="sweep-range" />
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
