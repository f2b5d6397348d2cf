//! Long computations: asked for by a component, begun anew when the scenario changes, shown as far as they have come.
//!
//! - [`office`]: the worker that computes, and slices on the page where there is none.

mod office;

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::jobs::{Answer, Request, Step};
use crate::ui::state::Lab;

/// An edit must rest so long before a computation begins: while somebody types, nothing else runs.
const REST_MS: u64 = 200;

/// A computation that a component asked for.
#[derive(Clone, Copy)]
pub struct Search {
    /// How far the running one has come; `None` if none runs.
    pub progress: ReadSignal<Option<(u64, u64)>>,
    /// What was asked last and answered, with its answer. It stays while the next one runs.
    pub answer: ReadSignal<Option<(Request, Answer)>>,
}

impl Search {
    /// Computes what `request` asks for, again after each change of the scenario or of what `request` reads. `None`
    /// asks for nothing, and stops what runs.
    pub fn new(request: impl Fn() -> Option<Request> + Send + Sync + 'static) -> Self {
        let lab = Lab::get();
        let (progress, set_progress) = signal(None);
        let (answer, set_answer) = signal(None);
        let request = Memo::new(move |_| request());
        let asker = office::asker();
        Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
            if let Some(handle) = waiting.flatten() {
                handle.clear();
            }
            office::drop_request(asker);
            let outcome = lab.shown.with(|it| it.outcome.clone().map(|outcome| (it.scenario.clone(), outcome)));
            let (Some(request), Some((scenario, outcome))) = (request.get(), outcome) else {
                set_progress.set(None);
                set_answer.set(None);
                return None;
            };
            let begin = move || {
                let asked = request.clone();
                let told = move |step: Step| match step {
                    Step::Going(done, total) => {
                        set_progress.try_set(Some((done, total)));
                    }
                    Step::Done(found) => {
                        set_progress.try_set(None);
                        set_answer.try_set(Some((asked.clone(), found)));
                    }
                };
                office::compute(asker, request, scenario, outcome, Rc::new(told));
            };
            set_timeout_with_handle(begin, Duration::from_millis(REST_MS)).ok()
        });
        on_cleanup(move || office::drop_request(asker));
        Self { progress, answer }
    }
}
