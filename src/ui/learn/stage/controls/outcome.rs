//! What a change did to the life that the step shows, in a line.

use leptos::prelude::*;

use super::super::step::StepBox;
use crate::lessons::format::{Step, What};
use crate::ui::lab::life::Seen;
use crate::ui::lab::life::finding::{told, what_is_wrong};
use crate::ui::learn::Playing;
use crate::ui::state::{Shown, texts};

/// The line. It says nothing as long as nothing was changed, or where the step shows no life.
#[component]
pub fn Outcome() -> impl IntoView {
    let t = &texts().stage;
    let step = StepBox::get();
    let subjects = subjects_of(Playing::get().step());
    let line = Memo::new(move |_| {
        let Some(step) = step.filter(|it| it.is_changed.get()) else { return String::new() };
        if step.lab.is_stale() {
            return (t.senseless)(&what_is_wrong(step.lab));
        }
        let changed = |subject: &Option<String>| {
            let subject = subject.clone().unwrap_or_else(|| step.lab.subject());
            let finding = |it: &Shown| Seen::of(it, &subject).map(|it| told(&it).title);
            let (before, now) = (step.lab.before.with(finding)?, step.lab.shown.with(finding)?);
            (before != now).then(|| (t.other_outcome)(&before, &now))
        };
        let changed: Vec<String> = subjects.iter().filter_map(changed).collect();
        match (subjects.len(), changed.is_empty()) {
            (0, _) => String::new(),
            (n, true) => (t.same_outcome)(n),
            (_, false) => changed.join(" "),
        }
    });
    view! { <p class="stage-outcome" role="status">{line}</p> }
}

/// The subjects whose lives or ledgers a step shows, each once; none inside for that of the scenario.
fn subjects_of(step: &Step) -> Vec<Option<String>> {
    let mut subjects: Vec<Option<String>> = Vec::new();
    for it in &step.show {
        if let What::Life { subject, .. } | What::Ledger { subject } = &it.what
            && !subjects.contains(subject)
        {
            subjects.push(subject.clone());
        }
    }
    subjects
}
