//! Undo, redo, and how much was changed.

use leptos::prelude::*;

use super::icons::ArrowIcon;
use crate::editor::history::{Deed, Entry};
use crate::scenario::compare::changes;
use crate::ui::state::{Lab, texts};

/// Undo and redo. Each says what it would take back or do again.
#[component]
pub fn HistoryButtons() -> impl IntoView {
    let lab = Lab::get();
    let (t, words) = (&texts().shell, &texts().changes);
    let past = Memo::new(move |_| lab.with_history(|it| it.past().last().map(deed)));
    let future = Memo::new(move |_| lab.with_history(|it| it.future().next().map(deed)));
    let undo_name = move || past.get().map_or_else(|| t.nothing_to_undo.to_owned(), |it| (words.undo)(&it));
    let redo_name = move || future.get().map_or_else(|| t.nothing_to_redo.to_owned(), |it| (words.redo)(&it));
    // Not `disabled`: the focus would be lost with the last step.
    view! {
        <button class="btn btn-quiet btn-icon" title=undo_name aria-label=undo_name on:click=move |_| { undo(lab); }
            aria-disabled=move || past.with(Option::is_none).then_some("true")><ArrowIcon /></button>
        <button class="btn btn-quiet btn-icon" title=redo_name aria-label=redo_name on:click=move |_| { redo(lab); }
            aria-disabled=move || future.with(Option::is_none).then_some("true")><ArrowIcon forward=true /></button>
    }
}

/// A link to everything that was changed, as long as something was.
#[component]
pub fn ChangesLink() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().shell;
    let n_changes = Memo::new(move |_| lab.document.with(|it| changes(&it.baseline, &it.scenario).len()));
    let link = move || {
        let n = n_changes.get();
        (n > 0).then(|| {
            view! {
                <a class="btn btn-quiet" href="#/changes" title=t.changes_title>
                    {n}<span class="wide-word">{(t.changes_word)(n)}</span>
                </a>
            }
        })
    };
    view! { {link} }
}

/// Takes back the last step and says so. Answers whether there was one.
pub fn undo(lab: Lab) -> bool {
    let what = untrack(|| lab.with_history(|it| it.past().last().map(deed)));
    tell(lab, lab.undo(), texts().changes.undone, what)
}

/// Takes the last step again and says so. Answers whether there was one.
pub fn redo(lab: Lab) -> bool {
    let what = untrack(|| lab.with_history(|it| it.future().next().map(deed)));
    tell(lab, lab.redo(), texts().changes.redone, what)
}

fn tell(lab: Lab, done: bool, sentence: fn(&str) -> String, what: Option<String>) -> bool {
    if let Some(what) = what.filter(|_| done) {
        lab.announce(sentence(&what));
    }
    done
}

/// What a step did, in a few words.
fn deed(entry: &Entry) -> String {
    let t = &texts().changes;
    let (before, after) = (&entry.before.scenario, &entry.after.scenario);
    match entry.deed {
        Deed::Opened => (t.opened)(&after.title),
        Deed::Edited => (t.headline)(before, after, &changes(before, after)),
    }
}
