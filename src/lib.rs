//! Social Credit Lab.

pub mod charts;
pub mod engine;
pub mod scenario;
pub mod text;
pub mod editor;
pub mod report;
#[cfg(feature = "ui")]
pub mod ui;
