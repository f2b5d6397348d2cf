//! The best band that remains possible.

use leptos::prelude::*;

use super::parts::first_field;
use super::term::Term;
use crate::editor::rules::Place;
use crate::editor::rules::part::Part;
use crate::scenario::doc::Ceiling;
use crate::ui::kit::{Choice, Complaint};
use crate::ui::lab::rules::rule_ref::RuleRef;
use crate::ui::state::texts;

/// The months that a term begins with.
pub(super) const TERM: u32 = 12;

/// The band, and for how long.
#[component]
pub(super) fn CeilingLine(
    /// The rule.
    rule: RuleRef,
) -> impl IntoView {
    let t = &texts().rules;
    let band = rule.read(|it| it.ceiling.as_ref().map(|it| it.band.clone()).unwrap_or_default());
    let bands = rule.read_named(move |names, it| {
        let name = |it: &crate::scenario::doc::Band| (it.id.clone(), it.name().to_owned());
        let mut all: Vec<_> = names.rulebook.bands.iter().map(name).collect();
        let now = it.ceiling.as_ref().map(|it| it.band.clone());
        all.extend(now.filter(|now| all.iter().all(|it| it.0 != *now)).map(|it| (it.clone(), (t.unknown)(&it))));
        all
    });
    let edit = move |part: &str, change: &dyn Fn(&mut Ceiling)| {
        rule.edit(part, |it| {
            it.ceiling.as_mut().map(change);
        })
    };
    view! {
        <div class="rule-words">
            <Choice id=first_field(rule, Part::Ceiling) label=t.band options=bands value=band
                on_value=move |id: String| edit("ceiling/band", &|it| it.band.clone_from(&id)) />
            <Term rule place=Place::CeilingMonths without=t.for_good
                on_value=move |on: bool| edit("ceiling/months", &|it| it.months = on.then_some(TERM)) />
        </div>
        <p class="note">{t.ceiling_note}</p>
        <Complaint path=rule.path("ceiling/band") />
        <Complaint path=rule.path("ceiling/months") />
    }
}
