//! What happened when.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::record::{FOUR, Moment, When};
use crate::scenario::doc::Mechanism;
use crate::ui::data::Record;
use crate::ui::kit::{FactChip, fact_address};
use crate::ui::state::texts;

/// The years from top to bottom, and what is shown of them.
#[component]
pub fn Timeline() -> impl IntoView {
    let (t, common) = (&texts().record, &texts().common);
    let record = expect_context::<Arc<Record>>();
    let chosen = RwSignal::new(None::<Mechanism>);
    let all = record.timeline.len();
    let timeline = record.timeline.clone();
    let shown = move || timeline.iter().filter(|it| fits(it.mechanism, chosen.get())).count();
    let choice = |mechanism: Option<Mechanism>| {
        let name = mechanism.map_or(t.everything, |it| (common.mechanism)(it));
        view! {
            <label><input type="radio" name="timeline-mechanism" prop:checked=move || chosen.get() == mechanism
                on:change=move |_| chosen.set(mechanism) /><span>{name}</span></label>
        }
    };
    let choices = std::iter::once(None).chain(FOUR.map(|it| Some(it.mechanism))).map(choice).collect_view();
    let mut years: BTreeMap<u16, Vec<Moment>> = BTreeMap::new();
    for it in record.timeline.iter() {
        years.entry(When::read(&it.date).map_or(0, |it| it.year)).or_default().push(it.clone());
    }
    let years = years.into_iter().map(|(year, moments)| view! { <Year year moments chosen /> }).collect_view();
    view! {
        <p class="record-lede">{t.timeline_lede}</p>
        <fieldset class="segmented timeline-filter"><legend class="field-label">{t.timeline_filter}</legend>{choices}</fieldset>
        <p class="note" role="status">{move || (t.moments)(shown(), all)}</p>
        <ol class="timeline" role="list">{years}</ol>
    }
}

fn fits(mechanism: Option<Mechanism>, chosen: Option<Mechanism>) -> bool {
    chosen.is_none() || mechanism == chosen
}

#[component]
fn Year(
    /// The year.
    year: u16,
    /// What happened in it.
    moments: Vec<Moment>,
    /// Which mechanism is chosen.
    chosen: RwSignal<Option<Mechanism>>,
) -> impl IntoView {
    let (t, common) = (&texts().record, &texts().common);
    let mechanisms: Vec<_> = moments.iter().map(|it| it.mechanism).collect();
    let is_empty = move || !mechanisms.iter().any(|it| fits(*it, chosen.get()));
    let moment = |it: Moment| {
        let mechanism = it.mechanism;
        let day = When::read(&it.date).map(t.when);
        view! {
            <li class="moment" hidden=move || !fits(mechanism, chosen.get())>
                <time class="moment-day" datetime=it.date>{day}</time>
                <p><a href=fact_address(&it.fact)>{it.title}</a></p>
                <p class="moment-more">
                    <span class="muted">{mechanism.map_or(t.mechanism_none, |it| (common.mechanism)(it))}</span>
                    <FactChip id=it.fact />
                </p>
            </li>
        }
    };
    view! {
        <li class="timeline-year" hidden=is_empty>
            <h3>{year}</h3>
            <ol role="list">{moments.into_iter().map(moment).collect_view()}</ol>
        </li>
    }
}
