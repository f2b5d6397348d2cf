//! The vertical axis: scores.

use super::palette::band_token;
use crate::engine::Points;
use crate::engine::case::Life;
use crate::engine::model::{BandIdx, Rulebook};

/// The least distance of two labels, in CSS pixels.
const LABEL_PX: f64 = 16.0;
/// The least distance of two round scores, in CSS pixels.
const ROUND_PX: f64 = 40.0;

/// The strip beyond an end of the scale, in CSS pixels: room for a mark on a line at that end.
const BEYOND_PX: i64 = 18;

/// Where scores lie on a chart, in CSS pixels from its upper edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreScale {
    /// The score at the lower edge.
    pub lo: Points,
    /// The score at the upper edge, above the one at the lower.
    pub hi: Points,
    /// The height of the chart.
    pub height: f64,
}

/// A tick of the vertical axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreTick {
    /// The score that it marks.
    pub score: Points,
    /// Whether a band begins or the scale ends here; else it is a round number in between.
    pub border: bool,
    /// Whether there is room for its label.
    pub label: bool,
}

/// The part of a band that is on the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stripe {
    /// The band.
    pub band: BandIdx,
    /// Its upper edge.
    pub top: f64,
    /// Its lower edge.
    pub bottom: f64,
    /// The number of its colour: see [`band_token`].
    pub token: usize,
}

impl ScoreScale {
    /// The stretch of the scale on which some lives play out.
    ///
    /// It holds every score that they have, with some air; the borders of the band they are in and a strip of its
    /// neighbours, unless those are so far away that the line would be flattened; and it ends on round numbers, so that
    /// it does not creep while a number is dragged. An end of the scale is shown with a narrow strip of nothing beyond.
    pub fn fit(rulebook: &Rulebook, lives: &[&Life], height: f64) -> Self {
        let whole = rulebook.scale;
        let scores = || lives.iter().flat_map(|life| life.course.iter().map(|it| it.score));
        let low = scores().min().unwrap_or(whole.start);
        let high = scores().max().unwrap_or(whole.start);
        let (low_band, high_band) = (band_of(&rulebook.bands, low), band_of(&rulebook.bands, high));
        let floor = rulebook.bands.get(low_band).copied().unwrap_or(whole.lowest);
        let ceiling = rulebook.bands.get(high_band + 1).copied().unwrap_or(whole.highest);

        let thousandths = |it: Points| it.thousandths();
        let least = (thousandths(whole.highest - whole.lowest) / 10).max(1000);
        let span = thousandths(high - low).max(least);
        let reach = if low_band == high_band { 3 * span } else { span };
        let air = span / 8;
        let (low, high, floor, ceiling) =
            (thousandths(low), thousandths(high), thousandths(floor), thousandths(ceiling));
        let mut lo = if low - floor <= reach { floor.min(low) - air } else { low - air };
        let mut hi = if ceiling - high <= reach { ceiling.max(high) + air } else { high + air };
        let missing = (2 * least - (hi - lo)).max(0);
        lo -= missing / 2;
        hi += missing / 2;

        let step = nice_step((hi - lo) / 24);
        lo = lo.div_euclid(step) * step;
        hi = (hi + step - 1).div_euclid(step) * step;
        let (lowest, highest) = (thousandths(whole.lowest), thousandths(whole.highest));
        let beyond = (hi.min(highest) - lo.max(lowest)).max(1000) * BEYOND_PX / (height.max(80.0) as i64);
        let lo = if lo <= lowest { lowest - beyond } else { lo };
        let hi = if hi >= highest { highest + beyond } else { hi };
        Self { lo: Points::from_thousandths(lo), hi: Points::from_thousandths(hi), height }
    }

    /// The place of a score. It is outside the chart if the score is.
    pub fn y(&self, score: Points) -> f64 {
        let span = (self.hi - self.lo).thousandths().max(1);
        Points::from_thousandths((self.hi - score).thousandths()).to_f64() * self.height
            / Points::from_thousandths(span).to_f64()
    }

