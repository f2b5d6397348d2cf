//! The most telling thing about a life: the title of its chart.

use super::causes::{self, By, Cause, Way};
use super::comparison::{Comparison, comparison};
use super::lists::{self, Listing};
use super::still::{self, Still};
use crate::engine::case::{Life, Line, LineIdx, Report, Standing};
use crate::engine::model::{BandIdx, Case, SubjectIdx};
use crate::engine::{Day, Points};

/// The most telling thing about a life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Neither score nor band nor lists ever change.
    NeverMoves {
        /// Why not.
        why: Still,
        /// The band.
        band: BandIdx,
    },
    /// It is put on a list, and that has led to no fewer days of penalties than its band has.
    Listed(Listing),
    /// Its band changes, but it never agreed to be scored, and nothing follows without consent.
    Unconsented {
        /// The band at the start.
        from: BandIdx,
        /// The band at the end.
        to: BandIdx,
    },
    /// It ends at an end of the scale.
    ReachesEnd {
        /// Which end.
        end: ScaleEnd,
        /// The band there.
        band: BandIdx,
        /// The day since which it has been there.
        day: Day,
        /// The line that led there.
        line: Option<LineIdx>,
        /// What led there.
        causes: Vec<Cause>,
        /// Points that have come to nothing since, because the scale ends.
        lost: Points,
    },
    /// It falls to a lower band and is not back.
    Falls {
        /// The band before.
        from: BandIdx,
        /// The lowest band that it comes to.
        to: BandIdx,
        /// The first day there.
        day: Day,
        /// The line that led there.
        line: Option<LineIdx>,
        /// The fewest things that together were enough, the strongest first.
        causes: Vec<Cause>,
        /// What the points lost are in terms of points won; none if they were not taken by rules.
        versus: Option<Comparison>,
        /// The band at the end.
        now: BandIdx,
    },
    /// It falls to a lower band and comes back.
    Recovers {
        /// The band before and after.
        from: BandIdx,
        /// The lowest band that it comes to.
        to: BandIdx,
        /// The first day there.
        day: Day,
        /// The line that led there.
        line: Option<LineIdx>,
        /// The fewest things that together were enough, the strongest first.
        causes: Vec<Cause>,
        /// The first day below the band.
        fell: Day,
        /// The first day back in it.
        back: Day,
        /// Days from one to the other.
        days: i32,
    },
    /// It rises to a higher band and stays above where it began.
    Rises {
        /// The band before.
        from: BandIdx,
        /// The highest band that it comes to.
        to: BandIdx,
        /// The first day there.
        day: Day,
        /// The line that led there.
        line: Option<LineIdx>,
        /// The fewest things that together were enough, the strongest first.
        causes: Vec<Cause>,
        /// The band at the end.
        now: BandIdx,
    },
    /// Its band never changes, and yet there are penalties.
    Penalised {
        /// The band.
        band: BandIdx,
        /// Days with at least one penalty.
        days: i32,
        /// Days of the whole account.
        of: i32,
        /// Number of different penalties.
        penalties: usize,
    },
    /// Its band never changes.
    Steady {
        /// The band.
        band: BandIdx,
        /// The lowest score.
        low: Points,
        /// The highest score.
        high: Points,
        /// The score at the end.
        now: Points,
    },
}

/// The ends of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleEnd {
    /// The lowest score.
    Lowest,
    /// The highest score.
    Highest,
}

/// The most telling thing about a life.
///
/// What never moves is told first, then lists, then what the score did, then what held all the time.
pub fn finding(case: &Case, report: &Report, subject: SubjectIdx) -> Finding {
    let (Some(life), Some(_)) = (report.lives.get(subject), case.subjects.get(subject)) else {
        return Finding::NeverMoves { why: Still::NoEvents, band: 0 };
    };
    let story = Story::new(case, life, subject);
    let band = story.first().band;
    if let Some(why) = still::why(case, report, life, subject) {
        return Finding::NeverMoves { why, band };
    }
    if let Some(listing) = lists::telling(case, life, subject) {
        return Finding::Listed(listing);
    }
    let told = story.without_consent().or_else(|| story.end_of_scale()).or_else(|| story.bands());
    told.unwrap_or_else(|| story.steady())
}

/// A life on its way from the start to the last day.
struct Story<'a> {
    case: &'a Case,
    life: &'a Life,
    subject: SubjectIdx,
    /// Where every subject starts, then the standing at the end of each day on which it changed.
    path: Vec<Standing>,
}

impl<'a> Story<'a> {
    fn new(case: &'a Case, life: &'a Life, subject: SubjectIdx) -> Self {
        let score = case.rulebook.scale.start;
        let band = case.rulebook.bands.partition_point(|from| *from <= score).saturating_sub(1);
        let mut path = vec![Standing { day: case.first, score, band }];
        path.extend(&life.course);
        Self { case, life, subject, path }
    }

    fn first(&self) -> Standing {
        self.path[0]
    }

    fn last(&self) -> Standing {
        self.path[self.path.len() - 1]
    }

