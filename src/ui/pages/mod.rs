//! Pages beside home and lab, one file each.

mod about;
mod changes;
mod compare;
mod society;
mod unknown;

pub use about::AboutPage;
pub use changes::ChangesPage;
pub use compare::ComparePage;
pub use society::SocietyPage;
pub use unknown::UnknownPage;
