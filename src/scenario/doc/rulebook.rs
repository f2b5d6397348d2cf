//! The scoring system around its rules: scale and bands, sources, lists, and what these carry.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Rule, Safeguards, Standing, SubjectKind, is_default, is_yes, yes};
use crate::scenario::wire::Decimal;

/// One scoring system.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// The scale in points; absent in a system that keeps lists and no score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Scale>,
    /// The bands of the scale, best first, each with the score at which it begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// What happens when several rules match one event.
    #[serde(default, skip_serializing_if = "is_default")]
    pub combine: Combine,
    /// By how many thousandths what is left of each posting shrinks on the first of a month; 0 for not at all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fading: u32,
    /// Where records come from.
    pub sources: Vec<Source>,
    /// The rules, in the order in which they are offered an event.
    pub rules: Vec<Arc<Rule>>,
    /// Redlists and blacklists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<List>,
    /// What bands and lists carry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consequences: Vec<Consequence>,
    /// What limits the system.
    #[serde(default, skip_serializing_if = "is_default")]
    pub safeguards: Safeguards,
}

/// The scale, in points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// No score is lower.
    pub lowest: Decimal,
    /// No score is higher.
    pub highest: Decimal,
    /// Where every subject starts.
    pub start: Decimal,
}

/// A named stretch of the scale: from its own beginning to that of the next better band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Named by ceilings and consequences; also its name for readers if there is no label.
    pub id: String,
    /// Its name for readers, if that is more than the id.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The lowest score in the band. The last band begins at the lowest score of the scale.
    pub from: Decimal,
}

impl Band {
    /// Its name for readers: the label, or the id if there is none.
    pub fn name(&self) -> &str {
        if self.label.is_empty() { &self.id } else { &self.label }
    }
}

/// What happens when several rules match one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Combine {
    /// All of them apply.
    #[default]
    All,
    /// The first in rulebook order applies.
    First,
    /// The strongest loss and the strongest gain apply, and every rule without points.
    Strongest,
}

/// Where a record comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Named by rules, kinds and events.
    pub id: String,
    /// Its name for readers, as it reads after "from": "the utility company".
    pub label: String,
    /// What sort of source it is.
    pub sort: SourceSort,
    /// Whether the system is allowed to use it.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub on: bool,
}

/// The sorts of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceSort {
    /// A court.
    Court,
    /// A bank or lender.
    Bank,
    /// A tax office.
    TaxOffice,
    /// A supplier of water, power, gas or heat.
    Utility,
    /// An online service.
    Platform,
    /// A camera or sensor.
    Camera,
    /// An employer.
    Employer,
    /// A neighbour, or someone paid to watch neighbours.
    Neighbour,
    /// The subject itself.
    SelfReport,
    /// Any other office.
    Office,
}

/// A list that a subject is on or off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Named by rules and consequences.
    pub id: String,
    /// Its name for readers.
    pub label: String,
    /// Whether being on it is good or bad.
    pub nature: ListNature,
    /// Whether anyone can look it up.
    #[serde(default, skip_serializing_if = "is_default")]
    pub public: bool,
    /// Months until a listing ends by itself; only by a rule that takes the subject off, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// How far the list is documented.
    pub standing: Standing,
    /// The reference that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// Whether being on a list is good or bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ListNature {
    /// A redlist: exemplary.
    Red,
    /// A blacklist: untrustworthy.
    Black,
}

/// A reward or penalty that bands or lists carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    /// Stable name of the consequence within the document.
    pub id: String,
    /// As it reads on a ribbon: "No flights".
    pub label: String,
    /// Whether it is good or bad.
    pub nature: ConsequenceNature,
    /// The domain of life that it touches.
    pub domain: Domain,
    /// Whether it takes away something that nobody should go without.
    #[serde(default, skip_serializing_if = "is_default")]
    pub essential: bool,
    /// The bands that carry it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<String>,
    /// The lists that carry it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<String>,
    /// Who it touches; both, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<SubjectKind>,
    /// How far it is documented.
    pub standing: Standing,
    /// The reference that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What a reader should know about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Whether a consequence is good or bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ConsequenceNature {
    /// A reward.
    Reward,
    /// A penalty.
    Penalty,
}

/// The domains of life that consequences touch and events belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the words of the field and say all there is to say")]
pub enum Domain {
    Travel,
    Loans,
    Housing,
    Work,
    School,
    Health,
    Internet,
    PublicServices,
    BusinessPermits,
    Contracts,
    Inspection,
    Deposits,
    Publicity,
}
