//! The sticky floor: who is at the bottom and stays there.
//!
//! sticky = people in the lowest band at a year's end and at the next ÷ people in the lowest band at a year's end, over all
//! pairs of full years; one cell of the matrix of [`super::mobility`]. Source: the word is that of studies of pay and
//! mobility; the measure here is a modelling choice. Example: of eight people in the lowest band, seven are still there a
//! year later: ⅞.

use super::mobility::Matrix;
use super::part::Part;

/// The share of the lowest band that is there a year later; `None` for districts, and if nobody was in it.
pub fn floor(part: &Part<'_>) -> Option<f64> {
    of(&Matrix::of(part)?)
}

/// As [`floor`], of a matrix.
///
/// ```
/// use social_credit_lab::engine::society::measures::{mobility::Matrix, sticky};
/// assert_eq!(sticky::of(&Matrix { counts: vec![vec![7, 1], vec![2, 10]] }), Some(7.0 / 8.0));
/// ```
pub fn of(matrix: &Matrix) -> Option<f64> {
    matrix.shares_from(0)?.first().copied()
}
