//! The worker: a [`Desk`] in a thread of its own, so that no computation ever holds up the page.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

use crate::jobs::desk::{Desk, Reply, build};

/// After so long the worker looks whether a newer order has come.
const SLICE_MS: f64 = 25.0;

/// Takes orders from the page from now on.
pub fn start() {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = Rc::new(RefCell::new(Desk::default()));
    let channel = MessageChannel::new().ok();
    let turn = Rc::new(Turn { work: Work::default(), is_waiting: RefCell::new(false), channel });
    work(&scope, &desk, &turn);
    let taken = {
        let scope = scope.clone();
        Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            if let Some(order) = message.data().as_string() {
                desk.borrow_mut().take(&order);
                turn.take(&scope);
            }
        })
    };
    scope.set_onmessage(Some(taken.as_ref().unchecked_ref()));
    taken.forget();
    post(&scope, &Reply::Ready(build()));
}

type Work = Rc<RefCell<Option<Closure<dyn FnMut()>>>>;

/// The function that works for a slice of time, and calls itself as long as there is something to do.
fn work(scope: &DedicatedWorkerGlobalScope, desk: &Rc<RefCell<Desk>>, turn: &Rc<Turn>) {
    let (scope, desk, again) = (scope.clone(), desk.clone(), turn.clone());
    *turn.work.borrow_mut() = Some(Closure::new(move || {
        *again.is_waiting.borrow_mut() = false;
        let end = js_sys::Date::now() + SLICE_MS;
        let reply = desk.borrow_mut().work(|| js_sys::Date::now() < end);
        if let Some(reply) = reply {
            post(&scope, &reply);
        }
        if !desk.borrow().is_idle() {
            again.take(&scope);
        }
    }));
    if let (Some(channel), Some(work)) = (&turn.channel, &*turn.work.borrow()) {
        channel.port1().set_onmessage(Some(work.as_ref().unchecked_ref()));
    }
}

/// Whose turn it is: after each slice, the orders that have come are taken first.
struct Turn {
    work: Work,
    is_waiting: RefCell<bool>,
    /// A message to itself arrives at once; a browser lets a timer that sets a timer wait for four milliseconds.
    channel: Option<MessageChannel>,
}

impl Turn {
    /// Works as soon as the orders that have come by now are taken.
    fn take(&self, scope: &DedicatedWorkerGlobalScope) {
        if self.is_waiting.replace(true) {
            return;
        }
        let sent = self.channel.as_ref().is_some_and(|it| it.port2().post_message(&JsValue::NULL).is_ok());
        if let (false, Some(work)) = (sent, &*self.work.borrow()) {
            // Refused only by a worker that is being closed.
            scope.set_timeout_with_callback(work.as_ref().unchecked_ref()).ok();
        }
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &Reply) {
    if let Ok(text) = serde_json::to_string(reply) {
        // Refused only by a worker that is being closed.
        scope.post_message(&text.into()).ok();
    }
}
