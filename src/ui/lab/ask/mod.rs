//! Questions to a system: what made a score, what would change it, the way back, the letter, the review, principles.
//!
//! One file or folder for each tab.

mod shares;
mod flips;
mod way_back;
mod letter;
mod review;
mod principles;

use leptos::prelude::*;

pub use review::FixButton;
pub use review::Questions;

use super::life::{Hover, Seen};
use crate::ui::kit::Tabs;
use crate::ui::state::{Lab, texts};

/// The questions, one tab each. Only the open one is computed.
#[component]
pub fn AskPanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().ask;
    let seen = Seen::now(lab);
    let cursor = Hover::get().day(lab);
    let current = Questions::get().tab;
    let panel = move || {
        let at = current.get();
        let inside = match at {
            0 => view! { <shares::SharesPanel seen cursor /> }.into_any(),
            1 => view! { <flips::FlipsPanel seen cursor /> }.into_any(),
            2 => view! { <way_back::WayBackPanel seen cursor /> }.into_any(),
            3 => view! { <letter::LetterPanel seen cursor /> }.into_any(),
            4 => view! { <review::ReviewPanel /> }.into_any(),
            _ => view! { <principles::PrinciplesPanel /> }.into_any(),
        };
        view! {
            <div role="tabpanel" id=format!("ask-panel-{at}") aria-labelledby=format!("ask-tab-{at}") class="ask-body">
                {inside}
            </div>
        }
    };
    view! {
        <h2 id="ask-title">{t.title}</h2>
        <p class="muted">{t.intro}</p>
        <Tabs id="ask" label=t.title names=&t.tabs current />
        {panel}
    }
}
