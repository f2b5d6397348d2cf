//! Scenarios that come with the lab.
//!
//! A preset is one file, `presets/<id>.<revision>.json`, and one line in [`ALL`]. Links name a preset by id and
//! revision and hold only what is different, so **a revision never changes once it is published**: a correction is a
//! new file with the next revision, and the old one stays, unlisted.

use super::diagnostic::Diagnostic;
use super::doc::Scenario;
use super::read::read;

/// A scenario that comes with the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its name in links.
    pub id: &'static str,
    /// Which revision of it this is, counted from 1.
    pub revision: u32,
    /// The document.
    pub json: &'static str,
    /// Whether the gallery shows it.
    pub listed: bool,
}

macro_rules! preset {
    ($id:literal, $revision:literal, $listed:literal) => {
        Preset {
            id: $id,
            revision: $revision,
            json: include_str!(concat!("presets/", $id, ".", $revision, ".json")),
            listed: $listed,
        }
    };
}

/// All presets, in the order of the gallery; among revisions of one preset, oldest first.
pub const ALL: &[Preset] = &[
    preset!("popular-picture", 1, true),
    preset!("rongcheng-rules", 1, false),
    preset!("rongcheng-rules", 2, true),
    preset!("rongcheng-2021", 1, false),
    preset!("rongcheng-2021", 2, true),
    preset!("suining-2010", 1, true),
    preset!("jinan-dog-licence", 1, true),
    preset!("village-ledger", 1, true),
    preset!("hangzhou-rewards", 1, false),
    preset!("hangzhou-rewards", 2, true),
    preset!("commercial-score", 1, false),
    preset!("commercial-score", 2, true),
    preset!("judgment-defaulters", 1, false),
    preset!("judgment-defaulters", 2, true),
    preset!("firm-tax-rating", 1, false),
    preset!("firm-tax-rating", 2, true),
    preset!("credit-bureau", 1, false),
    preset!("credit-bureau", 2, true),
    preset!("blank", 1, true),
    // Home's toy.
    preset!("first-life", 1, false),
];

/// The preset of this name and revision.
pub fn find(id: &str, revision: u32) -> Option<&'static Preset> {
    ALL.iter().find(|it| it.id == id && it.revision == revision)
}

/// The latest revision of a preset.
pub fn latest(id: &str) -> Option<&'static Preset> {
    ALL.iter().filter(|it| it.id == id).max_by_key(|it| it.revision)
}

impl Preset {
    /// The scenario.
    ///
    /// # Errors
    ///
    /// As [`read`]; a test reads every preset, so this does not happen to one that is in [`ALL`].
    pub fn scenario(&self) -> Result<Scenario, Diagnostic> {
        read(self.json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::lower;

    #[test]
    fn every_preset_can_be_computed() {
        for preset in ALL {
            let scenario = preset.scenario();
            let scenario = scenario.unwrap_or_else(|it| panic!("{} {}: {it:?}", preset.id, preset.revision));
            let lowered = lower(&scenario);
            assert!(lowered.is_ok(), "{} {}: {:?}", preset.id, preset.revision, lowered.err());
        }
    }

    #[test]
    fn every_preset_is_found_by_its_name() {
        for preset in ALL {
            assert_eq!(find(preset.id, preset.revision), Some(preset), "listed twice");
            assert!(latest(preset.id).is_some_and(|it| it.revision >= preset.revision));
        }
        assert_eq!(find("rongcheng-rules", 0), None);
        assert_eq!(latest("nowhere"), None);
    }
}
