//! Small tallies for worked examples.

use crate::engine::society::tally::{Once, Shape, Tally};

/// Two groups in one district, two bands, one behaviour.
pub(super) fn shape(months: usize) -> Shape {
    Shape { months, groups: 2, districts: 1, bands: 2, behaviours: 1 }
}

/// So many people, all in the first group.
pub(super) fn people(tally: &mut Tally, n: u64) {
    tally.count_once(Once::People, 0, n);
}
