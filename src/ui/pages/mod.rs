//! Pages beside home and lab, one file each.

mod about;
mod changes;
mod claims;
mod compare;
mod record;
pub(in crate::ui) mod society;
mod unknown;
mod watching;

pub use about::AboutPage;
pub use changes::ChangesPage;
pub use claims::ClaimsPage;
pub use compare::ComparePage;
pub use record::RecordPage;
pub use society::SocietyPage;
pub use unknown::UnknownPage;
pub use watching::WatchingPage;
