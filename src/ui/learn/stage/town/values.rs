//! The counts of a step's town, for texts that quote them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::society::measures::{Measure, Who, over};
use crate::jobs::society::Results;
use crate::lessons::format::{Ask, Step, What};
use crate::lessons::{Piece, TownValues, pieces};
use crate::scenario::Scenario;
use crate::ui::learn::Town;
use crate::ui::search::society::Runs;

/// Medians over the repeats.
struct Counted(Arc<Results>);

impl TownValues for Counted {
    fn value(&self, reform: bool, measure: Measure, who: Who) -> Option<f64> {
        let it = &self.0;
        let (society, tallies) = if reform { (it.reform.as_ref()?, &it.second) } else { (&it.society, &it.first) };
        over(measure, society, tallies, who).map(|it| it.median)
    }
}

/// Whether a step shows its town or quotes it.
pub fn is_wanted(step: &Step) -> bool {
    let is_town = |quote: &str| quote.contains("town:") || quote.contains("reform:");
    let quotes = |text: &String| pieces(text).iter().any(|it| matches!(it, Piece::Quote(it) if is_town(it)));
    let asked = match &step.ask {
        Some(Ask::Number { question, truth, .. }) => is_town(truth) || quotes(question),
        Some(Ask::Choice { question, options }) => {
            let of = |it: &crate::lessons::format::Given| {
                quotes(&it.text) || quotes(&it.reply) || it.right.as_deref().is_some_and(is_town)
            };
            quotes(question) || options.iter().any(of)
        }
        Some(Ask::Line { .. }) | None => false,
    };
    let texts = [&step.text, &step.notice, &step.discuss, &step.teacher, &step.key];
    let shown = step.show.iter().any(|it| matches!(it.what, What::Town { .. }));
    asked || shown || texts.into_iter().flatten().any(quotes)
}

/// Keeps the counts of the scenario as the lesson has it, for the texts of the step and to compare with, once all of them
/// are there. Counts of a changed one are not for them.
pub fn keep(runs: Runs, scenario: Arc<Scenario>, town: RwSignal<Option<Town>>) -> ReadSignal<Option<Arc<Results>>> {
    let (kept, keep) = signal(None);
    Effect::new(move |_| {
        let is_whole = runs.stopped.get() || runs.progress.with(|it| it.1 > 0 && it.0 >= it.1);
        if runs.stale.get() || !is_whole || !runs.is_of(&scenario) {
            return;
        }
        if let Some(results) = runs.results.get().filter(|it| !it.first.is_empty()) {
            keep.set(Some(results.clone()));
            town.try_set(Some(Arc::new(Counted(results)) as Town));
        }
    });
    kept
}
