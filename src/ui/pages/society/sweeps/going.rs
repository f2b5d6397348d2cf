//! The button that starts a sweep and stops it, and how far it has come.

use leptos::prelude::*;

use crate::jobs::sweep::people_of;
use crate::jobs::sweep::plan::Plan;
use crate::jobs::sweep::swept::Setting;
use crate::ui::search::sweep::Sweeps;
use crate::ui::state::{Lab, texts};

/// The line. One button starts and stops, so that the focus stays on it.
#[component]
pub fn Going(
    /// Names the elements.
    id: &'static str,
    /// The points; none, if what is chosen has none.
    plan: Memo<Option<Plan>>,
    /// What all points share.
    #[prop(into)]
    setting: Signal<Setting>,
    /// What runs.
    sweeps: Sweeps,
    /// The sort of sweep.
    sort: usize,
    /// What the button says that starts it.
    start: &'static str,
    /// Why there are no points.
    none: &'static str,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().society.sweeps;
    let is_going = Memo::new(move |_| sweeps.going.get() == Some(sort));
    let words = Memo::new(move |_| match sweeps.found(sort) {
        Some(it) if is_going.get() => (t.working)(it.done(), it.len()),
        Some(it) if it.is_whole() => (t.done)(it.len()),
        Some(it) => (t.stopped)(it.done(), it.len()),
        None if plan.with(Option::is_none) => String::new(),
        None => (t.nothing)(start),
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
            Some(plan) => {
                let Setting { people, replicates, .. } = setting.get();
                let people = lab.with_scenario(|it| people_of(&it.society, people));
                (t.points_of)(plan.points().len(), replicates, people)
            }
            None => none.to_owned(),
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
            sweeps.start(plan, setting.get_untracked());
        }
    };
    let is_idle = move || !is_going.get() && (plan.with(Option::is_none) || !sweeps.is_ready());
    let (cost_id, progress_id) = (format!("{id}-cost"), format!("{id}-progress"));
    let described = format!("{cost_id} {progress_id}");
    view! {
        <div class="sweep-going">
            <p class="note" id=cost_id>{cost}</p>
            <div class="row">
                <button type="button" class=format!("btn btn-primary {id}-start") aria-describedby=described
                    disabled=is_idle on:click=press>
                    {move || if is_going.get() { t.stop } else { start }}
                </button>
                <p class="note" class:busy=is_going id=progress_id>{words}</p>
            </div>
        </div>
    }
}
