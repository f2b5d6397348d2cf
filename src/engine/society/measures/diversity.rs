//! How varied what people do is.
//!
//! diversity = 1 − Σ p², where p is a behaviour's share of all acts: the chance that two acts drawn at random, with
//! replacement, are of different kinds (Simpson 1949, “Measurement of diversity”). With the system: acts done; without: acts
//! done or forgone, less those added. Circumstances are left out, for nobody chooses them (a modelling choice). Counted for
//! everybody together alone. Example: three kinds of acts done 2, 1 and 1 times of four: 1 − (4 + 1 + 1) ÷ 16 = 0.625.

use super::incentive::Acts;
use super::part::{Part, Who};
use crate::engine::society::Society;
use crate::engine::society::model::Nature;

/// As people act under the system.
pub fn with_system(society: &Society, part: &Part<'_>) -> Option<f64> {
    of_acts(society, part, Acts::with_system)
}

/// As the same people would act without it.
pub fn without_system(society: &Society, part: &Part<'_>) -> Option<f64> {
    of_acts(society, part, Acts::without_system)
}

/// What the system changes.
pub fn change(society: &Society, part: &Part<'_>) -> Option<f64> {
    Some(with_system(society, part)? - without_system(society, part)?)
}

/// The index of some counts; `None` if all are zero.
///
/// ```
/// use social_credit_lab::engine::society::measures::diversity::simpson;
/// assert_eq!(simpson([2, 1, 1]), Some(0.625));
/// assert_eq!(simpson([7, 0]), Some(0.0));
/// assert_eq!(simpson([0, 0]), None);
/// ```
pub fn simpson(counts: impl IntoIterator<Item = u64>) -> Option<f64> {
    let (mut all, mut squares) = (0_u128, 0_u128);
    for it in counts.into_iter().map(u128::from) {
        all += it;
        squares += it * it;
    }
    // Whole numbers to the end: one rounding, at the division.
    (all > 0).then(|| (all * all - squares) as f64 / (all * all) as f64)
}

fn of_acts(society: &Society, part: &Part<'_>, count: fn(&Acts) -> u64) -> Option<f64> {
    if part.who() != Who::All {
        return None;
    }
    let chosen = (0..part.tally().shape().behaviours)
        .filter(|it| society.behaviours.get(*it).is_some_and(|it| it.nature != Nature::Circumstance));
    simpson(chosen.map(|it| count(&Acts::of(part.tally(), it))))
}
