//! Statements with their standing and their sources.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::scenario::doc::{Mechanism, Standing};

/// All statements, and where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Where statements come from.
    pub sources: Vec<Source>,
    /// What they are about, in the order of the page.
    pub topics: Vec<Topic>,
    /// The statements.
    pub facts: Vec<Fact>,
}

/// Where a statement comes from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Named by statements.
    pub id: String,
    /// Author, title, publisher and date, as in a list of sources.
    pub text: String,
    /// Its address, if it has one.
    #[serde(default)]
    pub url: Option<String>,
    /// The same source in the words of scenarios: those of published ones never change.
    #[serde(default)]
    pub also: Vec<String>,
}

/// What statements are about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Named by statements.
    pub id: String,
    /// As a heading.
    pub title: String,
    /// One or two sentences that lead into it.
    pub summary: String,
}

/// A statement about the world.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name in links and texts, for good.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// Which of the four mechanisms it is about, if one.
    #[serde(default)]
    pub mechanism: Option<Mechanism>,
    /// The statement: one to three plain sentences.
    pub text: String,
    /// How far it is backed.
    pub standing: Standing,
    /// Where it comes from; none only if it is unverified.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The day, month or year for which its numbers hold: `2019`, `2019-07` or `2019-07-09`.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Its figures by name, as they are printed. Lessons quote them instead of typing them.
    #[serde(default)]
    pub figures: BTreeMap<String, String>,
    /// What to keep in mind with it: what is disputed, not covered, or easily misread.
    #[serde(default)]
    pub note: Option<String>,
    /// Where it can be tried.
    #[serde(default, rename = "try")]
    pub tries: Option<Try>,
}

/// Where something can be tried in the lab.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Try {
    /// A scenario of the gallery, by its id.
    Preset(String),
    /// A lesson, by its id.
    Lesson(String),
    /// Several scenarios of the gallery side by side, by their ids.
    Compare(Vec<String>),
    /// The town of a scenario of the gallery, by its id.
    Society(String),
}

impl Facts {
    /// The statement with an id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|it| it.id == id)
    }

    /// The source with an id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|it| it.id == id)
    }

    /// The topic with an id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|it| it.id == id)
    }

    /// The sources that a statement names, in its order.
    pub fn sources_of<'a>(&'a self, fact: &'a Fact) -> impl Iterator<Item = &'a Source> {
        fact.sources.iter().filter_map(|id| self.source(id))
    }

    /// The sources that a scenario names by these words: one, several if the words join them, or none that is known.
    pub fn sources_named<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Source> {
        self.sources.iter().filter(move |it| it.text == text || it.also.iter().any(|other| other == text))
    }
}
