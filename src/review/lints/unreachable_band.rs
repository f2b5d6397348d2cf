//! A band that nobody can come to: no sum of what the rules give, or take, leads there from the start within the
//! scenario's days, and no ceiling does.
//!
//! Questionable if the band carries a consequence (a promise, or a threat, that is none); else minor. Sums are taken
//! without regard to the size of steps, so it never says so of a band that can be reached.

use crate::engine::model::Set;
use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    if book.doc.scale.is_none() {
        return;
    }
    let rulebook = &book.case.rulebook;
    let (scale, everybody) = (rulebook.scale, Set::of(0).with(1));
    let best = book.most_of_all(everybody, true).map_or(scale.highest, |it| (scale.start + it).min(scale.highest));
    let worst = book.most_of_all(everybody, false).map_or(scale.lowest, |it| (scale.start - it).max(scale.lowest));
    for (band, from) in rulebook.bands.iter().enumerate() {
        let next = rulebook.bands.get(band + 1);
        let above = *from > best;
        let below = next.is_some_and(|next| *next <= worst);
        // The safeguard against cliffs may raise a ceiling to any band above the one that the rule names.
        let raises = rulebook.safeguards.no_cliff;
        let leads = |ceiling: usize| ceiling == band || raises && ceiling < band;
        let by_ceiling = book.live().any(|it| it.rule.ceiling.is_some_and(|it| leads(it.band)));
        let out_of_reach = above || (below && !by_ceiling);
        if !out_of_reach {
            continue;
        }
        let carries = rulebook.consequences.iter().any(|it| it.bands.has(band));
        let severity = if carries { Severity::Questionable } else { Severity::Minor };
        let what = What::OutOfReach { end: if above { best } else { worst }, above };
        findings.add(severity, Place::Band(book.band(band)), what, None);
    }
}
