//! The document: what a scenario looks like in JSON, version 1.
//!
//! These types are the wire format and nothing else. They accept whatever has the right shape; whether it makes sense
//! (names that exist, bands in order, days inside the scenario) is decided once, by [`super::lower()`]. The engine never
//! sees them.
//!
//! Field order is the order in the file. Everything that is absent has the default written beside it. Lists of things
//! with an `id` are matched by that id when two documents are compared, so ids stay stable while texts change.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::wire::{DayText, Decimal};

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
/// not limited.
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

/// What limits the system. All off, and corrections taking effect, if absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Safeguards {
    /// Nothing follows from the score of a subject that has not consented.
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
    /// A penalty needs a live loss, ceiling or listing in its own domain.
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
