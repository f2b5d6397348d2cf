//! Proof that an engine computes what it did when it was built.
//!
//! `certificate.txt` holds a fingerprint of the result of every preset. A native test asserts it, so it stands for the
//! engine as it was tested; the page computes the fingerprints again, in the reader's browser, and compares.

use super::presets::{self, Preset};
use super::{Scenario, evaluate};
use crate::engine::case::{Basis, End, Entry, Line, Report};
use crate::engine::{Day, Points};

const EXPECTED: &str = include_str!("certificate.txt");

/// One preset, computed here and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The preset.
    pub preset: &'static Preset,
    /// The title of its scenario.
    pub title: String,
    /// How many events it has.
    pub n_events: usize,
    /// The fingerprint that is written down; `None` if there is none.
    pub expected: Option<u64>,
    /// The fingerprint of what was computed just now; `None` if it could not be computed.
    pub found: Option<u64>,
}

impl Check {
    /// Whether what was computed is what is written down.
    pub fn holds(&self) -> bool {
        self.found.is_some() && self.found == self.expected
    }
}

/// Computes every preset and compares.
pub fn check_all() -> Vec<Check> {
    let check = |preset: &'static Preset| {
        let scenario = preset.scenario().ok();
        let found = scenario.as_ref().and_then(|it| evaluate(it).ok()).map(|it| fingerprint(&it.report));
        let title = scenario.as_ref().map_or_else(String::new, |it: &Scenario| it.title.clone());
        let n_events = scenario.as_ref().map_or(0, |it| it.events.len());
        Check { preset, title, n_events, expected: expected(preset), found }
    };
    presets::ALL.iter().map(check).collect()
}

/// One fingerprint for all that are written down.
pub fn seal() -> u64 {
    let mut digest = Digest::new();
    EXPECTED.bytes().filter(|it| *it != b'\r').for_each(|it| digest.byte(it));
    digest.0
}

/// The fingerprint that is written down for a preset.
fn expected(preset: &Preset) -> Option<u64> {
    EXPECTED.lines().find_map(|line| {
        let mut parts = line.split(' ');
        let is_it = parts.next() == Some(preset.id) && parts.next()?.parse() == Ok(preset.revision);
        is_it.then(|| u64::from_str_radix(parts.next()?, 16).ok()).flatten()
    })
}

/// A number that depends on every number in a result and on their order: FNV-1a over all of them.
pub fn fingerprint(report: &Report) -> u64 {
    let mut digest = Digest::new();
    digest.size(report.lives.len());
    for life in &report.lives {
        digest.size(life.lines.len());
        life.lines.iter().for_each(|it| digest.line(it));
        digest.size(life.course.len());
        for it in &life.course {
            digest.day(it.day);
            digest.points(it.score);
            digest.size(it.band);
        }
        digest.size(life.consequences.len());
        for it in &life.consequences {
            digest.size(it.consequence);
            digest.day(it.begin);
            digest.option(it.end, Digest::day);
            digest.option(it.cause, Digest::size);
            digest.option(it.ended_by, Digest::size);
        }
    }
    digest.size(report.events.len());
    for event in &report.events {
        digest.size(usize::from(event.recorded));
        digest.size(event.offers.len());
        for it in &event.offers {
            digest.size(it.rule);
            digest.size(it.verdict as usize);
        }
    }
    digest.0
}

/// FNV-1a, 64 bits.
struct Digest(u64);

impl Digest {
    const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    const fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn number(&mut self, number: i64) {
        number.to_le_bytes().into_iter().for_each(|it| self.byte(it));
    }

    fn size(&mut self, size: usize) {
        self.number(i64::try_from(size).unwrap_or(i64::MAX));
    }

    fn points(&mut self, points: Points) {
        self.number(points.thousandths());
    }

    fn day(&mut self, day: Day) {
        self.number(i64::from(day.number()));
    }

    fn option<T>(&mut self, it: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.size(usize::from(it.is_some()));
        if let Some(it) = it {
            write(self, it);
        }
    }

    fn line(&mut self, line: &Line) {
        self.day(line.day);
        self.entry(line.entry);
        self.option(line.event, Self::size);
        self.option(line.rule, Self::size);
        self.points(line.nominal);
        self.points(line.applied);
        self.size(line.reductions.len());
        for it in &line.reductions {
            self.size(it.by as usize);
            self.points(it.to);
        }
        self.points(line.score.0);
        self.points(line.score.1);
        self.size(line.band.0);
        self.size(line.band.1);
        self.option(line.ends, Self::day);
        self.points(line.left);
    }

    fn entry(&mut self, entry: Entry) {
        match entry {
            Entry::Posted(basis) => self.all(&[1], |it| it.basis(basis)),
            Entry::Spilled { from, line } => self.all(&[2, from, line], |_| ()),
            Entry::GivenBack { of, because } => self.all(&[3, of, end(because)], |_| ()),
            Entry::Faded => self.size(4),
            Entry::Ceiling { band, raised } => self.all(&[5, band, usize::from(raised)], |_| ()),
            Entry::CeilingEnded { of, because } => self.all(&[6, of, end(because)], |_| ()),
            Entry::Listed { list } => self.all(&[7, list], |_| ()),
            Entry::ListingEnded { of, list, because } => self.all(&[8, of, list, end(because)], |_| ()),
        }
    }

    fn basis(&mut self, basis: Basis) {
        let (sort, n) = match basis {
            Basis::Flat => (0, 0),
            Basis::Units(n) => (1, n),
            Basis::Nth(n) => (2, i64::from(n)),
            Basis::All(n) => (3, i64::from(n)),
        };
        self.number(sort);
        self.number(n);
    }

    fn all(&mut self, sizes: &[usize], rest: impl FnOnce(&mut Self)) {
        sizes.iter().for_each(|it| self.size(*it));
        rest(self);
    }
}

const fn end(it: End) -> usize {
    match it {
        End::Term => 0,
        End::Correction => 1,
        End::Delisting => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect_file;

    /// After a deliberate change of the engine or a new preset: `UPDATE_EXPECT=1 cargo test certificate`.
    #[test]
    fn the_certificate_is_what_this_engine_computes() {
        let lines = check_all().into_iter().map(|it| {
            let found = it.found.unwrap_or_else(|| panic!("{} cannot be computed", it.preset.id));
            format!("{} {} {found:016x}\n", it.preset.id, it.preset.revision)
        });
        expect_file!["certificate.txt"].assert_eq(&lines.collect::<String>());
    }

    #[test]
    fn every_preset_is_found_in_it() {
        for it in check_all() {
            assert!(it.holds(), "{} is not in certificate.txt as it is computed", it.preset.id);
        }
    }

    #[test]
    fn every_number_counts() {
        let scenario = presets::latest("first-life").unwrap().scenario().unwrap();
        let report = evaluate(&scenario).unwrap().report;
        let changed = |change: fn(&mut Report)| {
            let mut changed = report.clone();
            change(&mut changed);
            fingerprint(&changed)
        };
        assert_eq!(changed(|_| ()), fingerprint(&report));
        let changes: [fn(&mut Report); 5] = [
            |it| it.lives[0].lines[0].applied += Points::from_thousandths(1),
            |it| it.lives[0].course[0].band += 1,
            |it| it.lives[0].consequences[0].end = Some(Day::MAX),
            |it| it.events[0].offers.clear(),
            |it| it.lives[0].lines.swap(0, 1),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            assert_ne!(changed(change), fingerprint(&report), "change {at}");
        }
    }
}
