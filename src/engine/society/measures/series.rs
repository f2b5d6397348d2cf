//! Measures month by month, for charts.

use super::part::{Part, Who, ratio};
use super::summary::{Summary, summarise};
use super::{appeals, bands, chilling, incentive, penalised, score, wrongly};
use crate::engine::model::BandIdx;
use crate::engine::society::model::Nature;
use crate::engine::society::tally::Monthly;
use crate::engine::society::{Society, Tally};

/// Something that has a value in every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Share in a band.
    Band(BandIdx),
    /// Share under a penalty.
    Penalised,
    /// Share wrongly under one.
    Wrongly,
    /// Share with a reward.
    Rewarded,
    /// Share on a list that carries a penalty.
    Listed,
    /// Mean score, in points.
    Score,
    /// Mean pressure, from 0 to 1.
    Pressure,
    /// Of acts of a nature, the share forgone this month.
    Forgone(Nature),
    /// Of acts of a nature, the share done because of the system.
    Added(Nature),
    /// A count of the month for each thousand people.
    PerThousand(Monthly),
    /// Appeals that wait, for each thousand people.
    Queue,
}

impl Line {
    /// Its value in a month; `None` where there is nothing to divide by.
    pub fn value(self, society: &Society, part: &Part<'_>, month: usize) -> Option<f64> {
        let share = |what| ratio(part.monthly(what, month), part.people());
        match self {
            Self::Band(band) if band < part.tally().shape().bands => bands::share(part, band, month),
            Self::Band(_) => None,
            Self::Penalised => penalised::now(part, month),
            Self::Wrongly => wrongly::now(part, month),
            Self::Rewarded => share(Monthly::Rewarded),
            Self::Listed => share(Monthly::Listed),
            Self::Score => score::mean(society.rulebook.scale, part, month),
            Self::Pressure => ratio(part.monthly(Monthly::Pressure, month), part.people() * 1000),
            Self::Forgone(nature) => chilling::forgone_in(part, nature, month),
            Self::Added(nature) => incentive::added_in(part, nature, month),
            Self::PerThousand(what) => ratio(part.monthly(what, month) * 1000, part.people()),
            Self::Queue => appeals::queue(part, month),
        }
    }
}

/// A line of one replicate: a value for each month.
pub fn values(line: Line, society: &Society, tally: &Tally, who: Who) -> Vec<Option<f64>> {
    let part = Part::new(tally, who);
    (0..part.months()).map(|month| line.value(society, &part, month)).collect()
}

/// A line over replicates, for each month; `None` in months in which no replicate has a value.
pub fn series(line: Line, society: &Society, tallies: &[Tally], who: Who) -> Vec<Option<Summary>> {
    let parts: Vec<Part<'_>> = tallies.iter().map(|it| Part::new(it, who)).collect();
    let months = parts.iter().map(Part::months).min().unwrap_or(0);
    let at = |month| {
        let values: Vec<f64> = parts.iter().filter_map(|it| line.value(society, it, month)).collect();
        summarise(&values)
    };
    (0..months).map(at).collect()
}
