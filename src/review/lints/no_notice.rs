//! Penalties, and nobody has to tell those whom they hit.
//!
//! One finding for the rulebook. Grave if one of the penalties is essential, or comes from a public blacklist; else
//! questionable. It says what the rulebook asks for, not what an office does beyond it.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::scenario::doc::ListNature;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    if book.doc.safeguards.notice {
        return;
    }
    let floor = book.case.rulebook.safeguards.essential_floor;
    let lists = book.doc.lists.iter().enumerate();
    let is_public = |list: usize| book.doc.lists[list].public && book.doc.lists[list].nature == ListNature::Black;
    let filled: Vec<usize> = lists.map(|it| it.0).filter(|it| book.is_filled(*it)).collect();
    let begins = book.case.rulebook.consequences.iter().filter(|it| {
        it.penalty
            && !(it.essential && floor)
            && (!it.bands.is_empty() || filled.iter().any(|list| it.lists.has(*list)))
    });
    let (mut penalties, mut is_grave) = (0, filled.iter().any(|it| is_public(*it)));
    for it in begins {
        penalties += 1;
        is_grave |= it.essential;
    }
    if penalties > 0 {
        let severity = if is_grave { Severity::Grave } else { Severity::Questionable };
        findings.add(severity, Place::Book, What::Untold { penalties }, Some(Fix::Notice));
    }
}
