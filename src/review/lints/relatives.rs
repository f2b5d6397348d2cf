//! Points for what somebody else did: a rule whose points spill over to associates.
//!
//! Grave if a household loses points; else questionable. Nothing where the safeguard stops spill-over, or the share is
//! nothing.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::scenario::doc::Relation;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    if book.case.rulebook.safeguards.no_spill_over {
        return;
    }
    for it in book.live() {
        let Some(spill) = it.doc.points.as_ref().and_then(|it| it.spill.as_ref()) else { continue };
        let moves = it.loss.is_loss() || it.gain.is_gain();
        if spill.share == 0 || spill.to.is_empty() || !moves {
            continue;
        }
        let loss = it.loss.is_loss();
        let is_grave = loss && spill.to.contains(&Relation::Household);
        let severity = if is_grave { Severity::Grave } else { Severity::Questionable };
        let id = it.doc.id.clone();
        let what = What::Spills { share: spill.share, to: spill.to.clone(), loss };
        findings.add(severity, Place::Rule(id.clone()), what, Some(Fix::NoSpill(id)));
    }
}
