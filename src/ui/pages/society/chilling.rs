//! What the system does to what people do: lawful acts given up, good and harmful acts, reports, ties.

use leptos::prelude::*;

use super::frame::{Framed, Grid};
use super::stage::Stage;
use crate::engine::society::measures::{Measure, Summary, Who, over};
use crate::engine::society::model::Nature;
use crate::ui::state::texts;

/// What is told, in this order.
const TOLD: [Measure; 9] = [
    Measure::Forgone(Nature::Judged),
    Measure::Forgone(Nature::Harmful),
    Measure::Added(Nature::Prosocial),
    Measure::Forgone(Nature::Prosocial),
    Measure::DiversityChange,
    Measure::TrueReports,
    Measure::FalseReports,
    Measure::BrokenTies,
    Measure::Isolated,
];

/// Measures of the group that is picked, or of everybody.
pub fn measured(stage: Stage, told: &[Measure]) -> Vec<(Measure, Option<Summary>)> {
    let who = stage.picked.get().group.map_or(Who::All, Who::Group);
    stage.read(Vec::new(), |it, tallies| {
        let society = if stage.reform.get() { it.reform.as_ref().unwrap_or(&it.society) } else { &it.society };
        told.iter().map(|measure| (*measure, over(*measure, society, tallies, who))).collect()
    })
}

/// What is told, with whom it is about: the group that is picked, or everybody.
pub fn of_whom(stage: Stage, summary: &'static str) -> Signal<String> {
    let words = &texts().society;
    Signal::derive(move || {
        let everybody = || words.charts.everybody.to_owned();
        let whom = stage.picked.get().group.map_or_else(everybody, |it| stage.group(it));
        (words.effects.counted)(&whom, summary)
    })
}

/// Measures as a table.
pub fn grid(rows: &[(Measure, Option<Summary>)]) -> Grid {
    let words = &texts().society;
    let t = &words.charts;
    let row = |(measure, found): &(Measure, Option<Summary>)| {
        let show = |read: fn(&Summary) -> f64| {
            found.as_ref().map_or_else(|| "–".to_owned(), |it| (words.value)(*measure, read(it)))
        };
        vec![(words.measure)(*measure).to_owned(), show(|it| it.median), show(|it| it.low), show(|it| it.high)]
    };
    let heads = [t.column_measure, t.column_median, t.column_low, t.column_high];
    Grid { heads: heads.map(str::to_owned).to_vec(), rows: rows.iter().map(row).collect() }
}

/// Measures as big figures, each with its interval; what has no value is left out.
#[component]
pub fn Stats(
    /// The measures.
    rows: Memo<Vec<(Measure, Option<Summary>)>>,
) -> impl IntoView {
    let words = &texts().society;
    let one = |(measure, found): (Measure, Option<Summary>)| {
        found.map(|it| {
            let ends = (words.between)(&(words.figure)(measure, it.low), &(words.figure)(measure, it.high));
            view! {
                <li class="stat">
                    <span class="stat-figure">{(words.figure)(measure, it.median)}</span>
                    <span class="stat-label">{(words.measure)(measure)}<br />{(words.unit)(measure)}</span>
                    <span class="muted small nums">{ends}</span>
                </li>
            }
        })
    };
    view! { <ul class="plain society-stats">{move || rows.get().into_iter().map(one).collect_view()}</ul> }
}

/// The figure, with a meter of the lawful acts that were given up.
#[component]
pub fn Chilling() -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.effects;
    let rows = Memo::new(move |_| measured(stage, &TOLD));
    let given_up = move || rows.with(|it| it.first().and_then(|it| it.1).map_or(0.0, |it| it.median));
    let title = move || (t.chill_title)(given_up());
    view! {
        <Framed id="society-chill" title=Signal::derive(title) summary=of_whom(stage, t.chill_summary) grid=Signal::derive(move || grid(&rows.read()))>
            <div class="chill-meter share-track" role="meter" aria-label=t.chill_meter aria-valuemin="0" aria-valuemax="100"
                aria-valuenow=move || format!("{:.1}", given_up() * 100.0)
                aria-valuetext=move || (texts().society.share)(given_up())>
                <span class="share-fill" style:inline-size=move || format!("{:.2}%", given_up() * 100.0)></span>
            </div>
            <Stats rows />
        </Framed>
    }
}
