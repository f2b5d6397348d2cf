//! What a neighbourhood lived through, written down in full: for looking at one person, never for counting.

use super::account::RecordId;
use super::records::{Pending, Truth};
use crate::engine::Points;
use crate::engine::model::{BandIdx, Set};

/// Something that stands in a file, or that somebody did and nobody recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// Its number; the order of numbers is the order in which the rules were offered it.
    pub record: RecordId,
    /// In whose file it stands.
    pub owner: usize,
    /// What it is about.
    pub behaviour: usize,
    /// When.
    pub month: u32,
    /// The values of its fields.
    pub values: Vec<Points>,
    /// The sources that recorded it.
    pub sources: Set,
    /// Whether it is true.
    pub truth: Truth,
    /// The month on whose first day it is struck out.
    pub corrected: Option<u32>,
}

/// How somebody stands at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The band.
    pub band: BandIdx,
    /// The score.
    pub score: Points,
    /// Under a penalty.
    pub penalised: bool,
    /// Under a penalty that wrong records brought.
    pub wrongly: bool,
}

/// Everything that happened in a neighbourhood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// What stands in files, in the order of the numbers once it is finished.
    pub events: Vec<Traced>,
    /// For each resident, month by month.
    pub moments: Vec<Vec<Moment>>,
    /// Whether acts and records are written down, and not the moments alone.
    in_full: bool,
}

impl Trace {
    /// An empty trace for so many residents.
    pub(super) fn new(residents: usize, in_full: bool) -> Self {
        Self { events: Vec::new(), moments: vec![Vec::new(); residents], in_full }
    }

    pub(super) fn record(&mut self, it: &Pending, values: &[Points], month: u32) {
        self.push(it.record, it.owner, it.behaviour, month, values, it.sources, it.truth);
    }

    pub(super) fn unrecorded(
        &mut self,
        owner: usize,
        behaviour: usize,
        record: RecordId,
        values: &[Points],
        month: u32,
    ) {
        self.push(record, owner, behaviour, month, values, Set::default(), Truth::True);
    }

    pub(super) fn forget(&mut self, record: RecordId) {
        self.events.retain(|it| it.record != record);
    }

    pub(super) fn corrected(&mut self, record: RecordId, month: u32) {
        for it in self.events.iter_mut().filter(|it| it.record == record) {
            it.corrected = Some(month);
        }
    }

    pub(super) fn month(&mut self, place: usize, moment: Moment) {
        self.moments[place].push(moment);
    }

    pub(super) fn finish(mut self) -> Self {
        self.events.sort_by_key(|it| it.record);
        self
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a record")]
    fn push(
        &mut self,
        record: RecordId,
        owner: usize,
        behaviour: usize,
        month: u32,
        values: &[Points],
        sources: Set,
        truth: Truth,
    ) {
        if self.in_full {
            let values = values.to_vec();
            self.events.push(Traced { record, owner, behaviour, month, values, sources, truth, corrected: None });
        }
    }
}
