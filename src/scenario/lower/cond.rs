//! Conditions.

use super::Checks;
use super::kinds::Kinds;
use super::names::Names;
use crate::engine::condition::{Comparison, Cond};
use crate::scenario::bounds::{COND_DEPTH, COND_PARTS};
use crate::scenario::diagnostic::{Code, Path};
use crate::scenario::doc;

/// Checks a condition and resolves its names.
pub(super) fn lower(
    checks: &mut Checks,
    path: &Path,
    cond: &doc::Cond,
    kind: Option<usize>,
    kinds: &Kinds<'_>,
    groups: &Names<'_>,
) -> Cond {
    let (depth, parts) = measure(cond);
    if depth > COND_DEPTH {
        checks.error(path.clone(), Code::ConditionTooDeep);
        return Cond::ALWAYS;
    }
    if parts > COND_PARTS {
        checks.error(path.clone(), Code::ConditionTooLarge);
        return Cond::ALWAYS;
    }
    part(checks, path, cond, kind, kinds, groups)
}

fn part(
    checks: &mut Checks,
    path: &Path,
    cond: &doc::Cond,
    kind: Option<usize>,
    kinds: &Kinds<'_>,
    groups: &Names<'_>,
) -> Cond {
    let all = |checks: &mut Checks, path: &Path, parts: &[doc::Cond]| -> Vec<Cond> {
        parts.iter().enumerate().map(|(at, it)| part(checks, &path.at(at), it, kind, kinds, groups)).collect()
    };
    match cond {
        doc::Cond::All(parts) => Cond::All(all(checks, &path.at("all"), parts)),
        doc::Cond::Any(parts) => Cond::Any(all(checks, &path.at("any"), parts)),
        doc::Cond::Not(inner) => Cond::Not(Box::new(part(checks, &path.at("not"), inner, kind, kinds, groups))),
        doc::Cond::Number { field, is, value } => {
            let path = path.at("number").at("field");
            match kind.and_then(|it| kinds.number(checks, &path, it, field)) {
                Some(field) => Cond::Number { field, is: comparison(*is), value: value.0 },
                None => Cond::ALWAYS,
            }
        }
        doc::Cond::Choice { field, is } => {
            let path = path.at("choice");
            match kind.and_then(|it| kinds.choice(checks, &path, it, field, is)) {
                Some((field, is)) => Cond::Choice { field, is },
                None => Cond::ALWAYS,
            }
        }
        doc::Cond::Subject(kind) => Cond::Subject(super::subject_kind(*kind)),
        doc::Cond::Group(group) => groups.find(checks, &path.at("group"), group).map_or(Cond::ALWAYS, Cond::Group),
    }
}

const fn comparison(is: doc::Comparison) -> Comparison {
    match is {
        doc::Comparison::LessThan => Comparison::LessThan,
        doc::Comparison::AtMost => Comparison::AtMost,
        doc::Comparison::Equal => Comparison::Equal,
        doc::Comparison::AtLeast => Comparison::AtLeast,
        doc::Comparison::MoreThan => Comparison::MoreThan,
    }
}

/// Levels and parts of a condition. JSON's own limit on nesting keeps this from running deep.
pub fn measure(cond: &doc::Cond) -> (usize, usize) {
    let of_all =
        |parts: &[doc::Cond]| parts.iter().map(measure).fold((1, 1), |sum, it| (sum.0.max(it.0 + 1), sum.1 + it.1));
    match cond {
        doc::Cond::All(parts) | doc::Cond::Any(parts) => of_all(parts),
        doc::Cond::Not(inner) => {
            let (depth, parts) = measure(inner);
            (depth + 1, parts + 1)
        }
        _ => (1, 1),
    }
}
