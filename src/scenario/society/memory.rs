//! How much memory the counts of a society take.

use super::town::town;
use crate::engine::society::{Shape, Society};
use crate::scenario::doc::Scenario;

/// The most that the lab lets a society take, in bytes: a phone or a school computer has not much more to give.
pub const MOST_BYTES: u64 = 500_000_000;

/// Workers that count at the same time, at most: each holds a row of its own.
const WORKERS: u64 = 4;

/// Bytes for a society with so many replicates, under its rulebook and under a reform.
///
/// A replicate is a row of counts for either rulebook, eight bytes each; the people themselves take next to nothing,
/// since a neighbourhood is forgotten once it was counted.
pub fn memory(society: &Society, replicates: u32) -> u64 {
    of_shape(Shape::of(society), replicates)
}

/// The same for a document that was not settled yet, from above.
pub(in crate::scenario) fn expected(scenario: &Scenario, bands: usize) -> u64 {
    let usual = town().usual;
    let shape = Shape {
        months: scenario.society.months.unwrap_or(usual.months) as usize,
        groups: town().groups.len(),
        districts: town().districts.len(),
        bands,
        behaviours: scenario.kinds.len() + town().acts.len(),
    };
    of_shape(shape, scenario.society.replicates.unwrap_or(usual.replicates))
}

fn of_shape(shape: Shape, replicates: u32) -> u64 {
    let row = 8 * shape.len() as u64;
    2 * row * (u64::from(replicates) + WORKERS)
}
