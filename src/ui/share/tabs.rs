//! The other tabs of this browser: whether one of them has the same draft open.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::editor::tabs::{PATIENCE_MS, Tabs};
use crate::ui::state::{Lab, draft_name};

/// Where the tabs hear each other.
const CHANNEL: &str = "scl.tabs";

/// Whether another tab has the open draft open too. Asked when a draft is opened here, and whenever this tab is looked at
/// again; where tabs cannot hear each other, it is told with the next edit.
pub fn watch(lab: Lab) -> ReadSignal<bool> {
    let (elsewhere, set) = signal(false);
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return elsewhere };
    let channel = StoredValue::new_local(channel);
    let tabs = StoredValue::new(Tabs::new(draft_name()));
    let settle = move || {
        if let Some(now) =
            tabs.try_with_value(Tabs::is_elsewhere).filter(|it| elsewhere.try_get_untracked() != Some(*it))
        {
            set.try_set(now);
        }
    };
    let tell = move |words: Vec<String>| {
        for it in words {
            // Refused only by a page that is being closed.
            channel.try_with_value(|channel| channel.post_message(&JsValue::from_str(&it)).ok());
        }
        settle();
        let waited = move || {
            tabs.try_update_value(Tabs::waited);
            settle();
        };
        set_timeout(waited, Duration::from_millis(u64::from(PATIENCE_MS)));
    };
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let words = event.data().as_string().unwrap_or_default();
        match tabs.try_update_value(|it| it.hears(&words)).flatten() {
            Some(answer) => tell(vec![answer]),
            None => settle(),
        }
    });
    channel.with_value(|it| it.set_onmessage(Some(hear.as_ref().unchecked_ref())));
    hear.forget();

    let draft = Memo::new(move |_| lab.document.with(|it| it.is_changed().then(|| it.draft.clone())));
    Effect::new(move |_| {
        let draft = draft.get();
        if let Some(words) = tabs.try_update_value(|it| it.opens(draft)).filter(|it| !it.is_empty()) {
            tell(words);
        }
    });
    let ask = move || tell(tabs.try_update_value(Tabs::asks).flatten().into_iter().collect());
    let seen = window_event_listener(ev::visibilitychange, move |_| {
        if !document().hidden() {
            ask();
        }
    });
    // A page that comes back as it was has heard nothing meanwhile.
    let shown = window_event_listener(ev::pageshow, move |_| ask());
    let left = window_event_listener(ev::pagehide, move |_| {
        if let Some(words) = tabs.try_with_value(Tabs::leaves).flatten() {
            channel.try_with_value(|channel| channel.post_message(&JsValue::from_str(&words)).ok());
        }
    });
    on_cleanup(move || {
        seen.remove();
        shown.remove();
        left.remove();
    });
    elsewhere
}
