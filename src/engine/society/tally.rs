//! What is counted of a society: whole numbers that add up, whoever counted them.
//!
//! A [`Tally`] is one row of counts. The tallies of parts of a society, added in any order, are the tally of the whole;
//! a tally can be sent as numbers and put together again from the [`Shape`].

use super::model::{NATURES, Nature, Society};
use crate::engine::model::BandIdx;

/// How many months of recovery are told apart; the last stands for all longer ones.
pub const RECOVERY: usize = 61;
/// How many months of waiting for a decision are told apart.
pub const WAITS: usize = 37;
/// How many stretches of the scale the scores at the end are counted in.
pub const SCORES: usize = 101;
/// How many numbers of records held are told apart.
pub const HELD: usize = 61;
/// How many numbers of sources joined are told apart.
pub const JOINED: usize = 17;
/// How many numbers of ties left are told apart.
pub const TIES: usize = 9;

/// What is counted month by month, for each cell (a group in a district).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Monthly {
    /// Under at least one penalty at the end of the month.
    Penalised,
    /// Under a penalty, but not if the wrong records were taken out.
    Wrongly,
    /// With at least one reward.
    Rewarded,
    /// On a list that carries a penalty.
    Listed,
    /// The sum of scores above the lowest, in thousandths.
    Score,
    /// The sum of pressure, in thousandths.
    Pressure,
    /// Acts of a nature.
    Done(Nature),
    /// Acts that would have been done without the system, and were not.
    Forgone(Nature),
    /// Acts that would not have been done without the system, and were.
    Added(Nature),
    /// True records.
    True,
    /// Wrong records made of nothing by a source.
    Error,
    /// Records of somebody else's act.
    Mismatch,
    /// Made-up reports.
    Malice,
    /// Wrong records thrown out by a reviewer before they counted.
    Caught,
    /// Wrong records that cost their subject something.
    Hurt,
    /// Subjects of those who were told of the loss.
    ToldWrong,
    /// Appeals against wrong records.
    AppealedWrong,
    /// Appeals against true records.
    AppealedTrue,
    /// Appeals decided.
    Heard,
    /// Wrong records corrected on appeal.
    WonWrong,
    /// True records struck out on appeal.
    WonTrue,
    /// Wrong records that the office found by itself.
    Found,
    /// Reports of something that happened, by reporter.
    ReportsTrue,
    /// Reports of something that did not, by reporter.
    ReportsFalse,
    /// Ties broken, by reporter.
    Broken,
    /// Appeals that wait at the end of the month.
    Waiting,
}

/// How many [`Monthly`] counts there are.
pub const MONTHLY: usize = 23 + 3 * NATURES;

impl Monthly {
    /// Its place.
    pub const fn place(self) -> usize {
        match self {
            Self::Penalised => 0,
            Self::Wrongly => 1,
            Self::Rewarded => 2,
            Self::Listed => 3,
            Self::Score => 4,
            Self::Pressure => 5,
            Self::True => 6,
            Self::Error => 7,
            Self::Mismatch => 8,
            Self::Malice => 9,
            Self::Caught => 10,
            Self::Hurt => 11,
            Self::ToldWrong => 12,
            Self::AppealedWrong => 13,
            Self::AppealedTrue => 14,
            Self::Heard => 15,
            Self::WonWrong => 16,
            Self::WonTrue => 17,
            Self::Found => 18,
            Self::ReportsTrue => 19,
            Self::ReportsFalse => 20,
            Self::Broken => 21,
            Self::Waiting => 22,
            Self::Done(nature) => 23 + nature as usize,
            Self::Forgone(nature) => 23 + NATURES + nature as usize,
            Self::Added(nature) => 23 + 2 * NATURES + nature as usize,
        }
    }
}

/// What is counted once for each cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// People.
    People,
    /// Wrong records that cost something and were never corrected.
    NeverCorrected,
    /// People who are the only ones in their neighbourhood with what can be seen of them.
    Unique,
    /// People whose records were taken in a leak.
    Exposed,
    /// Their records.
    ExposedRecords,
    /// People under a penalty at some time.
    EverPenalised,
    /// People wrongly under a penalty at some time.
    EverWrongly,
    /// Penalties that had not ended when the account did.
    Unrecovered,
}

