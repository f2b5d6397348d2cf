//! From a rule to its nominal points, and from nominal to applied points.

use super::account::Account;
use super::report::{Basis, Reduction, Step};
use crate::engine::model::{Amount, Event, EventIdx, LadderStep, Limit, RuleIdx};
use crate::engine::{Day, Points};

impl Amount {
    /// The points, where they depend on nothing but the event: not on how often it came before.
    pub(super) fn of_event(&self, event: &Event) -> Option<(Points, Basis)> {
        match self {
            Self::Flat(points) => Some((*points, Basis::Flat)),
            Self::PerUnit { points, field, unit } => {
                let units = event.fields.get(*field).map_or(0, |it| it.whole_units(*unit));
                Some((points.times(units), Basis::Units(units)))
            }
            Self::Ladder { .. } => None,
        }
    }

    /// The value of a ladder for the nth time, counted from 1. The last is for all later times.
    fn step(&self, nth: usize) -> LadderStep {
        match self {
            Self::Ladder { steps, .. } => steps.get(nth - 1).or(steps.last()).copied(),
            _ => None,
        }
        .unwrap_or(LadderStep::Points(Points::ZERO))
    }
}

impl Account<'_> {
    /// The points that a rule names for an event now, and how they came about.
    pub(super) fn nominal(&mut self, rule: RuleIdx, amount: &Amount, event: &Event) -> (Points, Basis) {
        if let Some(known) = amount.of_event(event) {
            return known;
        }
        let nth = 1 + self.earlier_times(rule, event.day);
        let nth_shown = u32::try_from(nth).unwrap_or(u32::MAX);
        match amount.step(nth) {
            LadderStep::Points(points) => (points, Basis::Nth(nth_shown)),
            LadderStep::All => (self.scale().lowest - self.score(), Basis::All(nth_shown)),
        }
    }

    /// Takes the nominal points through every step that can make them fewer. Each step that did leaves its name.
    ///
    /// `limited_by` is the rule whose limit applies: none for what spills over, because the limit is the giver's.
    pub(super) fn reduce(
        &mut self,
        nominal: Points,
        event: EventIdx,
        limited_by: Option<RuleIdx>,
        day: Day,
    ) -> (Points, Vec<Reduction>) {
        let mut points = nominal;
        let mut reductions = Vec::new();
        let mut step = |by: Step, to: Points| {
            if to != points {
                points = to;
                reductions.push(Reduction { by, to });
            }
            points
        };
        let mut now = nominal;
        if let Some((rule, limit)) = limited_by.and_then(|rule| Some((rule, self.rule(rule).limit?))) {
            now = step(Step::RuleLimit, self.under_limit(now, rule, limit, day));
        }
        if now.is_loss() {
            let safeguards = self.safeguards();
            if let Some(cap) = safeguards.event_cap {
                now = step(Step::EventCap, now.limited_to(cap - self.lost_by_event(event)));
            }
            if let Some(cap) = safeguards.year_cap {
                now = step(Step::YearCap, now.limited_to(cap - self.lost_in_year(day)));
            }
            if safeguards.no_cliff {
                let floor = self.cliff_floor(event);
                let room = (self.score() - floor).max(Points::ZERO);
                now = step(Step::NoCliff, now.limited_to(room));
            }
        }
        let scale = self.scale();
        let applied = (self.score() + now).clamp(scale.lowest, scale.highest) - self.score();
        step(Step::ScaleEnd, applied);
        (applied, reductions)
    }

    fn under_limit(&self, points: Points, rule: RuleIdx, limit: Limit, day: Day) -> Points {
        let (times, used) = self.used_in(rule, limit.per.of(day));
        if limit.times.is_some_and(|most| times >= most as usize) {
            return Points::ZERO;
        }
        match limit.points {
            Some(most) => points.limited_to(most - used),
            None => points,
        }
    }
}
