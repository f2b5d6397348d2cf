//! The single numbers of a rulebook that can be turned to see what they do.

use crate::engine::Points;
use crate::engine::model::{Amount, Case, LadderStep, RuleIdx};

/// A number of a rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dial {
    /// Points of a rule.
    Points {
        /// The rule.
        rule: RuleIdx,
        /// Which of its numbers: 0 is the first or only one, the others are for further times.
        step: usize,
    },
    /// The most that one event may cost.
    EventCap,
    /// The score at which everybody starts.
    Start,
}

impl Dial {
    /// All numbers of one rule.
    pub fn of_rule(case: &Case, rule: RuleIdx) -> Vec<Self> {
        let amount = case.rulebook.rules.get(rule).and_then(|it| it.points.as_ref()).map(|it| &it.amount);
        let steps = match amount {
            None => 0,
            Some(Amount::Ladder { steps, .. }) => steps.len(),
            Some(_) => 1,
        };
        (0..steps).map(|step| Self::Points { rule, step }).filter(|it| it.read(case).is_some()).collect()
    }

    /// The number, if there is one.
    pub fn read(self, case: &Case) -> Option<Points> {
        match self {
            Self::Points { rule, step } => match &case.rulebook.rules.get(rule)?.points.as_ref()?.amount {
                Amount::Flat(points) | Amount::PerUnit { points, .. } => (step == 0).then_some(*points),
                Amount::Ladder { steps, .. } => match steps.get(step)? {
                    LadderStep::Points(points) => Some(*points),
                    LadderStep::All => None,
                },
            },
            Self::EventCap => case.rulebook.safeguards.event_cap,
            Self::Start => Some(case.rulebook.scale.start),
        }
    }

    /// Whether the number may have this value in a document: a start is on the scale, a cap is not negative, and what
    /// takes everything the next time gives nothing the first time.
    pub fn allows(self, case: &Case, value: Points) -> bool {
        let scale = case.rulebook.scale;
        match self {
            Self::Points { rule, step } => {
                let points = case.rulebook.rules.get(rule).and_then(|it| it.points.as_ref());
                let takes_all = points.is_some_and(|it| match &it.amount {
                    Amount::Ladder { steps, .. } => steps.contains(&LadderStep::All),
                    _ => false,
                });
                step > 0 || !takes_all || !value.is_gain()
            }
            Self::EventCap => !value.is_loss(),
            Self::Start => scale.lowest <= value && value <= scale.highest,
        }
    }

    /// Puts another number there; where none is, only a cap is added.
    pub fn write(self, case: &mut Case, value: Option<Points>) {
        match (self, value) {
            (Self::EventCap, _) => case.rulebook.safeguards.event_cap = value,
            (Self::Start, Some(value)) => case.rulebook.scale.start = value,
            (Self::Points { rule, step }, Some(value)) => {
                let effect = case.rulebook.rules.get_mut(rule).and_then(|it| it.points.as_mut());
                match effect.map(|it| &mut it.amount) {
                    Some(Amount::Flat(points) | Amount::PerUnit { points, .. }) => *points = value,
                    Some(Amount::Ladder { steps, .. }) => {
                        if let Some(LadderStep::Points(points)) = steps.get_mut(step) {
                            *points = value;
                        }
                    }
                    None => {}
                }
            }
            (_, None) => {}
        }
    }
}
