//! Pages beside home and lab, one file each.

mod about;
mod changes;
mod unknown;

pub use about::AboutPage;
pub use changes::ChangesPage;
pub use unknown::UnknownPage;
