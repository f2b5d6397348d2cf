//! What is known about each principle: what the lives shown say, and what the search found.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::jobs::Answer;
use crate::principles::test;
use crate::scenario::doc::Principle;
use crate::scenario::{Outcome, Scenario, evaluate};
use crate::text::finding::Named;
use crate::ui::kit::Roll;
use crate::ui::state::{Shown, texts};

/// How a principle fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is kept.
    Kept,
    /// It is broken.
    Broken,
    /// Nothing is known.
    Unknown,
}

impl State {
    /// The name of the state in the style sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Unknown => "unknown",
        }
    }
}

/// A principle and what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The principle.
    pub principle: Principle,
    /// The principle as a sentence.
    pub sentence: String,
    /// What the lives shown say.
    pub here: (State, String),
    /// What the search found.
    pub could: (State, String),
}

/// What a search found for one principle, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Could {
    /// How many lives were tried.
    pub tried: usize,
    /// How one of them breaks it.
    pub story: Option<String>,
    /// The document with that life.
    pub life: Option<Arc<Scenario>>,
}

/// The answers of a search by principle.
pub type Answers = BTreeMap<String, Could>;

/// Puts an answer into words. Each life is computed as it will be when it is opened.
pub fn in_words(answer: Answer) -> Answers {
    let Answer::Principles(answer) = answer else { return Answers::new() };
    let found = answer.found.into_iter().filter_map(|it| {
        let Some(life) = it.life else { return Some((it.id, Could { tried: it.tried, story: None, life: None })) };
        let outcome = evaluate(&life).ok()?;
        let principle = life.principles.iter().find(|principle| principle.id == it.id)?;
        let story = story(principle, &life, &outcome)?;
        Some((it.id, Could { tried: it.tried, story: Some(story), life: Some(Arc::new(*life)) }))
    });
    found.collect()
}

/// What is known about every principle of the open document. A search that was stopped finds nothing any more.
pub fn known(open: &Scenario, shown: &Shown, answers: &Answers, is_stopped: bool) -> Roll<Known> {
    let known = open.principles.iter().map(|it| {
        let here = shown.outcome.as_ref().map_or_else(
            || (State::Unknown, texts().principles.untested.to_owned()),
            |outcome| here(it, &shown.scenario, outcome),
        );
        let sentence = (texts().principles.sentence)(it, open);
        let known = Known { principle: it.clone(), sentence, here, could: could(answers.get(&it.id), is_stopped) };
        (it.id.clone(), known)
    });
    known.collect()
}

fn here(principle: &Principle, scenario: &Scenario, outcome: &Outcome) -> (State, String) {
    let t = &texts().principles;
    let tested = test(principle, scenario, outcome);
    match (tested.broken, tested.n) {
        (Some(it), _) => {
            let names = Named { scenario, outcome, subject: it.subject };
            (State::Broken, (t.broken_here)(&(t.story)(&it, &names)))
        }
        (None, 0) => (State::Unknown, t.untested.to_owned()),
        (None, n) => (State::Kept, (t.kept_here)(n)),
    }
}

fn could(answer: Option<&Could>, is_stopped: bool) -> (State, String) {
    let t = &texts().principles;
    match answer {
        None if is_stopped => (State::Unknown, t.unsearched.to_owned()),
        None => (State::Unknown, t.searching.to_owned()),
        Some(Could { tried, story: None, .. }) => (State::Kept, (t.kept_by_all)(*tried)),
        Some(Could { story: Some(story), .. }) => (State::Broken, (t.breakable)(story)),
    }
}

fn story(principle: &Principle, scenario: &Scenario, outcome: &Outcome) -> Option<String> {
    let broken = test(principle, scenario, outcome).broken?;
    let names = Named { scenario, outcome, subject: broken.subject };
    Some((texts().principles.story)(&broken, &names))
}
