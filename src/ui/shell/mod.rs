//! The bar on top, the footer, keyboard shortcuts, the address, announcements.

mod address;
mod announcer;
mod footer;
mod keys;
mod topbar;

pub use address::follow_address;
pub use announcer::Announcer;
pub use footer::Footer;
pub use keys::follow_keys;
pub use topbar::TopBar;
