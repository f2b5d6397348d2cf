//! Why an edit left a life as it was.

use std::sync::Arc;

use crate::engine::case::Life;
use crate::engine::explain::{Edited, NoEffect, Why, between, idle, stays, why_no_effect};
use crate::engine::model::{Case, SubjectIdx};
use crate::scenario::Outcome;
use crate::scenario::doc::{Event, Scenario, Standing};

/// Why an edit left a life as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untouched {
    /// It changed one rule.
    Rule {
        /// The kind of event that the rule is about.
        kind: String,
        /// Why that counts for nothing here.
        why: NoEffect,
    },
    /// It took away a rule that had moved nothing.
    RuleGone,
    /// It changed one consequence.
    Consequence(NoEffect),
    /// It changed an event of somebody else, who has this id.
    SomebodyElse(String),
    /// It changed an event that makes no difference.
    Event(Why),
    /// It took away an event that had made no difference.
    EventGone,
    /// It changed an event, and what follows from it stays the same.
    SameFromEvent,
    /// Anything else: nothing in this life depends on it.
    Unrelated,
}

/// Whether two lives are the same for somebody who reads them: score, band, consequences and lists on every day.
///
/// `case` is the one of the later life.
pub fn is_same_life(case: &Case, before: &Life, after: &Life) -> bool {
    let lists = |life: &Life| stays(life).iter().map(|it| (it.list, it.begin, it.end)).collect::<Vec<_>>();
    between(case, before, after).is_none() && lists(before) == lists(after)
}

/// Says why the step from one document to the next left a life as it was; nothing, if it changed names and notes only.
///
/// `outcome` is what follows from the later document, and `subject` whose life it is.
pub fn untouched(before: &Scenario, after: &Scenario, outcome: &Outcome, subject: SubjectIdx) -> Option<Untouched> {
    let (before, after) = (without_words(before), without_words(after));
    (before != after).then(|| reason(&before, &after, outcome, subject))
}

fn reason(before: &Scenario, after: &Scenario, outcome: &Outcome, subject: SubjectIdx) -> Untouched {
    let why = |edited: Edited| why_no_effect(&outcome.lowered.case, &outcome.report, subject, edited);
    if let Some(change) = only_change(&before.rulebook.rules, &after.rulebook.rules, |it| &it.id)
        && others_equal(before, after, |it| it.rulebook.rules.clear())
    {
        return match change {
            Change::Gone(_) => Untouched::RuleGone,
            Change::Now(idx, rule) => Untouched::Rule { kind: rule.kind.clone(), why: why(Edited::Rule(idx)) },
        };
    }
    if let Some(Change::Now(idx, _)) =
        only_change(&before.rulebook.consequences, &after.rulebook.consequences, |it| &it.id)
        && others_equal(before, after, |it| it.rulebook.consequences.clear())
    {
        return Untouched::Consequence(why(Edited::Consequence(idx)));
    }
    if let Some(change) = only_change(&before.events, &after.events, |it| &it.id)
        && others_equal(before, after, |it| it.events.clear())
    {
        return event_change(&change, after, outcome, subject);
    }
    Untouched::Unrelated
}

