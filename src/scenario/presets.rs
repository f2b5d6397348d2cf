//! Scenarios that come with the lab.

use super::diagnostic::Diagnostic;
use super::doc::Scenario;

/// A published scenario. Once published, a revision never changes: links refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its name in links.
    pub id: &'static str,
    /// Counted from 1.
    pub revision: u32,
    /// The document.
    pub json: &'static str,
    /// Whether it stands in the gallery.
    pub listed: bool,
}

/// All presets, in the order of the gallery.
pub const ALL: &[Preset] =
    &[Preset { id: "rongcheng-rules", revision: 1, json: include_str!("presets/rongcheng-rules.1.json"), listed: true }];

/// The latest revision of a preset.
pub fn latest(id: &str) -> Option<&'static Preset> {
    ALL.iter().filter(|it| it.id == id).max_by_key(|it| it.revision)
}

impl Preset {
    /// The document.
    ///
    /// # Errors
    ///
    /// None for the presets of this build; a test reads them all.
    pub fn scenario(&self) -> Result<Scenario, Diagnostic> {
        super::read(self.json)
    }
}
