//! A scenario that came in a link, or what is wrong with the link.

use leptos::prelude::*;

use super::{SOCIETY, files, shared_document};
use crate::scenario::link::{LinkError, View};
use crate::ui::lab::LabPage;
use crate::ui::pages::SocietyPage;
use crate::ui::state::{Lab, texts};

/// The lab with the scenario of a link; or what is wrong with the link.
#[component]
pub fn SharedPage(
    /// What stands in the link after `s=`.
    payload: String,
) -> impl IntoView {
    let lab = Lab::get();
    let is_open = lab.opened_link.with_untracked(|it| it.as_ref() == Some(&payload));
    let broken = if is_open {
        None
    } else {
        match shared_document(&payload) {
            Ok((document, view)) => {
                lab.open(document);
                look_at(lab, view);
                lab.opened_link.set(Some(payload));
                None
            }
            Err(error) => Some(error),
        }
    };
    match broken {
        None if lab.opened_society.get_untracked() => view! { <VisitorNotice /><SocietyPage /> }.into_any(),
        None => view! { <VisitorNotice /><LabPage /> }.into_any(),
        Some(error) => view! { <BrokenLink error /> }.into_any(),
    }
}

/// Shows what the sender of a link was looking at, as far as it exists.
pub fn look_at(lab: Lab, view: View) {
    if let Some(subject) = view.subject {
        lab.choose_subject(&subject);
    }
    lab.day.set(view.day);
    lab.opened_society.set(view.page.as_deref() == Some(SOCIETY));
}

/// Says that this is somebody else's scenario, and that nothing of the reader's is lost.
#[component]
fn VisitorNotice() -> impl IntoView {
    let t = &texts().share;
    let seen = RwSignal::new(false);
    view! {
        <Show when=move || !seen.get()>
            <aside class="notice visitor-notice" data-kind="info" aria-label=t.visitor_title>
                <p><strong>{t.visitor_title}". "</strong>{t.visitor_text}</p>
                <button type="button" class="btn btn-quiet" on:click=move |_| seen.set(true)>{t.visitor_dismiss}</button>
            </aside>
        </Show>
    }
}

/// What is wrong with a link, and what can be done.
#[component]
fn BrokenLink(
    /// What is wrong.
    error: LinkError,
) -> impl IntoView {
    let t = &texts().share;
    let words = (t.broken)(&error);
    let salvage = error.salvage().map(str::to_owned);
    let save = salvage.map(|text| view! {
        <button type="button" class="btn" on:click=move |_| files::save("salvaged.json", "application/json", &text)>{t.broken_save}</button>
    });
    view! {
        <div class="page page-narrow"><div class="stack-lg">
            <h1>{t.broken_title}</h1>
            <div class="notice" data-kind="error"><p>{words.message}</p><p>{words.hint}</p></div>
            <p>{t.broken_safe}</p>
            <p class="row">
                <a class="btn btn-primary" href="#/lab">{t.broken_lab}</a>
                <a class="btn" href="#/">{t.broken_home}</a>
                {save}
            </p>
        </div></div>
    }
}
