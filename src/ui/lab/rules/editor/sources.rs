//! Who has to have recorded it.

use leptos::prelude::*;

use super::line::Line;
use crate::ui::kit::{Complaint, toggled};
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// A box for each source; none ticked is any source.
#[component]
pub(super) fn SourcesLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let ids = rule.read_named(|names, it| {
        let known = names.rulebook.sources.iter().map(|it| it.id.clone());
        let unknown = it.reported_by.iter().filter(|id| names.rulebook.sources.iter().all(|it| it.id != **id));
        known.chain(unknown.cloned()).collect::<Vec<_>>()
    });
    let ticks_none = rule.read(|it| it.reported_by.is_empty());
    view! {
        <Line id=rule.element("sources-name") label=t.sources>
            <div class="rule-boxes">
                <For each=move || ids.get() key=Clone::clone children=move |id| view! { <SourceBox rule id /> } />
            </div>
            <Show when=move || ticks_none.get()><p class="note">{t.sources_note}</p></Show>
            <Complaint path=rule.path("reported_by") parts=true />
        </Line>
    }
}

/// One source.
#[component]
fn SourceBox(
    /// The rule.
    rule: RuleRef,
    /// The id of the source.
    id: String,
) -> impl IntoView {
    let t = &texts().rules;
    let id = StoredValue::new(id);
    let name = rule.read_named(move |names, _| {
        id.with_value(|id| match names.rulebook.sources.iter().find(|it| it.id == *id) {
            Some(it) if it.on => it.label.clone(),
            Some(it) => (t.source_off)(&it.label),
            None => (t.unknown)(id),
        })
    });
    let is_ticked = rule.read(move |it| id.with_value(|id| it.reported_by.contains(id)));
    let tick = move |_| rule.edit("reported_by", |it| id.with_value(|id| toggled(&mut it.reported_by, id)));
    view! {
        <label class="check"><input type="checkbox" prop:checked=is_ticked on:change=tick /><span>{name}</span></label>
    }
}
