//! The scenarios of a lesson, computed.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::format::{Lesson, Staged};
use crate::engine::case::Life;
use crate::scenario::{Diagnostic, Outcome, Scenario, compare, evaluate, presets};

/// A scenario of a lesson with everything that follows from it.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Its id inside the lesson.
    pub id: String,
    /// The id of the subject that is looked at.
    pub subject: String,
    /// The document.
    pub scenario: Arc<Scenario>,
    /// What follows from it.
    pub outcome: Arc<Outcome>,
}

/// Why a scenario of a lesson cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// There is no such preset: `id@revision`.
    NoPreset(String),
    /// There is no scenario with this id in the lesson.
    NoScene(String),
    /// There is no subject with this id in the scenario.
    NoSubject(String),
    /// What is wrong with the document.
    Senseless(Vec<Diagnostic>),
}

impl From<Diagnostic> for Trouble {
    fn from(it: Diagnostic) -> Self {
        Self::Senseless(vec![it])
    }
}

impl Scene {
    /// Makes a scenario of a lesson.
    ///
    /// # Errors
    ///
    /// If there is no such preset or subject, or the patch or what it makes is not sound.
    pub fn set(staged: &Staged) -> Result<Self, Trouble> {
        let no_preset = || Trouble::NoPreset(staged.preset.clone());
        let (id, revision) = staged.preset.split_once('@').ok_or_else(no_preset)?;
        let preset = revision.parse().ok().and_then(|it| presets::find(id, it)).ok_or_else(no_preset)?;
        let scenario = with(&preset.scenario()?, staged.change.as_ref())?;
        Self::of(&staged.id, Arc::new(scenario), staged.subject.as_deref())
    }

    /// A scene of a document.
    ///
    /// # Errors
    ///
    /// If the document makes no sense, or has no such subject.
    pub fn of(id: &str, scenario: Arc<Scenario>, subject: Option<&str>) -> Result<Self, Trouble> {
        let outcome = Arc::new(evaluate(&scenario).map_err(Trouble::Senseless)?);
        let subject = match subject {
            Some(it) if scenario.cast.iter().any(|known| known.id == it) => it.to_owned(),
            Some(it) => return Err(Trouble::NoSubject(it.to_owned())),
            None => scenario.cast.first().map(|it| it.id.clone()).unwrap_or_default(),
        };
        Ok(Self { id: id.to_owned(), subject, scenario, outcome })
    }

    /// All scenarios of a lesson, in order.
    ///
    /// # Errors
    ///
    /// As [`Self::set`].
    pub fn all(lesson: &Lesson) -> Result<Vec<Self>, Trouble> {
        lesson.scenarios.iter().map(Self::set).collect()
    }

    /// The life of a subject, by its id.
    pub fn life(&self, subject: &str) -> Option<&Life> {
        let place = self.scenario.cast.iter().position(|it| it.id == subject)?;
        self.outcome.report.lives.get(self.outcome.lowered.subject_at(place)?)
    }
}

/// A document with a patch on it, if there is one.
///
/// # Errors
///
/// As [`compare::apply`].
pub fn with(scenario: &Scenario, change: Option<&Value>) -> Result<Scenario, Diagnostic> {
    change.map_or_else(|| Ok(scenario.clone()), |it| compare::apply(scenario, it))
}

/// A document in which one value is another: `path` names fields and ids of list members, divided by `/`.
///
/// # Errors
///
/// As [`compare::apply`].
pub fn put(scenario: &Scenario, path: &str, value: Value) -> Result<Scenario, Diagnostic> {
    let leaf = Value::Array(vec![value]);
    let patch = path.rsplit('/').fold(leaf, |inner, name| Value::Object(Map::from_iter([(name.to_owned(), inner)])));
    compare::apply(scenario, &patch)
}

/// What stands at a path of a document; `None` if nothing does.
pub fn at(scenario: &Scenario, path: &str) -> Option<Value> {
    let mut here = serde_json::to_value(scenario).ok()?;
    for name in path.split('/') {
        here = match here {
            Value::Object(mut fields) => fields.remove(name)?,
            Value::Array(members) => {
                let is_it = |it: &Value| it.get("id").and_then(Value::as_str) == Some(name);
                let place = members.iter().position(is_it).or_else(|| name.parse().ok())?;
                members.into_iter().nth(place)?
            }
            _ => return None,
        };
    }
    Some(here)
}
