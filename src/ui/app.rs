//! The frame of the page, and the choice of a page by route.

use leptos::prelude::*;

use super::home::Home;
use super::learn::{Answers, LearnPage, LessonPage};
use super::pages::{
    AboutPage, ChangesPage, ClaimsPage, ComparePage, RecordPage, SocietyPage, UnknownPage, WatchingPage,
};
use super::pin::{PinDialog, Pins};
use super::room::{CardsPage, ClassPage, PresentPage, SheetPage};
use super::share;
use super::shell::{Announcer, Footer, RenamedNotice, TopBar, follow_address, follow_keys, follow_title, route_now};
use super::state::texts;
use crate::editor::Route;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    share::Unreads::provide();
    let lab = share::begin(route_now());
    follow_address(lab);
    share::follow_document(lab);
    follow_keys(lab);
    follow_title(lab);
    share::keep_drafts(lab);
    Answers::provide();
    Pins::provide();
    remove_boot_notice();

    let page = move || match lab.route.get() {
        Route::Home => view! { <Home /> }.into_any(),
        Route::Lab | Route::Preset(_) | Route::Shared(_) => view! { <share::AddressPage /> }.into_any(),
        Route::Changes => view! { <ChangesPage /> }.into_any(),
        Route::Society => view! { <SocietyPage /> }.into_any(),
        Route::Compare(with) => view! { <ComparePage with /> }.into_any(),
        Route::Learn => view! { <LearnPage /> }.into_any(),
        Route::Lesson(id, step) => view! { <LessonPage id step /> }.into_any(),
        Route::Present(id, step) => view! { <PresentPage id step /> }.into_any(),
        Route::Class(id, step, codes) => view! { <ClassPage id step codes /> }.into_any(),
        Route::Print(sheet, id) => view! { <SheetPage sheet id /> }.into_any(),
        Route::Cards => view! { <CardsPage /> }.into_any(),
        Route::Claims => view! { <ClaimsPage /> }.into_any(),
        Route::Record => view! { <RecordPage /> }.into_any(),
        Route::Watching => view! { <WatchingPage /> }.into_any(),
        Route::About => view! { <AboutPage /> }.into_any(),
        Route::Unknown(_) => view! { <UnknownPage /> }.into_any(),
    };
    view! {
        <a class="skip-link" href="#main" on:click=focus_main>{texts().common.skip}</a>
        <div class="app">
            <TopBar />
            <share::Notices />
            <RenamedNotice />
            <main id="main" tabindex="-1">{page}</main>
            <Footer />
        </div>
        <Announcer />
        <share::ShareDialog />
        <share::DropTarget />
        <PinDialog />
    }
}

/// Moves the focus to the content without changing the address, which is the route.
fn focus_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("main") {
        use leptos::wasm_bindgen::JsCast as _;
        main.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
    }
}

/// Takes away the notice that stands in `index.html` until the page is up.
fn remove_boot_notice() {
    if let Some(notice) = document().get_element_by_id("boot") {
        notice.remove();
    }
}
