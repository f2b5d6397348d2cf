//! The letter that a subject would get, at each transparency.

use leptos::prelude::*;

use super::step::fresh_name;
use crate::ui::lab::ask::letter::LetterPanel;
use crate::ui::lab::life::{Hover, Seen};
use crate::ui::state::{Lab, texts};

/// The letter to the subject that is looked at.
#[component]
pub fn LetterStage() -> impl IntoView {
    let lab = Lab::get();
    let seen = Seen::now(lab);
    let cursor = Hover::get().day(lab);
    let id = fresh_name();
    let title = move || seen.with(|it| it.as_ref().map(|it| (texts().stage.letter_to)(it.name())));
    view! {
        <section class="stage-part" role="group" aria-labelledby=id>
            <h3 id=id.clone()>{title}</h3>
            <LetterPanel seen cursor />
        </section>
    }
}
