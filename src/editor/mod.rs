//! Editing without a page: the open document, its history, what an edit did not change, and routes. Everything here is
//! tested natively.

pub mod draft;
pub mod edits;
pub mod planned;
pub mod history;
pub mod route;
pub mod rules;
pub mod toy;
pub mod untouched;

pub use history::{Document, History};
pub use route::{Route, Sheet};
pub use toy::Toy;
pub use untouched::{Untouched, is_same_life, untouched};
