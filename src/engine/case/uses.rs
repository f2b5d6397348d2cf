//! What a rule looks back on in one life: how often it came before, and what of its limit is used.
//!
//! Days only go forward, so everything is counted as it comes and goes, and nothing is gone through twice.

use crate::engine::{Day, Points};

/// One use of a rule in a life.
pub(super) struct Use {
    /// From this day on it is no earlier time any more.
    pub(super) counts_until: Option<Day>,
    /// The period of the rule's limit, zero if it has none.
    pub(super) period: i32,
    /// Whether it takes one of the times that the limit allows: the rule named points, and its limit did not refuse them.
    pub(super) is_a_time: bool,
    pub(super) applied: Points,
    /// Whether its event was struck out.
    pub(super) struck_out: bool,
}

/// The uses of one rule in one life.
#[derive(Default)]
pub(super) struct Uses {
    /// In the order of time.
    all: Vec<Use>,
    /// So many of them, from the first, are too long ago to be an earlier time.
    gone: usize,
    /// So many of the others are not struck out.
    counting: usize,
    /// The last period in which there was a use, and what of the limit is used in it.
    period: i32,
    times: usize,
    points: Points,
}

impl Uses {
    /// Notes a use. Answers with its place.
    pub(super) fn add(&mut self, it: Use) -> usize {
        if it.period != self.period {
            (self.period, self.times, self.points) = (it.period, 0, Points::ZERO);
        }
        if !it.struck_out {
            self.counting += 1;
            self.times += usize::from(it.is_a_time);
            self.points += it.applied.abs();
        }
        self.all.push(it);
        self.all.len() - 1
    }

    /// Takes back what a use counted for. Once is enough.
    pub(super) fn strike_out(&mut self, place: usize) {
        let Some(it) = self.all.get_mut(place).filter(|it| !it.struck_out) else { return };
        it.struck_out = true;
        self.counting -= usize::from(place >= self.gone);
        if it.period == self.period {
            self.times -= usize::from(it.is_a_time);
            self.points -= it.applied.abs();
        }
    }

    /// How many earlier times count on a day.
    pub(super) fn earlier(&mut self, today: Day) -> usize {
        while let Some(it) = self.all.get(self.gone)
            && it.counts_until.is_some_and(|until| until <= today)
        {
            self.counting -= usize::from(!it.struck_out);
            self.gone += 1;
        }
        self.counting
    }

    /// The times and the points that are used of the limit of a period.
    pub(super) fn used_in(&self, period: i32) -> (usize, Points) {
        if period == self.period { (self.times, self.points) } else { (0, Points::ZERO) }
    }
}
