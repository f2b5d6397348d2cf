//! The running of the society: one neighbourhood after the other, in slices of time on the page.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::engine::society::pair::Both;
use crate::engine::society::{Shape, Society, Tally, Town};
use crate::jobs::society::{PENALISED, Results, WRONGLY, WatchRequest, Watched};
use crate::scenario::society::{reformed, settle};
use crate::scenario::{Outcome, Scenario, lower};
use crate::ui::state::{Lab, now_ms};

/// A slice takes so long.
const SLICE_MS: f64 = 8.0;
/// An edit must rest so long before a run begins.
const REST: Duration = Duration::from_millis(200);
/// How many repeats there are, unless the document says otherwise.
pub const REPLICATES: u32 = 20;

/// The runs of the open scenario.
#[derive(Clone, Copy)]
pub struct Runs {
    /// What was counted so far.
    pub results: ReadSignal<Option<Arc<Results>>>,
    /// How far it has come: neighbourhoods done, and of how many; `None` if nothing runs.
    pub progress: ReadSignal<Option<(u64, u64)>>,
    /// The reader stopped it.
    pub stopped: ReadSignal<bool>,
    /// There is no society of this scenario.
    pub refused: ReadSignal<bool>,
    set: Setters,
    run: StoredValue<u32>,
    round: RwSignal<u32>,
}

#[derive(Clone, Copy)]
struct Setters {
    results: WriteSignal<Option<Arc<Results>>>,
    progress: WriteSignal<Option<(u64, u64)>>,
    stopped: WriteSignal<bool>,
    refused: WriteSignal<bool>,
}

/// What one run needs.
struct Run {
    first: Arc<Society>,
    second: Option<Arc<Society>>,
    replicates: u32,
    replicate: u32,
    next: u32,
    parts: Parts,
    results: Results,
}

enum Parts {
    One(Tally),
    Two(Tally, Tally, crate::engine::society::Pair),
}

impl Runs {
    /// Runs the open scenario, again after each edit.
    pub fn new() -> Self {
        let lab = Lab::get();
        let (results, set_results) = signal(None);
        let (progress, set_progress) = signal(None);
        let (stopped, set_stopped) = signal(false);
        let (refused, set_refused) = signal(false);
        let set = Setters { results: set_results, progress: set_progress, stopped: set_stopped, refused: set_refused };
        let runs = Self { results, progress, stopped, refused, set, run: StoredValue::new(0), round: RwSignal::new(0) };
        Effect::new(move |_| {
            runs.round.track();
            let shown = lab.shown.with(|it| it.outcome.clone().map(|outcome| (it.scenario.clone(), outcome)));
            let number = runs.next();
            set.stopped.set(false);
            let Some((scenario, outcome)) = shown else {
                set.refused.set(true);
                return;
            };
            set_timeout(move || runs.begin(number, &scenario, &outcome), REST);
        });
        on_cleanup(move || {
            runs.next();
        });
        runs
    }

    fn next(self) -> u32 {
        self.run
            .try_update_value(|it| {
                *it += 1;
                *it
            })
            .unwrap_or_default()
    }

    fn is_wanted(self, number: u32) -> bool {
        self.run.try_with_value(|it| *it == number).unwrap_or(false)
    }

    fn begin(self, number: u32, scenario: &Scenario, outcome: &Outcome) {
        if !self.is_wanted(number) {
            return;
        }
        let first = settle(scenario, &outcome.lowered).map(Arc::new);
        self.set.refused.try_set(first.is_none());
        let Some(first) = first else {
            self.set.results.try_set(None);
            self.set.progress.try_set(None);
            return;
        };
        let second = reformed(scenario).and_then(|it| settle(&it, &lower(&it).ok()?)).map(Arc::new);
        let replicates = scenario.society.replicates.unwrap_or(REPLICATES).max(1);
        let results = Results {
            society: first.clone(),
            reform: second.clone(),
            first: Vec::new(),
            second: Vec::new(),
            pairs: Vec::new(),
        };
        let parts = Parts::new(&first, second.as_deref());
        let run = Run { first, second, replicates, replicate: 0, next: 0, parts, results };
        self.slice(number, run);
    }

    fn slice(self, number: u32, mut run: Run) {
        if !self.is_wanted(number) {
            return;
        }
        let end = now_ms() + SLICE_MS;
        let whole = run.first.neighbourhoods();
        let mut is_new = false;
        while run.replicate < run.replicates && now_ms() < end {
            run.count();
            if run.next >= whole {
                run.close();
                is_new = true;
            }
        }
        if is_new {
            self.set.results.try_set(Some(Arc::new(run.results.clone())));
        }
        if run.replicate < run.replicates {
            let done = u64::from(run.replicate) * u64::from(whole) + u64::from(run.next);
            self.set.progress.try_set(Some((done, u64::from(run.replicates) * u64::from(whole))));
            set_timeout(move || self.slice(number, run), Duration::ZERO);
        } else {
            self.set.progress.try_set(None);
        }
    }

    /// Stops what runs. What was done stays.
    pub fn stop(self) {
        self.next();
        self.set.progress.try_set(None);
        self.set.stopped.try_set(true);
    }

    /// Begins anew.
    pub fn again(self) {
        self.round.try_update(|it| *it = it.wrapping_add(1));
    }

    /// Some neighbourhoods person by person.
    pub fn watch(self, results: &Results, request: WatchRequest) -> Vec<Watched> {
        let society = if request.reform { results.reform.as_ref() } else { Some(&results.society) };
        let Some(society) = society else { return Vec::new() };
        let town = Town::new(society, request.replicate);
        let look = |it: u32| {
            let (groups, district, moments) = town.watch(it);
            let byte = |it: &crate::engine::society::Moment| {
                let flag = |is: bool, flag: u8| if is { flag } else { 0 };
                u8::try_from(it.band).unwrap_or(0xf) | flag(it.penalised, PENALISED) | flag(it.wrongly, WRONGLY)
            };
            Watched {
                district,
                groups: groups.iter().map(|it| u8::try_from(*it).unwrap_or(u8::MAX)).collect(),
                moments: moments.iter().flatten().map(byte).collect(),
            }
        };
        (0..request.neighbourhoods.min(society.neighbourhoods())).map(look).collect()
    }
}

impl Parts {
    fn new(first: &Society, second: Option<&Society>) -> Self {
        let tally = |it: &Society| Tally::new(Shape::of(it));
        match second {
            None => Self::One(tally(first)),
            Some(it) => Self::Two(tally(first), tally(it), crate::engine::society::Pair::new(first.groups.len())),
        }
    }
}

impl Run {
    /// Lives through the next neighbourhood.
    fn count(&mut self) {
        match (&mut self.parts, &self.second) {
            (Parts::Two(first, second, pair), Some(reform)) => {
                let mut both = Both::new(&self.first, reform, self.replicate);
                both.count(self.next);
                first.add(&both.first);
                second.add(&both.second);
                pair.add(&both.pair);
            }
            (Parts::One(tally) | Parts::Two(tally, ..), _) => {
                Town::new(&self.first, self.replicate).count(self.next, tally);
            }
        }
        self.next += 1;
    }

    /// Files a repeat that is done.
    fn close(&mut self) {
        match std::mem::replace(&mut self.parts, Parts::new(&self.first, self.second.as_deref())) {
            Parts::One(first) => self.results.first.push(first),
            Parts::Two(first, second, pair) => {
                self.results.first.push(first);
                self.results.second.push(second);
                self.results.pairs.push(pair);
            }
        }
        self.replicate += 1;
        self.next = 0;
    }
}
