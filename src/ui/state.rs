//! The open document, what follows from it, and what the reader is looking at.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

pub use crate::editor::Shown;
use crate::editor::draft::Summary;
use crate::editor::drafts::Drafts;
use crate::editor::history::{Base, Document};
use crate::editor::open::{Arrival, shows_document};
use crate::editor::store::Trouble;
use crate::editor::{History, Route};
use crate::engine::Day;
use crate::scenario::doc::{Event, Rule};
use crate::scenario::mark::{self, Mark};
use crate::scenario::{Diagnostic, Path, Scenario, Severity};
use crate::text::{ENGLISH, Texts};
use crate::ui::share::Keeper;

/// The texts of the reader's language.
pub fn texts() -> &'static Texts {
    &ENGLISH
}

/// The handle that components share: the open document, its outcome and the reader's place in it.
///
/// Reading goes through signals; every change of the document goes through [`Lab::edit`], so that it can be undone.
#[derive(Clone, Copy)]
pub struct Lab {
    history: RwSignal<History>,
    /// The open document.
    pub document: Memo<Document>,
    /// What follows from it.
    pub shown: Memo<Shown>,
    /// What is wrong with the document, and what has no effect in it. Changes only when that does, and not at every edit.
    pub diagnostics: ReadSignal<Arc<Vec<Diagnostic>>>,
    /// What follows from its baseline.
    pub before: Memo<Shown>,
    /// The id of the subject whose life is shown. Read it through [`Lab::subject`].
    chosen_subject: RwSignal<String>,
    /// The day under the cursor; the last day, if none.
    pub day: RwSignal<Option<Day>>,
    /// The id of the event that is selected in chart, ledger and list.
    pub event: RwSignal<Option<String>>,
    /// The id of the rule that is open for editing.
    pub rule: RwSignal<Option<String>>,
    /// Inputs whose text is not a value, by their path; the document keeps their last value.
    unread: RwSignal<BTreeSet<String>>,
    /// The reader's place in the page.
    pub route: RwSignal<Route>,
    /// What a screen reader is told about the last change.
    pub announcement: RwSignal<String>,
    /// Whether the dialog with link and file is open.
    pub sharing: RwSignal<bool>,
    /// What the address named, and what of it is open.
    pub arrival: RwSignal<Arrival>,
    /// A place that the address names and the page does not have.
    pub lost_place: RwSignal<Option<String>>,
    /// Parts of the address that mean nothing here.
    pub strange_parts: RwSignal<Vec<String>>,
    drafts: StoredValue<Drafts<Keeper>>,
    /// Whether the reader does not want to go on with an earlier draft.
    pub draft_declined: RwSignal<bool>,
    /// Why the browser does not keep drafts, if it does not, and the titles of those.
    pub storage_trouble: RwSignal<Option<(Trouble, Vec<String>)>>,
    /// Whether another tab works on the same draft, so that this one goes on under another name.
    pub went_apart: RwSignal<bool>,
    /// The draft that gives way to the next one.
    pub leaving_draft: RwSignal<Option<Summary>>,
    /// Whether the work of this tab was not brought back because the page did not get up with it.
    pub held_work: RwSignal<bool>,
    /// The draft of which the reader has seen that things in it had one id.
    pub renamed_seen: RwSignal<String>,
    /// Whether nothing can be changed through this handle: see [`Lab::looking_at`].
    pub locked: bool,
}

impl Lab {
    /// Makes the handle and provides it to all components.
    pub fn provide(history: History, drafts: Drafts<Keeper>, route: Route) -> Self {
        let lab = Self::of(history, drafts, RwSignal::new(route), RwSignal::new(String::new()));
        provide_context(lab);
        lab
    }

    fn of(history: History, drafts: Drafts<Keeper>, route: RwSignal<Route>, announcement: RwSignal<String>) -> Self {
        let history = RwSignal::new(history);
        let document = Memo::new(move |_| history.with(|it| it.now().clone()));
        let shown = Memo::new(move |earlier: Option<&Shown>| document.with(|it| Shown::of(it, earlier)));
        let baseline = Memo::new(move |_| document.with(|it| it.baseline.clone()));
        let before = Memo::new(move |_| baseline.with(Shown::alone));
        Self {
            history,
            document,
            shown,
            diagnostics: diagnostics_of(shown),
            before,
            chosen_subject: RwSignal::new(String::new()),
            day: RwSignal::new(None),
            event: RwSignal::new(None),
            rule: RwSignal::new(None),
            unread: RwSignal::new(BTreeSet::new()),
            route,
            announcement,
            sharing: RwSignal::new(false),
            arrival: RwSignal::new(Arrival::Open),
            lost_place: RwSignal::new(None),
            strange_parts: RwSignal::new(Vec::new()),
            drafts: StoredValue::new(drafts),
            draft_declined: RwSignal::new(false),
            storage_trouble: RwSignal::new(None),
            went_apart: RwSignal::new(false),
            leaving_draft: RwSignal::new(None),
            held_work: RwSignal::new(false),
            renamed_seen: RwSignal::new(String::new()),
            locked: false,
        }
    }

