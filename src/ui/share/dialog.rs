//! The dialog with link, QR code, file and drafts.

use leptos::html;
use leptos::prelude::*;

use super::qr::QrCode;
use super::{SOCIETY, drafts, files};
use crate::editor::drafts::Listed;
use crate::editor::history::Document;
use crate::scenario::link::{self, Fits, Shared, View};
use crate::scenario::mark::on_its_own;
use crate::ui::kit::{Dialog, clipboard};
use crate::ui::state::{Lab, texts};

/// The dialog. It computes the link only while it is open.
#[component]
pub fn ShareDialog() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    view! {
        <Dialog title=t.title open=lab.sharing>
            <LinkPart />
            <FilePart />
            <DraftsPart />
        </Dialog>
    }
}

/// The address of the page as it is now, with the open scenario in it.
fn link_now(lab: Lab) -> String {
    let subject = Some(lab.subject()).filter(|it| !it.is_empty());
    let view = View { page: lab.is_society().then(|| SOCIETY.to_owned()), subject, day: lab.day.get() };
    // Whoever opens a link to a preset compares with the preset; without one, the document has to say what was changed.
    let scenario = |it: &Document| match it.base {
        Some(_) => (*it.scenario).clone(),
        None => on_its_own(&it.scenario, &it.baseline),
    };
    let shared = lab.document.with(|it| Shared { scenario: scenario(it), base: it.base.clone(), view });
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#/lab?s={}", link::encode(&shared))
}

/// The link, its length, and its code.
#[component]
fn LinkPart() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let link = Memo::new(move |_| link_now(lab));
    let chars = move || link.with(String::len);
    let fits = move || link::fits(chars());
    let told = RwSignal::new("");
    let field = NodeRef::<html::Input>::new();
    let copy = move |_| {
        clipboard::copy(link.get_untracked(), move |done| {
            if !done && let Some(Some(it)) = field.try_get_untracked() {
                it.select();
            }
            told.try_set(if done { t.copied } else { t.copy_failed });
        });
    };
    let level = move || match fits() {
        Fits::Qr | Fits::Chat => "ok",
        Fits::Browser => "warn",
        Fits::File => "error",
    };
    // The meter is full at the length that some browsers and chats no longer take.
    let fill = move || format!("{:.1}%", (chars() as f64 / link::BROWSER_CHARS as f64 * 100.0).clamp(2.0, 100.0));
    let is_sound = move || !lab.shown.with(|it| it.stale);
    view! {
        <section class="stack" aria-labelledby="share-link">
            <h3 id="share-link">{t.link}</h3>
            <p class="muted">{t.intro}</p>
            <Show when=move || !is_sound()><p class="notice" data-kind="warn">{t.cannot_share}</p></Show>
            <div class="row share-link">
                <input type="text" class="input" readonly id="share-url" aria-label=t.link prop:value=link node_ref=field
                    on:focus:target=|event| event.target().select() />
                <button type="button" class="btn btn-primary" on:click=copy>{t.copy}</button>
            </div>
            <div class="meter" data-level=level style:--fill=fill>
                <div class="meter-track"><div class="meter-fill"></div></div>
                <p class="meter-text">{move || (t.length)(chars(), fits())}</p>
            </div>
            <p role="status">{told}</p>
            {move || match fits() {
                Fits::Qr => view! { <QrCode text=link.get() /> }.into_any(),
                _ => view! { <p class="muted small">{t.qr_too_long}</p> }.into_any(),
            }}
        </section>
    }
}

