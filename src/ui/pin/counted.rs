//! How the figures around a table were counted.

use leptos::prelude::*;

use crate::editor::claims::Run;
use crate::scenario::society::town;
use crate::ui::search::society::Runs;
use crate::ui::state::Lab;

/// A town that was counted. Tables below whoever provides it show its numbers.
#[derive(Clone, Copy)]
pub struct Counted {
    /// How it was counted; `None` as long as nothing was.
    pub run: Signal<Option<Run>>,
    /// Whether the open scenario was changed since.
    pub stale: Signal<bool>,
}

impl Counted {
    /// Provides it to all components below. `reform` says whether figures show the town under its reform.
    pub fn provide(runs: Runs, reform: Signal<bool>) {
        let lab = Lab::get();
        let run = Signal::derive(move || {
            let results = runs.results.get().filter(|it| !it.first.is_empty())?;
            Some(Run {
                people: results.society.people,
                months: results.society.months,
                replicates: u32::try_from(results.first.len()).unwrap_or(u32::MAX),
                seed: seed(lab),
                reform: reform.get() && !results.second.is_empty(),
                whom: None,
            })
        });
        provide_context(Self { run, stale: Signal::derive(move || runs.stale.get() || lab.is_stale()) });
    }
}

/// What the luck of the open scenario begins with.
pub fn seed(lab: Lab) -> u32 {
    lab.with_scenario(|it| it.society.seed).unwrap_or(town().usual.seed)
}
