//! The lives on one ground: a line for each rulebook that keeps a score, a strip for each time on a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::chooser::LineKey;
use super::side::{Side, Sides};
use super::table::{Days, Seen, Standings};
use crate::charts::shares::{draw_shares, share_scale, shares};
use crate::charts::{Step, Tick, TimeScale};
use crate::engine::explain::stays;
use crate::engine::model::SubjectIdx;
use crate::engine::{Day, Points};
use crate::scenario::doc::ListNature;
use crate::ui::state::texts;

/// The size that the picture is made for, in CSS pixels; the page stretches it to the room that there is.
const SIZE: (f64, f64) = (300.0, 260.0);

/// The finding, the figure, and what it shows in words and tables.
#[component]
pub fn Lines(
    /// What is compared.
    sides: Memo<Sides>,
    /// Whose life is shown.
    subject: Memo<SubjectIdx>,
) -> impl IntoView {
    let t = &texts().compare;
    let finding = move || {
        sides.with(|it| {
            let (at, day) = (subject.get(), it.days.1);
            let of = |side: &Arc<Side>| {
                let verdict = side.verdict(at, day).filter(|_| side.sees(at))?;
                Some((side.title.clone(), side.phrase(&verdict)))
            };
            let verdicts: Vec<_> = it.all.iter().filter_map(of).collect();
            let verdicts: Vec<_> = verdicts.iter().map(|it| (it.0.as_str(), it.1.clone())).collect();
            (t.finding)(it.name(at), &verdicts, it.all.len())
        })
    };
    let summary = move || sides.with(|it| (t.summary)(it.name(subject.get()), it.days.1));
    view! {
        <section aria-labelledby="compare-finding" class="stack">
            <h2 id="compare-finding">{finding}</h2>
            <Figure sides subject />
            <p class="note">{t.axis_note}</p>
            <p>{summary}</p>
            <Standings sides subject />
            <Days sides subject />
            <Seen sides />
        </section>
    }
}

/// The figure.
#[component]
fn Figure(
    /// What is compared.
    sides: Memo<Sides>,
    /// Whose life is shown.
    subject: Memo<SubjectIdx>,
) -> impl IntoView {
    let t = &texts().compare;
    let time = move || sides.with(|it| TimeScale { first: it.days.0, last: it.days.1, width: SIZE.0 });
    let drawing = move || sides.with(|it| drawing(it, subject.get()));
    let label = move || sides.with(|it| (t.chart)(it.name(subject.get())));
    let scores = (0..=4).map(|it| {
        let top = share(share_scale(SIZE.1).y(Points::whole(25 * it)), SIZE.1);
        view! { <span class="chart-score" style:top=top>{(t.percent_whole)(25 * it)}</span> }
    });
    let days = move || {
        let time = time();
        let step = time.step();
        time.ticks().into_iter().map(|it| day_view(&time, step, it)).collect_view()
    };
    let legend = move || {
        sides.with(|it| {
            let entry = |it: &Arc<Side>| view! { <li><LineKey nth=it.nth />{it.title.clone()}</li> };
            it.all.iter().filter(|it| it.has_score()).map(entry).collect_view()
        })
    };
    view! {
        <figure class="chart compare-chart" aria-label=label>
            <div class="chart-stage">
                <div class="chart-plot"><div class="chart-ground" aria-hidden="true" inner_html=drawing></div></div>
                <div class="chart-scores" aria-hidden="true">{scores.collect_view()}</div>
                <div class="chart-days" aria-hidden="true">{days}</div>
                <Strips sides subject />
            </div>
            <ul class="legend" aria-hidden="true">{legend}</ul>
        </figure>
    }
}

