//! The ways on from Home.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::gallery::title_of;
use super::state::ToyState;
use super::words;
use crate::scenario::compare::changes;
use crate::ui::state::{Lab, texts};

/// The preset behind the door to the lab.
const LAB_PRESET: &str = "rongcheng-rules";

/// Play on, open the lab, take a lesson, see many lives, and continue with what is open there.
#[component]
pub fn Doors() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().home;
    let draft = Memo::new(move |_| {
        let n_changes = lab.document.with(|it| changes(&it.baseline, &it.scenario).len());
        let is_open = n_changes > 0 || lab.with_history(|it| !it.past().is_empty());
        is_open.then(|| (lab.with_scenario(|it| it.title.clone()), n_changes))
    });
    let resume = move || {
        let (title, n_changes) = draft.get()?;
        Some(view! { <Door href="#/lab" title=t.resume note=(t.resume_note)(&title, n_changes) /> })
    };
    view! {
        <section class="doors" aria-labelledby="doors-title">
            <h2 id="doors-title" class="visually-hidden">{t.doors}</h2>
            <PlayDoor />
            {resume}
            <Door href=format!("#/lab?preset={LAB_PRESET}") title=t.lab
                note=(t.lab_note)(&title_of(LAB_PRESET).unwrap_or_default()) />
            <Door href="#/learn" title=t.learn note=t.learn_note.to_owned() />
            <Door href="#/society" title=t.society note=t.society_note.to_owned() />
        </section>
    }
}

/// A way to another page.
#[component]
fn Door(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Its name.
    title: &'static str,
    /// What is behind it.
    note: String,
) -> impl IntoView {
    view! {
        <article class="card door">
            <h3 class="card-title"><a href=href>{title}</a></h3>
            <p>{note}</p>
        </article>
    }
}

/// Back up to the toy.
#[component]
fn PlayDoor() -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let note = move || {
        toy.read(|toy| {
            let name = words::name(toy);
            match toy.n_pressed() {
                0 => (t.play_note)(&name),
                _ if toy.is_over() => (t.play_note_over)(&name),
                _ => (t.play_note_later)(&name, toy.today()),
            }
        })
    };
    let to_presses = move |_| {
        let presses = document().get_element_by_id("presses").and_then(|it| it.query_selector("button").ok().flatten());
        if let Some(button) = presses.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            button.focus().ok();
        }
    };
    view! {
        <article class="card door">
            <h3 class="card-title"><button on:click=to_presses>{t.play}</button></h3>
            <p>{note}</p>
        </article>
    }
}
