//! Everything on the chart that is not ground or line: names of bands, borders, years, marks of events, the end.

use leptos::prelude::*;

use super::picture::{Picture, percent};
use super::state::ToyState;
use super::words;
use crate::charts::ScoreScale;
use crate::engine::{Day, Points};
use crate::ui::state::texts;

/// The least height of a band, in per cent of the chart, that has room for its name.
const ROOM: f64 = 4.5;
/// From how far to the right, in per cent, the score is written before the end of the line.
const NEAR_END: f64 = 74.0;

/// The names of the bands, the scores at which they begin, and the years.
#[component]
pub fn Axes(
    /// What is shown.
    #[prop(into)]
    picture: Signal<Option<Picture>>,
) -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let scale = Memo::new(move |_| picture.with(|it| it.as_ref().map(|it| it.score)));
    let bands = move || {
        let scale = scale.get()?;
        toy.read(|toy| {
            scale
                .stripes(&toy.outcome().lowered.case.rulebook)
                .into_iter()
                .map(|it| {
                    let (top, bottom) = (percent_of(scale, it.top), percent_of(scale, it.bottom));
                    let name = (bottom - top >= ROOM).then(|| words::band(toy, it.band));
                    view! { <span class="toy-band" data-band=it.token style:top=format!("{top:.2}%")>{name}</span> }
                })
                .collect_view()
        })
    };
    let borders = move || {
        let scale = scale.get()?;
        toy.read(|toy| {
            let ticks =
                scale.ticks(&toy.outcome().lowered.case.rulebook).into_iter().filter(|it| it.border && it.label);
            ticks
                .map(|it| {
                    let top = format!("{:.2}%", percent(scale, it.score));
                    view! { <span class="toy-border" style:top=top>{(texts().common.points)(it.score)}</span> }
                })
                .collect_view()
        })
    };
    let days = Memo::new(move |_| picture.with(|it| it.as_ref().map(|it| (it.time.first, it.time.last))));
    let years = move || {
        let (first, last) = days.get()?;
        toy.read(|toy| {
            (first.year()..=last.year())
                .filter_map(|year| {
                    let day = Day::from_ymd(year, 1, 1).filter(|it| first <= *it)?;
                    let left = picture.with_untracked(|it| it.as_ref().map(|it| format!("{:.2}%", it.left(day))));
                    let age = (t.age)(words::age(toy, year));
                    Some(view! { <span class="toy-year" style:left=left>{year}<small>{age}</small></span> })
                })
                .collect_view()
        })
    };
    view! { {bands}{borders}{years} }
}

/// A small triangle for each event: up where points were given, down where some were taken.
#[component]
pub fn Marks(
    /// What is shown.
    #[prop(into)]
    picture: Signal<Option<Picture>>,
) -> impl IntoView {
    let toy = ToyState::get();
    let until = Memo::new(move |_| picture.with(|it| it.as_ref().map(|it| it.tip.day)));
    // Only what the line has reached has a mark.
    let marks = Memo::new(move |_| {
        let until = until.get()?;
        let all = toy.read(|toy| toy.happenings())?;
        Some(
            all.into_iter()
                .filter(|it| it.day <= until)
                .map(|it| (it.day, it.score.1, sign(it.applied)))
                .collect::<Vec<_>>(),
        )
    });
    let place = move |day: Day, score: Points| {
        let left = move || picture.with(|it| it.as_ref().map(|it| format!("{:.2}%", it.left(day))));
        let top = move || picture.with(|it| it.as_ref().map(|it| format!("{:.2}%", it.top(score))));
        (left, top)
    };
    let mark = move |(day, score, sign): (Day, Points, &'static str)| {
        let (left, top) = place(day, score);
        view! { <span class="toy-mark" data-sign=sign style:left=left style:top=top></span> }
    };
    move || marks.get().map(|it| it.into_iter().map(mark).collect_view())
}

/// The end of the line, with score and band.
#[component]
pub fn Tip(
    /// What is shown.
    #[prop(into)]
    picture: Signal<Option<Picture>>,
) -> impl IntoView {
    let toy = ToyState::get();
    let t = &texts().home;
    let left = move || picture.with(|it| it.as_ref().map(|it| it.left(it.tip.day)));
    let top = move || picture.with(|it| it.as_ref().map(|it| format!("{:.2}%", it.top(it.tip.score))));
    let side = move || if left().is_some_and(|it| it > NEAR_END) { "before" } else { "after" };
    let words = move || {
        toy.read(|toy| {
            let now = toy.life().at(toy.today());
            (t.tip)(now.score, &words::band(toy, now.band))
        })
    };
    let moved = move || toy.read(|toy| toy.last().map_or("none", |it| sign(it.applied)));
    view! {
        <span class="toy-tip" data-side=side data-sign=moved style:left=move || left().map(|it| format!("{it:.2}%")) style:top=top>
            <span class="toy-tip-words">{words}</span>
        </span>
    }
}

/// Whether points were given, taken or neither, as the style sheet calls it.
pub fn sign(points: Points) -> &'static str {
    if points.is_gain() {
        "gain"
    } else if points.is_loss() {
        "loss"
    } else {
        "none"
    }
}

fn percent_of(scale: ScoreScale, y: f64) -> f64 {
    y / scale.height * 100.0
}
