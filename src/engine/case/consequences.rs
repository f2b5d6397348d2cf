//! Which rewards and penalties hold, and since when.

use super::report::{Interval, LineIdx};
use crate::engine::Day;
use crate::engine::model::{BandIdx, Consequence, Safeguards, Set, Subject};

/// What decides about a subject's consequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The band, under the ceilings in force.
    pub band: BandIdx,
    /// The lists that the subject is on.
    pub lists: Set,
    /// The domains in which a loss, a ceiling or a listing is live.
    pub live: Set,
}

/// Follows the consequences of one subject through its ledger.
///
/// Consequences hold for whole days, as things are at the end of the day; but their cause is a line, so changes are
/// noted line by line and taken over when the day is closed.
pub(super) struct Tracker {
    state: State,
    /// Whether each consequence holds after the last line, and the line that decided so.
    now: Vec<(bool, Option<LineIdx>)>,
    /// The intervals that are open at the end of the last closed day.
    open: Vec<Option<usize>>,
    intervals: Vec<Interval>,
}

impl Tracker {
    pub(super) fn new(all: &[Consequence], safeguards: &Safeguards, subject: &Subject, state: State) -> Self {
        let now = all.iter().map(|it| (holds(it, safeguards, subject, state), None)).collect();
        Self { state, now, open: vec![None; all.len()], intervals: Vec::new() }
    }

    /// Takes note of what holds after a line. Answers how many consequences it had to look at.
    pub(super) fn after_line(
        &mut self,
        all: &[Consequence],
        safeguards: &Safeguards,
        subject: &Subject,
        state: State,
        line: LineIdx,
    ) -> usize {
        if state == self.state {
            return 0;
        }
        self.state = state;
        for (it, now) in all.iter().zip(&mut self.now) {
            let held = holds(it, safeguards, subject, state);
            if held != now.0 {
                *now = (held, Some(line));
            }
        }
        all.len()
    }

    /// Begins and ends intervals by what holds at the end of the day.
    pub(super) fn close_day(&mut self, day: Day) {
        for (consequence, (&(held, line), open)) in self.now.iter().zip(&mut self.open).enumerate() {
            match (*open, held) {
                (None, true) => {
                    *open = Some(self.intervals.len());
                    self.intervals.push(Interval { consequence, begin: day, end: None, cause: line, ended_by: None });
                }
                (Some(idx), false) => {
                    *open = None;
                    self.intervals[idx].end = Some(day);
                    self.intervals[idx].ended_by = line;
                }
                _ => {}
            }
        }
    }

    pub(super) fn into_intervals(self) -> Vec<Interval> {
        self.intervals
    }
}

/// Whether a consequence holds: it comes with the band or with a list, and no safeguard removes it.
pub fn holds(it: &Consequence, safeguards: &Safeguards, subject: &Subject, state: State) -> bool {
    let may_use_score = !safeguards.consent || subject.consents;
    let from_score = may_use_score && it.bands.has(state.band);
    let from_list = it.lists.meets(state.lists);
    if !it.who.has(subject.kind as usize) || !(from_score || from_list) {
        return false;
    }
    if it.penalty {
        let spared = safeguards.essential_floor && it.essential;
        let unrelated = safeguards.purpose_limit && !state.live.has(it.domain);
        return !spared && !unrelated;
    }
    true
}
