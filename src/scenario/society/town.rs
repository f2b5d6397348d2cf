//! The town that comes with the lab: who lives there, what they do, and every assumption about it as a dial.
//!
//! All of it is data (`town.json`), and made up unless it says otherwise. Its numbers are [dials](mod@super::dials).

use std::sync::LazyLock;

use serde::Deserialize;

use super::dials::Family;
use crate::engine::society::model::{Nature, Needs};
use crate::scenario::doc::{Domain, Group, Scenario, ShockSort, SourceSort, SubjectKind};

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

/// The word that a document has for a value.
pub(super) fn word(it: impl serde::Serialize) -> String {
    serde_json::to_value(it).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The groups of a scenario of which nobody lives in the town: its own groups are the same for every rulebook.
pub fn absent(scenario: &Scenario) -> impl Iterator<Item = &Group> {
    scenario.groups.iter().filter(|it| !town().groups.iter().any(|of| of.id == it.id))
}

/// The shock of this sort.
pub fn shock(what: ShockSort) -> Option<&'static ShockSpec> {
    town().shocks.iter().find(|it| it.what == what)
}
