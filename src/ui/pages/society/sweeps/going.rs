//! The button that starts a sweep and stops it, and how far it has come.

use leptos::prelude::*;

use super::setup::Setup;
use crate::ui::search::sweep::Sweeps;
use crate::ui::state::{Lab, texts};

/// The line. One button starts and stops, so that the focus stays on it.
#[component]
pub fn Going(
    /// What is chosen.
    setup: Setup,
    /// What runs.
    sweeps: Sweeps,
    /// The sort of sweep.
    sort: usize,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().society.sweeps;
    let plan = Memo::new(move |_| setup.plan());
    let is_going = Memo::new(move |_| sweeps.going.get() == Some(sort));
    let words = Memo::new(move |_| match sweeps.found(sort) {
        Some(it) if is_going.get() => (t.working)(it.done(), it.len()),
        Some(it) if it.is_whole() => (t.done)(it.len()),
        Some(it) => (t.stopped)(it.done(), it.len()),
        None => t.nothing.to_owned(),
    });
    // What has ended is told to those who do not see it.
    Effect::new(move |was: Option<bool>| {
        let is = is_going.get();
        if was == Some(true) && !is {
            lab.announce(words.get_untracked());
        }
        is
    });
    let cost = move || {
        plan.with(|it| match it {
            Some(plan) => (t.points_of)(plan.points().len(), setup.setting().replicates, setup.people()),
            None => t.same.to_owned(),
        })
    };
    let press = move |event: web_sys::MouseEvent| {
        // The second press of a double click is not meant for what the button has become.
        if event.detail() > 1 {
            return;
        }
        if is_going.get_untracked() {
            sweeps.stop();
        } else if let Some(plan) = plan.get_untracked() {
            sweeps.start(plan, untrack(|| setup.setting()));
        }
    };
    let is_idle = move || !is_going.get() && (plan.with(Option::is_none) || !sweeps.is_ready());
    view! {
        <div class="sweep-going">
            <p class="note" id="sweep-cost">{cost}</p>
            <div class="row">
                <button type="button" class="btn btn-primary sweep-start" aria-describedby="sweep-cost sweep-progress"
                    disabled=is_idle on:click=press>
                    {move || if is_going.get() { t.stop } else { t.start }}
                </button>
                <p class="note" class:busy=is_going id="sweep-progress">{words}</p>
            </div>
        </div>
    }
}
