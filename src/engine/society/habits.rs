//! How likely everything is that can happen to a resident in a month, and the luck that decides it.
//!
//! Each resident has a row of slots: acts, wrong records by source, a report. A slot holds two chances, that in a world
//! without the system and that of now. Luck comes in bytes, eight months at once; only where a byte does not decide are
//! more bits drawn. So a month in which nothing happens costs one comparison for eight slots.
//!
//! Factors are fixed-point numbers here, in units of 2⁻¹⁶: dividing by a power of two is fast everywhere, and a factor
//! of one changes nothing.

use super::chance::{Chance, Luck, Purpose, place};
use super::model::{NATURES, Nature, Needs, Scored, Society};
use super::people::{Resident, habit};

/// The months that one batch of luck is good for.
const BATCH: usize = 8;
/// Slots that are compared at once.
const WORD: usize = 8;
/// Pressure makes a difference in steps of this size: a modelling choice that saves time.
const PRESSURE_STEP: u32 = 100;
/// How many steps of pressure there are.
const STEPS: usize = 1000 / PRESSURE_STEP as usize + 1;
/// A factor of one.
const ONE: u64 = 1 << 16;
/// No factor is larger: a thousand.
const MOST: u64 = 1000 << 16;

/// Thousandths as a fixed-point factor.
fn fixed(thousandths: u64) -> u64 {
    (thousandths * ONE / 1000).min(MOST)
}

/// A chance by a factor, at most certain.
fn times(chance: u32, factor: u64) -> u32 {
    if factor == ONE { chance } else { u32::try_from((u64::from(chance) * factor) >> 16).unwrap_or(u32::MAX) }
}

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

/// What is the same for all residents of a society.
#[derive(Clone, Debug)]
pub(super) struct Rates {
    slots: Vec<Slot>,
    keys: Vec<u64>,
    /// How many of the slots are acts; they come first.
    acts: usize,
    /// For each act and step of pressure: its factor.
    response: Vec<[u32; STEPS]>,
    /// For each act: its factor for those who know the rules.
    incentive: Vec<u32>,
    /// For each domain: the factor on circumstances while a penalty in it holds.
    circumstance: Vec<u32>,
}

impl Rates {
    pub(super) fn new(society: &Society) -> Self {
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
        let changed = |by: i64| u32::try_from(fixed((1000 + by).max(0).unsigned_abs())).unwrap_or(u32::MAX);
        let of_act = |slot: &Slot| match *slot {
            Slot::Act(it) => Some(&society.behaviours[it]),
            Slot::Error(_) | Slot::Report => None,
        };
        let response = slots.iter().filter_map(of_act).map(|act| {
            let mut steps = [0; STEPS];
            for (step, factor) in steps.iter_mut().enumerate() {
                *factor = changed(i64::from(act.response) * step as i64 * i64::from(PRESSURE_STEP) / 1000);
            }
            steps
        });
        let incentive = slots
            .iter()
            .filter_map(of_act)
            .map(|act| if act.scored == Scored::No { ONE as u32 } else { changed(i64::from(act.incentive)) });
        let factor = |it: &u32| u32::try_from(fixed(u64::from(*it))).unwrap_or(u32::MAX);
        Self {
            keys: slots.iter().map(key).collect(),
            response: response.collect(),
            incentive: incentive.collect(),
            circumstance: society.feedback.circumstance.iter().map(factor).collect(),
            slots,
            acts,
        }
    }

    /// What a slot is.
    pub(super) fn what(&self, slot: usize) -> Slot {
        self.slots[slot]
    }

    /// Slots with what fills up the last word of them.
    const fn width(&self) -> usize {
        self.keys.len().div_ceil(WORD) * WORD
    }
}

/// Whether pressure has changed enough to make a difference.
pub(super) const fn differs(before: u32, after: u32) -> bool {
    before / PRESSURE_STEP != after / PRESSURE_STEP
}

/// The chances and the luck of all residents of a neighbourhood.
#[derive(Default)]
pub(super) struct Habits {
    /// Slots, filled up.
    width: usize,
    /// For each resident and act: the own factor on its rate.
    own: Vec<u32>,
    /// For each resident and slot: the chance in a world without the system, and the chance now.
    base: Vec<u32>,
    now: Vec<u32>,
    /// The larger of both, its highest byte: nothing happens where luck is above it.
    top: Vec<u8>,
    /// For each resident, month of the batch and slot: a byte of luck.
    luck: Vec<u8>,
    /// For each slot, the common part of this batch's luck.
    places: Vec<u64>,
    /// Slots in which something may happen: kept to be filled again.
    open: Vec<usize>,
}

impl Habits {
    pub(super) fn new(society: &Society, rates: &Rates, residents: &[Resident]) -> Self {
        let width = rates.width();
        let mut own = Vec::with_capacity(residents.len() * rates.acts);
        for it in residents {
            // The own factor depends on the nature of an act and on what it takes, and on nothing else about it.
            let mut known = [[None; 3]; NATURES];
            own.extend(rates.slots[..rates.acts].iter().map(|slot| {
                let Slot::Act(behaviour) = *slot else { return 0 };
                let act = &society.behaviours[behaviour];
                if act.repair || !act.who.has(it.subject.kind as usize) {
                    return 0;
                }
                let needs = match act.needs {
                    Needs::Nothing => 0,
                    Needs::Time => 1,
                    Needs::Money => 2,
                };
                *known[act.nature as usize][needs]
                    .get_or_insert_with(|| u32::try_from(fixed(habit(society, it, behaviour))).unwrap_or(u32::MAX))
            }));
        }
        let cells = residents.len() * width;
        Self {
            width,
            own,
            base: vec![0; cells],
            now: vec![0; cells],
            top: vec![0; cells],
            luck: vec![u8::MAX; cells * BATCH],
            places: vec![0; rates.keys.len()],
            open: Vec::new(),
        }
    }

