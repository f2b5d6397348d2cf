//! What limits the system.

use serde::{Deserialize, Serialize};

use super::{Standing, is_default, is_yes};
use crate::scenario::wire::Decimal;

/// What limits the system. All off, and corrections taking effect, if absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Safeguards {
    /// No reward and no penalty follows from the band of a subject that has not consented. Its score is kept all the same,
    /// and what its lists carry follows.
    #[serde(skip_serializing_if = "is_default")]
    pub consent: bool,
    /// Corrections that were granted take effect.
    #[serde(skip_serializing_if = "is_yes")]
    pub corrections: bool,
    /// False records are struck out so many days after the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub false_records_days: Option<u32>,
    /// The most that one event may cost over all rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_cap: Option<Decimal>,
    /// The most that a calendar year may cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year_cap: Option<Decimal>,
    /// One event leads at most to the next lower band.
    #[serde(skip_serializing_if = "is_default")]
    pub no_cliff: bool,
    /// No posting, ceiling or listing lasts longer than so many months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiry_months: Option<u32>,
    /// A penalty, of a band or of a list, holds only while an event of its own domain has a loss of which something is
    /// left, a ceiling or a listing in force: any of the three, a ceiling alone too. Rewards are not limited.
    #[serde(skip_serializing_if = "is_default")]
    pub purpose_limit: bool,
    /// Essential penalties do not apply.
    #[serde(skip_serializing_if = "is_default")]
    pub essential_floor: bool,
    /// Associates get nothing.
    #[serde(skip_serializing_if = "is_default")]
    pub no_spill_over: bool,
    /// The subject is told when its band, its lists or its consequences change. Moves no points, like all that follow.
    #[serde(skip_serializing_if = "is_default")]
    pub notice: bool,
    /// How much of the reasons the subject is told.
    #[serde(skip_serializing_if = "is_default")]
    pub reasons: Reasons,
    /// The subject can object to a record.
    #[serde(skip_serializing_if = "is_default")]
    pub appeal: bool,
    /// A named person decides, and not the system alone.
    #[serde(skip_serializing_if = "is_default")]
    pub human_review: bool,
    /// Somebody from outside examines the records and the decisions.
    #[serde(skip_serializing_if = "is_default")]
    pub audit: bool,
    /// What sources say about safeguards, also about some that this rulebook does not have. Moves nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub backing: Vec<Backing>,
}

/// What a source says about one safeguard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Backing {
    /// About which safeguard.
    pub safeguard: Safeguard,
    /// How far it is backed.
    pub standing: Standing,
    /// The source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What the source says, in a sentence.
    pub note: String,
}

/// The safeguards of the scorecard, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Safeguard {
    /// Whoever gets a penalty is told.
    Notice,
    /// With the reasons.
    Reasons,
    /// A wrong record can be contested, and corrections take effect.
    Appeal,
    /// Effects end by themselves.
    Expiry,
    /// Caps, and no cliff.
    Proportion,
    /// Penalties stay in their part of life.
    Purpose,
    /// Nobody loses what nobody should go without.
    Floor,
    /// Nobody pays for relatives.
    NoSpill,
    /// A person decides.
    HumanReview,
    /// Somebody else checks the system.
    Audit,
    /// Only who agreed is scored.
    Consent,
}

impl Safeguard {
    /// All, in the order of the scorecard.
    pub const ALL: [Self; 11] = [
        Self::Notice,
        Self::Reasons,
        Self::Appeal,
        Self::Expiry,
        Self::Proportion,
        Self::Purpose,
        Self::Floor,
        Self::NoSpill,
        Self::HumanReview,
        Self::Audit,
        Self::Consent,
    ];
}

impl Default for Safeguards {
    fn default() -> Self {
        Self {
            consent: false,
            corrections: true,
            false_records_days: None,
            event_cap: None,
            year_cap: None,
            no_cliff: false,
            expiry_months: None,
            purpose_limit: false,
            essential_floor: false,
            no_spill_over: false,
            notice: false,
            reasons: Reasons::Nothing,
            appeal: false,
            human_review: false,
            audit: false,
            backing: Vec::new(),
        }
    }
}

/// How much of the reasons for a decision the subject is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reasons {
    /// Nothing: only what was decided.
    #[default]
    Nothing,
    /// The sort of record, as "utility".
    Category,
    /// Every record, with its source, its points and how long it counts.
    Full,
}
