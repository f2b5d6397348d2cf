//! How likely everything is that can happen to a resident in a month, and the luck that decides it.
//!
//! Each resident has a row of slots: acts, wrong records by source, a report. A slot holds two chances, that in a world
//! without the system and that of now. Luck comes in bytes, eight months at once; only where a byte does not decide are
//! more bits drawn. So a month in which nothing happens costs one comparison for eight slots.
//!
//! Factors are fixed-point numbers here, in units of 2⁻¹⁶: dividing by a power of two is fast everywhere, and a factor
//! of one changes nothing.

use super::chance::{Chance, Luck, Purpose, place};
use super::model::{Behaviour, NATURES, Nature, Needs, Scored, Society};
use super::people::{Resident, habit};
use crate::engine::model::Set;

/// The months that one batch of luck is good for.
const BATCH: usize = 8;
/// Slots that are compared at once.
const WORD: usize = 8;
/// Pressure makes a difference in steps of this size: a modelling choice that saves time.
const PRESSURE_STEP: u32 = 100;
/// How many steps of pressure there are.
const STEPS: usize = 1000 / PRESSURE_STEP as usize + 1;
/// A factor of one.
const ONE: u32 = 1 << 16;
/// No factor is larger: a thousand.
const MOST: u32 = 1000 << 16;

/// Thousandths as a fixed-point factor.
fn fixed(thousandths: u64) -> u32 {
    (thousandths * u64::from(ONE) / 1000).min(u64::from(MOST)) as u32
}

/// A chance by a factor, at most certain.
fn times(chance: u32, factor: u32) -> u32 {
    let scaled = (u64::from(chance) * u64::from(factor)) >> 16;
    // So written, several are done at once where the processor can; a minimum of 64 bits it often cannot.
    if (scaled >> 32) as u32 == 0 { scaled as u32 } else { u32::MAX }
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
    /// For each act: its rate.
    rate: Vec<u32>,
    /// For each act: whether it is a circumstance.
    befalls: Vec<bool>,
    /// The acts that only somebody under a penalty does, and who does them.
    repairs: Vec<(usize, Set)>,
    /// For each step of pressure and each act: its factor.
    response: [Vec<u32>; STEPS],
    /// For each act: its factor for those who know the rules, and for those who do not.
    incentive: Vec<u32>,
    nothing: Vec<u32>,
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
        let changed = |by: i64| fixed((1000 + by).max(0).unsigned_abs());
        let all: Vec<_> = slots[..acts]
            .iter()
            .filter_map(|it| match *it {
                Slot::Act(it) => Some(&society.behaviours[it]),
                Slot::Error(_) | Slot::Report => None,
            })
            .collect();
        let response = std::array::from_fn(|step| {
            let by = |response: i32| i64::from(response) * step as i64 * i64::from(PRESSURE_STEP) / 1000;
            all.iter().map(|it| changed(by(it.response))).collect()
        });
        let incentive = |it: &&Behaviour| if it.scored == Scored::No { ONE } else { changed(i64::from(it.incentive)) };
        Self {
            keys: slots.iter().map(key).collect(),
            rate: all.iter().map(|it| it.rate.0).collect(),
            befalls: all.iter().map(|it| it.nature == Nature::Circumstance).collect(),
            repairs: all.iter().enumerate().filter(|it| it.1.repair).map(|it| (it.0, it.1.who)).collect(),
            response,
            incentive: all.iter().map(incentive).collect(),
            nothing: vec![ONE; acts],
            circumstance: society.feedback.circumstance.iter().map(|it| fixed(u64::from(*it))).collect(),
            slots,
            acts,
        }
    }

    /// What a slot is.
    pub(super) fn what(&self, slot: usize) -> Slot {
        self.slots[slot]
    }

    /// How many words the slots fill.
    const fn words(&self) -> usize {
        self.keys.len().div_ceil(WORD)
    }
}

/// Whether pressure has changed enough to make a difference.
pub(super) const fn differs(before: u32, after: u32) -> bool {
    before / PRESSURE_STEP != after / PRESSURE_STEP
}

