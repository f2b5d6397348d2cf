//! The many lives of the open scenario, counted in parts by all workers while the page about them is open.
//!
//! What was counted stays while the next scenario is counted, marked as stale. The first replicate is shown as soon as
//! it is there, the others as they come.

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::office;
use super::run::{Run, essence};
use crate::jobs::society::plan::Refusal;
use crate::jobs::society::{DiaryRequest, Lives, Results, WatchRequest, Watched, replicates};
use crate::jobs::{Answer, Request, Step};
use crate::scenario::{Outcome, Scenario};
use crate::text::society::Counting;
use crate::ui::state::Lab;

/// An edit must rest so long before counting begins: shorter than between two keys, so that typing does not wait, and what
/// was begun in vain is dropped.
const REST_MS: u64 = 30;

/// What is being counted.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// What follows from it.
    pub outcome: Arc<Outcome>,
}

/// The many lives, as far as they are counted.
#[derive(Clone, Copy)]
pub struct Runs {
    /// What was counted; none before the first replicate is there.
    pub results: ReadSignal<Option<Arc<Results>>>,
    /// Whether the results are those of an earlier scenario.
    pub stale: ReadSignal<bool>,
    /// So many of so many person-months are lived through.
    pub progress: ReadSignal<(u64, u64)>,
    /// Whether the reader stopped it.
    pub stopped: ReadSignal<bool>,
    /// Why it is not counted, if it is not.
    pub refused: ReadSignal<Option<Refusal>>,
    asked: ReadSignal<Option<Arc<Asked>>>,
    lab: Lab,
    show: Shows,
    work: StoredValue<Work>,
}

#[derive(Clone, Copy)]
struct Shows {
    results: WriteSignal<Option<Arc<Results>>>,
    stale: WriteSignal<bool>,
    progress: WriteSignal<(u64, u64)>,
    stopped: WriteSignal<bool>,
    refused: WriteSignal<Option<Refusal>>,
    asked: WriteSignal<Option<Arc<Asked>>>,
}

#[derive(Default)]
struct Work {
    /// What the scenario says about the many, without what it says about the few.
    key: Option<Scenario>,
    timer: Option<TimeoutHandle>,
    run: Option<Run>,
}

impl Runs {
    /// How far it has come. What is shown while the scenario is counted anew is not told yet either.
    pub fn counting(self) -> Counting {
        let repeats = self.results.with(|it| it.as_ref().map_or(0, |it| it.first.len()));
        match self.progress.get() {
            _ if self.stopped.get() => Counting::Stopped(repeats),
            (done, of) if done < of || self.stale.get() => Counting::Going,
            _ => Counting::Done,
        }
    }

    /// Counts the open scenario, and again whenever it changes, as long as the owner lives.
    pub fn new() -> Self {
        let lab = Lab::get();
        let (results, set_results) = signal(None);
        let (stale, set_stale) = signal(false);
        let (progress, set_progress) = signal((0, 0));
        let (stopped, set_stopped) = signal(false);
        let (refused, set_refused) = signal(None);
        let (asked, set_asked) = signal(None);
        let show = Shows {
            results: set_results,
            stale: set_stale,
            progress: set_progress,
            stopped: set_stopped,
            refused: set_refused,
            asked: set_asked,
        };
        let work = StoredValue::new(Work::default());
        let runs = Self { results, stale, progress, stopped, refused, asked, lab, show, work };
        office::call();
        Effect::new(move |_| {
            lab.shown.track();
            match runs.opened() {
                Some(now) => runs.turn_to(now),
                None => runs.forget(),
            }
        });
        on_cleanup(move || runs.clear());
        runs
    }

    /// The open scenario, or its last version that made sense.
    fn opened(self) -> Option<Asked> {
        self.lab.shown.with_untracked(|it| {
            let outcome = it.outcome.clone()?;
            Some(Asked { scenario: it.scenario.clone(), outcome })
        })
    }

    /// Another scenario is open: it is counted when it has rested, unless nothing is different about the many.
    fn turn_to(self, now: Asked) {
        let key = Some(essence(&now.scenario));
        if self.work.with_value(|it| it.key == key) {
            return;
        }
        self.clear();
        let rest = if self.asked.with_untracked(Option::is_some) { REST_MS } else { 0 };
        let begin = move || self.begin(now);
        let timer = set_timeout_with_handle(begin, Duration::from_millis(rest)).ok();
        self.work.update_value(|it| {
            it.key = key;
            it.timer = timer;
        });
        self.show.stale.set(self.results.with_untracked(Option::is_some));
        self.show.stopped.set(false);
    }

    /// Whether what is counted, or was counted last, is what a scenario says about the many. Runs again when that changes.
    pub fn is_of(self, scenario: &Scenario) -> bool {
        self.asked.with(|it| it.as_ref().is_some_and(|it| essence(&it.scenario) == essence(scenario)))
    }

    /// Nothing of the open scenario can be counted, and what was counted is of another one.
    fn forget(self) {
        self.clear();
        self.work.update_value(|it| it.key = None);
        self.show.asked.set(None);
        self.show.results.set(None);
        self.show.refused.set(None);
        self.show.progress.set((0, 0));
        self.show.stale.set(false);
        self.show.stopped.set(false);
    }

