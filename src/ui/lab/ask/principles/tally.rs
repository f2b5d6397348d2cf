//! How the saved cases stand, in a line beside the life.

use leptos::prelude::*;

use super::super::super::life::focus_soon;
use super::super::Asked;
use crate::principles::expectations::tally;
use crate::ui::state::{Lab, texts};

/// How many saved cases there are and how many are not as expected, if there are any.
pub fn counted(lab: Lab) -> Memo<Option<(usize, usize)>> {
    Memo::new(move |_| {
        lab.shown.with(|it| {
            let outcome = it.outcome.as_ref().filter(|_| !it.scenario.expectations.is_empty())?;
            Some(tally(&it.scenario, outcome))
        })
    })
}

/// A line that leads to the saved cases; nothing as long as there are none.
#[component]
pub fn TallyLine() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().principles;
    let counted = counted(lab);
    let asked = Asked::get();
    let go = move |_| {
        asked.open(Asked::PRINCIPLES);
        focus_soon("saved-cases-title");
    };
    view! {
        <div class="tally-line" role="status">
            {move || counted.get().map(|(n, broken)| view! {
                <button type="button" class="verdict link" data-state={if broken == 0 { "kept" } else { "broken" }} on:click=go>
                    {(t.tally_link)(n, broken)}
                </button>
            })}
        </div>
    }
}
