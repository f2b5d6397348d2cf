//! Social Credit Lab.

pub mod engine;
pub mod scenario;
#[cfg(feature = "ui")]
pub mod ui;