/// Eight words of eight bytes, rows for columns: the n-th byte of the m-th word becomes the m-th byte of the n-th.
fn turned(mut it: [u64; WORD]) -> [u64; WORD] {
    // Blocks of four, two and one byte change places across the diagonal.
    for (step, keep) in [(4, 0x0000_0000_ffff_ffff), (2, 0x0000_ffff_0000_ffff), (1, 0x00ff_00ff_00ff_00ff)] {
        for at in (0..WORD).filter(|at| at & step == 0) {
            let other = at + step;
            let moves = ((it[at] >> (8 * step)) ^ it[other]) & keep;
            it[at] ^= moves << (8 * step);
            it[other] ^= moves;
        }
    }
    it
}

/// The chances and the luck of all residents of a neighbourhood.
#[derive(Default)]
pub(super) struct Habits {
    /// Words that the slots fill.
    words: usize,
    /// Slots, filled up.
    width: usize,
    /// For each resident and act: the own factor on its rate.
    own: Vec<u32>,
    /// For each resident and slot: whether it can ever happen. What cannot needs no luck.
    can: Vec<bool>,
    /// For each resident and slot: the chance in a world without the system, and the chance now.
    base: Vec<u32>,
    now: Vec<u32>,
    /// The larger of both, its highest byte: nothing happens where luck is above it.
    top: Vec<u8>,
    /// For each resident, month of the batch and word of slots: a byte of luck for each slot, the first the lowest.
    luck: Vec<u64>,
    /// For each slot, the common part of this batch's luck.
    places: Vec<u64>,
}

