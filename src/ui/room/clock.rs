//! The clock of a step: it counts its minutes down, and says so quietly when they are over.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;

use crate::ui::state::{Lab, now_ms, texts};

/// How often it looks at the time.
const TICK: Duration = Duration::from_millis(250);

/// The clock.
#[derive(Clone, Copy)]
pub struct Clock {
    /// So many seconds are left.
    pub left: RwSignal<u32>,
    /// When it comes to its end, in milliseconds; nothing while it stands.
    ends: RwSignal<Option<f64>>,
    full: u32,
    tick: StoredValue<Option<IntervalHandle>>,
    lab: Lab,
}

impl Clock {
    /// A clock that stands, with so many minutes. It stops with its owner.
    pub fn new(minutes: u32) -> Self {
        let full = minutes.max(1) * 60;
        let clock = Self {
            left: RwSignal::new(full),
            ends: RwSignal::new(None),
            full,
            tick: StoredValue::new(None),
            lab: Lab::get(),
        };
        on_cleanup(move || clock.halt());
        clock
    }

    /// Whether it runs.
    pub fn runs(self) -> bool {
        self.ends.with(Option::is_some)
    }

    /// Whether its time is over.
    pub fn is_over(self) -> bool {
        self.left.get() == 0
    }

    /// Starts it, or stops it where it is. From its end it starts anew.
    pub fn press(self) {
        let t = &texts().room;
        if self.ends.with_untracked(Option::is_some) {
            self.halt();
            self.lab.announce((t.timer_stopped)(self.left.get_untracked()));
            return;
        }
        if self.left.get_untracked() == 0 {
            self.left.set(self.full);
        }
        let left = self.left.get_untracked();
        self.ends.set(Some(now_ms() + f64::from(left) * 1000.0));
        // Refused only by a browser without timers.
        let handle = set_interval_with_handle(move || self.look(), TICK).ok();
        self.tick.set_value(handle);
        self.lab.announce((t.timer_started)(left));
    }

    fn look(self) {
        let Some(ends) = self.ends.try_get_untracked().flatten() else { return };
        // Never more than an hour or so: it fits.
        let left = ((ends - now_ms()) / 1000.0).ceil().max(0.0) as u32;
        if self.left.try_get_untracked() != Some(left) {
            self.left.try_set(left);
        }
        if left == 0 {
            self.halt();
            self.lab.announce(texts().room.time_is_up);
        }
    }

    fn halt(self) {
        if let Some(handle) = self.tick.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        self.ends.try_set(None);
    }
}
