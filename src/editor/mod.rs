//! Editing without a page: the open document, its history, what an edit did not change, routes,
//! numbers that were pinned, and care for real people. Everything here is tested natively.

pub mod care;
pub mod claims;
pub mod draft;
pub mod edits;
pub mod planned;
pub mod history;
pub mod keys;
pub mod route;
pub mod rules;
pub mod span;
pub mod telling;
pub mod toy;
pub mod untouched;

pub use history::{Document, History};
pub use route::{Route, Sheet};
pub use toy::Toy;
pub use untouched::{Untouched, is_same_life, untouched};
