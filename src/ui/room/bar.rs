//! The bar at the foot of the projector: every key as a button.

use leptos::prelude::*;

use super::desk::{Deed, Desk, Pane};
use crate::ui::state::texts;

/// The bar.
#[component]
pub fn Bar(
    /// What can be done.
    desk: Desk,
) -> impl IntoView {
    let t = &texts().room;
    let off = |it: bool| it.then_some("true");
    let is_pane = move |pane: Pane| move || (desk.pane.get() == pane).to_string();
    let left = move || (t.clock)(desk.clock.left.get());
    let asks = desk.asks;
    view! {
        <div class="present-bar" role="group" aria-label=t.controls inert=move || desk.dark.get()>
            <button type="button" class="btn" aria-keyshortcuts="PageUp" aria-disabled=off(desk.way(-1).is_none())
                on:click=move |_| desk.act(Deed::Back)>{t.back}</button>
            <button type="button" class="btn" aria-keyshortcuts="PageDown" aria-disabled=off(desk.way(1).is_none())
                on:click=move |_| desk.act(Deed::Next)>{t.next}</button>
            <button type="button" class="btn btn-primary present-reveal" aria-keyshortcuts="r" aria-disabled=off(!asks)
                aria-pressed=move || asks.then(|| desk.room.revealed().to_string())
                on:click=move |_| desk.act(Deed::Reveal)>{t.reveal}</button>
            <button type="button" class="btn present-timer" aria-keyshortcuts="t"
                aria-pressed=move || desk.clock.runs().to_string() data-over=move || off(desk.clock.is_over())
                on:click=move |_| desk.act(Deed::Timer)>{t.timer}" "<span class="nums">{left}</span></button>
            <button type="button" class="btn" aria-keyshortcuts="c" aria-disabled=off(!asks)
                aria-pressed=is_pane(Pane::Class) on:click=move |_| desk.act(Deed::Pane(Pane::Class))>{t.class}</button>
            <button type="button" class="btn" aria-keyshortcuts="q" aria-pressed=is_pane(Pane::Qr)
                on:click=move |_| desk.act(Deed::Pane(Pane::Qr))>{t.qr}</button>
            <button type="button" class="btn" aria-keyshortcuts="b" on:click=move |_| desk.act(Deed::Black)>{t.black}</button>
            <button type="button" class="btn" aria-keyshortcuts="?" aria-pressed=is_pane(Pane::Keys)
                on:click=move |_| desk.act(Deed::Pane(Pane::Keys))>{t.keys}</button>
            <a class="btn" href=desk.for_students().to_string()>{t.leave}</a>
        </div>
    }
}
