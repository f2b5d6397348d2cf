//! A history as text: what the browser keeps so that work survives a reload, undo and redo included.
//!
//! A draft holds the document at the beginning of the kept history in full, then one patch for each step, so that a
//! hundred small edits take little room. It is this build's own format: a draft of another version is not read.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::history::{Base, Deed, Document, Entry, History};
use crate::scenario::compare::{apply, diff};
use crate::scenario::{Scenario, plain, read};

/// The version of the format.
const VERSION: u32 = 1;
/// The most steps that are kept, in each direction.
const STEPS: usize = 60;

/// What a list of drafts shows without opening them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Under which name it is kept.
    pub draft: String,
    /// The title of the scenario.
    #[serde(deserialize_with = "plain::deserialize")]
    pub title: String,
    /// When it was kept, in milliseconds since 1970.
    pub saved: f64,
    /// How many steps can be undone.
    pub steps: usize,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    start: StoredDocument,
    steps: Vec<StoredStep>,
    /// How many of the steps are done; the others can be redone.
    done: usize,
}

#[derive(Serialize, Deserialize)]
struct StoredDocument {
    scenario: Value,
    /// Absent if it is the scenario.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    baseline: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base: Option<(String, u32)>,
    draft: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StoredStep {
    Edited(Value),
    Opened(StoredDocument),
}

/// Writes a history down.
pub fn store(history: &History) -> String {
    let past = history.past();
    let kept = &past[past.len().saturating_sub(STEPS)..];
    let future: Vec<&Entry> = history.future().take(STEPS).collect();
    let start = kept.first().map_or_else(|| history.now(), |it| &it.before);
    let steps = kept.iter().chain(future).map(|entry| match entry.deed {
        Deed::Edited => StoredStep::Edited(diff(&entry.before.scenario, &entry.after.scenario)),
        Deed::Opened => StoredStep::Opened(store_document(&entry.after)),
    });
    let stored = Stored { version: VERSION, start: store_document(start), steps: steps.collect(), done: kept.len() };
    serde_json::to_string(&stored).unwrap_or_default()
}

/// Reads a history. `None` if the text is damaged or of another version: there is nothing that could be mended.
///
/// Later steps that cannot be read are left out; what comes before them is kept.
pub fn restore(text: &str) -> Option<History> {
    let stored: Stored = serde_json::from_str(text).ok().filter(|it: &Stored| it.version == VERSION)?;
    let mut documents = vec![(restore_document(&stored.start)?, Deed::Opened)];
    for step in &stored.steps {
        let last = &documents[documents.len() - 1].0;
        let next = match step {
            StoredStep::Edited(patch) => apply(&last.scenario, patch)
                .ok()
                .map(|it| (Document { scenario: Arc::new(it), ..last.clone() }, Deed::Edited)),
            StoredStep::Opened(document) => restore_document(document).map(|it| (it, Deed::Opened)),
        };
        let Some(next) = next else { break };
        documents.push(next);
    }
    let done = stored.done.min(documents.len() - 1);
    let now = documents[done].0.clone();
    let mut entries: Vec<Entry> =
        documents.windows(2).map(|pair| Entry::restored(pair[0].0.clone(), pair[1].0.clone(), pair[1].1)).collect();
    let future = entries.split_off(done);
    Some(History::restored(now, entries, future))
}

fn store_document(it: &Document) -> StoredDocument {
    let value = |scenario: &Scenario| serde_json::to_value(scenario).unwrap_or_default();
    StoredDocument {
        scenario: value(&it.scenario),
        baseline: (it.baseline != it.scenario).then(|| value(&it.baseline)),
        base: it.base.as_ref().map(|it| (it.id.clone(), it.revision)),
        draft: it.draft.clone(),
    }
}

fn restore_document(it: &StoredDocument) -> Option<Document> {
    let scenario = Arc::new(read::from_value(it.scenario.clone()).ok()?);
    let baseline = match &it.baseline {
        Some(value) => Arc::new(read::from_value(value.clone()).ok()?),
        None => scenario.clone(),
    };
    let base = it.base.clone().map(|(id, revision)| Base { id, revision });
    Some(Document { scenario, baseline, base, draft: it.draft.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Decimal, presets};

    fn document(id: &str) -> Document {
        let scenario = Arc::new(presets::latest(id).unwrap().scenario().unwrap());
        let base = Some(Base { id: id.to_owned(), revision: 1 });
        Document { baseline: scenario.clone(), scenario, base, draft: "d".to_owned() }
    }

    fn worked_on() -> History {
        let mut history = History::new(document("rongcheng-rules"));
        for step in 1..=4 {
            history.edit("", f64::from(step), |it| it.title.push('!'));
            history.edit("", f64::from(step), |it| {
                it.rulebook.scale.as_mut().unwrap().start = Decimal::whole(900 + i64::from(step));
            });
        }
        history.open(document("jinan-dog-licence"));
        history.edit("", 9.0, |it| drop(it.events.remove(0)));
        history.undo();
        history
    }

    #[test]
    fn a_stored_history_can_be_walked_like_the_first() {
        let mut first = worked_on();
        let mut second = restore(&store(&first)).unwrap();
        loop {
            assert_eq!(first.now(), second.now());
            if !first.undo() {
                break;
            }
            assert!(second.undo());
        }
        assert!(!second.undo());
        while first.redo() {
            assert!(second.redo());
            assert_eq!(first.now(), second.now());
        }
        assert!(!second.redo());
    }

    #[test]
    fn long_histories_keep_their_end() {
        let mut history = History::new(document("blank"));
        for step in 0..150 {
            history.edit("", f64::from(step), |it| it.title = format!("Step {step}"));
        }
        let restored = restore(&store(&history)).unwrap();
        assert_eq!(restored.now().scenario.title, "Step 149");
        assert_eq!(restored.past().len(), STEPS);
    }

    #[test]
    fn damaged_drafts_are_refused() {
        let good = store(&worked_on());
        for text in ["", "{}", "null", &good[..good.len() / 2], &good.replace("\"version\":1", "\"version\":7")] {
            assert!(restore(text).is_none(), "{text:.40}");
        }
    }
}
