//! What is questionable about a rulebook, and its safeguards.
//!
//! - [`state`]: the findings, shared with the rules column;
//! - [`group`]: findings of one sort; [`fix_button`]: what settles one;
//! - [`card`]: the scorecard of safeguards.

mod card;
mod fix_button;
mod group;
mod state;

use leptos::prelude::*;

use crate::review::Severity;
use crate::ui::kit::{Roll, Slots};
use crate::ui::state::{Lab, texts};
use group::{Group, GroupView, groups};

pub use fix_button::FixButton;
pub use state::Questions;

/// The review: a headline, the findings by weight, and the scorecard.
#[component]
pub fn ReviewPanel() -> impl IntoView {
    let (lab, questions) = (Lab::get(), Questions::get());
    let t = &texts().review;
    let counts = Memo::new(move |_| questions.findings.with(|it| state::counts(it)));
    let headline = move || counts.with(|it| if it.0 == 0 { t.none.to_owned() } else { (t.headline)(it.0, it.1[0]) });
    let slots = Slots::new(move || -> Roll<Group> { groups(lab, questions).into_iter().collect() });
    let ids = Memo::new(move |_| slots.ids());
    let is_empty = Memo::new(move |_| counts.with(|it| it.0 > 0) && ids.with(Vec::is_empty));
    view! {
        <h3 id=state::HEADLINE class="review-headline" tabindex="-1">{headline}</h3>
        <p class="muted">{t.intro}</p>
        <fieldset class="segmented review-filter">
            <legend class="field-label">{t.filter}</legend>
            <Choice severity=None text=Signal::derive(move || (t.all)(counts.with(|it| it.0))) />
            {Severity::ALL.into_iter().enumerate().map(|(at, it)| view! {
                <Choice severity=Some(it) text=Signal::derive(move || (t.only)(it, counts.with(|it| it.1[at]))) />
            }).collect_view()}
        </fieldset>
        <div class="review-groups">
            <For each=move || ids.get() key=Clone::clone children=move |id| {
                let group = slots.slot(&id);
                view! { <GroupView id group /> }
            } />
        </div>
        <Show when=move || is_empty.get()><p class="muted">{t.nothing_here}</p></Show>
        <card::Card />
    }
}

/// One of the weights that the findings can be narrowed to.
#[component]
fn Choice(
    /// The weight; `None` for all.
    severity: Option<Severity>,
    /// Its name and number.
    text: Signal<String>,
) -> impl IntoView {
    let filter = Questions::get().filter;
    let is_chosen = move || filter.get() == severity;
    view! {
        <label>
            <input type="radio" name="review-filter" prop:checked=is_chosen on:change=move |_| filter.set(severity) />
            <span>{text}</span>
        </label>
    }
}