    /// Draws the luck of the months from this one, where a batch begins.
    pub(super) fn draw(&mut self, society: &Society, rates: &Rates, residents: &[Resident], month: u32) {
        if !month.is_multiple_of(BATCH as u32) {
            return;
        }
        for (at, key) in self.places.iter_mut().zip(&rates.keys) {
            *at = place(Purpose::Acts, month / BATCH as u32, *key);
        }
        for (who, it) in residents.iter().enumerate() {
            let rows = &mut self.luck[who * self.width * BATCH..(who + 1) * self.width * BATCH];
            for (slot, at) in self.places.iter().enumerate() {
                // What can never happen to somebody needs no luck.
                if let Slot::Act(behaviour) = rates.slots[slot]
                    && self.own[who * rates.acts + slot] == 0
                    && !society.behaviours[behaviour].repair
                {
                    continue;
                }
                for (row, byte) in rows.chunks_exact_mut(self.width).zip(it.luck.at(*at).to_le_bytes()) {
                    row[slot] = byte;
                }
            }
        }
    }

    /// Looks for the slots of a resident in which something may happen this month. Answers how many there are.
    pub(super) fn perhaps(&mut self, who: usize, month: u32) -> usize {
        /// The highest bit of each byte.
        const HIGH: u64 = 0x8080_8080_8080_8080;
        let at = (who * BATCH + month as usize % BATCH) * self.width;
        let luck = self.luck[at..at + self.width].chunks_exact(WORD);
        let top = self.top[who * self.width..(who + 1) * self.width].chunks_exact(WORD);
        self.open.clear();
        for (word, (luck, top)) in luck.zip(top).enumerate() {
            let whole = |it: &[u8]| it.try_into().map_or(0, u64::from_le_bytes);
            let (luck, top) = (whole(luck), whole(top));
            // Eight comparisons at once: the highest bit of a byte is set where luck is not above the top.
            let low = (top | HIGH).wrapping_sub(luck & !HIGH);
            let mut may = ((top & !luck) | (!(top ^ luck) & low)) & HIGH;
            while may != 0 {
                self.open.push(word * WORD + may.trailing_zeros() as usize / 8);
                may &= may - 1;
            }
        }
        self.open.len()
    }

    /// The n-th of the slots that [`Habits::perhaps`] found last.
    pub(super) fn open(&self, n: usize) -> usize {
        self.open[n]
    }

    /// Whether it happens in a world without the system, and whether it happens now.
    pub(super) fn happens(&self, rates: &Rates, luck: Luck, who: usize, slot: usize, month: u32) -> (bool, bool) {
        let byte = self.luck[(who * BATCH + month as usize % BATCH) * self.width + slot];
        let Some(key) = rates.keys.get(slot) else { return (false, false) };
        let fine = luck.draw(Purpose::Acts, month | (1 << 12), *key) >> 8;
        let draw = (u32::from(byte) << 24) | fine;
        let at = who * self.width + slot;
        (draw < self.base[at], draw < self.now[at])
    }

    /// The chances of a resident in a world without the system, and of wrong records and reports.
    pub(super) fn settle_base(
        &mut self,
        society: &Society,
        rates: &Rates,
        who: usize,
        circumstance: u32,
        other: impl Fn(Slot) -> Chance,
    ) {
        let shock = fixed(u64::from(circumstance));
        for (slot, what) in rates.slots.iter().enumerate() {
            let at = who * self.width + slot;
            match *what {
                Slot::Act(behaviour) => {
                    let act = &society.behaviours[behaviour];
                    let rate = if act.nature == Nature::Circumstance { times(act.rate.0, shock) } else { act.rate.0 };
                    self.base[at] = times(rate, u64::from(self.own[who * rates.acts + slot]));
                }
                it @ (Slot::Error(_) | Slot::Report) => {
                    self.now[at] = other(it).0;
                    self.top[at] = (self.now[at] >> 24) as u8;
                }
            }
        }
    }

    /// The chances of a resident's acts as things are: penalties, pressure, and what the rules make of them.
    pub(super) fn settle(&mut self, society: &Society, rates: &Rates, who: usize, it: &Resident) {
        let mut circumstance = ONE;
        let mut left = it.standing.penalties.0;
        while left != 0 {
            let domain = left.trailing_zeros() as usize;
            left &= left - 1;
            let factor = rates.circumstance.get(domain).map_or(ONE, |it| u64::from(*it));
            circumstance = ((circumstance * factor) >> 16).min(MOST);
        }
        let step = ((it.pressure / PRESSURE_STEP) as usize).min(STEPS - 1);
        let penalised = it.standing.penalised();
        let from = who * self.width;
        for (slot, what) in rates.slots[..rates.acts].iter().enumerate() {
            let Slot::Act(behaviour) = *what else { continue };
            let act = &society.behaviours[behaviour];
            let base = self.base[from + slot];
            let now = if act.repair {
                if penalised && act.who.has(it.subject.kind as usize) { act.rate.0 } else { 0 }
            } else {
                let mut now = times(base, u64::from(rates.response[slot][step]));
                if act.nature == Nature::Circumstance {
                    now = times(now, circumstance);
                }
                if it.knows { times(now, u64::from(rates.incentive[slot])) } else { now }
            };
            self.now[from + slot] = now;
            self.top[from + slot] = (base.max(now) >> 24) as u8;
        }
    }
}
