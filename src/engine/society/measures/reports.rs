//! Neighbours who report neighbours, and what becomes of ties.
//!
//! true, false = reports by what had happened, by reporter, for each thousand persons and year; false share = false ÷ all
//! reports; broken = ties that a report broke, for each thousand persons and year; isolated = persons without a tie at the
//! end ÷ persons. Everybody has up to eight ties, to the four nearest on either side; in a neighbourhood of fewer than three
//! persons there are none (modelling choices). Example: 500 persons make 12 true and 3 false reports in two years: 12 and 3
//! for each thousand persons and year, and one in five is false.

use super::part::{Part, ratio};
use crate::engine::society::tally::{Monthly, Spread};

/// True reports for each thousand persons and year.
pub fn true_reports(part: &Part<'_>) -> Option<f64> {
    part.per_thousand_years(part.total(Monthly::ReportsTrue), part.persons())
}

/// False reports for each thousand persons and year.
pub fn false_reports(part: &Part<'_>) -> Option<f64> {
    part.per_thousand_years(part.total(Monthly::ReportsFalse), part.persons())
}

/// Of all reports, the share that is false.
pub fn false_share(part: &Part<'_>) -> Option<f64> {
    let wrong = part.total(Monthly::ReportsFalse);
    ratio(wrong, wrong + part.total(Monthly::ReportsTrue))
}

/// Ties broken for each thousand persons and year, by reporter.
pub fn broken_ties(part: &Part<'_>) -> Option<f64> {
    part.per_thousand_years(part.total(Monthly::Broken), part.persons())
}

/// The share of persons who have no tie at the end.
pub fn isolated(part: &Part<'_>) -> Option<f64> {
    ratio(*part.spread(Spread::Ties).first()?, part.persons())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn fifteen_reports_in_two_years() {
        let mut tally = Tally::new(shape(24));
        people(&mut tally, 500);
        (0..500).for_each(|it| tally.count_spread(Spread::Ties, 0, if it < 5 { 0 } else { 8 }));
        tally.count(Monthly::ReportsTrue, 3, 0, 12);
        tally.count(Monthly::ReportsFalse, 20, 0, 3);
        let part = Part::new(&tally, Who::All);
        assert_eq!((true_reports(&part), false_reports(&part)), (Some(12.0), Some(3.0)));
        assert_eq!((false_share(&part), broken_ties(&part)), (Some(0.2), Some(0.0)));
        assert_eq!(isolated(&part), Some(0.01));
    }
}
