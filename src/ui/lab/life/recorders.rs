//! Who recorded an event, and whether the record is true.

use std::sync::Arc;

use leptos::prelude::*;

use crate::scenario::Scenario;
use crate::scenario::doc::Event;
use crate::ui::kit::toggled;
use crate::ui::state::{Lab, texts};

/// A source as it stands beside its box.
#[derive(Clone, Debug, PartialEq)]
struct Recorder {
    id: String,
    label: String,
    is_on: bool,
    /// Whether it records such events, a rule about them listens to it, or it recorded this one.
    is_near: bool,
}

/// A box for each source, for "nobody", and for a wrong record.
#[component]
pub fn Recorders(
    /// The id of the event.
    id: String,
    /// The event, as long as it is there.
    event: Memo<Option<Arc<Event>>>,
) -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().life;
    let id = StoredValue::new(id);
    let recorders = Memo::new(move |_| {
        event
            .with(|event| event.as_ref().map(|it| lab.with_scenario(|scenario| recorders(scenario, it))))
            .unwrap_or_default()
    });
    let chosen = Memo::new(move |_| {
        event
            .with(|event| event.as_ref().map(|it| lab.with_scenario(|scenario| recorded_by(scenario, it))))
            .unwrap_or_default()
    });
    let set = move |recorded_by: Option<Vec<String>>| {
        lab.edit_event(&id.get_value(), "recorded_by", |it| it.recorded_by = recorded_by)
    };
    let toggle = move |source: &str| {
        let mut ids = chosen.get_untracked();
        toggled(&mut ids, source);
        let kind = event.with_untracked(|it| it.as_ref().map(|it| it.kind.clone())).unwrap_or_default();
        set(lab.peek_scenario(|it| unless_usual(it, &kind, ids)));
    };
    let tick = move |it: Recorder| {
        let source = StoredValue::new(it.id);
        let is_chosen = move || chosen.with(|ids| ids.contains(&source.get_value()));
        view! {
            <label class="check"><input type="checkbox" prop:checked=is_chosen on:change=move |_| toggle(&source.get_value()) />
                <span>{it.label}{(!it.is_on).then(|| view! { <span class="note">" ("{t.not_in_use}")"</span> })}</span></label>
        }
    };
    let is_nobody = move || chosen.with(Vec::is_empty);
    let ticks = move |near: bool| {
        recorders.with(|it| it.iter().filter(|it| it.is_near == near).cloned().map(tick).collect_view())
    };
    let has_far = Memo::new(move |_| recorders.with(|it| it.iter().any(|it| !it.is_near)));
    let genuine = move || event.with(|it| it.as_ref().is_none_or(|it| it.genuine));
    view! {
        <fieldset class="checks">
            <legend class="field-label">{t.recorded_by}</legend>
            {move || ticks(true)}
            <label class="check"><input type="checkbox" prop:checked=is_nobody
                on:change:target=move |event| set(event.target().checked().then(Vec::new)) />
                <span>{t.nobody_records}</span></label>
            {move || has_far.get().then(|| view! {
                <details class="more-checks"><summary class="note">{t.other_sources}</summary>{move || ticks(false)}</details>
            })}
        </fieldset>
        <fieldset class="checks">
            <legend class="field-label">{t.truth}</legend>
            <label class="check"><input type="checkbox" prop:checked=move || !genuine()
                on:change:target=move |event| {
                    let genuine = !event.target().checked();
                    lab.edit_event(&id.get_value(), "genuine", |it| it.genuine = genuine);
                } /><span>{t.wrong}</span></label>
        </fieldset>
    }
}

/// The sources that recorded an event: its own, or those of its kind.
fn recorded_by(scenario: &Scenario, event: &Event) -> Vec<String> {
    event.recorded_by.clone().unwrap_or_else(|| usual(scenario, &event.kind))
}

fn usual(scenario: &Scenario, kind: &str) -> Vec<String> {
    scenario.kinds.iter().find(|it| it.id == kind).map(|it| it.sources.clone()).unwrap_or_default()
}

/// The sources in the order of the rulebook; none if they are those that record such events anyway.
fn unless_usual(scenario: &Scenario, kind: &str, ids: Vec<String>) -> Option<Vec<String>> {
    let in_order = |ids: &[String]| -> Vec<String> {
        scenario.rulebook.sources.iter().filter(|it| ids.contains(&it.id)).map(|it| it.id.clone()).collect()
    };
    let ids = in_order(&ids);
    (ids != in_order(&usual(scenario, kind))).then_some(ids)
}

fn recorders(scenario: &Scenario, event: &Event) -> Vec<Recorder> {
    let usual = usual(scenario, &event.kind);
    let own = event.recorded_by.as_deref().unwrap_or_default();
    let rules = || scenario.rulebook.rules.iter().filter(|it| it.kind == event.kind);
    let is_near = |id: &String| usual.contains(id) || own.contains(id) || rules().any(|it| it.reported_by.contains(id));
    let sources = scenario.rulebook.sources.iter();
    let recorder = |it: &crate::scenario::doc::Source| Recorder {
        id: it.id.clone(),
        label: it.label.clone(),
        is_on: it.on,
        is_near: is_near(&it.id),
    };
    sources.map(recorder).collect()
}
