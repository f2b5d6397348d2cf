//! The same event counts alike for a person and a firm, and for members of every group.

use crate::engine::Points;
use crate::engine::case::{Entry, Report};
use crate::engine::condition::Cond;
use crate::engine::model::{BandIdx, Case, EventIdx, ListIdx, SubjectKind};
use crate::engine::run;
use crate::principles::ask::{Asked, Fact, Lives, Tested, Twin, Violation};

/// Computes the lives once more with persons as firms and firms as persons. Kinds of events that can happen to only one
/// of them are left out: there is nothing to compare.
pub fn persons_and_firms(asked: &Asked, lives: &Lives<'_>) -> Tested {
    let both = |case: &Case, event: EventIdx| {
        let kind = case.events.get(event).map(|it| it.kind);
        kind.is_some_and(|it| lives.book.who.get(it).is_some_and(Option::is_none))
    };
    let (here, places) = only(asked, lives.case, both);
    if here.events.is_empty() || !mentions(&here, |it| matches!(it, Cond::Subject(_))) {
        return Tested { n: here.events.len(), broken: None };
    }
    let other = |it: SubjectKind| match it {
        SubjectKind::Person => SubjectKind::Business,
        SubjectKind::Business => SubjectKind::Person,
    };
    let mut there = here.clone();
    for it in &mut there.subjects {
        it.kind = other(it.kind);
    }
    let twin = |case: &Case, subject: usize| case.subjects.get(subject).map(|it| Twin::Kind(other(it.kind)));
    let broken = first_difference(&here, &run(&here), &run(&there), &places, |it| twin(&here, it));
    Tested { n: here.events.len(), broken }
}

/// Computes the lives once more for each group, with everybody in it, and once with everybody in none.
pub fn groups(asked: &Asked, lives: &Lives<'_>) -> Tested {
    if lives.book.groups == 0 {
        return Tested { n: 0, broken: None };
    }
    let (here, places) = only(asked, lives.case, |_, _| true);
    if here.events.is_empty() || !mentions(&here, |it| matches!(it, Cond::Group(_))) {
        return Tested { n: here.events.len(), broken: None };
    }
    let report = run(&here);
    let mut there = here.clone();
    let groups = (0..lives.book.groups).map(Some).chain([None]);
    let broken = groups.filter_map(|group| {
        for it in &mut there.subjects {
            it.group = group;
        }
        first_difference(&here, &report, &run(&there), &places, |_| Some(Twin::Group(group)))
    });
    Tested::of(here.events.len(), broken)
}

/// The case with those events alone that the principle is about, and the place of each in the whole case. What other
/// events did cannot be mistaken for a difference then.
fn only(asked: &Asked, case: &Case, also: impl Fn(&Case, EventIdx) -> bool) -> (Case, Vec<EventIdx>) {
    let places: Vec<EventIdx> =
        (0..case.events.len()).filter(|it| asked.is_about(case, *it) && also(case, *it)).collect();
    let events = places.iter().filter_map(|it| case.events.get(*it).cloned()).collect();
    (Case { events, ..case.clone() }, places)
}

/// The first event that counts otherwise. Up to it both runs are the same, so the difference is that of the rules.
fn first_difference(
    case: &Case,
    here: &Report,
    there: &Report,
    places: &[EventIdx],
    twin: impl Fn(usize) -> Option<Twin>,
) -> Option<Violation> {
    let mut events: Vec<EventIdx> = (0..case.events.len()).collect();
    events.sort_by_key(|it| case.events.get(*it).map(|it| it.day));
    let (here, there) = (deeds(here, case.events.len()), deeds(there, case.events.len()));
    events.into_iter().find_map(|idx| {
        let event = case.events.get(idx)?;
        let (one, other) = (here.get(idx)?, there.get(idx)?);
        let fact = Fact::Otherwise(one.points, other.points, twin(event.subject)?);
        let place = *places.get(idx)?;
        (one != other).then(|| Violation { subject: event.subject, day: event.day, events: vec![place], fact })
    })
}

/// What an event did in its own subject's ledger.
#[derive(Clone, Default, PartialEq)]
struct Deed {
    points: Points,
    ceilings: Vec<BandIdx>,
    listings: Vec<ListIdx>,
}

fn deeds(report: &Report, n: usize) -> Vec<Deed> {
    let mut deeds = vec![Deed::default(); n];
    for line in report.lives.iter().flat_map(|it| &it.lines) {
        let Some(deed) = line.event.and_then(|it| deeds.get_mut(it)) else { continue };
        match line.entry {
            Entry::Posted(_) => deed.points += line.applied,
            Entry::Ceiling { band, .. } => deed.ceilings.push(band),
            Entry::Listed { list } => deed.listings.push(list),
            _ => {}
        }
    }
    deeds
}

/// Whether a rule in use has such a test.
pub fn mentions(case: &Case, found: impl Fn(&Cond) -> bool + Copy) -> bool {
    case.rulebook.rules.iter().any(|it| it.on && has(&it.cond, found))
}

fn has(cond: &Cond, found: impl Fn(&Cond) -> bool + Copy) -> bool {
    found(cond)
        || match cond {
            Cond::All(parts) | Cond::Any(parts) => parts.iter().any(|it| has(it, found)),
            Cond::Not(part) => has(part, found),
            _ => false,
        }
}
