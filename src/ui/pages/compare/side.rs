//! One rulebook with what it makes of the people and events of the open scenario.

use std::sync::Arc;

use leptos::prelude::WithUntracked as _;

use crate::engine::Day;
use crate::engine::case::Life;
use crate::engine::model::SubjectIdx;
use crate::scenario::doc::Mechanism;
use crate::scenario::presets;
use crate::scenario::transfer::{Transfer, transfer};
use crate::scenario::verdict::{Verdict, verdict};
use crate::scenario::{Outcome, Scenario, evaluate};
use crate::text::compare::{Phrase, band_name};
use crate::ui::state::{Lab, Shown, texts};

pub use crate::editor::route::OPEN;

/// Presets that show different mechanisms, in the order in which they are offered first.
const FIRST: [&str; 4] = ["popular-picture", "credit-bureau", "judgment-defaulters", "rongcheng-rules"];

/// All rulebooks that are compared.
#[derive(Clone, Debug, Default)]
pub struct Sides {
    /// The rulebooks.
    pub all: Vec<Arc<Side>>,
    /// Ids and names of the subjects, in the order of the engine: the same for every rulebook.
    pub cast: Vec<(String, String)>,
    /// The first and the last day.
    pub days: (Day, Day),
    /// The title of the scenario that people and events are from.
    pub title: String,
    /// The names of the kinds of events of that scenario.
    pub kinds: Vec<(String, String)>,
}

impl PartialEq for Sides {
    fn eq(&self, _: &Self) -> bool {
        false // They are made anew only when something has changed.
    }
}

/// One rulebook.
#[derive(Debug)]
pub struct Side {
    /// Its place among the compared: that of its line too.
    pub nth: usize,
    /// Its id in the address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The people and events in its words.
    pub transfer: Transfer,
    /// What follows; `None` if that could not be computed.
    pub outcome: Option<Outcome>,
}

impl Sides {
    /// Computes the chosen rulebooks on the people and events of the shown scenario, whose rulebook may have been changed.
    pub fn of(shown: &Shown, ids: &[String], is_changed: bool) -> Self {
        let life = &shown.scenario;
        let Some(outcome) = &shown.outcome else { return Self::default() };
        let cast = outcome.lowered.subjects.iter().filter_map(|it| life.cast.get(*it));
        let all = ids.iter().filter_map(|id| rulebook(life, id).map(|it| (id, it))).enumerate();
        // A rulebook that was changed does not stand under the name of the published one.
        let titled = |id: &str, it: &Scenario| match id == OPEN && is_changed {
            true => (texts().compare.changed)(&it.title),
            false => it.title.clone(),
        };
        Self {
            all: all
                .map(|(nth, (id, other))| {
                    Arc::new(Side { title: titled(id, &other), ..Side::of(nth, id, life, &other) })
                })
                .collect(),
            cast: cast.map(|it| (it.id.clone(), it.name.clone())).collect(),
            days: (life.first_day.0, life.last_day.0),
            title: life.title.clone(),
            kinds: life.kinds.iter().map(|it| (it.id.clone(), it.short.clone())).collect(),
        }
    }

    /// The name of a subject.
    pub fn name(&self, subject: SubjectIdx) -> &str {
        self.cast.get(subject).map_or("", |it| &it.1)
    }

    /// The name of a kind of event.
    pub fn kind<'a>(&'a self, id: &'a str) -> &'a str {
        self.kinds.iter().find(|it| it.0 == id).map_or(id, |it| &it.1)
    }
}

impl Side {
    fn of(nth: usize, id: &str, life: &Scenario, other: &Scenario) -> Self {
        let transfer = transfer(life, other);
        let outcome = evaluate(&transfer.scenario).ok();
        Self { nth, id: id.to_owned(), title: other.title.clone(), transfer, outcome }
    }

    /// The life of a subject.
    pub fn life(&self, subject: SubjectIdx) -> Option<&Life> {
        self.outcome.as_ref()?.report.lives.get(subject)
    }

    /// Whether anything that happened to a subject means something to it.
    pub fn sees(&self, subject: SubjectIdx) -> bool {
        self.outcome.as_ref().is_some_and(|it| self.transfer.sees(&it.lowered, subject))
    }

    /// Whether it keeps a score.
    pub fn has_score(&self) -> bool {
        self.transfer.scenario.rulebook.scale.is_some()
    }

    /// What it makes of a subject on a day.
    pub fn verdict(&self, subject: SubjectIdx, day: Day) -> Option<Verdict> {
        verdict(&self.transfer.scenario, self.outcome.as_ref()?, subject, day)
    }

    /// The same in a few words.
    pub fn phrase(&self, verdict: &Verdict) -> Phrase {
        (texts().compare.phrase)(&self.transfer.scenario, verdict)
    }

    /// Score, share of the scale, band and lists on a day.
    pub fn standing(&self, subject: SubjectIdx, day: Day) -> String {
        let t = texts();
        let Some(it) = self.verdict(subject, day) else { return t.compare.not_computed.to_owned() };
        let scenario = &self.transfer.scenario;
        let score = it.score.map(|it| {
            let band = band_name(scenario, it.band);
            format!("{} · {band} · {}", (t.common.points)(it.points), (t.compare.percent)(it.share))
        });
        let list = |it: &usize| scenario.rulebook.lists.get(*it).map(|it| it.label.clone());
        let parts: Vec<String> = score.into_iter().chain(it.black.iter().chain(&it.red).filter_map(list)).collect();
        if parts.is_empty() { t.compare.off_list.to_owned() } else { parts.join(" · ") }
    }
}

/// The rulebook that an id stands for.
fn rulebook(life: &Scenario, id: &str) -> Option<Scenario> {
    if id == OPEN { Some(life.clone()) } else { presets::latest(id)?.scenario().ok() }
}

/// The presets of the gallery that work by a mechanism.
pub fn examples(mechanism: Mechanism) -> Vec<&'static str> {
    let listed = presets::ALL.iter().filter(|it| it.listed && it.id != "blank");
    listed.filter(|it| it.scenario().is_ok_and(|it| it.mechanism == mechanism)).map(|it| it.id).collect()
}

/// The open scenario, and presets that work in other ways.
pub fn default_choice(lab: Lab) -> Vec<String> {
    let base = lab.document.with_untracked(|it| it.base.as_ref().map(|it| it.id.clone()));
    let others = FIRST.iter().filter(|it| base.as_deref() != Some(**it)).take(3);
    std::iter::once(OPEN).chain(others.copied()).map(str::to_owned).collect()
}
