//! The society that lives under the rulebook: what is different from the town that comes with the lab.

use serde::{Deserialize, Serialize};

use super::is_default;

/// What a reader changed about the society. Everything absent is as in the town ([`crate::scenario::society`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Society {
    /// How many people and businesses; as many as usual, if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// How many months are lived through.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// What the luck begins with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// How many times the society is lived through with another luck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replicates: Option<u32>,
    /// The assumptions that were changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dials: Vec<Dial>,
    /// What happens to the whole society on the way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shocks: Vec<Shock>,
    /// The safeguards that are switched on in the reform that the scenario is compared with.
    #[serde(skip_serializing_if = "is_default")]
    pub reform: Vec<Reform>,
}

/// An assumption that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dial {
    /// Which: "coverage-camera", "share-migrants".
    pub id: String,
    /// The value in the dial's unit.
    pub value: i32,
}

/// Something that happens to the whole society for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shock {
    /// Stable name of the shock within the document.
    pub id: String,
    /// What happens.
    pub what: ShockSort,
    /// The first month, counted from 1.
    pub from: u32,
    /// How many months it lasts.
    pub months: u32,
    /// How strong it is: a factor in per cent for a recession or cameras, a share in per cent for a captured office;
    /// the usual strength, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<u32>,
    /// The source that is out, for an outage; the first, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// The sorts of shocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ShockSort {
    /// Circumstances get worse for everybody.
    Recession,
    /// A source records nothing.
    Outage,
    /// All records are taken from the office.
    Leak,
    /// The office spares its friends and punishes critics.
    CapturedOffice,
    /// There are many more cameras.
    Cameras,
}

/// A safeguard as a switch of the reform shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reform {
    /// Whoever loses something is told.
    Notice,
    /// With all reasons.
    Reasons,
    /// Appeals are heard.
    Appeal,
    /// The office looks for its own errors.
    Audit,
    /// A person looks at each record before it counts.
    HumanReview,
    /// Records count for twelve months at most.
    Expiry,
    /// One event costs at most so much, a year at most so much, and never more than one band.
    Proportion,
    /// Penalties stay in their part of life.
    PurposeLimit,
    /// Nobody loses what nobody should go without.
    EssentialFloor,
    /// Nobody pays for others.
    NoSpillOver,
    /// Only who agreed is scored.
    Consent,
    /// Neighbours are no source.
    NoNeighbours,
    /// Lawful acts cost nothing.
    LawfulActsFree,
}
