//! The bar on top: name, pages, undo and redo, changes, share.

use leptos::prelude::*;

use crate::editor::Route;
use crate::ui::state::{Lab, texts};

/// The bar on top.
#[component]
pub fn TopBar() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().common;
    let current = move |is_here: fn(&Route) -> bool| move || lab.route.with(is_here).then_some("page");
    view! {
        <header class="topbar">
            <a class="brand" href="#/">{t.brand}</a>
            <nav>
                <a href="#/" aria-current=current(|it| matches!(it, Route::Home))>{t.home}</a>
                <a href="#/lab" aria-current=current(|it| matches!(it, Route::Lab | Route::Preset(_) | Route::Shared(_)))>
                    {t.lab}
                </a>
                <a href="#/about" aria-current=current(|it| matches!(it, Route::About))>{t.about}</a>
            </nav>
            <div class="tools">
                <button class="btn btn-icon" on:click=move |_| { lab.undo(); }
                    disabled=move || lab.with_history(|it| it.past().is_empty()) title=t.undo aria-label=t.undo>"↶"</button>
                <button class="btn btn-icon" on:click=move |_| { lab.redo(); }
                    disabled=move || lab.with_history(|it| it.future().next().is_none()) title=t.redo aria-label=t.redo>"↷"</button>
            </div>
        </header>
    }
}
