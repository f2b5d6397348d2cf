//! The drafts of a browser, and what one tab may do to them.
//!
//! A draft is a document that was changed since it was opened. Each lies under a name of its own; the list beside them only
//! saves reading all of them, and is made anew from the names whenever it does not fit.
//!
//! A tab writes over a draft only if it is as this tab last saw it. If another tab has written it meanwhile, this tab goes
//! on under a new name, and both are kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::draft::{Summary, Unreadable, restore, store, summary_in};
use super::guard::digest;
use super::history::{Document, History};
use super::store::{Store, Trouble, find};
use crate::scenario::Scenario;
use crate::scenario::compare::changes;

/// Under which name the list is kept.
const LIST: &str = "scl.drafts";
/// How the names of drafts begin.
const DRAFT: &str = "scl.draft.";
/// The work of a tab, changed or not, so that a reload changes nothing.
pub const WORK: &str = "scl.work";
/// How the name of work begins that lies beside what could not be read.
const WORK_BESIDE: &str = "scl.work.";
/// Under this name builds of before kept the name of a tab's draft.
pub const TAB: &str = "scl.tab";
/// So many drafts are kept. The oldest gives way to a further one, after that was told.
pub const MOST: usize = 20;

/// A draft in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// What is known about it.
    pub summary: Summary,
    /// Why it cannot be read, if that is known.
    pub unreadable: Option<Unreadable>,
}

/// What came of keeping the work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Why not all of it is kept. What was kept before stays.
    pub trouble: Option<Trouble>,
    /// The titles of what could not be kept; the rest is kept.
    pub failed: Vec<String>,
    /// Another tab works on the same draft: this one goes on under another name.
    pub apart: bool,
    /// There are more drafts than are kept: this one gives way to the next.
    pub leaving: Option<Summary>,
}

/// Why a draft cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is none of this name any more.
    Gone,
    /// It cannot be read.
    Unreadable(Unreadable),
    /// The browser does not allow it.
    Trouble(Trouble),
}

/// The drafts of a browser, as one tab sees them.
#[derive(Debug)]
pub struct Drafts<S> {
    store: S,
    /// The drafts that this tab has read or written, as they were then.
    seen: BTreeMap<String, u64>,
    /// What of them this tab has kept last.
    kept: BTreeMap<String, Arc<Scenario>>,
    /// Under which name the work of this tab is kept.
    work: String,
    /// The document that was open when everything was deleted: it is not kept again by itself.
    cleared: Option<Arc<Scenario>>,
}

impl<S: Store> Drafts<S> {
    /// The drafts in a store, to a tab that has not opened any.
    pub fn new(store: S) -> Self {
        Self { store, seen: BTreeMap::new(), kept: BTreeMap::new(), work: WORK.to_owned(), cleared: None }
    }

    /// All drafts, latest first.
    ///
    /// # Errors
    ///
    /// If the browser does not allow to look.
    pub fn list(&self) -> Result<Vec<Listed>, Trouble> {
        let text = self.store.get(LIST)?.unwrap_or_default();
        let rows: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
        let mut known: BTreeMap<String, Summary> = BTreeMap::new();
        for row in rows {
            if let Ok(it) = serde_json::from_value::<Summary>(row) {
                known.insert(it.draft.clone(), it);
            }
        }
        let mut all = Vec::new();
        for name in self.store.names()? {
            let Some(draft) = name.strip_prefix(DRAFT) else { continue };
            let summary = match known.remove(draft) {
                Some(it) => Ok(it),
                None => {
                    let text = self.store.get(&name)?.unwrap_or_default();
                    let why = || restore(&text).err().unwrap_or(Unreadable::Damaged);
                    summary_in(draft, &text).ok_or_else(why)
                }
            };
            let unreadable = summary.as_ref().err().copied();
            all.push(Listed { summary: summary.unwrap_or_else(|_| unknown(draft)), unreadable });
        }
        all.sort_by(|a, b| later(&a.summary, &b.summary));
        Ok(all)
    }

    /// The draft that is offered to somebody who has changed nothing yet: one that was made of what is open, or else the
    /// latest.
    pub fn offered(&self, now: &Document) -> Option<Summary> {
        let list = self.list().ok()?.into_iter().filter(|it| it.unreadable.is_none()).map(|it| it.summary);
        let others: Vec<Summary> = list.filter(|it| it.draft != now.draft && it.changed != Some(false)).collect();
        let opened = mark(&now.opened);
        others.iter().find(|it| it.opened == Some(opened)).or(others.first()).cloned()
    }

