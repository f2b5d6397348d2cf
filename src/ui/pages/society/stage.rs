//! What all parts of the page share: the results, and what the reader has picked.

use std::sync::Arc;

use leptos::prelude::*;

use crate::charts::band_token;
use crate::editor::claims::Run;
use crate::engine::society::Tally;
use crate::jobs::society::Results;
use crate::scenario::society::town;
use crate::text::compare::band_name;
use crate::ui::search::society::Runs;
use crate::ui::state::{Lab, texts};

/// What is picked; each is shown everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// A group.
    pub group: Option<usize>,
    /// A band.
    pub band: Option<usize>,
    /// A person, by number.
    pub person: Option<u32>,
}

/// The handle that the parts of the page share.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The open scenario.
    pub lab: Lab,
    /// What is counted.
    pub runs: Runs,
    /// What was counted, as far as this part of the page has heard of it.
    pub results: Signal<Option<Arc<Results>>>,
    /// What is picked.
    pub picked: RwSignal<Picked>,
    /// The month that the town shows; the last, if none was chosen.
    pub month: RwSignal<Option<u32>>,
    /// Whether the town shows the reform.
    pub reform: RwSignal<bool>,
    /// The number that the reader wants to sweep, until the sweeps have heard of it.
    pub sweep: RwSignal<Option<&'static str>>,
}

impl Stage {
    /// Makes the handle and provides it to the parts of the page.
    pub fn provide() -> Self {
        let runs = Runs::new();
        let stage = Self {
            lab: Lab::get(),
            runs,
            results: runs.results.into(),
            picked: RwSignal::new(Picked::default()),
            month: RwSignal::new(None),
            reform: RwSignal::new(false),
            sweep: RwSignal::new(None),
        };
        provide_context(stage);
        stage
    }

    /// The handle, for components.
    pub fn get() -> Self {
        expect_context()
    }

    /// What was counted so far, if anything was.
    pub fn results(self) -> Option<Arc<Results>> {
        self.results.get().filter(|it| !it.first.is_empty())
    }

    /// Reads the results and the tallies of the side that is shown; `otherwise` as long as there are none.
    pub fn read<T>(self, otherwise: T, read: impl FnOnce(&Results, &[Tally]) -> T) -> T {
        match self.results() {
            Some(it) => read(&it, super::figures::tallies(&it, self.reform.get())),
            None => otherwise,
        }
    }

    /// Whether the rulebook has a score, and not lists alone.
    pub fn has_score(self) -> bool {
        self.lab.shown.with(|it| it.scenario.rulebook.scale.is_some())
    }

    /// Whether there is a reform to look at.
    pub fn has_reform(self) -> bool {
        self.results().is_some_and(|it| !it.second.is_empty())
    }

    /// The month that is looked at, of so many.
    pub fn month_of(self, months: u32) -> u32 {
        let last = months.saturating_sub(1);
        self.month.get().map_or(last, |it| it.min(last))
    }

    /// How the figures were counted.
    pub fn run(self) -> Option<Run> {
        let results = self.results()?;
        let reform = self.reform.get() && !results.second.is_empty();
        let replicates = results.first.len() as u32;
        Some(self.lab.with_scenario(|it| {
            let (own, usual) = (&it.society, &town().usual);
            Run {
                people: own.people.unwrap_or(usual.people),
                months: own.months.unwrap_or(usual.months),
                replicates,
                seed: own.seed.unwrap_or(usual.seed),
                reform,
                whom: None,
            }
        }))
    }

    /// The name of a group.
    pub fn group(self, group: usize) -> String {
        super::names::group(group)
    }

    /// The name of a band.
    pub fn band(self, band: usize) -> String {
        self.lab.shown.with(|it| match band_name(&it.scenario, band) {
            "" => texts().society.town.legend_none.to_owned(),
            name => name.to_owned(),
        })
    }

    /// Picks a group, or lets it go if it is picked.
    pub fn pick_group(self, group: usize) {
        self.picked.try_update(|it| it.group = (it.group != Some(group)).then_some(group));
    }

    /// Picks a band, or lets it go if it is picked.
    pub fn pick_band(self, band: usize) {
        self.picked.try_update(|it| it.band = (it.band != Some(band)).then_some(band));
    }
}

/// The step of the twelve that colours a band of so many.
pub fn token(bands: usize, band: usize) -> usize {
    band_token(bands, bands.saturating_sub(band + 1))
}
