//! All codes as a link, for another device; and how they are forgotten.

use leptos::html;
use leptos::prelude::*;

use super::kept::Room;
use super::opened::address;
use crate::editor::Route;
use crate::scenario::link::{Fits, fits};
use crate::ui::kit::clipboard;
use crate::ui::share::QrCode;
use crate::ui::state::{Lab, texts};

/// The link with its code, and the button that forgets everything.
#[component]
pub fn Carry(
    /// The class.
    room: Room,
) -> impl IntoView {
    let t = &texts().room;
    let lab = Lab::get();
    let open = RwSignal::new(false);
    let link = Memo::new(move |_| {
        let (lesson, step) = room.names();
        address(&Route::Class(lesson, step, room.codes()))
    });
    let inside = move || {
        open.get().then(|| {
            let link = link.get();
            let is_short = matches!(fits(link.len()), Fits::Qr | Fits::Chat);
            let qr = is_short.then(|| view! { <div class="give-qr"><QrCode text=link.clone() /></div> });
            let long = (!is_short).then_some(texts().share.qr_too_long);
            view! {
                <p class="note">{t.carry_note}</p>
                <Copy link />
                {qr}
                <p class="note">{long}</p>
            }
        })
    };
    let clear = move |_| {
        room.clear();
        lab.announce(t.cleared);
    };
    view! {
        <div class="room-carry">
            <details class="fold" on:toggle:target=move |event| open.set(event.target().open())>
                <summary>{t.carry}</summary>
                {inside}
            </details>
            <p><button type="button" class="btn btn-quiet" on:click=clear>{t.clear}</button></p>
        </div>
    }
}

/// The link in a field, with a button that copies it.
#[component]
fn Copy(link: String) -> impl IntoView {
    let t = &texts().share;
    let told = RwSignal::new("");
    let field = NodeRef::<html::Input>::new();
    let text = StoredValue::new(link.clone());
    let copy = move |_| {
        clipboard::copy(text.get_value(), move |done| {
            if !done && let Some(Some(it)) = field.try_get_untracked() {
                it.select();
            }
            told.try_set(if done { t.copied } else { t.copy_failed });
        });
    };
    view! {
        <div class="row share-link">
            <input type="text" class="input" readonly aria-label=t.link prop:value=link node_ref=field
                on:focus:target=|event| event.target().select() />
            <button type="button" class="btn" on:click=copy>{t.copy}</button>
            <span class="note" role="status">{told}</span>
        </div>
    }
}
