//! A history as text: what the browser keeps so that work survives a reload, undo and redo included.
//!
//! A draft holds the document at the beginning of the kept history in full, then one patch for each step, so that a
//! hundred small edits take little room. A draft of a later version is not read, and nothing is written over it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::history::{Base, Deed, Document, Entry, History};
use crate::scenario::compare::{apply, changes, diff};
use crate::scenario::{Code, Scenario, plain, read};

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
    /// When it was kept, in milliseconds since 1970, by a clock that may have been put back since.
    pub saved: f64,
    /// How many steps can be undone.
    pub steps: usize,
    /// Which was kept later: no clock is asked. Drafts of before have none.
    #[serde(default)]
    pub order: u64,
    /// Whether the document is another one than when it was opened. Of drafts of before nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<bool>,
    /// How many things are different from when it was opened. Of drafts of before nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<usize>,
    /// Whether it was made of a preset as it is published.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub published: bool,
    /// What tells apart what it was when it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<u64>,
    /// Whether the reader was told that it gives way next.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
}

/// Why a draft cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A part is missing or was changed.
    Damaged,
    /// A later build wrote it.
    Later,
}

/// What was read of a draft.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The history.
    pub history: History,
    /// Whether that is all of it. If not, the draft must not be written over.
    pub whole: bool,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    summary: Option<Summary>,
    start: StoredDocument,
    steps: Vec<StoredStep>,
    /// How many of the steps are done; the others can be redone.
    done: usize,
}

#[derive(Deserialize)]
struct Head {
    version: Value,
    #[serde(default)]
    summary: Option<Summary>,
}

