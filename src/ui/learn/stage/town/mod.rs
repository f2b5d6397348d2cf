//! Many lives of a step: measures by group as bars with intervals, under the rules and under the reform.
//!
//! [`rows`]: what is shown; [`values`]: what texts quote.

mod rows;
pub mod values;

use std::sync::Arc;

use leptos::prelude::*;

use super::frame::Figure;
use super::step::{StepBox, fresh_name};
use crate::engine::society::measures::{Measure, Summary};
use crate::jobs::society::plan::Refusal;
use crate::ui::pin::Counted;
use crate::ui::search::society::Runs;
use crate::ui::state::texts;
use rows::{Block, Row, blocks, grid, title};

/// The town, as far as it is counted.
#[component]
pub fn TownStage(
    /// Ids of measures.
    measures: Vec<String>,
    /// Whether each group has its bar.
    groups: bool,
) -> impl IntoView {
    let (t, words) = (&texts().stage, &texts().society);
    let Some((runs, first)) = StepBox::get().and_then(|it| it.runs) else { return ().into_any() };
    Counted::provide(runs, Signal::stored(false));
    let measures: Vec<Measure> = measures.iter().filter_map(|it| Measure::by_id(it)).collect();
    let asked = StoredValue::new(measures);
    let results = move || runs.results.get().filter(|it| !it.first.is_empty());
    let shown = Memo::new(move |_| {
        results().map(|it| asked.with_value(|asked| blocks(&it, asked, groups))).unwrap_or_default()
    });
    // What was counted for the scenario as the lesson has it is told beside what a change brought.
    let as_told = move || {
        let (now, first) = (runs.results.get()?, first.get()?);
        let is_other = !runs.stale.get() && !Arc::ptr_eq(&now, &first);
        is_other.then(|| asked.with_value(|it| blocks(&first, it, groups)))
    };
    let measures = move || {
        let was = as_told().unwrap_or_default();
        let measure = |it: Block| {
            let was = was.iter().find(|was| was.measure == it.measure).map(|it| it.rows.clone()).unwrap_or_default();
            measure(it, &was)
        };
        shown.get().into_iter().map(measure).collect_view()
    };
    let title = move || {
        let found = results().map(|it| shown.with(|shown| title(&it, shown, groups))).unwrap_or_default();
        (words.told)(runs.counting(), found)
    };
    let summary = move || {
        results().map(|it| (t.town_summary)(it.society.people, it.society.months, it.first.len(), it.reform.is_some()))
    };
    let is_there = Memo::new(move |_| results().is_some());
    let refused = Memo::new(move |_| runs.refused.get());
    let inside = move || match (refused.get(), is_there.get()) {
        (Some(Refusal::Memory(bytes)), _) => view! { <p class="empty">{(words.too_large)(bytes)}</p> }.into_any(),
        (Some(_), _) => view! { <p class="empty">{t.town_refused}</p> }.into_any(),
        (None, false) => view! { <p class="note busy" role="status">{words.loading}</p> }.into_any(),
        (None, true) => view! {
            <Figure title=Signal::derive(title) summary=Signal::derive(move || summary().unwrap_or_default())
                grid=Signal::derive(move || shown.with(|it| grid(it)))>
                <div class="stage-town">{measures}</div>
            </Figure>
        }
        .into_any(),
    };
    view! {
        <div class="stage-many" class:is-stale=move || runs.stale.get()>{inside}<Going runs /></div>
    }
    .into_any()
}

/// How far it has come, and the button that stops it or begins it again.
#[component]
fn Going(
    /// What is counted.
    runs: Runs,
) -> impl IntoView {
    let t = &texts().society;
    let id = fresh_name();
    let is_going = move || !runs.stopped.get() && runs.progress.with(|it| it.0 < it.1);
    let words = move || match runs.progress.get() {
        (done, of) if is_going() => (t.working)(done, of),
        _ if runs.stopped.get() => t.stopped.to_owned(),
        _ => (t.done)(runs.results.with(|it| it.as_ref().map_or(0, |it| it.first.len()))),
    };
    let press = move |event: web_sys::MouseEvent| match () {
        // The second press of a double click is not meant for what the button has become.
        () if event.detail() > 1 => {}
        () if is_going() => runs.stop(),
        () => runs.again(),
    };
    view! {
        <div class="row" hidden=move || runs.refused.with(Option::is_some)>
            <p class="note" class:busy=is_going id=id.clone()>{words}</p>
            <button type="button" class="btn btn-sm" aria-describedby=id hidden=move || !is_going() && !runs.stopped.get()
                on:click=press>{move || if is_going() { t.stop } else { t.again }}</button>
        </div>
    }
}

