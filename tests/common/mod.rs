//! What several test files share.
#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

pub mod account;
pub mod generate;
pub mod hash;
pub mod memory;
pub mod naive;
pub mod naive_society;
pub mod order;
pub mod overlay;
pub mod rename;
pub mod replay;
pub mod society;