#[derive(Serialize, Deserialize)]
struct StoredDocument {
    scenario: Value,
    /// Absent if it is the baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    opened: Option<Value>,
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
pub fn store(history: &History, summary: Option<&Summary>) -> String {
    let past = history.past();
    let kept = &past[past.len().saturating_sub(STEPS)..];
    let future: Vec<&Entry> = history.future().take(STEPS).collect();
    let start = kept.first().map_or_else(|| history.now(), |it| &it.before);
    let steps = kept.iter().chain(future).map(|entry| match entry.deed {
        Deed::Edited => StoredStep::Edited(diff(&entry.before.scenario, &entry.after.scenario)),
        Deed::Opened => StoredStep::Opened(store_document(&entry.after)),
    });
    let stored = Stored {
        version: VERSION,
        summary: summary.cloned(),
        start: store_document(start),
        steps: steps.collect(),
        done: kept.len(),
    };
    serde_json::to_string(&stored).unwrap_or_default()
}

/// What the list says of a draft, read from the draft itself.
pub fn summary_in(draft: &str, text: &str) -> Option<Summary> {
    let kept = serde_json::from_str::<Head>(text).ok().filter(|it| it.version == VERSION).and_then(|it| it.summary);
    kept.filter(|it| it.draft == draft).or_else(|| {
        let history = restore(text).ok()?.history;
        let now = history.now();
        Some(Summary {
            draft: draft.to_owned(),
            title: now.scenario.title.clone(),
            saved: 0.0,
            steps: history.past().len(),
            order: 0,
            changed: Some(now.is_changed()),
            changes: Some(changes(&now.opened, &now.scenario).len()),
            published: now.is_published(),
            opened: None,
            told: false,
        })
    })
}

/// Reads a history. Later steps that cannot be read are left out; what comes before them is kept.
///
/// # Errors
///
/// If the text is damaged or of a later version: there is nothing that could be mended.
pub fn restore(text: &str) -> Result<Restored, Unreadable> {
    let head: Head = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
    if head.version.as_u64().is_some_and(|it| it > u64::from(VERSION)) {
        return Err(Unreadable::Later);
    }
    let stored: Option<Stored> = serde_json::from_str(text).ok().filter(|it: &Stored| it.version == VERSION);
    let stored = stored.ok_or(Unreadable::Damaged)?;
    let mut documents = vec![(restore_document(&stored.start)?, Deed::Opened)];
    for step in &stored.steps {
        let last = &documents[documents.len() - 1].0;
        let next = match step {
            StoredStep::Edited(patch) => apply(&last.scenario, patch)
                .ok()
                .map(|it| (Document { scenario: Arc::new(it), ..last.clone() }, Deed::Edited)),
            StoredStep::Opened(document) => restore_document(document).ok().map(|it| (it, Deed::Opened)),
        };
        let Some(next) = next else { break };
        documents.push(next);
    }
    let whole = documents.len() == stored.steps.len() + 1;
    let has_repeats = documents.iter().any(|it| it.1 == Deed::Opened && it.0.has_repeats());
    let done = stored.done.min(documents.len() - 1);
    let now = documents[done].0.clone();
    let mut entries: Vec<Entry> =
        documents.windows(2).map(|pair| Entry::restored(pair[0].0.clone(), pair[1].0.clone(), pair[1].1)).collect();
    let future = entries.split_off(done);
    let mut history = History::restored(now, entries, future);
    if has_repeats {
        history.make_unique();
    }
    Ok(Restored { history, whole })
}

fn store_document(it: &Document) -> StoredDocument {
    let value = |scenario: &Scenario| serde_json::to_value(scenario).unwrap_or_default();
    StoredDocument {
        scenario: value(&it.scenario),
        opened: (it.opened != it.baseline).then(|| value(&it.opened)),
        baseline: (it.baseline != it.scenario).then(|| value(&it.baseline)),
        base: it.base.as_ref().map(|it| (it.id.clone(), it.revision)),
        draft: it.draft.clone(),
    }
}

fn restore_document(it: &StoredDocument) -> Result<Document, Unreadable> {
    let read = |value: &Value| {
        let read = read::from_value(value.clone()).map(Arc::new);
        read.map_err(|it| if matches!(it.code, Code::TooNew { .. }) { Unreadable::Later } else { Unreadable::Damaged })
    };
    let scenario = read(&it.scenario)?;
    let baseline = it.baseline.as_ref().map_or_else(|| Ok(scenario.clone()), read)?;
    let opened = match &it.opened {
        None => baseline.clone(),
        Some(value) if *value == it.scenario => scenario.clone(),
        Some(value) => read(value)?,
    };
    let base = it.base.clone().map(|(id, revision)| Base { id, revision });
    Ok(Document { scenario, opened, baseline, base, draft: it.draft.clone(), renamed: Arc::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Decimal, presets};

    fn document(id: &str) -> Document {
        let scenario = Arc::new(presets::latest(id).unwrap().scenario().unwrap());
        let base = Some(Base { id: id.to_owned(), revision: 1 });
        Document::new(scenario, base, "d".to_owned())
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
        let mut second = restore(&store(&first, None)).unwrap().history;
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
        let restored = restore(&store(&history, None)).unwrap().history;
        assert_eq!(restored.now().scenario.title, "Step 149");
        assert_eq!(restored.past().len(), STEPS);
    }

    #[test]
    fn what_was_opened_is_kept_apart_from_the_baseline() {
        let mut sent = document("blank");
        let mut scenario = (*sent.scenario).clone();
        scenario.title = "Sent".to_owned();
        sent.opened = Arc::new(scenario);
        sent.scenario = sent.opened.clone();
        let mut history = History::new(sent);
        assert!(!history.now().is_changed());
        let restored = restore(&store(&history, None)).unwrap();
        assert_eq!(restored.history.now(), history.now());
        assert!(restored.whole && !restored.history.now().is_changed());
        history.edit("", 1.0, |it| it.title.push('!'));
        let restored = restore(&store(&history, None)).unwrap().history;
        assert_eq!(restored.now(), history.now());
        assert!(restored.now().is_changed());
    }

    #[test]
    fn damaged_drafts_are_refused() {
        let good = store(&worked_on(), None);
        let damaged = [
            "",
            "{}",
            "null",
            "[]",
            &good[..good.len() / 2],
            &good.replace("\"version\":1,\"start", "\"version\":\"1\",\"start"),
        ];
        for text in damaged {
            assert_eq!(restore(text).unwrap_err(), Unreadable::Damaged, "{text:.40}");
        }
        let later = good.replacen("{\"version\":1", "{\"version\":7", 1);
        assert_eq!(restore(&later).unwrap_err(), Unreadable::Later);
        assert_eq!(restore("{\"version\":2,\"something\":[]}").unwrap_err(), Unreadable::Later);
    }

    #[test]
    fn steps_that_cannot_be_read_are_noticed() {
        let good = store(&worked_on(), None);
        assert!(restore(&good).unwrap().whole);
        let half = good.replacen("{\"edited\":{", "{\"edited\":{\"nothing\":[1],", 1);
        let restored = restore(&half).unwrap();
        assert!(!restored.whole);
        assert!(restored.history.past().is_empty());
    }

    #[test]
    fn a_draft_says_itself_what_the_list_says() {
        let history = worked_on();
        let summary = Summary {
            draft: "d".into(),
            title: "T".into(),
            saved: 5.0,
            steps: 3,
            order: 9,
            changed: Some(true),
            changes: Some(2),
            published: true,
            opened: Some(7),
            told: false,
        };
        assert_eq!(summary_in("d", &store(&history, Some(&summary))), Some(summary));
        let old = summary_in("x", &store(&history, None)).unwrap();
        assert_eq!((old.title, old.steps, old.order), (history.now().scenario.title.clone(), history.past().len(), 0));
        assert_eq!(summary_in("x", "[1"), None);
    }
}
