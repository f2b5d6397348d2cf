//! Social Credit Lab.

#[cfg(feature = "ui")]
pub mod ui;
