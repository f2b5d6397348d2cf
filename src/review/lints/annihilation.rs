//! A repetition that costs everything: at the nth time the score falls to the lowest, however high it was.
//!
//! Grave if it is for good; questionable if the points come back after a term. Left alone where a cap per event, or the
//! safeguard against cliffs, keeps it from happening.

use crate::engine::model::{Amount, LadderStep};
use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let safeguards = &book.case.rulebook.safeguards;
    if safeguards.event_cap.is_some() || safeguards.no_cliff {
        return;
    }
    for it in book.live() {
        let Some(Amount::Ladder { steps, .. }) = it.rule.points.as_ref().map(|it| &it.amount) else { continue };
        let Some(at) = steps.iter().position(|it| *it == LadderStep::All) else { continue };
        let forever = it.months().is_none() && !book.fades();
        let severity = if forever { Severity::Grave } else { Severity::Questionable };
        let id = it.doc.id.clone();
        let what = What::Everything { nth: at + 1, forever };
        findings.add(severity, Place::Rule(id.clone()), what, Some(Fix::NotEverything(id)));
    }
}
