//! One worker, as the page sees it.

use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, WorkerOptions, WorkerType};

use crate::jobs::desk::{Order, Reply};

/// What Trunk calls the script that starts the worker.
const SCRIPT: &str = "worker_loader.js";

/// Tells one worker from all others that there ever were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name(pub u64);

/// A worker that was started.
pub struct Worker {
    /// Its name.
    pub name: Name,
    thread: web_sys::Worker,
}

impl Worker {
    /// Starts one; `None` where the browser has none.
    pub fn start(name: Name, hear: impl Fn(Reply) + 'static, lose: impl Fn() + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let thread = web_sys::Worker::new_with_options(SCRIPT, &options).ok()?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
            if let Some(reply) = message.data().as_string().and_then(|it| serde_json::from_str(&it).ok()) {
                hear(reply);
            }
        });
        thread.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // There are few workers, and each lives about as long as the page.
        heard.forget();
        let broke = Closure::<dyn FnMut(JsValue)>::new(move |_| lose());
        thread.set_onerror(Some(broke.as_ref().unchecked_ref()));
        broke.forget();
        Some(Self { name, thread })
    }

    /// Sends an order.
    pub fn send(&self, order: &Order) {
        if let Ok(text) = serde_json::to_string(order) {
            // Refused only by a page that is being closed.
            self.thread.post_message(&text.into()).ok();
        }
    }

    /// Ends it, whatever it is doing.
    pub fn end(&self) {
        self.thread.terminate();
    }
}
