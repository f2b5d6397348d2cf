//! A loss that nothing makes up for: it is larger than all gains that the rulebook permits within the scenario's days,
//! and does not end by itself within them.
//!
//! Grave if it never ends and a band carries a consequence; else questionable. What is lost at one time is counted once,
//! under the caps. Gains without a limit, fading, and gains that come over from others make up for anything.

use crate::engine::model::{Set, SubjectKind};
use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    if book.fades() {
        return;
    }
    let safeguards = &book.case.rulebook.safeguards;
    let sorts = [SubjectKind::Person, SubjectKind::Business].map(|it| Set::of(it as usize).both(book.sorts()));
    let gains = sorts.map(|it| (it, book.most_of_all(it, true)));
    let scale = book.case.rulebook.scale;
    let matters = book.case.rulebook.consequences.iter().any(|it| !it.bands.is_empty());
    for it in book.live().filter(|it| it.loss.is_loss()) {
        if it.months().is_some_and(|it| book.ends_in_time(it)) {
            continue;
        }
        let limit = it.rule.limit.and_then(|it| it.points);
        let caps = [limit, safeguards.event_cap, safeguards.year_cap, Some(scale.start - scale.lowest)];
        let loss = caps.into_iter().flatten().fold(it.loss.abs(), |loss, cap| loss.min(cap));
        // The least that one of those can gain whom it may hit.
        let gain = gains.iter().filter(|(who, _)| it.who.both(book.sorts()).meets(*who)).filter_map(|it| it.1).min();
        let Some(gain) = gain.filter(|gain| *gain < loss) else { continue };
        let is_grave = it.months().is_none() && matters;
        let severity = if is_grave { Severity::Grave } else { Severity::Questionable };
        let id = it.doc.id.clone();
        let fix = book.term().map(|months| Fix::Term { rule: id.clone(), months });
        findings.add(severity, Place::Rule(id), What::NoWayBack { loss, gain, months: it.months() }, fix);
    }
}
