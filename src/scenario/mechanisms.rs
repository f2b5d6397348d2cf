//! What sources say of the systems behind the presets, and what any document declares on the same points.
//!
//! The sayings are one file, `mechanisms.json`, with a row for each preset: add one there and it is on the page. What
//! has no entry is something on which nothing was read.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Scenario;
use super::doc::{ConsequenceNature, Reference, Standing, SubjectKind};
use super::wire::Decimal;

/// A point on which systems are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Facet {
    /// Who is rated.
    Who,
    /// Who runs it.
    Runs,
    /// What goes in.
    Enters,
    /// What comes out.
    Leaves,
    /// What follows.
    Follows,
    /// Whether one can stay out of it.
    Voluntary,
    /// Whether it can be contested.
    Contested,
    /// How long it lasts.
    Lasts,
}

impl Facet {
    /// All, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::Who,
        Self::Runs,
        Self::Enters,
        Self::Leaves,
        Self::Follows,
        Self::Voluntary,
        Self::Contested,
        Self::Lasts,
    ];
}

/// What a source says on one point.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saying {
    /// On which point.
    pub facet: Facet,
    /// How far it is backed.
    pub standing: Standing,
    /// The source, if the preset lists it: its id there.
    #[serde(default)]
    pub reference: Option<String>,
    /// The source, if the preset does not list it.
    #[serde(default)]
    pub source: Option<String>,
    /// What it says, in our words.
    pub text: String,
}

impl Saying {
    /// The source, as in a list of sources: that of the preset.
    pub fn source<'a>(&'a self, references: &'a [Reference]) -> Option<&'a str> {
        let listed = self.reference.as_ref().and_then(|id| references.iter().find(|it| it.id == *id));
        listed.map(|it| it.text.as_str()).or(self.source.as_deref())
    }
}

/// What sources say of the system behind one preset.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sayings {
    /// The id of the preset.
    pub preset: String,
    /// At most one for each point, in the order of [`Facet::ALL`].
    pub says: Vec<Saying>,
}

impl Sayings {
    /// What they say on a point; `None` if nothing was read on it.
    pub fn on(&self, facet: Facet) -> Option<&Saying> {
        self.says.iter().find(|it| it.facet == facet)
    }
}

/// All rows.
pub fn sayings() -> &'static [Sayings] {
    static TABLE: LazyLock<Vec<Sayings>> =
        LazyLock::new(|| serde_json::from_str(include_str!("mechanisms.json")).unwrap_or_default());
    &TABLE
}

/// The row of a preset.
pub fn of(preset: &str) -> Option<&'static Sayings> {
    sayings().iter().find(|it| it.preset == preset)
}

/// What a document declares on the same points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Persons and businesses of the cast.
    pub cast: (usize, usize),
    /// Rules that are on.
    pub rules: usize,
    /// Who records, by name: sources that are on.
    pub sources: Vec<String>,
    /// The ends of the scale.
    pub scale: Option<(Decimal, Decimal)>,
    /// How many bands there are.
    pub bands: usize,
    /// How many lists there are.
    pub lists: usize,
    /// Penalties and rewards.
    pub consequences: (usize, usize),
    /// Whether only who consents is scored.
    pub consent: bool,
    /// Whether one is told.
    pub notice: bool,
    /// Whether one can object.
    pub appeal: bool,
    /// Nothing lasts longer than so many months.
    pub expiry: Option<u32>,
    /// How many of the rules that move points say when these end, and how many move points.
    pub ending: (usize, usize),
}

/// What a document declares.
pub fn declared(scenario: &Scenario) -> Declared {
    let book = &scenario.rulebook;
    let kind = |kind: SubjectKind| scenario.cast.iter().filter(|it| it.kind == kind).count();
    let nature = |nature: ConsequenceNature| book.consequences.iter().filter(|it| it.nature == nature).count();
    let on = || book.rules.iter().filter(|it| it.on);
    let months = || on().filter_map(|it| it.points.as_ref()).map(|it| it.months);
    Declared {
        cast: (kind(SubjectKind::Person), kind(SubjectKind::Business)),
        rules: on().count(),
        sources: book.sources.iter().filter(|it| it.on).map(|it| it.label.clone()).collect(),
        scale: book.scale.as_ref().map(|it| (it.lowest, it.highest)),
        bands: book.bands.len(),
        lists: book.lists.len(),
        consequences: (nature(ConsequenceNature::Penalty), nature(ConsequenceNature::Reward)),
        consent: book.safeguards.consent,
        notice: book.safeguards.notice,
        appeal: book.safeguards.appeal,
        expiry: book.safeguards.expiry_months,
        ending: (months().flatten().count(), months().count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets;

    #[test]
    fn every_preset_of_the_gallery_has_a_row_but_the_blank_one() {
        let rows: Vec<&str> = sayings().iter().map(|it| it.preset.as_str()).collect();
        let listed = presets::ALL.iter().filter(|it| it.listed && it.id != "blank").map(|it| it.id);
        assert_eq!(rows, listed.collect::<Vec<_>>());
    }

    #[test]
    fn every_saying_has_a_source_that_there_is() {
        for row in sayings() {
            let preset = presets::latest(&row.preset).unwrap().scenario().unwrap();
            for it in &row.says {
                let name = format!("{} {:?}", row.preset, it.facet);
                assert!(it.text.ends_with('.') && it.text.chars().count() <= 130, "{name}: {}", it.text);
                assert!(it.reference.is_none() || it.source.is_none(), "{name} names its source twice");
                let is_unread = matches!(it.standing, Standing::Unverified | Standing::Invented);
                assert_eq!(
                    it.source(&preset.references).is_some(),
                    !is_unread || it.reference.is_some(),
                    "{name}: the source"
                );
            }
        }
    }

    #[test]
    fn every_point_is_told_once_and_in_order() {
        for row in sayings() {
            let facets: Vec<Facet> = row.says.iter().map(|it| it.facet).collect();
            assert!(facets.is_sorted_by(|one, other| one < other), "{}: {facets:?}", row.preset);
            for needed in [Facet::Who, Facet::Runs, Facet::Enters, Facet::Leaves, Facet::Follows] {
                assert!(facets.contains(&needed), "{} says nothing on {needed:?}", row.preset);
            }
        }
    }

    #[test]
    fn a_document_declares_what_stands_in_it() {
        let it = declared(&presets::latest("rongcheng-2021").unwrap().scenario().unwrap());
        assert!(it.consent && !it.notice && !it.appeal);
        assert_eq!((it.expiry, it.lists, it.cast.1), (Some(60), 1, 1));
        let list = declared(&presets::latest("judgment-defaulters").unwrap().scenario().unwrap());
        assert_eq!((list.scale, list.bands, list.lists, list.ending), (None, 0, 2, (0, 0)));
    }
}