    /// The score at a place, kept on the chart; for reading off, not for computing.
    pub fn score(&self, y: f64) -> Points {
        let span = (self.hi - self.lo).thousandths();
        let share = if self.height > 0.0 { (y / self.height).clamp(0.0, 1.0) } else { 0.0 };
        let below = Points::from_thousandths(span).to_f64() * 1000.0 * share;
        self.hi - Points::from_thousandths((below.round() as i64).clamp(0, span.max(0)))
    }

    /// The band borders and ends of the scale that are on the chart, and round scores between them; lowest first.
    pub fn ticks(&self, rulebook: &Rulebook) -> Vec<ScoreTick> {
        let mut ticks: Vec<ScoreTick> = Vec::new();
        let ends = std::iter::once(rulebook.scale.highest);
        for score in rulebook.bands.iter().copied().chain(ends).filter(|it| self.shows(*it)) {
            if ticks.last().is_some_and(|it| it.score == score) {
                continue;
            }
            let label = ticks.iter().rev().find(|it| it.label).is_none_or(|it| self.px(it.score, score) >= LABEL_PX);
            ticks.push(ScoreTick { score, border: true, label });
        }
        let borders = ticks.clone();
        for score in self.round_scores(rulebook) {
            if borders.iter().all(|it| self.px(it.score, score) >= LABEL_PX) {
                ticks.push(ScoreTick { score, border: false, label: true });
            }
        }
        ticks.sort_by_key(|it| it.score);
        ticks
    }

    /// The bands that are on the chart, best first.
    pub fn stripes(&self, rulebook: &Rulebook) -> Vec<Stripe> {
        let bands = &rulebook.bands;
        let stripe = |band: BandIdx| {
            let from = bands[band].max(self.lo);
            let to = bands.get(band + 1).copied().unwrap_or(rulebook.scale.highest).min(self.hi);
            let token = band_token(bands.len(), bands.len() - 1 - band);
            (from < to).then(|| Stripe { band, top: self.y(to), bottom: self.y(from), token })
        };
        (0..bands.len()).rev().filter_map(stripe).collect()
    }

    /// Whether a score is on the chart.
    pub fn shows(&self, score: Points) -> bool {
        self.lo <= score && score <= self.hi
    }

    /// The distance of two scores on the chart.
    fn px(&self, one: Points, other: Points) -> f64 {
        (self.y(one) - self.y(other)).abs()
    }

    /// Round scores on the part of the scale that is on the chart, far enough apart.
    fn round_scores(&self, rulebook: &Rulebook) -> impl Iterator<Item = Points> + use<> {
        let span = (self.hi - self.lo).thousandths().max(1);
        let parts = if self.height > ROUND_PX { (self.height / ROUND_PX) as i64 } else { 1 };
        let step = nice_step((span + parts - 1) / parts);
        let from = self.lo.max(rulebook.scale.lowest).thousandths();
        let to = self.hi.min(rulebook.scale.highest).thousandths();
        let first = (from + step - 1).div_euclid(step);
        (first..=to.div_euclid(step)).map(move |it| Points::from_thousandths(it * step))
    }
}

/// The band of a score, whatever the ceilings in force.
fn band_of(bands: &[Points], score: Points) -> BandIdx {
    bands.partition_point(|from| *from <= score).saturating_sub(1)
}

