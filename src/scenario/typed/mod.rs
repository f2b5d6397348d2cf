//! Numbers and days as people type and paste them: the one reader for every field of the page.
//!
//! What looks alike is read alike: dashes, digits of other scripts, spaces, full-width signs, marks that nobody sees.
//! What can be read in two ways is not decided here but answered with both.

mod day;
mod number;
mod sign;

pub use day::{DayReading, read_day};
pub use number::{Reading, Takes, read_number};
pub(super) use sign::digit;
