//! What is said above every page: a draft is offered, something cannot be kept or read, another tab works on the same.

use leptos::prelude::*;

use super::store::Unreads;
use super::{drafts, end_when_painted, files};
use crate::editor::drafts::MOST;
use crate::editor::guard::Opening;
use crate::editor::store::{Store as _, Trouble};
use crate::ui::state::{Lab, texts};

/// All of them.
#[component]
pub fn Notices() -> impl IntoView {
    view! { <Offer /><HeldWork /><NotKept /><Apart /><Leaving /><Unread /><LostPlace /> }
}

/// Offers a draft to a reader who comes back, until they decide.
#[component]
fn Offer() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let offered = move || {
        let is_untouched = lab.with_history(|it| it.past().is_empty()) && !lab.draft_declined.get();
        let now = is_untouched.then(|| lab.document.get())?;
        lab.with_drafts(|_, drafts| (false, drafts.offered(&now))).flatten()
    };
    move || {
        offered().map(|it| {
            let name = it.draft.clone();
            let go_on = move |_| {
                match drafts::open(lab, &name) {
                    Ok(title) => lab.announce((t.restored)(&title)),
                    Err(why) => lab.announce(why),
                }
                lab.draft_declined.set(true);
            };
            view! {
                <aside class="notice draft-offer" data-kind="info" aria-label=t.continue_title>
                    <p><strong>{t.continue_title}</strong>": "{(t.continue_text)(&it.title, &drafts::ago(it.saved))}</p>
                    <p class="row">
                        <a class="btn" href="#/lab" on:click=go_on>{t.continue_yes}</a>
                        <button type="button" class="btn btn-quiet" on:click=move |_| lab.draft_declined.set(true)>{t.continue_no}</button>
                    </p>
                </aside>
            }
        })
    }
}

/// Says that the work of this tab was not brought back, because the page did not get up with it.
#[component]
fn HeldWork() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    // Until then it is not written over, and not brought back unasked.
    let decided = move || {
        lab.held_work.set(None);
        end_when_painted(Opening::work());
    };
    let bring_back = move |_| {
        if let Some(work) = lab.held_work.get_untracked() {
            let history = lab.with_drafts(|_, drafts| (false, drafts.work(&work))).flatten();
            if let Some(history) = history {
                lab.resume(history);
            }
        }
        decided();
    };
    move || {
        lab.held_work.with(Option::is_some).then(|| {
            view! {
                <aside class="notice draft-offer" data-kind="warn" aria-label=t.held_work_title>
                    <p><strong>{t.held_work_title}</strong>" "{t.held_work}</p>
                    <p class="row">
                        <button type="button" class="btn" on:click=bring_back>{t.held_work_open}</button>
                        <button type="button" class="btn btn-quiet" on:click=move |_| decided()>{t.continue_no}</button>
                    </p>
                </aside>
            }
        })
    }
}

/// Says that nothing can be kept.
#[component]
fn NotKept() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    move || {
        lab.storage_trouble.get().map(|it| {
            let words = match it {
                Trouble::Blocked => t.storage_blocked,
                Trouble::Full => t.storage_full,
            };
            view! { <aside class="notice" data-kind="warn" role="status"><p>{words}</p></aside> }
        })
    }
}

/// Says that another tab works on the same draft.
#[component]
fn Apart() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    move || {
        lab.went_apart.get().then(|| {
            view! {
                <aside class="notice draft-offer draft-apart" data-kind="info" aria-label=t.apart_title>
                    <p role="status"><strong>{t.apart_title}</strong>" "{t.apart}</p>
                    <button type="button" class="btn btn-quiet" on:click=move |_| lab.went_apart.set(false)>{t.visitor_dismiss}</button>
                </aside>
            }
        })
    }
}

/// Says which draft gives way to the next one, with the ways to save it.
#[component]
fn Leaving() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let seen = RwSignal::new(String::new());
    let leaving = Memo::new(move |_| lab.leaving_draft.get().filter(|it| seen.with(|seen| *seen != it.draft)));
    move || {
        leaving.get().map(|it| {
            let (title, when, name) = (it.title.clone(), drafts::ago(it.saved), it.draft.clone());
            let save = move |_| drafts::save(lab, &it);
            let delete = {
                let name = name.clone();
                move |_| {
                    lab.with_drafts(|_, drafts| (false, drafts.delete(&name)));
                    lab.leaving_draft.set(None);
                }
            };
            view! {
                <aside class="notice draft-offer draft-leaving" data-kind="warn" aria-label=t.leaving_title>
                    <p role="status"><strong>{t.leaving_title}</strong>" "{(t.leaving)(MOST, &title, &when)}</p>
                    <p class="row">
                        <button type="button" class="btn" on:click=save>{t.leaving_save}</button>
                        <button type="button" class="btn btn-quiet" on:click=delete>{t.leaving_delete}</button>
                        <button type="button" class="btn btn-quiet" on:click=move |_| seen.set(name.clone())>{t.continue_no}</button>
                    </p>
                </aside>
            }
        })
    }
}

/// Says that something that the browser keeps cannot be read.
#[component]
fn Unread() -> impl IntoView {
    let t = &texts().share;
    let Unreads(all) = expect_context();
    move || {
        all.get().into_iter().map(|it| {
            let text = it.keeper.get(&it.name).ok().flatten().unwrap_or_default();
            let name = format!("{}.json", it.name);
            let words = (t.unread)(it.thing);
            let gone = it.clone();
            view! {
                <aside class="notice draft-offer unread" data-kind="warn" aria-label=t.unread_title>
                    <p role="status"><strong>{t.unread_title}</strong>" "{words}</p>
                    <p class="row">
                        <button type="button" class="btn" on:click=move |_| files::save(&name, "application/json", &text)>{t.leaving_save}</button>
                        <button type="button" class="btn btn-quiet" on:click=move |_| all.update(|list| list.retain(|it| *it != gone))>{t.visitor_dismiss}</button>
                    </p>
                </aside>
            }
        }).collect_view()
    }
}

/// Says that the address names a place that the page does not have.
#[component]
fn LostPlace() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    move || {
        lab.lost_place.get().map(|it| {
            view! {
                <aside class="notice draft-offer" data-kind="warn" aria-label=t.lost_place_title>
                    <p role="status">{(t.lost_place)(&it)}</p>
                    <button type="button" class="btn btn-quiet" on:click=move |_| lab.lost_place.set(None)>{t.visitor_dismiss}</button>
                </aside>
            }
        })
    }
}
