//! The town that comes with the lab: who lives there, what they do, and every assumption about it as a dial.
//!
//! All of it is data (`town.json`), and made up unless it says otherwise. A dial's id is the name of its family and,
//! after a hyphen, what of the town it is about: `coverage-camera`, `share-migrants`; a family of one has one dial, named
//! as itself.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::engine::society::model::{Nature, Needs};
use crate::scenario::doc::{self, Dial, Domain, Scenario, ShockSort, SourceSort, Standing, SubjectKind};

/// The town.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Town {
    /// How large it is, and how often it is lived through.
    pub usual: Usual,
    /// Who lives there.
    pub groups: Vec<GroupSpec>,
    /// Its parts.
    pub districts: Vec<Named>,
    /// The sorts of sources, by the words of the document.
    pub sorts: Vec<SortSpec>,
    /// The domains of life, by the words of the document.
    pub domains: Vec<DomainSpec>,
    /// What dials are about.
    pub sections: Vec<Named>,
    /// What dials are counted in, as it reads after the number.
    pub units: Vec<Named>,
    /// What people do.
    pub acts: Vec<Act>,
    /// What can happen to the whole town.
    pub shocks: Vec<ShockSpec>,
    /// The assumptions.
    pub dials: Vec<Family>,
    /// Given names; at least as many as the largest neighbourhood has residents.
    pub names: Vec<String>,
    /// Names of firms; at least as many as a neighbourhood can have.
    pub firms: Vec<String>,
    /// The words of a life that is opened as a scenario.
    pub opened: Opened,
}

/// How large the town is, and how often it is lived through, if the document does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Usual {
    /// People and businesses.
    pub people: u32,
    /// Months.
    pub months: u32,
    /// What the luck begins with.
    pub seed: u32,
    /// Times it is lived through, each with another luck.
    pub replicates: u32,
}

/// Something with a name for readers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// In the ids of dials.
    pub id: String,
    /// For readers.
    pub label: String,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupSpec {
    /// In the ids of dials; a group of a scenario with the same id is this one.
    pub id: String,
    /// For readers: "Migrant workers".
    pub label: String,
    /// One of them: "migrant worker".
    pub one: String,
    /// Persons or businesses.
    pub who: SubjectKind,
}

/// A sort of sources.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SortSpec {
    /// The sort.
    #[serde(rename = "id")]
    pub sort: SourceSort,
    /// For readers.
    pub label: String,
}

/// A domain of life.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainSpec {
    /// The domain.
    #[serde(rename = "id")]
    pub domain: Domain,
    /// For readers.
    pub label: String,
}

/// Something that people do, or that befalls them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// In the ids of dials.
    pub id: String,
    /// As it reads after "who": "misses a bill".
    pub label: String,
    /// Its nature.
    #[serde(with = "NatureWord")]
    pub nature: Nature,
    /// Who does it; persons and businesses, if absent.
    #[serde(default)]
    pub who: Option<SubjectKind>,
    /// What it takes.
    #[serde(default = "nothing", with = "NeedsWord")]
    pub needs: Needs,
    /// It is done whether or not the rulebook has a kind for it.
    #[serde(default)]
    pub always: bool,
    /// Only somebody under a penalty does it, to make good.
    #[serde(default)]
    pub repair: bool,
    /// It is the reporting of neighbours.
    #[serde(default)]
    pub reporting: bool,
    /// It is every kind that no other act has and of which live rules make this.
    #[serde(default)]
    pub generic: Option<Generic>,
    /// The kinds of events that are this act.
    #[serde(default)]
    pub kinds: Vec<String>,
}

/// What live rules make of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Generic {
    /// Some punish it.
    Loss,
    /// Some reward it and none punishes it.
    Gain,
    /// Nothing.
    None,
}

#[derive(Deserialize)]
#[serde(remote = "Nature", rename_all = "kebab-case")]
enum NatureWord {
    Prosocial,
    Harmful,
    Circumstance,
    Judged,
}

#[derive(Deserialize)]
#[serde(remote = "Needs", rename_all = "kebab-case")]
enum NeedsWord {
    Nothing,
    Time,
    Money,
}

const fn nothing() -> Needs {
    Needs::Nothing
}

/// A sort of shock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShockSpec {
    /// The sort.
    #[serde(rename = "id")]
    pub what: ShockSort,
    /// The usual strength in per cent; none, if it has no strength.
    #[serde(default)]
    pub strength: u32,
    /// The smallest.
    #[serde(default)]
    pub min: u32,
    /// The largest.
    #[serde(default)]
    pub max: u32,
}

/// The words of a life that is opened as a scenario; `{name}` and so on are filled in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// The title: `{name}`, and the `{title}` of the scenario.
    pub title: String,
    /// The summary.
    pub summary: String,
    /// What is said about everybody: `{one}` of the group, and the `{number}`.
    pub person: String,
    /// What is said about a record that a source made of nothing.
    pub error: String,
    /// About one of somebody else's act.
    pub mismatch: String,
    /// About one that somebody made up.
    pub malice: String,
}

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

/// The town, read once. A test reads it, so it is never the empty town that stands for a broken file.
pub fn town() -> &'static Town {
    static TOWN: LazyLock<Town> = LazyLock::new(|| parse().unwrap_or_else(|_| empty()));
    &TOWN
}

/// Reads the town's file.
///
/// # Errors
///
/// If the file is broken; a test sees to it that it is not.
pub fn parse() -> Result<Town, serde_json::Error> {
    serde_json::from_str(include_str!("town.json"))
}

fn empty() -> Town {
    let nothing = String::new;
    Town {
        usual: Usual { people: 1, months: 1, seed: 1, replicates: 1 },
        groups: Vec::new(),
        districts: Vec::new(),
        sorts: Vec::new(),
        domains: Vec::new(),
        sections: Vec::new(),
        units: Vec::new(),
        acts: Vec::new(),
        shocks: Vec::new(),
        dials: Vec::new(),
        names: Vec::new(),
        firms: Vec::new(),
        opened: Opened {
            title: nothing(),
            summary: nothing(),
            person: nothing(),
            error: nothing(),
            mismatch: nothing(),
            malice: nothing(),
        },
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

/// The word that a document has for a value.
pub(super) fn word(it: impl serde::Serialize) -> String {
    serde_json::to_value(it).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
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

/// The shock of this sort.
pub fn shock(what: ShockSort) -> Option<&'static ShockSpec> {
    town().shocks.iter().find(|it| it.what == what)
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
