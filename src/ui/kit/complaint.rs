//! What is wrong with a place of the document, beside the field that edits it.

use leptos::prelude::*;

use crate::scenario::Severity;
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
    let id = move || complaint_id(&path.get());
    let found = move || {
        let lines = lab.diagnostics_at(&path.get(), parts).into_iter().map(|it| {
            let words = (texts().diagnostics.words)(&it.code);
            let class = if it.severity() == Severity::Error { "complaint" } else { "complaint complaint-mild" };
            view! { <p class=class>{words.message}" "<span class="hint">{words.hint}</span></p> }
        });
        lines.collect_view()
    };
    view! { <div class="complaints" id=id>{found}</div> }
}

/// The element id of a place's complaints, for `aria-describedby`.
pub fn complaint_id(path: &str) -> String {
    format!("complaint-{}", path.replace('/', "-"))
}
