//! A public blacklist without a term: anybody can look somebody up on it until a rule takes them off.
//!
//! Grave if no rule does; else questionable. A list whose every listing has a term of its own is left alone.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::scenario::doc::ListNature;

/// The term that the fix gives: the longest publicity of a general case under the tiers of 2025. A modelling choice.
const MONTHS: u32 = 12;

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    for (idx, list) in book.doc.lists.iter().enumerate() {
        let is_endless = book.live().any(|it| it.rule.listings.iter().any(|it| it.list == idx && it.months.is_none()));
        if !list.public || list.nature != ListNature::Black || !is_endless {
            continue;
        }
        let exit = book.exits[idx];
        let severity = if exit { Severity::Questionable } else { Severity::Grave };
        let fix = Fix::ListTerm { list: list.id.clone(), months: MONTHS };
        findings.add(severity, Place::List(list.id.clone()), What::NoTerm { exit }, Some(fix));
    }
}
