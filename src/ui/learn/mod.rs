//! Lessons: the list, and one lesson step by step.
//!
//! - [`list`]: all lessons; [`lesson`]: one of them, a step at a time;
//! - [`playing`]: what the parts of a step share; [`words`]: paragraphs with quotes and references;
//! - [`stage`]: what stands beside the text.

mod lesson;
mod list;
pub(in crate::ui) mod playing;
mod stage;
mod words;

pub use lesson::LessonPage;
pub use list::LearnPage;
pub use playing::{Answers, Playing};
pub use stage::{Stage, StepLab};
pub use words::Words;
