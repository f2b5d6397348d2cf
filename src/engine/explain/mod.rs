//! What the numbers of a report mean, as data. Words are made from it elsewhere, in the language tables.
//!
//! - [`mod@finding`]: the most telling thing about a life;
//! - [`mod@shift`]: what an edit changed in a life, and [`no_effect`]: why it changed nothing;
//! - [`mod@notice`]: the last decision about somebody, and what led to it;
//! - [`mod@parts`]: what a score is made of;
//! - [`mod@idle`]: the events that made no difference, and why;
//! - [`mod@provenance`]: how one line of a ledger was made, and what hangs on it;
//! - [`mod@route`]: from a consequence back to the points;
//! - [`mod@ranks`]: two orders of the same subjects, pair by pair;
//! - [`mod@stays`]: when a subject was on which list;
//! - [`near_miss`]: how little was missing for a rule to meet an event;
//! - [`contributions`] and [`shapley`]: what each event and each rule brought;
//! - [`flip`]: what would move a subject to another band; [`curve`]: how score and band follow one number ([`dial`]);
//! - [`acts`]: what a subject could do; [`way_back`]: the cheapest way to a band; [`exchange`]: acts in units of each
//!   other; [`gaming`]: points for an hour;
//! - [`guess`]: how much of a life guesses about the rules explain.
//!
//! Explanations of what happened are read off the report: nothing is computed a second time, so they cannot disagree
//! with the account that they explain. Answers to "what if" come from running the engine on the case that is asked
//! about, or on an [`excerpt`] of it. Where two things are equally telling, the earlier in time or rulebook order is told.

pub mod acts;
mod causes;
mod comparison;
pub mod contributions;
pub mod curve;
pub mod dial;
pub mod excerpt;
pub mod exchange;
pub mod finding;
pub mod flip;
pub mod gaming;
pub mod guess;
pub mod idle;
mod lists;
pub mod near_miss;
pub mod no_effect;
pub mod notice;
pub mod parts;
pub mod provenance;
pub mod ranks;
pub mod route;
pub mod shapley;
pub mod shift;
pub mod stays;
mod still;
pub mod way_back;
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
pub use notice::{Notice, notice};
pub use parts::{Origin, Part, parts};
pub use provenance::{Feed, Provenance, provenance};
pub use ranks::{Pairs, pairs, swapped};
pub use route::{Route, route};
pub use shift::{Change, Shift, between, shift};
pub use stays::{Stay, stays};
pub use still::Still;
