//! The open document, and undo and redo of everything that changed it.
//!
//! An entry holds the documents before and after; they share what did not change, so an entry is small. Undoing
//! replaces the document as a whole. Edits of one gesture become one entry: of a number being typed, those that follow
//! each other quickly; of a drag, all until it is let go. Opening another scenario is an entry too, so it can be undone.

use std::sync::Arc;

use crate::scenario::Scenario;
use crate::scenario::unique::{Renamed, make_unique};

/// How many entries are kept.
const KEPT: usize = 200;
/// Edits with the same gesture within so many milliseconds become one entry.
const GESTURE_MS: f64 = 900.0;

pub use crate::scenario::link::Base;

/// An open document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What the reader sees and edits.
    pub scenario: Arc<Scenario>,
    /// What it was when it was opened. A link may hold changes of its sender: then this is not the baseline.
    pub opened: Arc<Scenario>,
    /// What it was before the reader's edits.
    pub baseline: Arc<Scenario>,
    /// The preset that the baseline is, if it is one.
    pub base: Option<Base>,
    /// Under which name drafts of it are kept.
    pub draft: String,
    /// What got an id of its own when it was opened.
    pub renamed: Arc<[Renamed]>,
}

impl Document {
    /// A scenario as it is opened: its own baseline, and every thing in it with an id of its own.
    pub fn new(mut scenario: Arc<Scenario>, base: Option<Base>, draft: String) -> Self {
        let renamed = unique(&mut scenario);
        Self { opened: scenario.clone(), baseline: scenario.clone(), scenario, base, draft, renamed }
    }

    /// Whether it was changed since it was opened.
    pub fn is_changed(&self) -> bool {
        !Arc::ptr_eq(&self.scenario, &self.opened) && self.scenario != self.opened
    }

    /// Whether it was opened as a preset is published, and not as somebody changed it.
    pub fn is_published(&self) -> bool {
        self.base.is_some() && self.opened == self.baseline
    }

    /// Whether things in it share an id, as in drafts of before.
    pub fn has_repeats(&self) -> bool {
        !unique(&mut self.scenario.clone()).is_empty()
    }

    fn make_unique(&mut self) {
        unique(&mut self.opened);
        unique(&mut self.baseline);
        self.renamed = unique(&mut self.scenario);
    }
}

/// Copies the scenario only if something in it has to be renamed. Answers what was.
fn unique(scenario: &mut Arc<Scenario>) -> Arc<[Renamed]> {
    let mut copy = Scenario::clone(scenario);
    let renamed = make_unique(&mut copy);
    if !renamed.is_empty() {
        *scenario = Arc::new(copy);
    }
    renamed.into()
}

/// What an entry of the history did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The reader changed the scenario. What exactly: compare before and after.
    Edited,
    /// The reader opened another scenario.
    Opened,
}

/// One step that can be undone.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The document before.
    pub before: Document,
    /// The document after.
    pub after: Document,
    /// What it did.
    pub deed: Deed,
    gesture: Option<(String, f64)>,
}

impl Entry {
    /// An entry as it was stored; it takes part in no gesture any more.
    pub fn restored(before: Document, after: Document, deed: Deed) -> Self {
        Self { before, after, deed, gesture: None }
    }
}

/// The open document and how it came to be what it is.
#[derive(Clone, Debug)]
pub struct History {
    now: Document,
    past: Vec<Entry>,
    future: Vec<Entry>,
    /// Whether a gesture goes on until it is ended, however long it rests.
    held: bool,
}

impl History {
    /// A history that begins with a document.
    pub fn new(document: Document) -> Self {
        Self { now: document, past: Vec::new(), future: Vec::new(), held: false }
    }

    /// A history as it was stored: `past` oldest first, `future` next first.
    pub fn restored(now: Document, past: Vec<Entry>, future: Vec<Entry>) -> Self {
        Self { now, past, future: future.into_iter().rev().collect(), held: false }
    }

    /// Gives all things in all documents of the history an id of their own.
    pub fn make_unique(&mut self) {
        for entry in self.past.iter_mut().chain(&mut self.future) {
            entry.before.make_unique();
            entry.after.make_unique();
        }
        self.now.make_unique();
    }

    /// The open document.
    pub fn now(&self) -> &Document {
        &self.now
    }

    /// What can be undone, oldest first.
    pub fn past(&self) -> &[Entry] {
        &self.past
    }

