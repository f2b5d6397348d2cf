//! Many lives under the open rulebook.

use leptos::prelude::*;

use crate::ui::state::texts;

/// The page.
#[component]
pub fn SocietyPage() -> impl IntoView {
    let t = &texts().society;
    view! {
        <div class="page page-wide society-page"><div class="stack-lg">
            <div class="stack">
                <h1>{t.title}</h1>
                <p class="lede">{t.lede}</p>
            </div>
        </div></div>
    }
}
