//! Many lives, in parts: a part is one replicate of some neighbourhoods, so parts can be computed anywhere.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::society::{Pair, Society, Tally};

/// Computes a part: under the rulebook, and under its reform if the scenario has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartRequest {
    /// Which luck.
    pub replicate: u32,
    /// The first neighbourhood.
    pub from: u32,
    /// The first that is not in it any more.
    pub to: u32,
}

/// The counts of a part, as rows of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFound {
    /// Under the rulebook.
    pub first: Vec<u64>,
    /// Under the reform; empty if there is none.
    pub second: Vec<u64>,
    /// The differences; empty if there is no reform.
    pub pair: Vec<u64>,
}

/// Looks at some neighbourhoods person by person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchRequest {
    /// Which luck.
    pub replicate: u32,
    /// How many neighbourhoods, from the first.
    pub neighbourhoods: u32,
    /// Under the reform.
    pub reform: bool,
}

/// A neighbourhood person by person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// The district.
    pub district: usize,
    /// The group of each resident.
    pub groups: Vec<u8>,
    /// For each resident, month by month: the band, plus [`PENALISED`] and [`WRONGLY`].
    pub moments: Vec<u8>,
}

/// Under a penalty, in [`Watched::moments`].
pub const PENALISED: u8 = 0x10;
/// Under a penalty that wrong records brought.
pub const WRONGLY: u8 = 0x20;

/// Everything that was counted so far: whole replicates only.
#[derive(Clone, Debug)]
pub struct Results {
    /// What was lived through.
    pub society: Arc<Society>,
    /// The same under the reform.
    pub reform: Option<Arc<Society>>,
    /// One tally for each replicate that is done.
    pub first: Vec<Tally>,
    /// The same under the reform.
    pub second: Vec<Tally>,
    /// The differences between both, person by person.
    pub pairs: Vec<Pair>,
}
