//! An effect that never ends: points taken, a band ceiling, or a place on a blacklist, for good.
//!
//! Grave for a ceiling or a listing, questionable for points, which gains can make up for. A gain may last; a listing
//! that a rule takes back has an end. Where the rulebook lets postings fade, points end too.

use crate::review::book::Book;
use crate::review::finding::{Findings, Forever, Place, Severity, What};
use crate::review::fix::Fix;

/// The term that a fix gives where the scenario is too short to choose one by it. A modelling choice.
const MONTHS: u32 = 12;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let months = book.term().unwrap_or(MONTHS);
    for it in book.live() {
        let (id, place) = (&it.doc.id, Place::Rule(it.doc.id.clone()));
        if it.loss.is_loss() && it.months().is_none() && !book.fades() {
            let fix = Fix::Term { rule: id.clone(), months };
            findings.add(Severity::Questionable, place.clone(), What::Forever(Forever::Loss), Some(fix));
        }
        if let Some(ceiling) = it.rule.ceiling.filter(|it| it.months.is_none() && it.band + 1 < book.doc.bands.len()) {
            let what = What::Forever(Forever::Ceiling(book.band(ceiling.band)));
            let fix = Fix::CeilingTerm { rule: id.clone(), months };
            findings.add(Severity::Grave, place.clone(), what, Some(fix));
        }
        for listing in it.rule.listings.iter().filter(|it| it.months.is_none()) {
            if book.list_hurts(listing.list) && !book.exits[listing.list] {
                let list = book.doc.lists[listing.list].id.clone();
                let fix = Fix::ListTerm { list: list.clone(), months };
                findings.add(Severity::Grave, place.clone(), What::Forever(Forever::Listing(list)), Some(fix));
            }
        }
    }
}
