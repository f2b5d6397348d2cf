//! The figure: ground and lines, axes, marks, cursor and consequences over one time axis.

use leptos::html;
use leptos::prelude::*;

use super::axes::{BandNames, DayAxis, ScoreAxis};
use super::frame::{Frame, use_width};
use super::legend::Legend;
use super::marks::Marks;
use super::plot::{CursorLine, Plot};
use super::ribbons::Ribbons;
use super::seen::Seen;
use crate::charts::{Course, LifeChart as Drawing, Role, draw};
use crate::engine::Day;
use crate::ui::state::texts;

/// The figure. Nothing in it is drawn anew when only the cursor moves.
#[component]
pub fn LifeFigure(
    /// The life.
    seen: Memo<Option<Seen>>,
    /// The same subject's life before the reader's edits, if it was another.
    ghost: Memo<Option<Seen>>,
    /// The day that is looked at.
    cursor: Memo<Day>,
    /// What the ghost is, if it is not the life before the reader's edits.
    #[prop(optional_no_strip)]
    ghost_words: Option<String>,
) -> impl IntoView {
    let plot = NodeRef::<html::Div>::new();
    let width = use_width(plot);
    let frame = Memo::new(move |_| {
        seen.with(|seen| seen.as_ref().map(|seen| ghost.with(|ghost| Frame::of(seen, ghost.as_ref(), width.get()))))
    });
    let drawing = Memo::new(move |_| {
        let frame = frame.get()?;
        seen.with(|seen| ghost.with(|ghost| Some(drawing(seen.as_ref()?, ghost.as_ref(), &frame))))
    });
    let name = Memo::new(move |_| seen.with(|it| it.as_ref().map(|it| (it.name().to_owned(), it.has_score()))));
    let label = move || {
        let t = &texts().life;
        name.get().map(|(name, has_score)| if has_score { (t.chart)(&name) } else { (t.chart_lists)(&name) })
    };
    view! {
        <figure class="chart life-chart" aria-label=label>
            <div class="chart-stage">
                <CursorLine seen frame cursor />
                <Plot seen frame cursor plot>
                    <div class="chart-ground" aria-hidden="true" inner_html=move || drawing.get().unwrap_or_default()></div>
                    <BandNames seen frame />
                    <Marks seen frame plot />
                </Plot>
                <ScoreAxis seen frame />
                <DayAxis frame />
                <Ribbons seen frame />
            </div>
            <Legend seen ghost ghost_words />
        </figure>
    }
}

/// The ground and the lines. A system without a score has none.
fn drawing(seen: &Seen, ghost: Option<&Seen>, frame: &Frame) -> String {
    if !seen.has_score() || frame.time.width <= 0.0 {
        return String::new();
    }
    let courses = ghost.map(|it| course(it, Role::Ghost)).into_iter().chain([course(seen, Role::Live)]).collect();
    draw(&Drawing { time: frame.time, score: frame.score, rulebook: &seen.case().rulebook, courses })
}

fn course(seen: &Seen, role: Role) -> Course<'_> {
    Course { standings: &seen.life().course, until: seen.case().last, role }
}
