//! Numbers that were pinned.
//!
//! - [`card`]: one number with all that it takes to cite it; [`image`]: the same as a picture.

mod card;
mod image;

use leptos::prelude::*;

use crate::editor::claims::Claim;
use crate::ui::kit::clipboard;
use crate::ui::pin::{Kept, Pins};
use crate::ui::share::save_file;
use crate::ui::state::{Lab, texts};

/// The page.
#[component]
pub fn ClaimsPage() -> impl IntoView {
    let (pins, t) = (Pins::get(), &texts().claims);
    let removed = Removed(RwSignal::new(None));
    provide_context(removed);
    // Where nothing can be read, the list stays as it is.
    pins.refresh().ok();
    let ids = Memo::new(move |_| pins.claims.with(|it| it.list.iter().map(|it| it.id).collect::<Vec<_>>()));
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        <div class="page page-narrow claims"><div class="stack-lg">
            <header class="stack">
                <h1>{t.title}</h1>
                <p class="lede">{t.lede}</p>
                <Kept />
            </header>
            {move || is_empty.get().then(|| view! { <Empty /> })}
            <PutBack />
            <ol class="claim-list" role="list"><For each=move || ids.get() key=|id| *id children=|id| view! { <card::Card id /> } /></ol>
            {move || (!is_empty.get()).then(|| view! { <Tools /> })}
        </div></div>
    }
}

/// What was removed last, and where it was.
#[derive(Clone, Copy)]
struct Removed(RwSignal<Option<(usize, Claim)>>);

/// The address of the page without its fragment.
fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// How numbers come here.
#[component]
fn Empty() -> impl IntoView {
    let t = &texts().claims;
    view! {
        <div class="empty claims-empty">
            <p class="empty-title">{t.empty_title}</p>
            <p>{t.empty}</p>
            <p class="row"><a class="btn" href="#/lab">{t.empty_lab}</a><a class="btn" href="#/society">{t.empty_society}</a></p>
        </div>
    }
}

/// Says what was removed, with the way to put it back.
#[component]
fn PutBack() -> impl IntoView {
    let (lab, pins, t) = (Lab::get(), Pins::get(), &texts().claims);
    let Removed(removed) = expect_context();
    let put_back = move |_| {
        if let Some((at, claim)) = removed.get_untracked() {
            let id = claim.id;
            pins.change(|it| it.put_back(at, claim));
            removed.set(None);
            lab.announce(t.put_back_done);
            focus_soon(format!("claim-{id}"));
        }
    };
    move || {
        let words = removed.with(|it| it.as_ref().map(|it| (t.removed)(&it.1.number.value)))?;
        Some(view! {
            <div class="notice claim-removed" data-print="no"><p>{words}</p>
                <button type="button" class="btn" id="claim-put-back" on:click=put_back>{t.put_back}</button></div>
        })
    }
}

/// What can be done with all of them.
#[component]
fn Tools() -> impl IntoView {
    let (lab, pins, t) = (Lab::get(), Pins::get(), &texts().claims);
    let Removed(removed) = expect_context();
    let told = RwSignal::new("");
    let sure = RwSignal::new(false);
    let all = move |write: fn(&[Claim], &str) -> String| pins.claims.with_untracked(|it| write(&it.list, &page()));
    let copy_all = move |_| {
        clipboard::copy(all(t.all_as_text), move |done| {
            told.try_set(if done { t.copied } else { t.not_copied });
        });
    };
    let text = move |_| save_file(&format!("{}.txt", t.file), "text/plain;charset=utf-8", &all(t.all_as_text));
    let markdown =
        move |_| save_file(&format!("{}.md", t.file), "text/markdown;charset=utf-8", &all(t.all_as_markdown));
    let forget = move |_| {
        if !sure.get_untracked() {
            return sure.set(true);
        }
        pins.forget();
        removed.set(None);
        lab.announce(t.forgotten);
        focus_soon("main".to_owned());
    };
    view! {
        <section class="stack" aria-labelledby="claim-tools" data-print="no">
            <h2 id="claim-tools">{t.tools}</h2>
            <div class="row">
                <button type="button" class="btn" on:click=copy_all>{t.copy_all}</button>
                <button type="button" class="btn" on:click=text>{t.download_all}</button>
                <button type="button" class="btn" on:click=markdown>{t.download_all_md}</button>
                <button type="button" class="btn" on:click=move |_| { window().print().ok(); }>{t.print}</button>
                <button type="button" class="btn btn-danger claim-forget" on:click=forget on:blur=move |_| { sure.try_set(false); }>
                    {move || if sure.get() { t.forget_sure } else { t.forget }}</button>
            </div>
            <p role="status">{told}</p>
        </section>
    }
}

/// Moves the focus once the page is drawn anew.
fn focus_soon(id: String) {
    use leptos::wasm_bindgen::JsCast as _;
    request_animation_frame(move || {
        let found = document().get_element_by_id(&id);
        if let Some(it) = found.as_ref().and_then(|it| it.dyn_ref::<web_sys::HtmlElement>()) {
            it.focus().ok();
        }
    });
}
