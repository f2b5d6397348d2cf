//! The picture of a line that is drawn: the score up to a day, the line that the pointer draws, then the true one.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;

use super::Asked;
use super::line::{Draft, given};
use crate::charts::{Course, LifeChart, Role, ScoreScale, TimeScale, draw};
use crate::engine::case::{Life, Standing};
use crate::engine::{Day, Points};
use crate::lessons::{Scene, drawn};
use crate::text::compare::band_name;
use crate::ui::state::texts;

/// The size that the axes are laid out for, in sixteenths of the letter size: that of a small telephone, so that their
/// words have room everywhere. The picture is stretched to its box.
const SIZE: (f64, f64) = (300.0, 260.0);
/// The strip beyond each end is such a part of the room.
const STRIP: i64 = 16;
/// A band must be so high for its name to stand in it.
const NAME_PX: f64 = 15.0;

/// A word so near to an end of the axis, in hundredths of it, is aligned with that end.
const EDGE: f64 = 6.0;
/// So far from the left end the second word has to be for the first to have room.
const CROWDED: f64 = 22.0;

/// What the picture shows.
pub(super) struct Plan {
    scene: Scene,
    life: Life,
    /// The name of the subject.
    pub name: String,
    /// From this day on the course is drawn.
    pub from: Day,
    /// The score before it.
    pub start: Points,
    /// The days for which a value is drawn.
    pub days: Vec<Day>,
    /// What comes true on them.
    pub course: Vec<Points>,
    /// The least and the most that can be drawn.
    pub room: (i64, i64),
    time: TimeScale,
    score: ScoreScale,
}

impl Plan {
    /// The plan for a life of a scene; `None` if there is none, or nothing to draw.
    pub fn of(scene: &Scene, subject: Option<&str>, from: Day) -> Option<Self> {
        let subject = subject.unwrap_or(&scene.subject);
        let case = &scene.outcome.lowered.case;
        scene.scenario.rulebook.scale.as_ref()?;
        let life = scene.life(subject)?.clone();
        let name = scene.scenario.cast.iter().find(|it| it.id == subject)?.name.clone();
        let from = from.max(case.first);
        let days = drawn::days(from, case.last);
        let last = *days.last()?;
        let room = drawn::room(&life, from, (case.rulebook.scale.lowest, case.rulebook.scale.highest));
        // As much of the past as of the future at most: the part to be drawn is never a narrow strip.
        let first = case.first.max(from.plus_days(-last.days_since(from).max(1)));
        let time = TimeScale { first, last: last.max(first.plus_days(1)), width: SIZE.0 };
        // The room and a narrow strip beyond, so that a line at its end can be seen.
        let (lo, hi) = (Points::whole(room.0), Points::whole(room.1));
        let strip = Points::from_thousandths(((hi - lo).thousandths() / STRIP).max(50));
        let score = ScoreScale { lo: lo - strip, hi: hi + strip, height: SIZE.1 };
        let start = life.at(from.plus_days(-1).max(case.first)).score;
        let course = drawn::course(&life, &days);
        Some(Self { scene: scene.clone(), name, from, start, days, course, room, time, score, life })
    }

    /// Ground and true line, up to the day before the drawn part, or to the end.
    fn svg(&self, revealed: bool) -> String {
        let rulebook = &self.scene.outcome.lowered.case.rulebook;
        let until = if revealed { self.time.last } else { self.from };
        let known = |it: &&Standing| revealed || it.day < self.from;
        let standings: Vec<Standing> = self.life.course.iter().filter(known).copied().collect();
        let standings = if standings.is_empty() { vec![self.life.at(self.time.first)] } else { standings };
        let course = Course { standings: &standings, until, role: Role::Live };
        draw(&LifeChart { time: self.time, score: self.score, rulebook, courses: vec![course] })
    }

    fn left(&self, day: Day) -> f64 {
        self.time.x(day) / self.time.width * 100.0
    }

    fn top(&self, score: Points) -> f64 {
        self.score.y(score) / self.score.height * 100.0
    }

    /// The points of a drawn line, in hundredths of the box.
    fn points(&self, values: &[i64]) -> String {
        let begin = format!("{:.2},{:.2}", self.left(self.from), self.top(self.start));
        let point =
            |(day, value): (&Day, &i64)| format!(" {:.2},{:.2}", self.left(*day), self.top(Points::whole(*value)));
        std::iter::once(begin).chain(self.days.iter().zip(values).map(point)).collect()
    }

    /// The place of the day that is nearest to a share of the width, and the score at a share of the height.
    fn at(&self, x: f64, y: f64) -> (usize, i64) {
        let far = |day: &Day| (self.left(*day) - x * 100.0).abs();
        let near = self.days.iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
        (near.map_or(0, |it| it.0), self.score.score(y * self.score.height).to_f64().round() as i64)
    }
}

