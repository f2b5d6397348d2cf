//! The file of a lesson, version 1.

use serde::Deserialize;
use serde_json::Value;

use crate::scenario::wire::DayText;

/// The version that this build reads.
pub const VERSION: u32 = 1;

/// The list of lessons, in the order of the page: `index.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// The lessons.
    pub lessons: Vec<Entry>,
}

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its file and its name in links, for good.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One sentence: what it asks.
    pub summary: String,
    /// How long it takes.
    pub minutes: u32,
}

/// A lesson.
///
/// Texts are paragraphs as [`super::text`] reads them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// The version of this format: 1.
    pub version: u32,
    /// Its file and its name in links, for good.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One sentence: what it asks.
    pub summary: String,
    /// How long it takes: the sum of its steps.
    pub minutes: u32,
    /// What one can do or say afterwards.
    pub goals: Vec<String>,
    /// What is often believed, and what to say to it.
    pub misconceptions: Vec<Misconception>,
    /// For the teacher, before it begins: what to prepare, what to look out for, what to leave out if time is short.
    pub teacher: Vec<String>,
    /// The scenarios that its steps use.
    #[serde(default)]
    pub scenarios: Vec<Staged>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Questions for the end, without a right answer.
    pub discuss: Vec<String>,
    /// Statements of the record to read on with, by their ids.
    #[serde(default)]
    pub read: Vec<String>,
}

/// A belief and what to say to it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misconception {
    /// As one hears it.
    pub belief: String,
    /// What to say.
    pub answer: String,
}

/// A scenario of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staged {
    /// Named by steps and quotes.
    pub id: String,
    /// The preset it is made of, with its revision: `jinan-dog-licence@1`.
    pub preset: String,
    /// What is different: a patch as [`crate::scenario::compare::apply`] reads it.
    #[serde(default)]
    pub change: Option<Value>,
    /// The subject that is looked at first; the first one, if none.
    #[serde(default)]
    pub subject: Option<String>,
}

/// A step of a lesson: one screen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name inside the lesson.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What one does in it.
    pub beat: Beat,
    /// How long it takes.
    pub minutes: u32,
    /// The scenario of the step; none, if nothing is computed in it.
    #[serde(default)]
    pub scenario: Option<String>,
    /// What is read first.
    pub text: Vec<String>,
    /// What stands beside the text, from top to bottom.
    #[serde(default)]
    pub show: Vec<Shown>,
    /// What is asked before the result is shown.
    #[serde(default)]
    pub ask: Option<Ask>,
    /// What to notice: read after the answer; at once where nothing is asked.
    #[serde(default)]
    pub notice: Vec<String>,
    /// Questions to talk about in this step, without a right answer.
    #[serde(default)]
    pub discuss: Vec<String>,
    /// For the teacher.
    #[serde(default)]
    pub teacher: Vec<String>,
    /// For the answer key.
    #[serde(default)]
    pub key: Vec<String>,
}

/// What one does in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Beat {
    /// Reads and looks.
    Look,
    /// Works it out by hand.
    Hand,
    /// Predicts, then sees.
    Predict,
    /// Changes one thing.
    Dial,
    /// Repairs something.
    Repair,
    /// Takes a stand.
    Argue,
}

/// Something beside the text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// What.
    pub what: What,
    /// Whether it is held back until the question of the step is answered.
    #[serde(default)]
    pub later: bool,
}

