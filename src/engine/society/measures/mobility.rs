//! Who moves between bands from one year's end to the next.
//!
//! matrix(a, b) = people in band a at a year's end and in band b at the next, over all pairs of full years. persistence =
//! Σ matrix(a, a) ÷ Σ matrix; upward and downward = Σ over b > a, and over b < a, ÷ Σ matrix. Counted for everybody and by
//! group, not by district. Source: the transition matrix of mobility studies (Prais 1955, “Measuring social mobility”);
//! years are counted from the society's first month (a modelling choice). Example: from A ten stay and two fall to B; from
//! B one rises and seven stay: 17 ÷ 20 stay, 1 ÷ 20 rises, 2 ÷ 20 fall.

use super::part::{Part, Who, ratio};
use crate::engine::model::BandIdx;

/// Counts of moves, by band at a year's end and band at the next, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// For each band before, how many are in each band after.
    pub counts: Vec<Vec<u64>>,
}

impl Matrix {
    /// The moves of all years; `None` for districts, by which moves are not counted.
    pub fn of(part: &Part<'_>) -> Option<Self> {
        let years = part.tally().shape().years().saturating_sub(1);
        Self::of_years(part, 0..years)
    }

    /// The moves from the end of one year to the next; years count from 0.
    pub fn of_year(part: &Part<'_>, year: usize) -> Option<Self> {
        let known = year + 1 < part.tally().shape().years();
        known.then(|| Self::of_years(part, year..year + 1))?
    }

    fn of_years(part: &Part<'_>, years: std::ops::Range<usize>) -> Option<Self> {
        let shape = part.tally().shape();
        let groups = match part.who() {
            Who::All => 0..shape.groups,
            Who::Group(it) if it < shape.groups => it..it + 1,
            _ => return None,
        };
        let count = |from: BandIdx, to: BandIdx| {
            let of_group = |group| years.clone().map(|year| part.tally().mobility(year, group, from, to)).sum::<u64>();
            groups.clone().map(of_group).sum::<u64>()
        };
        let row = |from| (0..shape.bands).map(|to| count(from, to)).collect();
        Some(Self { counts: (0..shape.bands).map(row).collect() })
    }

    /// The share of moves that suit a test of the bands before and after.
    fn share(&self, suits: impl Fn(BandIdx, BandIdx) -> bool) -> Option<f64> {
        let (mut some, mut all) = (0, 0);
        for (from, row) in self.counts.iter().enumerate() {
            for (to, count) in row.iter().enumerate() {
                all += count;
                some += if suits(from, to) { *count } else { 0 };
            }
        }
        ratio(some, all)
    }

    /// The share that is in the same band a year later.
    pub fn persistence(&self) -> Option<f64> {
        self.share(|from, to| from == to)
    }

    /// The share that is in a higher band a year later.
    pub fn upward(&self) -> Option<f64> {
        self.share(|from, to| from < to)
    }

    /// The share that is in a lower band a year later.
    pub fn downward(&self) -> Option<f64> {
        self.share(|from, to| from > to)
    }

    /// Of those in a band, the shares in each band a year later; `None` if nobody was in it.
    pub fn shares_from(&self, from: BandIdx) -> Option<Vec<f64>> {
        let row = self.counts.get(from)?;
        let all = row.iter().sum();
        row.iter().map(|it| ratio(*it, all)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_people_and_two_bands() {
        let it = Matrix { counts: vec![vec![7, 1], vec![2, 10]] };
        assert_eq!(it.persistence(), Some(17.0 / 20.0));
        assert_eq!((it.upward(), it.downward()), (Some(1.0 / 20.0), Some(2.0 / 20.0)));
        assert_eq!(it.shares_from(0), Some(vec![7.0 / 8.0, 1.0 / 8.0]));
        assert_eq!(Matrix { counts: vec![vec![0]] }.persistence(), None);
    }
}
