//! The chart of a line that is to be drawn: empty, or with the true line and its table.

use leptos::prelude::*;

use crate::engine::Day;
use crate::ui::room::course::Course;
use crate::ui::state::texts;

/// So many months have their names below the chart.
const NAMES: usize = 8;
/// So many lines cross it.
const LEVELS: i64 = 5;

/// The chart.
#[component]
pub fn Frame(
    /// What is drawn.
    course: Course,
    /// Whether the true line is printed.
    is_key: bool,
) -> impl IntoView {
    let t = &texts().room;
    let n = course.days.len();
    let level = |it: i64| course.room.0 + (course.room.1 - course.room.0) * it / (LEVELS - 1);
    let across = |it: i64| {
        let y = format!("{:.2}", course.top(level(it) as f64));
        view! { <line x1="0" x2="100" y1=y.clone() y2=y vector-effect="non-scaling-stroke" /> }
    };
    let down = |at: usize| {
        let x = format!("{:.2}", course.left(at));
        view! { <line x1=x.clone() x2=x y1="0" y2="100" vector-effect="non-scaling-stroke" /> }
    };
    let score = |it: i64| {
        let top = format!("{:.2}%", course.top(level(it) as f64));
        view! { <li style:inset-block-start=top>{(texts().learn.whole)(level(it))}</li> }
    };
    let every = n.div_ceil(NAMES).max(1);
    let name = |(at, day): (usize, &Day)| {
        let left = format!("{:.2}%", course.left(at));
        ((n - 1 - at).is_multiple_of(every)).then(|| {
            view! { <li style:inset-inline-start=left>{(texts().common.month)(*day)}</li> }
        })
    };
    let truth = is_key.then(|| view! { <polyline points=course.true_points() vector-effect="non-scaling-stroke" /> });
    let row = |(day, score): (&Day, &crate::engine::Points)| {
        view! { <tr><th scope="row">{(texts().common.day_short)(*day)}</th><td class="n">{(texts().common.points)(*score)}</td></tr> }
    };
    let table = is_key.then(|| {
        view! {
            <table class="table sheet-course">
                <thead><tr><th scope="col">{texts().learn.draw_month}</th><th scope="col" class="n">{texts().learn.draw_true}</th></tr></thead>
                <tbody>{course.days.iter().zip(&course.truth).map(row).collect_view()}</tbody>
            </table>
        }
    });
    let start = format!("{:.2}%", course.top(course.start.to_f64()));
    view! {
        <figure class="sheet-frame">
            <figcaption>{(t.draw_here)(&course.name, course.start, course.from)}</figcaption>
            <div class="frame-box" aria-hidden="true">
                <ol class="frame-scores nums" role="list">{(0..LEVELS).map(score).collect_view()}</ol>
                <svg viewBox="0 0 100 100" preserveAspectRatio="none">
                    {(0..LEVELS).map(across).collect_view()}{(0..n).map(down).collect_view()}{truth}
                </svg>
                <span class="frame-start" style:inset-block-start=start></span>
                <ol class="frame-days" role="list">{course.days.iter().enumerate().map(name).collect_view()}</ol>
            </div>
            {table}
        </figure>
    }
}
