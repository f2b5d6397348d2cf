//! A penalty in a part of life that nothing belongs to which leads to it: a court debt, and no fast trains.
//!
//! Grave if it is about school, health or housing, or is essential; else questionable. Publicity is a lint of its own. A
//! penalty that nothing leads to, and one that the safeguards take away, are left alone.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::scenario::doc::{ConsequenceNature, Domain};

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let safeguards = &book.case.rulebook.safeguards;
    if safeguards.purpose_limit {
        return;
    }
    for (idx, it) in book.doc.consequences.iter().enumerate() {
        let is_taken_away = it.essential && safeguards.essential_floor;
        if it.nature == ConsequenceNature::Reward || it.domain == Domain::Publicity || is_taken_away {
            continue;
        }
        let Some(causes) = book.causes(idx).filter(|causes| !causes.contains(&it.domain)) else { continue };
        let is_grave = it.essential || matches!(it.domain, Domain::School | Domain::Health | Domain::Housing);
        let severity = if is_grave { Severity::Grave } else { Severity::Questionable };
        let what = What::Elsewhere { domain: it.domain, causes };
        findings.add(severity, Place::Consequence(it.id.clone()), what, Some(Fix::PurposeLimit));
    }
}
