//! Several rulebooks on the same lives.
//!
//! - [`side`]: one rulebook with what it makes of the people and events of the open scenario;
//! - [`chooser`]: which rulebooks, whose life;
//! - [`lines`] and [`table`]: the lives on one ground, times on lists, and both as tables;
//! - [`verdicts`]: who is put above whom, and who is penalised here and rewarded there;
//! - [`mechanisms`]: the four mechanisms that are often taken for one;
//! - [`facts`]: what the sources say of each system, point by point.

mod chooser;
mod facts;
mod lines;
mod mechanisms;
mod side;
mod table;
mod verdicts;

use leptos::prelude::*;

use crate::editor::Route;
use crate::editor::route::{is_rulebook, near_presets};
use crate::engine::model::SubjectIdx;
use crate::scenario::mark::Mark;
use crate::ui::senseless::Senseless;
use crate::ui::state::{Lab, texts};
use side::{OPEN, Sides, default_choice};

/// The page.
#[component]
pub fn ComparePage(
    /// The rulebooks that the address names; the page chooses, if it names none.
    with: Vec<String>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().compare;
    let (known, unknown): (Vec<String>, Vec<String>) = with.into_iter().partition(|it| is_rulebook(it));
    // Nothing is put in the place of a name that nobody knows.
    let first = if known.is_empty() && unknown.is_empty() { default_choice(lab) } else { known };
    let chosen = RwSignal::new(first);
    let lost = move |name: String| {
        let (near, are_like) = near_presets(&name);
        let near: Vec<&str> = if are_like { near.iter().map(|it| it.id).collect() } else { Vec::new() };
        view! { <p class="notice" data-kind="warn" role="status"><span>{(t.lost)(&name, &near)}</span></p> }
    };
    let is_changed = Memo::new(move |_| lab.mark() == Mark::Changed);
    let sides = Memo::new(move |_| lab.shown.with(|it| chosen.with(|ids| Sides::of(it, ids, is_changed.get()))));
    let is_there = Memo::new(move |_| {
        sides.with(|it| match it.all.is_empty() {
            true => Some(t.none),
            false if it.cast.is_empty() => Some(t.nobody),
            false => None,
        })
    });
    let subject = Memo::new(move |_| whose(lab, &sides.read()));
    view! {
        <div class="page page-wide compare-page"><div class="stack-lg">
            <div class="stack">
                <h1>{t.title}</h1>
                <p class="lede">{t.lede}</p>
            </div>
            {move || (lab.is_stale() && !lab.cannot_compute()).then(|| view! { <p class="notice" data-kind="warn"><span>{t.broken}</span></p> })}
            {unknown.into_iter().map(lost).collect_view()}
            <chooser::Chooser chosen sides />
            {move || match is_there.get() {
                _ if lab.cannot_compute() => view! { <Senseless /> }.into_any(),
                Some(words) => view! { <p class="empty">{words}</p> }.into_any(),
                None => view! {
                    <lines::Lines sides subject />
                    <verdicts::Ranks sides />
                    <verdicts::Contradictions sides />
                }.into_any(),
            }}
            <mechanisms::Mechanisms />
            <facts::Facts sides />
            <p><a class="btn btn-primary" href="#/lab">{t.to_lab}</a></p>
        </div></div>
    }
}

/// Whose life is shown: the chosen subject, or the first.
fn whose(lab: Lab, sides: &Sides) -> SubjectIdx {
    let id = lab.subject();
    sides.cast.iter().position(|it| it.0 == id).unwrap_or_default()
}

/// Writes the chosen rulebooks into the address, without going anywhere.
fn note_in_address(ids: &[String]) {
    let address = Route::Compare(ids.to_vec()).to_string();
    let history = window().history().ok();
    // Refused only by a browser that is closing the page.
    history.and_then(|it| it.replace_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(&address)).ok());
}

/// Whether an id stands for the open scenario.
fn is_open(id: &str) -> bool {
    id == OPEN
}
