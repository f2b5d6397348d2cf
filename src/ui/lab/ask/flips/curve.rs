//! Score and band for each value of one number, as a small chart and a table.

use leptos::html;
use leptos::prelude::*;

use super::super::super::life::{Seen, share, use_width};
use crate::charts::{CurveChart, draw_curve};
use crate::engine::Points;
use crate::engine::explain::Dial;
use crate::jobs::curve::{CurveFound, CurveRequest};
use crate::jobs::flips::Number;
use crate::jobs::{Answer, Request};
use crate::scenario::DayText;
use crate::text::flips::Told;
use crate::ui::kit::Choice;
use crate::ui::pin::PinButton;
use crate::ui::search::{Progress, Search};
use crate::ui::state::{Lab, texts};

/// The height of the plot, in sixteenths of the letter size.
const HEIGHT: f64 = 192.0;

/// An answer in words, with what is needed to draw it.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    seen: Seen,
    title: String,
    note: String,
    is_signed: bool,
    now: Option<Points>,
    points: Vec<(Points, Points)>,
    /// Value, score and band, in words.
    rows: Vec<[String; 3]>,
}

/// The select, the chart and its table.
#[component]
pub(super) fn Curve(
    /// The document.
    lab: Lab,
    /// The life.
    seen: Memo<Option<Seen>>,
) -> impl IntoView {
    let t = &texts().flips;
    let picked = RwSignal::new(String::new());
    let numbers = Memo::new(move |_| seen.with(|it| it.as_ref().map(numbers).unwrap_or_default()));
    let options = Signal::derive(move || {
        numbers.with(|all| all.iter().map(|it| (it.0.clone(), it.2.clone())).collect::<Vec<_>>())
    });
    let chosen = Memo::new(move |_| {
        numbers.with(|all| {
            let found = all.iter().find(|it| picked.with(|id| *id == it.0)).or(all.first());
            found.map(|it| (it.0.clone(), it.1.clone()))
        })
    });
    let value = Signal::derive(move || chosen.with(|it| it.as_ref().map(|it| it.0.clone()).unwrap_or_default()));
    let search = Search::new(move || {
        let number = chosen.get()?.1;
        Some(Request::Curve(CurveRequest { subject: lab.subject(), day: DayText(lab.day_or_last()), number }))
    });
    let shown = Memo::new(move |_| {
        let (Request::Curve(asked), Answer::Curve(Some(found))) = search.answer.get()? else { return None };
        seen.with_untracked(|it| it.as_ref().map(|it| shown(it, &asked, &found)))
    });
    let title = Memo::new(move |_| shown.with(|it| it.as_ref().map(|it| it.title.clone())));
    let note = move || shown.with(|it| it.as_ref().map(|it| it.note.clone()));
    let rows = move || {
        let rows = shown.with(|it| it.as_ref().map(|it| it.rows.clone()).unwrap_or_default());
        let row = |[value, score, band]: [String; 3]| {
            view! { <tr><th scope="row" class="n">{value}</th><td class="n">{score}</td><td>{band}</td></tr> }
        };
        rows.into_iter().map(row).collect::<Vec<_>>()
    };
    let is_there = Memo::new(move |_| title.with(Option::is_some));
    view! {
        <section class="ask-part" aria-labelledby="flips-curve">
            <h3 id="flips-curve">{t.curve_title}</h3>
            <Choice label=t.curve_choose options value on_value=move |it| picked.set(it) id="flips-number" />
            <Progress search id="curve-progress" />
            {move || is_there.get().then(|| view! {
                <figure class="chart curve-chart" aria-labelledby="curve-finding">
                    <figcaption class="ask-finding" id="curve-finding">{title}</figcaption>
                    <Plot shown />
                </figure>
                <p class="note">{note}</p>
                <details class="fold">
                    <summary>{t.table}</summary>
                    <div class="table-wrap"><table class="table">
                        <thead><tr><th scope="col" class="n">{t.column_value}</th><th scope="col" class="n">{t.column_score}</th><th scope="col">{t.column_band}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table></div>
                    <PinButton />
                </details>
            })}
        </section>
    }
}

