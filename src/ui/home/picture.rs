//! What the chart shows at a moment of the motion: the line runs on, falls or rises, and runs on to today.

use super::state::{HEIGHT, Scene};
use crate::charts::{Course, LifeChart, Role, ScoreScale, TimeScale, draw};
use crate::engine::case::Standing;
use crate::engine::{Day, Points};

/// The width for which the chart is drawn, in CSS pixels.
const WIDTH: f64 = 960.0;
/// The shares of the motion at which the line reaches its event and its new score.
const REACHES: (f64, f64) = (0.3, 0.75);

/// The line up to a moment, and the stretch of the scale it is drawn on.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The corners of the line.
    pub course: Vec<Standing>,
    /// Its end.
    pub tip: Standing,
    /// The horizontal axis.
    pub time: TimeScale,
    /// The vertical axis.
    pub score: ScoreScale,
}

impl Picture {
    /// The picture of a scene when its motion has got so far.
    pub fn at(scene: &Scene, progress: f64) -> Self {
        let (first, last) = (scene.toy.scenario().first_day.0, scene.toy.scenario().last_day.0);
        let time = TimeScale { first, last, width: WIDTH };
        let score = between_scales(scene.scale, eased(progress));
        let (course, tip) = line(scene, progress);
        Self { course, tip, time, score }
    }

    /// The ground and the line, as SVG.
    pub fn draw(&self, scene: &Scene) -> String {
        let rulebook = &scene.toy.outcome().lowered.case.rulebook;
        let line = Course { standings: &self.course, until: self.tip.day, role: Role::Live };
        draw(&LifeChart { time: self.time, score: self.score, rulebook, courses: vec![line] })
    }

    /// The place of a day, in per cent of the width.
    pub fn left(&self, day: Day) -> f64 {
        self.time.x(day) / WIDTH * 100.0
    }

    /// The place of a score, in per cent of the height.
    pub fn top(&self, score: Points) -> f64 {
        percent(self.score, score)
    }
}

/// The place of a score on a scale, in per cent of the height.
pub fn percent(scale: ScoreScale, score: Points) -> f64 {
    scale.y(score) / HEIGHT * 100.0
}

/// The corners of the line up to a moment, and its end.
fn line(scene: &Scene, progress: f64) -> (Vec<Standing>, Standing) {
    let (life, today) = (scene.toy.life(), scene.toy.today());
    let whole = (life.course.clone(), Standing { day: today, ..life.at(today) });
    let (Some(before), Some(event)) = (scene.before.filter(|_| progress < 1.0), scene.toy.last()) else { return whole };
    let until_event = || life.course.iter().filter(|it| it.day < event.day).copied().collect::<Vec<_>>();
    let (reached, moved) = REACHES;
    if progress < reached {
        let day = between_days(before.day, event.day, progress / reached);
        (until_event(), Standing { day, ..before })
    } else if progress < moved {
        let share = eased((progress - reached) / (moved - reached));
        let tip = Standing { day: event.day, score: between(before.score, whole.1.score, share), ..whole.1 };
        let mut course = until_event();
        course.push(tip);
        (course, tip)
    } else {
        let day = between_days(event.day, today, (progress - moved) / (1.0 - moved));
        (whole.0, Standing { day, ..whole.1 })
    }
}

fn between_scales((from, to): (ScoreScale, ScoreScale), share: f64) -> ScoreScale {
    ScoreScale { lo: between(from.lo, to.lo, share), hi: between(from.hi, to.hi, share), ..to }
}

/// For drawing only: the engine never sees such a number.
fn between(from: Points, to: Points, share: f64) -> Points {
    let thousandths = (to - from).to_f64() * 1000.0 * share;
    from + Points::from_thousandths(thousandths.round() as i64)
}

fn between_days(from: Day, to: Day, share: f64) -> Day {
    from.plus_days((f64::from(to.days_since(from)) * share).round() as i32)
}

/// Slow at both ends.
fn eased(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}
