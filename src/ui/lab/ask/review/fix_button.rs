//! The button that settles a finding.

use leptos::prelude::*;

use super::state::focus_first;
use crate::review::Fix;
use crate::ui::state::{Lab, texts};

/// Makes the edit that settles a finding, as one step that can be undone.
#[component]
pub fn FixButton(
    /// The edit.
    fix: Fix,
    /// What it does, as on a button.
    words: String,
    /// What it is done to.
    place: String,
    /// Where the focus goes, as the button goes with its finding.
    next: String,
) -> impl IntoView {
    let lab = Lab::get();
    let label = format!("{words}: {place}");
    let done = (texts().review.fixed)(&words);
    let press = move |_| {
        if let Fix::Delete(id) = &fix
            && lab.rule.with_untracked(|it| it.as_ref() == Some(id))
        {
            lab.rule.set(None);
        }
        lab.edit("", |scenario| fix.apply(scenario));
        lab.announce(done.clone());
        let next = next.clone();
        request_animation_frame(move || focus_first(&[&next]));
    };
    view! { <button type="button" class="btn btn-sm question-fix" aria-label=label on:click=press>{words}</button> }
}
