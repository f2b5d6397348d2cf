//! Where people stand on the scale.
//!
//! mean(m) = lowest score + sum of what people have above it at the end of month m ÷ people, exact to the thousandth of a
//! point. Median and quartiles at the end by nearest rank, from counts in hundredths of the scale: a value stands for the
//! lower edge of its hundredth. Source: plain counting; the hundredths are a modelling choice. Example: on a scale from 0
//! to 1000, scores 500, 500 and 904: the mean is 634.67, the median 500, the upper quartile 900.

use super::part::{Part, quantile, ratio};
use crate::engine::model::Scale;
use crate::engine::society::tally::{Monthly, Spread};

/// The mean at the end of a month, in points.
pub fn mean(scale: Scale, part: &Part<'_>, month: usize) -> Option<f64> {
    let above = ratio(part.monthly(Monthly::Score, month), part.people() * 1000)?;
    Some(lowest(scale) + above)
}

/// The mean at the end of the last month, in points.
pub fn mean_at_end(scale: Scale, part: &Part<'_>) -> Option<f64> {
    mean(scale, part, part.months().checked_sub(1)?)
}

/// How many end in each hundredth of the scale; the last place is the highest score alone.
pub fn distribution(part: &Part<'_>) -> Vec<u64> {
    part.spread(Spread::Score)
}

/// The score at the end that so many hundredths of the people have at most, in points.
pub fn quantile_at_end(scale: Scale, part: &Part<'_>, hundredths: u64) -> Option<f64> {
    let place = quantile(&distribution(part), hundredths)?;
    Some(lowest(scale) + span(scale) * place as f64 / 100.0)
}

fn lowest(scale: Scale) -> f64 {
    scale.lowest.thousandths() as f64 / 1000.0
}

fn span(scale: Scale) -> f64 {
    (scale.highest - scale.lowest).thousandths() as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::Points;
    use crate::engine::society::Tally;

    #[test]
    fn three_scores() {
        let points = Points::whole;
        let scale = Scale { lowest: points(0), highest: points(1000), start: points(500) };
        let mut tally = Tally::new(shape(1));
        people(&mut tally, 3);
        for score in [500_u64, 500, 904] {
            tally.count(Monthly::Score, 0, 0, score * 1000);
            tally.count_spread(Spread::Score, 0, score as usize / 10);
        }
        let part = Part::new(&tally, Who::All);
        assert_eq!(mean_at_end(scale, &part), Some(1904.0 / 3.0));
        let at = |it| quantile_at_end(scale, &part, it);
        assert_eq!((at(25), at(50), at(75)), (Some(500.0), Some(500.0), Some(900.0)));
    }
}
