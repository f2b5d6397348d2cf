//! The course of a score that a step asks for: its months, its room, what comes true.

use crate::engine::{Day, Points};
use crate::lessons::{Scene, drawn};

/// What is drawn, and what comes true.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Whose score it is.
    pub name: String,
    /// The day from which on it is drawn.
    pub from: Day,
    /// The score before that.
    pub start: Points,
    /// The days for which a value is drawn.
    pub days: Vec<Day>,
    /// What comes true on them.
    pub truth: Vec<Points>,
    /// The least and the most that can be drawn.
    pub room: (i64, i64),
}

impl Course {
    /// The course of a life of a scene; `None` if there is none, or nothing to draw.
    pub fn of(scene: &Scene, subject: Option<&str>, from: Day) -> Option<Self> {
        let subject = subject.unwrap_or(&scene.subject);
        scene.scenario.rulebook.scale.as_ref()?;
        let case = &scene.outcome.lowered.case;
        let life = scene.life(subject)?;
        let name = scene.scenario.cast.iter().find(|it| it.id == subject)?.name.clone();
        let from = from.max(case.first);
        let days = drawn::days(from, case.last);
        days.last()?;
        let scale = &case.rulebook.scale;
        let room = drawn::room(life, from, (scale.lowest, scale.highest));
        let start = life.at(from.plus_days(-1).max(case.first)).score;
        let truth = drawn::course(life, &days);
        Some(Self { name, from, start, days, truth, room })
    }

    /// How far down a score stands, in hundredths of the height.
    pub fn top(&self, score: f64) -> f64 {
        let (low, high) = (self.room.0 as f64, self.room.1 as f64);
        if high <= low { 50.0 } else { ((high - score) / (high - low)).clamp(0.0, 1.0) * 100.0 }
    }

    /// How far to the right the value at a place stands, in hundredths of the width. The beginning is at 0.
    pub fn left(&self, at: usize) -> f64 {
        (at + 1) as f64 / self.days.len().max(1) as f64 * 100.0
    }

    /// A line from the score at the beginning through values, as SVG wants it.
    pub fn points(&self, values: impl Iterator<Item = f64>) -> String {
        let begin = format!("0,{:.2}", self.top(self.start.to_f64()));
        let point = |(at, it): (usize, f64)| format!(" {:.2},{:.2}", self.left(at), self.top(it));
        std::iter::once(begin).chain(values.enumerate().map(point)).collect()
    }

    /// The true line.
    pub fn true_points(&self) -> String {
        self.points(self.truth.iter().map(|it| it.to_f64()))
    }
}
