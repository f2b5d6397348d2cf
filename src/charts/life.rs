//! The ground and the lines of a life: an SVG without a word in it.

use plotters::prelude::{DrawingBackend, SVGBackend};
use plotters::style::ShapeStyle;

use super::palette::{self, Ink};
use super::steps::{corners, device_px};
use super::{ScoreScale, TimeScale};
use crate::engine::Day;
use crate::engine::case::Standing;
use crate::engine::model::Rulebook;

/// Device pixels for one CSS pixel. plotters draws on whole pixels; on half a CSS pixel, lines look smooth.
pub(super) const DEVICE_PX: i32 = 2;

/// Everything that is drawn.
#[derive(Clone, Debug)]
pub struct LifeChart<'a> {
    /// The horizontal axis.
    pub time: TimeScale,
    /// The vertical axis.
    pub score: ScoreScale,
    /// The scale and bands behind the lines.
    pub rulebook: &'a Rulebook,
    /// The lines, the lowest first.
    pub courses: Vec<Course<'a>>,
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The scores: [`Life::course`](crate::engine::case::Life::course).
    pub standings: &'a [Standing],
    /// The day on which the line stops.
    pub until: Day,
    /// How it is drawn.
    pub role: Role,
}

/// What a line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The life as it is now: `--chart-line`, `--chart-line-width`.
    Live,
    /// The life before the reader's edits: dashed, `--chart-ghost`, `--chart-ghost-width`.
    Ghost,
    /// The life under another rulebook: 0 to 3, `--chart-line-1` to `--chart-line-4`, each with dashes of its own.
    Compared(usize),
}

impl Role {
    const fn ink(self) -> Ink {
        match self {
            Self::Live => Ink::Live,
            Self::Ghost => Ink::Ghost,
            Self::Compared(nth) => Ink::Compared(nth),
        }
    }
}

/// Draws a chart: an `<svg>` that fills whatever box it is put into.
///
/// A box of the scales' width and height in CSS pixels shows it undistorted, and any overlay of the same size lies
/// exactly on it. It is hidden from screen readers: the page says in words and tables what it shows.
pub fn draw(chart: &LifeChart<'_>) -> String {
    let size = (device_px(chart.time.width).max(1), device_px(chart.score.height).max(1));
    // Writing to a string does not fail, so there always is a drawing.
    finish(&paint(chart, size).unwrap_or_default(), size)
}

/// What was drawn, as an `<svg>` without a size of its own and with names for colours.
pub(super) fn finish(svg: &str, size: (i32, i32)) -> String {
    let head = format!("<svg width=\"{}\" height=\"{}\" ", size.0, size.1);
    let body = svg.strip_prefix(&head).unwrap_or_default().replace(" opacity=\"1\"", "");
    format!("<svg aria-hidden=\"true\" preserveAspectRatio=\"none\" {}", palette::named(&body))
}

fn paint(chart: &LifeChart<'_>, size: (i32, i32)) -> Option<String> {
    let mut svg = String::new();
    let mut backend = SVGBackend::with_string(&mut svg, (size.0.unsigned_abs(), size.1.unsigned_abs()));
    for stripe in chart.score.stripes(chart.rulebook) {
        let (top, bottom) = (edge(stripe.top), edge(stripe.bottom));
        backend.draw_rect((0, top), (size.0, bottom), &filled(Ink::Band(stripe.token)), true).ok()?;
    }
    for tick in chart.score.ticks(chart.rulebook).into_iter().filter(|it| it.border) {
        let y = hairline(chart.score.y(tick.score), size.1);
        backend.draw_line((0, y), (size.0, y), &stroked(Ink::Grid, 1)).ok()?;
    }
    for tick in chart.time.ticks() {
        let x = hairline(chart.time.x(tick.day), size.0);
        backend.draw_line((x, 0), (x, size.1), &stroked(Ink::Grid, if tick.major { 2 } else { 1 })).ok()?;
    }
    for course in &chart.courses {
        let corners = corners(course.standings, course.until, &chart.time, &chart.score);
        backend.draw_path(corners, &stroked(course.role.ink(), 1)).ok()?;
    }
    backend.present().ok()?;
    drop(backend);
    Some(svg)
}

/// The nearest edge between two CSS pixels: a ground that ends there is sharp on every screen.
pub(super) fn edge(css_px: f64) -> i32 {
    device_px(css_px.round())
}

/// The middle of the CSS pixel after the nearest edge, on the chart: a thin line there is sharp on every screen.
pub(super) fn hairline(css_px: f64, size: i32) -> i32 {
    (edge(css_px) + DEVICE_PX / 2).clamp(0, (size - 1).max(0))
}

pub(super) fn filled(ink: Ink) -> ShapeStyle {
    ShapeStyle { color: ink.sentinel().into(), filled: true, stroke_width: 0 }
}

pub(super) fn stroked(ink: Ink, width: u32) -> ShapeStyle {
    ShapeStyle { color: ink.sentinel().into(), filled: false, stroke_width: width }
}
