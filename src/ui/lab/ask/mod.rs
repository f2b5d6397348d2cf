//! Questions to a system: what made a score, what would change it, the way back, the letter, the review, principles.
//!
//! One file or folder for each tab.

mod shares;
mod flips;
mod way_back;
pub(in crate::ui) mod letter;
mod review;
pub(in crate::ui) mod principles;

use leptos::prelude::*;

use super::life::{Hover, Seen, focus_soon};
use crate::ui::kit::Tabs;
use crate::ui::state::{Lab, texts};

/// No tab: what each of them answers is shown in their place.
const NONE: usize = usize::MAX;

pub use principles::TallyLine;
pub use review::{FixButton, Questions};

/// Which question is open: so that another part of the lab can lead to one.
#[derive(Clone, Copy)]
pub struct Asked(RwSignal<usize>);

impl Asked {
    /// The place of the review.
    pub const REVIEW: usize = 4;
    /// The place of the principles and saved cases.
    pub const PRINCIPLES: usize = 5;

    /// Makes it and provides it to the parts of the lab.
    pub fn provide() {
        provide_context(Self(RwSignal::new(NONE)));
    }

    /// The handle, for components.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens a question.
    pub fn open(self, at: usize) {
        self.0.set(at);
    }
}

/// The questions, one tab each. Only the open one is computed.
#[component]
pub fn AskPanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().ask;
    let seen = Seen::now(lab);
    let cursor = Hover::get().day(lab);
    let Asked(current) = Asked::get();
    let panel = move || {
        let at = current.get();
        if at == NONE {
            return view! { <Doors current /> }.into_any();
        }
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
        .into_any()
    };
    view! {
        <h2 id="ask-title">{t.title}</h2>
        <p class="muted">{t.intro}</p>
        <Tabs id="ask" label=t.title names=&t.tabs current />
        {panel}
    }
}

/// What each tab answers, in a sentence.
#[component]
fn Doors(
    /// The tab that is open.
    current: RwSignal<usize>,
) -> impl IntoView {
    let t = &texts().ask;
    let door = move |(at, (name, line)): (usize, (&'static str, &'static str))| {
        let open = move |_| {
            current.set(at);
            focus_soon(&format!("ask-tab-{at}"));
        };
        view! {
            <li><button type="button" class="ask-door" on:click=open>
                <span class="ask-door-name">{name}</span><span class="note">{line}</span>
            </button></li>
        }
    };
    let doors = t.tabs.into_iter().zip(t.doors).enumerate();
    view! { <ul class="plain ask-doors">{doors.map(door).collect_view()}</ul> }
}
