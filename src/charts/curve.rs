//! How a score follows one number: the ground of the bands and a step line, without a word in it.

use plotters::prelude::{DrawingBackend, SVGBackend};

use super::ScoreScale;
use super::life::{edge, filled, finish, hairline, stroked};
use super::palette::Ink;
use super::steps::device_px;
use crate::engine::case::{Life, Standing};
use crate::engine::model::Rulebook;
use crate::engine::{Day, Points};

/// A curve and its two axes.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveChart {
    /// Number and score, by number.
    pub points: Vec<(Points, Points)>,
    /// The vertical axis.
    pub score: ScoreScale,
    /// The width in CSS pixels.
    pub width: f64,
}

impl CurveChart {
    /// A chart on which all of the curve is seen.
    pub fn fit(rulebook: &Rulebook, points: Vec<(Points, Points)>, width: f64, height: f64) -> Self {
        let course = points.iter().map(|it| Standing { day: Day::MIN, score: it.1, band: 0 }).collect();
        let life = Life { lines: Vec::new(), course, consequences: Vec::new() };
        Self { score: ScoreScale::fit(rulebook, &[&life], height), points, width }
    }

    /// The place of a number, in CSS pixels from the left edge.
    pub fn x(&self, number: Points) -> f64 {
        let (first, last) = self.range();
        let span = (last - first).to_f64();
        if span > 0.0 { (number - first).to_f64() / span * self.width } else { self.width / 2.0 }
    }

    /// The least and the greatest number.
    pub fn range(&self) -> (Points, Points) {
        let end = |it: Option<&(Points, Points)>| it.map_or(Points::ZERO, |it| it.0);
        (end(self.points.first()), end(self.points.last()))
    }

    /// A few numbers for the axis: both ends, and zero or the middle between them.
    pub fn ticks(&self) -> Vec<Points> {
        let (first, last) = self.range();
        let middle = if first.is_loss() && last.is_gain() {
            Points::ZERO
        } else {
            Points::whole((first + last).thousandths() / 2000)
        };
        let mut ticks = vec![first, middle, last];
        ticks.dedup();
        ticks
    }
}

/// Draws a curve: an `<svg>` that fills whatever box it is put into, in the manner of [`super::draw`].
pub fn draw_curve(chart: &CurveChart, rulebook: &Rulebook) -> String {
    let size = (device_px(chart.width).max(1), device_px(chart.score.height).max(1));
    finish(&paint(chart, rulebook, size).unwrap_or_default(), size)
}

fn paint(chart: &CurveChart, rulebook: &Rulebook, size: (i32, i32)) -> Option<String> {
    let mut svg = String::new();
    let mut backend = SVGBackend::with_string(&mut svg, (size.0.unsigned_abs(), size.1.unsigned_abs()));
    for stripe in chart.score.stripes(rulebook) {
        let (top, bottom) = (edge(stripe.top), edge(stripe.bottom));
        backend.draw_rect((0, top), (size.0, bottom), &filled(Ink::Band(stripe.token)), true).ok()?;
    }
    for tick in chart.score.ticks(rulebook).into_iter().filter(|it| it.border) {
        let y = hairline(chart.score.y(tick.score), size.1);
        backend.draw_line((0, y), (size.0, y), &stroked(Ink::Grid, 1)).ok()?;
    }
    // Each value stands for the stretch halfway to its neighbours.
    let mut corners: Vec<(i32, i32)> = Vec::new();
    for (at, (number, score)) in chart.points.iter().enumerate() {
        let y = device_px(chart.score.y(*score));
        let half = |other: Option<&(Points, Points)>| {
            other.map_or(chart.x(*number), |it| (chart.x(*number) + chart.x(it.0)) / 2.0)
        };
        let from = half(at.checked_sub(1).and_then(|it| chart.points.get(it)));
        let to = half(chart.points.get(at + 1));
        for corner in [(device_px(from), y), (device_px(to), y)] {
            if corners.last() != Some(&corner) {
                corners.push(corner);
            }
        }
    }
    backend.draw_path(corners, &stroked(Ink::Live, 1)).ok()?;
    backend.present().ok()?;
    drop(backend);
    Some(svg)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::rulebook;

    fn chart(points: &[(i64, i64)]) -> CurveChart {
        let points = points.iter().map(|it| (Points::whole(it.0), Points::whole(it.1))).collect();
        CurveChart::fit(&rulebook(&[0, 600, 850, 960], 1100), points, 300.0, 160.0)
    }

    #[test]
    fn the_line_goes_from_edge_to_edge_in_steps() {
        let chart = chart(&[(-20, 880), (-10, 940), (0, 1000)]);
        assert_eq!([-20, -10, 0].map(|it| chart.x(Points::whole(it))), [0.0, 150.0, 300.0]);
        assert_eq!(chart.ticks(), [-20, -10, 0].map(Points::whole));
        let rulebook = rulebook(&[0, 600, 850, 960], 1100);
        let svg = draw_curve(&chart, &rulebook);
        let line = svg.split("<polyline").nth(1).unwrap();
        let corners = line.split("points=\"").nth(1).unwrap().split('"').next().unwrap();
        let xs: Vec<&str> = corners.split_whitespace().map(|it| it.split(',').next().unwrap()).collect();
        assert_eq!(xs, ["0", "150", "150", "450", "450", "600"]);
        assert!(!svg.contains("#5C1D") && svg.contains("--chart-line"));
    }

    #[test]
    fn a_single_value_is_in_the_middle() {
        let chart = chart(&[(5, 1000)]);
        assert_eq!(chart.x(Points::whole(5)), 150.0);
        assert_eq!(chart.ticks(), [Points::whole(5)]);
    }
}
