//! The engine: what happens to lives under a rulebook.
//!
//! It knows no JSON, no page, no clock, no file and no language. Its input ([`Case`]) has been checked before it gets
//! here, so nothing in it can fail: there is no error type. Its result is a function of the input alone, bit for bit
//! the same natively and in a browser, because scores are integers, order is written down, and no map with an
//! arbitrary order and no transcendental function is used.

pub mod calendar;
pub mod case;
pub mod condition;
pub mod explain;
pub mod model;
pub mod points;
pub mod society;

pub use calendar::Day;
pub use case::{Report, run};
pub use model::Case;
pub use points::Points;
