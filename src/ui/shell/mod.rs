//! The frame around every page: the bar on top, the footer, shortcuts, colours, the address, announcements.

mod address;
mod announcer;
mod footer;
mod history;
mod icons;
mod keys;
mod renamed;
mod shortcuts;
mod theme;
mod title;
mod topbar;
mod translated;
mod view_menu;

pub use address::{arrive_again, follow_address, place_in_page, route_now};
pub use announcer::Announcer;
pub use footer::Footer;
pub use keys::follow_keys;
pub use renamed::RenamedNotice;
pub use shortcuts::ShortcutTable;
pub use title::follow_title;
pub use topbar::TopBar;
pub use translated::survive_translation;
