//! How a neighbourhood stands as a whole.
//!
//! Most people stand in a month as they stood in the month before. So what is counted of everybody every month is kept as
//! sums, which change only where somebody changes, and the month is counted by group.

use super::people::{Resident, Standing};
use super::tally::{Monthly, Tally};

/// The sums of one neighbourhood.
#[derive(Clone, Debug)]
pub(super) struct Crowd {
    /// By group.
    rows: Vec<Row>,
    /// How many bands there are.
    bands: usize,
    /// By group and band: how many people.
    in_band: Vec<u64>,
    /// How many are on a list that everybody can read.
    public: u32,
}

/// The sums of a group.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    cell: usize,
    people: u64,
    /// Points above the lowest score, in thousandths.
    score: u64,
    pressure: u64,
    penalised: u64,
    wrongly: u64,
    rewarded: u64,
    listed: u64,
}

impl Crowd {
    /// Nobody yet.
    pub(super) fn new(groups: usize, bands: usize) -> Self {
        Self { rows: vec![Row::default(); groups], bands, in_band: vec![0; groups * bands], public: 0 }
    }

    /// How many are on a list that everybody can read.
    pub(super) const fn public(&self) -> u32 {
        self.public
    }

    /// Adds somebody as it stands.
    pub(super) fn enter(&mut self, it: &Resident) {
        let Standing { band, above, rewarded, listed, public, .. } = it.standing;
        let row = &mut self.rows[it.group];
        row.cell = it.cell;
        row.people += 1;
        row.score += above;
        row.penalised += u64::from(it.standing.penalised());
        row.wrongly += u64::from(it.is_wrongly());
        row.rewarded += u64::from(rewarded);
        row.listed += u64::from(listed);
        self.in_band[it.group * self.bands + band] += 1;
        self.public += u32::from(public);
    }

    /// Takes somebody out who stands as when it was added.
    pub(super) fn leave(&mut self, it: &Resident) {
        let Standing { band, above, rewarded, listed, public, .. } = it.standing;
        let row = &mut self.rows[it.group];
        row.people -= 1;
        row.score -= above;
        row.penalised -= u64::from(it.standing.penalised());
        row.wrongly -= u64::from(it.is_wrongly());
        row.rewarded -= u64::from(rewarded);
        row.listed -= u64::from(listed);
        self.in_band[it.group * self.bands + band] -= 1;
        self.public -= u32::from(public);
    }

    /// Somebody's pressure changes.
    pub(super) fn press(&mut self, group: usize, before: u32, after: u32) {
        let row = &mut self.rows[group];
        row.pressure = row.pressure + u64::from(after) - u64::from(before);
    }

    /// Counts a month.
    pub(super) fn count(&self, month: usize, tally: &mut Tally) {
        for (group, row) in self.rows.iter().enumerate().filter(|it| it.1.people > 0) {
            for (what, n) in [
                (Monthly::Score, row.score),
                (Monthly::Pressure, row.pressure),
                (Monthly::Penalised, row.penalised),
                (Monthly::Wrongly, row.wrongly),
                (Monthly::Rewarded, row.rewarded),
                (Monthly::Listed, row.listed),
            ] {
                tally.count(what, month, row.cell, n);
            }
            let bands = &self.in_band[group * self.bands..(group + 1) * self.bands];
            tally.count_bands(bands, month, row.cell);
        }
    }
}
