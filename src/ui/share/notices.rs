//! What is said above every page: a draft is offered, something cannot be kept or read, another tab works on the same.

use leptos::prelude::*;

use super::store::Unreads;
use super::{drafts, end_when_painted, files, tabs};
use crate::editor::drafts::MOST;
use crate::editor::guard::Opening;
use crate::editor::store::{Store as _, Trouble};
use crate::ui::state::{Lab, draft_name, texts};

/// All of them.
#[component]
pub fn Notices() -> impl IntoView {
    view! { <Offer /><HeldWork /><NotKept /><Apart /><Elsewhere /><Leaving /><Unread /><LostPlace /><StrangeParts /> }
}

/// Offers a draft to a reader who comes back, until they decide.
#[component]
fn Offer() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    // Which draft could not be opened, and why.
    let failed = RwSignal::new(None::<(String, &'static str)>);
    let offered = move || {
        let is_untouched = lab.with_history(|it| it.past().is_empty()) && !lab.draft_declined.get();
        let now = is_untouched.then(|| lab.document.get())?;
        lab.with_drafts(|_, drafts| (false, drafts.offered(&now))).flatten()
    };
    move || {
        offered().map(|it| {
            let name = StoredValue::new(it.draft.clone());
            let go_on = move |event: leptos::ev::MouseEvent| match drafts::open(lab, &name.get_value()) {
                Ok(title) => {
                    lab.announce((t.restored)(&title));
                    lab.draft_declined.set(true);
                }
                Err(why) => {
                    event.prevent_default();
                    failed.set(Some((name.get_value(), why)));
                }
            };
            let why = move || failed.get().filter(|it| name.with_value(|name| *name == it.0)).map(|it| it.1);
            view! {
                <aside class="notice draft-offer" data-kind="info" aria-label=t.continue_title>
                    <p><strong>{t.continue_title}</strong>": "{(t.continue_text)(&it.title, &drafts::ago(it.saved))}</p>
                    <Failed why />
                    <p class="row">
                        <a class="btn" href="#/lab" on:click=go_on>{t.continue_yes}</a>
                        <button type="button" class="btn btn-quiet" on:click=move |_| lab.draft_declined.set(true)>{t.continue_no}</button>
                    </p>
                </aside>
            }
        })
    }
}

/// Why what was pressed in a notice could not be done.
#[component]
fn Failed(
    /// The sentence, if there is one.
    why: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> impl IntoView {
    move || why().map(|it| view! { <p class="complaint" role="alert">{it}</p> })
}

/// Says that the work of this tab was not brought back, because the page did not get up with it.
#[component]
fn HeldWork() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    // Until then it is not written over, and not brought back unasked.
    let decided = move || {
        lab.held_work.set(false);
        end_when_painted(Opening::work());
    };
    let unreads: Unreads = expect_context();
    let bring_back = move |_| {
        if let Some(history) = lab.with_drafts(|_, drafts| (false, drafts::bring_back(drafts, unreads))).flatten() {
            lab.resume(history);
        }
        decided();
    };
    move || {
        lab.held_work.get().then(|| {
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
        lab.storage_trouble.get().map(|(trouble, titles)| {
            let words = match trouble {
                Trouble::Blocked => t.storage_blocked,
                Trouble::Full => t.storage_full,
            };
            let which = (t.not_kept)(&titles);
            view! { <aside class="notice" data-kind="warn" role="status"><p>{words}" "{which}</p></aside> }
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

/// Says that another tab has the same draft open, before anything is changed in both.
#[component]
fn Elsewhere() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let elsewhere = tabs::watch(lab);
    let seen = RwSignal::new(None::<String>);
    let draft = Memo::new(move |_| lab.document.with(|it| it.draft.clone()));
    let copy = move |_| {
        lab.with_drafts(|history, _| {
            let draft = history.now().draft.clone();
            history.rename_draft(&draft, &draft_name());
            (true, ())
        });
        lab.announce(t.copied_draft);
    };
    move || {
        (elsewhere.get() && seen.get() != Some(draft.get())).then(|| {
            view! {
                <aside class="notice draft-offer draft-elsewhere" data-kind="info" aria-label=t.elsewhere_title>
                    <p role="status"><strong>{t.elsewhere_title}</strong>" "{t.elsewhere}</p>
                    <p class="row">
                        <button type="button" class="btn" on:click=copy>{t.elsewhere_copy}</button>
                        <button type="button" class="btn btn-quiet" on:click=move |_| seen.set(Some(draft.get_untracked()))>{t.visitor_dismiss}</button>
                    </p>
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
            let failed = RwSignal::new(None::<&'static str>);
            let save = move |_| failed.set(drafts::save(lab, &it));
            let delete = {
                let name = name.clone();
                move |_| failed.set(drafts::delete(lab, &name))
            };
            view! {
                <aside class="notice draft-offer draft-leaving" data-kind="warn" aria-label=t.leaving_title>
                    <p role="status"><strong>{t.leaving_title}</strong>" "{(t.leaving)(MOST, &title, &when)}</p>
                    <Failed why=move || failed.get() />
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
            let text = it.keeper.get(&it.name).ok().flatten();
            let name = format!("{}.json", it.name);
            let save = text.map(|text| view! {
                <button type="button" class="btn" on:click=move |_| files::save(&name, "application/json", &text)>{t.leaving_save}</button>
            });
            let words = (t.unread)(it.thing);
            let gone = it.clone();
            view! {
                <aside class="notice draft-offer unread" data-kind="warn" aria-label=t.unread_title>
                    <p role="status"><strong>{t.unread_title}</strong>" "{words}</p>
                    <p class="row">{save}
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

/// Says that the address has parts that mean nothing here.
#[component]
fn StrangeParts() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    move || {
        let parts = lab.strange_parts.get();
        (!parts.is_empty()).then(|| {
            view! {
                <aside class="notice draft-offer" data-kind="warn" aria-label=t.strange_parts_title>
                    <p role="status">{(t.strange_parts)(&parts)}</p>
                    <button type="button" class="btn btn-quiet" on:click=move |_| lab.strange_parts.set(Vec::new())>{t.visitor_dismiss}</button>
                </aside>
            }
        })
    }
}