/// What can be shown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum What {
    /// A life as a chart with its consequences and its table.
    Life {
        /// Whose; that of the scenario, if none.
        #[serde(default)]
        subject: Option<String>,
        /// Another scenario of the lesson whose course of the same life is drawn as a ghost.
        #[serde(default)]
        against: Option<String>,
        /// Whether events may be added and moved.
        #[serde(default)]
        editable: bool,
    },
    /// The ledger of a life: every line with its rule.
    Ledger {
        /// Whose; that of the scenario, if none.
        #[serde(default)]
        subject: Option<String>,
    },
    /// A life to be worked out: its events as a table with empty places for points and score, checked on demand.
    ByHand {
        /// Whose; that of the scenario, if none.
        #[serde(default)]
        subject: Option<String>,
    },
    /// Rules as sentences.
    Rules {
        /// Which, by their ids; all, if none are named.
        #[serde(default)]
        only: Vec<String>,
    },
    /// Numbers and switches of the document that may be changed here, and nothing else may.
    Controls(Vec<Control>),
    /// Many lives: measures by group as bars with intervals, under the rulebook and, if the scenario has a reform, under it.
    Town {
        /// Measures, by their ids.
        measures: Vec<String>,
        /// Whether each group has its bar, and not only all together.
        #[serde(default)]
        groups: bool,
    },
    /// Published counts of right and wrong calls, with the rates that follow.
    Counts {
        /// The statement whose figures they are, named `<row>-tp`, `<row>-fp`, `<row>-fn`, `<row>-tn`.
        fact: String,
        /// The rows: id and label.
        rows: Vec<Row>,
    },
    /// Myths of the record, to be sorted, then answered.
    Myths(Vec<String>),
    /// Statements of the record as cards.
    Facts(Vec<String>),
    /// Systems of the record side by side.
    Systems(Vec<String>),
    /// The letter that a subject would get, at each transparency.
    Letter {
        /// To whom; that of the scenario, if none.
        #[serde(default)]
        subject: Option<String>,
    },
    /// The principles of the scenario, each kept or broken, with a counterexample.
    Principles,
    /// The bands with their consequences.
    Bands,
    /// Approve the rules; then draw who you are; then approve again.
    Veil,
}

/// A row of published counts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The beginning of the names of its figures.
    pub id: String,
    /// As it is shown.
    pub label: String,
}

/// Something of the document that may be changed in a step.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Control {
    /// A number.
    Number {
        /// What it is.
        label: String,
        /// Where it stands: names of fields and ids of list members, divided by `/`: `rulebook/rules/off-lead/points/value`.
        path: String,
        /// The least, in the units of the document.
        lowest: i64,
        /// The most.
        highest: i64,
        /// The distance between two positions.
        step: i64,
    },
    /// A switch.
    Switch {
        /// What it is.
        label: String,
        /// Where it stands, as above.
        path: String,
    },
    /// An assumption of the town.
    Dial {
        /// What it is.
        label: String,
        /// Its id.
        dial: String,
        /// The least, in its unit.
        lowest: i32,
        /// The most.
        highest: i32,
        /// The distance between two positions.
        step: i32,
    },
    /// Choices, each of which is a patch on the scenario of the step: the first is the scenario as it is.
    Choice {
        /// What is chosen.
        label: String,
        /// The choices.
        options: Vec<Variant>,
    },
}

/// One of several versions of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// What it is.
    pub label: String,
    /// What is different from the scenario of the step.
    #[serde(default)]
    pub change: Option<Value>,
}

/// What is asked before a result is shown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ask {
    /// A number.
    Number {
        /// The question.
        question: String,
        /// What it is in: `points`, `people in a hundred`.
        unit: String,
        /// The least that can be given.
        lowest: i64,
        /// The most.
        highest: i64,
        /// The distance between two positions.
        #[serde(default = "one")]
        step: i64,
        /// What comes true: a quote without braces.
        truth: String,
    },
    /// One of several.
    Choice {
        /// The question.
        question: String,
        /// The answers. If one has a condition, exactly one comes true; if none has, all can be defended, and the page adds
        /// the answer that the question itself is wrong.
        options: Vec<Given>,
    },
    /// The course of a score, drawn month by month before it is shown.
    Line {
        /// The question.
        question: String,
        /// Whose score; that of the scenario, if none.
        #[serde(default)]
        subject: Option<String>,
        /// The months before this day are shown; from it on the course is drawn.
        from: DayText,
    },
}

/// An answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// The answer.
    pub text: String,
    /// When it is right: `score:mei < score:tom`, between two quotes or a quote and a number.
    #[serde(default)]
    pub right: Option<String>,
    /// What is said to who gave it, or what speaks for it.
    pub reply: String,
}

fn one() -> i64 {
    1
}

impl Lesson {
    /// The scenario with an id.
    pub fn staged(&self, id: &str) -> Option<&Staged> {
        self.scenarios.iter().find(|it| it.id == id)
    }
}

impl Ask {
    /// The question.
    pub fn question(&self) -> &str {
        match self {
            Self::Number { question, .. } | Self::Choice { question, .. } | Self::Line { question, .. } => question,
        }
    }

    /// Whether there is something that comes true, and not only something to take a stand on.
    pub fn has_truth(&self) -> bool {
        match self {
            Self::Choice { options, .. } => options.iter().any(|it| it.right.is_some()),
            Self::Number { .. } | Self::Line { .. } => true,
        }
    }
}
