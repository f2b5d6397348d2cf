//! Tests on an event and its subject.

use super::Points;
use super::model::{GroupIdx, Subject, SubjectKind};

/// A condition. Lowering bounds its depth and size, so evaluation always ends soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cond {
    /// Every one of these; true if there are none.
    All(Vec<Cond>),
    /// At least one of these; false if there are none.
    Any(Vec<Cond>),
    /// Not this.
    Not(Box<Cond>),
    /// A number of the event, compared.
    Number {
        /// Place of the field in the event.
        field: usize,
        /// How it is compared.
        is: Comparison,
        /// With what.
        value: Points,
    },
    /// A choice of the event.
    Choice {
        /// Place of the field in the event.
        field: usize,
        /// Place of the choice in the field.
        is: usize,
    },
    /// The subject is of this kind.
    Subject(SubjectKind),
    /// The subject belongs to this group.
    Group(GroupIdx),
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Smaller.
    LessThan,
    /// Smaller or equal.
    AtMost,
    /// Equal.
    Equal,
    /// Larger or equal.
    AtLeast,
    /// Larger.
    MoreThan,
}

impl Comparison {
    /// Whether the comparison holds.
    pub fn holds(self, left: Points, right: Points) -> bool {
        match self {
            Self::LessThan => left < right,
            Self::AtMost => left <= right,
            Self::Equal => left == right,
            Self::AtLeast => left >= right,
            Self::MoreThan => left > right,
        }
    }
}

impl Cond {
    /// The condition that everything meets.
    pub const ALWAYS: Self = Self::All(Vec::new());

    /// How many parts it has, with itself.
    pub fn size(&self) -> usize {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().map(Self::size).sum::<usize>() + 1,
            Self::Not(part) => part.size() + 1,
            _ => 1,
        }
    }

    /// Whether an event with these values, of a subject, meets the condition.
    pub fn holds(&self, fields: &[Points], subject: &Subject) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|it| it.holds(fields, subject)),
            Self::Any(parts) => parts.iter().any(|it| it.holds(fields, subject)),
            Self::Not(part) => !part.holds(fields, subject),
            Self::Number { field, is, value } => fields.get(*field).is_some_and(|it| is.holds(*it, *value)),
            Self::Choice { field, is } => {
                fields.get(*field).is_some_and(|it| *it == Points::whole(i64::try_from(*is).unwrap_or(i64::MAX)))
            }
            Self::Subject(kind) => subject.kind == *kind,
            Self::Group(group) => subject.group == Some(*group),
        }
    }
}
