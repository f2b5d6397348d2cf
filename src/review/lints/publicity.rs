//! A penalty that shows somebody to everybody, carried by a band: shaming for a number.
//!
//! Questionable. Lists that are public have a lint of their own; rewards that show somebody are left alone.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::scenario::doc::{ConsequenceNature, Domain};

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    for it in &book.doc.consequences {
        let is_shaming = it.nature == ConsequenceNature::Penalty && it.domain == Domain::Publicity;
        if is_shaming && !it.bands.is_empty() {
            findings.add(Severity::Questionable, Place::Consequence(it.id.clone()), What::Shown, None);
        }
    }
}
