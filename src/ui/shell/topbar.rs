//! The bar on top: name, pages, and on the pages that show the document what can be done with it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::history::{ChangesLink, HistoryButtons};
use super::icons::BrandMark;
use super::shortcuts::ShortcutDialog;
use super::view_menu::ViewMenu;
use crate::editor::Route;
use crate::ui::share;
use crate::ui::state::{Lab, texts};

/// Whether a route belongs to the lessons.
fn is_learn(it: &Route) -> bool {
    matches!(it, Route::Learn | Route::Lesson(..) | Route::Present(..) | Route::Class(..) | Route::Print(..))
}

/// The bar on top.
#[component]
pub fn TopBar() -> impl IntoView {
    let lab = Lab::get();
    let (common, t) = (&texts().common, &texts().shell);
    let with_document = Memo::new(move |_| lab.shows_document());
    let current = move |is_here: fn(&Route) -> bool| move || lab.route.with(is_here).then_some("page");
    let is_lab = |it: &Route| matches!(it, Route::Lab | Route::Preset(_) | Route::Shared(_));
    let society = move || lab.is_society().then_some("page");
    let in_lab = move || (lab.route.with(is_lab) && !lab.is_society()).then_some("page");
    // On a narrow screen the names of pages move sideways: the current one is brought into sight.
    let pages = NodeRef::<leptos::html::Nav>::new();
    Effect::new(move |_| {
        lab.route.track();
        request_animation_frame(move || {
            let Some(Some(nav)) = pages.try_get_untracked() else { return };
            let current = nav.query_selector("[aria-current]").ok().flatten();
            if let Some(link) = current.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
                nav.set_scroll_left(
                    link.offset_left() - nav.offset_left() - (nav.client_width() - link.offset_width()) / 2,
                );
            }
        });
    });
    view! {
        <header class="topbar">
            <a class="brand" href="#/"><BrandMark /><span class="brand-name">{common.brand}</span></a>
            <nav class="topnav" aria-label=t.pages node_ref=pages>
                <a href="#/" aria-current=current(|it| *it == Route::Home)>{common.home}</a>
                <a href="#/lab" aria-current=in_lab>{common.lab}</a>
                <a href="#/compare" aria-current=current(|it| matches!(it, Route::Compare(_)))>{t.compare}</a>
                <a href="#/society" aria-current=society>{t.society}</a>
                <a href="#/learn" aria-current=current(is_learn)>{t.learn}</a>
                <a href="#/record" aria-current=current(|it| matches!(it, Route::Record | Route::Watching))>{t.record}</a>
                <a href="#/about" aria-current=current(|it| *it == Route::About)>{common.about}</a>
            </nav>
            <div class="toptools" role="group" aria-label=t.work>
                <Show when=move || with_document.get()>
                    <HistoryButtons />
                    <ChangesLink />
                </Show>
                <ViewMenu />
                <Show when=move || with_document.get()>
                    <button class="btn btn-primary" on:click=move |_| share::open_dialog(lab)>{common.share}</button>
                </Show>
            </div>
        </header>
        <ShortcutDialog />
    }
}
