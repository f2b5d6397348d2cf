//! Wrong records from the month they were made to their correction, and the queue of appeals.

use leptos::prelude::*;

use super::figures::{median, over};
use super::frame::{Framed, Grid};
use super::stage::Stage;
use crate::engine::society::Tally;
use crate::engine::society::measures::lives::Funnel;
use crate::engine::society::measures::{Part, Summary, Who, appeals};
use crate::engine::society::tally::Monthly;
use crate::ui::state::texts;

/// How many of each stage there are, in the order of the words.
const STAGES: [fn(&Funnel, &Part<'_>) -> u64; 11] = [
    |it, _| it.errors,
    |it, _| it.mismatches,
    |it, _| it.malice,
    |it, _| it.caught,
    |it, _| it.hurt,
    |it, _| it.told,
    |it, _| it.appealed,
    |it, _| it.won,
    |it, _| it.found,
    |it, _| it.never,
    |_, part| part.total(Monthly::WonTrue),
];

/// The figure: the group that is picked, or everybody.
#[component]
pub fn Wrong() -> impl IntoView {
    let stage = Stage::get();
    let words = &texts().society;
    let t = &words.charts;
    let who = move || stage.picked.get().group.map_or(Who::All, Who::Group);
    let stages = Memo::new(move |_| stage.read(Vec::new(), |_, tallies| stages(tallies, who())));
    let at = move |stage: usize| stages.with(|it| it.get(stage).copied().flatten().map_or(0.0, |it| it.median));
    let title = move || match at(4) <= 0.0 {
        true => t.wrong_none.to_owned(),
        false => (t.wrong_title)(at(4), at(9)),
    };
    let most =
        Memo::new(move |_| f64::max(stages.with(|it| it.iter().flatten().map(|it| it.high).fold(0.0, f64::max)), 0.01));
    let name = move || stage.picked.get().group.map_or_else(|| t.everybody.to_owned(), |it| stage.group(it));
    let summary = move || format!("{}: {}", name(), t.wrong_summary);
    let grid = Signal::derive(move || {
        let show = |it: f64| (words.number)(it);
        let row = |(found, (name, _)): (&Option<Summary>, (&str, &str))| {
            let it = found.unwrap_or(Summary { low: 0.0, median: 0.0, high: 0.0, n: 0 });
            vec![name.to_owned(), show(it.median), show(it.low), show(it.high)]
        };
        let heads = [t.wrong_column_stage, t.wrong_column_count, t.column_low, t.column_high];
        let rows = stages.with(|it| it.iter().zip(t.wrong_stages).map(row).collect());
        Grid { heads: heads.map(str::to_owned).to_vec(), rows }
    });
    let bar = move |(found, (name, note)): (Option<Summary>, (&'static str, &'static str))| {
        let it = found.unwrap_or(Summary { low: 0.0, median: 0.0, high: 0.0, n: 0 });
        let part = move |value: f64| format!("{:.2}%", (value / most.get()).clamp(0.0, 1.0) * 100.0);
        view! {
            <li class="wrong-stage">
                <span>{name}<br /><span class="muted small">{note}</span></span>
                <span class="share-track" aria-hidden="true"><span class="share-fill" style:inline-size=move || part(it.median)></span>
                    <span class="share-line" style:inset-inline-start=move || part(it.low)
                        style:inline-size=move || part(it.high - it.low)></span></span>
                <span class="nums share-figure">{(words.number)(it.median)}</span>
            </li>
        }
    };
    view! {
        <Framed id="society-wrong" title=Signal::derive(title) summary=Signal::derive(summary) grid>
            <p class="small muted">{t.wrong_column_count}</p>
            <ol class="plain wrong-stages">
                {move || stages.get().into_iter().zip(t.wrong_stages).map(bar).collect_view()}
            </ol>
        </Framed>
        <Queue />
    }
}

fn stages(tallies: &[Tally], who: Who) -> Vec<Option<Summary>> {
    let one = |count: fn(&Funnel, &Part<'_>) -> u64| {
        over(tallies, who, |part| part.per_thousand_years(count(&Funnel::of(part), part), part.people()))
    };
    STAGES.into_iter().map(one).collect()
}

/// Appeals that wait, month by month.
#[component]
fn Queue() -> impl IntoView {
    let stage = Stage::get();
    let words = &texts().society;
    let t = &words.charts;
    let months = Memo::new(move |_| {
        stage.read(Vec::new(), |it, tallies| {
            (0..it.society.months as usize)
                .map(|month| median(tallies, Who::All, |part| appeals::queue(part, month)))
                .collect()
        })
    });
    let most = move || months.with(|it| it.iter().copied().fold(0.0, f64::max));
    let title = move || (t.queue_title)(most());
    let grid = Signal::derive(move || {
        let first = stage.read(None, |it, _| Some(it.society.first));
        let row = |(at, it): (usize, &f64)| {
            let month = first.map_or_else(String::new, |first| (words.month)(first, u32::try_from(at).unwrap_or(0)));
            vec![month, (words.number)(*it)]
        };
        let heads = [words.town.month, t.queue_column].map(str::to_owned).to_vec();
        Grid { heads, rows: months.with(|it| it.iter().enumerate().map(row).collect()) }
    });
    // A month is ten wide; the picture is a hundred high.
    let area = move || {
        months.with(|it| {
            let most = f64::max(it.iter().copied().fold(0.0, f64::max), 0.05);
            let point = |(at, value): (usize, &f64)| format!("{},{:.2}", at * 10, 100.0 - value / most * 98.0);
            let line = it.iter().enumerate().map(point).collect::<Vec<_>>().join(" ");
            format!("0,100 {line} {},100", it.len().saturating_sub(1) * 10)
        })
    };
    let window = move || format!("0 0 {} 100", months.with(|it| it.len().saturating_sub(1).max(1) * 10));
    view! {
        <Framed id="society-queue" title=Signal::derive(title) summary=t.queue_summary grid>
            <div class="queue">
                <svg class="queue-chart" viewBox=window preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <polygon points=area />
                </svg>
                <span class="small muted nums">{move || (words.number)(most())}</span>
            </div>
        </Framed>
    }
}
