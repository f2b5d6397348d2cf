//! One event is punished twice: by two rules that can match it together, or by points and a blacklist in one rule.
//!
//! Questionable. Rules punish that take points, limit the band, or put somebody on a list that hurts. Left alone: rules
//! whose tests exclude each other or that never hear the same record, and what `first` or `strongest` keeps apart.

use crate::engine::model::{Combine, Set};
use crate::review::book::{Book, RuleFacts};
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::review::logic::product;

/// So many rules of one kind are compared with each other: more would take long, and nobody writes so many.
const MOST: usize = 64;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let combine = book.case.rulebook.combine;
    let punishing: Vec<&RuleFacts<'_>> = book.live().filter(|it| punishes(book, it)).collect();
    for (at, it) in punishing.iter().enumerate() {
        let place = Place::Rule(it.doc.id.clone());
        let listing = it.rule.listings.iter().find(|it| book.list_hurts(it.list));
        if let Some(listing) = listing.filter(|_| it.loss.is_loss()) {
            let list = book.doc.lists[listing.list].id.clone();
            findings.add(Severity::Questionable, place.clone(), What::Twice(Place::List(list)), None);
        }
        let same_kind = punishing[..at].iter().filter(|earlier| earlier.rule.kind == it.rule.kind).take(MOST);
        let mut partners = same_kind.filter(|earlier| meet(book, earlier, it));
        let both_points = |earlier: &RuleFacts<'_>| earlier.loss.is_loss() && it.loss.is_loss();
        let partner = match combine {
            Combine::All => partners.next(),
            Combine::First => None,
            Combine::Strongest => partners.find(|earlier| !both_points(earlier)),
        };
        if let Some(earlier) = partner {
            let what = What::Twice(Place::Rule(earlier.doc.id.clone()));
            let only_points = |it: &RuleFacts<'_>| it.rule.ceiling.is_none() && it.rule.listings.is_empty();
            let settles = combine == Combine::All && only_points(it) && punishing.iter().all(|it| only_points(it));
            findings.add(Severity::Questionable, place, what, settles.then_some(Fix::Strongest));
        }
    }
}

fn punishes(book: &Book<'_>, it: &RuleFacts<'_>) -> bool {
    let lists = it.rule.listings.iter().any(|it| book.list_hurts(it.list));
    it.loss.is_loss() || it.rule.ceiling.is_some() || lists
}

/// Whether both can match one event.
fn meet(book: &Book<'_>, some: &RuleFacts<'_>, other: &RuleFacts<'_>) -> bool {
    let hear = |record: Set| record.meets(some.heard) && record.meets(other.heard);
    let sources = &book.doc.sources;
    let new_event: Set = some.kind.sources.iter().filter_map(|id| sources.iter().position(|it| it.id == *id)).collect();
    let events = book.case.events.iter().filter(|it| it.kind == some.rule.kind);
    let is_heard = hear(new_event) || events.map(|it| it.recorded_by).any(hear);
    let tests = some.clauses.as_ref().zip(other.clauses.as_ref());
    // Tests that are too many to look into lead to no finding.
    is_heard && tests.is_some_and(|(some, other)| product(some, other).is_none_or(|it| !it.is_empty()))
}
