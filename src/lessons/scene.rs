//! The scenarios of a lesson, computed.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::format::{Lesson, Staged};
use crate::engine::case::Life;
use crate::scenario::mark::declare_changes;
use crate::scenario::shape::{self, Shape};
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
        let preset = preset.scenario()?;
        let changed = with(&preset, staged.change.as_ref())?;
        let mut scenario = changed.clone();
        declare_changes(&mut scenario, &changed, &preset);
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

/// What stands at a path of a document, as [`put`] takes it; what a field that is left out stands for, if it stands for
/// something. `None` if there is no such place.
pub fn at(scenario: &Scenario, path: &str) -> Option<Value> {
    let mut here = serde_json::to_value(scenario).ok()?;
    let mut shape = Shape::Record(shape::SCENARIO);
    for name in path.split('/') {
        (here, shape) = match shape {
            Shape::Record(fields) | Shape::OneOf(fields) => {
                let field = shape::field(fields, name)?;
                let written = here.get_mut(name).map(Value::take);
                (written.or_else(|| field.absent.value())?, field.shape)
            }
            Shape::Keyed(keyed) => {
                let is_it = |it: &&mut Value| it.get("id").and_then(Value::as_str) == Some(name);
                (here.as_array_mut()?.iter_mut().find(is_it)?.take(), Shape::Record(keyed.fields))
            }
            Shape::List(members) => (here.get_mut(name.parse::<usize>().ok()?)?.take(), *members),
            Shape::Values => (here.get_mut(name)?.take(), Shape::Plain),
            Shape::Plain | Shape::Day | Shape::Word(_) | Shape::Name(_) => return None,
        };
    }
    Some(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_a_document_are_read_and_written() {
        let scenario = presets::latest("rongcheng-rules").unwrap().scenario().unwrap();
        let rule = &scenario.rulebook.rules[0];
        let on = format!("rulebook/rules/{}/on", rule.id);
        assert_eq!(at(&scenario, &on), Some(true.into()), "left out, and so on");
        let off = put(&scenario, &on, false.into()).unwrap();
        assert_eq!(at(&off, &on), Some(false.into()));
        assert_eq!(at(&scenario, "rulebook/safeguards/appeal"), Some(scenario.rulebook.safeguards.appeal.into()));
        assert_eq!(at(&scenario, "title"), Some(scenario.title.clone().into()));
        for nowhere in ["rulebook/rules/none/on", "nothing", "title/more", "rulebook/rules/0/on", ""] {
            assert_eq!(at(&scenario, nowhere), None, "{nowhere}");
        }
    }
}
