//! Lessons: what a class reads, predicts, runs, changes and argues about, one step after the other.
//!
//! A lesson is a data file, `public/lessons/<language>/<id>.json`, and one line in `index.json` beside it. The page
//! fetches it when it is opened; the tests read it from disk. No number of a scenario is typed into a text: a text
//! *quotes* it, `{score:mei@2019-03-01}`, and the quote is computed from the scenario of its step. No fact is typed
//! either: `[[dog-outcome]]` points at an entry of the record, and `{fact:dog-outcome.penalised}` quotes its figure.
//!
//! - [`format`](mod@format): the file;
//! - [`text`]: paragraphs with emphasis, quotes and references;
//! - [`quote`]: what can be quoted, and its value;
//! - [`scene`]: the scenarios of a lesson, computed;
//! - [`by_hand`]: a life step by step, to be worked out on paper;
//! - [`answer`]: predictions, what came true, and short codes for them;
//! - [`drawn`]: courses that are drawn;
//! - [`tally`]: many predictions put together.

pub mod answer;
pub mod by_hand;
pub mod drawn;
pub mod format;
pub mod quote;
pub mod scene;
pub mod tally;
pub mod text;

pub use answer::Answer;
pub use format::{Lesson, Step};
pub use quote::{Quote, Quoted, TownValues};
pub use scene::{Scene, Trouble};
pub use text::{Piece, pieces};
