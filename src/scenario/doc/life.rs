//! What can happen, who it can happen to, and what did: kinds of events, the cast, its events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Domain, is_default, is_yes, yes};
use crate::scenario::wire::{DayText, Decimal};

/// A group that subjects can belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Named by subjects and by conditions.
    pub id: String,
    /// Its name for readers.
    pub label: String,
}

/// A kind of thing that can happen to a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Named by rules and events.
    pub id: String,
    /// As it reads after "when": "a utility bill is paid late".
    pub label: String,
    /// As it reads on a button or in the ledger: "bill late".
    pub short: String,
    /// The domain of life that it belongs to, for the safeguard that a penalty stays in its domain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// Who it can happen to; both, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<SubjectKind>,
    /// What else is known about such an event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// The sources that record a new event of this kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// What it costs someone who chooses to do it. If absent: the hours and the money in its fields, or two hours; and
    /// a choice only if it has such a field or if its rule is limited by month or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
}

/// What an act costs someone who chooses to do it: for one of the number that a rule counts by, or for one act where no
/// rule counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Effort {
    /// Hours of time.
    #[serde(skip_serializing_if = "is_default")]
    pub hours: Decimal,
    /// Money, in the currency of the scenario.
    #[serde(skip_serializing_if = "is_default")]
    pub money: Decimal,
    /// Nobody can simply choose to do it: others decide, as with an award.
    #[serde(skip_serializing_if = "is_default")]
    pub never: bool,
}

/// Something that is known about an event besides its kind and its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Named by conditions, units and events. Unique within its kind.
    pub id: String,
    /// Its name for readers.
    pub label: String,
    /// The unit of a number: "yuan", "hours".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// If there are any, the field holds one of these and not a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The value of an event that does not say: a number (0 if absent), or a choice (the first).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
}

/// One of the values of a field that is not a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Named by conditions and events.
    pub id: String,
    /// Its name for readers.
    pub label: String,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Value {
    /// A number in the field's unit.
    Number(Decimal),
    /// The id of a choice.
    Choice(String),
}

/// A fictional person or business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Named by events and associates.
    pub id: String,
    /// A fictional name.
    pub name: String,
    /// Person or business.
    pub kind: SubjectKind,
    /// One sentence about the subject.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The group that the subject belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Whether the subject agreed to be scored, where that is asked.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub consents: bool,
    /// Those who get a share of this subject's points where a rule spills over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub associates: Vec<Associate>,
}

/// Person or business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// A person.
    Person,
    /// A business.
    Business,
}

/// Someone who gets a share of a subject's points where a rule spills over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Associate {
    /// The other subject.
    pub subject: String,
    /// What the other is to this one.
    pub relation: Relation,
}

/// What an associate is to a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Lives in the same household.
    Household,
    /// Employs the subject.
    Employer,
    /// Owns the subject.
    Owner,
    /// Supplies the subject.
    Supplier,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Stable name of the event within the document.
    pub id: String,
    /// Who it happened to.
    pub subject: String,
    /// What happened.
    pub kind: String,
    /// When.
    pub day: DayText,
    /// The values of its fields, where they are not the default.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Value>,
    /// The sources that recorded it, if not those of its kind. An empty list: nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<Vec<String>>,
    /// Whether it really happened, or is a wrong record.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub genuine: bool,
    /// The day on which an appeal was won or a repair granted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Correction>,
    /// What a reader should know about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The striking out of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The day on which it takes effect; after that of the event.
    pub day: DayText,
    /// Why.
    pub by: CorrectionGround,
}

/// Why an event is struck out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CorrectionGround {
    /// An appeal was won.
    Appeal,
    /// A repair was granted.
    Repair,
}