    /// A handle to another document inside this page, for a part of it: what is done there is not the reader's draft.
    /// Everything below the present component gets this one instead; place and announcements are those of the page.
    pub fn provide_inside(scenario: Arc<Scenario>, subject: &str) -> Self {
        let page = Self::get();
        let history = History::new(fresh_document(scenario, None));
        let inside = Self::of(history, Drafts::new(Keeper::Browser), page.route, page.announcement);
        inside.chosen_subject.set(subject.to_owned());
        provide_context(inside);
        inside
    }

    /// The same document with another subject to look at, and changed through this handle only if it is not locked.
    pub fn looking_at(self, subject: Option<&str>, locked: bool) -> Self {
        let chosen = subject.map_or_else(|| untrack(|| self.subject()), str::to_owned);
        Self { chosen_subject: RwSignal::new(chosen), locked, ..self }
    }

    /// The handle, for components.
    pub fn get() -> Self {
        expect_context()
    }

    /// Changes the scenario. Edits with the same `gesture` that follow each other quickly are undone together; an empty
    /// name stands alone.
    pub fn edit(self, gesture: &str, change: impl FnOnce(&mut Scenario)) {
        if self.locked {
            return;
        }
        let now = now_ms();
        self.history.try_maybe_update(|it| (it.edit(gesture, now, change), ()));
    }

    /// Changes one rule.
    pub fn edit_rule(self, id: &str, part: &str, change: impl FnOnce(&mut Rule)) {
        self.edit(&format!("rules/{id}/{part}"), |scenario| {
            if let Some(rule) = scenario.rulebook.rules.iter_mut().find(|it| it.id == id) {
                change(Arc::make_mut(rule));
            }
        });
    }

    /// Changes one event.
    pub fn edit_event(self, id: &str, part: &str, change: impl FnOnce(&mut Event)) {
        self.edit(&format!("events/{id}/{part}"), |scenario| {
            if let Some(event) = scenario.events.iter_mut().find(|it| it.id == id) {
                change(Arc::make_mut(event));
            }
        });
    }

    /// Opens another document in place of the present one. That can be undone.
    pub fn open(self, document: Document) {
        self.history.update(|it| it.open(document));
        self.look_at_nothing();
    }

    /// Goes on with a stored history. What can be taken back of the present one comes before it.
    pub fn resume(self, history: History) {
        self.history.update(|it| it.resume(history));
        self.look_at_nothing();
    }

    /// Forgets what came before the open document: the page begins with it.
    pub fn begin_here(self) {
        self.history.update_untracked(|it| *it = History::new(it.now().clone()));
    }

    /// Changes history and drafts together; `act` answers also whether the history is another one. `None` if the page is
    /// being closed.
    pub fn with_drafts<T>(self, act: impl FnOnce(&mut History, &mut Drafts<Keeper>) -> (bool, T)) -> Option<T> {
        let both = |history: &mut History| {
            let done = self.drafts.try_update_value(|drafts| act(history, drafts));
            done.map_or((false, None), |(changed, it)| (changed, Some(it)))
        };
        self.history.try_maybe_update(both).flatten()
    }

    /// Looks at nothing in particular: what was looked at belonged to another document.
    pub fn look_at_nothing(self) {
        self.day.set(None);
        self.event.set(None);
        self.rule.set(None);
        self.unread.update(BTreeSet::clear);
    }

    /// Takes back the last step. Answers whether there was one.
    pub fn undo(self) -> bool {
        self.unread.update(BTreeSet::clear);
        self.history
            .try_maybe_update(|it| {
                let done = it.undo();
                (done, done)
            })
            .unwrap_or(false)
    }

    /// Takes the last step that was taken back again. Answers whether there was one.
    pub fn redo(self) -> bool {
        self.unread.update(BTreeSet::clear);
        self.history
            .try_maybe_update(|it| {
                let done = it.redo();
                (done, done)
            })
            .unwrap_or(false)
    }

    /// Begins a gesture that ends when it is let go, however long it rests.
    pub fn hold_gesture(self) {
        self.history.try_update_untracked(History::hold);
    }

    /// Ends a gesture: the next edit can be undone on its own.
    pub fn end_gesture(self) {
        self.history.try_update_untracked(History::end_gesture);
    }

    /// Reads the history.
    pub fn with_history<T>(self, read: impl FnOnce(&History) -> T) -> T {
        self.history.with(read)
    }

    /// Reads the history once; `None` if the page is being closed.
    pub fn try_with_history<T>(self, read: impl FnOnce(&History) -> T) -> Option<T> {
        self.history.try_with_untracked(read)
    }

