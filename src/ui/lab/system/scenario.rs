//! What the scenario says of itself: title, days, what was simplified, sources.

use leptos::prelude::*;

use crate::editor::span::Span;
use crate::engine::Day;
use crate::scenario::DayText;
use crate::scenario::doc::{Reference, Scenario};
use crate::ui::kit::{CareNote, Complaint, DayField, TextBox};
use crate::ui::state::{Lab, texts};

/// Title, summary, days, caveat and references.
#[component]
pub fn ScenarioPanel() -> impl IntoView {
    let lab = Lab::get();
    let t = &texts().system;
    let typed = move || lab.with_scenario(|it| format!("{}\n{}\n{}", it.title, it.summary, it.caveat));
    view! {
        <TextLine name="title" label=t.scenario_title get=|it| it.title.clone() set=|it, text| it.title = text />
        <TextLine name="summary" label=t.scenario_summary long=true get=|it| it.summary.clone() set=|it, text| it.summary = text />
        <CareNote id="care-scenario" texts=Signal::derive(typed) />
        <div class="system-line">
            <DayLine name="first_day" label=t.first_day span=Span::for_first get=|it| it.first_day.0 set=|it, day| it.first_day = DayText(day) />
            <DayLine name="last_day" label=t.last_day span=Span::for_last get=|it| it.last_day.0 set=|it, day| it.last_day = DayText(day) />
        </div>
        <TextLine name="caveat" label=t.caveat long=true get=|it| it.caveat.clone() set=|it, text| it.caveat = text />
        <h3>{t.references}</h3>
        {move || {
            let references = lab.with_scenario(|it| it.references.clone());
            if references.is_empty() {
                view! { <p class="empty">{t.no_references}</p> }.into_any()
            } else {
                view! { <ul class="references">{references.into_iter().map(reference).collect_view()}</ul> }.into_any()
            }
        }}
    }
}

/// A reference: linked only if its address is a plain web address.
fn reference(it: Reference) -> impl IntoView {
    let url = it.url.filter(|it| it.starts_with("https://") || it.starts_with("http://"));
    match url {
        Some(url) => view! { <li><a href=url rel="noopener noreferrer" target="_blank">{it.text}</a></li> }.into_any(),
        None => view! { <li>{it.text}</li> }.into_any(),
    }
}

/// A text of the scenario.
#[component]
fn TextLine(
    /// Its name in the document.
    name: &'static str,
    /// Its name for readers.
    label: &'static str,
    /// Reads it.
    get: fn(&Scenario) -> String,
    /// Writes it.
    set: fn(&mut Scenario, String),
    /// Whether it may have several lines.
    #[prop(optional)]
    long: bool,
) -> impl IntoView {
    let lab = Lab::get();
    view! {
        <div class="field">
            <span class="field-label">{label}</span>
            <TextBox path=name label long described_by="care-scenario" value=Signal::derive(move || lab.with_scenario(get))
                on_value=move |text: String| lab.edit(name, |it| set(it, text)) />
            <Complaint path=name />
        </div>
    }
}

/// A day of the scenario.
#[component]
fn DayLine(
    /// Its name in the document.
    name: &'static str,
    /// Its name for readers.
    label: &'static str,
    /// The days that are possible.
    span: fn(&Scenario) -> Span,
    /// Reads it.
    get: fn(&Scenario) -> Day,
    /// Writes it.
    set: fn(&mut Scenario, Day),
) -> impl IntoView {
    let lab = Lab::get();
    view! {
        <div class="field">
            <span class="field-label">{label}</span>
            <DayField path=name label value=Signal::derive(move || lab.with_scenario(get))
                span=Signal::derive(move || lab.with_scenario(span)) on_value=move |day| lab.edit(name, |it| set(it, day)) />
            <Complaint path=name />
        </div>
    }
}
