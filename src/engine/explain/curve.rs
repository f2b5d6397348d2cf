//! How score and band on a day follow one number of the rulebook.

use super::dial::Dial;
use super::excerpt::Excerpt;
use crate::engine::model::{BandIdx, Case, SubjectIdx};
use crate::engine::{Day, Points};

/// A curve begins with about so many values.
const VALUES: i64 = 48;

/// Score and band for one value of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The value.
    pub value: Points,
    /// The score.
    pub score: Points,
    /// The band.
    pub band: BandIdx,
}

/// A curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The value now; none where there is no cap.
    pub now: Option<Points>,
    /// Score and band as they are.
    pub score: Points,
    /// The band as it is.
    pub band: BandIdx,
    /// The points, by value. Where two neighbours are in different bands they are at most one point apart.
    pub points: Vec<At>,
}

/// The search for a curve, in steps.
#[derive(Clone, Debug)]
pub struct CurveSearch {
    excerpt: Excerpt,
    dial: Dial,
    waiting: Vec<Points>,
    curve: Curve,
    total: usize,
}

impl CurveSearch {
    /// Begins a curve over the values that are usual for the number. None if there is no such subject or number.
    pub fn new(case: &Case, subject: SubjectIdx, day: Day, dial: Dial) -> Option<Self> {
        let excerpt = Excerpt::of(case, subject, day)?;
        let now = dial.read(excerpt.case());
        if now.is_none() && dial != Dial::EventCap {
            return None;
        }
        let mut waiting = values(&excerpt, dial, now);
        waiting.reverse();
        let is = excerpt.standing();
        let curve = Curve { now, score: is.score, band: is.band, points: Vec::with_capacity(waiting.len()) };
        Some(Self { excerpt, dial, total: waiting.len(), waiting, curve })
    }

    /// How many lives were computed, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.curve.points.len().min(self.total), self.total)
    }

    /// The number of events that each computation goes through.
    pub fn size(&self) -> usize {
        self.excerpt.size()
    }

    /// Computes one more life. Answers once all are known.
    pub fn step(&mut self) -> Option<Curve> {
        let Some(value) = self.waiting.pop().or_else(|| between_bands(&self.curve.points)) else {
            return Some(self.curve.clone());
        };
        let now = self.dial.read(self.excerpt.case());
        self.dial.write(self.excerpt.case_mut(), Some(value));
        let standing = self.excerpt.standing();
        self.dial.write(self.excerpt.case_mut(), now);
        let place = self.curve.points.partition_point(|it| it.value < value);
        self.curve.points.insert(place, At { value, score: standing.score, band: standing.band });
        None
    }

    /// Goes on to the end.
    pub fn finish(mut self) -> Curve {
        loop {
            if let Some(curve) = self.step() {
                return curve;
            }
        }
    }
}

/// A whole number between two neighbours in different bands, if they are more than a point apart.
fn between_bands(points: &[At]) -> Option<Points> {
    let pair = points.windows(2).find(|it| it[0].band != it[1].band && it[1].value - it[0].value > Points::whole(1))?;
    let (lo, hi) = (pair[0].value.thousandths(), pair[1].value.thousandths());
    let middle = Points::whole(lo.midpoint(hi).div_euclid(1000));
    Some(if middle > pair[0].value { middle } else { middle + Points::whole(1) })
}

/// Even values over the usual range of a number, and the number itself.
fn values(excerpt: &Excerpt, dial: Dial, now: Option<Points>) -> Vec<Points> {
    let case = excerpt.case();
    let scale = case.rulebook.scale;
    let (lo, hi) = match dial {
        Dial::Start => (scale.lowest, scale.highest),
        Dial::EventCap => {
            let dearest = excerpt.dearest_event().thousandths() * 5 / 4;
            let cap = now.unwrap_or_default().thousandths() * 2;
            (Points::ZERO, Points::from_thousandths(dearest.max(cap).max(1000)))
        }
        Dial::Points { .. } => {
            let now = now.unwrap_or_default();
            let reach = (now.abs().thousandths() * 2).max(10_000);
            (now - Points::from_thousandths(reach), now + Points::from_thousandths(reach))
        }
    };
    let step = step_for((hi - lo).thousandths() / VALUES);
    let even = (lo.thousandths().div_euclid(step)..=hi.thousandths().div_euclid(step)).map(|it| it * step);
    let mut values: Vec<Points> = even.map(Points::from_thousandths).chain([lo, hi]).chain(now).collect();
    values.retain(|it| lo <= *it && *it <= hi && dial.allows(case, *it));
    values.sort_unstable();
    values.dedup();
    values
}

/// The smallest of 1, 2, 5, 10, 20, 50, … thousandths that is not less.
fn step_for(at_least: i64) -> i64 {
    let mut power = 1;
    loop {
        if let Some(step) = [1, 2, 5].into_iter().map(|it| it * power).find(|it| *it >= at_least) {
            return step;
        }
        power *= 10;
    }
}
