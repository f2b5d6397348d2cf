//! The workers that compute for the page. Where there are none, or all break down, the page computes in slices.
//!
//! One worker is sent for when something is asked, the others when something is asked that several can share
//! ([`compute_anywhere`]). A worker that breaks down or falls silent is replaced once, and others get its work. What
//! is answered does not depend on who computed it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::{set_timeout, window};

use super::task::{By, Hand, Task};
use super::worker::{Name, Worker};
use crate::jobs::desk::{Order, Reply, build};
use crate::jobs::society::Settled;
use crate::jobs::{Request, Running, Step, start_among};
use crate::scenario::{Outcome, Scenario};

/// More workers than this do not help: the page has to keep up with their answers.
const MOST_HANDS: usize = 4;
/// A worker has so many tasks that could be anybody's: one that it works on, and the next.
const AT_HAND: usize = 2;
/// A slice on the page takes so long at most, so that typing is never held up.
const SLICE_MS: f64 = 6.0;
/// Whether workers still answer is looked at this often. Counted in looks and not in time: a computer that slept has
/// not waited.
const LOOK: Duration = Duration::from_secs(2);
/// A worker that has not answered for so many looks is given up.
const PATIENCE: u32 = 4;

#[derive(Default)]
struct Office {
    hands: Vec<Hand>,
    /// How many workers were sent for, without replacements.
    sent_for: usize,
    tasks: BTreeMap<u64, Task>,
    count: u64,
    looks: bool,
    /// The many lives of the scenario that the page itself computes about.
    settled: Option<(Arc<Scenario>, Settled)>,
}

thread_local! {
    static OFFICE: RefCell<Office> = RefCell::default();
}

/// A number for somebody who asks.
pub fn asker() -> u64 {
    OFFICE.with_borrow_mut(Office::number)
}

/// Nobody waits for this asker's request any more.
pub fn drop_request(asker: u64) {
    OFFICE.with_borrow_mut(|office| {
        let by = office.tasks.remove(&asker).and_then(|it| it.by);
        if let Some(hand) = office.hands.iter().find(|it| by == Some(By::Worker(it.worker.name))) {
            hand.worker.send(&Order::Drop { asker });
        }
        office.hand_out();
    });
}

/// How many there are, or will be, to share work among.
pub fn hands() -> usize {
    OFFICE.with_borrow(|office| if office.page_is_alone() { 1 } else { most_hands() })
}

/// Sends for all workers, so that they are there when they are needed.
pub fn call() {
    OFFICE.with_borrow_mut(|it| it.send_for(most_hands()));
}

/// Computes; `told` hears how far it has come until it has ended or is dropped.
pub fn compute(asker: u64, request: Request, scenario: Arc<Scenario>, outcome: Arc<Outcome>, told: Rc<dyn Fn(Step)>) {
    let task = Task { number: 0, request, scenario, outcome, told, anywhere: false, by: None };
    OFFICE.with_borrow_mut(|it| it.take(asker, task, 1));
}

/// As [`compute`], for something of which many are asked for: each goes to whoever has least to do.
pub fn compute_anywhere(
    asker: u64,
    request: Request,
    scenario: Arc<Scenario>,
    outcome: Arc<Outcome>,
    told: Rc<dyn Fn(Step)>,
) {
    let task = Task { number: 0, request, scenario, outcome, told, anywhere: true, by: None };
    OFFICE.with_borrow_mut(|it| it.take(asker, task, most_hands()));
}

fn most_hands() -> usize {
    // No browser has a fraction of a core.
    (window().navigator().hardware_concurrency() as usize).clamp(1, MOST_HANDS)
}

