//! Myths, moments, systems and safeguards: arrangements of statements.

use serde::Deserialize;

use super::facts::Try;
use crate::scenario::doc::Mechanism;

/// Something that is said, and what the record says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Myth {
    /// Its name in links, for good.
    pub id: String,
    /// What is said, as one hears it.
    pub claim: String,
    /// What the record makes of it.
    pub verdict: Verdict,
    /// What the record says: one to three sentences.
    pub answer: String,
    /// The statements behind the answer.
    pub facts: Vec<String>,
    /// Where it can be tried.
    #[serde(default, rename = "try")]
    pub tries: Option<Try>,
}

/// What the record makes of something that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is not so.
    NotSo,
    /// One mechanism is taken for another.
    MixedUp,
    /// Something of it is so.
    Partly,
    /// The record does not tell.
    Open,
}

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// `2014`, `2014-06` or `2014-06-14`.
    pub date: String,
    /// What happened, in a few words.
    pub title: String,
    /// The statement behind it.
    pub fact: String,
    /// Which of the four mechanisms it is about, if one.
    #[serde(default)]
    pub mechanism: Option<Mechanism>,
}

/// A scoring system somewhere in the world.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// Its name in links, for good.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is or was in use, and when.
    pub place: String,
    /// Which of the four mechanisms it is; none for a law that is compared.
    #[serde(default)]
    pub mechanism: Option<Mechanism>,
    /// What goes in.
    pub inputs: Cell,
    /// What comes out.
    pub output: Cell,
    /// What follows.
    pub consequences: Cell,
    /// How it is contested or repaired.
    pub appeal: Cell,
    /// What is known of its errors.
    pub errors: Cell,
    /// The scenario of the gallery that is built on it.
    #[serde(default)]
    pub preset: Option<String>,
}

/// What is known on one point.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// In a few words; empty if nothing was read on it.
    pub text: String,
    /// The statements behind it.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// A safeguard, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Its name in links, for good.
    pub id: String,
    /// Its name, as the lab calls it.
    pub name: String,
    /// What it does for somebody who is rated: one or two sentences.
    pub does: String,
    /// The statements about where it is law or practice, or where its absence was seen.
    pub facts: Vec<String>,
    /// What the lab takes it to be, where that is a modelling choice.
    #[serde(default)]
    pub model: Option<String>,
}
