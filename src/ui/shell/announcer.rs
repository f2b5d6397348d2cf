//! Tells a screen reader what changed.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::editor::Document;
use crate::editor::telling::{SETTLED_MS, Telling};
use crate::scenario::Scenario;
use crate::scenario::compare::changes;
use crate::ui::lab::life::Seen;
use crate::ui::state::{Lab, now_ms, texts};

/// How long an announcement waits for a later one to take its place.
const PATIENCE: Duration = Duration::from_millis(350);
/// How long after an edit it is asked whether it has settled.
const SETTLED: Duration = Duration::from_millis(SETTLED_MS as u64 + 20);

/// A live region that says the last announcement once things are quiet, also if it is the same as the one before.
#[component]
pub fn Announcer() -> impl IntoView {
    let lab = Lab::get();
    tell_edits(lab);
    let spoken = RwSignal::new(String::new());
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        let text = lab.announcement.get();
        if let Some(handle) = waiting.flatten() {
            handle.clear();
        }
        if text.is_empty() {
            return None;
        }
        let speak = move || {
            // A region whose text stays the same stays silent.
            let again = spoken.try_with_untracked(|it| *it == text).unwrap_or(false);
            spoken.try_set(if again { format!("{text}\u{a0}") } else { text.clone() });
        };
        set_timeout_with_handle(speak, PATIENCE).ok()
    });
    view! { <div class="visually-hidden" role="status" aria-live="polite">{spoken}</div> }
}

/// What stood before an edit: the document, and how the life that is looked at stood.
type Before = (Arc<Scenario>, String);

/// Tells of each edit once it has settled, if nobody told of it at once.
fn tell_edits(lab: Lab) {
    let telling = StoredValue::new(Telling::<Before>::default());
    Effect::new(move |_| {
        lab.announcement.track();
        telling.try_update_value(|it| it.told(now_ms()));
    });
    let tell = move || {
        let Some((before, stood)) = telling.try_update_value(|it| it.due(now_ms())).flatten() else { return };
        let Some(now) = lab.document.try_get_untracked() else { return };
        let edit = (texts().changes.settled)(&before, &now.scenario, &changes(&before, &now.scenario));
        let standing = standing(lab);
        if !edit.is_empty() {
            lab.announce(if standing == stood { edit } else { format!("{edit} {standing}").trim_end().to_owned() });
        }
    };
    Effect::new(move |earlier: Option<(Document, String, Option<TimeoutHandle>)>| {
        let (now, stands) = (lab.document.get(), standing(lab));
        let Some((before, stood, waiting)) = earlier else { return (now, stands, None) };
        if let Some(handle) = waiting {
            handle.clear();
        }
        // Another document is no edit.
        let is_edit = before.draft == now.draft && Arc::ptr_eq(&before.baseline, &now.baseline);
        if !is_edit || Arc::ptr_eq(&before.scenario, &now.scenario) {
            telling.set_value(Telling::default());
            return (now, stands, None);
        }
        telling.update_value(|it| it.edited((before.scenario, stood), now_ms()));
        (now, stands, set_timeout_with_handle(tell, SETTLED).ok())
    });
}

/// How the life that the lab shows stands at its end, in words; empty where no life is shown or none follows.
fn standing(lab: Lab) -> String {
    untrack(|| {
        let subject = lab.subject();
        let seen = (!lab.is_society()).then(|| lab.shown.with(|it| Seen::of(it, &subject)));
        let words =
            |it: Seen| (texts().changes.settled_life)(it.name(), &it.standing_words(it.case().last), it.has_score());
        seen.flatten().map(words).unwrap_or_default()
    })
}
