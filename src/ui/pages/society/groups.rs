//! Groups side by side: bands at the end, months under a penalty and wrongly so, the median score.

use leptos::prelude::*;

use super::figures::{extremes, median, over};
use super::frame::{Framed, Grid};
use super::stage::{Stage, token};
use crate::engine::society::Tally;
use crate::engine::society::measures::{Part, Summary, Who, bands, penalised, ratio, score, wrongly};
use crate::jobs::society::Results;
use crate::scenario::society::absent;
use crate::text::society::Unequal;
use crate::ui::kit::{Roll, Slots};
use crate::ui::state::texts;

/// What is shown of a group.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    group: Option<usize>,
    name: String,
    share: f64,
    bands: Vec<f64>,
    penalised: Option<Summary>,
    wrongly: Option<Summary>,
    score: Option<Summary>,
}

impl Row {
    fn id(&self) -> String {
        self.group.map_or_else(|| "all".to_owned(), |it| it.to_string())
    }
}

/// The figure.
#[component]
pub fn Groups() -> impl IntoView {
    let stage = Stage::get();
    let t = &texts().society.charts;
    let rows = Memo::new(move |_| stage.read(Vec::new(), |it, tallies| rows(stage, it, tallies)));
    // All bars are drawn to the largest share that some interval reaches.
    let most = Memo::new(move |_| {
        let ends = rows.with(|it| it.iter().filter_map(|it| it.penalised.map(|it| it.high)).fold(0.0, f64::max));
        f64::max(ends, 0.01)
    });
    let title = move || {
        stage.read(String::new(), |it, tallies| {
            let Some((more, less, sure)) = extremes(it, tallies, penalised::of_time) else {
                return (t.groups_title)(&Unequal { more: None, less: None, all: 0.0, sure: false });
            };
            let (one, other) = (stage.group(more.0), stage.group(less.0));
            let all = median(tallies, Who::All, penalised::of_time);
            (t.groups_title)(&Unequal { more: Some((&one, more.1)), less: Some((&other, less.1)), all, sure })
        })
    };
    let summary = move || (t.groups_summary)(rows.with(Vec::len).saturating_sub(1));
    let absent = Memo::new(move |_| {
        let names = stage.lab.with_scenario(|it| absent(it).map(|it| it.label.clone()).collect::<Vec<_>>());
        (t.groups_absent)(&names)
    });
    let grid = Signal::derive(move || grid(stage, &rows.read()));
    // A row stays while its numbers change: its button may have the focus.
    let slots = Slots::new(move || rows.with(|it| it.iter().map(|it| (it.id(), it.clone())).collect::<Roll<Row>>()));
    let row = move |id: String| view! { <GroupRow this=slots.slot(&id) most /> };
    view! {
        <Framed id="society-groups" title=Signal::derive(title) summary=Signal::derive(summary) grid>
            <div class="groups-chart" role="group" aria-labelledby="society-groups">
                <div class="groups-row groups-head" aria-hidden="true">
                    <span>{t.column_group}</span><span>{t.column_bands}</span><span>{t.column_penalised}</span>
                    <span>{t.column_wrongly}</span><span>{t.column_score}</span>
                </div>
                <For each=move || slots.ids() key=Clone::clone children=row />
            </div>
            <p class="note">{texts().society.interval_note}</p>
            <p class="note groups-absent" hidden=move || absent.with(Option::is_none)>{absent}</p>
        </Framed>
    }
}

/// One group.
#[component]
fn GroupRow(
    /// What is shown.
    this: ReadSignal<Option<Row>>,
    /// What the bars are drawn to.
    most: Memo<f64>,
) -> impl IntoView {
    let stage = Stage::get();
    let words = &texts().society;
    let t = &words.charts;
    let (group, name) = this.with_untracked(|it| it.as_ref().map(|it| (it.group, it.name.clone()))).unwrap_or_default();
    let is_picked = move || group.is_some() && stage.picked.get().group == group;
    let name = match group {
        None => view! { <strong>{name}</strong> }.into_any(),
        Some(group) => view! {
            <button type="button" class="btn btn-quiet groups-name" aria-pressed=move || is_picked().to_string()
                title=(t.pick_group)(&name) on:click=move |_| stage.pick_group(group)>{name.clone()}</button>
        }
        .into_any(),
    };
    let part = move || this.with(|it| it.as_ref().map(|it| (words.share)(it.share)));
    let bands = move || this.with(|it| it.as_ref().filter(|_| stage.has_score()).map(|it| bands_of(stage, &it.bands)));
    let bar = move |read: fn(&Row) -> Option<Summary>, kind: &'static str| {
        move || this.with(|it| it.as_ref().and_then(read)).map(|it| view! { <Bar of=Some(it) most kind /> })
    };
    let score = move || {
        let it = this.with(|it| it.as_ref().and_then(|it| it.score)).filter(|_| stage.has_score());
        it.map(|it| (words.number)(it.median))
    };
    view! {
        <div class="groups-row" data-picked=move || is_picked().then_some("true")>
            <div>{name}<span class="muted small groups-share">{part}</span></div>
            <div class="groups-bands">{bands}</div>
            <div data-name=t.column_penalised>{bar(|it| it.penalised, "penalised")}</div>
            <div data-name=t.column_wrongly>{bar(|it| it.wrongly, "wrongly")}</div>
            <div class="nums groups-score" data-name=t.column_score>{score}</div>
        </div>
    }
}

