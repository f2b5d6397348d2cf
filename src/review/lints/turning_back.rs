//! A ladder of consequences that turns back: a band carries a penalty that a worse one does not, or a worse band carries
//! a reward that a better one does not.
//!
//! Questionable. Another consequence of the same nature in the same part of life counts as taking its place: "reviewed by
//! hand" may become "refused" one band further down.

use crate::engine::model::{Consequence, Set};
use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let n = book.doc.bands.len();
    let all = &book.case.rulebook.consequences;
    for (idx, it) in all.iter().enumerate() {
        let has: Vec<usize> = (0..n).filter(|band| it.bands.has(*band)).collect();
        let (Some(lowest), Some(highest)) = (has.first(), has.last()) else { continue };
        let side = if it.penalty { 0..*highest } else { lowest + 1..n };
        let missing: Vec<usize> = side.filter(|band| !it.bands.has(*band)).collect();
        let Some(lacks) = missing.iter().copied().find(|band| !is_covered(all, idx, it, *band)) else { continue };
        let has =
            if it.penalty { has.iter().rev().find(|it| **it > lacks) } else { has.iter().find(|it| **it < lacks) };
        let Some(has) = has.map(|it| book.band(*it)) else { continue };
        let consequence = book.doc.consequences[idx].id.clone();
        let bands = missing.iter().rev().map(|it| book.band(*it)).collect();
        let what = What::TurnsBack { has, lacks: book.band(lacks), reward: !it.penalty };
        let fix = Fix::Carry { consequence: consequence.clone(), bands };
        findings.add(Severity::Questionable, Place::Consequence(consequence), what, Some(fix));
    }
}

/// Whether others take the place of a consequence in a band, for everybody whom it touches.
fn is_covered(all: &[Consequence], idx: usize, it: &Consequence, band: usize) -> bool {
    let others = all.iter().enumerate().filter(|other| {
        other.0 != idx && other.1.penalty == it.penalty && other.1.domain == it.domain && other.1.bands.has(band)
    });
    let touched = others.fold(Set::default(), |set, other| Set(set.0 | other.1.who.0));
    it.who.both(touched) == it.who
}
