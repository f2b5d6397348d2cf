//! How far a computation has come, and the button that stops it or begins it again.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::{Phase, Search};
use crate::ui::state::{Lab, texts};

/// The line of a computation: nothing while none runs, a sentence while one runs, and after a moment a button. One
/// button stops and begins again, so that the focus stays on it; when it goes, the focus goes to the tab of its panel.
#[component]
pub fn Progress(
    /// The computation.
    search: Search,
    /// The id of the sentence, which says what the button is about.
    id: &'static str,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().ask;
    let button = NodeRef::<html::Button>::new();
    // The phase as it is drawn: it follows once the focus is safe.
    let drawn = RwSignal::new(search.phase.get_untracked());
    Effect::new(move |_| {
        let phase = search.phase.get();
        if !has_button(phase) {
            save_focus(button);
        }
        drawn.set(phase);
    });
    let words = move || match (drawn.get(), search.progress.get()) {
        (Phase::Idle, _) => String::new(),
        (Phase::Stopped, _) => t.stopped.to_owned(),
        (_, Some((done, total))) => (t.working)(done, total),
        (Phase::Brief, None) => String::new(),
        (Phase::Long, None) => t.begins.to_owned(),
    };
    let words = Memo::new(move |_| words());
    let is_stopped = Memo::new(move |_| drawn.get() == Phase::Stopped);
    let press = move |event: web_sys::MouseEvent| match search.phase.get_untracked() {
        // The second press of a double click is not meant for what the button has become.
        _ if event.detail() > 1 => {}
        Phase::Stopped => search.again(),
        _ => {
            search.stop();
            lab.announce(t.stopped);
        }
    };
    view! {
        <div class="row search-line" hidden=move || words.with(String::is_empty)>
            <p class="note" class:busy=move || !is_stopped.get() id=id>{words}</p>
            <button type="button" class="btn btn-sm search-stop" node_ref=button aria-describedby=id
                hidden=move || !has_button(drawn.get()) on:click=press>
                {move || if is_stopped.get() { t.again } else { t.stop }}
            </button>
        </div>
    }
}

const fn has_button(phase: Phase) -> bool {
    matches!(phase, Phase::Long | Phase::Stopped)
}

/// If the button has the focus, it goes to the tab of the panel, for the button is about to go.
fn save_focus(button: NodeRef<html::Button>) {
    let Some(button) = button.get_untracked() else { return };
    let button: &web_sys::Element = button.as_ref();
    if document().active_element().as_ref() != Some(button) {
        return;
    }
    let panel = button.closest("[role=tabpanel]").ok().flatten();
    let tab = panel.and_then(|it| it.get_attribute("aria-labelledby")).and_then(|it| document().get_element_by_id(&it));
    if let Some(tab) = tab.as_ref().and_then(|it| it.dyn_ref::<web_sys::HtmlElement>()) {
        tab.focus().ok();
    }
}
