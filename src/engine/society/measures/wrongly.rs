//! Wrongly penalised: under a penalty, but not if the wrong records were taken out.
//!
//! Every account is kept twice: as it is, and clean, without any record that is not true of its subject. A person-month is
//! wrongly penalised if the first is under a penalty at the end of the month, and the second is not. of time = such
//! person-months ÷ person-months; of penalised = such ÷ person-months under a penalty; ever = people with at least one ÷
//! people. What people do is the same in both accounts: later acts that a wrong penalty brought about count as their own
//! (a modelling choice). Source: modelling choice. Example: of four penalised months, one would not be without a wrong
//! record: ¼ of the penalised.

use super::part::{Part, ratio};
use crate::engine::society::tally::{Monthly, Once};

/// The share of all time that is lived wrongly under a penalty.
pub fn of_time(part: &Part<'_>) -> Option<f64> {
    ratio(part.total(Monthly::Wrongly), part.person_months())
}

/// The share under a penalty wrongly at the end of a month.
pub fn now(part: &Part<'_>, month: usize) -> Option<f64> {
    ratio(part.monthly(Monthly::Wrongly, month), part.people())
}

/// Of the time lived under a penalty, the share that is so wrongly.
pub fn of_penalised(part: &Part<'_>) -> Option<f64> {
    ratio(part.total(Monthly::Wrongly), part.total(Monthly::Penalised))
}

/// The share of people who were wrongly under a penalty at some time.
pub fn ever(part: &Part<'_>) -> Option<f64> {
    ratio(part.once(Once::EverWrongly), part.people())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn one_of_four_penalised_months_is_wrong() {
        let mut tally = Tally::new(shape(4));
        people(&mut tally, 2);
        (0..4).for_each(|month| tally.count(Monthly::Penalised, month, 0, 1));
        assert_eq!(of_penalised(&Part::new(&tally, Who::All)), Some(0.0));
        tally.count(Monthly::Wrongly, 3, 0, 1);
        tally.count_once(Once::EverWrongly, 0, 1);
        let part = Part::new(&tally, Who::All);
        assert_eq!((of_penalised(&part), of_time(&part), ever(&part)), (Some(0.25), Some(0.125), Some(0.5)));
        assert_eq!(now(&part, 3), Some(0.5));
        assert_eq!(of_penalised(&Part::new(&tally, Who::Group(1))), None, "nobody there is penalised");
    }
}
