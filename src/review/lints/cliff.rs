//! A cliff: one event leads from the start past a whole band, by its points or by a ceiling.
//!
//! Questionable. Per unit, one unit is counted; "everything" is a lint of its own. Left alone where the safeguard against
//! cliffs is on.

use crate::engine::Points;
use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let safeguards = &book.case.rulebook.safeguards;
    if safeguards.no_cliff || book.doc.scale.is_none() {
        return;
    }
    let start = book.case.rulebook.scale.start;
    let from = book.band_of(start);
    for it in book.live() {
        let limit = it.rule.limit.and_then(|it| it.points);
        let caps = [limit, safeguards.event_cap, safeguards.year_cap];
        let loss = caps.into_iter().flatten().fold(it.named_loss(), Points::min);
        let by_points = book.band_of(start - loss);
        let to = it.rule.ceiling.map_or(by_points, |it| it.band.min(by_points));
        if to + 2 <= from {
            let what = What::Cliff { from: book.band(from), to: book.band(to) };
            findings.add(Severity::Questionable, Place::Rule(it.doc.id.clone()), what, Some(Fix::NoCliff));
        }
    }
}
