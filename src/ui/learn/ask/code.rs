//! The answer as a code that the class puts together.

use leptos::html;
use leptos::prelude::*;

use super::super::answers::Answers;
use crate::editor::Route;
use crate::lessons::{Answer, answer};
use crate::ui::kit::clipboard;
use crate::ui::share::QrCode;
use crate::ui::state::texts;

/// The code of an answer, folded: to read out, to copy, to scan.
#[component]
pub fn GiveCode(
    /// The lesson.
    lesson: String,
    /// The step.
    step: String,
    /// What was answered.
    answer: Answer,
) -> impl IntoView {
    let t = &texts().learn;
    let open = RwSignal::new(false);
    let code = StoredValue::new(answer::code(&lesson, &step, Answers::get().device(), &answer));
    let fragment = StoredValue::new(Route::Class(lesson, step, vec![code.get_value()]).to_string());
    let inside = move || {
        open.get().then(|| {
            let (code, fragment) = (code.get_value(), fragment.get_value());
            let href = window().location().href().unwrap_or_default();
            let link = format!("{}{fragment}", href.split('#').next().unwrap_or_default());
            view! {
                <p class="note">{t.code_note}</p>
                <Code code />
                <div class="give-qr"><QrCode text=link /></div>
                <p><a href=fragment>{t.code_link}</a></p>
            }
        })
    };
    view! {
        <details class="fold give-code" on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{t.code_title}</summary>
            {inside}
        </details>
    }
}

/// The code itself, large, with a button that copies it.
#[component]
fn Code(code: String) -> impl IntoView {
    let t = &texts().learn;
    let told = RwSignal::new("");
    let field = NodeRef::<html::Input>::new();
    let size = code.len().clamp(8, 24).to_string();
    let text = StoredValue::new(code.clone());
    let copy = move |_| {
        clipboard::copy(text.get_value(), move |done| {
            if !done && let Some(Some(it)) = field.try_get_untracked() {
                it.select();
            }
            told.try_set(if done { t.code_copied } else { t.code_not_copied });
        });
    };
    view! {
        <div class="row">
            <input type="text" class="input give-text" readonly size=size aria-label=t.code_label prop:value=code node_ref=field
                on:focus:target=|event| event.target().select() />
            <button type="button" class="btn" on:click=copy>{t.code_copy}</button>
            <span class="note" role="status">{told}</span>
        </div>
    }
}