    /// Nothing is under way or about to be any more.
    fn clear(self) {
        let old = self.work.try_update_value(|it| (it.timer.take(), it.run.take()));
        let Some((timer, run)) = old else { return };
        if let Some(timer) = timer {
            timer.clear();
        }
        run.iter().flat_map(Run::askers).for_each(office::drop_request);
    }

    fn begin(self, asked: Asked) {
        let asked = Arc::new(asked);
        self.show.asked.try_set(Some(asked.clone()));
        let hands = office::hands() as u32;
        let lives = Lives::of(&asked.scenario, &asked.outcome).map(Arc::new);
        let planned = Refusal::or_plan(lives.as_deref(), replicates(&asked.scenario), hands);
        self.show.refused.try_set(planned.as_ref().err().copied());
        let (Ok(plan), Some(lives)) = (planned, lives) else {
            self.show.progress.try_set((0, 0));
            self.show.results.try_set(None);
            self.show.stale.try_set(false);
            return;
        };
        self.show.progress.try_set((0, plan.total()));
        let run = Run::new(asked, lives, plan);
        self.work.try_update_value(|it| it.run = Some(run));
        self.feed();
    }

    /// Hands out parts, as many as are worked on at a time.
    fn feed(self) {
        let most = office::hands() * 2;
        loop {
            let next = self.work.try_update_value(|work| {
                let run = work.run.as_mut()?;
                let (asker, part) = run.next(most, office::asker)?;
                Some((asker, part, run.asked.clone()))
            });
            let Some((asker, part, asked)) = next.flatten() else { return };
            let told = Rc::new(move |step| self.hear(asker, step));
            let (scenario, outcome) = (asked.scenario.clone(), asked.outcome.clone());
            office::compute_anywhere(asker, Request::Society(part), scenario, outcome, told);
        }
    }

    fn hear(self, asker: u64, step: Step) {
        let now = js_sys::Date::now();
        let is_done = matches!(step, Step::Done(_));
        let heard = self.work.try_update_value(|work| work.run.as_mut()?.hear(asker, step, now));
        let Some((progress, results)) = heard.flatten() else { return };
        if let Some(progress) = progress {
            self.show.progress.try_set(progress);
        }
        self.show_results(results);
        if is_done {
            self.feed();
        }
    }

    fn show_results(self, results: Option<Results>) {
        if let Some(results) = results {
            self.show.results.try_set(Some(Arc::new(results)));
            self.show.stale.try_set(false);
        }
    }

    /// Stops counting. What was counted stays.
    pub fn stop(self) {
        let stopped = self.work.try_update_value(|work| {
            let askers: Vec<u64> = work.run.iter().flat_map(Run::askers).collect();
            (work.timer.take(), askers, work.run.as_mut().and_then(Run::stop))
        });
        let Some((timer, askers, unseen)) = stopped else { return };
        self.show_results(unseen);
        if let Some(timer) = timer {
            timer.clear();
        }
        askers.into_iter().for_each(office::drop_request);
        self.show.stopped.try_set(true);
    }

    /// Goes on with what was stopped.
    pub fn again(self) {
        self.show.stopped.try_set(false);
        if self.work.try_with_value(|it| it.run.is_some()).unwrap_or(false) {
            self.feed();
        } else if let Some(now) = self.opened() {
            self.begin(now);
        }
    }

    /// Some neighbourhoods person by person, from the first, as soon as they are there.
    pub fn watch(
        self,
        neighbourhoods: impl Into<Signal<u32>>,
        replicate: impl Into<Signal<u32>>,
        reform: impl Into<Signal<bool>>,
    ) -> Signal<Option<Arc<Vec<Watched>>>> {
        let (neighbourhoods, replicate, reform) = (neighbourhoods.into(), replicate.into(), reform.into());
        let request = Memo::new(move |_| WatchRequest {
            replicate: replicate.get(),
            neighbourhoods: neighbourhoods.get(),
            reform: reform.get(),
        });
        self.watched(request)
    }

    fn watched(self, request: Memo<WatchRequest>) -> Signal<Option<Arc<Vec<Watched>>>> {
        let (seen, set_seen) = signal(None);
        let asker = office::asker();
        Effect::new(move |_| {
            office::drop_request(asker);
            let (request, Some(asked)) = (request.get(), self.asked.get()) else { return };
            let told = move |step: Step| {
                if let Step::Done(Answer::Watch(found)) = step {
                    set_seen.try_set(Some(Arc::new(found)).filter(|it| !it.is_empty()));
                }
            };
            let (scenario, outcome) = (asked.scenario.clone(), asked.outcome.clone());
            office::compute(asker, Request::Watch(request), scenario, outcome, Rc::new(told));
        });
        on_cleanup(move || office::drop_request(asker));
        seen.into()
    }

    /// Opens one of the many as a scenario; `then` gets it, or none if there is no such person.
    pub fn open_person(
        self,
        replicate: u32,
        person: u32,
        reform: bool,
        then: impl Fn(Option<Box<Scenario>>) + 'static,
    ) {
        let Some(asked) = self.asked.try_get_untracked().flatten() else { return then(None) };
        let told = move |step: Step| {
            if let Step::Done(Answer::Diary(found)) = step {
                then(found);
            }
        };
        let request = Request::Diary(DiaryRequest { replicate, person, reform });
        let (scenario, outcome) = (asked.scenario.clone(), asked.outcome.clone());
        office::compute(office::asker(), request, scenario, outcome, Rc::new(told));
    }
}
