//! The desk of a neighbourhood: who is told, who appeals, who waits, what is corrected.

use std::collections::VecDeque;

use super::account::RecordId;
use super::chance::Purpose;
use super::model::Society;
use super::people::Resident;
use super::records::{Pending, Truth};
use super::tally::{Monthly, Once, Spread, Tally};
use super::trace::Trace;

/// An appeal that waits.
#[derive(Clone, Copy, Debug)]
struct Appeal {
    owner: usize,
    cell: usize,
    record: RecordId,
    wrong: bool,
    asked: u32,
    wins: bool,
}

/// A wrong record that was entered.
#[derive(Clone, Copy, Debug)]
struct Wrong {
    owner: usize,
    cell: usize,
    record: RecordId,
    key: u64,
    entered: u32,
    hurt: bool,
    corrected: bool,
}

/// Where records are contested.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    queue: VecDeque<Appeal>,
    wrong: Vec<Wrong>,
    /// Month, owner, record.
    due: Vec<(u32, usize, RecordId)>,
    /// Decisions that can still be made, in thousandths.
    credit: u64,
    /// Who is minded to report a neighbour this month.
    minded: Vec<usize>,
}

impl Desk {
    pub(super) fn new(_: &Society) -> Self {
        Self { queue: VecDeque::new(), wrong: Vec::new(), due: Vec::new(), credit: 0, minded: Vec::new() }
    }

    pub(super) fn minded_to_report(&mut self, place: usize) {
        self.minded.push(place);
    }

    /// Who is minded to report; to be given back, empty, to be filled again.
    pub(super) fn minded(&mut self) -> &mut Vec<usize> {
        &mut self.minded
    }

    /// The records struck out on the first of a month, by owner, then as they were entered.
    pub(super) fn corrections(&mut self, month: u32) -> Vec<(usize, RecordId)> {
        if self.due.is_empty() {
            return Vec::new();
        }
        let mut now: Vec<_> = self.due.iter().filter(|it| it.0 == month).map(|it| (it.1, it.2)).collect();
        self.due.retain(|it| it.0 > month);
        now.sort_unstable();
        now
    }

    /// Takes note of a record that was offered to the rules.
    pub(super) fn take(
        &mut self,
        society: &Society,
        owner: &Resident,
        it: &Pending,
        hurt: bool,
        month: u32,
        tally: &mut Tally,
    ) {
        let wrong = it.truth != Truth::True;
        let (at, cell) = (month as usize, owner.cell);
        let key = society.behaviours[it.behaviour].key ^ (it.truth as u64);
        if wrong {
            let entered = month;
            let record = it.record;
            self.wrong.push(Wrong { owner: it.owner, cell, record, key, entered, hurt, corrected: false });
            if hurt {
                tally.count(Monthly::Hurt, at, cell, 1);
            }
        }
        if !hurt || !society.appeals.told.happens(owner.luck.draw(Purpose::Told, month, key)) {
            return;
        }
        if wrong {
            tally.count(Monthly::ToldWrong, at, cell, 1);
        }
        if !society.appeals.heard {
            return;
        }
        let group = &society.groups[owner.group];
        let lacks = 1000 - group.money.min(1000);
        let affords = 1000 - (society.appeals.cost * lacks / 1000).min(1000);
        let mut chance = group.appeals.times(affords);
        if !wrong {
            chance = chance.times(society.appeals.if_true);
        }
        if chance.happens(owner.luck.draw(Purpose::Appeals, month, key)) {
            let what = if wrong { Monthly::AppealedWrong } else { Monthly::AppealedTrue };
            tally.count(what, at, cell, 1);
            let chance = if wrong { society.appeals.wins_wrong } else { society.appeals.wins_true };
            let wins = chance.happens(owner.luck.draw(Purpose::Wins, month, key));
            self.queue.push_back(Appeal { owner: it.owner, cell, record: it.record, wrong, asked: month, wins });
        }
    }

    /// Decides what can be decided, and finds what the office finds by itself.
    pub(super) fn decide(
        &mut self,
        society: &Society,
        residents: &[Resident],
        month: u32,
        tally: &mut Tally,
        trace: &mut Option<Trace>,
    ) {
        let appeals = &society.appeals;
        let at = month as usize;
        let a_month = u64::from(appeals.capacity) * residents.len() as u64 / 1000;
        self.credit = (self.credit + a_month).min(a_month + 1000);
        while self.credit >= 1000
            && let Some(first) = self.queue.front().copied()
            && first.asked + appeals.delay <= month
        {
            self.queue.pop_front();
            self.credit -= 1000;
            tally.count(Monthly::Heard, at, first.cell, 1);
            tally.count_spread(Spread::Wait, first.cell, (month - first.asked) as usize);
            let is_corrected = self.wrong.iter().any(|it| it.record == first.record && it.corrected);
            if first.wins && !is_corrected {
                let what = if first.wrong { Monthly::WonWrong } else { Monthly::WonTrue };
                tally.count(what, at, first.cell, 1);
                self.correct(first.owner, first.record, month + 1, trace);
            }
        }
        for it in &self.queue {
            tally.count(Monthly::Waiting, at, it.cell, 1);
        }
        if appeals.found.0 == 0 && appeals.found_out.is_none() {
            return;
        }
        for idx in 0..self.wrong.len() {
            let it = self.wrong[idx];
            if it.corrected {
                continue;
            }
            let out = appeals.found_out.is_some_and(|months| month + 1 >= it.entered + months.max(1));
            let luck = residents[it.owner].luck;
            let key = it.key ^ (u64::from(it.entered) << 20);
            if out || appeals.found.happens(luck.draw(Purpose::Finds, month, key)) {
                tally.count(Monthly::Found, at, it.cell, 1);
                self.correct(it.owner, it.record, month + 1, trace);
            }
        }
    }

    fn correct(&mut self, owner: usize, record: RecordId, month: u32, trace: &mut Option<Trace>) {
        for it in self.wrong.iter_mut().filter(|it| it.record == record) {
            it.corrected = true;
        }
        self.due.push((month, owner, record));
        if let Some(trace) = trace {
            trace.corrected(record, month);
        }
    }

    pub(super) fn end(&self, tally: &mut Tally) {
        for it in self.wrong.iter().filter(|it| it.hurt && !it.corrected) {
            tally.count_once(Once::NeverCorrected, it.cell, 1);
        }
    }
}