impl Habits {
    pub(super) fn new(society: &Society, rates: &Rates, residents: &[Resident]) -> Self {
        let words = rates.words();
        let width = words * WORD;
        let mut own = Vec::with_capacity(residents.len() * rates.acts);
        let mut can = vec![false; residents.len() * width];
        for (it, can) in residents.iter().zip(can.chunks_exact_mut(width.max(1))) {
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
                *known[act.nature as usize][needs].get_or_insert_with(|| fixed(habit(society, it, behaviour)))
            }));
            let mine = &own[own.len() - rates.acts..];
            for (slot, can) in can[..rates.keys.len()].iter_mut().enumerate() {
                *can = mine.get(slot).is_none_or(|it| *it != 0);
            }
            for (slot, _) in &rates.repairs {
                can[*slot] = true;
            }
        }
        let cells = residents.len() * width;
        Self {
            words,
            width,
            own,
            can,
            base: vec![0; cells],
            now: vec![0; cells],
            top: vec![0; cells],
            luck: vec![u64::MAX; residents.len() * BATCH * words],
            places: vec![0; width],
        }
    }

    /// Draws the luck of the months from this one, where a batch begins.
    pub(super) fn draw(&mut self, rates: &Rates, residents: &[Resident], month: u32) {
        if !month.is_multiple_of(BATCH as u32) || self.words == 0 {
            return;
        }
        for (at, key) in self.places.iter_mut().zip(&rates.keys) {
            *at = place(Purpose::Acts, month / BATCH as u32, *key);
        }
        let rows = self.luck.chunks_exact_mut(self.words * BATCH).zip(self.can.chunks_exact(self.width));
        for (it, (rows, can)) in residents.iter().zip(rows) {
            let words = self.places.as_chunks::<WORD>().0.iter().zip(can.as_chunks::<WORD>().0);
            for (word, (places, can)) in words.enumerate() {
                // A draw has a byte for each month of the batch: one word for each slot becomes one for each month.
                let mut luck = [u64::MAX; WORD];
                for ((luck, at), can) in luck.iter_mut().zip(places).zip(can) {
                    if *can {
                        *luck = it.luck.at(*at);
                    }
                }
                for (row, luck) in rows.chunks_exact_mut(self.words).zip(turned(luck)) {
                    row[word] = luck;
                }
            }
        }
    }

    /// How many words there are to look at with [`Habits::perhaps`].
    pub(super) const fn words(&self) -> usize {
        self.words
    }

    /// The slots of a resident, of one word of them, in which something may happen this month: a set bit for each, to
    /// be read by [`next_slot`].
    pub(super) fn perhaps(&self, who: usize, month: u32, word: usize) -> u64 {
        /// The highest bit of each byte.
        const HIGH: u64 = 0x8080_8080_8080_8080;
        let luck = self.luck[(who * BATCH + month as usize % BATCH) * self.words + word];
        let top = self.top.as_chunks::<WORD>().0[who * self.words + word];
        let top = u64::from_le_bytes(top);
        // Eight comparisons at once: the highest bit of a byte is set where luck is not above the top.
        let low = (top | HIGH).wrapping_sub(luck & !HIGH);
        ((top & !luck) | (!(top ^ luck) & low)) & HIGH
    }

    /// Whether it happens in a world without the system, and whether it happens now.
    pub(super) fn happens(&self, rates: &Rates, luck: Luck, who: usize, slot: usize, month: u32) -> (bool, bool) {
        let word = self.luck[(who * BATCH + month as usize % BATCH) * self.words + slot / WORD];
        let byte = (word >> (slot % WORD * 8)) as u8;
        let at = who * self.width + slot;
        let (base, now) = (self.base[at], self.now[at]);
        let coarse = u32::from(byte) << 24;
        if byte != (base >> 24) as u8 && byte != (now >> 24) as u8 {
            return (coarse < base, coarse < now);
        }
        let Some(key) = rates.keys.get(slot) else { return (false, false) };
        let draw = coarse | (luck.draw(Purpose::Acts, month | (1 << 12), *key) >> 8);
        (draw < base, draw < now)
    }

    /// The chances of a resident in a world without the system, and of wrong records and reports.
    pub(super) fn settle_base(&mut self, rates: &Rates, who: usize, circumstance: u32, other: impl Fn(Slot) -> Chance) {
        let shock = fixed(u64::from(circumstance));
        for (slot, what) in rates.slots.iter().enumerate() {
            let at = who * self.width + slot;
            match *what {
                Slot::Act(_) => {
                    let rate = times(rates.rate[slot], if rates.befalls[slot] { shock } else { ONE });
                    self.base[at] = times(rate, self.own[who * rates.acts + slot]);
                }
                it @ (Slot::Error(_) | Slot::Report) => {
                    self.now[at] = other(it).0;
                    self.top[at] = (self.now[at] >> 24) as u8;
                }
            }
        }
    }

    /// The chances of a resident's acts as things are: penalties, pressure, and what the rules make of them.
    pub(super) fn settle(&mut self, rates: &Rates, who: usize, it: &Resident) {
        let mut circumstance = u64::from(ONE);
        for domain in it.standing.penalties.members() {
            let factor = rates.circumstance.get(domain).map_or(ONE, |it| *it);
            circumstance = ((circumstance * u64::from(factor)) >> 16).min(u64::from(MOST));
        }
        let circumstance = circumstance as u32;
        let step = ((it.pressure / PRESSURE_STEP) as usize).min(STEPS - 1);
        let from = who * self.width;
        let acts = from..from + rates.acts;
        let (base, now, top) = (&self.base[acts.clone()], &mut self.now[acts.clone()], &mut self.top[acts]);
        let incentive = if it.knows { &rates.incentive } else { &rates.nothing };
        let chances = base.iter().zip(now.iter_mut()).zip(top.iter_mut());
        let factors = rates.response[step].iter().zip(incentive).zip(&rates.befalls);
        for (((base, now), top), ((response, incentive), befalls)) in chances.zip(factors) {
            let befalls = if *befalls { circumstance } else { ONE };
            *now = times(times(times(*base, *response), befalls), *incentive);
            *top = ((*base).max(*now) >> 24) as u8;
        }
        for &(slot, doers) in &rates.repairs {
            let does = it.standing.penalised() && doers.has(it.subject.kind as usize);
            now[slot] = if does { rates.rate[slot] } else { 0 };
            top[slot] = (now[slot] >> 24) as u8;
        }
    }
}

/// Takes the next slot out of what [`Habits::perhaps`] found in a word.
pub(super) const fn next_slot(word: usize, may: &mut u64) -> Option<usize> {
    if *may == 0 {
        return None;
    }
    let slot = word * WORD + may.trailing_zeros() as usize / 8;
    *may &= *may - 1;
    Some(slot)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_columns() {
        let at = |row: u64, column: u64| (row * 16 + column) << (8 * column);
        let rows: [u64; WORD] = std::array::from_fn(|row| (0..8).map(|column| at(row as u64, column)).sum());
        for (column, word) in turned(rows).into_iter().enumerate() {
            let expected: [u8; WORD] = std::array::from_fn(|row| (row * 16 + column) as u8);
            assert_eq!(word.to_le_bytes(), expected);
        }
    }
}
