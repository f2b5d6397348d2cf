//! Figures one after the other: so that no single task of the page takes long, however many figures follow a result.

use std::sync::Arc;
use std::time::Duration;

use leptos::context::Provider;
use leptos::prelude::*;

use super::stage::Stage;

/// So long after the figure before it a figure has its turn: time for a frame, and for the reader's keys.
const TURN_MS: u64 = 24;

/// A figure that is drawn, and drawn anew, when it is its turn.
#[component]
pub fn Later(
    /// Its place in the order.
    nth: u64,
    /// The figure.
    children: ChildrenFn,
) -> impl IntoView {
    let stage = Stage::get();
    let (results, set_results) = signal(None);
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        if let Some(handle) = waiting.flatten() {
            handle.clear();
        }
        let now = stage.runs.results.get();
        let turn = move || {
            set_results.try_set(now.as_ref().map(Arc::clone));
        };
        set_timeout_with_handle(turn, Duration::from_millis(nth * TURN_MS)).ok()
    });
    let is_there = Memo::new(move |_| results.with(Option::is_some));
    view! {
        <Provider value=Stage { results: results.into(), ..stage }>
            <Show when=move || is_there.get()>{children()}</Show>
        </Provider>
    }
}
