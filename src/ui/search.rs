//! Long computations: asked for by a component, begun anew when the scenario changes, shown as far as they have come.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::jobs::{Answer, Request, Running, Step, start};
use crate::ui::state::Lab;

/// An edit must rest so long before a computation begins: while somebody types, nothing else runs.
const REST_MS: u64 = 200;
/// A slice on the page takes so long at most, so that typing is never held up.
const SLICE_MS: f64 = 6.0;

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
        // Whatever was begun before the last change knows by its number that nobody waits for it any more.
        let current = StoredValue::new(0_u64);
        Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
            if let Some(handle) = waiting.flatten() {
                handle.clear();
            }
            current.update_value(|it| *it += 1);
            let number = current.get_value();
            let outcome = lab.shown.with(|it| it.outcome.clone().map(|outcome| (it.scenario.clone(), outcome)));
            let (Some(request), Some((scenario, outcome))) = (request.get(), outcome) else {
                set_progress.set(None);
                set_answer.set(None);
                return None;
            };
            let begin = move || {
                let job: Job = Rc::new(RefCell::new(start(request.clone(), &scenario, &outcome)));
                let still = move || current.try_get_value() == Some(number);
                slice(job, still, set_progress, move |found| {
                    set_answer.try_set(Some((request.clone(), found)));
                });
            };
            set_timeout_with_handle(begin, Duration::from_millis(REST_MS)).ok()
        });
        on_cleanup(move || {
            current.try_update_value(|it| *it += 1);
        });
        Self { progress, answer }
    }
}

type Job = Rc<RefCell<Box<dyn Running>>>;

/// Goes on with a job for a slice of time, and then again as soon as the page has done everything else.
fn slice(
    job: Job,
    still_wanted: impl Fn() -> bool + Copy + 'static,
    progress: WriteSignal<Option<(u64, u64)>>,
    found: impl FnOnce(Answer) + 'static,
) {
    if !still_wanted() {
        return;
    }
    let begin = js_sys::Date::now();
    loop {
        match job.borrow_mut().step() {
            Step::Done(answer) => {
                progress.try_set(None);
                return found(answer);
            }
            Step::Going(done, total) => {
                progress.try_set(Some((done, total)));
            }
        }
        if js_sys::Date::now() - begin >= SLICE_MS {
            break;
        }
    }
    set_timeout(move || slice(job, still_wanted, progress, found), Duration::ZERO);
}
