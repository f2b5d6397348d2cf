//! Pictures of what the engine computed.
//!
//! [`curve`] draws how a score follows one number, in the same manner.
//!
//! A chart is drawn in two layers that share their scales. The lower one is an SVG without a word in it: [`life`] draws
//! the ground and the lines, the same bytes natively and in a browser, in colours that are names of CSS variables. The
//! upper one is the page's own: axis texts, marks, cursor and ribbons, placed by the same [`time`] and [`score`] scales,
//! with [`ribbons`] and [`marks`] already put in their places.
//! Nothing here knows the page or a language, and nothing computed here returns to the engine.

pub mod curve;
pub mod life;
pub mod marks;
pub mod palette;
pub mod ribbons;
pub mod score;
pub mod shares;
mod steps;
#[cfg(test)]
mod testing;
pub mod time;

pub use curve::{CurveChart, draw_curve};
pub use life::{Course, LifeChart, Role, draw};
pub use marks::{Effect, Mark};
pub use palette::band_token;
pub use ribbons::{Ribbon, Ribbons};
pub use score::{ScoreScale, ScoreTick, Stripe};
pub use time::{Step, Tick, TimeScale};
