//! What is shown of the open document: what follows from it or, while it cannot be computed, from its own last version
//! that could be. Never from another document.

use std::sync::Arc;

use super::history::Document;
use crate::engine::case::Life;
use crate::engine::model::SubjectIdx;
use crate::scenario::{Diagnostic, Outcome, Scenario, evaluate};

/// Everything that follows from a document, or from its last version that made sense.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The scenario that was computed; the open one, if none of this document was.
    pub scenario: Arc<Scenario>,
    /// What follows from it; `None` as long as no version of this document made sense.
    pub outcome: Option<Arc<Outcome>>,
    /// What is wrong with the open document, and what has no effect in it.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    /// Whether the open document could not be computed, so that this is at best what followed from an earlier version.
    pub stale: bool,
    /// The draft that the document is.
    draft: String,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.outcome, &other.outcome) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => Arc::ptr_eq(&self.scenario, &other.scenario),
            _ => false,
        };
        same && self.stale == other.stale && self.draft == other.draft && self.diagnostics == other.diagnostics
    }
}

impl Shown {
    /// What is shown of a document after `earlier` was.
    pub fn of(document: &Document, earlier: Option<&Self>) -> Self {
        let own = earlier.filter(|it| it.draft == document.draft && it.outcome.is_some());
        Self { draft: document.draft.clone(), ..Self::of_scenario(&document.scenario, own) }
    }

    /// What is shown of a scenario that stands for itself.
    pub fn alone(scenario: &Arc<Scenario>) -> Self {
        Self::of_scenario(scenario, None)
    }

    fn of_scenario(scenario: &Arc<Scenario>, own: Option<&Self>) -> Self {
        let draft = String::new();
        match evaluate(scenario) {
            Ok(outcome) => {
                let diagnostics = Arc::new(outcome.lowered.warnings.clone());
                let scenario = scenario.clone();
                Self { scenario, outcome: Some(Arc::new(outcome)), diagnostics, stale: false, draft }
            }
            Err(diagnostics) => Self {
                scenario: own.map_or_else(|| scenario.clone(), |it| it.scenario.clone()),
                outcome: own.and_then(|it| it.outcome.clone()),
                diagnostics: Arc::new(diagnostics),
                stale: true,
                draft,
            },
        }
    }

    /// The place in the case of the subject with an id.
    pub fn subject_idx(&self, id: &str) -> Option<SubjectIdx> {
        let place = self.scenario.cast.iter().position(|it| it.id == id)?;
        self.outcome.as_ref()?.lowered.subject_at(place)
    }

    /// The life of the subject with an id.
    pub fn life(&self, id: &str) -> Option<&Life> {
        self.outcome.as_ref()?.report.lives.get(self.subject_idx(id)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::editor::History;
    use crate::scenario::presets;

    fn document(draft: usize, is_sound: bool) -> Document {
        let preset = ["blank", "suining-2010", "rongcheng-rules"][draft % 3];
        let mut scenario = presets::latest(preset).unwrap().scenario().unwrap();
        scenario.title = format!("{draft}");
        make(&mut scenario, is_sound);
        Document::new(Arc::new(scenario), None, draft.to_string())
    }

    /// Makes a scenario sound, or one that cannot be computed: its last day comes before its first.
    fn make(scenario: &mut Scenario, is_sound: bool) {
        if (scenario.first_day.0 < scenario.last_day.0) != is_sound {
            std::mem::swap(&mut scenario.first_day, &mut scenario.last_day);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        /// Whatever is opened, broken, mended, undone and redone: what is shown is of the open document or is nothing.
        #[test]
        fn nothing_of_another_document_is_shown(steps in prop::collection::vec((0usize..5, any::<bool>()), 1..24)) {
            let mut history = History::new(document(0, true));
            let mut shown = Shown::of(history.now(), None);
            for (at, (deed, is_sound)) in steps.into_iter().enumerate() {
                match deed {
                    0 => history.open(document(at + 1, is_sound)),
                    1 | 2 => { history.edit("", 0.0, |it| make(it, is_sound)); }
                    3 => { history.undo(); }
                    _ => { history.redo(); }
                }
                let before = shown.clone();
                let now = history.now().clone();
                shown = Shown::of(&now, Some(&before));
                let is_computable = evaluate(&now.scenario).is_ok();
                prop_assert_eq!(shown.stale, !is_computable);
                prop_assert_eq!(&shown.scenario.title, &now.scenario.title);
                if is_computable {
                    prop_assert!(Arc::ptr_eq(&shown.scenario, &now.scenario));
                } else if before.draft == now.draft {
                    prop_assert_eq!(shown.outcome.is_some(), before.outcome.is_some());
                } else {
                    prop_assert!(shown.outcome.is_none());
                }
            }
        }
    }
}
