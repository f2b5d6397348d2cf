//! Scenarios: the document, reading and checking it, presets, comparison, links.
//!
//! This layer turns what comes from outside into what the engine computes with, and nothing else does. A document goes
//! through [`read()`] (shape), then [`lower()`] (sense); both answer with [`Diagnostic`]s that name the place. Neither
//! knows the page, and neither contains a sentence for readers: diagnostics are data, the language tables word them.

pub mod bounds;
pub mod caps;
pub mod certificate;
pub mod compare;
pub mod diagnostic;
pub mod doable;
pub mod doc;
pub mod evaluate;
pub mod file;
pub mod link;
pub mod lower;
pub mod mark;
pub mod mechanisms;
pub mod migrate;
pub mod misshapen;
pub mod plain;
pub mod presets;
pub mod read;
pub mod shape;
pub mod society;
pub mod told;
pub mod transfer;
pub mod unique;
pub mod typed;
pub mod verdict;
pub mod wire;

pub use diagnostic::{Code, Diagnostic, Measure, Path, Severity, Thing};
pub use doc::Scenario;
pub use evaluate::{Outcome, evaluate};
pub use file::read_file;
pub use lower::{Lowered, lower};
pub use read::{read, write};
pub use wire::{DayText, Decimal};
