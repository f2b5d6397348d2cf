//! The chart beside a long list of rules.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

/// Whether the chart may stay in the window while the page moves on: if it fits, and once all that follows it has gone by,
/// so that it never lies over anything.
pub(super) fn sticks(chart: NodeRef<html::Div>, rest: NodeRef<html::Div>) -> ReadSignal<bool> {
    let (sticks, set_sticks) = signal(false);
    let look = move || {
        let rect = |it: NodeRef<html::Div>| Some(it.try_get_untracked().flatten()?.get_bounding_client_rect());
        let bar = document().query_selector(".topbar").ok().flatten()?.get_bounding_client_rect().bottom();
        let fits = bar + rect(chart)?.height() <= window().inner_height().ok()?.as_f64()?;
        Some(fits && rect(rest)?.bottom() <= bar)
    };
    let listener = window_event_listener(ev::scroll, move |_| {
        let now = look().unwrap_or(false);
        if sticks.try_get_untracked().is_some_and(|it| it != now) {
            set_sticks.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    sticks
}
