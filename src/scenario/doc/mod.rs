//! The document: what a scenario looks like in JSON, version 1.
//!
//! These types are the wire format and nothing else. They accept whatever has the right shape; whether it makes sense
//! (names that exist, bands in order, days inside the scenario) is decided once, by [`super::lower()`]. The engine never
//! sees them.
//!
//! Field order is the order in the file. Everything that is absent has the default written beside it. Lists of things
//! with an `id` are matched by that id when two documents are compared, so ids stay stable while texts change.

mod life;
mod principles;
mod rule;
mod rulebook;
mod safeguards;
mod society;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::wire::DayText;

pub use life::{
    Associate, Choice, Correction, CorrectionGround, Effort, Event, Field, Group, Kind, Relation, Subject, SubjectKind,
    Value,
};
pub use principles::{Expectation, Expected, Principle, Says};
pub use rule::{
    Ceiling, Comparison, Cond, Everything, Limit, Listing, PerUnit, Period, PointsEffect, Repeat, RepeatStep, Rule,
    Spill,
};
pub use rulebook::{
    Band, Combine, Consequence, ConsequenceNature, Domain, List, ListNature, Rulebook, Scale, Source, SourceSort,
};
pub use safeguards::{Backing, Reasons, Safeguard, Safeguards};
pub use society::{Dial, Reform, Shock, ShockSort, Society};

/// The version that this build reads and writes.
pub const VERSION: u32 = 1;

/// A whole scenario: a rulebook, a cast and what happens to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The version of this format: 1.
    pub version: u32,
    /// The name of the scenario, as a title.
    pub title: String,
    /// One or two sentences: what it shows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Which of the four mechanisms it is.
    pub mechanism: Mechanism,
    /// How far the scenario as a whole is documented.
    pub standing: Standing,
    /// What was simplified, and what is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caveat: String,
    /// The first day of the account.
    pub first_day: DayText,
    /// The last day of the account.
    pub last_day: DayText,
    /// Where the claims come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Groups that subjects can belong to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// The kinds of things that can happen.
    pub kinds: Vec<Kind>,
    /// The scoring system.
    pub rulebook: Rulebook,
    /// The fictional people and businesses.
    pub cast: Vec<Subject>,
    /// What happens to them. The order counts among events of one subject on one day.
    pub events: Vec<Arc<Event>>,
    /// Sentences that the rulebook is to keep.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub principles: Vec<Principle>,
    /// Results that somebody expects of these lives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expectations: Vec<Expectation>,
    /// The many lives under the rulebook, as far as they differ from the town that comes with the lab.
    #[serde(default, skip_serializing_if = "is_default")]
    pub society: Society,
}

/// The four mechanisms that are kept apart everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mechanism {
    /// Points for people, kept by an authority.
    Score,
    /// On a list or off it.
    List,
    /// A grade for firms.
    FirmRating,
    /// A score that a company sells or uses.
    CommercialScore,
}

/// How far a statement is backed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Read in the rule or in a report that names it.
    Documented,
    /// Told by a secondary source.
    Reported,
    /// Often repeated, not verified.
    Unverified,
    /// Computed from documented figures.
    Derived,
    /// Made up so that the lesson works.
    Invented,
}

/// Where a claim comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Named by `reference` elsewhere in the document.
    pub id: String,
    /// Author, title, publisher and date, as in a list of sources.
    pub text: String,
    /// Address of the source, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_yes(it: &bool) -> bool {
    *it
}

fn is_default<T: Default + PartialEq>(it: &T) -> bool {
    *it == T::default()
}
