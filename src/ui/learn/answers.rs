//! What was answered in this tab. It survives a reload and is forgotten with the tab.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::editor::store::Thing;
use crate::lessons::Answer;
use crate::scenario::plain::clean;
use crate::ui::share::InTab;

/// The name under which the tab keeps it.
const NAME: &str = "scl.lessons";
/// The version of what is kept. Builds of before wrote none.
const VERSION: u64 = 1;
/// Codes have so many numbers for devices.
const DEVICES: f64 = 1024.0;

/// What was answered in this tab, by lesson and step.
#[derive(Clone, Copy)]
pub struct Answers(RwSignal<Kept>, StoredValue<InTab>);

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    version: u64,
    device: u16,
    lessons: BTreeMap<String, Trace>,
}

/// What was done in a lesson.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Trace {
    /// The step that was shown last.
    at: String,
    /// Whether the last step was ever shown.
    done: bool,
    steps: BTreeMap<String, Mark>,
}

/// What was done at a step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Mark {
    answer: Option<Answer>,
    /// Whether the result was shown without an answer.
    shown: bool,
    /// Why the question is wrong, in the reader's words.
    why: String,
}

impl Answers {
    /// Makes the answers of this tab known to the whole page.
    pub fn provide() {
        let (place, kept) = InTab::find(Thing::Answers, NAME, VERSION);
        let kept = kept.map_or_else(fresh, |it: Kept| Kept { version: VERSION, ..it });
        provide_context(Self(RwSignal::new(kept), StoredValue::new(place)));
    }

    /// The answers.
    pub fn get() -> Self {
        expect_context()
    }

    /// What was answered at a step.
    pub fn at(self, lesson: &str, step: &str) -> Option<Answer> {
        self.read(lesson, step, |it| it.answer.clone()).flatten()
    }

    /// Answers a step, or takes the answer back.
    pub fn set(self, lesson: &str, step: &str, answer: Option<Answer>) {
        self.write(lesson, step, |it| {
            it.shown &= answer.is_some();
            it.answer = answer;
        });
    }

    /// Whether the result of a step may be seen: it was answered, or shown without an answer.
    pub fn revealed(self, lesson: &str, step: &str) -> bool {
        self.read(lesson, step, |it| it.shown || it.answer.is_some()).unwrap_or_default()
    }

    /// Shows the result of a step without an answer.
    pub fn show(self, lesson: &str, step: &str) {
        self.write(lesson, step, |it| it.shown = true);
    }

    /// Why the question of a step is wrong, in the reader's words.
    pub fn why(self, lesson: &str, step: &str) -> String {
        self.read(lesson, step, |it| it.why.clone()).unwrap_or_default()
    }

    /// Keeps why the question of a step is wrong.
    pub fn set_why(self, lesson: &str, step: &str, why: String) {
        self.write(lesson, step, |it| it.why = clean(&why).into_owned());
    }

    /// Notes that a step is shown, and whether it is the last.
    pub fn visit(self, lesson: &str, step: &str, last: bool) {
        let seen =
            self.0.with_untracked(|it| it.lessons.get(lesson).is_some_and(|it| it.at == step && it.done >= last));
        if !seen {
            self.change(|it| {
                let trace = it.lessons.entry(lesson.to_owned()).or_default();
                step.clone_into(&mut trace.at);
                trace.done |= last;
            });
        }
    }

    /// Whether the last step of a lesson was ever shown.
    pub fn is_done(self, lesson: &str) -> bool {
        self.0.with(|it| it.lessons.get(lesson).is_some_and(|it| it.done))
    }

    /// The step of a lesson that was shown last.
    pub fn step_of(self, lesson: &str) -> Option<String> {
        self.0.with(|it| it.lessons.get(lesson).map(|it| it.at.clone()))
    }

    /// Whether anything was done in a lesson.
    pub fn any(self) -> bool {
        self.0.with(|it| !it.lessons.is_empty())
    }

    /// Forgets everything.
    pub fn forget(self) {
        self.change(|it| *it = fresh());
    }

    /// The number in codes that tells this device from others.
    pub fn device(self) -> u16 {
        self.0.with_untracked(|it| it.device)
    }

    fn read<T>(self, lesson: &str, step: &str, read: impl FnOnce(&Mark) -> T) -> Option<T> {
        self.0.with(|it| it.lessons.get(lesson)?.steps.get(step).map(read))
    }

    fn write(self, lesson: &str, step: &str, write: impl FnOnce(&mut Mark)) {
        let (lesson, step) = (lesson.to_owned(), step.to_owned());
        self.change(|it| write(it.lessons.entry(lesson).or_default().steps.entry(step).or_default()));
    }

    fn change(self, change: impl FnOnce(&mut Kept)) {
        self.0.try_update(change);
        let text = self.0.try_with_untracked(|it| serde_json::to_string(it).unwrap_or_default());
        if let Some(text) = text {
            self.1.try_with_value(|it| it.keep(&text));
        }
    }
}

/// Nothing answered, on a device with a number of its own.
fn fresh() -> Kept {
    // A float becomes the integer below it.
    let device = (js_sys::Math::random() * DEVICES) as u16;
    Kept { version: VERSION, device, lessons: BTreeMap::new() }
}