    /// The draft that gives way to the next one, if the reader was told so.
    pub fn leaving(&self) -> Option<Summary> {
        let list = self.list().ok()?;
        let readable = list.iter().filter(|it| it.unreadable.is_none()).count();
        list.into_iter().map(|it| it.summary).rfind(|it| it.told).filter(|_| readable > MOST)
    }

    /// The text of a draft.
    ///
    /// # Errors
    ///
    /// If the browser does not allow to look.
    pub fn text(&self, draft: &str) -> Result<Option<String>, Trouble> {
        self.store.get(&format!("{DRAFT}{draft}"))
    }

    /// Reads a draft, to go on with it. Where not all of it can be read, `fresh` is the name for what comes of it.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be read.
    pub fn open(&mut self, draft: &str, fresh: &str) -> Result<History, Refused> {
        let text = self.text(draft).map_err(Refused::Trouble)?.ok_or(Refused::Gone)?;
        let restored = restore(&text).map_err(Refused::Unreadable)?;
        let mut history = restored.history;
        let inside = history.now().draft.clone();
        history.rename_draft(&inside, if restored.whole { draft } else { fresh });
        if restored.whole {
            self.seen.insert(draft.to_owned(), digest(&text));
        }
        for (_, it) in worked_on(&history) {
            self.kept.insert(it.draft.clone(), it.scenario.clone());
        }
        Ok(history)
    }

    /// Keeps all work of a history that is not kept yet. `fresh` makes names that no draft has. What cannot be kept stands
    /// in nobody's way: everything else is kept all the same.
    pub fn keep(&mut self, history: &mut History, now_ms: f64, mut fresh: impl FnMut() -> String) -> Kept {
        let mut outcome = Kept::default();
        for (place, document) in worked_on(history) {
            let is_draft = document.is_changed() || self.seen.contains_key(&document.draft);
            if self.has_kept(&document) || !is_draft {
                continue;
            }
            let title = document.scenario.title.clone();
            match self.keep_one(history, place, document, now_ms, &mut fresh) {
                Ok(apart) => outcome.apart |= apart,
                Err(why) => {
                    outcome.trouble = Some(why);
                    outcome.failed.push(title);
                }
            }
        }
        match self.tidy() {
            Ok(leaving) => outcome.leaving = leaving,
            Err(why) => outcome.trouble = outcome.trouble.or(Some(why)),
        }
        outcome
    }

    /// Keeps one document of a history. Answers whether it got another name, because another tab has written its draft.
    fn keep_one(
        &mut self,
        history: &mut History,
        place: Option<usize>,
        document: Document,
        now_ms: f64,
        fresh: &mut impl FnMut() -> String,
    ) -> Result<bool, Trouble> {
        let mut draft = document.draft;
        let there = self.text(&draft)?.map(|it| digest(&it));
        let apart = there.is_some() && there != self.seen.get(&draft).copied();
        if apart {
            let name = fresh();
            history.rename_draft(&draft, &name);
            self.kept.remove(&draft);
            draft = name;
        }
        let part = place.and_then(|it| history.until(it));
        let whole = part.as_ref().unwrap_or(history);
        self.write(whole, &draft, now_ms)?;
        self.kept.insert(draft, document.scenario);
        Ok(apart)
    }

    /// Whether a document is kept as it is.
    fn has_kept(&self, it: &Document) -> bool {
        self.kept.get(&it.draft).is_some_and(|kept| Arc::ptr_eq(kept, &it.scenario))
    }

    fn write(&mut self, history: &History, draft: &str, now_ms: f64) -> Result<(), Trouble> {
        let all = self.list()?;
        let summary = Summary {
            draft: draft.to_owned(),
            title: history.now().scenario.title.clone(),
            saved: now_ms,
            steps: history.past().len(),
            order: all.iter().map(|it| it.summary.order).max().unwrap_or_default().saturating_add(1),
            changed: Some(history.now().is_changed()),
            changes: Some(changes(&history.now().opened, &history.now().scenario).len()),
            published: history.now().is_published(),
            opened: Some(mark(&history.now().opened)),
            told: false,
        };
        let text = store(history, Some(&summary));
        self.store.set(&format!("{DRAFT}{draft}"), &text)?;
        self.seen.insert(draft.to_owned(), digest(&text));
        let others = all.into_iter().filter(|it| it.summary.draft != draft && it.unreadable.is_none());
        self.write_list(std::iter::once(summary).chain(others.map(|it| it.summary)).collect())
    }

