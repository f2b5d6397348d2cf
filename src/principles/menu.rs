//! What can happen under a rulebook: each kind of event that a rule is about, with the values at which rules begin to
//! hold, and the sources that such a rule listens to.

use crate::engine::Points;
use crate::engine::condition::Cond;
use crate::engine::model::{Amount, Case, GroupIdx, KindIdx, Relation, Rule, Set, SubjectKind};
use crate::scenario::Scenario;
use crate::scenario::doc::{Field, Kind, Value};

use super::ask::Book;

/// The most values of one field that are tried.
const VALUES: usize = 12;

/// What can happen.
#[derive(Clone, Debug)]
pub struct Menu {
    /// The kinds of events that a rule in use is about.
    pub dishes: Vec<Dish>,
    /// The relation over which points spill, if they do.
    pub spill: Option<Relation>,
    /// The groups that somebody can be in.
    pub groups: Vec<Option<GroupIdx>>,
    /// Whether some rule asks whether it is a person or a firm.
    pub asks_who: bool,
}

/// A kind of event, and how it can be.
#[derive(Clone, Debug)]
pub struct Dish {
    /// The kind.
    pub kind: KindIdx,
    /// Who it can happen to; both, if `None`.
    pub who: Option<SubjectKind>,
    /// For each field the values that are tried: the usual one first, then from small to large.
    pub values: Vec<Vec<Points>>,
    /// The sources that may record it: those of the kind first.
    pub sources: Vec<Set>,
}

impl Menu {
    /// What can happen under the rulebook of a document.
    pub fn of(scenario: &Scenario, case: &Case, book: &Book) -> Self {
        let dishes = (0..scenario.kinds.len()).filter_map(|kind| Dish::of(scenario, case, book, kind)).collect();
        let mut rules = case.rulebook.rules.iter().filter(|it| it.on && !case.rulebook.safeguards.no_spill_over);
        let spill = rules.find_map(|it| it.points.as_ref()?.spill).and_then(|spill| {
            let all = [Relation::Household, Relation::Employer, Relation::Owner, Relation::Supplier];
            all.into_iter().find(|it| spill.to.has(*it as usize))
        });
        let has_tests = |found: fn(&Cond) -> bool| super::laws::mentions(case, found);
        let groups = if has_tests(|it| matches!(it, Cond::Group(_))) { book.groups } else { 0 };
        let groups = std::iter::once(None).chain((0..groups).map(Some)).collect();
        Self { dishes, spill, groups, asks_who: has_tests(|it| matches!(it, Cond::Subject(_))) }
    }
}

impl Dish {
    fn of(scenario: &Scenario, case: &Case, book: &Book, kind: KindIdx) -> Option<Self> {
        let doc = scenario.kinds.get(kind)?;
        let of_kind = case.rulebook.rules_of_kind.get(kind)?;
        let rules: Vec<&Rule> =
            of_kind.iter().filter_map(|it| case.rulebook.rules.get(*it)).filter(|it| it.on).collect();
        let values = doc.fields.iter().enumerate().map(|(at, field)| values(field, at, &rules)).collect();
        let sources = sources(scenario, doc, case.rulebook.sources_on, &rules);
        let can_happen = !rules.is_empty() && !sources.is_empty();
        can_happen.then(|| Self { kind, who: book.who.get(kind).copied().flatten(), values, sources })
    }
}

/// The value of an event that does not say.
fn usual(field: &Field) -> Points {
    match &field.default {
        Some(Value::Number(number)) => number.0,
        Some(Value::Choice(id)) => place(field.choices.iter().position(|it| it.id == *id).unwrap_or_default()),
        None => Points::ZERO,
    }
}

fn place(at: usize) -> Points {
    Points::whole(i64::try_from(at).unwrap_or_default())
}

/// The usual value, and those just below, at and above each number that a rule compares the field with; a few units; or
/// the choices.
fn values(field: &Field, at: usize, rules: &[&Rule]) -> Vec<Points> {
    let mut found: Vec<Points> = Vec::new();
    if field.choices.is_empty() {
        for rule in rules {
            thresholds(&rule.cond, at, &mut found);
            match rule.points.as_ref().map(|it| &it.amount) {
                Some(Amount::PerUnit { field, unit, .. }) if *field == at => {
                    found.extend([1, 2, 5, 20].map(|it| unit.times(it)));
                }
                _ => {}
            }
        }
    } else {
        found.extend((0..field.choices.len()).map(place));
    }
    let usual = usual(field);
    found.sort_by_key(|it| (it.abs(), *it));
    found.dedup();
    found.retain(|it| *it != usual);
    found.truncate(VALUES);
    std::iter::once(usual).chain(found).collect()
}

fn thresholds(cond: &Cond, at: usize, found: &mut Vec<Points>) {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|it| thresholds(it, at, found)),
        Cond::Not(part) => thresholds(part, at, found),
        Cond::Number { field, value, .. } if *field == at => {
            let one = Points::whole(1);
            found
                .extend([*value - one, *value, *value + one].into_iter().filter(|it| !it.is_loss() || value.is_loss()));
        }
        _ => {}
    }
}

/// The sources of the kind if a rule listens to one of them, and one for each rule that listens to others.
fn sources(scenario: &Scenario, kind: &Kind, on: Set, rules: &[&Rule]) -> Vec<Set> {
    let all = &scenario.rulebook.sources;
    let own: Set = kind.sources.iter().filter_map(|id| all.iter().position(|it| it.id == *id)).collect();
    let heard = |rule: &&&Rule| rule.sources.both(on).meets(own);
    let mut sources: Vec<Set> = rules.iter().find(heard).map(|_| own).into_iter().collect();
    for rule in rules.iter().filter(|it| !heard(it)) {
        let first = (0..all.len()).find(|it| rule.sources.both(on).has(*it)).map(Set::of);
        sources.extend(first.filter(|it| !sources.contains(it)));
    }
    sources
}
