//! Home: the toy, the doors, the gallery.
//!
//! - [`state`]: the toy's state and its motion;
//! - [`picture`]: what is drawn at a moment of that motion;
//! - [`words`]: what the toy says, from its numbers;
//! - [`chart`], [`presses`], [`meaning`]: the parts of the toy;
//! - [`doors`], [`gallery`]: what is below it.

mod chart;
mod doors;
mod gallery;
mod life_table;
mod meaning;
mod overlay;
mod picture;
mod presses;
mod state;
mod way_back;
mod words;

use leptos::prelude::*;

use crate::ui::state::texts;

pub use gallery::title_of;
pub use state::ToyState;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let toy = ToyState::get();
    toy.open();
    let t = &texts().home;
    let name = move || toy.read(words::name).unwrap_or_default();
    view! {
        <div class="page page-wide home">
            <div class="toy">
                <header class="toy-head">
                    <h1>{t.title}</h1>
                    <p class="lede">{move || (t.fictional)(&name())}</p>
                </header>
                <chart::ToyChart />
                <presses::Presses />
                <meaning::Meaning />
            </div>
            <doors::Doors />
            <gallery::Gallery />
        </div>
    }
}
