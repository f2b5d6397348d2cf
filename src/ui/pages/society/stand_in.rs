//! Parts of a tally and summaries over repeats.

use crate::engine::society::Tally;
use crate::engine::society::tally::{Monthly, Once, Spread};

/// Whom a number is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    All,
    /// A group.
    Group(usize),
}

/// The counts of some people.
pub struct Part<'a> {
    tally: &'a Tally,
    cells: Vec<usize>,
}

impl<'a> Part<'a> {
    /// The counts of these people.
    pub fn new(tally: &'a Tally, who: Who) -> Self {
        let shape = tally.shape();
        let cells = match who {
            Who::All => (0..shape.cells()).collect(),
            Who::Group(it) => (it * shape.districts..(it + 1) * shape.districts).collect(),
        };
        Self { tally, cells }
    }

    /// The whole tally.
    pub const fn tally(&self) -> &'a Tally {
        self.tally
    }

    /// How many they are.
    pub fn people(&self) -> u64 {
        self.once(Once::People)
    }

    /// Months lived.
    pub fn person_months(&self) -> u64 {
        self.people() * self.months() as u64
    }

    /// Months.
    pub const fn months(&self) -> usize {
        self.tally.shape().months
    }

    /// What was counted in a month.
    pub fn monthly(&self, what: Monthly, month: usize) -> u64 {
        self.cells.iter().map(|it| self.tally.monthly(what, month, *it)).sum()
    }

    /// What was counted in all months.
    pub fn total(&self, what: Monthly) -> u64 {
        (0..self.months()).map(|month| self.monthly(what, month)).sum()
    }

    /// How many were in a band.
    pub fn band(&self, band: usize, month: usize) -> u64 {
        self.cells.iter().map(|it| self.tally.band(band, month, *it)).sum()
    }

    /// What was counted once.
    pub fn once(&self, what: Once) -> u64 {
        self.cells.iter().map(|it| self.tally.once(what, *it)).sum()
    }

    /// How many have how much.
    pub fn spread(&self, what: Spread) -> Vec<u64> {
        let mut res: Vec<u64> = Vec::new();
        for &cell in &self.cells {
            let here = self.tally.spread(what, cell);
            res.resize(here.len(), 0);
            for (sum, count) in res.iter_mut().zip(here) {
                *sum += count;
            }
        }
        res
    }

    /// How many (did harm or not, penalised or not), over all full years.
    pub fn confusion(&self, harmed: bool, penalised: bool) -> u64 {
        let years = 0..self.tally.shape().years();
        let of =
            |year| self.cells.iter().map(move |it| self.tally.confusion(year, *it, harmed, penalised)).sum::<u64>();
        years.map(of).sum()
    }
}

/// A share; `None` of nothing.
pub fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The median and the 5–95 % band over repeats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The lower end.
    pub low: f64,
    /// The median.
    pub median: f64,
    /// The upper end.
    pub high: f64,
    /// How many values there were.
    pub n: usize,
}

/// The median and the 5–95 % band, by nearest rank.
pub fn summarise(values: &[f64]) -> Option<Summary> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let at = |hundredths: usize| sorted.get((n * hundredths).div_ceil(100).max(1) - 1).copied();
    Some(Summary { low: at(5)?, median: at(50)?, high: at(95)?, n })
}
