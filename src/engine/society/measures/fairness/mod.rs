//! Three meanings of fairness, and where they conflict.
//!
//! Everybody is in one of four places at the end of a full year: did harm in that year or not, under a penalty or not.
//!
//! | rate | formula | in words |
//! |---|---|---|
//! | base rate | (tp + fn) ÷ all | how many did harm |
//! | penalty rate | (tp + fp) ÷ all | how many are under a penalty |
//! | false positive rate, FPR | fp ÷ (fp + tn) | of those who did no harm, how many are under a penalty |
//! | false negative rate, FNR | fn ÷ (tp + fn) | of those who did harm, how many are not |
//! | predictive value, PPV | tp ÷ (tp + fp) | of those under a penalty, how many did harm |
//! | accuracy | (tp + tn) ÷ all | how many are treated as this record of the year says |
//!
//! Equal penalty rates: difference, ratio and the four-fifths rule between groups. Equal error rates: the differences of FPR
//! and of FNR. Equal meaning: the difference of PPV. [`conflict`] shows why not all of them can hold.
//!
//! That a penalty should mean harm in the same year is a modelling choice: it is what scoring systems say of themselves.
//! Businesses are not compared with persons. Sources: the rates and their example are those of ProPublica's analysis of
//! COMPAS (Larson and others 2016); the four-fifths rule is that of US employment law (29 CFR 1607.4 D, 1978). Example:
//! `tests/measures.rs` has the published rates of COMPAS to every printed digit.

pub mod conflict;

use super::part::{Part, Who, ratio};
use crate::engine::society::{Society, Tally};

/// How many did harm or not, and are under a penalty or not.
///
/// ```
/// use social_credit_lab::engine::society::measures::fairness::Counts;
/// let it = Counts { tp: 3, fp: 1, fn_: 1, tn: 5 };
/// assert_eq!(it.base_rate(), Some(0.4));
/// assert_eq!(it.penalty_rate(), Some(0.4));
/// assert_eq!(it.fpr(), Some(1.0 / 6.0));
/// assert_eq!(it.fnr(), Some(0.25));
/// assert_eq!(it.ppv(), Some(0.75));
/// assert_eq!(it.accuracy(), Some(0.8));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Did harm, and are under a penalty.
    pub tp: u64,
    /// Did no harm, and are under a penalty.
    pub fp: u64,
    /// Did harm, and are not under a penalty.
    pub fn_: u64,
    /// Did no harm, and are not under a penalty.
    pub tn: u64,
}

impl Counts {
    /// Those of all full years.
    pub fn of(part: &Part<'_>) -> Self {
        let at = |harmed, penalised| part.confusion(harmed, penalised);
        Self { tp: at(true, true), fp: at(false, true), fn_: at(true, false), tn: at(false, false) }
    }

    /// Those of one year, counted from 0; nobody if it was not lived in full.
    pub fn of_year(part: &Part<'_>, year: usize) -> Self {
        if year >= part.tally().shape().years() {
            return Self::default();
        }
        let at = |harmed, penalised| part.confusion_in(year, harmed, penalised);
        Self { tp: at(true, true), fp: at(false, true), fn_: at(true, false), tn: at(false, false) }
    }

    /// Everybody.
    pub const fn all(&self) -> u64 {
        self.tp + self.fp + self.fn_ + self.tn
    }

    /// Both together.
    pub const fn and(self, other: Self) -> Self {
        Self { tp: self.tp + other.tp, fp: self.fp + other.fp, fn_: self.fn_ + other.fn_, tn: self.tn + other.tn }
    }

    /// The share that did harm.
    pub fn base_rate(&self) -> Option<f64> {
        ratio(self.tp + self.fn_, self.all())
    }

    /// The share under a penalty.
    pub fn penalty_rate(&self) -> Option<f64> {
        ratio(self.tp + self.fp, self.all())
    }

    /// The share without a penalty.
    pub fn spared_rate(&self) -> Option<f64> {
        ratio(self.fn_ + self.tn, self.all())
    }