/// What differs between two lists.
enum Change<'a, T> {
    Gone(&'a T),
    Now(usize, &'a T),
}

/// The one member that was added, changed or taken away, if there is exactly one.
fn only_change<'a, T: PartialEq>(before: &'a [T], after: &'a [T], id: fn(&T) -> &str) -> Option<Change<'a, T>> {
    let from = before.iter().zip(after).take_while(|it| it.0 == it.1).count();
    let (before, after) = (&before[from..], &after[from..]);
    let same_end = before.iter().rev().zip(after.iter().rev()).take_while(|it| it.0 == it.1).count();
    match (&before[..before.len() - same_end], &after[..after.len() - same_end]) {
        ([gone], []) => Some(Change::Gone(gone)),
        ([], [now]) => Some(Change::Now(from, now)),
        ([was], [now]) if id(was) == id(now) => Some(Change::Now(from, now)),
        _ => None,
    }
}

fn others_equal(before: &Scenario, after: &Scenario, forget: fn(&mut Scenario)) -> bool {
    let (mut before, mut after) = (before.clone(), after.clone());
    forget(&mut before);
    forget(&mut after);
    before == after
}

fn event_change(
    change: &Change<'_, Arc<Event>>,
    after: &Scenario,
    outcome: &Outcome,
    subject: SubjectIdx,
) -> Untouched {
    let whose = |event: &Event| after.cast.iter().position(|it| it.id == event.subject);
    let own = outcome.lowered.subjects.get(subject).copied();
    match change {
        Change::Gone(event) | Change::Now(_, event) if whose(event) != own => {
            Untouched::SomebodyElse(event.subject.clone())
        }
        Change::Gone(_) => Untouched::EventGone,
        Change::Now(place, _) => {
            let idx = outcome.lowered.events.iter().position(|it| it == place);
            let found = idle(&outcome.lowered.case, &outcome.report, subject);
            found
                .iter()
                .find(|it| Some(it.event) == idx)
                .map_or(Untouched::SameFromEvent, |it| Untouched::Event(it.why))
        }
    }
}

/// The same document without the texts that no result depends on.
fn without_words(scenario: &Scenario) -> Scenario {
    let mut bare = scenario.clone();
    // What is asked of a result does not make it.
    bare.principles.clear();
    bare.expectations.clear();
    let Scenario { title, summary, caveat, references, groups, kinds, rulebook, cast, events, standing, .. } =
        &mut bare;
    for it in [title, summary, caveat] {
        it.clear();
    }
    references.clear();
    *standing = Standing::Invented;
    groups.iter_mut().for_each(|it| it.label.clear());
    for it in kinds {
        it.label.clear();
        it.short.clear();
        it.fields.iter_mut().for_each(|it| it.label.clear());
    }
    rulebook.bands.iter_mut().for_each(|it| it.label.clear());
    rulebook.sources.iter_mut().for_each(|it| it.label.clear());
    rulebook.lists.iter_mut().for_each(|it| it.label.clear());
    rulebook.consequences.iter_mut().for_each(|it| {
        it.label.clear();
        it.note.clear();
    });
    for it in rulebook.rules.iter_mut().map(Arc::make_mut) {
        it.note.clear();
        it.reference = None;
        it.standing = Standing::Invented;
    }
    for it in events.iter_mut().filter(|it| !it.note.is_empty()) {
        Arc::make_mut(it).note.clear();
    }
    for it in cast {
        it.about.clear();
        it.name.clear();
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::doc::Rule;
    use crate::scenario::wire::Decimal;
    use crate::scenario::{evaluate, presets};

    fn first_life() -> Scenario {
        presets::latest("first-life").unwrap().scenario().unwrap()
    }

    /// What is said after a change that leaves Mei's life as it was.
    fn said(change: impl FnOnce(&mut Scenario)) -> Option<Untouched> {
        let before = first_life();
        let mut after = before.clone();
        change(&mut after);
        let (was, outcome) = (evaluate(&before).unwrap(), evaluate(&after).unwrap());
        assert!(
            is_same_life(&outcome.lowered.case, &was.report.lives[0], &outcome.report.lives[0]),
            "it has an effect"
        );
        untouched(&before, &after, &outcome, 0)
    }

    fn rule<'a>(scenario: &'a mut Scenario, id: &str) -> &'a mut Rule {
        Arc::make_mut(scenario.rulebook.rules.iter_mut().find(|it| it.id == id).unwrap())
    }

    #[test]
    fn words_alone_are_not_worth_a_remark() {
        assert_eq!(said(|it| it.kinds[0].short = "late".to_owned()), None);
        assert_eq!(said(|it| rule(it, "fine").note.clear()), None);
    }

    #[test]
    fn the_edited_part_is_found() {
        let of_criticism = |why| Some(Untouched::Rule { kind: "criticism".to_owned(), why });
        let amount = |it: &mut Scenario| rule(it, "criticism").points.as_mut().unwrap().amount = Decimal::whole(-90);
        assert_eq!(said(amount), of_criticism(NoEffect::NeverHappens));
        assert_eq!(said(|it| rule(it, "criticism").on = false), of_criticism(NoEffect::RuleOff));
        assert_eq!(said(|it| it.rulebook.rules.retain(|it| it.id != "criticism")), Some(Untouched::RuleGone));
        assert_eq!(
            said(|it| it.rulebook.consequences[7].essential = false),
            Some(Untouched::Consequence(NoEffect::NeverCarried))
        );
        assert_eq!(said(|it| it.rulebook.safeguards.no_cliff = true), Some(Untouched::Unrelated));
    }

    #[test]
    fn an_event_that_makes_no_difference_says_why() {
        let unrecorded = || {
            let Scenario { events, .. } = first_life();
            Event { id: "new".to_owned(), recorded_by: Some(Vec::new()), ..Event::clone(&events[0]) }
        };
        assert_eq!(said(|it| it.events.push(Arc::new(unrecorded()))), Some(Untouched::Event(Why::Unrecorded)));
    }
}