/// How many [`Once`] counts there are.
pub const ONCE: usize = 8;

/// What is spread over numbers, for each cell: how many people have how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Months from the beginning of a penalty to its end, for penalties that ended.
    Recovery,
    /// Months from an appeal to its decision.
    Wait,
    /// Scores at the end, in hundredths of the scale.
    Score,
    /// Months with a reward.
    Benefit,
    /// Records held at the end.
    Held,
    /// Sources joined at the end.
    Joined,
    /// Ties left at the end, of eight.
    Ties,
}

/// How large a tally is, and where what stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Months.
    pub months: usize,
    /// Groups.
    pub groups: usize,
    /// Districts.
    pub districts: usize,
    /// Bands.
    pub bands: usize,
    /// Behaviours.
    pub behaviours: usize,
}

impl Shape {
    /// That of a society.
    pub fn of(society: &Society) -> Self {
        Self {
            months: society.months as usize,
            groups: society.groups.len(),
            districts: society.districts.len(),
            bands: society.bands(),
            behaviours: society.behaviours.len(),
        }
    }

    /// How many cells there are.
    pub const fn cells(&self) -> usize {
        self.groups * self.districts
    }

    /// How many year ends there are: the last months of full years.
    pub const fn years(&self) -> usize {
        self.months / 12
    }

    const fn spread(&self, spread: Spread) -> (usize, usize) {
        let benefit = self.months + 1;
        match spread {
            Spread::Recovery => (0, RECOVERY),
            Spread::Wait => (RECOVERY, WAITS),
            Spread::Score => (RECOVERY + WAITS, SCORES),
            Spread::Benefit => (RECOVERY + WAITS + SCORES, benefit),
            Spread::Held => (RECOVERY + WAITS + SCORES + benefit, HELD),
            Spread::Joined => (RECOVERY + WAITS + SCORES + benefit + HELD, JOINED),
            Spread::Ties => (RECOVERY + WAITS + SCORES + benefit + HELD + JOINED, TIES),
        }
    }

    const fn spreads(&self) -> usize {
        RECOVERY + WAITS + SCORES + self.months + 1 + HELD + JOINED + TIES
    }

    const fn bands_at(&self) -> usize {
        MONTHLY * self.months * self.cells()
    }

    const fn once_at(&self) -> usize {
        self.bands_at() + self.bands * self.months * self.cells()
    }

    const fn spread_at(&self) -> usize {
        self.once_at() + ONCE * self.cells()
    }

    const fn mobility_at(&self) -> usize {
        self.spread_at() + self.spreads() * self.cells()
    }

    const fn confusion_at(&self) -> usize {
        self.mobility_at() + self.years().saturating_sub(1) * self.groups * self.bands * self.bands
    }

    const fn acts_at(&self) -> usize {
        self.confusion_at() + self.years() * self.cells() * 4
    }

    /// How many numbers a tally has.
    pub const fn len(&self) -> usize {
        self.acts_at() + self.behaviours * 3
    }

    /// Whether there is nothing to count.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Counts of a society or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    shape: Shape,
    counts: Vec<u64>,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(shape: Shape) -> Self {
        Self { shape, counts: vec![0; shape.len()] }
    }

    /// A tally from its numbers; `None` if there are not as many as the shape has.
    pub fn from_counts(shape: Shape, counts: Vec<u64>) -> Option<Self> {
        (counts.len() == shape.len()).then_some(Self { shape, counts })
    }

    /// The numbers.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// The shape.
    pub const fn shape(&self) -> Shape {
        self.shape
    }

    /// Adds another tally of the same shape; one of another shape is not added.
    pub fn add(&mut self, other: &Self) {
        if self.shape == other.shape {
            for (here, there) in self.counts.iter_mut().zip(&other.counts) {
                *here += there;
            }
        }
    }

    /// What was counted in a month in a cell.
    pub fn monthly(&self, what: Monthly, month: usize, cell: usize) -> u64 {
        self.counts[self.monthly_at(what, month, cell)]
    }

