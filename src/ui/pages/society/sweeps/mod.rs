//! Sweeps: one number over a range, all numbers one at a time, two numbers together.
//!
//! - [`setup`]: what is to be swept; [`fields`] and [`range`]: its fields; [`going`]: the button, and how far it has come;
//! - [`found`]: the finding with its chart, its table and its file; [`line`](mod@line), [`bars`] and [`plane`]: the charts;
//! - [`switches`]: safeguards one at a time, for the price of a reform.

mod bars;
mod fields;
pub mod found;
pub mod going;
mod line;
mod plane;
mod range;
mod setup;
mod switches;

use leptos::prelude::*;

use super::stage::Stage;
use crate::ui::kit::Tabs;
use crate::ui::search::sweep;
use crate::ui::state::texts;
use setup::Setup;

/// The section. Nothing is computed before the reader asks for it.
#[component]
pub fn Sweeps() -> impl IntoView {
    let t = &texts().society.sweeps;
    let setup = Setup::new();
    let wanted = Stage::get().sweep;
    Effect::new(move |_| {
        if let Some(dial) = wanted.get() {
            wanted.try_set(None);
            setup.turn_to(dial);
            // The fields may have to be drawn first.
            request_animation_frame(focus_dial);
        }
    });
    let sweeps = sweep::Sweeps::new();
    let plan = Memo::new(move |_| setup.plan());
    let setting = Signal::derive(move || setup.setting());
    let measure = Signal::derive(move || setup.measure());
    let panel = move || {
        let sort = setup.sort.get();
        view! {
            <div role="tabpanel" class="tabpanel sweep-panel" id=format!("sweep-panel-{sort}")
                aria-labelledby=format!("sweep-tab-{sort}")>
                <p class="note society-summary">{t.about.get(sort).copied()}</p>
                <fields::Fields setup sort />
                <going::Going id="sweep" plan setting sweeps sort start=t.start none=t.same />
                <found::Found id="sweep" measure sweeps sort />
            </div>
        }
    };
    view! {
        <section class="society-part sweeps" aria-labelledby="society-sweeps">
            <h2 id="society-sweeps">{t.title}</h2>
            <p class="note society-summary">{t.lead}</p>
            <Tabs id="sweep" label=t.title names=&t.tabs current=setup.sort />
            {panel}
            <p class="note society-summary">{t.choices}</p>
        </section>
    }
}

fn focus_dial() {
    use leptos::wasm_bindgen::JsCast as _;
    let found = document().get_element_by_id(fields::DIAL);
    if let Some(it) = found.as_ref().and_then(|it| it.dyn_ref::<web_sys::HtmlElement>()) {
        it.focus().ok();
    }
}
