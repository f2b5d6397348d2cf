//! The notice beside fields in which somebody could be named.

use leptos::prelude::*;

use crate::editor::care::looks_real;
use crate::ui::state::texts as words;

/// Says that nobody real belongs here; and more, if what was typed looks as if somebody did. It never stops anybody.
#[component]
pub fn CareNote(
    /// Its element id, to which the fields refer.
    #[prop(into)]
    id: String,
    /// What was typed.
    texts: Signal<String>,
) -> impl IntoView {
    let t = &words().claims;
    let looks = Memo::new(move |_| texts.with(|it| looks_real(it)));
    view! {
        <div class="care" id=id>
            <p class="note">{t.care}</p>
            <div role="status">{move || looks.get().map(|it| view! {
                <p class="notice" data-kind="warn"><span>{(t.looks_real)(it)}</span></p>
            })}</div>
        </div>
    }
}
