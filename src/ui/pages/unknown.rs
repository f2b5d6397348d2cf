//! An address that means nothing here.

use leptos::prelude::*;

use crate::editor::Route;
use crate::ui::state::{Lab, texts};

/// Says so, and offers the pages that exist.
#[component]
pub fn UnknownPage() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().shell;
    let address = move || match lab.route.get() {
        Route::Unknown(address) => Some((t.unknown_address)(&address)),
        _ => None,
    };
    view! {
        <div class="page page-narrow">
            <h1>{t.unknown_page}</h1>
            <div class="prose">
                <p>{t.unknown_lede}</p>
                <p class="muted">{address}</p>
                <p class="row">
                    <a class="btn btn-primary" href="#/">{t.unknown_home}</a>
                    <a class="btn" href="#/lab">{t.unknown_lab}</a>
                </p>
            </div>
        </div>
    }
}
