//! What a rulebook is to keep, and what somebody expects of these lives.

use serde::{Deserialize, Serialize};

use crate::scenario::wire::{DayText, Decimal};

/// A sentence that the rulebook is to keep in every life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Principle {
    /// Stable name of the principle within the document.
    pub id: String,
    /// What it says.
    pub says: Says,
    /// The number in the sentence: bands, points or years; the usual one, if absent. Other sentences have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Decimal>,
    /// The kind of event that the sentence is about, if it is about one alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// What a principle says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// No single event takes anybody down more than so many bands.
    EventCostsBands,
    /// No single event costs anybody more than so many points.
    EventCostsPoints,
    /// No calendar year costs anybody more than so many points.
    YearCostsPoints,
    /// Every loss, ceiling and listing ends by itself within so many years.
    EffectsEnd,
    /// Nobody is penalised without being told.
    NoPenaltyWithoutNotice,
    /// The same event costs a person and a firm alike.
    PersonsAndFirmsAlike,
    /// The same event costs members of every group alike.
    GroupsAlike,
    /// Nobody loses points for what somebody else did.
    RelativesPayNothing,
    /// A harmful record that was struck out leaves nobody worse off.
    CorrectedLeavesNothing,
    /// Nobody loses what nobody should go without.
    EssentialsStay,
    /// A penalty touches only the part of life in which something went wrong.
    PenaltiesStayInTheirPart,
}

/// A result that somebody expects: a saved case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// Stable name of the saved case within the document.
    pub id: String,
    /// Whose life it is about.
    pub subject: String,
    /// What is expected.
    pub is: Expected,
    /// The band, where one is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<String>,
    /// The score, where one is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Decimal>,
    /// The list, where one is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// The day on which, or up to which, it is expected; the last day, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<DayText>,
}

/// What is expected of a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Expected {
    /// To be in the band on the day.
    EndsInBand,
    /// To be in the band or a better one on every day up to the day.
    StaysAtLeast,
    /// To have the score or more on the day.
    ScoreAtLeast,
    /// To have the score or less on the day.
    ScoreAtMost,
    /// To be on the list on the day.
    OnList,
    /// Not to be on the list on any day up to the day.
    NeverOnList,
}