    /// What can be redone, next first.
    pub fn future(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.future.iter().rev()
    }

    /// Changes the scenario. Answers whether anything changed.
    ///
    /// `gesture` names what the reader is doing ("points of rule late-bill"); edits with the same name that follow each
    /// other quickly become one step, and so do all that follow a [`History::hold`]. A step that ends where it began
    /// disappears.
    pub fn edit(&mut self, gesture: &str, now_ms: f64, change: impl FnOnce(&mut Scenario)) -> bool {
        let mut scenario = Scenario::clone(&self.now.scenario);
        change(&mut scenario);
        if scenario == *self.now.scenario {
            return false;
        }
        let after = Document { scenario: Arc::new(scenario), ..self.now.clone() };
        let gesture_now = (!gesture.is_empty()).then(|| (gesture.to_owned(), now_ms));
        let continues = self.future.is_empty()
            && self.past.last().is_some_and(|last| {
                last.deed == Deed::Edited
                    && last.gesture.as_ref().is_some_and(|it| it.0 == gesture && (self.held || follows(it.1, now_ms)))
            });
        self.future.clear();
        match self.past.last_mut().filter(|_| continues) {
            Some(last) => {
                last.after = after.clone();
                last.gesture = gesture_now;
                if last.before.scenario == after.scenario {
                    self.past.pop();
                }
            }
            None => self.push(Entry {
                before: self.now.clone(),
                after: after.clone(),
                deed: Deed::Edited,
                gesture: gesture_now,
            }),
        }
        self.now = after;
        true
    }

    /// Opens another document in place of the present one.
    pub fn open(&mut self, document: Document) {
        self.future.clear();
        self.push(Entry { before: self.now.clone(), after: document.clone(), deed: Deed::Opened, gesture: None });
        self.now = document;
    }

    /// Takes back the last step. Answers whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(mut entry) = self.past.pop() else { return false };
        entry.gesture = None;
        self.now = entry.before.clone();
        self.future.push(entry);
        true
    }

    /// Takes the last step that was taken back again. Answers whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(entry) = self.future.pop() else { return false };
        self.now = entry.after.clone();
        self.past.push(entry);
        true
    }

    /// Begins a gesture that goes on until [`History::end_gesture`], as a drag does until it is let go.
    pub fn hold(&mut self) {
        self.end_gesture();
        self.held = true;
    }

    /// Ends a gesture: the next edit is a step of its own, whatever its name.
    pub fn end_gesture(&mut self) {
        self.held = false;
        if let Some(last) = self.past.last_mut() {
            last.gesture = None;
        }
    }

    /// Goes on with another history: what it can take back comes first, and then what this one can.
    pub fn resume(&mut self, other: Self) {
        let begin = other.past.first().map_or(&other.now, |it| &it.before).clone();
        self.open(begin);
        for entry in other.past {
            self.push(entry);
        }
        self.now = other.now;
        self.future = other.future;
    }

    /// The history up to a step: as it was before the step at this place was done.
    pub fn until(&self, place: usize) -> Option<Self> {
        let now = self.past.get(place)?.before.clone();
        Some(Self { now, past: self.past[..place].to_vec(), future: Vec::new(), held: false })
    }

    /// Keeps a document under another name from now on.
    pub fn rename_draft(&mut self, old: &str, new: &str) {
        let entries = self.past.iter_mut().chain(&mut self.future);
        let documents = entries.flat_map(|it| [&mut it.before, &mut it.after]).chain(std::iter::once(&mut self.now));
        documents.filter(|it| it.draft == old).for_each(|it| new.clone_into(&mut it.draft));
    }

    fn push(&mut self, entry: Entry) {
        if self.past.len() >= KEPT {
            self.make_room();
        }
        self.past.push(entry);
    }

    /// Forgets a document that was only looked at; if there is none, the first step.
    fn make_room(&mut self) {
        let is_looked_at =
            |pair: &[Entry]| pair.iter().all(|it| it.deed == Deed::Opened) && !pair[0].after.is_changed();
        match self.past.windows(2).position(is_looked_at) {
            Some(at) => {
                let first = self.past.remove(at);
                self.past[at].before = first.before;
            }
            None => drop(self.past.remove(0)),
        }
    }
}

/// Whether two edits follow each other quickly. A clock that was put back says nothing.
fn follows(earlier: f64, later: f64) -> bool {
    (0.0..=GESTURE_MS).contains(&(later - earlier))
}
