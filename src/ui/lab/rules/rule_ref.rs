//! One rule, for the components of its row and of its editor.

use std::sync::Arc;

use leptos::prelude::*;

use super::book::{Book, Fate};
use crate::scenario::Scenario;
use crate::scenario::doc::Rule;
use crate::text::rules::Sentence;
use crate::ui::state::Lab;

/// A rule of the open document: reading goes through signals, writing through [`Lab::edit_rule`].
#[derive(Clone, Copy)]
pub(super) struct RuleRef {
    /// What the rows share.
    pub(super) book: Book,
    /// The document.
    pub(super) lab: Lab,
    /// The rule, as long as it is there.
    pub(super) rule: ReadSignal<Option<Arc<Rule>>>,
    /// What it comes to.
    pub(super) fate: ReadSignal<Option<Fate>>,
    /// The rule as a sentence.
    pub(super) sentence: Memo<Sentence>,
    id: StoredValue<String>,
}

impl RuleRef {
    /// The rule with an id.
    pub(super) fn new(id: String) -> Self {
        let book = Book::get();
        let (rule, fate) = (book.rules.slot(&id), book.fates.slot(&id));
        Self { book, lab: book.lab, rule, fate, sentence: book.sentence(rule), id: StoredValue::new(id) }
    }

    /// Its id.
    pub(super) fn id(self) -> String {
        self.id.try_get_value().unwrap_or_default()
    }

    /// The place of one of its parts in the document; its own place for an empty name.
    pub(super) fn path(self, part: &str) -> String {
        let slash = if part.is_empty() { "" } else { "/" };
        self.id.try_with_value(|id| format!("rulebook/rules/{id}{slash}{part}")).unwrap_or_default()
    }

    /// The id of one of its elements on the page.
    pub(super) fn element(self, part: &str) -> String {
        self.id.try_with_value(|id| format!("rule-{id}-{part}")).unwrap_or_default()
    }

    /// Reads something of it, and runs again when that changes. Gone rules read as the default.
    pub(super) fn read<T>(self, read: impl Fn(&Rule) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.rule.with(|it| it.as_ref().map(|it| read(it)).unwrap_or_default()))
    }

    /// Reads something that follows from it and from the names that it refers to.
    pub(super) fn read_named<T>(self, read: impl Fn(&Scenario, &Rule) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.book.with_names(|names| self.rule.with(|it| it.as_ref().map(|it| read(names, it)).unwrap_or_default()))
        })
    }

    /// Changes it. Edits of the same part that follow each other quickly are undone together.
    pub(super) fn edit(self, part: &str, change: impl FnOnce(&mut Rule)) {
        self.lab.edit_rule(&self.id(), part, change);
    }

    /// Changes it by what the scenario offers, as a step of its own.
    pub(super) fn edit_with(self, change: impl FnOnce(&Scenario, &mut Rule)) {
        let id = self.id();
        self.lab.edit("", |scenario| {
            let Some(at) = scenario.rulebook.rules.iter().position(|it| it.id == id) else { return };
            let mut rule = scenario.rulebook.rules[at].clone();
            change(scenario, Arc::make_mut(&mut rule));
            scenario.rulebook.rules[at] = rule;
        });
    }

    /// "when a utility bill is paid late".
    pub(super) fn when(self) -> String {
        self.sentence.try_with(|it| it.when_plain()).unwrap_or_default()
    }

    /// The same, for labels.
    pub(super) fn label(self, label: fn(&str) -> String) -> Signal<String> {
        Signal::derive(move || label(&self.when()))
    }

    /// The rule before the reader's edits, if it was there.
    pub(super) fn original(self) -> Option<Arc<Rule>> {
        let id = self.id();
        self.book.baseline.with(|it| it.rulebook.rules.iter().find(|it| it.id == id).cloned())
    }
}
