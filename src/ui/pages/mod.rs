//! Pages beside home and lab, one file each.

mod about;
mod changes;
mod compare;
mod unknown;

pub use about::AboutPage;
pub use changes::ChangesPage;
pub use compare::ComparePage;
pub use unknown::UnknownPage;
