//! One rule: its tests, its effects and its limit.

use serde::{Deserialize, Serialize};

use super::{Relation, Standing, SubjectKind, is_yes, yes};
use crate::scenario::wire::Decimal;

/// A rule: when an event of this kind meets these tests, and one of these sources reports it, these effects follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable name of the rule within the document.
    pub id: String,
    /// The kind of event that it is about.
    pub kind: String,
    /// The tests that the event must meet; none, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Cond>,
    /// The sources of which one must have recorded the event; any, if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported_by: Vec<String>,
    /// The points given or taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<PointsEffect>,
    /// The best band that remains possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Ceiling>,
    /// Lists that the subject is put on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listings: Vec<Listing>,
    /// Lists that the subject is taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delistings: Vec<String>,
    /// The most that this rule moves in a month or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// Whether the rule is in use.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub on: bool,
    /// How far the rule is documented.
    pub standing: Standing,
    /// The reference that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What a reader should know about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Tests on an event and on its subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Cond {
    /// Every one of these.
    All(Vec<Cond>),
    /// At least one of these.
    Any(Vec<Cond>),
    /// Not this.
    Not(Box<Cond>),
    /// A number of the event compared with a fixed one.
    Number {
        /// The field of the event's kind.
        field: String,
        /// The comparison.
        is: Comparison,
        /// The number it is compared with, in the field's unit.
        value: Decimal,
    },
    /// A choice of the event.
    Choice {
        /// The field of the event's kind.
        field: String,
        /// The choice that it must be.
        is: String,
    },
    /// The subject is a person, or a business.
    Subject(SubjectKind),
    /// The subject belongs to this group.
    Group(String),
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// Smaller.
    LessThan,
    /// Smaller or equal.
    AtMost,
    /// Equal.
    Equal,
    /// Larger or equal.
    AtLeast,
    /// Larger.
    MoreThan,
}

/// Points given or taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PointsEffect {
    /// Positive: given; negative: taken. For the first time, where `repeat` says what the next ones are.
    pub amount: Decimal,
    /// The amount is for each whole unit of a number of the event. Never together with `repeat`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<PerUnit>,
    /// What the second, third, … time is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// Months after which what is left is given back; for good, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// What associates get of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spill: Option<Spill>,
    /// The lowest and highest that the rule's text leaves to the official who decides. The amount is what is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<(Decimal, Decimal)>,
}

/// Points for each whole unit of a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PerUnit {
    /// The field of the event's kind.
    pub field: String,
    /// The size of a unit, in the field's unit.
    pub unit: Decimal,
}

/// What a repetition is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// The second time, the third time, …; the last one is for all later times too.
    pub then: Vec<RepeatStep>,
    /// Only events of the last so many months count as earlier times; all, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<u32>,
}

/// One step of a repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RepeatStep {
    /// So many points.
    Points(Decimal),
    /// Everything down to the lowest score: the word "all".
    Everything(Everything),
}

/// The word "all".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Everything {
    /// Everything down to the lowest score.
    All,
}

/// What associates get of the points applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spill {
    /// The share, in thousandths of the points applied: 500 is half.
    pub share: u32,
    /// The relations that get it.
    pub to: Vec<Relation>,
}

/// The best band that remains possible, whatever the score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// The band.
    pub band: String,
    /// For so many months; for good, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// Putting a subject on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// The list.
    pub list: String,
    /// For so many months; as the list says, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// The most that one rule moves in a calendar month or year. Absent parts do not limit. Effects other than points are
/// not limited. An event of which the limit leaves nothing takes none of its times; one that is struck out gives back,
/// from that day on, what it took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The period.
    pub per: Period,
    /// The most points, given or taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Decimal>,
    /// The most events that count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
}

/// A calendar period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}
