//! From a rule to its nominal points, and from nominal to applied points: the steps of the case engine.

use super::{Account, Office, RecordId, Seen, Use};
use crate::engine::Points;
use crate::engine::model::{Amount, LadderStep, Limit, Period, RuleIdx};

impl Account {
    pub(super) fn nominal_of(&self, office: Office<'_>, rule: RuleIdx, seen: Seen<'_>, month: u32) -> Points {
        let points = office.rule(rule).points.as_ref();
        points.map_or(Points::ZERO, |it| self.nominal(office, rule, &it.amount, seen, month))
    }

    pub(super) fn nominal(
        &self,
        office: Office<'_>,
        rule: RuleIdx,
        amount: &Amount,
        seen: Seen<'_>,
        month: u32,
    ) -> Points {
        match amount {
            Amount::Flat(points) => *points,
            Amount::PerUnit { points, field, unit } => {
                points.times(seen.fields.get(*field).map_or(0, |it| it.whole_units(*unit)))
            }
            Amount::Ladder { steps, within } => {
                let counts = |it: &&Use| it.rule as usize == rule && !it.struck_out;
                // Uses are in the order of time: what is too long ago ends the search.
                let recent = self.uses.iter().rev().take_while(|it| month < Office::end(it.month, *within));
                let nth = 1 + recent.filter(counts).count();
                match steps[nth.min(steps.len()) - 1] {
                    LadderStep::Points(points) => points,
                    LadderStep::All => office.book().scale.lowest - self.score,
                }
            }
        }
    }

    /// Takes points, under the limit of their rule already, through every other step that can make them fewer, in the
    /// order of the case engine.
    pub(super) fn reduce(&self, office: Office<'_>, limited: Points, record: RecordId, month: u32) -> Points {
        let mut now = limited;
        if now.is_loss() {
            let safeguards = &office.book().safeguards;
            if let Some(cap) = safeguards.event_cap {
                now = now.limited_to(cap - self.lost_by_record(record));
            }
            if let Some(cap) = safeguards.year_cap {
                now = now.limited_to(cap - self.lost_in_year(office.months.year(month)));
            }
            if safeguards.no_cliff {
                let bands = &office.book().bands;
                let band = match self.before {
                    Some((it, band, _)) if it == record => band,
                    _ => office.band_of(self.score),
                };
                let floor = bands[band.saturating_sub(1)];
                now = now.limited_to((self.score - floor).max(Points::ZERO));
            }
        }
        let scale = office.book().scale;
        (self.score + now).clamp(scale.lowest, scale.highest) - self.score
    }

    /// What the limit of a rule leaves of its points.
    pub(super) fn under_limit(
        &self,
        office: Office<'_>,
        points: Points,
        rule: RuleIdx,
        limit: Limit,
        month: u32,
    ) -> Points {
        let year = office.months.year(month);
        let same_period = |it: &&Use| match limit.per {
            Period::Month => it.month == month,
            Period::Year => it.month == month || office.months.year(it.month) == year,
        };
        let counts = |it: &&Use| it.rule as usize == rule && !it.struck_out;
        // Uses are in the order of time: what is too long ago ends the search.
        let uses = || self.uses.iter().rev().take_while(same_period).filter(counts);
        if limit.times.is_some_and(|times| uses().filter(|it| it.is_a_time).count() >= times as usize) {
            return Points::ZERO;
        }
        match limit.points {
            Some(most) => points.limited_to(most - uses().map(|it| it.applied.abs()).sum()),
            None => points,
        }
    }
}
