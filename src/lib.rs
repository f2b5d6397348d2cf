//! Social Credit Lab: a web page on which a class takes a trust-scoring system apart.
//!
//! # Bird's eye
//!
//! A *scenario* is a document: a rulebook, a cast of fictional people and businesses, and what happens to them. It is
//! read ([`scenario::read`](scenario::read())), checked and resolved ([`scenario::lower()`]), and computed
//! ([`engine::run`]); the report holds every posting of every ledger, score and band on every day, and every reward and
//! penalty with its cause. The page shows the report, edits the document, and does it all again on each keystroke.
//!
//! ```text
//! JSON, link, preset ─▶ Scenario ─▶ Case ─▶ Report ─▶ charts, sentences, ledger
//!                          ▲                               │
//!                          └──────────── edits ────────────┘
//! ```
//!
//! # Entry points
//!
//! - [`scenario::evaluate`](scenario::evaluate()): from a document to everything that follows from it;
//! - [`engine::run`]: the engine alone;
//! - [`report::report_from_json`]: the same for other programs, JSON in and JSON out;
//! - `src/bin/app.rs`: the page; `src/bin/xtask`: everything a developer runs.
//!
//! # Code map
//!
//! Layers point one way; `tests/tidy.rs` holds them to it.
//!
//! ```text
//! engine  ◀─  scenario  ◀─  review, principles  ◀─  jobs
//!                 ▲                ▲                ▲
//!                 └── charts, text, editor, report ─┴──  ui
//! ```
//!
//! - [`engine`]: what happens to lives under a rulebook, and what the numbers mean. Exact integers. *API boundary*: its
//!   types are plain data with public fields, and no format depends on them.
//!   **Invariant:** no JSON, no page, no clock, no file, no language, no map with an arbitrary order, no transcendental
//!   function, no error type.
//! - [`engine::society`]: many lives under the same rules, month by month, and [`engine::society::measures`]: what their
//!   counts mean. **Invariant:** luck is a function of what it is for; the case engine agrees about every person.
//! - [`scenario`]: the document and its wire format, migrations, presets, comparison, links, and
//!   [`scenario::typed`]: the one reader of numbers and days that people type.
//!   **Invariant:** all text from outside comes in here and nowhere else; no sentence for readers is written here.
//! - [`review`]: what is questionable about a rulebook, and which safeguards it has.
//! - [`principles`]: sentences that a rulebook keeps or breaks, searches for the shortest life that breaks one, and the
//!   results that a reader expects.
//! - [`jobs`]: long computations in small steps, for a worker or for slices on the page.
//! - [`record`]: what is documented, what is only said, and where each statement comes from: data with sources.
//! - [`lessons`]: the format of lessons, quotes computed from their scenarios, predictions and their codes.
//! - [`charts`]: reports as SVG and as positions. **Invariant:** no text is drawn and no colour is chosen: the page writes
//!   the words, the style sheets have the colours, so one picture serves every theme and language.
//! - [`text`]: the language tables. **Invariant:** every sentence of the page stands here or in a scenario.
//! - [`editor`]: the open document, undo and redo, drafts, routes. **Invariant:** no browser: all of it is tested natively.
//! - [`report`]: the report as JSON.
//! - `worker`: the jobs in a thread of their own.
//! - `ui`: the page. **Invariant:** no component computes anything about scores, and none changes the document other than
//!   through `ui::state::Lab::edit`, so everything can be undone.
//!
//! # Cross-cutting
//!
//! - *Errors.* Whatever can be wrong with a document is a [`scenario::Diagnostic`]: a code, a place, and, in the language
//!   tables, a message and a hint. After lowering nothing can fail.
//! - *Determinism.* The report is a function of the document alone, bit for bit the same natively and in a browser;
//!   `tests/golden/hashes.txt` is asserted on both.
//! - *Hostile input.* Links and files are capped before and after unpacking ([`scenario::bounds`]); text is only text.
//! - *Time.* The only clock is in the page, for gestures and the dates of drafts.

pub mod engine;
pub mod scenario;
pub mod review;
pub mod principles;
pub mod jobs;
pub mod record;
pub mod lessons;
pub mod charts;
pub mod text;
pub mod editor;
pub mod report;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "worker")]
pub mod worker;
