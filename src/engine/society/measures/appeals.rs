//! What becomes of appeals.
//!
//! told = subjects told ÷ wrong records that cost something; reach = appeals against wrong records ÷ wrong records that cost
//! something; heard = appeals decided ÷ appeals; success = records struck out on appeal ÷ appeals decided; wait = median
//! months from appeal to decision, of those decided; never corrected = wrong records that cost something and still stood at
//! the end ÷ all that cost something; queue = appeals that wait at the end of the last month, for each thousand people.
//! Source: plain counting; the chances are the society's. Example: of 20 wrong records that cost something, 10 are told, 4
//! appealed; with one appeal against a true record 5 are heard, 3 are won, 2 of them against wrong records; the office finds
//! one more: told ½, reach ⅕, success ⅗, never corrected 17 ÷ 20.

use super::part::{Part, quantile, ratio};
use crate::engine::society::tally::{Monthly, Once, Spread};

/// Of wrong records that cost something, the share whose subject was told.
pub fn told(part: &Part<'_>) -> Option<f64> {
    ratio(part.total(Monthly::ToldWrong), part.total(Monthly::Hurt))
}

/// Of wrong records that cost something, the share that was appealed against.
pub fn reach(part: &Part<'_>) -> Option<f64> {
    ratio(part.total(Monthly::AppealedWrong), part.total(Monthly::Hurt))
}

/// Of all appeals, the share that was decided.
pub fn heard(part: &Part<'_>) -> Option<f64> {
    let all = part.total(Monthly::AppealedWrong) + part.total(Monthly::AppealedTrue);
    ratio(part.total(Monthly::Heard), all)
}

/// Of the appeals decided, the share that struck out a record.
pub fn success(part: &Part<'_>) -> Option<f64> {
    let won = part.total(Monthly::WonWrong) + part.total(Monthly::WonTrue);
    ratio(won, part.total(Monthly::Heard))
}

/// The median of months from appeal to decision.
pub fn wait(part: &Part<'_>) -> Option<f64> {
    quantile(&part.spread(Spread::Wait), 50).map(|it| it as f64)
}

/// Of wrong records that cost something, the share that was never corrected.
pub fn never_corrected(part: &Part<'_>) -> Option<f64> {
    ratio(part.once(Once::NeverCorrected), part.total(Monthly::Hurt))
}

/// Appeals that wait at the end of a month, for each thousand people.
pub fn queue(part: &Part<'_>, month: usize) -> Option<f64> {
    ratio(part.monthly(Monthly::Waiting, month) * 1000, part.people())
}

/// As [`queue`], at the end of the last month.
pub fn queue_at_end(part: &Part<'_>) -> Option<f64> {
    queue(part, part.months().checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn twenty_wrong_records() {
        let mut tally = Tally::new(shape(12));
        people(&mut tally, 100);
        for (what, n) in [
            (Monthly::Hurt, 20),
            (Monthly::ToldWrong, 10),
            (Monthly::AppealedWrong, 4),
            (Monthly::AppealedTrue, 1),
            (Monthly::Heard, 5),
            (Monthly::WonWrong, 2),
            (Monthly::WonTrue, 1),
            (Monthly::Found, 1),
        ] {
            tally.count(what, 5, 0, n);
        }
        tally.count(Monthly::Waiting, 11, 0, 2);
        [1, 2, 2, 3, 9].into_iter().for_each(|months| tally.count_spread(Spread::Wait, 0, months));
        tally.count_once(Once::NeverCorrected, 0, 17);
        let part = Part::new(&tally, Who::All);
        assert_eq!((told(&part), reach(&part), heard(&part)), (Some(0.5), Some(0.2), Some(1.0)));
        assert_eq!((success(&part), never_corrected(&part)), (Some(0.6), Some(0.85)));
        assert_eq!((wait(&part), queue_at_end(&part)), (Some(2.0), Some(20.0)));
        assert_eq!(told(&Part::new(&tally, Who::Group(1))), None);
    }
}
