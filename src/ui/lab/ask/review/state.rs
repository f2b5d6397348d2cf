//! The findings of the open document, for everything on the page that shows them.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::super::Asked;
use crate::review::{Finding, Severity, review};
use crate::ui::state::Lab;

/// The element id of the headline, where the focus goes when a finding is gone.
pub(super) const HEADLINE: &str = "review-headline";

/// The findings of the open document. They are computed when something shows them, and anew after an edit.
#[derive(Clone, Copy)]
pub struct Questions {
    /// The findings, gravest first.
    pub findings: Memo<Arc<Vec<Finding>>>,
    /// The weight that the reader wants to see; `None` for all.
    pub filter: RwSignal<Option<Severity>>,
    /// The rule whose findings the reader came for.
    pub wanted: RwSignal<Option<String>>,
}

impl Questions {
    /// Makes the handle and provides it to the lab.
    pub fn provide() {
        let lab = Lab::get();
        let findings = Memo::new(move |_| {
            lab.shown.with(|it| {
                let outcome = it.outcome.as_ref();
                Arc::new(outcome.map(|outcome| review(&it.scenario, outcome)).unwrap_or_default())
            })
        });
        let questions = Self { findings, filter: RwSignal::new(None), wanted: RwSignal::new(None) };
        provide_context(questions);
    }

    /// The handle, for components of the lab.
    pub fn get() -> Self {
        expect_context()
    }

    /// How many findings each rule has.
    pub fn of_rules(self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        self.findings.with(|it| {
            for id in it.iter().filter_map(|it| it.place.rule()) {
                *counts.entry(id.to_owned()).or_default() += 1;
            }
        });
        counts
    }

    /// Opens the review at the findings about a rule.
    pub fn open_at(self, rule: String) {
        self.filter.set(None);
        self.wanted.set(Some(rule.clone()));
        Asked::get().open(Asked::REVIEW);
        // The tab is made in the next frame, and its rows after that.
        request_animation_frame(move || {
            request_animation_frame(move || {
                let of_rule = format!("[data-question-of='{rule}']");
                focus_first(&[&of_rule, &format!("#{HEADLINE}")]);
            });
        });
    }
}

/// How many findings there are, and how many of each weight.
pub(super) fn counts(findings: &[Finding]) -> (usize, [usize; 3]) {
    (findings.len(), Severity::ALL.map(|it| findings.iter().filter(|finding| finding.severity == it).count()))
}

/// Moves the focus to the first of these that is there.
pub(super) fn focus_first(selectors: &[&str]) {
    let found = selectors.iter().find_map(|it| document().query_selector(it).ok().flatten());
    if let Some(element) = found.as_ref().and_then(|it| it.dyn_ref::<web_sys::HtmlElement>()) {
        // Refused only by elements that cannot have the focus.
        element.focus().ok();
    }
}
