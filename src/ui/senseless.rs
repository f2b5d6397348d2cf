//! What stands in place of every result while no version of the open scenario can be computed.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::lab::life::finding::what_is_wrong;
use super::state::{Lab, texts};

/// How long the lab takes to stand there when it is opened from another page.
const OPENING: Duration = Duration::from_millis(200);

/// Says why, and leads to where it is wrong.
#[component]
pub fn Senseless() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    view! {
        <div class="notice" data-kind="warn">
            <p><strong>{t.senseless}</strong>" "{move || what_is_wrong(lab)}</p>
            <p><a class="btn" href="#/lab" on:click=move |_| show_fault()>{t.senseless_go}</a></p>
        </div>
    }
}

/// Opens the folds around the first field that is wrong, and puts the focus on it.
fn show_fault() {
    set_timeout(
        || {
            // A fault may belong to no field: then its complaint is shown.
            let find = |what: &str| document().query_selector(what).ok().flatten();
            let faults = ["main [aria-invalid=true]", "main .complaint:not(.complaint-mild)"];
            let Some(found) = faults.into_iter().find_map(find) else { return };
            let mut fold = found.closest("details").ok().flatten();
            while let Some(it) = fold {
                it.set_attribute("open", "").ok();
                fold = it.parent_element().and_then(|it| it.closest("details").ok().flatten());
            }
            found.scroll_into_view();
            if let Some(field) = found.dyn_ref::<web_sys::HtmlElement>() {
                field.focus().ok();
            }
        },
        OPENING,
    );
}
