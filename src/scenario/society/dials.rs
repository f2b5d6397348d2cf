//! Every assumption about the town as a dial.
//!
//! A dial's id is the name of its family and, after a hyphen, what of the town it is about: `coverage-camera`,
//! `share-migrants`; a family of one has one dial, named as itself.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::town::{town, word};
use crate::scenario::doc::{self, Dial, Scenario, Standing};

/// Dials that mean the same of different parts of the town.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// The first part of the ids.
    pub family: String,
    /// The id of the section.
    pub section: String,
    /// For readers, so that it can stand alone; `{}` is what of the town it is about.
    pub label: String,
    /// What the keys are.
    pub of: Of,
    /// What it is counted in.
    pub unit: Unit,
    /// The smallest value.
    pub min: i32,
    /// The largest.
    pub max: i32,
    /// The step of a slider.
    pub step: i32,
    /// What it means, in a sentence.
    pub about: String,
    /// How far the values are backed.
    pub standing: Standing,
    /// What backs them, or what is known about it.
    #[serde(default)]
    pub source: String,
    /// Keys and values.
    pub values: Vec<(String, i32)>,
    /// Values that are backed otherwise.
    #[serde(default)]
    pub backed: Vec<Backed>,
}

/// What backs one value of a family.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Backed {
    /// The key.
    pub key: String,
    /// How far.
    pub standing: Standing,
    /// By what.
    pub source: String,
}

/// What the dials of a family are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// The town as a whole.
    #[serde(rename = "")]
    Town,
    /// Groups.
    Group,
    /// Districts.
    District,
    /// Acts.
    Act,
    /// Sorts of sources.
    Sort,
    /// Domains of life.
    Domain,
}

/// What a dial is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// People or businesses.
    Count,
    /// Parts of a whole that is the sum of the family.
    Parts,
    /// Months.
    Months,
    /// Thousandths.
    PerMille,
    /// Thousandths in a year.
    PerMilleAYear,
    /// A factor in per cent: 100 is as usual.
    PerCent,
    /// A change in per cent: 0 is none, −50 is half.
    Change,
    /// Times in a year among 1,000 people.
    PerThousandAYear,
    /// Times in a month among 1,000 people.
    PerThousandAMonth,
}

/// An assumption.
#[derive(Clone, Debug)]
pub struct DialSpec {
    /// Its name in documents.
    pub id: String,
    /// The family.
    pub family: &'static Family,
    /// What of the town it is about; empty for the town as a whole.
    pub key: &'static str,
    /// Its name for readers, whole: "How visible migrant workers are to cameras".
    pub name: String,
    /// What it is counted in, as it reads after the number.
    pub unit: &'static str,
    /// The value, if the document does not say.
    pub value: i32,
    /// How far it is backed; what is invented is a modelling choice.
    pub standing: Standing,
    /// By what.
    pub source: &'static str,
}

impl DialSpec {
    /// Whether a value is in the range.
    pub fn allows(&self, value: i32) -> bool {
        (self.family.min..=self.family.max).contains(&value)
    }
}

/// All dials, in the order of the town's file.
pub fn dials() -> &'static [DialSpec] {
    static DIALS: LazyLock<Vec<DialSpec>> = LazyLock::new(|| town().dials.iter().flat_map(of_family).collect());
    &DIALS
}

fn of_family(family: &'static Family) -> impl Iterator<Item = DialSpec> {
    family.values.iter().map(move |(key, value)| {
        let backed = family.backed.iter().find(|it| it.key == *key);
        let (standing, source) =
            backed.map_or((family.standing, &family.source), |backed| (backed.standing, &backed.source));
        DialSpec {
            id: if key.is_empty() { family.family.clone() } else { format!("{}-{key}", family.family) },
            family,
            key,
            name: family.label.replace("{}", &about(family.of, key)),
            unit: unit(family.unit),
            value: *value,
            standing,
            source,
        }
    })
}

/// The unit as it reads after a number.
fn unit(unit: Unit) -> &'static str {
    let id = match unit {
        Unit::Count => "count",
        Unit::Parts => "parts",
        Unit::Months => "months",
        Unit::PerMille => "per-mille",
        Unit::PerMilleAYear => "per-mille-a-year",
        Unit::PerCent => "per-cent",
        Unit::Change => "change",
        Unit::PerThousandAYear => "per-thousand-a-year",
        Unit::PerThousandAMonth => "per-thousand-a-month",
    };
    town().units.iter().find(|it| it.id == id).map_or("", |it| it.label.as_str())
}

/// What a key is about, in the midst of a name: "migrant workers".
fn about(of: Of, key: &str) -> String {
    let town = town();
    let found = match of {
        Of::Town => None,
        Of::Group => town.groups.iter().find(|it| it.id == key).map(|it| &it.label),
        Of::District => town.districts.iter().find(|it| it.id == key).map(|it| &it.label),
        Of::Act => town.acts.iter().find(|it| it.id == key).map(|it| &it.label),
        Of::Sort => town.sorts.iter().find(|it| word(it.sort) == key).map(|it| &it.label),
        Of::Domain => town.domains.iter().find(|it| word(it.domain) == key).map(|it| &it.label),
    };
    let mut letters = found.map_or("", String::as_str).chars();
    letters.next().map(|it| it.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The dial of this id.
pub fn dial(id: &str) -> Option<&'static DialSpec> {
    static PLACES: LazyLock<BTreeMap<&'static str, usize>> =
        LazyLock::new(|| dials().iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect());
    PLACES.get(id).map(|at| &dials()[*at])
}

/// What a society says a dial is at: its own value, kept in the range, or the usual one; 0 if there is no such dial.
pub fn value(society: &doc::Society, id: &str) -> i32 {
    let Some(dial) = dial(id) else { return 0 };
    let own = society.dials.iter().find(|it| it.id == id).map(|it| it.value);
    own.unwrap_or(dial.value).clamp(dial.family.min, dial.family.max)
}

/// Dials that are the parts of one whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shares {
    /// Groups of persons.
    Persons,
    /// Sizes of firms.
    Firms,
    /// Parts of the town.
    Districts,
}

/// Whether the parts come to nothing. Without any firms the town has none; it must have persons, and they must live
/// somewhere.
pub fn is_nobody(society: &doc::Society, whole: Shares) -> bool {
    let of_kind = |who| town().groups.iter().filter(move |it| it.who == who).map(|it| format!("share-{}", it.id));
    let ids: Vec<String> = match whole {
        Shares::Persons => of_kind(doc::SubjectKind::Person).collect(),
        Shares::Firms => of_kind(doc::SubjectKind::Business).collect(),
        Shares::Districts => town().districts.iter().map(|it| format!("district-share-{}", it.id)).collect(),
    };
    ids.iter().all(|id| value(society, id) == 0)
}

/// Sets a dial; none is the usual value.
pub fn set(scenario: &mut Scenario, spec: &DialSpec, value: Option<i32>) {
    let own = value.map(|it| it.clamp(spec.family.min, spec.family.max)).filter(|it| *it != spec.value);
    let dials = &mut scenario.society.dials;
    let at = dials.iter().position(|it| it.id == spec.id);
    match (at, own) {
        (Some(at), Some(own)) => dials[at].value = own,
        (Some(at), None) => drop(dials.remove(at)),
        (None, Some(value)) => dials.push(Dial { id: spec.id.clone(), value }),
        (None, None) => {}
    }
}
