//! One event costs everything: at the nth time the score falls to the lowest, however high it was; or one loss is as
//! large as the whole way from the start.
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
    let scale = book.case.rulebook.scale;
    let whole = scale.start - scale.lowest;
    for it in book.live() {
        let at = match it.rule.points.as_ref().map(|it| &it.amount) {
            Some(Amount::Ladder { steps, .. }) => steps.iter().position(|it| *it == LadderStep::All),
            _ => None,
        };
        let by_number = whole.is_gain() && it.named_loss() >= whole;
        if at.is_none() && !by_number {
            continue;
        }
        let forever = it.months().is_none() && !book.fades();
        let severity = if forever { Severity::Grave } else { Severity::Questionable };
        let id = it.doc.id.clone();
        let fix = if at.is_some() && !by_number { Fix::NotEverything(id.clone()) } else { Fix::NoCliff };
        let what = What::Everything { nth: at.map(|it| it + 1), forever };
        findings.add(severity, Place::Rule(id), what, Some(fix));
    }
}