fn drawing(sides: &Sides, subject: SubjectIdx) -> String {
    let time = TimeScale { first: sides.days.0, last: sides.days.1, width: SIZE.0 };
    let Some(any) = sides.all.iter().find_map(|it| it.outcome.as_ref()) else { return String::new() };
    let line = |side: &Arc<Side>| {
        let book = &side.outcome.as_ref()?.lowered.case.rulebook;
        Some((side.nth, shares(book, side.life(subject)?)))
    };
    let lines: Vec<_> = sides.all.iter().filter(|it| it.has_score()).filter_map(line).collect();
    draw_shares(time, SIZE.1, &any.lowered.case.rulebook, &lines, sides.days.1)
}

fn day_view(time: &TimeScale, step: Step, tick: Tick) -> impl IntoView + use<> {
    let x = time.x(tick.day);
    let side = if x < 18.0 {
        "start"
    } else if x > time.width - 18.0 {
        "end"
    } else {
        "middle"
    };
    view! {
        <span class="chart-day" data-side=side data-major=tick.major.then_some("true")
            style:left=share(x, time.width)>{(texts().life.tick)(step, tick)}</span>
    }
}

/// Times on lists, one row for each list that the subject is ever on, and one for a rulebook that has only lists.
#[component]
fn Strips(
    /// What is compared.
    sides: Memo<Sides>,
    /// Whose life is shown.
    subject: Memo<SubjectIdx>,
) -> impl IntoView {
    let t = &texts().compare;
    let rows = move || sides.with(|it| strips(it, subject.get()));
    let row = move |(name, times): (String, Vec<Time>)| {
        let bar = |it: Time| {
            view! { <span class="compare-bar" data-nature=it.nature style:left=it.left style:width=it.width><span class="visually-hidden">{it.words}</span></span> }
        };
        let none = times.is_empty().then(|| view! { <span class="compare-off">{t.off_list}</span> });
        view! {
            <li class="compare-strip">
                <span class="compare-strip-name">{name}</span>
                <span class="compare-track">{none}{times.into_iter().map(bar).collect_view()}</span>
            </li>
        }
    };
    view! {
        {move || {
            let rows = rows();
            (!rows.is_empty()).then(|| view! {
                <ul role="list" class="compare-strips" aria-label=t.strips>{rows.into_iter().map(row).collect_view()}</ul>
            })
        }}
    }
}

/// A time on a list.
struct Time {
    nature: &'static str,
    left: String,
    width: String,
    words: String,
}

fn strips(sides: &Sides, subject: SubjectIdx) -> Vec<(String, Vec<Time>)> {
    let t = texts();
    let (first, last) = sides.days;
    let time = TimeScale { first, last, width: SIZE.0 };
    let mut rows = Vec::new();
    for side in &sides.all {
        let Some(life) = side.life(subject) else { continue };
        let before = rows.len();
        let lists = side.transfer.scenario.rulebook.lists.iter().enumerate();
        for (idx, list) in lists {
            let nature = if list.nature == ListNature::Red { "red" } else { "black" };
            let stays: Vec<_> = stays(life).into_iter().filter(|it| it.list == idx).collect();
            let bar = |begin: Day, end: Option<Day>| {
                let (left, right) = (time.x(begin), time.x(end.unwrap_or(last)));
                let day = t.common.day;
                Time {
                    nature,
                    left: share(left, SIZE.0),
                    width: share(right - left, SIZE.0),
                    words: (t.compare.strip)(&list.label, &side.title, &day(begin), end.map(day).as_deref()),
                }
            };
            let times: Vec<Time> = stays.into_iter().map(|it| bar(it.begin, it.end)).collect();
            if !times.is_empty() {
                rows.push((format!("{}: {}", side.title, list.label), times));
            }
        }
        if !side.has_score() && rows.len() == before {
            rows.push((side.title.clone(), Vec::new()));
        }
    }
    rows
}

/// Part of a whole, as CSS wants it.
fn share(part: f64, whole: f64) -> String {
    format!("{:.3}%", if whole > 0.0 { part / whole * 100.0 } else { 0.0 })
}
