//! What the numbers of a report mean, as data. Words are made from it elsewhere, in the language tables.
//!
//! - [`mod@finding`]: the most telling thing about a life;
//! - [`mod@shift`]: what an edit changed in a life, and [`no_effect`]: why it changed nothing;
//! - [`mod@parts`]: what a score is made of;
//! - [`mod@idle`]: the events that made no difference, and why;
//! - [`mod@stays`]: when a subject was on which list;
//! - [`mod@route`]: from a consequence back to the points;
//! - [`near_miss`]: how little was missing for a rule to meet an event;
//! - [`contributions`] and [`shapley`]: what each event and each rule brought;
//! - [`flip`]: what would move a subject to another band; [`curve`]: how score and band follow one number ([`dial`]).
//!
//! The first seven read everything off the report: nothing is computed a second time, so an explanation cannot disagree
//! with the account that it explains. The others compute an [`excerpt`] of the case again, with something left out. Where two things are equally telling, the earlier in time or rulebook order is told.

mod causes;
mod comparison;
pub mod contributions;
pub mod curve;
pub mod dial;
pub mod excerpt;
pub mod finding;
pub mod flip;
pub mod idle;
mod lists;
pub mod near_miss;
pub mod no_effect;
pub mod parts;
pub mod route;
pub mod shapley;
pub mod shift;
pub mod stays;
mod still;
#[cfg(test)]
pub(crate) mod testing;

pub use causes::{By, Cause};
pub use comparison::Comparison;
pub use contributions::{Among, Contributions, Measure, Method, Player, Share, Shares};
pub use curve::{At, Curve, CurveSearch};
pub use dial::Dial;
pub use finding::{Finding, ScaleEnd, finding};
pub use flip::{Edit, FlipSearch, Flips, Way, Without};
pub use idle::{Idle, Why, idle, matters};
pub use lists::Listing;
pub use near_miss::{NearMiss, Need, Says, near_misses};
pub use no_effect::{Edited, NoEffect, why_no_effect};
pub use parts::{Origin, Part, parts};
pub use route::{Route, route};
pub use shift::{Change, Shift, between, shift};
pub use stays::{Stay, stays};
pub use still::Still;
