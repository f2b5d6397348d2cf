//! The button beside a table.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::{Asked, Pins, origin, read};
use crate::editor::Document;
use crate::editor::claims::{Grid, Place, Run};
use crate::ui::state::{Lab, texts};

/// A button with which a number of a table can be pinned. It stands near its table: the table is the first one in the
/// nearest element around the button that has one.
#[component]
pub fn PinButton(
    /// What sort of page it is.
    #[prop(default = Place::Life)]
    place: Place,
    /// Which table, if the first one near the button is another, as CSS.
    #[prop(default = "table")]
    table: &'static str,
    /// The numbers, where they stand in no table, and what they are about.
    #[prop(optional)]
    given: Option<Signal<(String, Grid)>>,
    /// The document behind the table, if it is not the open one.
    #[prop(optional)]
    document: Option<Signal<Option<Document>>>,
    /// How the numbers were counted, if they were.
    #[prop(optional)]
    run: Option<Signal<Option<Run>>>,
    /// Whether the numbers are older than the open scenario.
    #[prop(optional)]
    stale: Option<Signal<bool>>,
) -> impl IntoView {
    let (lab, pins, t) = (Lab::get(), Pins::get(), &texts().claims);
    let press = move |event: web_sys::MouseEvent| {
        let pressed = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let found = pressed.and_then(|it| read::table_near(&it, table));
        let (figure, grid) = match given {
            Some(given) => given.get_untracked(),
            None => found.map(|it| (read::title_of(&it), read::grid(&it))).unwrap_or_default(),
        };
        let document = match document {
            Some(it) => it.get_untracked(),
            None => Some(lab.document.get_untracked()),
        };
        let run = run.and_then(|it| it.get_untracked());
        // The scenario behind numbers on their own page is never the open one, so it cannot be older.
        let stale = stale.map_or_else(|| place == Place::Life && untrack(|| lab.is_stale()), |it| it.get_untracked());
        let origin = untrack(|| origin::of(lab, place, figure, document, run));
        pins.asked.set(Asked { grid, origin: Some(origin), stale });
        pins.open.set(true);
    };
    let words = if given.is_some() { t.pin_this } else { t.pin };
    view! {
        <p class="pin" data-print="no">
            <button type="button" class="btn btn-sm btn-quiet pin-button" aria-haspopup="dialog" on:click=press>{words}</button>
        </p>
    }
}