/// The picture. What it shows is said by its caption, by the sliders below it, and by the table of the result.
#[component]
pub(super) fn Drawing(asked: Asked, draft: Draft) -> impl IntoView {
    let t = &texts().learn;
    let title = move || {
        if asked.revealed() {
            let end = |it: &Plan| it.course.last().copied().unwrap_or_default();
            return draft.plan.with_value(|it| (t.draw_skipped)(&it.name, end(it)));
        }
        draft.plan.with_value(|it| (t.draw_until)(&it.name, it.from.plus_days(-1).max(it.time.first)))
    };
    let svg = move || draft.plan.with_value(|it| it.svg(asked.revealed()));
    let line = move || {
        // On a projector, or where the result was shown without a prediction, nothing is drawn.
        let values = match (asked.revealed(), asked.presenting) {
            (false, false) => Some(draft.values.get()),
            _ => given(asked),
        };
        values.map(|values| draft.plan.with_value(|it| it.points(&values)))
    };
    let has_line = Memo::new(move |_| line().is_some());
    let legend = move || {
        asked.revealed().then(|| view! {
            <ul class="legend" role="list">
                {has_line.get().then(|| view! { <li><span class="draw-key" data-line="drawn"></span>" "{t.draw_legend_drawn}</li> })}
                <li><span class="draw-key" data-line="true"></span>" "{t.draw_legend_true}</li>
            </ul>
        })
    };
    view! {
        <figure class="chart draw">
            <figcaption id="draw-title" class="draw-title">{title}</figcaption>
            <div class="draw-stage" aria-hidden="true">
                <Board asked draft>
                    <div class="chart-ground" inner_html=svg></div>
                    <svg class="draw-line" viewBox="0 0 100 100" preserveAspectRatio="none">
                        <polyline points=move || line().unwrap_or_default() fill="none" vector-effect="non-scaling-stroke" />
                    </svg>
                    <BandNames draft />
                </Board>
                <Axes draft />
            </div>
            {legend}
        </figure>
    }
}

/// The box in which the pointer draws, as long as nothing is revealed.
#[component]
fn Board(asked: Asked, draft: Draft, children: Children) -> impl IntoView {
    let board = NodeRef::<html::Div>::new();
    let before = StoredValue::new(None::<(usize, i64)>);
    let is_open = move || !asked.presenting && !asked.revealed();
    let put = move |event: &ev::PointerEvent| {
        let Some(rect) = board.get_untracked().map(|it| it.get_bounding_client_rect()) else { return };
        let x = (f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0);
        let y = (f64::from(event.client_y()) - rect.top()) / rect.height().max(1.0);
        let (at, value) = draft.plan.with_value(|it| it.at(x, y));
        // A quick stroke skips months: those in between lie on its way.
        if let Some((last, from)) = before.get_value().filter(|it| it.0.abs_diff(at) > 1) {
            let (first, n) = (last.min(at), last.abs_diff(at));
            for between in first + 1..first + n {
                let share = last.abs_diff(between) as i64;
                draft.put(between, from + (value - from) * share / n as i64);
            }
        }
        draft.put(at, value);
        before.set_value(Some((at, value)));
    };
    let pressed = move |event: ev::PointerEvent| {
        if event.button() != 0 || !untrack(is_open) {
            return;
        }
        if let Some(it) = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok()) {
            // Refused only for a pointer that is gone already.
            it.set_pointer_capture(event.pointer_id()).ok();
        }
        before.set_value(None);
        put(&event);
    };
    let moved = move |event: ev::PointerEvent| {
        if event.buttons() & 1 == 1 && untrack(is_open) {
            put(&event);
        }
    };
    view! {
        <div class="chart-plot draw-board" node_ref=board data-open=move || is_open().then_some("true")
            on:pointerdown=pressed on:pointermove=moved>
            {children()}
        </div>
    }
}

/// The scores on the right and the days below.
#[component]
fn Axes(draft: Draft) -> impl IntoView {
    let (scores, days) = draft.plan.with_value(|plan| {
        let ticks = plan.score.ticks(&plan.scene.outcome.lowered.case.rulebook).into_iter().filter(|it| it.label);
        let score = |it: crate::charts::ScoreTick| {
            let top = format!("{:.2}%", plan.top(it.score));
            let border = it.border.then_some("true");
            view! { <span class="chart-score" data-border=border style:top=top>{(texts().common.points)(it.score)}</span> }
        };
        let step = plan.time.step();
        let day = |it: crate::charts::Tick| {
            let left = plan.left(it.day);
            let side = if left < EDGE { "start" } else if left > 100.0 - EDGE { "end" } else { "middle" };
            let words = (texts().life.tick)(step, it);
            let left = format!("{left:.2}%");
            view! { <span class="chart-day" data-side=side data-major=it.major.then_some("true") style:left=left>{words}</span> }
        };
        let days = plan.time.ticks();
        // On a telephone the word at the left edge would run into the next.
        let is_crowded = days.first().is_some_and(|it| plan.left(it.day) < EDGE)
            && days.get(1).is_some_and(|it| plan.left(it.day) < CROWDED);
        let days = days.into_iter().skip(usize::from(is_crowded)).map(day).collect_view();
        (ticks.map(score).collect_view(), days)
    });
    view! {
        <div class="chart-scores">{scores}</div>
        <div class="chart-days">{days}</div>
    }
}

/// The names of the bands, at their upper left.
#[component]
fn BandNames(draft: Draft) -> impl IntoView {
    let names = draft.plan.with_value(|plan| {
        let stripes = plan.score.stripes(&plan.scene.outcome.lowered.case.rulebook).into_iter();
        let name = |it: crate::charts::Stripe| {
            let top = format!("{:.2}%", (it.top + NAME_PX / 2.0) / plan.score.height * 100.0);
            let words = band_name(&plan.scene.scenario, it.band).to_owned();
            view! { <span class="chart-band" data-band=it.token.to_string() style:top=top>{words}</span> }
        };
        stripes.filter(|it| it.bottom - it.top >= NAME_PX).map(name).collect_view()
    });
    view! { <div class="chart-bands">{names}</div> }
}
