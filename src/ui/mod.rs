//! The page. The only layer that sees Leptos and the browser.
//!
//! - [`state`]: the open document, what follows from it, and what the reader is looking at;
//! - [`app`]: the frame and the choice of a page by route;
//! - [`shell`]: the bar on top, keyboard shortcuts, announcements;
//! - [`home`], [`lab`], [`pages`]: the pages;
//! - [`learn`]: lessons; [`room`]: lessons on a projector, in a class and on paper;
//! - [`data`]: lessons and the record, fetched when they are needed;
//! - [`search`]: long computations that components ask for;
//! - [`share`]: links, files and drafts;
//! - [`pin`]: numbers that readers keep, with what it takes to cite them;
//! - [`kit`]: inputs and other small parts that several of them use.
//!
//! No component computes anything about scores: it reads the outcome, and it edits the document.

mod api;
mod app;
mod data;
mod home;
mod kit;
mod lab;
mod learn;
mod pages;
mod pin;
mod room;
mod search;
mod senseless;
mod share;
mod shell;
mod state;

/// Mounts the page into the document's body.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::App);
    shell::survive_translation();
}
