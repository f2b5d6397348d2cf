//! Editing without a page: the open document, its history, what an edit did not change, routes and what they open,
//! what a browser keeps, numbers that were pinned, and care for real people. Everything here is tested natively.

mod address;
pub mod care;
pub mod claims;
pub mod draft;
pub mod drafts;
pub mod guard;
pub mod edits;
pub mod planned;
pub mod history;
pub mod keys;
pub mod open;
pub mod route;
pub mod rules;
pub mod shown;
pub mod span;
pub mod store;
pub mod tabs;
pub mod telling;
pub mod toy;
pub mod untouched;

pub use history::{Document, History};
pub use route::{Route, Sheet};
pub use shown::Shown;
pub use toy::Toy;
pub use untouched::{Untouched, is_same_life, untouched};
