//! What can happen next.

use leptos::prelude::*;

use super::life_table::LifeTable;
use super::overlay::sign;
use super::state::ToyState;
use super::words;
use crate::engine::Points;
use crate::ui::state::texts;

/// One button for each kind of event, and the two that go back.
#[component]
pub fn Presses() -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let kinds = Memo::new(move |_| toy.read(|it| it.kinds().len()).unwrap_or_default());
    let is_over = Memo::new(move |_| toy.read(|it| it.is_over()).unwrap_or_default());
    let is_fresh = Memo::new(move |_| toy.read(|it| it.n_pressed() == 0).unwrap_or(true));
    let over = move || {
        let day = toy.read(|it| it.scenario().last_day.0).filter(|_| is_over.get())?;
        Some(view! { <p class="toy-over">{(t.over)(day)}</p> })
    };
    // Not `disabled`: the focus would be lost with the last press.
    view! {
        <section class="toy-presses" aria-label=t.presses>
            <div class="toy-buttons" id="presses" role="group" aria-label=t.presses tabindex="-1">
                <For each=move || 0..kinds.get() key=|it| *it let:kind><Press kind is_over /></For>
            </div>
            <div class="toy-back">
                <button class="btn btn-quiet" aria-disabled=move || is_fresh.get().then_some("true")
                    on:click=move |_| { toy.undo(); }>{t.undo}</button>
                <button class="btn btn-quiet" aria-disabled=move || is_fresh.get().then_some("true")
                    on:click=move |_| toy.begin_again()>{t.again}</button>
                {over}
            </div>
            <LifeTable />
        </section>
    }
}

/// A button that lets one thing happen. It shows what that gave or took the last time; before, nothing is told.
#[component]
fn Press(
    /// The place of the kind in the scenario.
    kind: usize,
    /// Whether the account is full.
    #[prop(into)]
    is_over: Signal<bool>,
) -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let label = move || toy.read(|it| it.kinds().get(kind).map(words::kind_with_default)).flatten();
    let points = Memo::new(move |_| toy.read(|it| it.last_points(kind)).flatten());
    let class = |it: Points| match sign(it) {
        "gain" => "press-points gain",
        "loss" => "press-points loss",
        _ => "press-points muted",
    };
    let figure = move || match points.get() {
        Some(it) => view! { <span class=class(it)>{(texts().common.signed)(it)}</span> }.into_any(),
        None => view! {
            <span class="press-points muted"><span aria-hidden="true">"?"</span>
            <span class="visually-hidden">{t.unknown_points}</span></span>
        }
        .into_any(),
    };
    view! {
        <button class="btn btn-event" data-sign=move || points.get().map_or("unknown", sign)
            aria-disabled=move || is_over.get().then_some("true") on:click=move |_| toy.press(kind)>
            <span class="press-words">{label}</span>
            {figure}
        </button>
    }
}
