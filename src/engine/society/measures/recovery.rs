//! How long a penalty lasts.
//!
//! A penalty is one stretch of months with at least one penalty at their ends; it lasts from its first month to the first
//! month without. months = the fewest months within which half of all penalties had ended (nearest rank); those that had
//! not ended when the account did count as longer than any, so that a rulebook that lets nobody go does not look quick, and
//! there is no value if they are more than half. not recovered = penalties not ended ÷ penalties. Durations from sixty
//! months on count as sixty. Source: modelling choice. Example: penalties of 2, 3 and 10 months and one that has not
//! ended: half had ended within 3 months, and ¼ had not ended.

use super::part::{Part, quantile_of, ratio};
use crate::engine::society::tally::{Once, Spread};

/// The months within which half of the penalties had ended.
pub fn months(part: &Part<'_>) -> Option<f64> {
    let ended = part.spread(Spread::Recovery);
    median(&ended, part.once(Once::Unrecovered)).map(|it| it as f64)
}

/// The share of penalties that had not ended.
pub fn not_recovered(part: &Part<'_>) -> Option<f64> {
    let left = part.once(Once::Unrecovered);
    ratio(left, left + part.spread(Spread::Recovery).iter().sum::<u64>())
}

/// As [`months`]: of penalties counted by their months, and so many that have not ended.
///
/// ```
/// use social_credit_lab::engine::society::measures::recovery::median;
/// let mut ended = [0; 61];
/// for months in [2, 3, 10] {
///     ended[months] += 1;
/// }
/// assert_eq!(median(&ended, 1), Some(3));
/// assert_eq!(median(&ended, 4), None);
/// ```
pub fn median(ended: &[u64], not_ended: u64) -> Option<usize> {
    let all = ended.iter().sum::<u64>() + not_ended;
    if all == 0 { None } else { quantile_of(ended, all, 50) }
}