impl Office {
    fn number(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    fn take(&mut self, asker: u64, task: Task, hands: usize) {
        let number = self.number();
        self.tasks.insert(asker, Task { number, ..task });
        self.send_for(hands);
        self.hand_out();
        self.look_soon();
    }

    /// Whether all workers that were sent for are lost.
    const fn page_is_alone(&self) -> bool {
        self.sent_for > 0 && self.hands.is_empty()
    }

    fn send_for(&mut self, hands: usize) {
        if self.page_is_alone() {
            return;
        }
        while self.sent_for < hands {
            self.sent_for += 1;
            self.send_for_one(false);
        }
        self.look_soon();
    }

    fn send_for_one(&mut self, is_replacement: bool) {
        let name = Name(self.number());
        if let Some(worker) = Worker::start(name, move |it| hear(name, it), move || lose(name, true)) {
            self.hands.push(Hand { worker, is_here: false, scenario: None, quiet: 0, is_replacement });
        }
    }

    /// Gives every task that waits to somebody who has room for it.
    fn hand_out(&mut self) {
        let waiting: Vec<u64> = self.tasks.iter().filter(|it| it.1.by.is_none()).map(|it| *it.0).collect();
        for asker in waiting {
            if self.page_is_alone() {
                self.begin_on_page(asker);
            } else {
                self.begin_at_hand(asker);
            }
        }
    }

    fn tasks_of(&self, by: By) -> impl Iterator<Item = &Task> {
        self.tasks.values().filter(move |it| it.by == Some(by))
    }

    fn begin_at_hand(&mut self, asker: u64) {
        let Some(task) = self.tasks.get(&asker) else { return };
        let load = |hand: &Hand| self.tasks_of(By::Worker(hand.worker.name)).count();
        // Work on an older scenario never keeps a newer one waiting, nor the other way round takes its place.
        let yields = |hand: &Hand| {
            let mut theirs = self.tasks_of(By::Worker(hand.worker.name));
            theirs.all(|it| Arc::ptr_eq(&it.scenario, &task.scenario) || it.number < task.number)
        };
        let free = self.hands.iter().enumerate().filter(|(_, it)| it.is_here && yields(it));
        let Some((place, least)) = free.map(|(place, it)| (place, load(it))).min_by_key(|it| it.1) else { return };
        if task.anywhere && least >= AT_HAND {
            return;
        }
        let (number, request, scenario) = (task.number, task.request.clone(), task.scenario.clone());
        let Some(hand) = self.hands.get_mut(place) else { return };
        let by = Some(By::Worker(hand.worker.name));
        if !hand.scenario.as_ref().is_some_and(|it| Arc::ptr_eq(it, &scenario)) {
            // It drops everything that it has begun.
            hand.worker.send(&Order::Scenario(scenario.clone()));
            hand.scenario = Some(scenario);
            self.tasks.values_mut().filter(|it| it.by == by).for_each(|it| it.by = None);
        }
        hand.worker.send(&Order::Compute { asker, number, request });
        if let Some(task) = self.tasks.get_mut(&asker) {
            task.by = by;
        }
    }

    fn begin_on_page(&mut self, asker: u64) {
        let has_some = self.tasks_of(By::Page).any(|it| it.anywhere);
        let Some(task) = self.tasks.get_mut(&asker).filter(|it| !it.anywhere || !has_some) else { return };
        task.by = Some(By::Page);
        if !self.settled.as_ref().is_some_and(|it| Arc::ptr_eq(&it.0, &task.scenario)) {
            self.settled = Some((task.scenario.clone(), Settled::default()));
        }
        let Some((_, settled)) = &self.settled else { return };
        let running = start_among(task.request.clone(), &task.scenario, &task.outcome, settled);
        let number = task.number;
        set_timeout(move || slice(asker, number, running), Duration::ZERO);
    }

    /// Has a look at the workers in a while, as long as one is on its way or has something to do.
    fn look_soon(&mut self) {
        let is_due = |it: &Hand| !it.is_here || self.tasks_of(By::Worker(it.worker.name)).next().is_some();
        if !self.looks && self.hands.iter().any(is_due) {
            self.looks = true;
            set_timeout(look, LOOK);
        }
    }
}

/// Gives up whoever has been silent for too long.
fn look() {
    let lost = OFFICE.with_borrow_mut(|office| {
        office.looks = false;
        let mut lost = Vec::new();
        let busy: Vec<Option<By>> = office.tasks.values().map(|it| it.by).collect();
        for hand in &mut office.hands {
            if !hand.is_here || busy.contains(&Some(By::Worker(hand.worker.name))) {
                hand.quiet += 1;
            }
            if hand.quiet >= PATIENCE {
                lost.push((hand.worker.name, hand.is_here));
            }
        }
        office.look_soon();
        lost
    });
    // One that never came would not come the second time either.
    lost.into_iter().for_each(|(name, was_here)| lose(name, was_here));
}

fn hear(name: Name, reply: Reply) {
    let is_other_build = matches!(&reply, Reply::Ready(theirs) if *theirs != build());
    if is_other_build {
        return lose(name, false);
    }
    let is_ours = OFFICE.with_borrow_mut(|office| {
        let Some(hand) = office.hands.iter_mut().find(|it| it.worker.name == name) else { return false };
        hand.quiet = 0;
        if matches!(reply, Reply::Ready(_)) {
            hand.is_here = true;
            office.hand_out();
        }
        true
    });
    if let Reply::Step { asker, number, step } = reply
        && is_ours
    {
        tell(asker, number, step);
    }
}

/// Tells who waits for it, if anybody does.
fn tell(asker: u64, number: u64, step: Step) {
    let told = OFFICE.with_borrow_mut(|office| {
        let told = office.tasks.get(&asker).filter(|it| it.number == number)?.told.clone();
        if matches!(step, Step::Done(_)) {
            office.tasks.remove(&asker);
            office.hand_out();
        }
        Some(told)
    });
    if let Some(told) = told {
        told(step);
    }
}

/// A worker is missing, has broken down or is of another build: others do its work.
fn lose(name: Name, replace: bool) {
    OFFICE.with_borrow_mut(|office| {
        let Some(place) = office.hands.iter().position(|it| it.worker.name == name) else { return };
        let hand = office.hands.remove(place);
        hand.worker.end();
        let by = Some(By::Worker(name));
        office.tasks.values_mut().filter(|it| it.by == by).for_each(|it| it.by = None);
        if replace && !hand.is_replacement {
            office.send_for_one(true);
        }
        office.hand_out();
        office.look_soon();
    });
}

/// Goes on with a task for a slice of time, and then again as soon as the page has done everything else.
fn slice(asker: u64, number: u64, mut running: Box<dyn Running>) {
    let is_wanted = || OFFICE.with_borrow(|it| it.tasks.get(&asker).is_some_and(|it| it.number == number));
    if !is_wanted() {
        return;
    }
    let end = js_sys::Date::now() + SLICE_MS;
    let mut step = running.step();
    while matches!(step, Step::Going(..)) && js_sys::Date::now() < end {
        step = running.step();
    }
    let is_going = matches!(step, Step::Going(..));
    tell(asker, number, step);
    if is_going {
        set_timeout(move || slice(asker, number, running), Duration::ZERO);
    }
}
