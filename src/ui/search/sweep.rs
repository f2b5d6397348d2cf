//! A sweep over the open scenario: its points are shared out among all workers, and shown as they come.
//!
//! One sweep runs at a time; the next one takes its place. Of each sort of sweep the last one stays, and says so when the
//! scenario has changed since.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::office;
use super::run::essence;
use super::society::Asked;
use crate::jobs::sweep::plan::Plan;
use crate::jobs::sweep::swept::{Setting, Swept};
use crate::jobs::{Answer, Request, Step};
use crate::scenario::Scenario;
use crate::ui::state::Lab;

/// What was found is shown this often: each time, the chart is drawn anew.
const SHOWN_MS: f64 = 300.0;
/// How many sorts of sweeps there are.
pub const SORTS: usize = 4;

/// The place of the sweep over safeguards.
pub const SWITCHES: usize = 3;

/// The place of a sort of sweep.
pub const fn sort_of(plan: &Plan) -> usize {
    match plan {
        Plan::One(_) => 0,
        Plan::All(_) => 1,
        Plan::Two(..) => 2,
        Plan::Switches(_) => SWITCHES,
    }
}

/// A sweep, as far as it is shown.
#[derive(Clone)]
pub struct Shown {
    /// What was found.
    pub swept: Arc<Swept>,
    /// What the scenario said about the many.
    key: Arc<Scenario>,
}

/// The sweeps of the page.
#[derive(Clone, Copy)]
pub struct Sweeps {
    /// By sort.
    shown: RwSignal<[Option<Shown>; SORTS]>,
    /// The sort that is under way.
    pub going: ReadSignal<Option<usize>>,
    set_going: WriteSignal<Option<usize>>,
    /// What the open scenario says about the many; none, if it makes no sense.
    key: Memo<Option<Arc<Scenario>>>,
    lab: Lab,
    work: StoredValue<Option<Run>>,
}

/// A sweep under way.
struct Run {
    asked: Asked,
    key: Arc<Scenario>,
    swept: Swept,
    /// The next point.
    next: usize,
    /// Points under way by their askers.
    points: BTreeMap<u64, usize>,
    shown_at: f64,
}

impl Sweeps {
    /// Nothing runs; what runs later ends with the owner, and when the scenario changes.
    pub fn new() -> Self {
        let lab = Lab::get();
        let (going, set_going) = signal(None);
        let key =
            Memo::new(move |_| lab.shown.with(|it| it.outcome.is_some().then(|| Arc::new(essence(&it.scenario)))));
        let shown = RwSignal::new([const { None }; SORTS]);
        let sweeps = Self { shown, going, set_going, key, lab, work: StoredValue::new(None) };
        Effect::new(move |_| {
            let now = key.get();
            let is_other = sweeps.work.with_value(|it| it.as_ref().is_some_and(|it| Some(&it.key) != now.as_ref()));
            if is_other {
                sweeps.stop();
            }
        });
        on_cleanup(move || sweeps.clear());
        sweeps
    }

    /// What was found last of a sort.
    pub fn found(self, sort: usize) -> Option<Arc<Swept>> {
        self.shown.with(|it| Some(it.get(sort)?.as_ref()?.swept.clone()))
    }

    /// Whether what was found of a sort is of another scenario.
    pub fn is_stale(self, sort: usize) -> bool {
        let key = self.key.get();
        self.shown.with(|it| it.get(sort).and_then(Option::as_ref).is_some_and(|it| Some(&it.key) != key.as_ref()))
    }

    /// Whether there is a scenario to sweep over.
    pub fn is_ready(self) -> bool {
        self.key.with(Option::is_some)
    }

    /// Begins a sweep in place of what runs.
    pub fn start(self, plan: Plan, setting: Setting) {
        self.clear();
        let opened = self.lab.shown.with_untracked(|it| {
            let outcome = it.outcome.clone()?;
            Some(Asked { scenario: it.scenario.clone(), outcome })
        });
        let (Some(asked), Some(key)) = (opened, self.key.get_untracked()) else { return };
        let swept = Swept::new(plan, setting, &asked.scenario.society);
        self.set_going.try_set(Some(sort_of(&swept.plan)));
        let run = Run { asked, key, swept, next: 0, points: BTreeMap::new(), shown_at: 0.0 };
        self.show(&run);
        self.work.try_update_value(|it| *it = Some(run));
        office::call();
        self.feed();
    }

    /// Ends what runs. What was found stays.
    pub fn stop(self) {
        self.clear();
        self.set_going.try_set(None);
    }

    /// Nothing is under way any more; what was found is shown.
    fn clear(self) {
        let Some(run) = self.work.try_update_value(Option::take).flatten() else { return };
        run.points.keys().copied().for_each(office::drop_request);
        self.show(&run);
    }

    fn show(self, run: &Run) {
        let shown = Shown { swept: Arc::new(run.swept.clone()), key: run.key.clone() };
        self.shown.try_update(|it| {
            if let Some(place) = it.get_mut(sort_of(&run.swept.plan)) {
                *place = Some(shown);
            }
        });
    }

    /// Hands out points, as many as are worked on at a time.
    fn feed(self) {
        let most = office::hands() * 2;
        loop {
            let next = self.work.try_update_value(|work| {
                let run = work.as_mut().filter(|it| it.points.len() < most)?;
                let request = run.swept.request(run.next)?;
                let asker = office::asker();
                run.points.insert(asker, run.next);
                run.next += 1;
                Some((asker, request, run.asked.clone()))
            });
            let Some((asker, request, asked)) = next.flatten() else { return };
            let told = Rc::new(move |step| self.hear(asker, step));
            office::compute_anywhere(asker, Request::Sweep(request), asked.scenario, asked.outcome, told);
        }
    }

    fn hear(self, asker: u64, step: Step) {
        let Step::Done(answer) = step else { return };
        let now = js_sys::Date::now();
        let heard = self.work.try_update_value(|work| {
            let run = work.as_mut()?;
            let at = run.points.remove(&asker)?;
            if let Answer::Sweep(found) = answer {
                run.swept.take(at, found);
            }
            let is_last = run.points.is_empty() && run.next >= run.swept.len();
            let is_due = is_last || now - run.shown_at >= SHOWN_MS;
            if is_due {
                run.shown_at = now;
                self.show(run);
            }
            Some(is_last)
        });
        match heard.flatten() {
            Some(true) => self.stop(),
            Some(false) => self.feed(),
            None => {}
        }
    }
}
