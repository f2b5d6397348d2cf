//! Documentaries and broadcast reports, for watching with the lab.

use serde::Deserialize;

use super::facts::Try;
use crate::scenario::doc::Standing;

/// A documentary or a broadcast report.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Film {
    /// Its name in links, for good.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who made it and who showed it.
    pub maker: String,
    /// When it was shown, as far as that is known.
    #[serde(default)]
    pub year: Option<String>,
    /// How long it is, as far as that is known: `27 minutes`, `3 episodes`.
    #[serde(default)]
    pub length: Option<String>,
    /// How far this entry is backed.
    pub standing: Standing,
    /// Where its existence was read: ids of sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What of this entry is not verified, if something is not.
    #[serde(default)]
    pub unverified: Option<String>,
    /// What it looks at.
    pub looks: Vec<Look>,
    /// One or two sentences: what it shows.
    pub shows: String,
    /// What to watch for: questions to take along.
    pub watch: Vec<String>,
    /// What has been disputed, or does not follow from what is shown.
    #[serde(default)]
    pub disputed: Vec<String>,
    /// The statements to read beside it.
    pub facts: Vec<String>,
    /// Claims made in it or suggested by it that can be put to the lab.
    pub probes: Vec<Probe>,
}

/// What a documentary looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// How a system came to one place.
    Place,
    /// What it does to some people more than to others.
    Groups,
    /// Where it leads.
    LongTerm,
}

/// A claim and how to try it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Probe {
    /// The claim, in our words.
    pub claim: String,
    /// What to do in the lab, and what to look at.
    pub how: String,
    /// Where.
    #[serde(rename = "try")]
    pub tries: Try,
}