    /// How many were in a band at the end of a month in a cell.
    pub fn band(&self, band: BandIdx, month: usize, cell: usize) -> u64 {
        self.counts[self.band_at(band, month, cell)]
    }

    /// What was counted once in a cell.
    pub fn once(&self, what: Once, cell: usize) -> u64 {
        self.counts[self.shape.once_at() + what as usize * self.shape.cells() + cell]
    }

    /// How many have how much.
    pub fn spread(&self, what: Spread, cell: usize) -> &[u64] {
        let (at, len) = self.spread_range(what, cell);
        &self.counts[at..at + len]
    }

    /// How many of a group went from a band at the end of a year to a band at the end of the next; years count from 0.
    pub fn mobility(&self, year: usize, group: usize, from: BandIdx, to: BandIdx) -> u64 {
        self.counts[self.mobility_index(year, group, from, to)]
    }

    /// How many at the end of a year (did harm in it or not, under a penalty or not).
    pub fn confusion(&self, year: usize, cell: usize, harmed: bool, penalised: bool) -> u64 {
        self.counts[self.confusion_index(year, cell, harmed, penalised)]
    }

    /// Of a behaviour: how often done, forgone, and added by the system.
    pub fn acts(&self, behaviour: usize) -> [u64; 3] {
        let at = self.shape.acts_at() + behaviour * 3;
        [self.counts[at], self.counts[at + 1], self.counts[at + 2]]
    }

    pub(super) fn count(&mut self, what: Monthly, month: usize, cell: usize, n: u64) {
        let at = self.monthly_at(what, month, cell);
        self.counts[at] += n;
    }

    /// Counts how many are in each band.
    pub(super) fn count_bands(&mut self, bands: &[u64], month: usize, cell: usize) {
        let at = self.band_at(0, month, cell);
        for (here, n) in self.counts[at..].iter_mut().zip(bands) {
            *here += n;
        }
    }

    pub(super) fn count_once(&mut self, what: Once, cell: usize, n: u64) {
        let at = self.shape.once_at() + what as usize * self.shape.cells() + cell;
        self.counts[at] += n;
    }

    /// Counts somebody who has so much; more than is told apart counts as the most.
    pub(super) fn count_spread(&mut self, what: Spread, cell: usize, how_much: usize) {
        let (at, len) = self.spread_range(what, cell);
        self.counts[at + how_much.min(len - 1)] += 1;
    }

    pub(super) fn count_move(&mut self, year: usize, group: usize, from: BandIdx, to: BandIdx) {
        let at = self.mobility_index(year, group, from, to);
        self.counts[at] += 1;
    }

    pub(super) fn count_confusion(&mut self, year: usize, cell: usize, harmed: bool, penalised: bool) {
        let at = self.confusion_index(year, cell, harmed, penalised);
        self.counts[at] += 1;
    }

    pub(super) fn count_act(&mut self, behaviour: usize, which: usize) {
        let at = self.shape.acts_at() + behaviour * 3 + which;
        self.counts[at] += 1;
    }

    fn monthly_at(&self, what: Monthly, month: usize, cell: usize) -> usize {
        (what.place() * self.shape.months + month) * self.shape.cells() + cell
    }

    fn band_at(&self, band: BandIdx, month: usize, cell: usize) -> usize {
        self.shape.bands_at() + (month * self.shape.cells() + cell) * self.shape.bands + band
    }

    fn spread_range(&self, what: Spread, cell: usize) -> (usize, usize) {
        let (at, len) = self.shape.spread(what);
        (self.shape.spread_at() + cell * self.shape.spreads() + at, len)
    }

    fn mobility_index(&self, year: usize, group: usize, from: BandIdx, to: BandIdx) -> usize {
        let bands = self.shape.bands;
        self.shape.mobility_at() + ((year * self.shape.groups + group) * bands + from) * bands + to
    }

    fn confusion_index(&self, year: usize, cell: usize, harmed: bool, penalised: bool) -> usize {
        let which = usize::from(harmed) * 2 + usize::from(penalised);
        self.shape.confusion_at() + (year * self.shape.cells() + cell) * 4 + which
    }
}
