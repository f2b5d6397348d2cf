//! The share of people under a penalty.
//!
//! now(m) = people under at least one penalty at the end of month m ÷ people; of all time = person-months under a penalty ÷
//! person-months; ever = people under a penalty at the end of at least one month ÷ people. Source: plain counting.
//! Example: two people live three months; one is under a penalty in two of them: 2 ÷ 6 of all time, and ½ ever.

use super::part::{Part, ratio};
use crate::engine::society::tally::{Monthly, Once};

/// The share of all time that is lived under a penalty.
pub fn of_time(part: &Part<'_>) -> Option<f64> {
    ratio(part.total(Monthly::Penalised), part.person_months())
}

/// The share under a penalty at the end of a month.
pub fn now(part: &Part<'_>, month: usize) -> Option<f64> {
    ratio(part.monthly(Monthly::Penalised, month), part.people())
}

/// The share of people who were under a penalty at some time.
pub fn ever(part: &Part<'_>) -> Option<f64> {
    ratio(part.once(Once::EverPenalised), part.people())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn one_of_two_for_two_of_three_months() {
        let mut tally = Tally::new(shape(3));
        people(&mut tally, 2);
        tally.count(Monthly::Penalised, 0, 0, 1);
        tally.count(Monthly::Penalised, 2, 0, 1);
        tally.count_once(Once::EverPenalised, 0, 1);
        let part = Part::new(&tally, Who::All);
        assert_eq!(of_time(&part), Some(2.0 / 6.0));
        assert_eq!([0, 1, 2].map(|it| now(&part, it)), [Some(0.5), Some(0.0), Some(0.5)]);
        assert_eq!(ever(&part), Some(0.5));
    }
}
