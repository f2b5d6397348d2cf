//! What is wrong with a place of the document, beside the field that edits it.

use leptos::prelude::*;

use crate::scenario::{Diagnostic, Severity};
use crate::ui::state::{Lab, texts};

/// The diagnostics of a place, each with its hint. Empty as long as there are none.
#[component]
pub fn Complaint(
    /// The place in the document.
    #[prop(into)]
    path: Signal<String>,
    /// Whether diagnostics of its parts are shown too.
    #[prop(optional)]
    parts: bool,
) -> impl IntoView {
    let lab = Lab::get();
    let found = Memo::new(move |_| path.with(|it| lab.diagnostics_at(it, parts)));
    let lines = move || {
        let line = |it: Diagnostic| {
            let words = (texts().diagnostics.words)(&it.code);
            let class = if it.severity() == Severity::Error { "complaint" } else { "complaint complaint-mild" };
            // Each line carries the id of its own place, which is what the field there refers to.
            let id = complaint_id(&it.path.0);
            view! { <p class=class id=id>{words.message}" "<span class="hint">{words.hint}</span></p> }
        };
        found.get().into_iter().map(line).collect_view()
    };
    view! { <div class="complaints">{lines}</div> }
}

/// The element id of a place's complaints, for `aria-describedby`.
pub fn complaint_id(path: &str) -> String {
    format!("complaint-{}", path.replace('/', "-"))
}

/// The element id of what a field says of its own text, for `aria-describedby`.
pub fn unread_id(path: &str) -> String {
    format!("unread-{}", path.replace('/', "-"))
}