    fn write_list(&self, list: Vec<Summary>) -> Result<(), Trouble> {
        self.store.set(LIST, &serde_json::to_string(&list).unwrap_or_default())
    }

    /// Makes room, if there are more drafts than are kept: first go those that were never changed, then the oldest, if the
    /// reader was told. Answers which one the reader has to be told about.
    fn tidy(&self) -> Result<Option<Summary>, Trouble> {
        let mut all: Vec<Summary> =
            self.list()?.into_iter().filter(|it| it.unreadable.is_none()).map(|it| it.summary).collect();
        let before = all.len();
        let mut at = all.len();
        while all.len() > MOST && at > 1 {
            at -= 1;
            let is_changed = all[at].changed.unwrap_or_else(|| self.is_changed(&all[at].draft));
            all[at].changed = Some(is_changed);
            if !is_changed {
                self.store.remove(&format!("{DRAFT}{}", all.remove(at).draft))?;
            }
        }
        while all.len() > MOST + 1
            && let Some(at) = all.iter().rposition(|it| it.told)
        {
            self.store.remove(&format!("{DRAFT}{}", all.remove(at).draft))?;
        }
        // With room again, what was told once is told anew before anything goes.
        let had_room = all.len() <= MOST && all.iter().any(|it| it.told);
        if had_room {
            all.iter_mut().for_each(|it| it.told = false);
        }
        let leaving = (all.len() > MOST).then(|| all.last_mut()).flatten();
        let leaving = leaving.map(|it| {
            let news = !it.told;
            it.told = true;
            (it.clone(), news)
        });
        if had_room || all.len() != before || leaving.as_ref().is_some_and(|it| it.1) {
            self.write_list(all)?;
        }
        Ok(leaving.map(|it| it.0))
    }

    /// Whether the document of a draft of before was changed. What cannot be read counts as changed.
    fn is_changed(&self, draft: &str) -> bool {
        let text = self.text(draft).ok().flatten().unwrap_or_default();
        restore(&text).map_or(true, |it| it.history.now().is_changed())
    }

    /// Deletes a draft.
    ///
    /// # Errors
    ///
    /// If the browser does not allow it. Then it is still there.
    pub fn delete(&mut self, draft: &str) -> Result<(), Trouble> {
        self.store.remove(&format!("{DRAFT}{draft}"))?;
        self.seen.remove(draft);
        // A list that names it still is made anew from the names.
        if let Ok(list) = self.list() {
            let others = list.into_iter().filter(|it| it.unreadable.is_none());
            self.write_list(others.map(|it| it.summary).collect()).ok();
        }
        Ok(())
    }

    /// Deletes all drafts, those too that no list knows, and the work of this tab: nothing of `history` is kept again
    /// unless it is changed.
    ///
    /// # Errors
    ///
    /// If the browser does not allow something of it. The rest is deleted all the same.
    pub fn clear(&mut self, tab: &impl Store, history: &History) -> Result<(), Trouble> {
        let drafts = Self::clear_all(&self.store, |it| it.starts_with(DRAFT) || it == LIST);
        let work = Self::clear_all(tab, |it| it == WORK || it.starts_with(WORK_BESIDE) || it == TAB);
        self.seen.clear();
        self.kept.clear();
        WORK.clone_into(&mut self.work);
        for (_, it) in worked_on(history) {
            self.kept.insert(it.draft, it.scenario);
        }
        self.cleared = Some(history.now().scenario.clone());
        drafts.and(work)
    }

    fn clear_all(store: &impl Store, is_own: impl Fn(&str) -> bool) -> Result<(), Trouble> {
        let mut done = Ok(());
        for it in store.names()?.into_iter().filter(|it| is_own(it)) {
            done = done.and(store.remove(&it));
        }
        done
    }

