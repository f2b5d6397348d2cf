//! The running of the society: one neighbourhood after the other, in slices of time on the page.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::engine::society::pair::Both;
use crate::engine::society::{Moment, Pair, Shape, Society, Tally, Town, diary};
use crate::jobs::society::{PENALISED, Results, WRONGLY, Watched};
use crate::scenario::society::{open, reformed, settle, town};
use crate::scenario::{Outcome, Scenario, lower};
use crate::ui::state::{Lab, now_ms};

/// A slice takes so long.
const SLICE_MS: f64 = 8.0;
/// An edit must rest so long before a run begins.
const REST: Duration = Duration::from_millis(200);

/// The runs of the open scenario.
#[derive(Clone, Copy)]
pub struct Runs {
    /// What was counted so far.
    pub results: ReadSignal<Option<Arc<Results>>>,
    /// Whether the results are those of an earlier scenario.
    pub stale: ReadSignal<bool>,
    /// How far it has come: neighbourhoods done, and of how many.
    pub progress: ReadSignal<(u64, u64)>,
    /// The reader stopped it.
    pub stopped: ReadSignal<bool>,
    /// There is no society of this scenario.
    pub refused: ReadSignal<Option<()>>,
    lab: Lab,
    set: Setters,
    run: StoredValue<u32>,
    round: RwSignal<u32>,
}

#[derive(Clone, Copy)]
struct Setters {
    results: WriteSignal<Option<Arc<Results>>>,
    stale: WriteSignal<bool>,
    progress: WriteSignal<(u64, u64)>,
    stopped: WriteSignal<bool>,
    refused: WriteSignal<Option<()>>,
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
    Two(Tally, Tally, Pair),
}

impl Runs {
    /// Runs the open scenario, again after each edit.
    pub fn new() -> Self {
        let lab = Lab::get();
        let (results, set_results) = signal(None);
        let (stale, set_stale) = signal(false);
        let (progress, set_progress) = signal((0, 0));
        let (stopped, set_stopped) = signal(false);
        let (refused, set_refused) = signal(None);
        let set = Setters {
            results: set_results,
            stale: set_stale,
            progress: set_progress,
            stopped: set_stopped,
            refused: set_refused,
        };
        let (run, round) = (StoredValue::new(0), RwSignal::new(0));
        let runs = Self { results, stale, progress, stopped, refused, lab, set, run, round };
        Effect::new(move |_| {
            runs.round.track();
            let shown = lab.shown.with(|it| it.outcome.clone().map(|outcome| (it.scenario.clone(), outcome)));
            let number = runs.next();
            set.stopped.set(false);
            set.stale.set(runs.results.with_untracked(Option::is_some));
            let Some((scenario, outcome)) = shown else {
                set.refused.set(Some(()));
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
        let count = |it: &mut u32| {
            *it += 1;
            *it
        };
        self.run.try_update_value(count).unwrap_or_default()
    }

    fn is_wanted(self, number: u32) -> bool {
        self.run.try_with_value(|it| *it == number).unwrap_or(false)
    }

    fn begin(self, number: u32, scenario: &Scenario, outcome: &Outcome) {
        if !self.is_wanted(number) {
            return;
        }
        let first = settle(scenario, &outcome.lowered).map(Arc::new);
        self.set.refused.try_set(first.is_none().then_some(()));
        let Some(first) = first else {
            self.set.results.try_set(None);
            self.set.progress.try_set((0, 0));
            return;
        };
        let second = reformed(scenario).and_then(|it| settle(&it, &lower(&it).ok()?)).map(Arc::new);
        let replicates = scenario.society.replicates.unwrap_or(town().usual.replicates).max(1);
        let results = Results {
            society: first.clone(),
            reform: second.clone(),
            first: Vec::new(),
            second: Vec::new(),
            pairs: Vec::new(),
        };
        let parts = Parts::new(&first, second.as_deref());
        self.slice(number, Run { first, second, replicates, replicate: 0, next: 0, parts, results });
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
            self.set.stale.try_set(false);
        }
        let done = u64::from(run.replicate) * u64::from(whole) + u64::from(run.next);
        self.set.progress.try_set((done, u64::from(run.replicates) * u64::from(whole)));
        if run.replicate < run.replicates {
            set_timeout(move || self.slice(number, run), Duration::ZERO);
        }
    }

    /// Stops what runs. What was done stays.
    pub fn stop(self) {
        self.next();
        self.set.stopped.try_set(true);
    }

    /// Begins anew.
    pub fn again(self) {
        self.round.try_update(|it| *it = it.wrapping_add(1));
    }

    /// Some neighbourhoods person by person, from the first.
    pub fn watch(
        self,
        neighbourhoods: impl Into<Signal<u32>>,
        replicate: impl Into<Signal<u32>>,
        reform: impl Into<Signal<bool>>,
    ) -> Signal<Option<Arc<Vec<Watched>>>> {
        let (neighbourhoods, replicate, reform) = (neighbourhoods.into(), replicate.into(), reform.into());
        let society = Memo::new_with_compare(
            move |_| {
                let results = self.results.get()?;
                if reform.get() { results.reform.clone() } else { Some(results.society.clone()) }
            },
            |a: Option<&Option<Arc<Society>>>, b: Option<&Option<Arc<Society>>>| match (
                a.cloned().flatten(),
                b.cloned().flatten(),
            ) {
                (Some(a), Some(b)) => !Arc::ptr_eq(&a, &b),
                _ => true,
            },
        );
        let (seen, set_seen) = signal(None);
        Effect::new(move |_| {
            let found = society.get().map(|it| Arc::new(look(&it, neighbourhoods.get(), replicate.get())));
            set_seen.set(found);
        });
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
        let found = self.results.get_untracked().and_then(|results| {
            let scenario = self.lab.shown.with_untracked(|it| it.scenario.clone());
            let (scenario, society) = match reform {
                true => (reformed(&scenario)?, results.reform.clone()?),
                false => (Scenario::clone(&scenario), results.society.clone()),
            };
            let diary = (person < society.people).then(|| diary(&society, replicate, person))?;
            Some(Box::new(open(&scenario, &society, &diary)))
        });
        then(found);
    }
}

fn look(society: &Society, neighbourhoods: u32, replicate: u32) -> Vec<Watched> {
    let town = Town::new(society, replicate);
    let byte = |it: &Moment| {
        let flag = |is: bool, flag: u8| if is { flag } else { 0 };
        u8::try_from(it.band).unwrap_or(0xf) | flag(it.penalised, PENALISED) | flag(it.wrongly, WRONGLY)
    };
    let one = |it: u32| {
        let (groups, district, moments) = town.watch(it);
        Watched {
            district,
            groups: groups.iter().map(|it| u8::try_from(*it).unwrap_or(u8::MAX)).collect(),
            moments: moments.iter().flatten().map(byte).collect(),
        }
    };
    (0..neighbourhoods.min(society.neighbourhoods())).map(one).collect()
}

impl Parts {
    fn new(first: &Society, second: Option<&Society>) -> Self {
        let tally = |it: &Society| Tally::new(Shape::of(it));
        match second {
            None => Self::One(tally(first)),
            Some(it) => Self::Two(tally(first), tally(it), Pair::new(first.groups.len())),
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
