//! The lives of wrong records, from how they were made to whether anybody ever took them out.
//!
//! made by kind (error, mismatch, malice) and caught by a reviewer → entered → cost something → subject told → appealed →
//! won, or found by the office → never corrected. Every step is a count, and whoever costs something ends in one of three
//! ways: cost = won + found + never corrected. wrong share = wrong records entered ÷ records entered. Source: plain
//! counting. Example: 10 errors and 5 mismatches are made and 3 caught besides; 8 cost something; 2 are won, 1 found, 5 never
//! corrected.

use super::exposure::entered;
use super::part::{Part, ratio};
use crate::engine::society::tally::{Monthly, Once};

/// The counts of each step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Made of nothing by a source, and entered.
    pub errors: u64,
    /// Of somebody else's act, and entered.
    pub mismatches: u64,
    /// Made up by somebody, and entered.
    pub malice: u64,
    /// Thrown out by a reviewer before they counted; not among the entered.
    pub caught: u64,
    /// Those that cost their subject something.
    pub hurt: u64,
    /// Of these, whose subject was told.
    pub told: u64,
    /// Of these, appealed against.
    pub appealed: u64,
    /// Corrected on appeal.
    pub won: u64,
    /// Cost something, and found by the office.
    pub found: u64,
    /// Cost nothing, and found by the office all the same.
    pub found_harmless: u64,
    /// Cost something, and never corrected.
    pub never: u64,
}

impl Funnel {
    /// That of some people, by whose file the record stands in.
    pub fn of(part: &Part<'_>) -> Self {
        let at = |it| part.total(it);
        let (hurt, won, never) = (at(Monthly::Hurt), at(Monthly::WonWrong), part.once(Once::NeverCorrected));
        let found = hurt.saturating_sub(won + never);
        Self {
            errors: at(Monthly::Error),
            mismatches: at(Monthly::Mismatch),
            malice: at(Monthly::Malice),
            caught: at(Monthly::Caught),
            hurt,
            told: at(Monthly::ToldWrong),
            appealed: at(Monthly::AppealedWrong),
            won,
            found,
            found_harmless: at(Monthly::Found).saturating_sub(found),
            never,
        }
    }

    /// Wrong records that were made, caught ones included.
    pub const fn made(&self) -> u64 {
        self.entered() + self.caught
    }

    /// Wrong records that were entered.
    pub const fn entered(&self) -> u64 {
        self.errors + self.mismatches + self.malice
    }
}

/// Of the records entered, the share that is wrong.
pub fn wrong_share(part: &Part<'_>) -> Option<f64> {
    ratio(Funnel::of(part).entered(), entered(part))
}

/// Wrong records entered for each thousand people and year.
pub fn wrong_records(part: &Part<'_>) -> Option<f64> {
    part.per_thousand_years(Funnel::of(part).entered(), part.people())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn fifteen_wrong_records() {
        let mut tally = Tally::new(shape(12));
        people(&mut tally, 1000);
        for (what, n) in [
            (Monthly::True, 285),
            (Monthly::Error, 10),
            (Monthly::Mismatch, 5),
            (Monthly::Caught, 3),
            (Monthly::Hurt, 8),
            (Monthly::ToldWrong, 4),
            (Monthly::AppealedWrong, 3),
            (Monthly::WonWrong, 2),
            (Monthly::Found, 2),
        ] {
            tally.count(what, 0, 0, n);
        }
        tally.count_once(Once::NeverCorrected, 0, 5);
        let part = Part::new(&tally, Who::All);
        let it = Funnel::of(&part);
        assert_eq!((it.made(), it.entered(), it.hurt, it.told, it.appealed), (18, 15, 8, 4, 3));
        assert_eq!((it.won, it.found, it.found_harmless, it.never), (2, 1, 1, 5));
        assert_eq!((wrong_share(&part), wrong_records(&part)), (Some(0.05), Some(15.0)));
    }
}
