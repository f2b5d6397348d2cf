//! Long computations: asked for by a component, begun anew when the scenario changes, shown as far as they have come.
//!
//! - [`office`]: the workers that compute, and slices on the page where there are none; [`task`],
//!   [`worker`]: what they do, and one of them;
//! - [`society`]: many lives, counted in parts; [`run`]: the parts under way;
//! - [`sweep`]: many lives with other assumptions;
//! - [`progress`]: how far a computation has come, and the button that stops it or begins it again.

mod office;
mod progress;
mod run;
pub mod society;
pub mod sweep;
mod task;
mod worker;

use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::jobs::{Answer, Request, Step};
use crate::ui::state::Lab;
pub use progress::Progress;

/// An edit must rest so long before a computation begins: while somebody types, nothing else runs.
const REST_MS: u64 = 200;
/// What has run for so long is offered to be stopped. Most answers are there before.
const MOMENT_MS: u64 = 700;

/// Where a computation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// None runs: it was answered, or nothing is asked.
    Idle,
    /// One has just begun, or is about to.
    Brief,
    /// One has run for longer than a moment.
    Long,
    /// The reader stopped it. The answer is an earlier one, if there is any.
    Stopped,
}

/// A computation that a component asked for.
#[derive(Clone, Copy)]
pub struct Search {
    /// How far the running one has come; `None` if none runs.
    pub progress: ReadSignal<Option<(u64, u64)>>,
    /// What was asked last and answered, with its answer. It stays while the next one runs.
    pub answer: ReadSignal<Option<(Request, Answer)>>,
    /// Whether one runs, and whether it was stopped.
    pub phase: ReadSignal<Phase>,
    desk: Desk,
}

/// What it takes to begin and to stop.
#[derive(Clone, Copy)]
struct Desk {
    asker: u64,
    /// Begins it anew whenever it changes.
    round: RwSignal<u32>,
    set_progress: WriteSignal<Option<(u64, u64)>>,
    set_phase: WriteSignal<Phase>,
    /// What is still to happen: the beginning, and the end of the moment.
    timers: StoredValue<[Option<TimeoutHandle>; 2]>,
}

impl Desk {
    /// Nothing runs or is about to any more.
    fn clear(self) {
        let timers = self.timers.try_update_value(std::mem::take).unwrap_or_default();
        timers.into_iter().flatten().for_each(|it| it.clear());
        office::drop_request(self.asker);
    }

    /// Says that nothing runs.
    fn rest(self, phase: Phase) {
        self.set_progress.try_set(None);
        self.set_phase.try_set(phase);
    }
}

impl Search {
    /// Computes what `request` asks for, again after each change of the scenario or of what `request` reads. `None`
    /// asks for nothing, and stops what runs.
    pub fn new(request: impl Fn() -> Option<Request> + Send + Sync + 'static) -> Self {
        let lab = Lab::get();
        let (progress, set_progress) = signal(None);
        let (answer, set_answer) = signal(None);
        let (phase, set_phase) = signal(Phase::Idle);
        let request = Memo::new(move |_| request());
        let timers = StoredValue::new([None, None]);
        let desk = Desk { asker: office::asker(), round: RwSignal::new(0), set_progress, set_phase, timers };
        Effect::new(move |_| {
            desk.clear();
            desk.round.track();
            let outcome = lab.shown.with(|it| it.outcome.clone().map(|outcome| (it.scenario.clone(), outcome)));
            let (Some(request), Some((scenario, outcome))) = (request.get(), outcome) else {
                desk.rest(Phase::Idle);
                set_answer.set(None);
                return;
            };
            // The button that stops it stays while one follows another: it may have the focus.
            let is_known = matches!(phase.get_untracked(), Phase::Long | Phase::Stopped);
            set_phase.set(if is_known { Phase::Long } else { Phase::Brief });
            let begin = move || {
                let asked = request.clone();
                let told = move |step: Step| match step {
                    Step::Going(done, total) => {
                        set_progress.try_set(Some((done, total)));
                    }
                    Step::Done(found) => {
                        desk.rest(Phase::Idle);
                        set_answer.try_set(Some((asked.clone(), found)));
                    }
                };
                office::compute(desk.asker, request, scenario, outcome, Rc::new(told));
            };
            let grow = move || {
                set_phase.try_update(|it| {
                    if *it == Phase::Brief {
                        *it = Phase::Long;
                    }
                });
            };
            let timer =
                |deed: Box<dyn FnOnce()>, after| set_timeout_with_handle(deed, Duration::from_millis(after)).ok();
            timers.set_value([timer(Box::new(begin), REST_MS), timer(Box::new(grow), REST_MS + MOMENT_MS)]);
        });
        on_cleanup(move || desk.clear());
        Self { progress, answer, phase, desk }
    }

    /// Stops what runs. The last answer stays.
    pub fn stop(self) {
        self.desk.clear();
        self.desk.rest(Phase::Stopped);
    }

    /// Begins anew what was stopped.
    pub fn again(self) {
        self.desk.round.try_update(|it| *it = it.wrapping_add(1));
    }
}