/// The drawing and the words beside it.
#[component]
fn Plot(
    /// What is drawn.
    shown: Memo<Option<Shown>>,
) -> impl IntoView {
    let plot = NodeRef::<html::Div>::new();
    let width = use_width(plot);
    let inside = move || {
        shown.with(|it| {
            let it = it.as_ref().filter(|_| width.get() > 0.0)?;
            let book = &it.seen.case().rulebook;
            let chart = CurveChart::fit(book, it.points.clone(), width.get(), HEIGHT);
            let now = it.now.map(|now| {
                view! { <span class="curve-now" style:left=share(chart.x(now), chart.width)></span> }
            });
            Some(view! { <div class="chart-ground" inner_html=draw_curve(&chart, book)></div>{now} })
        })
    };
    let scores = move || {
        shown.with(|it| {
            let it = it.as_ref()?;
            let book = &it.seen.case().rulebook;
            let chart = CurveChart::fit(book, it.points.clone(), width.get(), HEIGHT);
            let ticks = chart.score.ticks(book).into_iter().filter(|it| it.label);
            let tick = |it: crate::charts::ScoreTick| {
                let top = share(chart.score.y(it.score), chart.score.height);
                view! {
                    <span class="chart-score" data-border=it.border.then_some("true") style:top=top>
                        {(texts().common.points)(it.score)}</span>
                }
            };
            Some(ticks.map(tick).collect::<Vec<_>>())
        })
    };
    let values = move || {
        shown.with(|it| {
            let it = it.as_ref()?;
            let book = &it.seen.case().rulebook;
            let chart = CurveChart::fit(book, it.points.clone(), width.get(), HEIGHT);
            let ticks = chart.ticks();
            let last = ticks.len().saturating_sub(1);
            let tick = |(at, value): (usize, Points)| {
                let side = match at {
                    0 => Some("start"),
                    at if at == last => Some("end"),
                    _ => None,
                };
                view! {
                    <span class="chart-day" data-side=side style:left=share(chart.x(value), chart.width.max(1.0))>
                        {number_words(value, it.is_signed)}</span>
                }
            };
            Some(ticks.into_iter().enumerate().map(tick).collect::<Vec<_>>())
        })
    };
    view! {
        <div class="chart-stage curve-stage" aria-hidden="true">
            <div class="chart-plot" node_ref=plot style:height=format!("{}rem", HEIGHT / 16.0)>{inside}</div>
            <div class="chart-scores">{scores}</div>
            <div class="chart-days">{values}</div>
        </div>
    }
}

fn number_words(value: Points, is_signed: bool) -> String {
    if is_signed { (texts().common.signed)(value) } else { (texts().common.points)(value) }
}

/// The numbers that can be varied: those of the rules that left a mark on this life, the strongest first; cap and start.
fn numbers(seen: &Seen) -> Vec<(String, Number, String)> {
    let t = &texts().flips;
    let rules = &seen.scenario.rulebook.rules;
    let mut marks = vec![Points::ZERO; rules.len()];
    for line in &seen.life().lines {
        if let Some(mark) = line.rule.and_then(|it| marks.get_mut(it)) {
            *mark += line.applied.abs();
        }
    }
    let mut used: Vec<usize> = (0..rules.len()).filter(|it| !marks[*it].is_zero()).collect();
    used.sort_by_key(|it| std::cmp::Reverse(marks[*it]));
    let of_rule = used.into_iter().flat_map(|rule| {
        let when = (texts().rules.sentence)(&seen.scenario, &rules[rule]).when_plain();
        let id = rules[rule].id.clone();
        let number = move |dial: Dial| {
            let Dial::Points { step, .. } = dial else { return None };
            let number = Number::Points { rule: id.clone(), step };
            Some((format!("points/{id}/{step}"), number, (t.number_points)(&when, step)))
        };
        Dial::of_rule(seen.case(), rule).into_iter().filter_map(number).collect::<Vec<_>>()
    });
    let others = [
        ("event-cap".to_owned(), Number::EventCap, t.number_cap.to_owned()),
        ("start".to_owned(), Number::Start, t.number_start.to_owned()),
    ];
    of_rule.chain(others).collect()
}

fn shown(seen: &Seen, asked: &CurveRequest, found: &CurveFound) -> Shown {
    let t = &texts().flips;
    let is_signed = matches!(asked.number, Number::Points { .. });
    let now = found.now.map(|it| it.0);
    // Without a cap, every cap is lower.
    let is_below = |value: Points| now.is_none_or(|now| value < now);
    let other = |it: &&(_, _, usize)| it.2 != found.band;
    let below = found.points.iter().rev().filter(|it| is_below(it.0.0)).find(other);
    let above = found.points.iter().filter(|it| !is_below(it.0.0)).find(other);
    let named = |it: &(crate::scenario::Decimal, _, usize)| (it.0.0, seen.band(it.2));
    let range = found.points.first().zip(found.points.last()).map(|it| (it.0.0.0, it.1.0.0)).unwrap_or_default();
    let told = Told {
        range,
        now,
        is_signed,
        flat: found.points.iter().all(|it| it.1 == found.score && it.2 == found.band),
        band: seen.band(found.band),
        below: below.map(named),
        above: above.map(named),
    };
    let row = |it: &(crate::scenario::Decimal, crate::scenario::Decimal, usize)| {
        let value = number_words(it.0.0, is_signed);
        let value = if now == Some(it.0.0) { (t.is_now)(&value) } else { value };
        [value, (texts().common.points)(it.1.0), seen.band(it.2).to_owned()]
    };
    Shown {
        seen: seen.clone(),
        title: (t.curve_found)(seen.name(), &told),
        note: (t.curve_note)(asked.day.0, now.is_some()),
        is_signed,
        now,
        points: found.points.iter().map(|it| (it.0.0, it.1.0)).collect(),
        rows: found.points.iter().map(row).collect(),
    }
}
