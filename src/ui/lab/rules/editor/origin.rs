//! Where a rule comes from, and whether the reader changed it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::scenario::doc::Reference;
use crate::ui::kit::MarkChip;
use crate::ui::lab::rules::deeds;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// Standing, reference, and the difference from the baseline with the button that takes it back.
#[component]
pub(super) fn Origin(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let standing = Memo::new(move |_| rule.rule.with(|it| it.as_ref().map(|it| it.standing)));
    let mark = Memo::new(move |_| {
        rule.rule
            .with(|it| it.as_ref().map(|it| rule.lab.with_scenario(|scenario| rule.lab.mark_of_rule(it, scenario))))
    });
    let reference = Memo::new(move |_| {
        let id = rule.rule.with(|it| it.as_ref().and_then(|it| it.reference.clone()));
        rule.lab.with_scenario(|it| it.references.iter().find(|it| Some(&it.id) == id.as_ref()).cloned())
    });
    let original = Memo::new(move |_| rule.original());
    let is_changed =
        Memo::new(move |_| original.with(|before| before.is_some() && rule.rule.with(|now| now != before)));
    let before = move || {
        let sentence = |it: &Arc<_>| rule.book.baseline.with(|scenario| (t.before)(scenario, it));
        original.with(|it| it.as_ref().map(sentence))
    };
    view! {
        <div class="rule-origin">
            {move || mark.get().map(|it| view! { <MarkChip mark=it /> })}
            {move || reference.get().map(|it| view! { <Citation reference=it /> })}
            <Show when=move || original.with(Option::is_none)><span class="chip">{t.own}</span></Show>
        </div>
        <Show when=move || is_changed.get()>
            <div class="rule-changed">
                <p>{move || standing.get().map(t.changed)}" "{move || before().as_deref().map(t.changed_note)}</p>
                <button type="button" class="btn btn-sm" on:click=move |_| deeds::reset(rule)>{t.reset}</button>
            </div>
        </Show>
    }
}

/// Where a claim comes from.
#[component]
fn Citation(
    /// The reference.
    reference: Reference,
) -> impl IntoView {
    // A link may have been made by anybody: nothing but web addresses is followed.
    let url = reference.url.filter(|it| it.starts_with("https://") || it.starts_with("http://"));
    match url {
        Some(url) => {
            view! { <a class="rule-citation" href=url target="_blank" rel="noreferrer noopener">{reference.text}</a> }
                .into_any()
        }
        None => view! { <span class="rule-citation">{reference.text}</span> }.into_any(),
    }
}
