//! The most that a rule moves in a month or a year.

use leptos::prelude::*;

use super::parts::first_field;
use crate::editor::rules::Place;
use crate::editor::rules::part::Part;
use crate::scenario::Decimal;
use crate::scenario::doc::{Limit, Period};
use crate::ui::kit::{Choice, Complaint};
use crate::ui::lab::rules::place::PlaceField;
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// Points, times, or both; a month or a year.
#[component]
pub(super) fn LimitLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let has_points = rule.read(|it| it.limit.as_ref().is_some_and(|it| it.points.is_some()));
    let has_times = rule.read(|it| it.limit.as_ref().is_some_and(|it| it.times.is_some()));
    let period =
        move || rule.rule.with(|it| it.as_ref().and_then(|it| it.limit.as_ref()).map_or(Period::Year, |it| it.per));
    let edit = move |part: &str, change: &dyn Fn(&mut Limit)| {
        rule.edit(part, |it| {
            it.limit.as_mut().map(change);
        })
    };
    let amount = move || {
        rule.rule
            .with_untracked(|it| it.as_ref().and_then(|it| it.points.as_ref()).map(|it| Decimal(it.amount.0.abs())))
    };
    let set_points = move |on: bool| {
        let most = on.then(|| amount().unwrap_or(Decimal::whole(10)));
        edit("limit/points", &|it| it.points = most);
    };
    let set_times = move |on: bool| edit("limit/times", &|it| it.times = on.then_some(1));
    let set_period = move |name: String| {
        let per = if name == word(Period::Month) { Period::Month } else { Period::Year };
        edit("limit/per", &|it| it.per = per);
    };
    view! {
        <div class="rule-words">
            <Box label=t.limit_by_points value=has_points on_value=set_points />
            <Show when=move || has_points.get()>{t.limit_most}" "<PlaceField rule place=Place::LimitPoints />" "</Show>
            {move || (t.limit_points)(has_points.get())}
        </div>
        <Complaint path=rule.path("limit/points") />
        <div class="rule-words">
            <Box label=t.limit_by_times value=has_times on_value=set_times id=first_field(rule, Part::Limit) />
            <Show when=move || has_times.get()>{t.limit_most}" "<PlaceField rule place=Place::LimitTimes />" "</Show>
            {move || (t.limit_times)(has_times.get())}
        </div>
        <Complaint path=rule.path("limit/times") />
        <div class="rule-words">
            <Choice label=t.limit_period options=[Period::Month, Period::Year].map(|it| (word(it), word(it))).to_vec()
                value=Signal::derive(move || word(period())) on_value=set_period />
        </div>
    }
}

fn word(it: Period) -> String {
    (texts().rules.limit_by)(it).to_owned()
}

/// A box that switches a part of the limit.
#[component]
fn Box(
    /// What a screen reader calls it.
    label: &'static str,
    /// Whether it is ticked.
    value: Memo<bool>,
    /// Called with each new value.
    #[prop(into)]
    on_value: Callback<bool>,
    /// The element id.
    #[prop(optional, into)]
    id: String,
) -> impl IntoView {
    view! {
        <span class="check">
            <input type="checkbox" id=(!id.is_empty()).then_some(id) aria-label=label prop:checked=value
                on:change:target=move |event| on_value.run(event.target().checked()) />
        </span>
    }
}