    /// Keeps the work of this tab as it is, whether it is a draft or not: for a reload.
    pub fn keep_work(&mut self, tab: &impl Store, history: &History) {
        let is_cleared = self.cleared.as_ref().is_some_and(|it| Arc::ptr_eq(it, &history.now().scenario));
        if self.work.is_empty() || is_cleared {
            return;
        }
        self.cleared = None;
        // What of it is kept as a draft too; the rest is kept when there is room again.
        let documents = worked_on(history).into_iter().map(|it| it.1);
        let kept: Vec<String> = documents.filter(|it| self.has_kept(it)).map(|it| it.draft).collect();
        let work = serde_json::json!({ "seen": self.seen, "kept": kept, "history": store(history, None) });
        if tab.set(&self.work, &work.to_string()).is_err() {
            // What is there is older: after a reload the draft is newer.
            tab.remove(&self.work).ok();
        }
    }

    /// The work of this tab before a reload. What of it cannot be read stays where it is: work is kept beside it from now
    /// on, and `fresh` is the name for what could be read of it.
    ///
    /// # Errors
    ///
    /// If the browser does not allow to look.
    pub fn work(&mut self, tab: &impl Store, fresh: &str) -> Result<Work, Trouble> {
        // Until it is known what is there, nothing is written.
        self.work.clear();
        let found = find(tab, WORK, |text| Own::read(text).filter(|it| it.whole))?;
        self.work = found.name;
        let mut work = Work { history: None, unreadable: found.unreadable };
        if let Some(own) = found.thing {
            self.seen = own.seen;
            for (_, it) in worked_on(&own.history).into_iter().filter(|it| own.kept.contains(&it.1.draft)) {
                self.kept.insert(it.draft, it.scenario);
            }
            work.history = Some(own.history);
        } else if let Some(name) = work.unreadable.last() {
            let torn = tab.get(name)?.and_then(|it| Own::read(&it));
            work.history = torn.map(|it| {
                let mut history = it.history;
                let inside = history.now().draft.clone();
                history.rename_draft(&inside, fresh);
                history
            });
        }
        Ok(work)
    }
}

/// The work of a tab, as it was found after a reload.
#[derive(Clone, Debug)]
pub struct Work {
    /// What could be read.
    pub history: Option<History>,
    /// The names of what could not.
    pub unreadable: Vec<String>,
}

/// What a tab keeps for a reload.
struct Own {
    history: History,
    whole: bool,
    seen: BTreeMap<String, u64>,
    kept: Vec<String>,
}

impl Own {
    fn read(text: &str) -> Option<Self> {
        let work: Value = serde_json::from_str(text).ok()?;
        let restored = restore(work.get("history")?.as_str()?).ok()?;
        let kept = work.get("kept").cloned().and_then(|it| serde_json::from_value(it).ok());
        Some(Self {
            history: restored.history,
            whole: restored.whole,
            seen: serde_json::from_value(work.get("seen")?.clone()).ok()?,
            kept: kept.unwrap_or_default(),
        })
    }
}

/// The latest state of each draft in a history, in the order of time, with the place of the step that left it. The open
/// document has none, and comes last.
fn worked_on(history: &History) -> Vec<(Option<usize>, Document)> {
    let mut all: Vec<(Option<usize>, Document)> = Vec::new();
    let left = history.past().iter().enumerate().filter(|it| it.1.before.draft != it.1.after.draft);
    let now = std::iter::once((None, history.now().clone()));
    for it in left.map(|(at, entry)| (Some(at), entry.before.clone())).chain(now) {
        all.retain(|other| other.1.draft != it.1.draft);
        all.push(it);
    }
    all
}

/// What tells apart scenarios as they were opened.
fn mark(opened: &Scenario) -> u64 {
    digest(&serde_json::to_string(opened).unwrap_or_default())
}

fn unknown(draft: &str) -> Summary {
    Summary {
        draft: draft.to_owned(),
        title: String::new(),
        saved: 0.0,
        steps: 0,
        order: 0,
        changed: None,
        changes: None,
        published: false,
        opened: None,
        told: false,
    }
}

fn later(a: &Summary, b: &Summary) -> std::cmp::Ordering {
    b.order.cmp(&a.order).then(b.saved.total_cmp(&a.saved)).then_with(|| a.draft.cmp(&b.draft))
}
