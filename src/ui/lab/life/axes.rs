//! The words beside the plot: scores, days, names of bands.

use leptos::prelude::*;

use super::frame::{Frame, share};
use super::seen::Seen;
use crate::charts::{Stripe, Tick};
use crate::ui::state::texts;

/// A band must be so high for its name to stand in it.
const NAME_PX: f64 = 15.0;
/// Names and their distance from the edge are hardly wider.
const NAME_WIDTH_PX: f64 = 40.0;
/// So much room the line and the marks beside it take above and below.
const LINE_PX: f64 = 17.0;
/// A label so near to an end of the axis is aligned with that end.
const EDGE_PX: f64 = 18.0;

/// Scores, on the right.
#[component]
pub fn ScoreAxis(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The axes.
    frame: Memo<Option<Frame>>,
) -> impl IntoView {
    let ticks = Memo::new(move |_| {
        let frame = frame.get()?;
        seen.with(|seen| {
            let seen = seen.as_ref().filter(|it| it.has_score())?;
            let ticks = frame.score.ticks(&seen.case().rulebook).into_iter().filter(|it| it.label);
            Some(
                ticks.map(|it| (frame.top(it.score), (texts().common.points)(it.score), it.border)).collect::<Vec<_>>(),
            )
        })
    });
    let tick = |(top, text, border): (String, String, bool)| {
        view! { <span class="chart-score" data-border=border.then_some("true") style:top=top>{text}</span> }
    };
    view! {
        <div class="chart-scores" aria-hidden="true">
            {move || ticks.get().map(|it| it.into_iter().map(tick).collect_view())}
        </div>
    }
}

/// Days, below.
#[component]
pub fn DayAxis(
    /// The axes.
    frame: Memo<Option<Frame>>,
) -> impl IntoView {
    let ticks = Memo::new(move |_| {
        let time = frame.get()?.time;
        let step = time.step();
        let tick = |it: Tick| {
            let x = time.x(it.day);
            let side = if x < EDGE_PX {
                "start"
            } else if x > time.width - EDGE_PX {
                "end"
            } else {
                "middle"
            };
            (share(x, time.width), (texts().life.tick)(step, it), side, it.major)
        };
        (time.width > 0.0).then(|| time.ticks().into_iter().map(tick).collect::<Vec<_>>())
    });
    let tick = |(left, text, side, major): (String, String, &'static str, bool)| {
        view! { <span class="chart-day" data-side=side data-major=major.then_some("true") style:left=left>{text}</span> }
    };
    view! {
        <div class="chart-days" aria-hidden="true">
            {move || ticks.get().map(|it| it.into_iter().map(tick).collect_view())}
        </div>
    }
}

/// The name of each band that is on the plot, at its left edge, where the line and its marks leave room.
#[component]
pub fn BandNames(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The axes.
    frame: Memo<Option<Frame>>,
) -> impl IntoView {
    let names = Memo::new(move |_| {
        let frame = frame.get()?;
        let score = frame.score;
        seen.with(|seen| {
            let seen = seen.as_ref().filter(|it| it.has_score())?;
            let line = line_at_edge(seen, &frame);
            let stripes = score.stripes(&seen.case().rulebook).into_iter().filter(|it| it.bottom - it.top >= NAME_PX);
            let name = |it: Stripe| {
                (share(name_y(&it, line), score.height), seen.band(it.band).to_owned(), it.token.to_string())
            };
            Some(stripes.map(name).collect::<Vec<_>>())
        })
    });
    let name = |(top, text, token): (String, String, String)| {
        view! { <span class="chart-band" data-band=token style:top=top>{text}</span> }
    };
    view! {
        <div class="chart-bands" aria-hidden="true">
            {move || names.get().map(|it| it.into_iter().map(name).collect_view())}
        </div>
    }
}

/// How far down the line goes, with its marks, where the names stand.
fn line_at_edge(seen: &Seen, frame: &Frame) -> (f64, f64) {
    let life = seen.life();
    let until = frame.time.day(NAME_WIDTH_PX);
    let first = life.at(frame.time.first).score;
    let early = life.course.iter().take_while(|it| it.day <= until).map(|it| it.score);
    let places = std::iter::once(first).chain(early).map(|it| frame.score.y(it));
    places.fold((f64::MAX, f64::MIN), |(top, bottom), y| (top.min(y - LINE_PX), bottom.max(y + LINE_PX)))
}

/// The middle of a band's name: near its upper edge, or else its lower edge, or else in the middle.
fn name_y(stripe: &Stripe, line: (f64, f64)) -> f64 {
    let (top, bottom) = (stripe.top.max(0.0) + NAME_PX / 2.0, stripe.bottom - NAME_PX / 2.0);
    let middle = (top + bottom) / 2.0;
    let is_free = |y: &f64| y + NAME_PX / 2.0 <= line.0 || y - NAME_PX / 2.0 >= line.1;
    [top, bottom, middle].into_iter().find(is_free).unwrap_or(top)
}
