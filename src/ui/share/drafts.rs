//! The work in this tab, kept by itself, and the offer to go on with an earlier draft.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::store::{self, Trouble};
use crate::editor::draft::{self, Summary};
use crate::editor::history::{Deed, History};
use crate::ui::state::{Lab, now_ms, texts};

/// Work is kept when the reader has paused for so long.
const PAUSE: Duration = Duration::from_millis(500);

/// The history of this tab, if it was reloaded.
pub fn of_this_tab() -> Option<History> {
    draft::restore(&store::read(&store::tab_draft()?)?)
}

/// Keeps the open document whenever the reader pauses after an edit, and at once when the page is left.
pub fn keep_drafts(lab: Lab) {
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let keep_now = move || {
        if let Some(Some(handle)) = pending.try_update_value(Option::take) {
            handle.clear();
            keep(lab);
        }
    };
    Effect::new(move |earlier: Option<()>| {
        lab.document.track();
        // The first run sees what the page opened with: nothing to keep.
        if earlier.is_some() {
            let later = move || {
                pending.try_set_value(None);
                keep(lab);
            };
            let handle = set_timeout_with_handle(later, PAUSE).ok();
            if let Some(Some(old)) = pending.try_update_value(|it| std::mem::replace(it, handle)) {
                old.clear();
            }
        }
    });
    let leaving = window_event_listener(ev::pagehide, move |_| keep_now());
    on_cleanup(move || leaving.remove());
}

/// Keeps the open document, if the reader edited it.
fn keep(lab: Lab) {
    let kept = lab.try_with_history(|history| {
        let is_worked_on = |deed: Deed| deed == Deed::Edited;
        let steps = history.past().iter().map(|it| it.deed).chain(history.future().map(|it| it.deed));
        if !steps.into_iter().any(is_worked_on) {
            return Ok(());
        }
        let document = history.now();
        let summary = Summary {
            draft: document.draft.clone(),
            title: document.scenario.title.clone(),
            saved: now_ms(),
            steps: history.past().len(),
        };
        store::set_tab_draft(&document.draft);
        store::write(summary, &draft::store(history))
    });
    lab.storage_trouble.try_set(kept.and_then(Result::err));
}

/// Opens a kept draft with its undo steps. Answers with its title.
pub fn open(lab: Lab, name: &str) -> Option<String> {
    let history = draft::restore(&store::read(name)?)?;
    let title = history.now().scenario.title.clone();
    lab.restore(history);
    store::set_tab_draft(name);
    Some(title)
}

/// How long ago, in words.
pub fn ago(saved: f64) -> String {
    let t = &texts().share;
    let minutes = ((now_ms() - saved) / 60_000.0).clamp(0.0, 1e9);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
    let minutes = minutes as u32;
    match minutes {
        0 => t.just_now.to_owned(),
        1..60 => (t.minutes_ago)(minutes),
        60..1440 => (t.hours_ago)(minutes / 60),
        _ => (t.days_ago)(minutes / 1440),
    }
}

/// Offers the latest draft to a reader who comes back, until they decide. Also says if nothing can be kept.
#[component]
pub fn DraftOffer() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().share;
    let offered = move || {
        let is_untouched = lab.with_history(|it| it.past().is_empty());
        let latest = store::list().into_iter().next();
        latest.filter(|it| is_untouched && !lab.draft_declined.get() && lab.document.with(|now| now.draft != it.draft))
    };
    let offer = move || {
        offered().map(|it| {
        let name = it.draft.clone();
        let go_on = move |_| {
            if let Some(title) = open(lab, &name) {
                lab.announce((t.restored)(&title));
            }
            lab.draft_declined.set(true);
        };
        view! {
            <aside class="notice draft-offer" data-kind="info" aria-label=t.continue_title>
                <p><strong>{t.continue_title}</strong>": "{(t.continue_text)(&it.title, &ago(it.saved))}</p>
                <p class="row">
                    <a class="btn" href="#/lab" on:click=go_on>{t.continue_yes}</a>
                    <button type="button" class="btn btn-quiet" on:click=move |_| lab.draft_declined.set(true)>{t.continue_no}</button>
                </p>
            </aside>
        }
    })
    };
    let trouble = move || {
        lab.storage_trouble.get().map(|it| {
            let words = match it {
                Trouble::Blocked => t.storage_blocked,
                Trouble::Full => t.storage_full,
            };
            view! { <aside class="notice" data-kind="warn" role="status"><p>{words}</p></aside> }
        })
    };
    view! { {offer}{trouble} }
}
