//! What is known of people, and what a leak would give away.
//!
//! held = records entered ÷ people; joined = sources that hold a record of somebody, mean at the end; unique = people who are
//! the only ones in their neighbourhood with their combination of group, band, lists and sources joined ÷ people: k = 1 in
//! the sense of k-anonymity (Sweeney 2002); exposed = people with at least one record when a leak came, and their records,
//! for each thousand people; several leaks add up. What counts as visible is a modelling choice. Records that a reviewer
//! threw out are not held; records that were corrected still are. Example: two people with 1 and 4 records from 1 and 2
//! sources: 2.5 records and 1.5 sources each.

use super::part::{Part, ratio};
use crate::engine::society::tally::{Monthly, Once, Spread};

/// Records entered for each person.
pub fn held(part: &Part<'_>) -> Option<f64> {
    ratio(entered(part), part.people())
}

/// Records entered, true and wrong.
pub fn entered(part: &Part<'_>) -> u64 {
    [Monthly::True, Monthly::Error, Monthly::Mismatch, Monthly::Malice].map(|it| part.total(it)).iter().sum()
}

/// Sources joined for each person, at the end.
pub fn joined(part: &Part<'_>) -> Option<f64> {
    let spread = part.spread(Spread::Joined);
    ratio(spread.iter().zip(0_u64..).map(|(count, sources)| count * sources).sum(), part.people())
}

/// The share of people in whose file so many sources are joined, from none on, at the end.
pub fn joined_shares(part: &Part<'_>) -> Option<Vec<f64>> {
    part.spread(Spread::Joined).into_iter().map(|it| ratio(it, part.people())).collect()
}

/// The share of people who are the only ones in their neighbourhood with what can be seen of them.
pub fn unique(part: &Part<'_>) -> Option<f64> {
    ratio(part.once(Once::Unique), part.people())
}

/// The share of people whose records were taken in a leak.
pub fn exposed(part: &Part<'_>) -> Option<f64> {
    ratio(part.once(Once::Exposed), part.people())
}

/// Records taken in a leak, for each thousand people.
pub fn exposed_records(part: &Part<'_>) -> Option<f64> {
    ratio(part.once(Once::ExposedRecords) * 1000, part.people())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{people, shape};
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn two_people_and_five_records() {
        let mut tally = Tally::new(shape(2));
        people(&mut tally, 2);
        tally.count(Monthly::True, 0, 0, 4);
        tally.count(Monthly::Mismatch, 1, 0, 1);
        [1, 2].into_iter().for_each(|sources| tally.count_spread(Spread::Joined, 0, sources));
        tally.count_once(Once::Unique, 0, 1);
        tally.count_once(Once::Exposed, 0, 1);
        tally.count_once(Once::ExposedRecords, 0, 3);
        let part = Part::new(&tally, Who::All);
        assert_eq!((held(&part), joined(&part), unique(&part)), (Some(2.5), Some(1.5), Some(0.5)));
        assert_eq!((exposed(&part), exposed_records(&part)), (Some(0.5), Some(1500.0)));
        assert_eq!(joined_shares(&part).map(|it| it[..3].to_vec()), Some(vec![0.0, 0.5, 0.5]));
    }
}
