//! What can be done to the rule as a whole.

use leptos::prelude::*;

use crate::ui::lab::rules::deeds;
use crate::ui::lab::rules::focus::focus;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// Move, duplicate, delete, close.
#[component]
pub(super) fn Tools(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let (t, common) = (&texts().rules, &texts().common);
    let id = rule.id();
    let is_end = move |first: bool| {
        rule.book.found.with(|ids| if first { ids.first() } else { ids.last() }.is_some_and(|it| *it == id))
    };
    let (is_first, is_last) = (is_end.clone(), is_end);
    let close = move |_| {
        rule.lab.rule.set(None);
        focus(rule.element("open"));
    };
    view! {
        <div class="rule-deeds" role="group" aria-label=t.tools>
            <button type="button" class="btn btn-sm btn-icon" aria-label=t.up title=t.up
                aria-disabled=move || is_first(true).then_some("true") on:click=move |_| deeds::shift(rule, true)>"↑"</button>
            <button type="button" class="btn btn-sm btn-icon" aria-label=t.down title=t.down
                aria-disabled=move || is_last(false).then_some("true") on:click=move |_| deeds::shift(rule, false)>"↓"</button>
            <button type="button" class="btn btn-sm" on:click=move |_| deeds::duplicate(rule)>{common.duplicate}</button>
            <button type="button" class="btn btn-sm btn-danger" on:click=move |_| deeds::delete(rule)>{common.delete}</button>
            <button type="button" class="btn btn-sm btn-quiet" on:click=close>{t.close}</button>
        </div>
        <p class="note rule-keys">{t.keys}</p>
    }
}
