//! A small life that could happen, and the document that it becomes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ask::{Asked, Book, Lives, Tested};
use super::laws;
use super::menu::{Dish, Menu};
use crate::engine::model::{Case, Event, GroupIdx, Relation, Subject, SubjectKind};
use crate::engine::{Day, run};
use crate::scenario::doc::{self, Correction, CorrectionGround, Value};
use crate::scenario::{DayText, Decimal, Scenario};

/// Invented people, for lives that could happen.
const PEOPLE: [&str; 6] = ["Kit Larch", "Ada Sorrel", "Noor Vale", "Sami Reed", "Tove Marsh", "Ezra Finch"];
/// Invented firms.
const FIRMS: [&str; 6] =
    ["Larch & Daughters", "Corner Lantern", "Reed Works", "Sorrel Bakery", "Marsh Bicycles", "Finch Printing"];

/// A small life: one or two subjects, and what happens to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The subjects; the first is the one that it is about.
    pub subjects: Vec<Somebody>,
    /// What happens, by day.
    pub events: Vec<Deed>,
}

/// A subject of a small life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Somebody {
    /// Person or firm.
    pub kind: SubjectKind,
    /// The group.
    pub group: Option<GroupIdx>,
    /// Who gets a share of this subject's points: the other subject, as this.
    pub shares: Option<Relation>,
}

/// An event of a small life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Whose.
    pub subject: usize,
    /// What: a place in the menu.
    pub dish: usize,
    /// When.
    pub day: Day,
    /// For each field, the place of its value in the menu.
    pub values: Vec<usize>,
    /// The place of the sources in the menu.
    pub sources: usize,
    /// The day on which an appeal was won.
    pub granted: Option<Day>,
}

/// Everything that a small life is tried with.
#[derive(Clone, Debug)]
pub struct Table {
    /// The rulebook and the days of the account; subjects and events are those of the last life.
    case: Case,
    /// What the engine does not know about the rulebook.
    pub book: Book,
    /// What can happen.
    pub menu: Menu,
    granted: Vec<Option<Day>>,
}

impl Table {
    /// Everything for the rulebook of a document.
    pub fn new(scenario: &Scenario, case: &Case) -> Self {
        let book = Book::of(scenario);
        let menu = Menu::of(scenario, case, &book);
        let case = Case {
            first: case.first,
            last: case.last,
            rulebook: case.rulebook.clone(),
            subjects: Vec::new(),
            events: Vec::new(),
        };
        Self { case, book, menu, granted: Vec::new() }
    }

    /// The first and the last day.
    pub const fn days(&self) -> (Day, Day) {
        (self.case.first, self.case.last)
    }

    /// Computes a life and puts a principle to it.
    pub fn test(&mut self, asked: &Asked, trial: &Trial) -> Tested {
        self.case.subjects.clear();
        self.case.subjects.extend(trial.subjects.iter().enumerate().map(|(at, it)| Subject {
            kind: it.kind,
            group: it.group,
            consents: true,
            associates: it.shares.map(|relation| (1 - at.min(1), relation)).into_iter().collect(),
        }));
        self.granted.clear();
        self.granted.extend(trial.events.iter().map(|it| it.granted));
        let (menu, heeded) = (&self.menu, self.book.corrections);
        let event = |it: &Deed| {
            let dish = menu.dishes.get(it.dish)?;
            let value = |(at, values): (usize, &Vec<_>)| values.get(*it.values.get(at)?).copied();
            Some(Event {
                subject: it.subject,
                kind: dish.kind,
                day: it.day,
                fields: dish.values.iter().enumerate().filter_map(value).collect(),
                recorded_by: dish.sources.get(it.sources).copied().unwrap_or_default(),
                corrected: it.granted.filter(|_| heeded),
            })
        };
        self.case.events.clear();
        self.case.events.extend(trial.events.iter().filter_map(event));
        let report = run(&self.case);
        let lives = Lives { case: &self.case, report: &report, granted: &self.granted, book: &self.book };
        laws::test(asked, &lives)
    }

