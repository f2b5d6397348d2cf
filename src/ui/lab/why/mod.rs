//! Why the score is what it is on the day that is looked at.
//!
//! - [`heading`]: the question, and score and band as its short answer;
//! - [`parts`]: what the score is made of;
//! - [`now`]: the rewards and penalties in force on that day;
//! - [`ledger`] and [`row`]: every line that moved something, newest first;
//! - [`made`]: how a line was made, and what hangs on it;
//! - [`idle`]: the events that made no difference, and why.

mod heading;
mod idle;
pub(in crate::ui) mod ledger;
mod made;
mod now;
mod parts;
mod row;

use leptos::prelude::*;

use super::life::{Hover, Seen};
use super::rules::Secret;
use crate::ui::state::{Lab, texts};

/// The right column of the lab.
#[component]
pub fn WhyPanel() -> impl IntoView {
    let lab = Lab::get();
    let seen = Seen::now(lab);
    let cursor = Hover::get().day(lab);
    let is_there = Memo::new(move |_| seen.with(Option::is_some));
    let secret = Secret::get();
    let has_score = Memo::new(move |_| seen.with(|it| it.as_ref().is_some_and(Seen::has_score)));
    view! {
        <div class="why">
            <heading::Heading seen cursor />
            {move || is_there.get().then(|| view! {
                {move || (has_score.get() && !secret.hides()).then(|| view! { <parts::Parts seen cursor /> })}
                <now::InForce seen cursor />
                <Show when=move || !secret.hides() fallback=|| view! { <p class="note secret-reasons">{texts().secret.reasons}</p> }>
                    <ledger::Ledger seen cursor />
                    <idle::IdleEvents seen />
                </Show>
            })}
        </div>
    }
}