    /// Reads the open scenario, and runs again when it changes.
    pub fn with_scenario<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.document.with(|it| read(&it.scenario))
    }

    /// How far the open scenario is backed, its edits considered.
    pub fn mark(self) -> Mark {
        self.document.with(|it| mark::of_scenario(&it.scenario, &it.baseline))
    }

    /// How far a rule of a scenario is backed, its edits considered.
    pub fn mark_of_rule(self, rule: &Rule, scenario: &Scenario) -> Mark {
        self.document.with(|it| mark::of_rule(rule, scenario, &it.baseline))
    }

    /// Reads the open scenario once.
    pub fn peek_scenario<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.document.with_untracked(|it| read(&it.scenario))
    }

    /// One event of the open scenario, as long as it is there.
    pub fn event_slice(self, id: String) -> Memo<Option<Arc<Event>>> {
        Memo::new(move |_| self.with_scenario(|it| it.events.iter().find(|it| it.id == id).cloned()))
    }

    /// Whether the reader looks at many lives, by the address or by a link.
    pub fn is_society(self) -> bool {
        self.route.with(|it| match it {
            Route::Society => true,
            Route::Shared(_) => self.arrival.with(|it| matches!(it, Arrival::Shown(it) if it.society)),
            _ => false,
        })
    }

    /// Whether the reader sees the open document, and not another page or what is wrong with the address.
    pub fn shows_document(self) -> bool {
        self.route.with(|route| self.arrival.with(|arrival| shows_document(route, arrival)))
    }

    /// The id of the subject whose life is shown: the chosen one, or the first.
    pub fn subject(self) -> String {
        let chosen = self.chosen_subject.get();
        self.with_scenario(|it| {
            let found = it.cast.iter().find(|it| it.id == chosen).or(it.cast.first());
            found.map(|it| it.id.clone()).unwrap_or_default()
        })
    }

    /// Shows the life of another subject.
    pub fn choose_subject(self, id: &str) {
        self.chosen_subject.set(id.to_owned());
        self.event.set(None);
    }

    /// The day that is looked at: that under the cursor, or the last.
    pub fn day_or_last(self) -> Day {
        let (first, last) = self.with_scenario(|it| (it.first_day.0, it.last_day.0));
        self.day.get().unwrap_or(last).clamp(first, last.max(first))
    }

    /// Notes whether the text in an input is a value.
    pub fn note_unread(self, path: &str, is_unread: bool) {
        self.unread.try_maybe_update(|it| {
            let changed = if is_unread { it.insert(path.to_owned()) } else { it.remove(path) };
            (changed, ())
        });
    }

    /// Whether what is shown is not what the inputs say: the document makes no sense, or an input holds no value.
    pub fn is_stale(self) -> bool {
        self.shown.with(|it| it.stale) || self.unread.with(|it| !it.is_empty())
    }

    /// Whether no version of the open document could be computed, so that there is nothing to show of it.
    pub fn cannot_compute(self) -> bool {
        self.shown.with(|it| it.outcome.is_none())
    }

    /// What is wrong at a place of the document, or at one of its parts if `parts` says so.
    pub fn diagnostics_at(self, path: &str, parts: bool) -> Vec<Diagnostic> {
        let is_at = |it: &&Diagnostic| if parts { it.path.is_within(path) } else { it.path == Path(path.to_owned()) };
        self.diagnostics.with(|it| it.iter().filter(is_at).cloned().collect())
    }

    /// Whether something is wrong at a place of the document itself.
    pub fn has_error_at(self, path: &str) -> bool {
        self.diagnostics.with(|it| it.iter().any(|it| it.severity() == Severity::Error && it.path.0 == path))
    }

    /// Tells a screen reader something.
    pub fn announce(self, text: impl Into<String>) {
        self.announcement.try_set(text.into());
    }

    /// Goes to another place in the page.
    pub fn go(self, route: &Route) {
        if let Some(window) = web_sys::window() {
            // Refused only by a browser that is closing the page.
            window.location().set_hash(&route.to_string()).ok();
        }
    }
}

/// The diagnostics as a signal of their own: every field asks for its own, and they seldom change.
fn diagnostics_of(shown: Memo<Shown>) -> ReadSignal<Arc<Vec<Diagnostic>>> {
    let (diagnostics, set) = signal(shown.with_untracked(|it| it.diagnostics.clone()));
    Effect::new(move |_| {
        let now = shown.with(|it| it.diagnostics.clone());
        if diagnostics.with_untracked(|it| *it != now) {
            set.set(now);
        }
    });
    diagnostics
}

/// A document that is as yet nobody's draft.
pub fn fresh_document(scenario: Arc<Scenario>, base: Option<Base>) -> Document {
    Document::new(scenario, base, draft_name())
}

/// A name that no draft has, whatever the clock says.
pub fn draft_name() -> String {
    let random = js_sys::Math::random() * f64::from(u32::MAX);
    format!("{:x}-{:x}", now_ms() as u64, random as u32)
}

/// Milliseconds since 1970, by the reader's clock: for gestures and the dates of drafts, never for results.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}