    /// Whether everything in a life can happen to whom it happens.
    pub fn allows(&self, trial: &Trial) -> bool {
        trial.events.iter().all(|it| {
            let who = self.menu.dishes.get(it.dish).and_then(|it| it.who);
            let subject = trial.subjects.get(it.subject);
            subject.is_some_and(|it| who.is_none_or(|who| who == it.kind))
        })
    }

    /// The document with this life in place of its cast and events. Its saved cases are about others, so they go.
    pub fn document(&self, scenario: &Scenario, trial: &Trial) -> Scenario {
        let ids: Vec<String> = (1..=trial.subjects.len()).map(|it| format!("life-{it}")).collect();
        let id = |at: usize| ids.get(at).cloned().unwrap_or_default();
        let known = |name: &str| scenario.cast.iter().any(|it| it.name == name);
        let mut names =
            [PEOPLE, FIRMS].map(|all| all.into_iter().filter(|it| !known(it)).collect::<Vec<_>>().into_iter());
        let cast = trial.subjects.iter().enumerate().map(|(at, it)| doc::Subject {
            id: id(at),
            name: names.get_mut(it.kind as usize).and_then(Iterator::next).map_or_else(|| id(at), str::to_owned),
            kind: match it.kind {
                SubjectKind::Person => doc::SubjectKind::Person,
                SubjectKind::Business => doc::SubjectKind::Business,
            },
            about: String::new(),
            group: it.group.and_then(|it| scenario.groups.get(it)).map(|it| it.id.clone()),
            consents: true,
            associates: it
                .shares
                .map(|relation| doc::Associate { subject: id(1 - at.min(1)), relation: relation_of(relation) })
                .into_iter()
                .collect(),
        });
        let cast = cast.collect();
        let events = trial.events.iter().enumerate();
        let events = events.filter_map(|(at, it)| Some(Arc::new(self.event(scenario, it, at, id(it.subject))?)));
        let events = events.collect();
        Scenario { cast, events, expectations: Vec::new(), ..scenario.clone() }
    }

    fn event(&self, scenario: &Scenario, deed: &Deed, at: usize, subject: String) -> Option<doc::Event> {
        let dish = self.menu.dishes.get(deed.dish)?;
        let kind = scenario.kinds.get(dish.kind)?;
        let said = deed.values.iter().enumerate().filter(|it| *it.1 > 0);
        let fields: BTreeMap<String, Value> =
            said.filter_map(|(field, place)| value(kind, dish, field, *place)).collect();
        let sources = dish.sources.get(deed.sources).copied().unwrap_or_default();
        let recorded = scenario.rulebook.sources.iter().enumerate().filter(|it| sources.has(it.0));
        let recorded: Vec<String> = recorded.map(|it| it.1.id.clone()).collect();
        let is_usual = recorded.len() == kind.sources.len() && kind.sources.iter().all(|it| recorded.contains(it));
        Some(doc::Event {
            id: format!("e{}", at + 1),
            subject,
            kind: kind.id.clone(),
            day: DayText(deed.day),
            fields,
            recorded_by: (!is_usual).then_some(recorded),
            genuine: true,
            corrected: deed.granted.map(|day| Correction { day: DayText(day), by: CorrectionGround::Appeal }),
            note: String::new(),
        })
    }
}

fn value(kind: &doc::Kind, dish: &Dish, at: usize, place: usize) -> Option<(String, Value)> {
    let field = kind.fields.get(at)?;
    let value = *dish.values.get(at)?.get(place)?;
    let choice = || field.choices.get(usize::try_from(value.thousandths() / 1000).ok()?);
    let value = match field.choices.is_empty() {
        true => Value::Number(Decimal(value)),
        false => Value::Choice(choice()?.id.clone()),
    };
    Some((field.id.clone(), value))
}

const fn relation_of(it: Relation) -> doc::Relation {
    match it {
        Relation::Household => doc::Relation::Household,
        Relation::Employer => doc::Relation::Employer,
        Relation::Owner => doc::Relation::Owner,
        Relation::Supplier => doc::Relation::Supplier,
    }
}