/// Bands side by side, the best at the left, each as wide as its share.
fn bands_of(stage: Stage, shares: &[f64]) -> impl IntoView + use<> {
    let n = shares.len();
    let band = |(band, share): (usize, f64)| {
        let name = stage.band(band);
        let letter = (share > 0.06).then(|| name.clone());
        let is_dim = move || stage.picked.get().band.is_some_and(|it| it != band);
        view! {
            <span class="groups-band" data-band=token(n, band).to_string() class:dim=is_dim
                style:flex-grow=format!("{:.4}", share.max(0.0)) title=(texts().society.charts.band_share)(&name, share)>{letter}</span>
        }
    };
    shares.iter().copied().enumerate().rev().filter(|it| it.1 > 0.0).map(band).collect_view()
}

/// A share as a bar with its interval.
#[component]
pub fn Bar(
    /// The share over the repeats.
    of: Option<Summary>,
    /// What the bars are drawn to.
    #[prop(into)]
    most: Signal<f64>,
    /// What colours it.
    kind: &'static str,
) -> impl IntoView {
    let words = &texts().society;
    of.map(|it| {
        let at = move |value: f64| format!("{:.2}%", (value / most.get()).clamp(0.0, 1.0) * 100.0);
        let line = move || format!("{:.2}%", ((it.high - it.low) / most.get()).clamp(0.0, 1.0) * 100.0);
        view! {
            <div class="share-bar" data-kind=kind title=(words.interval)(it.low, it.high)>
                <span class="share-track" aria-hidden="true">
                    <span class="share-fill" style:inline-size=move || at(it.median)></span>
                    <span class="share-line" style:inset-inline-start=move || at(it.low) style:inline-size=line></span>
                </span>
                <span class="nums share-figure">{(words.share)(it.median)}</span>
            </div>
        }
    })
}

fn rows(stage: Stage, results: &Results, tallies: &[Tally]) -> Vec<Row> {
    let society = &results.society;
    let last = (society.months as usize).saturating_sub(1);
    let row = |group: Option<usize>| {
        let who = group.map_or(Who::All, Who::Group);
        let band = |band| median(tallies, who, |part| bands::share(part, band, last));
        let share = |it: &Tally| ratio(Part::new(it, who).people(), Part::new(it, Who::All).people());
        Row {
            group,
            name: group.map_or_else(|| texts().society.charts.everybody.to_owned(), |it| stage.group(it)),
            share: tallies.first().and_then(share).unwrap_or(0.0),
            bands: (0..society.bands()).map(band).collect(),
            penalised: over(tallies, who, penalised::of_time),
            wrongly: over(tallies, who, wrongly::of_time),
            score: over(tallies, who, |part| score::quantile_at_end(society.rulebook.scale, part, 50)),
        }
    };
    let groups = (0..society.groups.len()).map(|it| row(Some(it))).filter(|it| it.share > 0.0);
    groups.chain([row(None)]).collect()
}

fn grid(stage: Stage, rows: &[Row]) -> Grid {
    let words = &texts().society;
    let t = &words.charts;
    let bands = rows.first().map_or(0, |it| it.bands.len());
    let mut heads = vec![t.column_group.to_owned(), t.column_people.to_owned()];
    heads.extend((0..bands).rev().map(|it| stage.band(it)));
    heads.extend([t.column_penalised, t.column_wrongly, t.column_score].map(str::to_owned));
    let share = |it: &Option<Summary>| {
        it.map_or_else(String::new, |it| {
            format!("{} ({})", (words.share)(it.median), (words.interval)(it.low, it.high))
        })
    };
    let row = |it: &Row| {
        let mut cells = vec![it.name.clone(), (words.share)(it.share)];
        cells.extend(it.bands.iter().rev().map(|it| (words.share)(*it)));
        cells.extend([share(&it.penalised), share(&it.wrongly)]);
        cells.push(it.score.map_or_else(String::new, |it| (words.number)(it.median)));
        cells
    };
    Grid { heads, rows: rows.iter().map(row).collect() }
}
