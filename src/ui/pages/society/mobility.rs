//! Mobility: who goes from which band to which within a year, as ribbons.

use leptos::prelude::*;

use super::figures::{median, over};
use super::frame::{Framed, Grid};
use super::stage::{Stage, token};
use crate::engine::society::Tally;
use crate::engine::society::measures::mobility::Matrix;
use crate::engine::society::measures::{Part, Who, recovery, sticky};
use crate::ui::state::texts;

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 240.0;
const BAR: f64 = 14.0;
const GAP: f64 = 4.0;

/// Shares of all people: from a band (row) to a band (column), lowest first.
type Shares = Vec<Vec<f64>>;

/// The figure, if there are bands to go between.
#[component]
pub fn Mobility() -> impl IntoView {
    let stage = Stage::get();
    let has_score = Memo::new(move |_| stage.has_score());
    move || has_score.get().then(|| view! { <MobilityChart /> })
}

/// The figure: the group that is picked, or everybody.
#[component]
fn MobilityChart() -> impl IntoView {
    let stage = Stage::get();
    let words = &texts().society;
    let t = &words.charts;
    let year = RwSignal::new(None::<usize>);
    let who = move || stage.picked.get().group.map_or(Who::All, Who::Group);
    let shares = Memo::new(move |_| stage.read(Shares::new(), |_, tallies| shares(tallies, who(), year.get())));
    let years = Memo::new(move |_| stage.read(0, |it, _| (it.society.months as usize / 12).saturating_sub(1)));
    let title = move || {
        if years.get() == 0 {
            return t.mobility_short.to_owned();
        }
        stage.read(String::new(), |_, tallies| match over(tallies, who(), sticky::floor) {
            Some(it) => (t.mobility_title)(it.median, 1.0 - it.median),
            // Nobody was in the lowest band.
            None => {
                let of = |read: fn(&Matrix) -> Option<f64>| median(tallies, who(), |part| read(&Matrix::of(part)?));
                (t.mobility_moves)(of(Matrix::upward), of(Matrix::downward))
            }
        })
    };
    let lasted = move || {
        stage.read(String::new(), |_, tallies| {
            let months = over(tallies, who(), recovery::months).map(|it| it.median);
            let never = over(tallies, who(), recovery::not_recovered).map(|it| it.median);
            never.map_or_else(String::new, |never| (t.recovery)(months, never))
        })
    };
    let grid = Signal::derive(move || {
        shares.with(|it| {
            let order = || (0..it.len()).rev();
            let mut heads = vec![t.mobility_from.to_owned()];
            heads.extend(order().map(|to| (t.mobility_to)(&stage.band(to))));
            let row = |from: usize| {
                let mut cells = vec![stage.band(from)];
                cells.extend(order().map(|to| (words.share)(it[from][to])));
                cells
            };
            Grid { heads, rows: order().map(row).collect() }
        })
    });
    let options = move || {
        let all = view! { <option value="" selected=year.get_untracked().is_none()>{t.mobility_all}</option> };
        let one = |it: usize| view! { <option value=it.to_string() selected={year.get_untracked() == Some(it)}>{(t.mobility_year)(it)}</option> };
        (all, (0..years.get()).map(one).collect_view())
    };
    view! {
        <Framed id="society-mobility" title=Signal::derive(title) summary=t.mobility_summary grid>
            <p>{lasted}</p>
            <select class="select society-year" aria-label=t.mobility_years
                on:change:target=move |event| year.set(event.target().value().parse().ok())>{options}</select>
            <div class="mobility">{move || shares.with(|it| ribbons(stage, it))}</div>
        </Framed>
    }
}

