//! The share of people in each band.
//!
//! share(b, m) = people in band b at the end of month m ÷ people. The band is the one in force: that of the score, under
//! the ceilings that hold. Source: plain counting. Example: of four people, three are in the upper of two bands at the end
//! of a month; the shares are ¼ and ¾.

use super::part::{Part, ratio};
use crate::engine::model::BandIdx;

/// The share in each band at the end of a month, lowest band first; `None` if there is nobody.
pub fn shares(part: &Part<'_>, month: usize) -> Option<Vec<f64>> {
    (0..part.tally().shape().bands).map(|band| share(part, band, month)).collect()
}

/// The share in a band at the end of a month.
pub fn share(part: &Part<'_>, band: BandIdx, month: usize) -> Option<f64> {
    ratio(part.band(band, month), part.people())
}

/// The share in the lowest band at the end of the last month.
pub fn lowest(part: &Part<'_>) -> Option<f64> {
    share(part, 0, part.months().checked_sub(1)?)
}

/// The share in the highest band at the end of the last month.
pub fn highest(part: &Part<'_>) -> Option<f64> {
    share(part, part.tally().shape().bands.checked_sub(1)?, part.months().checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn three_of_four_are_in_the_upper_band() {
        let mut tally = Tally::new(shape(2));
        people(&mut tally, 4);
        for (month, bands) in [[4, 0], [1, 3]].iter().enumerate() {
            tally.count_bands(bands, month, 0);
        }
        let part = Part::new(&tally, Who::All);
        assert_eq!(shares(&part, 0), Some(vec![1.0, 0.0]));
        assert_eq!(shares(&part, 1), Some(vec![0.25, 0.75]));
        assert_eq!((lowest(&part), highest(&part)), (Some(0.25), Some(0.75)));
        assert_eq!(lowest(&Part::new(&tally, Who::Group(1))), None, "nobody is in the other group");
    }
}
