//! Whose counts are meant, and those counts added up.

use crate::engine::model::{BandIdx, SubjectKind};
use crate::engine::society::Society;
use crate::engine::society::tally::{Monthly, Once, Shape, Spread, Tally};

/// Whom a measure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// Everybody, businesses included.
    All,
    /// A group.
    Group(usize),
    /// A district.
    District(usize),
    /// A group in a district: the intersection of both.
    Cell {
        /// The group.
        group: usize,
        /// The district.
        district: usize,
    },
}

impl Who {
    /// The cells of a tally that it stands for; none if there is no such group or district.
    pub fn cells(self, shape: &Shape) -> Vec<usize> {
        let (groups, districts) = (shape.groups, shape.districts);
        let cell = |group: usize, district: usize| group * districts + district;
        match self {
            Self::All => (0..shape.cells()).collect(),
            Self::Group(it) if it < groups => (0..districts).map(|district| cell(it, district)).collect(),
            Self::District(it) if it < districts => (0..groups).map(|group| cell(group, it)).collect(),
            Self::Cell { group, district } if group < groups && district < districts => vec![cell(group, district)],
            _ => Vec::new(),
        }
    }

    /// What it is compared by: everybody and a district by their groups of persons, a group by its districts.
    ///
    /// Businesses are left out, for they are never compared with persons (a modelling choice).
    pub fn parts(self, society: &Society) -> Vec<Self> {
        let persons = || (0..society.groups.len()).filter(|it| society.groups[*it].kind == SubjectKind::Person);
        match self {
            Self::All => persons().map(Self::Group).collect(),
            Self::District(district) => persons().map(|group| Self::Cell { group, district }).collect(),
            Self::Group(group) => (0..society.districts.len()).map(|district| Self::Cell { group, district }).collect(),
            Self::Cell { .. } => Vec::new(),
        }
    }

    /// Every group of a society, then every district, then every intersection.
    pub fn every(society: &Society) -> Vec<Self> {
        let (groups, districts) = (society.groups.len(), society.districts.len());
        let mut res = vec![Self::All];
        res.extend((0..groups).map(Self::Group));
        res.extend((0..districts).map(Self::District));
        res.extend((0..groups).flat_map(|group| (0..districts).map(move |district| Self::Cell { group, district })));
        res
    }
}

/// The counts of some people in a tally.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    tally: &'a Tally,
    who: Who,
    cells: Vec<usize>,
}

impl<'a> Part<'a> {
    /// The counts of these people.
    pub fn new(tally: &'a Tally, who: Who) -> Self {
        Self { tally, who, cells: who.cells(&tally.shape()) }
    }

    /// The whole tally.
    pub const fn tally(&self) -> &'a Tally {
        self.tally
    }

    /// Who they are.
    pub const fn who(&self) -> Who {
        self.who
    }

    /// How many months were lived through.
    pub const fn months(&self) -> usize {
        self.tally.shape().months
    }

    /// How many people and businesses they are.
    pub fn people(&self) -> u64 {
        self.once(Once::People)
    }

    /// How many persons they are: only persons have ties.
    pub fn persons(&self) -> u64 {
        self.spread(Spread::Ties).iter().sum()
    }

    /// Months lived by all of them together.
    pub fn person_months(&self) -> u64 {
        self.people() * self.months() as u64
    }

    /// What was counted in a month.
    pub fn monthly(&self, what: Monthly, month: usize) -> u64 {
        self.cells.iter().map(|it| self.tally.monthly(what, month, *it)).sum()
    }

    /// What was counted in all months together.
    pub fn total(&self, what: Monthly) -> u64 {
        (0..self.months()).map(|month| self.monthly(what, month)).sum()
    }

    /// How many were in a band at the end of a month.
    pub fn band(&self, band: BandIdx, month: usize) -> u64 {
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
            res.resize(here.len().max(res.len()), 0);
            for (sum, count) in res.iter_mut().zip(here) {
                *sum += count;
            }
        }
        res
    }

    /// How many (did harm in a year or not, were under a penalty at its end or not), over all full years.
    pub fn confusion(&self, harmed: bool, penalised: bool) -> u64 {
        let years = 0..self.tally.shape().years();
        years.map(|year| self.confusion_in(year, harmed, penalised)).sum()
    }

    /// As [`Part::confusion`], in one year, counted from 0.
    pub fn confusion_in(&self, year: usize, harmed: bool, penalised: bool) -> u64 {
        self.cells.iter().map(|it| self.tally.confusion(year, *it, harmed, penalised)).sum()
    }

    /// A count of all months for each thousand persons and year.
    pub fn per_thousand_years(&self, count: u64, people: u64) -> Option<f64> {
        ratio(count * 12_000, people * self.months() as u64)
    }
}

/// A part of a whole as a share; `None` if the whole is nothing.
pub fn ratio(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The smallest value that at least so many hundredths of the counted have at most (nearest rank), where the place in
/// the slice is the value; `None` if nobody was counted.
///
/// ```
/// use social_credit_lab::engine::society::measures::quantile;
/// // One person has 0, two have 1, one has 3.
/// let counts = [1, 2, 0, 1];
/// assert_eq!([25, 50, 75, 76].map(|it| quantile(&counts, it)), [Some(0), Some(1), Some(1), Some(3)]);
/// assert_eq!(quantile(&[0, 0], 50), None);
/// ```
pub fn quantile(counts: &[u64], hundredths: u64) -> Option<usize> {
    let all: u64 = counts.iter().sum();
    quantile_of(counts, all, hundredths)
}

/// As [`quantile`], of `all`, some of whom may have more than is counted here; `None` if the rank falls among those.
pub fn quantile_of(counts: &[u64], all: u64, hundredths: u64) -> Option<usize> {
    let rank = (all * hundredths).div_ceil(100).max(1);
    let mut below = 0;
    counts.iter().position(|count| {
        below += count;
        below >= rank
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_cells() {
        let shape = Shape { months: 1, groups: 2, districts: 3, bands: 2, behaviours: 0 };
        for (who, cells) in [
            (Who::All, vec![0, 1, 2, 3, 4, 5]),
            (Who::Group(1), vec![3, 4, 5]),
            (Who::District(2), vec![2, 5]),
            (Who::Cell { group: 1, district: 0 }, vec![3]),
            (Who::Group(2), vec![]),
            (Who::District(3), vec![]),
            (Who::Cell { group: 0, district: 3 }, vec![]),
        ] {
            assert_eq!(who.cells(&shape), cells, "{who:?}");
        }
    }
}
