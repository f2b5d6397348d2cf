//! Codes of answers are taken in: typed, pasted, or from another tab of this browser.

use leptos::ev;
use leptos::prelude::*;

use super::kept::{Added, Room};
use crate::scenario::plain::clean;
use crate::ui::state::texts;

/// Under this name a tab hands codes to the other tabs of the browser. They are taken out at once.
const HANDED: &str = "scl.class";

/// The field, and what became of what was given.
#[component]
pub fn Codes(
    /// The class.
    room: Room,
    /// What became of codes that came with the address.
    #[prop(optional)]
    first: Option<Added>,
) -> impl IntoView {
    let t = &texts().room;
    let typed = RwSignal::new(String::new());
    let added = RwSignal::new(first);
    let listener = window_event_listener(ev::storage, move |event| {
        let text = event.new_value().filter(|_| event.key().as_deref() == Some(HANDED));
        let parts = text.as_deref().and_then(|it| it.split_once(' '));
        if let Some((_, codes)) = parts.filter(|it| room.names() == names(it.0)) {
            added.try_set(Some(room.add(codes)));
        }
    });
    on_cleanup(move || listener.remove());
    let take = move || {
        let text = typed.get_untracked();
        if !text.trim().is_empty() {
            added.set(Some(room.add(&clean(&text))));
            typed.set(String::new());
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() {
            event.prevent_default();
            take();
        }
    };
    let told = move || added.with(|it| it.as_ref().map(|it| (t.added)(it.counted, it.doubled, it.refused.len())));
    let refused = move || {
        let row = |(code, why): (String, _)| {
            view! { <li><code>{code}</code>" "{(t.misread)(why)}</li> }
        };
        let list = added.with(|it| it.as_ref().map(|it| it.refused.clone()).unwrap_or_default());
        (!list.is_empty()).then(|| view! { <ul class="room-refused">{list.into_iter().map(row).collect_view()}</ul> })
    };
    let n = move || room.codes().len();
    view! {
        <section class="room-codes" aria-labelledby="room-codes">
            <h3 id="room-codes">{t.codes}</h3>
            <p class="note">{t.codes_note}</p>
            <form class="room-form" on:submit=move |event| { event.prevent_default(); take(); }>
                <label class="field-label" for="room-code">{t.codes_label}</label>
                <textarea class="textarea" id="room-code" rows="2" autocomplete="off" spellcheck="false" autocapitalize="characters"
                    aria-describedby="room-code-hint" prop:value=typed on:keydown=keys
                    on:input:target=move |event| typed.set(event.target().value())></textarea>
                <p class="field-hint" id="room-code-hint">{t.codes_hint}</p>
                <p class="row"><button type="submit" class="btn">{t.codes_add}</button>
                    <span role="status">{told}</span></p>
            </form>
            {refused}
            <p class="room-count"><strong class="nums">{n}</strong>" "{move || (t.codes_counted)(n())}</p>
        </section>
    }
}

/// Hands codes to the other tabs of this browser, in which the same class may be open.
pub fn hand_on(room: Room, codes: &[String]) {
    let (lesson, step) = room.names();
    // Where the browser does not allow it, each tab counts on its own.
    if let Some(storage) = window().local_storage().ok().flatten() {
        storage.set_item(HANDED, &format!("{lesson}/{step} {}", codes.join(","))).ok();
        storage.remove_item(HANDED).ok();
    }
}

fn names(place: &str) -> (String, String) {
    let (lesson, step) = place.split_once('/').unwrap_or((place, ""));
    (lesson.to_owned(), step.to_owned())
}
