//! How likely everything is that can happen to a resident in a month, and the luck that decides it.
//!
//! Each resident has a row of slots: acts, wrong records by source, a report. A slot holds two chances, that in a world
//! without the system and that of now. Luck comes in bytes, eight months at once; only where a byte does not decide are
//! more bits drawn. So a month in which nothing happens costs one comparison a slot.

use super::chance::{Chance, Luck, Purpose};
use super::model::{Nature, Scored, Society};
use super::people::{Resident, habit};

/// The months that one batch of luck is good for.
const BATCH: u32 = 8;
/// Pressure makes a difference in steps of this size: a modelling choice that saves time.
const PRESSURE_STEP: u32 = 100;

/// What can happen to a resident in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// An act.
    Act(usize),
    /// A wrong record by a source.
    Error(usize),
    /// Being minded to report a neighbour.
    Report,
}

/// The chances and the luck of all residents of a neighbourhood.
#[derive(Default)]
pub(super) struct Habits {
    slots: Vec<Slot>,
    keys: Vec<u64>,
    /// How many of the slots are acts; they come first.
    acts: usize,
    /// Whether each act makes good, so that it happens although it has no place in a world without the system.
    repairs: Vec<bool>,
    /// For each resident and act: the own factor on its rate.
    own: Vec<u32>,
    /// For each resident and slot: the chance in a world without the system, and the chance now.
    base: Vec<u32>,
    now: Vec<u32>,
    /// The larger of both, its highest byte: nothing happens where luck is above it.
    top: Vec<u8>,
    /// For each resident, month of the batch and slot: a byte of luck.
    luck: Vec<u8>,
    /// Slots in which something may happen: kept to be filled again. One longer than there are slots.
    open: Vec<u16>,
}

impl Habits {
    pub(super) fn new(society: &Society, residents: &[Resident]) -> Self {
        let acts = (0..society.behaviours.len()).filter(|it| !society.behaviours[*it].reporting).map(Slot::Act);
        let mut slots: Vec<Slot> = acts.collect();
        let acts = slots.len();
        let errs = |it: &usize| society.sources[*it].error != Chance::NEVER && society.rulebook.sources_on.has(*it);
        slots.extend((0..society.sources.len()).filter(errs).map(Slot::Error));
        if society.reports.rate != Chance::NEVER {
            slots.push(Slot::Report);
        }
        let key = |slot: &Slot| match *slot {
            Slot::Act(it) => society.behaviours[it].key,
            Slot::Error(it) => society.sources[it].key ^ ((Purpose::Errs as u64) << 48),
            Slot::Report => (Purpose::Reports as u64) << 48,
        };
        let mut own = Vec::with_capacity(residents.len() * acts);
        for it in residents {
            own.extend(slots[..acts].iter().map(|slot| match *slot {
                Slot::Act(behaviour) => u32::try_from(habit(society, it, behaviour)).unwrap_or(u32::MAX),
                Slot::Error(_) | Slot::Report => 0,
            }));
        }
        let repairs = slots[..acts].iter().map(|it| matches!(*it, Slot::Act(it) if society.behaviours[it].repair));
        let repairs = repairs.collect();
        let cells = residents.len() * slots.len();
        let open = vec![0; slots.len() + 1];
        Self {
            keys: slots.iter().map(key).collect(),
            slots,
            acts,
            repairs,
            own,
            base: vec![0; cells],
            now: vec![0; cells],
            top: vec![0; cells],
            luck: vec![u8::MAX; cells * BATCH as usize],
            open,
        }
    }

    /// What a slot is.
    pub(super) fn what(&self, slot: usize) -> Slot {
        self.slots[slot]
    }

    /// Whether pressure has changed enough to make a difference.
    pub(super) const fn differs(before: u32, after: u32) -> bool {
        before / PRESSURE_STEP != after / PRESSURE_STEP
    }

    /// Draws the luck of the months from this one, where a batch begins.
    pub(super) fn draw(&mut self, residents: &[Resident], month: u32) {
        if !month.is_multiple_of(BATCH) {
            return;
        }
        let slots = self.slots.len();
        for (place, it) in residents.iter().enumerate() {
            let rows = &mut self.luck[place * slots * BATCH as usize..(place + 1) * slots * BATCH as usize];
            for (slot, key) in self.keys.iter().enumerate() {
                // What can never happen to somebody needs no luck.
                if slot < self.acts && self.own[place * self.acts + slot] == 0 && !self.repairs[slot] {
                    continue;
                }
                let bytes = it.luck.bits(Purpose::Acts, month / BATCH, *key).to_le_bytes();
                for (month, byte) in bytes.into_iter().enumerate() {
                    rows[month * slots + slot] = byte;
                }
            }
        }
    }

