//! The day that the pointer is over, while the cursor stays where it was put.

use leptos::prelude::*;

use crate::engine::Day;
use crate::ui::state::Lab;

/// The day under the pointer. It is looked at instead of [`Lab::day`] as long as the pointer is over the chart.
#[derive(Clone, Copy)]
pub struct Hover(RwSignal<Option<Day>>);

impl Hover {
    /// Makes it and provides it to the columns of the lab.
    pub fn provide() -> Self {
        let hover = Self(RwSignal::new(None));
        provide_context(hover);
        hover
    }

    /// The handle, for components.
    pub fn get() -> Self {
        expect_context()
    }

    /// Sets the day under the pointer. Says nothing if it is the same day.
    pub fn set(self, day: Option<Day>) {
        self.0.try_maybe_update(|it| {
            let is_new = *it != day;
            *it = day;
            (is_new, ())
        });
    }

    /// The day that is looked at.
    pub fn day(self, lab: Lab) -> Memo<Day> {
        Memo::new(move |_| {
            let kept = lab.day_or_last();
            self.0.get().unwrap_or(kept)
        })
    }
}
