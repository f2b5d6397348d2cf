//! The line of the life on the ground of the bands, with the finding above it.

use leptos::prelude::*;

use super::overlay::{Axes, Marks, Tip};
use super::picture::Picture;
use super::state::ToyState;
use super::words;

/// The chart. What it shows is said by its caption and by the table below the buttons; the picture itself is decoration.
#[component]
pub fn ToyChart() -> impl IntoView {
    let toy = ToyState::get();
    let picture = Memo::new(move |_| toy.read_scene(Picture::at));
    let svg = move || picture.with(|it| toy.read_scene(|scene, _| it.as_ref().map(|it| it.draw(scene))).flatten());
    view! {
        <figure class="toy-chart">
            <figcaption class="toy-finding">{move || toy.read(words::finding)}</figcaption>
            <div class="toy-plot" aria-hidden="true">
                <div class="toy-ground" inner_html=move || svg().unwrap_or_default()></div>
                <Axes picture />
                <Marks picture />
                <Tip picture />
            </div>
        </figure>
    }
}
