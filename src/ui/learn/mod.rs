//! Lessons: the list, and one lesson step by step.
//!
//! - [`list`]: all lessons; [`lesson`]: one of them, a step at a time; [`ending`]: what follows its last step;
//! - [`step`]: text, stage, question and what is held back, for the lesson and for the projector;
//! - [`ask`]: questions, by what is given: a number, a choice, a line;
//! - [`playing`]: what the parts of a step share; [`answers`]: what was answered in this tab;
//! - [`words`]: paragraphs with quotes and references; [`lab_link`]: the way from a scenario to the lab;
//! - [`stage`]: what stands beside the text.

mod answers;
mod ask;
mod ending;
mod lab_link;
mod lesson;
mod list;
mod playing;
pub mod stage;
mod step;
mod words;

pub use answers::Answers;
pub use lesson::LessonPage;
pub use list::LearnPage;
pub use playing::{Playing, Town};
pub use stage::{Said, Stage, StepLab, said};
pub use step::{Paragraphs, StepBody};
pub use words::Words;
