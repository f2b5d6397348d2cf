//! Every lesson can be played: its scenarios are sound, its quotes have values, its claims are in the record.
//!
//! Each complaint names the lesson, the step and the text, so that who writes a lesson needs nothing else.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde_json::Value;
use social_credit_lab::engine::society::measures::{Measure, Who, summarise};
use social_credit_lab::engine::society::{Society, Tally, count};
use social_credit_lab::jobs::society::{Lives, replicates};
use social_credit_lab::lessons::format::{Ask, Beat, Control, Index, Lesson, Shown, Step, VERSION, What};
use social_credit_lab::lessons::quote::{Quote, Quoted, TownValues, counts, holds};
use social_credit_lab::lessons::scene::{Scene, at, put, with};
use social_credit_lab::lessons::{Piece, pieces};
use social_credit_lab::record::{Facts, Myth, System};
use social_credit_lab::scenario::society::dial;
use social_credit_lab::scenario::{Scenario, evaluate};

/// The most person-months that a step may count: what a school laptop does in about two seconds.
const MOST_PERSON_MONTHS: u64 = 2_000_000;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name).join("en")
}

fn file<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|it| panic!("{}: {it}", path.display()))
}

fn lessons() -> Vec<Lesson> {
    let index: Index = file(&folder("lessons").join("index.json"));
    index.lessons.iter().map(|it| file(&folder("lessons").join(format!("{}.json", it.id)))).collect()
}

/// The record, as far as lessons point into it.
struct Record {
    facts: Facts,
    myths: Vec<Myth>,
    systems: Vec<System>,
}

fn record() -> Record {
    let part = |name: &str| folder("record").join(format!("{name}.json"));
    Record { facts: file(&part("facts")), myths: file(&part("myths")), systems: file(&part("systems")) }
}

/// The town of a scenario, counted as the page counts it.
struct Counted {
    first: (Society, Vec<Tally>),
    second: Option<(Society, Vec<Tally>)>,
}

impl Counted {
    fn of(scene: &Scene) -> Self {
        let lives = Lives::of(&scene.scenario, &scene.outcome).expect("a society");
        let lived = |it: &Society| {
            let tallies =
                (0..replicates(&scene.scenario)).map(|replicate| count(it, replicate, 0..it.neighbourhoods()));
            (it.clone(), tallies.collect())
        };
        Self { first: lived(&lives.first), second: lives.second.as_ref().map(|it| lived(&it.1)) }
    }
}

impl TownValues for Counted {
    fn value(&self, reform: bool, measure: Measure, who: Who) -> Option<f64> {
        let (society, tallies) = if reform { self.second.as_ref()? } else { &self.first };
        let values: Vec<f64> = tallies.iter().filter_map(|it| measure.value(society, it, who)).collect();
        summarise(&values).map(|it| it.median)
    }
}

/// A lesson that is being checked.
struct Check<'a> {
    lesson: &'a Lesson,
    record: &'a Record,
    scenes: Vec<Scene>,
    wrong: Vec<String>,
}

