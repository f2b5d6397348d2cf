//! One event costs everything: at the nth time the score falls to the lowest, however high it was; or one loss is as
//! large as the whole way from the start.
//!
//! Grave if it is for good; questionable if the points come back after a term. Left alone where a cap per event, or the
//! safeguard against cliffs with at least two bands below the start, keeps it from happening. The cap that a fix gives,
//! half of the way, is a modelling choice.

use crate::engine::Points;
use crate::engine::model::{Amount, LadderStep};
use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::scenario::wire::Decimal;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let safeguards = &book.case.rulebook.safeguards;
    let scale = book.case.rulebook.scale;
    let whole = scale.start - scale.lowest;
    // With one band below that of the start, one band down may still be all the way.
    let has_steps = book.band_of(scale.start) >= 2;
    if safeguards.event_cap.is_some_and(|cap| cap < whole) || safeguards.no_cliff && has_steps {
        return;
    }
    let cap = Points::from_thousandths(whole.thousandths() / 2);
    let by_safeguard = if has_steps { Fix::NoCliff } else { Fix::EventCap(Decimal(cap)) };
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
        let fix = if at.is_some() && !by_number { Fix::NotEverything(id.clone()) } else { by_safeguard.clone() };
        let what = What::Everything { nth: at.map(|it| it + 1), forever };
        findings.add(severity, Place::Rule(id), what, Some(fix));
    }
}