    fn without_consent(&self) -> Option<Finding> {
        let asked = self.case.rulebook.safeguards.consent && !self.case.subjects[self.subject].consents;
        let moved = self.path.iter().any(|it| it.band != self.first().band);
        (asked && moved).then(|| Finding::Unconsented { from: self.first().band, to: self.last().band })
    }

    fn end_of_scale(&self) -> Option<Finding> {
        let scale = self.case.rulebook.scale;
        let (score, band) = (self.last().score, self.last().band);
        let end = match score {
            _ if score == self.first().score => return None,
            _ if score == scale.lowest => ScaleEnd::Lowest,
            _ if score == scale.highest => ScaleEnd::Highest,
            _ => return None,
        };
        let since = self.path.iter().rposition(|it| it.score != score)? + 1;
        let day = self.path.get(since)?.day;
        let (way, led) = match end {
            ScaleEnd::Lowest => (Way::Down, Points::is_loss as fn(Points) -> bool),
            ScaleEnd::Highest => (Way::Up, Points::is_gain as fn(Points) -> bool),
        };
        let line = self.line_on(day, |it| led(it.applied) && it.score.1 == score);
        let causes = causes::of(self.life, line, way, score);
        let lines = self.life.lines.iter().skip(line.unwrap_or(0));
        let lost = lines.filter(|it| led(it.nominal)).map(causes::cut_by_scale).sum();
        Some(Finding::ReachesEnd { end, band, day, line, causes, lost })
    }

    fn bands(&self) -> Option<Finding> {
        let (from, now) = (self.first().band, self.last().band);
        let low = self.path.iter().map(|it| it.band).min()?;
        let high = self.path.iter().map(|it| it.band).max()?;
        match () {
            () if now < from => self.fall(from, low),
            () if now > from => self.rise(from, high),
            () if low < from => self.recovery(from),
            () if high > from => self.fall(high, from),
            () => None,
        }
    }

    fn fall(&self, from: BandIdx, to: BandIdx) -> Option<Finding> {
        let before = self.path.iter().position(|it| it.band == from)?;
        let day = self.path[before..].iter().find(|it| it.band <= to)?.day;
        let (line, causes) = self.causes_of_fall(day, to);
        let versus = self.compared(&causes);
        Some(Finding::Falls { from, to, day, line, causes, versus, now: self.last().band })
    }

    /// What rules took, in terms of what rules give. Gains that merely ended are not a loss to be won back.
    fn compared(&self, causes: &[Cause]) -> Option<Comparison> {
        if !causes.iter().all(|it| matches!(it.by, By::Rule | By::Associate(_))) {
            return None;
        }
        comparison(self.case, self.life, self.subject, causes.iter().map(|it| it.points.abs()).sum())
    }

    fn recovery(&self, from: BandIdx) -> Option<Finding> {
        let mut longest: Option<(i32, &[Standing], Day)> = None;
        let mut rest = &self.path[..];
        while let Some(fell) = rest.iter().position(|it| it.band < from) {
            let below = &rest[fell..];
            let back = below.iter().position(|it| it.band >= from)?;
            let days = below[back].day.days_since(below[0].day);
            if longest.is_none_or(|it| it.0 < days) {
                longest = Some((days, &below[..back], below[back].day));
            }
            rest = &below[back..];
        }
        let (days, below, back) = longest?;
        let lowest = below.iter().min_by_key(|it| it.band)?;
        let (line, causes) = self.causes_of_fall(lowest.day, lowest.band);
        let (to, day, fell) = (lowest.band, lowest.day, below[0].day);
        Some(Finding::Recovers { from, to, day, line, causes, fell, back, days })
    }

    fn causes_of_fall(&self, day: Day, to: BandIdx) -> (Option<LineIdx>, Vec<Cause>) {
        let line = self.line_on(day, |it| it.band.1 < it.band.0);
        // One thousandth below the next better band is enough.
        let border = self.case.rulebook.bands.get(to + 1).copied().unwrap_or(self.case.rulebook.scale.highest);
        (line, causes::of(self.life, line, Way::Down, border - Points::from_thousandths(1)))
    }

    fn rise(&self, from: BandIdx, to: BandIdx) -> Option<Finding> {
        let day = self.path.iter().find(|it| it.band == to)?.day;
        let line = self.line_on(day, |it| it.band.1 > it.band.0);
        let border = self.case.rulebook.bands.get(to).copied()?;
        let causes = causes::of(self.life, line, Way::Up, border);
        Some(Finding::Rises { from, to, day, line, causes, now: self.last().band })
    }

    fn steady(&self) -> Finding {
        let band = self.first().band;
        let (days, penalties) = lists::penalised(self.case, self.life);
        if days > 0 {
            let of = self.case.last.days_since(self.case.first) + 1;
            return Finding::Penalised { band, days, of, penalties };
        }
        let scores = || self.path.iter().map(|it| it.score);
        let start = self.first().score;
        let (low, high) = (scores().min().unwrap_or(start), scores().max().unwrap_or(start));
        Finding::Steady { band, low, high, now: self.last().score }
    }

    /// The last line of a day that did something.
    fn line_on(&self, day: Day, did: impl Fn(&Line) -> bool) -> Option<LineIdx> {
        self.life.lines.iter().rposition(|it| it.day == day && did(it))
    }
}

#[cfg(test)]
mod tests;
