//! Editing without a page: the open document, its history, and routes. Everything here is tested natively.

pub mod edits;
pub mod history;
pub mod route;
pub mod rules;

pub use history::{Document, History};
pub use route::Route;
