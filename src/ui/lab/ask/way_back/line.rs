//! The score with the planned acts, as a line and as a table.

use leptos::html;
use leptos::prelude::*;

use super::super::super::life::{DayAxis, Frame, ScoreAxis, Seen, use_width};
use crate::charts::{Course, LifeChart, Role, ScoreScale, TimeScale, draw};
use crate::engine::case::{Life, Standing};
use crate::engine::{Day, Points};
use crate::ui::pin::PinButton;
use crate::ui::state::texts;

/// The height of the plot, in sixteenths of the letter size.
const HEIGHT: f64 = 180.0;

/// The line, behind it the bands.
#[component]
pub fn Line(
    /// The life.
    seen: Seen,
    /// Day, score and band, whenever one of them changes.
    course: Vec<(Day, Points, usize)>,
    /// The day on which it ends.
    until: Day,
) -> impl IntoView {
    let (t, common) = (&texts().way_back, &texts().common);
    let now = seen.life().end();
    let end = course.last().copied().unwrap_or((now.day, now.score, now.band));
    let summary = (t.chart_summary)(now.score, end.1, until);
    let rows = course.iter().filter(|it| it.0 > seen.case().last).map(|(day, score, band)| {
        view! {
            <tr><td class="date">{(common.day_short)(*day)}</td><td class="n">{(common.points)(*score)}</td>
                <td>{seen.band(*band).to_owned()}</td></tr>
        }
    });
    let rows = rows.collect_view();
    let caption = (t.chart)(seen.name());
    let plot = NodeRef::<html::Div>::new();
    let width = use_width(plot);
    let seen = Memo::new(move |_| Some(seen.clone()));
    let drawn = Memo::new(move |_| {
        let width = Some(width.get()).filter(|it| *it > 0.0)?;
        seen.with(|it| it.as_ref().map(|it| picture(it, &course, until, width)))
    });
    let frame = Memo::new(move |_| drawn.with(|it| it.as_ref().map(|it| it.1)));
    let ground = move || drawn.with(|it| it.as_ref().map(|it| it.0.clone())).unwrap_or_default();
    let height = format!("{}rem", HEIGHT / 16.0);
    view! {
        <figure class="way-line">
            <figcaption class="note">{caption}". "{summary}</figcaption>
            <div class="chart-stage curve-stage" aria-hidden="true">
                <div class="chart-plot" node_ref=plot style:height=height><div class="chart-ground" inner_html=ground></div></div>
                <ScoreAxis seen frame /><DayAxis frame />
            </div>
            <details class="fold"><summary>{t.chart_table}</summary>
                <div class="table-wrap"><table class="table">
                    <thead><tr><th scope="col">{t.column_day}</th><th scope="col" class="n">{t.column_score}</th>
                        <th scope="col">{t.column_band}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
                <PinButton />
            </details>
        </figure>
    }
}

fn picture(seen: &Seen, course: &[(Day, Points, usize)], until: Day, width: f64) -> (String, Frame) {
    let case = seen.case();
    let standings: Vec<Standing> = course.iter().map(|&(day, score, band)| Standing { day, score, band }).collect();
    // Without a course there is no plan either; then the line is that of the life as it is.
    let standings = if standings.is_empty() { seen.life().course.clone() } else { standings };
    let life = Life { lines: Vec::new(), course: standings, consequences: Vec::new() };
    let time = TimeScale { first: case.first, last: until, width };
    let score = ScoreScale::fit(&case.rulebook, &[&life, seen.life()], HEIGHT);
    let ghost = Course { standings: &seen.life().course, until: case.last.min(until), role: Role::Ghost };
    let live = Course { standings: &life.course, until, role: Role::Live };
    (draw(&LifeChart { time, score, rulebook: &case.rulebook, courses: vec![ghost, live] }), Frame { time, score })
}
