//! Many replicates in three numbers, and whether two regimes can be told apart.
//!
//! A replicate is the same society with another luck. All ranks are nearest ranks: the p-quantile of n values in order is
//! the value of rank ⌈p·n⌉, so every number shown is one that some replicate gave.

use super::measure::Measure;
use super::part::Who;
use crate::engine::society::{Society, Tally};

/// The fewest replicates from which a difference is stated (see [`difference`]).
pub const ENOUGH: usize = 5;

/// Values of replicates: the median, and the band that leaves out a twentieth at either end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The value that a twentieth are at or below.
    pub low: f64,
    /// The value that half are at or below.
    pub median: f64,
    /// The value that nineteen twentieths are at or below.
    pub high: f64,
    /// How many values there were.
    pub n: usize,
}

/// What can be said about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The second is higher.
    Higher,
    /// The second is lower.
    Lower,
    /// It may be luck, or there is none.
    CannotTell,
}

/// The second less the first, over replicates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The difference that a twentieth are at or below.
    pub low: f64,
    /// The difference that half are at or below.
    pub median: f64,
    /// The difference that nineteen twentieths are at or below.
    pub high: f64,
    /// How many pairs there were.
    pub n: usize,
    /// What can be said.
    pub verdict: Verdict,
}

/// The median and the 5–95 % band; `None` if there are no values.
///
/// ```
/// use social_credit_lab::engine::society::measures::summarise;
/// let it = summarise(&[4.0, 1.0, 3.0, 2.0]).expect("four values");
/// assert_eq!((it.low, it.median, it.high, it.n), (1.0, 2.0, 4.0, 4));
/// assert_eq!(summarise(&[]), None);
/// ```
pub fn summarise(values: &[f64]) -> Option<Summary> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let at = |hundredths: usize| sorted.get((n * hundredths).div_ceil(100).max(1) - 1).copied();
    Some(Summary { low: at(5)?, median: at(50)?, high: at(95)?, n })
}

/// What the second regime changes, paired by replicate: both met the same people and the same luck.
///
/// A direction is stated only if the 5–95 % band of the paired differences leaves out zero, and there are at least
/// [`ENOUGH`] pairs. Below twenty replicates the band is the whole range, so all of them must agree on the direction; with
/// five and no true difference, that happens by luck about once in sixteen times (2 · ½⁵). The choice of five is a
/// modelling choice: few enough for a phone, many enough not to speak from one lucky run.
///
/// ```
/// use social_credit_lab::engine::society::measures::{Verdict, difference};
/// let before = [1.0, 2.0, 3.0, 4.0, 5.0];
/// let after = [1.5, 2.5, 3.25, 4.5, 5.75];
/// let it = difference(&before, &after);
/// assert_eq!((it.low, it.median, it.high, it.verdict), (0.25, 0.5, 0.75, Verdict::Higher));
/// assert_eq!(difference(&before[..4], &after[..4]).verdict, Verdict::CannotTell);
/// ```
pub fn difference(before: &[f64], after: &[f64]) -> Difference {
    let differences: Vec<f64> = before.iter().zip(after).map(|(before, after)| after - before).collect();
    let Some(it) = summarise(&differences) else {
        return Difference { low: 0.0, median: 0.0, high: 0.0, n: 0, verdict: Verdict::CannotTell };
    };
    let verdict = match () {
        () if it.n >= ENOUGH && it.low > 0.0 => Verdict::Higher,
        () if it.n >= ENOUGH && it.high < 0.0 => Verdict::Lower,
        () => Verdict::CannotTell,
    };
    Difference { low: it.low, median: it.median, high: it.high, n: it.n, verdict }
}

/// A measure over replicates; replicates in which it has no value are left out.
pub fn over(measure: Measure, society: &Society, tallies: &[Tally], who: Who) -> Option<Summary> {
    let values: Vec<f64> = tallies.iter().filter_map(|it| measure.value(society, it, who)).collect();
    summarise(&values)
}

/// What a reform changes of a measure; replicates in which either has no value are left out.
pub fn compare(measure: Measure, before: (&Society, &[Tally]), after: (&Society, &[Tally]), who: Who) -> Difference {
    let value = |it: (&Society, &Tally)| measure.value(it.0, it.1, who);
    let pairs = before.1.iter().zip(after.1);
    let pairs = pairs.filter_map(|(old, new)| Some((value((before.0, old))?, value((after.0, new))?)));
    let (old, new): (Vec<f64>, Vec<f64>) = pairs.unzip();
    difference(&old, &new)
}
