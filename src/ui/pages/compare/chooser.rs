//! Which rulebooks are compared, and whose life is shown.

use std::sync::Arc;

use leptos::prelude::*;

use super::side::{OPEN, Side, Sides};
use super::{is_open, note_in_address};
use crate::editor::route::COMPARED;
use crate::scenario::presets;
use crate::ui::state::{Lab, texts};

/// The rulebooks with a button to take each away, a choice of others, and the subjects.
#[component]
pub fn Chooser(
    /// The ids of the chosen rulebooks.
    chosen: RwSignal<Vec<String>>,
    /// What follows from them.
    sides: Memo<Sides>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().compare;
    // A choice alone does nothing yet: with the keyboard one walks through the others to get to one.
    let wanted = RwSignal::new(String::new());
    let set = move |ids: Vec<String>, said: String| {
        note_in_address(&ids);
        chosen.set(ids);
        wanted.set(String::new());
        lab.announce(said);
    };
    let remove = move |id: String, title: String| {
        let mut ids = chosen.get_untracked();
        ids.retain(|it| *it != id);
        set(ids, (t.removed)(&title));
        focus_add();
    };
    let name = |side: &Side| if is_open(&side.id) { (t.open)(&side.title) } else { side.title.clone() };
    let slot = move |side: Arc<Side>| {
        let title = side.title.clone();
        let label = (t.remove)(&title);
        let id = side.id.clone();
        view! {
            <li class="compare-slot">
                <LineKey nth=side.nth /><span>{name(&side)}</span>
                <button type="button" class="btn btn-sm btn-quiet btn-icon" aria-label=label
                    on:click=move |_| remove(id.clone(), title.clone())>"×"</button>
            </li>
        }
    };
    let open_title = move || lab.shown.with(|it| it.scenario.title.clone());
    // The presets that are not chosen yet, and the open scenario if it was taken away.
    let listed = presets::ALL.iter().filter(|it| it.listed && it.id != "blank");
    let listed = listed.filter_map(|it| Some((it.id.to_owned(), it.scenario().ok()?.title)));
    let listed = StoredValue::new(listed.collect::<Vec<_>>());
    let options = Memo::new(move |_| {
        let ids = chosen.get();
        let own = (OPEN.to_owned(), (t.open)(&open_title()));
        let all = std::iter::once(own).chain(listed.try_get_value().unwrap_or_default());
        all.filter(|it| !ids.contains(&it.0)).collect::<Vec<_>>()
    });
    let is_full = move || chosen.with(|it| it.len() >= COMPARED);
    let add = move |_| {
        let id = wanted.get_untracked();
        let found = options.with_untracked(|it| it.iter().find(|it| it.0 == id).cloned());
        if let Some((id, title)) = found {
            let mut ids = chosen.get_untracked();
            ids.push(id);
            set(ids, (t.added)(&title));
            focus_add();
        }
    };
    let rows = move || {
        let row = |(id, title): (String, String)| view! { <option value=id>{title}</option> };
        options.get().into_iter().map(row).collect_view()
    };
    view! {
        <section aria-labelledby="compare-rulebooks" class="stack">
            <h2 id="compare-rulebooks">{t.rulebooks}</h2>
            <ul role="list" class="compare-slots">{move || sides.with(|it| it.all.iter().cloned().map(slot).collect_view())}</ul>
            <div class="row compare-add">
                <select class="select" id="compare-add" aria-label=t.add prop:value=wanted
                    on:change:target=move |event| wanted.set(event.target().value())>
                    <option value="">{t.add_choose}</option>{rows}
                </select>
                <button type="button" class="btn" on:click=add
                    disabled=move || is_full() || wanted.with(String::is_empty)>{t.add_chosen}</button>
                <span class="note">{move || is_full().then_some(t.full)}</span>
            </div>
            <p class="muted">{move || sides.with(|it| (!it.title.is_empty()).then(|| (t.people)(&it.title)))}</p>
            <Subjects sides />
        </section>
    }
}

/// The subjects, one button each.
#[component]
fn Subjects(
    /// What is compared.
    sides: Memo<Sides>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().common;
    // The buttons stay where they are when another is chosen: only their state changes.
    let cast = Memo::new(move |_| {
        sides.track();
        lab.with_scenario(|it| it.cast.iter().map(|it| (it.id.clone(), it.name.clone())).collect::<Vec<_>>())
    });
    let button = move |(id, name): (String, String)| {
        let (own, to_choose) = (id.clone(), id);
        let pressed = move || if lab.subject() == own { "true" } else { "false" };
        view! { <button type="button" class="btn" aria-pressed=pressed on:click=move |_| lab.choose_subject(&to_choose)>{name}</button> }
    };
    view! {
        <div class="subjects" role="group" aria-label=t.life_of>
            <span class="muted">{t.life_of}</span>
            {move || cast.get().into_iter().map(button).collect_view()}
        </div>
    }
}

/// A short piece of a rulebook's line.
#[component]
pub fn LineKey(
    /// Its number.
    nth: usize,
) -> impl IntoView {
    view! {
        <svg class="compare-key" data-line=(nth + 1).to_string() viewBox="0 0 32 8" aria-hidden="true">
            <line x1="1" y1="4" x2="31" y2="4" />
        </svg>
    }
}

/// The button that had the focus is gone or does nothing any more: what comes next is the choice of another.
fn focus_add() {
    request_animation_frame(|| {
        use leptos::wasm_bindgen::JsCast as _;
        let found = document().get_element_by_id("compare-add");
        if let Some(it) = found.as_ref().and_then(|it| it.dyn_ref::<web_sys::HtmlElement>()) {
            it.focus().ok();
        }
    });
}