/// The smallest of 1, 2, 5, 10, 20, 50, … thousandths that is not less.
fn nice_step(at_least: i64) -> i64 {
    let mut power = 1;
    loop {
        for digit in [1, 2, 5] {
            if digit * power >= at_least {
                return digit * power;
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{life, rulebook};
    use expect_test::{Expect, expect};

    const CITY: [i64; 6] = [0, 600, 850, 960, 1030, 1050];

    /// A scale of these bands up to `highest`, fitted to these scores on 300 pixels: its ends and its ticks, borders
    /// with a bar, those without room for a label in brackets.
    fn check(bands: &[i64], highest: i64, scores: &[i64], expected: Expect) {
        let rulebook = rulebook(bands, highest);
        let life = life(scores);
        let scale = ScoreScale::fit(&rulebook, &[&life], 300.0);
        let ticks: Vec<String> = scale
            .ticks(&rulebook)
            .iter()
            .map(|it| {
                let bar = if it.border { "|" } else { "" };
                if it.label { format!("{}{bar}", it.score) } else { format!("({}{bar})", it.score) }
            })
            .collect();
        expected.assert_eq(&format!("{}…{}: {}", scale.lo, scale.hi, ticks.join(" ")));
        assert!(scores.iter().all(|it| scale.shows(Points::whole(*it))));
    }

    #[test]
    fn the_stretch_shown_suits_the_life() {
        check(&CITY, 1100, &[1000], expect!["880…1113.2: 900 960| 1000 1030| 1050| 1100|"]);
        check(&CITY, 1100, &[1000, 911, 970], expect!["830…1050: 850| 900 960| 1000 1030| 1050|"]);
        check(&CITY, 1100, &[900, 1050], expect!["820…1116.8: 850| 900 960| 1000 1030| 1050| 1100|"]);
        check(&CITY, 1100, &[1000, 599], expect!["500…1136: 500 600| 700 800 850| 900 960| 1030| (1050|) 1100|"]);
        check(&CITY, 1100, &[1000, 0], expect!["-66…1166: 0| 200 400 600| 850| 960| 1030| (1050|) 1100|"]);
        check(&CITY, 1100, &[1100], expect!["960…1108.4: 960| 1000 1030| 1050| 1100|"]);
        check(&CITY, 1100, &[300], expect!["-39…650: 0| 100 200 300 400 500 600|"]);
        check(&CITY, 1100, &[590], expect!["480…710: 500 550 600| 650 700"]);
    }

    #[test]
    fn other_scales() {
        check(&[0], 12, &[12, 6], expect!["-0.72…12.72: 0| 2 4 6 8 10 12|"]);
        check(&[-100, 0], 100, &[0, -3], expect!["-22…20: -20 -10 0| 10 20"]);
        check(
            &[0, 1000, 1001, 1002],
            2000,
            &[1000, 1002],
            expect!["800…1220: 800 900 1000| (1001|) (1002|) 1100 1200"],
        );
        check(&[300, 580, 670, 740, 800], 850, &[700, 690], expect!["650…760: 660 670| 680 700 720 740| 760"]);
        check(
            &[-1_000_000_000],
            1_000_000_000,
            &[1_000_000_000, -1_000_000_000],
            expect!["-1120000000…1120000000: -1000000000| -500000000 0 500000000 1000000000|"],
        );
        check(&[0], 0, &[0], expect!["-0.06…0.06: 0|"]);
    }

    #[test]
    fn scores_and_places_are_inverse() {
        let scale = ScoreScale { lo: Points::whole(850), hi: Points::whole(1050), height: 312.0 };
        for thousandths in (850_000..=1_050_000).step_by(37) {
            let score = Points::from_thousandths(thousandths);
            assert_eq!(scale.score(scale.y(score)), score);
        }
        assert_eq!(scale.score(-5.0), scale.hi);
        assert_eq!(scale.score(1e9), scale.lo);
        assert_eq!(ScoreScale { height: 0.0, ..scale }.score(1.0), scale.hi);
    }

    #[test]
    fn stripes_cover_the_shown_part_of_the_scale_and_no_more() {
        let rulebook = rulebook(&CITY, 1100);
        let scale = ScoreScale::fit(&rulebook, &[&life(&[1100])], 300.0);
        let stripes = scale.stripes(&rulebook);
        assert_eq!(stripes[0].band, 5);
        assert_eq!(stripes[0].token, 0);
        assert!(stripes[0].top > 0.0, "nothing is above the highest score");
        assert!(stripes.windows(2).all(|it| it[0].bottom == it[1].top));
        assert_eq!(stripes.last().unwrap().bottom, 300.0);
    }
}