    /// The slots of a resident in which something may happen this month.
    pub(super) fn perhaps(&mut self, place: usize, month: u32) -> usize {
        let slots = self.slots.len();
        let at = (place * BATCH as usize + (month % BATCH) as usize) * slots;
        let (luck, top) = (&self.luck[at..at + slots], &self.top[place * slots..(place + 1) * slots]);
        // Every slot is written, and only those that count are kept: no branch, so nothing is mispredicted.
        let mut n = 0;
        for (slot, (luck, top)) in luck.iter().zip(top).enumerate() {
            self.open[n] = slot as u16;
            n += usize::from(luck <= top);
        }
        n
    }

    /// The n-th of the slots that [`Habits::perhaps`] found last.
    pub(super) fn open(&self, n: usize) -> usize {
        usize::from(self.open[n])
    }

    /// Whether it happens in a world without the system, and whether it happens now.
    pub(super) fn happens(&self, luck: Luck, place: usize, slot: usize, month: u32) -> (bool, bool) {
        let slots = self.slots.len();
        let byte = self.luck[(place * BATCH as usize + (month % BATCH) as usize) * slots + slot];
        let fine = luck.draw(Purpose::Acts, month | (1 << 12), self.keys[slot]) >> 8;
        let draw = (u32::from(byte) << 24) | fine;
        let at = place * slots + slot;
        (draw < self.base[at], draw < self.now[at])
    }

    /// The chances of a resident in a world without the system, and of wrong records and reports.
    pub(super) fn settle_base(
        &mut self,
        society: &Society,
        place: usize,
        circumstance: u32,
        other: impl Fn(Slot) -> Chance,
    ) {
        for slot in 0..self.slots.len() {
            let at = place * self.slots.len() + slot;
            match self.slots[slot] {
                Slot::Act(behaviour) => {
                    let act = &society.behaviours[behaviour];
                    let shock = if act.nature == Nature::Circumstance { u64::from(circumstance) } else { 1000 };
                    let rate = u64::from(act.rate.0) * shock / 1000;
                    let own = u64::from(self.own[place * self.acts + slot]);
                    self.base[at] = u32::try_from(rate * own / 1000).unwrap_or(u32::MAX);
                }
                it @ (Slot::Error(_) | Slot::Report) => {
                    self.now[at] = other(it).0;
                    self.top[at] = (self.now[at] >> 24) as u8;
                }
            }
        }
    }

    /// The chances of a resident's acts as things are: penalties, pressure, and what the rules make of them.
    pub(super) fn settle(&mut self, society: &Society, place: usize, it: &Resident) {
        let mut circumstance: u64 = 1000;
        let mut left = it.standing.penalties.0;
        while left != 0 {
            let domain = left.trailing_zeros() as usize;
            left &= left - 1;
            let factor = society.feedback.circumstance.get(domain).copied().unwrap_or(1000);
            circumstance = (circumstance * u64::from(factor) / 1000).min(1_000_000);
        }
        let pressure = i64::from(it.pressure / PRESSURE_STEP * PRESSURE_STEP);
        let from = place * self.slots.len();
        for slot in 0..self.acts {
            let Slot::Act(behaviour) = self.slots[slot] else { continue };
            let act = &society.behaviours[behaviour];
            let base = self.base[from + slot];
            let now = if act.repair {
                let does = it.standing.penalised() && act.who.has(it.subject.kind as usize);
                if does { act.rate.0 } else { 0 }
            } else {
                let mut factor = if act.nature == Nature::Circumstance { circumstance } else { 1000 };
                if pressure != 0 && act.response != 0 {
                    factor = factor * (1000 + i64::from(act.response) * pressure / 1000).max(0).unsigned_abs() / 1000;
                }
                if it.knows && act.scored != Scored::No && act.incentive != 0 {
                    factor = factor * (1000 + i64::from(act.incentive)).max(0).unsigned_abs() / 1000;
                }
                if factor == 1000 {
                    base
                } else {
                    u32::try_from(u64::from(base) * factor.min(1_000_000) / 1000).unwrap_or(u32::MAX)
                }
            };
            self.now[from + slot] = now;
            self.top[from + slot] = (base.max(now) >> 24) as u8;
        }
    }
}