impl Check<'_> {
    fn complain(&mut self, place: &str, what: impl std::fmt::Display) {
        self.wrong.push(format!("{} / {place}: {what}", self.lesson.id));
    }

    fn scene(&self, step: &Step) -> Option<&Scene> {
        self.scenes.iter().find(|it| Some(&it.id) == step.scenario.as_ref())
    }

    fn value(&self, quote: &str, step: Option<&Step>, town: Option<&Counted>) -> Option<Quoted> {
        let own = step.and_then(|it| self.scene(it));
        let none = social_credit_lab::lessons::quote::NoTown;
        let town: &dyn TownValues = town.map_or(&none, |it| it);
        Quote::read(quote).value(own, &self.scenes, &self.record.facts, town)
    }

    /// A text that is read: no typed numbers, every quote has a value, every reference leads somewhere.
    fn text(&mut self, place: &str, text: &str, step: Option<&Step>, town: Option<&Counted>) {
        if text.trim().is_empty() {
            self.complain(place, "an empty text");
        }
        for piece in pieces(text) {
            match piece {
                Piece::Text(it) | Piece::Emphasis(it) => {
                    if it.contains(|it: char| it.is_ascii_digit()) {
                        self.complain(place, format!("a typed number in “{it}”: quote it"));
                    }
                    if it.contains(['{', '}']) || it.contains("[[") || it.contains("]]") {
                        self.complain(place, format!("a brace or bracket that is not closed in “{it}”"));
                    }
                }
                Piece::Quote(it) => match self.value(&it, step, town) {
                    None => self.complain(place, format!("{{{it}}} quotes nothing")),
                    Some(Quoted::Pending) => {
                        self.complain(place, format!("{{{it}}} is not known yet where it stands"));
                    }
                    Some(_) => {}
                },
                Piece::Fact(id) => {
                    if self.record.facts.fact(&id).is_none() {
                        self.complain(place, format!("[[{id}]] is not in the record"));
                    }
                }
            }
        }
    }

    fn texts(&mut self, place: &str, texts: &[String], step: Option<&Step>, town: Option<&Counted>) {
        for (number, it) in texts.iter().enumerate() {
            self.text(&format!("{place} {}", number + 1), it, step, town);
        }
    }

    fn subject(&mut self, place: &str, step: &Step, subject: Option<&String>) {
        let Some(scene) = self.scene(step) else { return self.complain(place, "shows a life and has no scenario") };
        if let Some(id) = subject
            && scene.life(id).is_none()
        {
            self.complain(place, format!("no subject “{id}”"));
        }
    }

    fn shown(&mut self, step: &Step, shown: &Shown) {
        let place = format!("{} / show", step.id);
        if shown.later && step.ask.is_none() {
            self.complain(&place, "held back, and nothing is asked");
        }
        let needs_scene =
            !matches!(shown.what, What::Counts { .. } | What::Myths(_) | What::Facts(_) | What::Systems(_));
        if needs_scene && self.scene(step).is_none() {
            return self.complain(&place, format!("{:?} needs a scenario", shown.what));
        }
        match &shown.what {
            What::Life { subject, against, .. } => {
                self.subject(&place, step, subject.as_ref());
                if let Some(id) = against
                    && !self.scenes.iter().any(|it| it.id == *id)
                {
                    self.complain(&place, format!("no scenario “{id}” to draw against"));
                }
            }
            What::Ledger { subject } | What::ByHand { subject } | What::Letter { subject } => {
                self.subject(&place, step, subject.as_ref());
            }
            What::Rules { only } => {
                let rules: Vec<String> =
                    self.scene(step).unwrap().scenario.rulebook.rules.iter().map(|it| it.id.clone()).collect();
                for it in only.iter().filter(|it| !rules.contains(it)) {
                    self.complain(&place, format!("no rule “{it}”"));
                }
            }
            What::Controls(controls) => {
                for it in controls {
                    self.control(step, it);
                }
            }
            What::Town { measures, .. } => {
                for it in measures.iter().filter(|it| Measure::by_id(it).is_none()) {
                    self.complain(&place, format!("no measure “{it}”"));
                }
                let scene = self.scene(step).unwrap();
                let Some(lives) = Lives::of(&scene.scenario, &scene.outcome) else {
                    return self.complain(&place, "no town can be made of the scenario");
                };
                let once = u64::from(lives.first.people) * u64::from(lives.first.months);
                let all = once * u64::from(replicates(&scene.scenario)) * if lives.second.is_some() { 2 } else { 1 };
                if all > MOST_PERSON_MONTHS {
                    self.complain(&place, format!("{all} person-months are too many for a school laptop"));
                }
            }
            What::Counts { fact, rows } => {
                for row in rows.iter().filter(|it| counts(&self.record.facts, fact, &it.id).is_none()) {
                    self.complain(&place, format!("no counts “{}” in the fact “{fact}”", row.id));
                }
            }
            What::Myths(ids) => {
                for id in ids.iter().filter(|id| !self.record.myths.iter().any(|it| it.id == **id)) {
                    self.complain(&place, format!("no myth “{id}”"));
                }
            }
            What::Facts(ids) => {
                for id in ids.iter().filter(|id| self.record.facts.fact(id).is_none()) {
                    self.complain(&place, format!("no fact “{id}”"));
                }
            }
            What::Systems(ids) => {
                for id in ids.iter().filter(|id| !self.record.systems.iter().any(|it| it.id == **id)) {
                    self.complain(&place, format!("no system “{id}”"));
                }
            }
            What::Principles => {
                if self.scene(step).unwrap().scenario.principles.is_empty() {
                    self.complain(&place, "the scenario has no principles");
                }
            }
            What::Bands => {
                if self.scene(step).unwrap().scenario.rulebook.bands.is_empty() {
                    self.complain(&place, "the scenario has no bands");
                }
            }
            What::Veil => {
                if self.scene(step).unwrap().scenario.cast.len() < 2 {
                    self.complain(&place, "nobody else to be drawn");
                }
            }
        }
    }

    /// A control can be moved to both ends, and the document stays sound.
    fn control(&mut self, step: &Step, control: &Control) {
        let place = format!("{} / control", step.id);
        let scenario = self.scene(step).unwrap().scenario.clone();
        let sound = |check: &mut Self, what: &str, it: Result<Scenario, String>| match it {
            Err(why) => check.complain(&place, format!("{what}: {why}")),
            Ok(it) => {
                if let Err(why) = evaluate(&it) {
                    check.complain(&place, format!("{what}: {why:?}"));
                }
            }
        };
        let put = |path: &str, value: Value| put(&scenario, path, value).map_err(|it| format!("{it:?}"));
        match control {
            Control::Number { label, path, lowest, highest, step: by } => {
                if lowest >= highest || *by < 1 {
                    self.complain(&place, format!("“{label}” goes nowhere"));
                }
                match at(&scenario, path).as_ref().and_then(Value::as_f64) {
                    None => self.complain(&place, format!("“{label}”: no number at {path}")),
                    Some(it) if it < *lowest as f64 || it > *highest as f64 => {
                        self.complain(&place, format!("“{label}” stands at {it}, outside of its range"));
                    }
                    Some(_) => {}
                }
                for end in [lowest, highest] {
                    sound(self, label, put(path, (*end).into()));
                }
            }
            Control::Switch { label, path } => {
                // A switch that is off may be left out of the document.
                if !matches!(at(&scenario, path), None | Some(Value::Bool(_))) {
                    self.complain(&place, format!("“{label}”: no switch at {path}"));
                }
                for it in [true, false] {
                    sound(self, label, put(path, it.into()));
                }
            }
            Control::Dial { label, dial: id, lowest, highest, step: by } => {
                let Some(spec) = dial(id) else { return self.complain(&place, format!("no assumption “{id}”")) };
                if lowest >= highest || *by < 1 || !spec.allows(*lowest) || !spec.allows(*highest) {
                    self.complain(
                        &place,
                        format!("“{label}” does not fit into {}..{}", spec.family.min, spec.family.max),
                    );
                }
            }
            Control::Choice { label, options } => {
                if options.len() < 2 {
                    self.complain(&place, format!("“{label}” leaves no choice"));
                }
                for it in options {
                    sound(self, &it.label, with(&scenario, it.change.as_ref()).map_err(|it| format!("{it:?}")));
                }
            }
        }
    }

    fn ask(&mut self, step: &Step, ask: &Ask, town: Option<&Counted>) {
        let place = format!("{} / ask", step.id);
        self.text(&place, ask.question(), Some(step), None);
        match ask {
            Ask::Number { unit, lowest, highest, step: by, truth, .. } => {
                if unit.is_empty() || lowest >= highest || *by < 1 {
                    self.complain(&place, "a unit and a range are needed");
                }
                match self.value(truth, Some(step), town).as_ref().and_then(Quoted::number) {
                    None => self.complain(&place, format!("“{truth}” has no value")),
                    Some(it) if it < *lowest as f64 || it > *highest as f64 => {
                        self.complain(&place, format!("{it} comes true, which cannot be answered"));
                    }
                    Some(_) => {}
                }
            }
            Ask::Choice { options, .. } => {
                if options.len() < 2 {
                    self.complain(&place, "leaves no choice");
                }
                let mut right = 0;
                for it in options {
                    self.text(&place, &it.text, Some(step), None);
                    self.text(&place, &it.reply, Some(step), town);
                    let Some(condition) = &it.right else { continue };
                    let none = social_credit_lab::lessons::quote::NoTown;
                    let values: &dyn TownValues = town.map_or(&none, |it| it);
                    match holds(condition, self.scene(step), &self.scenes, &self.record.facts, values) {
                        None => self.complain(&place, format!("“{condition}” cannot be told")),
                        Some(holds) => right += usize::from(holds),
                    }
                }
                if ask.has_truth() && right != 1 {
                    self.complain(&place, format!("{right} answers come true"));
                }
            }
            Ask::Line { subject, from, .. } => {
                self.subject(&place, step, subject.as_ref());
                if let Some(scene) = self.scene(step) {
                    let days = scene.scenario.first_day.0..scene.scenario.last_day.0;
                    if !days.contains(&from.0) {
                        self.complain(&place, "begins outside of the scenario");
                    }
                }
            }
        }
        if ask.has_truth() && step.key.is_empty() {
            self.complain(&place, "has no entry in the answer key");
        }
    }

    fn step(&mut self, step: &Step) {
        let id = step.id.clone();
        let place = |part: &str| format!("{id} / {part}");
        if step.minutes == 0 || step.text.is_empty() {
            self.complain(&place("step"), "takes no time or says nothing");
        }
        if step.scenario.is_some() && self.scene(step).is_none() {
            self.complain(&place("scenario"), "is none of the lesson");
        }
        let needs_town = step.show.iter().any(|it| matches!(it.what, What::Town { .. }));
        let town = needs_town.then(|| self.scene(step).map(Counted::of)).flatten();
        let town = town.as_ref();
        self.text(&place("title"), &step.title, Some(step), None);
        self.texts(&place("text"), &step.text, Some(step), None);
        self.texts(&place("notice"), &step.notice, Some(step), town);
        self.texts(&place("discuss"), &step.discuss, Some(step), town);
        self.texts(&place("teacher"), &step.teacher, Some(step), town);
        self.texts(&place("key"), &step.key, Some(step), town);
        for it in &step.show {
            self.shown(step, it);
        }
        if let Some(ask) = &step.ask {
            self.ask(step, ask, town);
        }
        if matches!(step.beat, Beat::Predict) && step.ask.is_none() {
            self.complain(&place("beat"), "predicts nothing");
        }
    }

    fn lesson(&mut self) {
        let it = self.lesson;
        if it.version != VERSION {
            self.complain("version", it.version);
        }
        let minutes: u32 = it.steps.iter().map(|it| it.minutes).sum();
        if minutes != it.minutes || !(10..=20).contains(&minutes) {
            self.complain(
                "minutes",
                format!("{} are promised, the steps take {minutes}; a lesson takes 10 to 20", it.minutes),
            );
        }
        let ids: BTreeSet<&str> = it.steps.iter().map(|it| it.id.as_str()).collect();
        if ids.len() != it.steps.len() {
            self.complain("steps", "two have the same id");
        }
        for (name, is_there) in [
            ("goals", it.goals.len() >= 2),
            ("misconceptions", it.misconceptions.len() >= 2),
            ("teacher", !it.teacher.is_empty()),
            ("discuss", it.discuss.len() >= 2),
            ("read", !it.read.is_empty()),
        ] {
            if !is_there {
                self.complain(name, "too few");
            }
        }
        if it.steps.iter().filter(|it| it.ask.is_some()).count() < 2 {
            self.complain("steps", "fewer than two questions before a result");
        }
        let changes = |step: &Step| step.show.iter().any(|it| matches!(it.what, What::Controls(_)));
        if !it.steps.iter().any(|it| matches!(it.beat, Beat::Dial | Beat::Repair) && changes(it)) {
            self.complain("steps", "nothing can be changed in any of them");
        }
        self.text("title", &it.title, None, None);
        self.text("summary", &it.summary, None, None);
        self.texts("goals", &it.goals, None, None);
        self.texts("teacher", &it.teacher, None, None);
        self.texts("discuss", &it.discuss, None, None);
        for misconception in &it.misconceptions {
            self.text("misconceptions", &misconception.belief, None, None);
            self.text("misconceptions", &misconception.answer, None, None);
        }
        for id in it.read.iter().filter(|id| self.record.facts.fact(id).is_none()) {
            self.wrong.push(format!("{} / read: [[{id}]] is not in the record", it.id));
        }
        for step in &it.steps {
            self.step(step);
        }
    }
}