/// Saving and opening files.
#[component]
fn FilePart() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let complaint = RwSignal::new(String::new());
    let chosen = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let file = event.target().files().and_then(|it| it.get(0));
        if let Some(file) = file {
            files::open(lab, file, move |words| {
                if words.is_empty() {
                    lab.sharing.try_set(false);
                    lab.go(&crate::editor::Route::Lab);
                }
                complaint.try_set(words);
            });
        }
        // The same file can be chosen again after it was mended.
        event.target().set_value("");
    };
    view! {
        <section class="stack" aria-labelledby="share-file">
            <h3 id="share-file">{t.file}</h3>
            <p class="muted">{t.file_note}</p>
            <div class="row">
                <button type="button" class="btn" on:click=move |_| files::save_scenario(lab)>{t.download}</button>
                <label class="btn file-btn">{t.open_file}
                    <input type="file" class="visually-hidden" accept=".json,application/json" on:change:target=chosen />
                </label>
                <a class="btn" href=crate::editor::Route::Cards.to_string() on:click=move |_| lab.sharing.set(false)>
                    {texts().room.cards_link}</a>
            </div>
            <Show when=move || complaint.with(|it| !it.is_empty())>
                <p class="notice" data-kind="error" role="alert">{complaint}</p>
            </Show>
        </section>
    }
}

/// The drafts in this browser.
#[component]
fn DraftsPart() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let (list, complaint) = (RwSignal::new(Vec::new()), RwSignal::new(None::<&'static str>));
    let is_known = RwSignal::new(true);
    let look = move || {
        let found = lab.with_drafts(|_, drafts| (false, drafts.list()));
        is_known.set(!matches!(found, Some(Err(_))));
        list.set(found.and_then(Result::ok).unwrap_or_default());
    };
    look();
    let row = move |it: Listed| view! { <DraftRow it complaint deleted=look /> };
    let clear = move |_| {
        let why = drafts::clear(lab);
        look();
        complaint.set(why);
        if why.is_none() {
            lab.announce(t.cleared);
        }
    };
    let empty = move || match is_known.get() {
        true => view! { <p class="empty">{t.no_drafts}</p> }.into_any(),
        false => view! { <p class="notice" data-kind="warn">{t.not_listed}</p> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="share-drafts">
            <h3 id="share-drafts">{t.drafts}</h3>
            <p class="muted">{t.drafts_note}</p>
            <Show when=move || list.with(Vec::is_empty)>{empty}</Show>
            <ul class="plain"><For each=move || list.get() key=|it| it.summary.draft.clone() children=row /></ul>
            {move || complaint.get().map(|it| view! { <p class="notice" data-kind="error" role="alert">{it}</p> })}
            <Show when=move || list.with(|it| !it.is_empty())>
                <button type="button" class="btn btn-quiet" on:click=clear>{t.clear}</button>
            </Show>
        </section>
    }
}

/// One draft; where it cannot be read, with why, and the way to save what is there.
#[component]
fn DraftRow(
    it: Listed,
    complaint: RwSignal<Option<&'static str>>,
    deleted: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let title = if it.unreadable.is_some() { t.unreadable_draft.to_owned() } else { it.summary.title.clone() };
    let is_open = lab.document.with_untracked(|now| now.draft == it.summary.draft);
    let note = match it.unreadable {
        Some(why) => (t.draft_unreadable)(why).to_owned(),
        None => (t.draft_note)(&it.summary, &drafts::ago(it.summary.saved), is_open),
    };
    let summary = StoredValue::new(it.summary);
    let open = move |_| match summary.with_value(|it| drafts::open(lab, &it.draft)) {
        Ok(title) => {
            lab.announce((t.restored)(&title));
            lab.sharing.set(false);
            lab.go(&crate::editor::Route::Lab);
        }
        Err(why) => complaint.set(Some(why)),
    };
    let delete = move |_| {
        complaint.set(summary.with_value(|it| drafts::delete(lab, &it.draft)));
        deleted();
    };
    let save = move |_| complaint.set(summary.with_value(|it| drafts::save(lab, it)));
    let first = match it.unreadable {
        Some(_) => {
            view! { <button type="button" class="btn btn-sm" on:click=save>{t.leaving_save}</button> }.into_any()
        }
        None => view! { <button type="button" class="btn btn-sm" on:click=open>{t.restore}</button> }.into_any(),
    };
    view! {
        <li class="row draft-row">
            <span class="grow">{title.clone()}" "<span class="muted">{note}</span></span>
            {first}
            <button type="button" class="btn btn-sm btn-quiet" on:click=delete aria-label=(t.delete_draft)(&title)>"✕"</button>
        </li>
    }
}
