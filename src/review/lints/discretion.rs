//! Discretion: the rule's text names a range of points, and an official chooses.
//!
//! Questionable. A range of one number is none.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    for it in book.live() {
        let Some((least, most)) = it.doc.points.as_ref().and_then(|it| it.range) else { continue };
        if least < most {
            let id = it.doc.id.clone();
            let what = What::Discretion { least: least.0, most: most.0 };
            findings.add(Severity::Questionable, Place::Rule(id.clone()), what, Some(Fix::FixPoints(id)));
        }
    }
}
