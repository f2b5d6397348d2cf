//! The reform shelf: every safeguard a switch. Those that the rulebook has already are on and cannot be moved.

use leptos::prelude::*;

use super::stage::Stage;
use crate::scenario::doc::Reform;
use crate::scenario::society::is_on;
use crate::ui::state::texts;

/// The shelf.
#[component]
pub fn Shelf() -> impl IntoView {
    let stage = Stage::get();
    let lab = stage.lab;
    let t = &texts().society.shelf;
    let count = move || lab.with_scenario(|it| it.society.reform.len());
    // Asked once for all, for each question makes a scenario of its own.
    let there = Memo::new(move |_| {
        lab.with_scenario(|it| Reform::ALL.into_iter().filter(|which| is_on(it, *which)).collect::<Vec<_>>())
    });
    let clear = move |_| lab.edit("society/reform", |it| it.society.reform.clear());
    view! {
        <section class="society-shelf" aria-labelledby="society-shelf">
            <h2 id="society-shelf">{t.title}</h2>
            <p class="note">{t.lead}</p>
            <ul class="plain">{Reform::ALL.map(|which| view! { <Safeguard which there /> }).into_iter().collect_view()}</ul>
            <div class="row">
                <p class="note" role="status">{move || (t.on)(count())}</p>
                <button type="button" class="btn btn-sm" hidden=move || count() == 0 on:click=clear>{t.none}</button>
            </div>
        </section>
    }
}

/// One safeguard.
#[component]
fn Safeguard(
    /// Which.
    which: Reform,
    /// Those that the rulebook has.
    there: Memo<Vec<Reform>>,
) -> impl IntoView {
    let lab = Stage::get().lab;
    let t = &texts().society.shelf;
    let (name, what) = (t.reform)(which);
    let is_there = Memo::new(move |_| there.with(|it| it.contains(&which)));
    let is_on = Memo::new(move |_| is_there.get() || lab.with_scenario(|it| it.society.reform.contains(&which)));
    let set = move |on: bool| {
        lab.edit("society/reform", |it| {
            it.society.reform.retain(|it| *it != which);
            if on {
                it.society.reform.push(which);
                it.society.reform.sort();
            }
        });
        lab.end_gesture();
    };
    view! {
        <li class="society-safeguard">
            <label class="toggle toggle-end">
                <input type="checkbox" role="switch" prop:checked=is_on disabled=is_there
                    on:change:target=move |event| set(event.target().checked()) />
                <span>{name}<br /><span class="muted small">{move || if is_there.get() { t.already } else { what }}</span></span>
            </label>
        </li>
    }
}
