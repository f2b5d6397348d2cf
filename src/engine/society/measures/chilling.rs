//! What people no longer do.
//!
//! Every act is drawn twice with one draw of luck: against its rate in a world without the system, and against its rate as
//! things are. Done in both, or in the first alone (forgone), or in the second alone (added). forgone = acts forgone ÷ acts
//! that would have been done without the system (done + forgone − added). Of lawful but judged acts this is the chilling
//! effect; of harmful acts it is what deterrence means here. Source: the pairing is a modelling choice, as are the rates.
//! Example: of 100 petitions without the system, 30 are not signed: 30 %, even if 10 others are signed because of it.

use super::part::{Part, ratio};
use crate::engine::society::model::Nature;
use crate::engine::society::tally::Monthly;

/// Of the acts of a nature that would have been done, the share that was not.
pub fn forgone(part: &Part<'_>, nature: Nature) -> Option<f64> {
    ratio(part.total(Monthly::Forgone(nature)), anyway(part, nature))
}

/// As [`forgone`], in one month.
pub fn forgone_in(part: &Part<'_>, nature: Nature, month: usize) -> Option<f64> {
    let at = |it| part.monthly(it, month);
    let forgone = at(Monthly::Forgone(nature));
    ratio(forgone, (at(Monthly::Done(nature)) + forgone).saturating_sub(at(Monthly::Added(nature))))
}

/// How many acts of a nature would have been done without the system.
pub fn anyway(part: &Part<'_>, nature: Nature) -> u64 {
    let at = |it| part.total(it);
    (at(Monthly::Done(nature)) + at(Monthly::Forgone(nature))).saturating_sub(at(Monthly::Added(nature)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::shape;
    use super::super::{Part, Who};
    use super::*;
    use crate::engine::society::Tally;

    #[test]
    fn thirty_of_a_hundred_petitions() {
        let mut tally = Tally::new(shape(2));
        let mut count = |what, n| tally.count(what, 1, 0, n);
        // 70 of 100 are signed still, and 10 others.
        count(Monthly::Done(Nature::Judged), 80);
        count(Monthly::Forgone(Nature::Judged), 30);
        count(Monthly::Added(Nature::Judged), 10);
        let part = Part::new(&tally, Who::All);
        assert_eq!(anyway(&part, Nature::Judged), 100);
        assert_eq!(forgone(&part, Nature::Judged), Some(0.3));
        assert_eq!([0, 1].map(|it| forgone_in(&part, Nature::Judged, it)), [None, Some(0.3)]);
        assert_eq!(forgone(&part, Nature::Harmful), None, "there was nothing to forgo");
    }
}
