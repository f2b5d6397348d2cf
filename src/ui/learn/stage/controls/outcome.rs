//! What a change did to the life that the step shows, in a line.

use leptos::prelude::*;

use super::super::step::StepBox;
use crate::lessons::format::{Step, What};
use crate::ui::lab::life::Seen;
use crate::ui::lab::life::finding::{told, what_is_wrong};
use crate::ui::learn::Playing;
use crate::ui::state::texts;

/// The line. It says nothing as long as nothing was changed, or where the step shows no life.
#[component]
pub fn Outcome() -> impl IntoView {
    let t = &texts().stage;
    let step = StepBox::get();
    let subject = subject_of(Playing::get().step());
    let line = Memo::new(move |_| {
        let Some(step) = step.filter(|it| it.is_changed.get()) else { return String::new() };
        if step.lab.is_stale() {
            return (t.senseless)(&what_is_wrong(step.lab));
        }
        let Some(subject) = &subject else { return String::new() };
        let subject = subject.clone().unwrap_or_else(|| step.lab.subject());
        let finding = |it: &crate::ui::state::Shown| Seen::of(it, &subject).map(|it| told(&it).title);
        match (step.lab.before.with(finding), step.lab.shown.with(finding)) {
            (Some(before), Some(now)) if before == now => t.same_outcome.to_owned(),
            (Some(before), Some(now)) => (t.other_outcome)(&before, &now),
            _ => String::new(),
        }
    });
    view! { <p class="stage-outcome" role="status">{line}</p> }
}

/// The subject of the first life or ledger of a step: none if there is no such part, none inside if it is that of the
/// scenario.
fn subject_of(step: &Step) -> Option<Option<String>> {
    step.show.iter().find_map(|it| match &it.what {
        What::Life { subject, .. } | What::Ledger { subject } => Some(subject.clone()),
        _ => None,
    })
}
