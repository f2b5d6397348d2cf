//! The worker that computes for the page. Where there is none, or it breaks down, the page computes in slices.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::jobs::desk::{Order, Reply, build};
use crate::jobs::{Request, Running, Step, start};
use crate::scenario::{Outcome, Scenario};

/// What Trunk calls the script that starts the worker.
const SCRIPT: &str = "worker_loader.js";
/// A slice on the page takes so long at most, so that typing is never held up.
const SLICE_MS: f64 = 6.0;
/// A worker that has not answered after so long is given up.
const PATIENCE: Duration = Duration::from_secs(8);

/// A request that somebody waits for.
#[derive(Clone)]
struct Task {
    number: u64,
    request: Request,
    scenario: Arc<Scenario>,
    outcome: Arc<Outcome>,
    told: Rc<dyn Fn(Step)>,
}

/// Who computes.
#[derive(Default)]
enum Hands {
    /// Nobody yet: nothing was asked for.
    #[default]
    None,
    /// A worker that was sent for; requests wait.
    Coming(Worker),
    /// The worker, with the scenario that it has.
    Worker(Worker, Option<Arc<Scenario>>),
    /// The page itself.
    Page,
}

#[derive(Default)]
struct Office {
    hands: Hands,
    tasks: BTreeMap<u64, Task>,
    count: u64,
}

thread_local! {
    static OFFICE: RefCell<Office> = RefCell::default();
}

/// A number for somebody who asks.
pub fn asker() -> u64 {
    OFFICE.with_borrow_mut(|it| {
        it.count += 1;
        it.count
    })
}

/// Nobody waits for this asker's request any more.
pub fn drop_request(asker: u64) {
    OFFICE.with_borrow_mut(|it| {
        if it.tasks.remove(&asker).is_some()
            && let Hands::Worker(worker, _) = &it.hands
        {
            send(worker, &Order::Drop { asker });
        }
    });
}

/// Computes; `told` hears how far it has come until it has ended or is dropped.
pub fn compute(asker: u64, request: Request, scenario: Arc<Scenario>, outcome: Arc<Outcome>, told: Rc<dyn Fn(Step)>) {
    OFFICE.with_borrow_mut(|office| {
        office.count += 1;
        let number = office.count;
        office.tasks.insert(asker, Task { number, request, scenario, outcome, told });
        if matches!(office.hands, Hands::None) {
            office.hands = send_for_worker();
        }
        office.begin(asker);
    });
}

impl Office {
    /// Has a task done by whoever is there.
    fn begin(&mut self, asker: u64) {
        let Some(task) = self.tasks.get(&asker).cloned() else { return };
        match &mut self.hands {
            Hands::None | Hands::Coming(_) => {}
            Hands::Worker(worker, scenario) => {
                if !scenario.as_ref().is_some_and(|it| Arc::ptr_eq(it, &task.scenario)) {
                    *scenario = Some(task.scenario.clone());
                    send(worker, &Order::Scenario(task.scenario));
                }
                send(worker, &Order::Compute { asker, number: task.number, request: task.request });
            }
            Hands::Page => {
                let running = start(task.request, &task.scenario, &task.outcome);
                set_timeout(move || slice(asker, task.number, running), Duration::ZERO);
            }
        }
    }

    fn begin_all(&mut self) {
        for asker in self.tasks.keys().copied().collect::<Vec<_>>() {
            self.begin(asker);
        }
    }
}

/// Starts a worker; the page does the work if that fails.
fn send_for_worker() -> Hands {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let Ok(worker) = Worker::new_with_options(SCRIPT, &options) else { return Hands::Page };
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(|message: MessageEvent| {
        if let Some(reply) = message.data().as_string().and_then(|it| serde_json::from_str(&it).ok()) {
            hear(reply);
        }
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    let broke = Closure::<dyn FnMut(JsValue)>::new(|_| do_without());
    worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
    broke.forget();
    let too_late = || {
        if OFFICE.with_borrow(|it| matches!(it.hands, Hands::Coming(_))) {
            do_without();
        }
    };
    set_timeout(too_late, PATIENCE);
    Hands::Coming(worker)
}

fn hear(reply: Reply) {
    match reply {
        Reply::Ready(theirs) if theirs != build() => do_without(),
        Reply::Ready(_) => OFFICE.with_borrow_mut(|office| {
            if let Hands::Coming(worker) = std::mem::take(&mut office.hands) {
                office.hands = Hands::Worker(worker, None);
                office.begin_all();
            }
        }),
        Reply::Step { asker, number, step } => tell(asker, number, step),
    }
}

/// Tells who waits for it, if anybody does.
fn tell(asker: u64, number: u64, step: Step) {
    let told = OFFICE.with_borrow_mut(|office| {
        let told = office.tasks.get(&asker).filter(|it| it.number == number)?.told.clone();
        if matches!(step, Step::Done(_)) {
            office.tasks.remove(&asker);
        }
        Some(told)
    });
    if let Some(told) = told {
        told(step);
    }
}

/// The worker is missing, has broken down or is of another build: the page does its work.
fn do_without() {
    OFFICE.with_borrow_mut(|office| {
        if let Hands::Coming(worker) | Hands::Worker(worker, _) = std::mem::replace(&mut office.hands, Hands::Page) {
            worker.terminate();
            office.begin_all();
        }
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

fn send(worker: &Worker, order: &Order) {
    if let Ok(text) = serde_json::to_string(order) {
        // Refused only by a page that is being closed.
        worker.post_message(&text.into()).ok();
    }
}
