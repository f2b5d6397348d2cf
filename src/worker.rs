//! The worker: a [`Desk`] in a thread of its own, so that no computation ever holds up the page.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::jobs::desk::{Desk, Reply, build};

/// After so long the worker looks whether a newer order has come.
const SLICE_MS: f64 = 25.0;

/// Takes orders from the page from now on.
pub fn start() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = Rc::new(RefCell::new(Desk::default()));
    let is_waiting = Rc::new(RefCell::new(false));
    let work = work(&scope, &desk, &is_waiting);
    let taken = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            if let Some(order) = message.data().as_string() {
                desk.borrow_mut().take(&order);
                go_on(&scope, &work, &is_waiting);
            }
        })
    };
    scope.set_onmessage(Some(taken.as_ref().unchecked_ref()));
    taken.forget();
    post(&scope, &Reply::Ready(build()));
}

type Work = Rc<RefCell<Option<Closure<dyn FnMut()>>>>;

/// The function that works for a slice of time, and calls itself as long as there is something to do.
fn work(scope: &DedicatedWorkerGlobalScope, desk: &Rc<RefCell<Desk>>, is_waiting: &Rc<RefCell<bool>>) -> Work {
    let work: Work = Rc::default();
    let (scope, desk, is_waiting, again) = (scope.clone(), desk.clone(), is_waiting.clone(), work.clone());
    *work.borrow_mut() = Some(Closure::new(move || {
        *is_waiting.borrow_mut() = false;
        let end = js_sys::Date::now() + SLICE_MS;
        let reply = desk.borrow_mut().work(|| js_sys::Date::now() < end);
        if let Some(reply) = reply {
            post(&scope, &reply);
        }
        if !desk.borrow().is_idle() {
            go_on(&scope, &again, &is_waiting);
        }
    }));
    work
}

/// Works as soon as the orders that have come by now are taken.
fn go_on(scope: &DedicatedWorkerGlobalScope, work: &Work, is_waiting: &Rc<RefCell<bool>>) {
    if is_waiting.replace(true) {
        return;
    }
    if let Some(work) = &*work.borrow() {
        // Refused only by a worker that is being closed.
        scope.set_timeout_with_callback(work.as_ref().unchecked_ref()).ok();
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    if let Ok(text) = serde_json::to_string(reply) {
        // Refused only by a worker that is being closed.
        scope.post_message(&text.into()).ok();
    }
}
