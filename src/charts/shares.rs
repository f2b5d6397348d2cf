//! Lives under several rulebooks on one ground: each line as a share of its own scale.

use super::{Course, LifeChart, Role, ScoreScale, TimeScale, draw};
use crate::engine::case::{Life, Standing};
use crate::engine::model::{Rulebook, Scale};
use crate::engine::{Day, Points};

/// A life's course with its scores as per cent of the scale.
pub fn shares(book: &Rulebook, life: &Life) -> Vec<Standing> {
    let (lowest, highest) = (book.scale.lowest.thousandths(), book.scale.highest.thousandths());
    let span = (highest - lowest).max(1);
    let share = |it: Points| Points::from_thousandths((it.thousandths() - lowest).saturating_mul(100_000) / span);
    life.course.iter().map(|it| Standing { score: share(it.score), ..*it }).collect()
}

/// The vertical axis: from 0 to 100 per cent, with some air.
pub fn share_scale(height: f64) -> ScoreScale {
    ScoreScale { lo: Points::whole(-4), hi: Points::whole(104), height }
}

/// The rulebook whose ground is drawn: one stretch from 0 to 100. Everything else of it is `any`'s and is not looked at.
pub fn share_ground(any: &Rulebook) -> Rulebook {
    let scale = Scale { lowest: Points::ZERO, highest: Points::whole(100), start: Points::ZERO };
    Rulebook { scale, bands: vec![Points::ZERO], rules: Vec::new(), consequences: Vec::new(), ..any.clone() }
}

/// Draws the lines, each with the number of its colour and dashes.
pub fn draw_shares(
    time: TimeScale,
    height: f64,
    any: &Rulebook,
    lines: &[(usize, Vec<Standing>)],
    until: Day,
) -> String {
    let ground = share_ground(any);
    let courses = lines.iter().map(|it| Course { standings: &it.1, until, role: Role::Compared(it.0) }).collect();
    draw(&LifeChart { time, score: share_scale(height), rulebook: &ground, courses })
}