/// A measure with its bars, all drawn to one scale. `was` is what they were before a change.
fn measure(it: Block, was: &[Row]) -> impl IntoView + use<> {
    let id = fresh_name();
    let all = || it.rows.iter().flat_map(|it| std::iter::once(&it.first).chain(it.second.as_ref().map(|it| &it.0)));
    let lo = all().map(|it| it.low).fold(0.0, f64::min);
    let hi = all().map(|it| it.high).fold(lo, f64::max);
    let scale = (lo, round_end(hi));
    let measure = it.measure;
    let end = (texts().stage.town_scale)(&(texts().society.value)(measure, scale.1));
    let was = |row: &Row| was.iter().find(|it| it.name == row.name).map(|it| it.first.median);
    let rows = it.rows.iter().map(|it| row(measure, scale, it.clone(), was(it))).collect_view();
    view! {
        <div class="town-measure" role="group" aria-labelledby=id>
            <h4 id=id.clone()>{(texts().society.measure)(measure)}" "<small class="note">{end}</small></h4>
            <ul class="plain">{rows}</ul>
        </div>
    }
}

/// The end of a scale that holds a value: one, two or five times a power of ten.
fn round_end(value: f64) -> f64 {
    const SMALLEST: f64 = 0.001;
    let mut power = SMALLEST;
    loop {
        for times in [1.0, 2.0, 5.0] {
            if power * times >= value || power > 1e12 {
                return power * times;
            }
        }
        power *= 10.0;
    }
}

fn row(measure: Measure, scale: (f64, f64), it: Row, was: Option<f64>) -> impl IntoView + use<> {
    let t = &texts().stage;
    let has_reform = it.second.is_some();
    let verdict = it.second.map(|it| view! { <p class="note">{(t.verdict)(it.1)}</p> });
    let name = has_reform.then_some(t.under_rules);
    view! {
        <li class="town-row">
            <p class="town-who">{it.name}</p>
            <div class="town-bars">
                {bar(measure, scale, it.first, name, "rules")}
                {was.map(|it| view! { <p class="note">{(t.town_was)(&(texts().society.value)(measure, it))}</p> })}
                {it.second.map(|it| bar(measure, scale, it.0, Some(t.with_reform), "reform"))}
                {verdict}
            </div>
        </li>
    }
}

/// A value as a bar with its interval.
fn bar(
    measure: Measure,
    scale: (f64, f64),
    it: Summary,
    name: Option<&'static str>,
    kind: &'static str,
) -> impl IntoView {
    let words = &texts().society;
    let at = move |it: f64| ((it - scale.0) / (scale.1 - scale.0)).clamp(0.0, 1.0) * 100.0;
    let value = |it: f64| (words.value)(measure, it);
    let (from, to) = (at(it.median.min(0.0)), at(it.median.max(0.0)));
    let interval = (it.n > 1).then(|| (words.between)(&value(it.low), &value(it.high)));
    view! {
        <div class="town-bar" data-kind=kind>
            {name.map(|it| view! { <span class="town-regime">{it}</span> })}
            <span class="share-track" aria-hidden="true">
                <span class="share-fill" style:inset-inline-start=format!("{from:.2}%") style:inline-size=format!("{:.2}%", to - from)></span>
                <span class="share-line" style:inset-inline-start=format!("{:.2}%", at(it.low))
                    style:inline-size=format!("{:.2}%", at(it.high) - at(it.low))></span>
            </span>
            <span class="town-value"><strong class="nums">{value(it.median)}</strong>" "<span class="note">{interval}</span></span>
        </div>
    }
}
