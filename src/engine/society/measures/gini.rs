//! How unequally something is spread.
//!
//! Gini = Σ Σ |x − y| over all ordered pairs of people ÷ (2 · n · Σ x): 0 if everybody has the same, near 1 if one has
//! everything. Of scores: x is the whole hundredths of the scale that somebody stands above the lowest score at the end. Of
//! benefits: x is the number of months with at least one reward. All sums are whole numbers, and there is one division.
//! Source: Gini 1912; that scores and rewarded months are what is spread is a modelling choice. Example: 0, 1 and 3: the
//! pairs differ by 1, 3 and 2, each counted twice: 12 ÷ (2 · 3 · 4) = ½.

use super::part::Part;
use crate::engine::society::tally::Spread;

/// Of scores above the lowest, at the end.
pub fn of_scores(part: &Part<'_>) -> Option<f64> {
    of(&part.spread(Spread::Score))
}

/// Of months with a reward.
pub fn of_benefits(part: &Part<'_>) -> Option<f64> {
    of(&part.spread(Spread::Benefit))
}

/// Of counts whose places are the values; `None` if nobody has anything.
///
/// ```
/// use social_credit_lab::engine::society::measures::gini::of;
/// assert_eq!(of(&[1, 1, 0, 1]), Some(0.5));
/// assert_eq!(of(&[0, 0, 5]), Some(0.0));
/// assert_eq!(of(&[5, 0, 0]), None);
/// ```
pub fn of(counts: &[u64]) -> Option<f64> {
    let (mut people, mut sum, mut differences) = (0_u128, 0_u128, 0_u128);
    for (value, count) in (0_u128..).zip(counts.iter().map(|it| u128::from(*it))) {
        // Everybody before has less: `value` times as many, less what they have.
        differences += count * (value * people - sum);
        people += count;
        sum += count * value;
    }
    (sum > 0).then(|| differences as f64 / (people * sum) as f64)
}
