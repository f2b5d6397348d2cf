//! A word about things in an opened document that had one id.

use leptos::prelude::*;

use crate::ui::state::{Lab, texts};

/// Names what got an id of its own, until the reader has seen it.
#[component]
pub fn RenamedNotice() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().shell;
    let words = Memo::new(move |_| {
        lab.document.with(|it| (t.renamed)(&it.renamed).filter(|_| lab.renamed_seen.with(|seen| *seen != it.draft)))
    });
    let see = move |_| lab.renamed_seen.set(lab.document.with_untracked(|it| it.draft.clone()));
    view! {
        <Show when=move || words.with(Option::is_some)>
            <aside class="notice renamed-notice" data-kind="warn" role="status" aria-label=t.renamed_title>
                <p><strong>{t.renamed_title}". "</strong>{words}</p>
                <button type="button" class="btn btn-quiet" on:click=see>{t.renamed_dismiss}</button>
            </aside>
        </Show>
    }
}
