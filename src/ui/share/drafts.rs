//! The work in this tab, kept by itself, and opening what was kept.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::files;
use super::store::{Keeper, was_reloaded};
use crate::editor::draft::{Summary, restore};
use crate::editor::drafts::{Drafts, Refused, WORK};
use crate::editor::guard;
use crate::editor::history::History;
use crate::editor::store::{Store as _, Trouble};
use crate::scenario;
use crate::text::file_name::file_name;
use crate::ui::state::{Lab, draft_name, now_ms, texts};

/// Work is kept when the reader has paused for so long.
const PAUSE: Duration = Duration::from_millis(500);
/// Under this name builds of before kept the name of a tab's draft.
const TAB: &str = "scl.tab";

/// The work of this tab, if it was reloaded; as the text that it is kept as.
pub fn work_of_this_tab() -> Option<String> {
    was_reloaded().then(|| Keeper::Tab.get(WORK).ok().flatten()).flatten()
}

/// The history in the work of this tab; without one, in the draft that a build of before left to it.
pub fn history_of(work: Option<&str>, drafts: &mut Drafts<Keeper>) -> Option<History> {
    work.and_then(|it| drafts.work(it)).or_else(|| {
        let draft = was_reloaded().then(|| Keeper::Tab.get(TAB).ok().flatten()).flatten()?;
        drafts.open(&draft, &draft_name()).ok()
    })
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
    let is_held = lab.held_work.try_with_untracked(Option::is_some).unwrap_or_default();
    let kept = lab.with_drafts(|history, drafts| {
        let kept = drafts.keep(history, now_ms(), draft_name);
        if !is_held {
            drafts.keep_work(&Keeper::Tab, history);
        }
        let is_renamed = kept.as_ref().is_ok_and(|it| it.apart);
        (is_renamed, kept)
    });
    match kept {
        Some(Ok(kept)) => {
            lab.storage_trouble.try_set(None);
            if kept.apart {
                lab.went_apart.try_set(true);
            }
            lab.leaving_draft.try_set(kept.leaving);
        }
        Some(Err(trouble)) => {
            let has_work = lab.try_with_history(|it| !it.past().is_empty()).unwrap_or_default();
            lab.storage_trouble.try_set(Some(trouble).filter(|_| has_work));
        }
        None => {}
    }
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
        Err(Refused::Trouble(Trouble::Blocked | Trouble::Full)) => Err(t.storage_blocked),
    }
}

/// Hands a draft to the reader as a file: its scenario, or all there is if that cannot be read.
pub fn save(lab: Lab, it: &Summary) {
    let text = lab.with_drafts(|_, drafts| (false, drafts.text(&it.draft))).and_then(Result::ok).flatten();
    let text = text.unwrap_or_default();
    match restore(&text) {
        Ok(restored) => {
            let name = file_name(&it.title, "scenario", "json");
            files::save(&name, "application/json", &scenario::write(&restored.history.now().scenario));
        }
        Err(_) => files::save("draft.json", "application/json", &text),
    }
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
