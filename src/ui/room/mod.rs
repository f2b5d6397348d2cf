//! In the room: a lesson on a projector, the predictions of a class, and everything on paper.
//!
//! - [`opened`]: a lesson when it is there, or what is the matter with it;
//! - [`present`]: the projector, with its [`desk`] (keys and what they do), its [`bar`], its [`clock`] and its [`panes`];
//! - [`kept`]: what a class said at a step; [`class`]: that page; [`codes`], [`hands`], [`carry`]: how answers come in and
//!   go to another device; [`tally`], [`bars`], [`lines`], [`course`]: what they come to;
//! - [`sheet`]: a lesson on paper; [`cards`]: the people of the open scenario on paper.

mod bar;
mod bars;
mod cards;
mod carry;
mod class;
mod clock;
mod codes;
mod course;
mod desk;
mod hands;
mod kept;
mod lines;
mod opened;
mod panes;
mod present;
mod sheet;
mod tally;

pub use cards::CardsPage;
pub use class::ClassPage;
pub use present::PresentPage;
pub use sheet::SheetPage;
