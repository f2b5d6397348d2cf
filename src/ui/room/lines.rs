//! The lines that a class drew, laid over each other; after the reveal with the true one.

use leptos::prelude::*;

use super::course::Course;
use super::kept::Room;
use crate::editor::claims::Place;
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// The chart.
#[component]
pub fn DrawnLines(
    /// The class.
    room: Room,
    /// What was asked for.
    course: Course,
    /// Whether the true line may be seen.
    revealed: Signal<bool>,
) -> impl IntoView {
    let t = &texts().room;
    let n_days = course.days.len();
    let course = StoredValue::new(course);
    let lines = Memo::new(move |_| {
        room.class().lines().filter(|it| it.len() == n_days).map(<[i64]>::to_vec).collect::<Vec<_>>()
    });
    let title = move || {
        let ends: Vec<i64> = lines.with(|it| it.iter().filter_map(|it| it.last().copied()).collect());
        let found = (t.lines_found)(ends.len(), ends.iter().min().copied(), ends.iter().max().copied());
        if !revealed.get() || ends.is_empty() {
            return found;
        }
        let told = course.with_value(|it| {
            let truth = it.truth.last().copied().unwrap_or_default();
            let count = |of: std::cmp::Ordering| ends.iter().filter(|it| it.cmp(&&round(truth.to_f64())) == of).count();
            (t.lines_told)(
                &it.name,
                truth,
                [count(std::cmp::Ordering::Greater), count(std::cmp::Ordering::Less), count(std::cmp::Ordering::Equal)],
            )
        });
        format!("{found} {told}")
    };
    let summary = course.with_value(|it| (t.lines_summary)(&it.name, it.from));
    let line = move |values: Vec<i64>| {
        let points = course.with_value(|it| it.points(values.iter().map(|it| *it as f64)));
        view! { <polyline class="lines-drawn" points=points vector-effect="non-scaling-stroke" /> }
    };
    let truth = move || {
        revealed.get().then(|| {
            let points = course.with_value(Course::true_points);
            view! { <polyline class="lines-true" points=points vector-effect="non-scaling-stroke" /> }
        })
    };
    let legend = move || {
        revealed.get().then(|| view! { <li><span class="draw-key" data-line="true"></span>" "{t.lines_true}</li> })
    };
    let (high, low) = course.with_value(|it| (it.room.1, it.room.0));
    let (first, last) = course.with_value(|it| (it.days.first().copied(), it.days.last().copied()));
    let day = |it: Option<crate::engine::Day>| it.map(texts().common.month);
    view! {
        <figure class="tally" aria-labelledby="room-lines">
            <figcaption>
                <h3 class="tally-title" id="room-lines">{title}</h3>
                <p class="note">{summary}</p>
            </figcaption>
            <div class="lines-frame" aria-hidden="true">
                <p class="lines-scores nums"><span>{(texts().learn.whole)(high)}</span><span>{(texts().learn.whole)(low)}</span></p>
                <svg viewBox="0 0 100 100" preserveAspectRatio="none">
                    {move || lines.get().into_iter().map(line).collect_view()}
                    {truth}
                </svg>
                <p class="lines-days"><span>{day(first)}</span><span>{day(last)}</span></p>
            </div>
            <ul class="legend" role="list"><li><span class="draw-key" data-line="class"></span>" "{t.lines_drawn}</li>{legend}</ul>
            <details class="fold"><summary>{t.table}</summary><Table lines course revealed /></details>
        </figure>
    }
}

/// A number of the scale as the nearest whole one: lines are drawn in whole points.
fn round(it: f64) -> i64 {
    it.round() as i64
}

/// Lowest, middle and highest line at each month.
#[component]
fn Table(lines: Memo<Vec<Vec<i64>>>, course: StoredValue<Course>, revealed: Signal<bool>) -> impl IntoView {
    let (t, common) = (&texts().room, &texts().common);
    let row = move |at: usize| {
        let mut values: Vec<i64> = lines.with(|it| it.iter().filter_map(|it| it.get(at).copied()).collect());
        values.sort_unstable();
        let told = |it: Option<&i64>| it.map_or("–".to_owned(), |it| (texts().learn.whole)(*it));
        let middle = told(values.get(values.len().saturating_sub(1) / 2));
        let (day, truth) = course.with_value(|it| (it.days.get(at).copied(), it.truth.get(at).copied()));
        let truth = revealed.get().then(|| view! { <td class="n">{truth.map(common.points)}</td> });
        view! {
            <tr>
                <th scope="row">{day.map(common.month)}</th>
                <td class="n">{told(values.first())}</td><td class="n">{middle}</td><td class="n">{told(values.last())}</td>
                {truth}
            </tr>
        }
    };
    let head = move || revealed.get().then(|| view! { <th scope="col" class="n">{t.came_true}</th> });
    let n = course.with_value(|it| it.days.len());
    view! {
        <div class="table-wrap" role="group" tabindex="0" aria-labelledby="room-lines"><table class="table" aria-labelledby="room-lines">
            <thead><tr>
                <th scope="col">{texts().learn.draw_month}</th><th scope="col" class="n">{t.lowest}</th>
                <th scope="col" class="n">{t.middle}</th><th scope="col" class="n">{t.highest}</th>{head}
            </tr></thead>
            <tbody>{move || (0..n).map(row).collect_view()}</tbody>
        </table></div>
        <PinButton place=Place::Class />
    }
}
