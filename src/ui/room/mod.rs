//! In the room: a lesson on a projector, the predictions of a class, and everything on paper.

mod cards;
mod class;
mod present;
mod sheet;

pub use cards::CardsPage;
pub use class::ClassPage;
pub use present::PresentPage;
pub use sheet::SheetPage;
