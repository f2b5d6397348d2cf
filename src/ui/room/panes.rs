//! What takes the place of the step on a projector: the class, the way for students' devices, the list of keys.

use leptos::html;
use leptos::prelude::*;

use super::class::ClassPanel;
use super::desk::{Deed, Desk, Pane};
use super::opened::address;
use crate::ui::learn::{Playing, Words};
use crate::ui::share::QrCode;
use crate::ui::state::{Lab, texts};

/// What is shown instead of the step; nothing, if the step is shown.
#[component]
pub fn Panes(
    /// What is shown.
    desk: Desk,
) -> impl IntoView {
    let t = &texts().room;
    let question = Playing::get().step().ask.as_ref().map(|it| it.question().to_owned()).unwrap_or_default();
    let pane = move |title: AnyView, inside: AnyView| {
        view! {
            <section class="present-pane" aria-labelledby="present-pane">
                <h2 id="present-pane" tabindex="-1">{title}</h2>
                {inside}
                <p><button type="button" class="btn" on:click=move |_| desk.act(Deed::Leave)>{t.to_step}</button></p>
            </section>
        }
        .into_any()
    };
    move || match desk.pane.get() {
        Pane::Step => ().into_any(),
        Pane::Class => {
            let room = desk.room;
            let title = view! { <Words text=question.clone() /> }.into_any();
            pane(title, view! { <ClassPanel room first=None /> }.into_any())
        }
        Pane::Qr => pane(t.qr_title.into_any(), view! { <ForStudents desk /> }.into_any()),
        Pane::Keys => pane(t.keys_title.into_any(), view! { <Keys desk /> }.into_any()),
    }
}

/// The code of the step for students, as large as the screen allows.
#[component]
fn ForStudents(desk: Desk) -> impl IntoView {
    let link = address(&desk.for_students());
    view! {
        <div class="present-qr">
            <QrCode text=link.clone() />
            <div>
                <p class="present-link">{link}</p>
                <p class="note">{texts().room.qr_note}</p>
            </div>
        </div>
    }
}

/// The keys, and the button that begins with another class.
#[component]
fn Keys(desk: Desk) -> impl IntoView {
    let t = &texts().room;
    let lab = Lab::get();
    let row = |(keys, deed): &'static (&'static [&'static str], &'static str)| {
        let keys = keys.iter().map(|it| view! { <kbd class="kbd">{*it}</kbd>" " }).collect_view();
        view! { <tr><td>{keys}</td><td>{*deed}</td></tr> }
    };
    let fresh = move |_| {
        desk.room.clear_lesson();
        lab.announce(t.fresh_done);
    };
    view! {
        <table class="table table-quiet present-keys">
            <thead><tr><th scope="col">{texts().shell.keys}</th><th scope="col">{texts().shell.what_they_do}</th></tr></thead>
            <tbody>{t.key_rows.iter().map(row).collect_view()}</tbody>
        </table>
        <p class="note">{t.fresh_note}</p>
        <p><button type="button" class="btn" on:click=fresh>{t.fresh}</button></p>
    }
}

/// The black screen. Any key or touch lifts it.
#[component]
pub fn Black(
    /// What is shown.
    desk: Desk,
) -> impl IntoView {
    let screen = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(it) = screen.get().filter(|_| desk.dark.get_untracked()) {
            // Refused only if it is gone again.
            it.focus().ok();
        }
    });
    view! {
        <Show when=move || desk.dark.get()>
            <div class="present-black" role="dialog" aria-modal="true" aria-label=texts().room.black_label tabindex="-1"
                node_ref=screen on:click=move |_| desk.lighten()></div>
        </Show>
    }
}
