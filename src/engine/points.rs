//! Exact quantities: thousandths held in an integer.

use std::fmt;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// A number of points, or of any other unit, in exact thousandths.
///
/// Nothing that ends up in a score is a float: sums do not depend on their order, and the result is the same on
/// every machine. Sums saturate at the ends of `i64`; lowering keeps every input so small that this cannot happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i64);

impl Points {
    /// Up to so many thousandths, a share of up to a thousand times needs no more than 64 bits.
    const NARROW: u64 = 1 << 40;

    /// No points.
    pub const ZERO: Self = Self(0);

    /// A whole number of points.
    pub const fn whole(points: i64) -> Self {
        Self(points.saturating_mul(1000))
    }

    /// A number of thousandths.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The number of thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// The distance from zero.
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Whether these are points taken away.
    pub const fn is_loss(self) -> bool {
        self.0 < 0
    }

    /// Whether these are points given.
    pub const fn is_gain(self) -> bool {
        self.0 > 0
    }

    /// Whether nothing is given or taken.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// `n` times as many.
    pub const fn times(self, n: i64) -> Self {
        Self(self.0.saturating_mul(n))
    }

    /// A share in thousandths, rounded to the nearest thousandth of a point, halves away from zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use social_credit_lab::engine::Points;
    /// assert_eq!(Points::from_thousandths(5).per_mille(500), Points::from_thousandths(3));
    /// assert_eq!(Points::from_thousandths(-5).per_mille(500), Points::from_thousandths(-3));
    /// ```
    pub fn per_mille(self, share: u32) -> Self {
        // What fits is not widened: a division of 128 bits takes a browser very long.
        if self.0.unsigned_abs() <= Self::NARROW && share <= 1_000_000 {
            let product = self.0 * i64::from(share);
            return Self((product + if product < 0 { -500 } else { 500 }) / 1000);
        }
        let product = i128::from(self.0) * i128::from(share);
        let half = if product < 0 { -500 } else { 500 };
        let rounded = (product + half) / 1000;
        Self(i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX }))
    }

    /// How many whole units of this size fit into a non-negative amount; none if the unit is not positive.
    pub const fn whole_units(self, unit: Self) -> i64 {
        if unit.0 <= 0 || self.0 <= 0 { 0 } else { self.0 / unit.0 }
    }

    /// The same sign, but no further from zero than `limit`.
    pub fn limited_to(self, limit: Self) -> Self {
        Self(self.0.clamp(-limit.0.max(0), limit.0.max(0)))
    }

    /// The nearest float, for drawing only: nothing computed from it returns to the engine.
    #[expect(clippy::cast_precision_loss, reason = "pixels need no more than 52 bits")]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Points {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Points {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Self::add)
    }
}

/// Plain decimal with a hyphen for minus, as in documents: `-12.5`. Language tables have their own form for people.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if part == 0 {
            write!(f, "{sign}{whole}")
        } else {
            let digits = format!("{part:03}");
            write!(f, "{sign}{whole}.{}", digits.trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_away_from_zero() {
        for (thousandths, share, expected) in [
            (1, 500, 1),
            (-1, 500, -1),
            (1, 499, 0),
            (3, 500, 2),
            (-3, 500, -2),
            (1000, 333, 333),
            (-20_000, 50, -1000),
        ] {
            assert_eq!(Points(thousandths).per_mille(share), Points(expected), "{thousandths} × {share} ‰");
        }
    }

    #[test]
    fn wide_and_narrow_shares_are_the_same() {
        let wide = |thousandths: i64, share: u32| {
            let product = i128::from(thousandths) * i128::from(share);
            (product + if product < 0 { -500 } else { 500 }) / 1000
        };
        for thousandths in [0, 1, -1, 499, -501, 12_345_678, -(1 << 40), 1 << 40, (1 << 40) + 1, -(1 << 41) - 7] {
            for share in [0, 1, 333, 500, 1000, 2500, 999_999, 1_000_000, 1_000_001] {
                let found = Points(thousandths).per_mille(share).thousandths();
                assert_eq!(i128::from(found), wide(thousandths, share), "{thousandths} × {share} ‰");
            }
        }
    }

    #[test]
    fn whole_units_round_down() {
        for (amount, unit, expected) in [(250, 100, 2), (99, 100, 0), (100, 100, 1), (-300, 100, 0), (300, 0, 0)] {
            assert_eq!(Points::whole(amount).whole_units(Points::whole(unit)), expected);
        }
    }

    #[test]
    fn prints_without_trailing_zeros() {
        for (thousandths, expected) in [(0, "0"), (-500, "-0.5"), (1005, "1.005"), (12_000, "12"), (-7250, "-7.25")] {
            assert_eq!(Points(thousandths).to_string(), expected);
        }
    }
}
