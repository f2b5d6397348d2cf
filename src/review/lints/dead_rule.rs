//! A rule that never applies: switched off; about something that no source in use records; with tests that contradict
//! each other; or always behind an earlier rule where only the first applies.
//!
//! Minor: without the rule every score is the same. A rule that is live and happens to meet no event is left alone.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    for it in &book.rules {
        if let Some(dead) = &it.dead {
            let id = it.doc.id.clone();
            findings.add(Severity::Minor, Place::Rule(id.clone()), What::Dead(dead.clone()), Some(Fix::Delete(id)));
        }
    }
}
