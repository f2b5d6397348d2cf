//! The work in this tab, kept by itself, and opening what was kept.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::files;
use super::store::{Keeper, Unreads, was_reloaded};
use crate::editor::draft::{Summary, restore};
use crate::editor::drafts::{Drafts, Refused, TAB, WORK};
use crate::editor::guard::{self, Opening};
use crate::editor::history::History;
use crate::editor::store::{Store as _, Thing, Trouble};
use crate::scenario;
use crate::text::file_name::file_name;
use crate::ui::state::{Lab, draft_name, now_ms, texts};

/// Work is kept when the reader has paused for so long.
const PAUSE: Duration = Duration::from_millis(500);

/// Whether this tab was reloaded and has work from before.
pub fn has_work() -> bool {
    was_reloaded() && Keeper::Tab.get(WORK).is_ok_and(|it| it.is_some())
}

/// The history in the work of this tab; without one, in the draft that a build of before left to it.
pub fn history_of(has_work: bool, drafts: &mut Drafts<Keeper>, unreads: Unreads) -> Option<History> {
    has_work.then(|| bring_back(drafts, unreads)).flatten().or_else(|| {
        let draft = was_reloaded().then(|| Keeper::Tab.get(TAB).ok().flatten()).flatten()?;
        drafts.open(&draft, &draft_name()).ok()
    })
}

/// The work of this tab. What of it cannot be read is said.
pub fn bring_back(drafts: &mut Drafts<Keeper>, unreads: Unreads) -> Option<History> {
    let work = drafts.work(&Keeper::Tab, &draft_name()).ok()?;
    unreads.note(Thing::Work, Keeper::Tab, work.unreadable);
    work.history
}

/// Deletes all drafts and the work of this tab. Answers with what the reader is told if something is left.
pub fn clear(lab: Lab) -> Option<&'static str> {
    let done = lab.with_drafts(|history, drafts| (false, drafts.clear(&Keeper::Tab, history)));
    if lab.held_work.get_untracked() {
        lab.held_work.set(false);
        guard::end(&Keeper::Tab, &Keeper::Browser, &Opening::work());
    }
    warn_again(lab);
    done.is_some_and(|it| it.is_err()).then_some(texts().share.not_cleared)
}

/// Deletes a draft. Answers with what the reader is told if it is still there.
pub fn delete(lab: Lab, name: &str) -> Option<&'static str> {
    let done = lab.with_drafts(|_, drafts| (false, drafts.delete(name)));
    warn_again(lab);
    done.is_some_and(|it| it.is_err()).then_some(texts().share.not_deleted)
}

/// Says anew which draft gives way to the next one, if one still does.
fn warn_again(lab: Lab) {
    lab.leaving_draft.set(lab.with_drafts(|_, drafts| (false, drafts.leaving())).flatten());
}

/// Keeps the open document whenever the reader pauses after an edit, and at once when the page is left or put aside.
pub fn keep_drafts(lab: Lab) {
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let keep_now = move || {
        if let Some(Some(handle)) = pending.try_update_value(Option::take) {
            handle.clear();
            keep(lab);
        }
    };
    Effect::new(move |_| {
        lab.document.track();
        let later = move || {
            pending.try_set_value(None);
            keep(lab);
        };
        let handle = set_timeout_with_handle(later, PAUSE).ok();
        if let Some(Some(old)) = pending.try_update_value(|it| std::mem::replace(it, handle)) {
            old.clear();
        }
    });
    let leaving = window_event_listener(ev::pagehide, move |_| {
        keep_now();
        guard::leave(&Keeper::Tab, &Keeper::Browser, now_ms());
    });
    // A telephone may end a page that is not seen, without a word.
    let hidden = window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            keep_now();
        }
    });
    let frozen = window_event_listener(ev::Custom::<ev::Event>::new("freeze"), move |_| keep_now());
    on_cleanup(move || {
        leaving.remove();
        hidden.remove();
        frozen.remove();
    });
}

/// Keeps the work of this tab, and as drafts whatever was changed.
fn keep(lab: Lab) {
    let is_held = lab.held_work.try_get_untracked().unwrap_or_default();
    let kept = lab.with_drafts(|history, drafts| {
        let kept = drafts.keep(history, now_ms(), draft_name);
        if !is_held {
            drafts.keep_work(&Keeper::Tab, history);
        }
        (kept.apart, kept)
    });
    let Some(kept) = kept else { return };
    if kept.apart {
        lab.went_apart.try_set(true);
    }
    let has_work = lab.try_with_history(|it| !it.past().is_empty()).unwrap_or_default();
    let trouble = kept.trouble.filter(|_| has_work);
    if trouble.is_none() {
        lab.leaving_draft.try_set(kept.leaving);
    }
    lab.storage_trouble.try_set(trouble.map(|it| (it, kept.failed)));
}

/// Opens a kept draft with its undo steps, after those of the open document. Answers with its title.
///
/// # Errors
///
/// What the reader is told if it cannot be opened.
pub fn open(lab: Lab, name: &str) -> Result<String, &'static str> {
    let t = &texts().share;
    keep(lab);
    let history = lab.with_drafts(|_, drafts| (false, drafts.open(name, &draft_name())));
    match history.unwrap_or(Err(Refused::Gone)) {
        Ok(history) => {
            let title = history.now().scenario.title.clone();
            lab.resume(history);
            Ok(title)
        }
        Err(Refused::Gone) => Err(t.draft_gone),
        Err(Refused::Unreadable(why)) => Err((t.draft_unreadable)(why)),
        Err(Refused::Trouble(Trouble::Blocked | Trouble::Full)) => Err(t.draft_locked),
    }
}

/// Hands a draft to the reader as a file: its scenario, or all there is if that cannot be read. Answers with what the
/// reader is told if there is no file.
pub fn save(lab: Lab, it: &Summary) -> Option<&'static str> {
    let t = &texts().share;
    let text = match lab.with_drafts(|_, drafts| (false, drafts.text(&it.draft)))? {
        Ok(Some(text)) => text,
        Ok(None) => return Some(t.draft_gone),
        Err(_) => return Some(t.draft_locked),
    };
    match restore(&text) {
        Ok(restored) => {
            let name = file_name(&it.title, "scenario", "json");
            files::save(&name, "application/json", &scenario::write(&restored.history.now().scenario));
        }
        Err(_) => files::save("draft.json", "application/json", &text),
    }
    None
}

/// How long ago, in words. By a clock that was put back nobody knows.
pub fn ago(saved: f64) -> String {
    let t = &texts().share;
    let minutes = (now_ms() - saved) / 60_000.0;
    if !(-1.0..=1e9).contains(&minutes) || saved <= 0.0 {
        return t.some_time_ago.to_owned();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let minutes = minutes.clamp(0.0, 1e9) as u32;
    match minutes {
        0 => t.just_now.to_owned(),
        1..60 => (t.minutes_ago)(minutes),
        60..1440 => (t.hours_ago)(minutes / 60),
        _ => (t.days_ago)(minutes / 1440),
    }
}
