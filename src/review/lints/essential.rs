//! A penalty that takes away something that nobody should go without, where the safeguard does not forbid it.
//!
//! Always grave. A penalty that no band and no list carries is left alone.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    if book.case.rulebook.safeguards.essential_floor {
        return;
    }
    for (idx, it) in book.doc.consequences.iter().enumerate() {
        let effect = &book.case.rulebook.consequences[idx];
        let is_carried = !effect.bands.is_empty() || !effect.lists.is_empty();
        if effect.penalty && effect.essential && is_carried {
            let place = Place::Consequence(it.id.clone());
            findings.add(Severity::Grave, place, What::EssentialTaken, Some(Fix::EssentialFloor));
        }
    }
}
