//! What the numbers of a report mean, as data. Words are made from it elsewhere, in the language tables.
//!
//! - [`mod@finding`]: the most telling thing about a life;
//! - [`mod@shift`]: what an edit changed in a life, and [`no_effect`]: why it changed nothing.
//!
//! Everything is read off the report: nothing is computed a second time, so an explanation cannot disagree with the
//! account that it explains. Where two things are equally telling, the earlier in time or rulebook order is told.

mod causes;
mod comparison;
pub mod finding;
mod lists;
pub mod no_effect;
pub mod shift;
mod still;
#[cfg(test)]
pub(crate) mod testing;

pub use causes::{By, Cause};
pub use comparison::Comparison;
pub use finding::{Finding, ScaleEnd, finding};
pub use lists::Listing;
pub use no_effect::{Edited, NoEffect, why_no_effect};
pub use shift::{Change, Shift, between, shift};
pub use still::Still;