#[test]
fn every_lesson_can_be_played() {
    let record = record();
    let mut wrong = Vec::new();
    for lesson in &lessons() {
        match Scene::all(lesson) {
            Err(why) => wrong.push(format!("{}: {why:?}", lesson.id)),
            Ok(scenes) => {
                let mut check = Check { lesson, record: &record, scenes, wrong: Vec::new() };
                check.lesson();
                wrong.append(&mut check.wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_list_says_what_the_lessons_say() {
    let index: Index = file(&folder("lessons").join("index.json"));
    for (entry, lesson) in index.lessons.iter().zip(lessons()) {
        assert_eq!(
            (&entry.id, &entry.title, &entry.summary, entry.minutes),
            (&lesson.id, &lesson.title, &lesson.summary, lesson.minutes)
        );
    }
    let listed: BTreeSet<String> = index.lessons.iter().map(|it| format!("{}.json", it.id)).collect();
    let there: BTreeSet<String> = fs::read_dir(folder("lessons"))
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .filter(|it| it != "index.json")
        .collect();
    assert_eq!(listed, there, "index.json and the folder differ");
}

#[test]
fn a_lesson_that_is_wrong_is_complained_about() {
    let Some(mut lesson) = lessons().into_iter().next() else { return };
    let record = record();
    let step = &mut lesson.steps[0];
    step.text = vec!["It costs 3 points {score:nobody} [[no-such-fact]].".to_owned()];
    step.minutes += 1;
    let scenes = Scene::all(&lesson).unwrap();
    let mut check = Check { lesson: &lesson, record: &record, scenes, wrong: Vec::new() };
    check.lesson();
    let wrong = check.wrong.join("\n");
    for expected in ["a typed number", "quotes nothing", "is not in the record", "are promised"] {
        assert!(wrong.contains(expected), "{expected}: {wrong}");
    }
}
