//! A gain that can be farmed: nothing limits how many points the rule gives.
//!
//! Questionable if it gives points for each unit, as then one event can give any number; else minor: an award is without
//! a limit too, and is not there for the taking. Where everybody starts at the highest score gains can only repair: per
//! unit is minor, and the rest is left alone.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::scenario::wire::Decimal;

/// The limit that the fix gives, in times what the rule gives once. A modelling choice.
const TIMES: i64 = 5;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    let scale = book.case.rulebook.scale;
    let repairs_only = scale.start >= scale.highest;
    for it in book.live().filter(|it| it.gain.is_gain()) {
        let per_unit = it.is_per_unit();
        if book.most(it, true).is_some() || repairs_only && !per_unit {
            continue;
        }
        let severity = if per_unit && !repairs_only { Severity::Questionable } else { Severity::Minor };
        let fix = Fix::YearLimit { rule: it.doc.id.clone(), points: Decimal(it.gain.times(TIMES)) };
        let what = What::Uncapped { per_unit, repairs_only };
        findings.add(severity, Place::Rule(it.doc.id.clone()), what, Some(fix));
    }
}
