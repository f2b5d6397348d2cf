//! What people do because of the system, and would not have done otherwise.
//!
//! added = acts added ÷ acts done, by nature (see [`super::chilling`] for how both are drawn). Of helpful acts these are the
//! acts done for points, repair included; of circumstances, what penalties bring about (no loan, a late bill). Source:
//! modelling choice. Example: of 50 hours of help, 20 would not have been given without the system: 40 % for points.

use super::part::{Part, ratio};
use crate::engine::society::Tally;
use crate::engine::society::model::Nature;
use crate::engine::society::tally::Monthly;

/// Of the acts of a nature that are done, the share that would not have been done without the system.
pub fn added(part: &Part<'_>, nature: Nature) -> Option<f64> {
    ratio(part.total(Monthly::Added(nature)), part.total(Monthly::Done(nature)))
}

/// As [`added`], in one month.
pub fn added_in(part: &Part<'_>, nature: Nature, month: usize) -> Option<f64> {
    ratio(part.monthly(Monthly::Added(nature), month), part.monthly(Monthly::Done(nature), month))
}

/// How often something is done, in whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acts {
    /// Done with the system and without it.
    pub anyway: u64,
    /// Done because of the system.
    pub added: u64,
    /// Not done because of the system.
    pub forgone: u64,
}

impl Acts {
    /// Those of a behaviour, by everybody.
    pub fn of(tally: &Tally, behaviour: usize) -> Self {
        let [done, forgone, added] = tally.acts(behaviour);
        Self { anyway: done.saturating_sub(added), added, forgone }
    }

    /// How often it is done with the system.
    pub const fn with_system(&self) -> u64 {
        self.anyway + self.added
    }

    /// How often it would be done without the system.
    pub const fn without_system(&self) -> u64 {
        self.anyway + self.forgone
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::shape;
    use super::super::{Part, Who};
    use super::*;

    #[test]
    fn twenty_of_fifty_hours_are_for_points() {
        let mut tally = Tally::new(shape(1));
        tally.count(Monthly::Done(Nature::Prosocial), 0, 0, 50);
        tally.count(Monthly::Added(Nature::Prosocial), 0, 0, 20);
        let part = Part::new(&tally, Who::All);
        assert_eq!(added(&part, Nature::Prosocial), Some(0.4));
        assert_eq!(added(&part, Nature::Judged), None);
        (0..5).for_each(|_| tally.count_act(0, 0));
        (0..2).for_each(|_| tally.count_act(0, 2));
        tally.count_act(0, 1);
        let acts = Acts::of(&tally, 0);
        assert_eq!(acts, Acts { anyway: 3, added: 2, forgone: 1 });
        assert_eq!((acts.with_system(), acts.without_system()), (5, 4));
    }
}
