//! What a system tells somebody about a decision, and what one would have to know to object to it.

use super::doc::{Reasons, Safeguards};

/// Something about a decision that the person concerned may or may not be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// What was decided.
    Decision,
    /// What follows from it.
    Effects,
    /// The sort of record that it rests on.
    Sort,
    /// Which records, of which days.
    Record,
    /// Who reported them.
    Source,
    /// How many points each of them moved.
    Points,
    /// Under which rule.
    Rule,
    /// How long they count.
    Term,
    /// How to object.
    Objection,
    /// Who decided.
    Decider,
}

impl Fact {
    /// All of them, in the order in which a letter has them.
    pub const ALL: [Self; 10] = [
        Self::Decision,
        Self::Effects,
        Self::Sort,
        Self::Record,
        Self::Source,
        Self::Points,
        Self::Rule,
        Self::Term,
        Self::Objection,
        Self::Decider,
    ];

    /// Whether one has to know it to object to a decision: all but the decision itself, what one feels of it anyway, and
    /// the sort of record, which the record itself says better. A modelling choice.
    pub const fn is_needed(self) -> bool {
        !matches!(self, Self::Decision | Self::Effects | Self::Sort)
    }

    /// Whether a letter gives it, if so much of the reasons is told.
    pub const fn is_told(self, reasons: Reasons, safeguards: &Safeguards) -> bool {
        match self {
            Self::Decision | Self::Effects => true,
            Self::Sort => !matches!(reasons, Reasons::Nothing),
            Self::Record | Self::Source | Self::Points | Self::Rule | Self::Term => matches!(reasons, Reasons::Full),
            Self::Objection => safeguards.appeal,
            Self::Decider => safeguards.human_review,
        }
    }
}
