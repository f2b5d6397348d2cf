//! What a reader should know about a rule.

use leptos::prelude::*;

use super::line::Line;
use crate::ui::kit::{Complaint, TextBox};
use crate::ui::lab::rules::focus::focus;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The note, or the button that begins one.
#[component]
pub(super) fn NoteLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let note = rule.read(|it| it.note.clone());
    let is_open = RwSignal::new(!note.with_untracked(String::is_empty));
    let begin = move |_| {
        is_open.set(true);
        focus(rule.element("note"));
    };
    view! {
        <Show when=move || is_open.get() || !note.with(String::is_empty) fallback=move || view! {
            <div class="rule-chips"><button type="button" class="btn btn-sm" on:click=begin>{t.add_note}</button></div>
        }>
            <Line id=rule.element("note-name") label=t.note>
                <TextBox path=rule.path("note") label=t.note value=note long=true id=rule.element("note")
                    on_value=move |text: String| rule.edit("note", |it| it.note = text) />
                <Complaint path=rule.path("note") />
            </Line>
        </Show>
    }
}
