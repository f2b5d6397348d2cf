//! An address that means nothing here.

use leptos::prelude::*;

use crate::editor::Route;
use crate::editor::route::near_pages;
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
    let near = move || match lab.route.get() {
        Route::Unknown(address) => near_pages(&address),
        _ => Vec::new(),
    };
    let link = |it: Route| view! { <a class="btn" href=it.to_string()>{it.to_string()}</a> };
    view! {
        <div class="page page-narrow">
            <h1>{t.unknown_page}</h1>
            <div class="prose">
                <p>{t.unknown_lede}</p>
                <p class="muted">{address}</p>
                {move || {
                    let near = near();
                    (!near.is_empty()).then(|| view! {
                        <p class="row">{t.unknown_near}" "{near.into_iter().map(link).collect_view()}</p>
                    })
                }}
                <p class="row">
                    <a class="btn btn-primary" href="#/">{t.unknown_home}</a>
                    <a class="btn" href="#/lab">{t.unknown_lab}</a>
                </p>
            </div>
        </div>
    }
}