/// The medians of what is in the matrices, as shares of all.
fn shares(tallies: &[Tally], who: Who, year: Option<usize>) -> Shares {
    let matrix = |it: &Tally| {
        let part = Part::new(it, who);
        year.map_or_else(|| Matrix::of(&part), |year| Matrix::of_year(&part, year))
    };
    let all: Vec<Matrix> = tallies.iter().filter_map(matrix).collect();
    let bands = all.first().map_or(0, |it| it.counts.len());
    let sum: u64 = all.iter().flat_map(|it| it.counts.iter().flatten()).sum();
    let cell = |from: usize, to: usize| {
        let count: u64 = all.iter().map(|it| it.counts[from][to]).sum();
        if sum == 0 { 0.0 } else { count as f64 / sum as f64 }
    };
    (0..bands).map(|from| (0..bands).map(|to| cell(from, to)).collect()).collect()
}

/// The ribbons, the best band on top; each has its words as a title.
fn ribbons(stage: Stage, shares: &Shares) -> impl IntoView + use<> {
    let t = &texts().society.charts;
    let n = shares.len();
    let room = HEIGHT - GAP * n.saturating_sub(1) as f64;
    let from_total = |band: usize| shares[band].iter().sum::<f64>();
    let to_total = |band: usize| shares.iter().map(|it| it[band]).sum::<f64>();
    // Where each band begins, from the top.
    let tops = |total: &dyn Fn(usize) -> f64| {
        let mut at = 0.0;
        let mut tops = vec![0.0; n];
        for band in (0..n).rev() {
            tops[band] = at;
            at += total(band) * room + GAP;
        }
        tops
    };
    let (left, right) = (tops(&from_total), tops(&to_total));
    let (mut out, mut into) = (left.clone(), right.clone());
    let mut paths = Vec::new();
    for from in (0..n).rev() {
        for to in (0..n).rev() {
            let part = shares[from][to];
            if part <= 0.0 {
                continue;
            }
            let (a, b, thick) = (out[from], into[to], part * room);
            out[from] += thick;
            into[to] += thick;
            let (x, y, mid) = (BAR, WIDTH - BAR, WIDTH / 2.0);
            let path = format!(
                "M{x},{a:.2} C{mid},{a:.2} {mid},{b:.2} {y},{b:.2} V{:.2} C{mid},{:.2} {mid},{:.2} {x},{:.2} Z",
                b + thick,
                b + thick,
                a + thick,
                a + thick
            );
            let words = (t.mobility_ribbon)(&stage.band(from), &stage.band(to), part);
            let is_dim = move || stage.picked.get().band.is_some_and(|it| it != from && it != to);
            paths.push(view! {
                <path class="mobility-ribbon" class:dim=is_dim data-band=token(n, from).to_string() d=path><title>{words}</title></path>
            });
        }
    }
    let bars = (0..n).map(|band| {
        let step = token(n, band).to_string();
        let (one, other) = (from_total(band) * room, to_total(band) * room);
        view! {
            <rect class="mobility-bar" data-band=step.clone() x="0" y=format!("{:.2}", left[band]) width=BAR.to_string() height=format!("{one:.2}")></rect>
            <rect class="mobility-bar" data-band=step x=(WIDTH - BAR).to_string() y=format!("{:.2}", right[band]) width=BAR.to_string() height=format!("{other:.2}")></rect>
        }
    });
    let bars = bars.collect_view();
    let name = |tops: &[f64], total: &dyn Fn(usize) -> f64| {
        let one = |band: usize| {
            let share = total(band);
            (share > 0.01).then(|| view! {
                <span class="mobility-name" style:top=format!("{:.2}%", (tops[band] + share * room / 2.0) / HEIGHT * 100.0)>
                    {stage.band(band)}" "<span class="muted nums">{(texts().society.share)(share)}</span></span>
            })
        };
        (0..n).map(one).collect_view()
    };
    view! {
        <div class="mobility-names" aria-hidden="true">{name(&left, &from_total)}</div>
        <svg class="mobility-chart" viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" role="img"
            aria-labelledby="society-mobility">
            <g>{paths}</g><g>{bars}</g>
        </svg>
        <div class="mobility-names" aria-hidden="true">{name(&right, &to_total)}</div>
    }
}
