//! The life that is looked at, and the names of what is in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::charts::band_token;
use crate::engine::Day;
use crate::engine::case::{Life, LineIdx};
use crate::engine::explain::{Stay, stays};
use crate::engine::model::{BandIdx, Case, EventIdx, RuleIdx, SubjectIdx};
use crate::scenario::doc::{Event, Kind, Rule};
use crate::scenario::{Outcome, Scenario};
use crate::ui::state::{Lab, Shown, texts};

/// The life that is looked at, with the scenario that it follows from.
///
/// Two are equal only if they come from the same computation, so comparing them costs nothing.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The scenario that was computed: the open one, or the last that made sense.
    pub scenario: Arc<Scenario>,
    /// What follows from it.
    pub outcome: Arc<Outcome>,
    /// Whose life it is.
    pub subject: SubjectIdx,
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.outcome, &other.outcome) && self.subject == other.subject
    }
}

impl Seen {
    /// The life of a subject, if it could be computed.
    pub fn of(shown: &Shown, subject: &str) -> Option<Self> {
        let outcome = shown.outcome.clone()?;
        let subject = shown.subject_idx(subject).filter(|it| *it < outcome.report.lives.len())?;
        Some(Self { scenario: shown.scenario.clone(), outcome, subject })
    }

    /// The life that the reader looks at.
    pub fn now(lab: Lab) -> Memo<Option<Self>> {
        Memo::new(move |_| {
            let subject = lab.subject();
            lab.shown.with(|it| Self::of(it, &subject))
        })
    }

    /// The life.
    pub fn life(&self) -> &Life {
        &self.outcome.report.lives[self.subject]
    }

    /// What the engine computed with.
    pub fn case(&self) -> &Case {
        &self.outcome.lowered.case
    }

    /// Whether the system keeps a score at all.
    pub fn has_score(&self) -> bool {
        self.scenario.rulebook.scale.is_some()
    }

    /// The name of the subject.
    pub fn name(&self) -> &str {
        self.name_of(self.subject)
    }

    /// The name of any subject.
    pub fn name_of(&self, subject: SubjectIdx) -> &str {
        let place = self.outcome.lowered.subjects.get(subject);
        place.and_then(|it| self.scenario.cast.get(*it)).map_or("", |it| &it.name)
    }

    /// The name of a band.
    pub fn band(&self, band: BandIdx) -> &str {
        crate::text::compare::band_name(&self.scenario, band)
    }

    /// The step of the twelve band colours.
    pub fn band_token(&self, band: BandIdx) -> usize {
        let n = self.scenario.rulebook.bands.len();
        band_token(n, n.saturating_sub(band + 1))
    }

    /// An event as the document has it.
    pub fn event(&self, event: EventIdx) -> Option<&Arc<Event>> {
        self.scenario.events.get(*self.outcome.lowered.events.get(event)?)
    }

    /// The kind of an event.
    pub fn kind(&self, event: EventIdx) -> Option<&Kind> {
        self.scenario.kinds.get(self.case().events.get(event)?.kind)
    }

    /// What happened, in short: as on a button, with a capital; of a wrong record, that it is one.
    pub fn what(&self, event: EventIdx) -> String {
        self.event(event).map(|it| (texts().life.what)(&self.scenario, it)).unwrap_or_default()
    }

    /// A rule as the document has it.
    pub fn rule(&self, rule: RuleIdx) -> Option<&Arc<Rule>> {
        self.scenario.rulebook.rules.get(rule)
    }

    /// The id of the event behind a line.
    pub fn event_id_of_line(&self, line: LineIdx) -> Option<&str> {
        let event = self.life().lines.get(line)?.event?;
        self.event(event).map(|it| it.id.as_str())
    }

    /// The place in the case of an event with an id.
    pub fn event_idx(&self, id: &str) -> Option<EventIdx> {
        let events = &self.scenario.events;
        self.outcome.lowered.events.iter().position(|it| events.get(*it).is_some_and(|it| it.id == id))
    }

    /// Score and band, in words.
    pub fn standing_words(&self, day: Day) -> String {
        let at = self.life().at(day);
        let t = texts();
        if self.has_score() { (t.life.standing)(at.score, self.band(at.band)) } else { self.lists_words(day) }
    }

    /// The lists that the subject is on at the end of a day, in words.
    pub fn lists_words(&self, day: Day) -> String {
        let names = self.lists_on(day);
        let t = &texts().why;
        if names.is_empty() { (t.on_no_list)(self.name()) } else { (t.on_lists)(self.name(), &names.join(", ")) }
    }

    /// The names of the lists that the subject is on at the end of a day.
    pub fn lists_on(&self, day: Day) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        let holds = |it: &Stay| it.begin <= day && it.end.is_none_or(|end| day < end);
        for it in stays(self.life()).iter().filter(|it| holds(it)) {
            let label = self.scenario.rulebook.lists.get(it.list).map_or("", |it| it.label.as_str());
            if !names.contains(&label) {
                names.push(label);
            }
        }
        names
    }
}

/// The same text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