    /// Of those who did no harm, the share under a penalty.
    pub fn fpr(&self) -> Option<f64> {
        ratio(self.fp, self.fp + self.tn)
    }

    /// Of those who did harm, the share that is not under a penalty.
    pub fn fnr(&self) -> Option<f64> {
        ratio(self.fn_, self.tp + self.fn_)
    }

    /// Of those under a penalty, the share that did harm.
    pub fn ppv(&self) -> Option<f64> {
        ratio(self.tp, self.tp + self.fp)
    }

    /// The share that did harm and is under a penalty, or neither.
    pub fn accuracy(&self) -> Option<f64> {
        ratio(self.tp + self.tn, self.all())
    }
}

/// One rate of [`Counts`].
pub type Rate = fn(&Counts) -> Option<f64>;

/// The counts of everything that some people are compared by (see [`Who::parts`]).
pub fn parts(society: &Society, tally: &Tally, who: Who) -> Vec<(Who, Counts)> {
    who.parts(society).into_iter().map(|it| (it, Counts::of(&Part::new(tally, it)))).collect()
}

/// The highest rate less the lowest; `None` if fewer than two have the rate.
///
/// ```
/// use social_credit_lab::engine::society::measures::fairness::{Counts, gap};
/// let one = Counts { tp: 3, fp: 1, fn_: 1, tn: 5 };
/// let other = Counts { tp: 1, fp: 0, fn_: 1, tn: 6 };
/// assert_eq!(gap(&[one, other], Counts::ppv), Some(0.25));
/// assert_eq!(gap(&[one, Counts::default()], Counts::ppv), None);
/// ```
pub fn gap(counts: &[Counts], rate: Rate) -> Option<f64> {
    let (lowest, highest) = ends(counts, rate)?;
    Some(highest - lowest)
}

/// The lowest rate as a share of the highest; `None` if fewer than two have the rate, or nobody has any of it.
pub fn share_of_highest(counts: &[Counts], rate: Rate) -> Option<f64> {
    let (lowest, highest) = ends(counts, rate)?;
    (highest > 0.0).then(|| lowest / highest)
}

/// Whether every group has at least four fifths of the highest share without a penalty, in whole numbers. `None` if fewer
/// than two groups have anybody.
///
/// The rule looks at who is selected for something good; here that is to be spared. It can be passed where one group is
/// penalised five times as often: 2 % and 10 % penalised are 98 % and 90 % spared.
///
/// ```
/// use social_credit_lab::engine::society::measures::fairness::{Counts, four_fifths};
/// let spared = |percent: u64| Counts { tp: 0, fp: 100 - percent, fn_: 0, tn: percent };
/// assert_eq!(four_fifths(&[spared(98), spared(90)]), Some(true));
/// assert_eq!(four_fifths(&[spared(100), spared(80)]), Some(true));
/// assert_eq!(four_fifths(&[spared(100), spared(79)]), Some(false));
/// assert_eq!(four_fifths(&[spared(100)]), None);
/// ```
pub fn four_fifths(counts: &[Counts]) -> Option<bool> {
    let known: Vec<&Counts> = counts.iter().filter(|it| it.all() > 0).collect();
    let spared = |it: &Counts| u128::from(it.fn_ + it.tn);
    let enough = |one: &Counts, other: &Counts| {
        5 * spared(one) * u128::from(other.all()) >= 4 * spared(other) * u128::from(one.all())
    };
    (known.len() > 1).then(|| known.iter().all(|one| known.iter().all(|other| enough(one, other))))
}

fn ends(counts: &[Counts], rate: Rate) -> Option<(f64, f64)> {
    let rates: Vec<f64> = counts.iter().filter_map(rate).collect();
    let lowest = rates.iter().copied().reduce(f64::min)?;
    let highest = rates.iter().copied().reduce(f64::max)?;
    (rates.len() > 1).then_some((lowest, highest))
}
