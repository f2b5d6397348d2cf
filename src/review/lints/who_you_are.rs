//! Points for who somebody is: a rule whose tests ask for a group, or for a person or business.
//!
//! Grave for a group, minor for the sort of subject: laws treat people and firms differently for good reasons. A test for
//! the sort of subject that the kind of event already has is left alone.

use crate::review::book::Book;
use crate::review::finding::{Findings, Place, Severity, What};
use crate::review::fix::Fix;
use crate::review::logic::without_groups;
use crate::scenario::doc::{Cond, SubjectKind};

pub(super) fn check(book: &Book<'_>, findings: &mut Findings) {
    for it in book.live() {
        let Some(cond) = &it.doc.when else { continue };
        let (mut groups, mut kind) = (Vec::new(), None);
        collect(cond, &mut groups, &mut kind);
        kind = kind.filter(|_| it.kind.who.is_none());
        let severity = match (groups.is_empty(), kind) {
            (false, _) => Severity::Grave,
            (true, Some(_)) => Severity::Minor,
            (true, None) => continue,
        };
        let id = it.doc.id.clone();
        let rest = without_groups(cond.clone());
        let (mut left, mut kind_left) = (Vec::new(), None);
        rest.iter().for_each(|it| collect(it, &mut left, &mut kind_left));
        let fix = (kind.is_none() && left.is_empty()).then(|| Fix::AnyGroup(id.clone()));
        findings.add(severity, Place::Rule(id), What::Who { groups, kind }, fix);
    }
}

/// The groups and the sort of subject that tests ask for.
fn collect(cond: &Cond, groups: &mut Vec<String>, kind: &mut Option<SubjectKind>) {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|it| collect(it, groups, kind)),
        Cond::Not(part) => collect(part, groups, kind),
        Cond::Group(id) if !groups.contains(id) => groups.push(id.clone()),
        Cond::Subject(it) => *kind = Some(*it),
        _ => {}
    }
}
