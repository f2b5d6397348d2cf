//! What would move a subject to another band on a day: the fewest of its events, or one number of one rule.
//!
//! Nothing is estimated: each trial computes the life again. Sets of events are tried by size, so the first size at
//! which one is enough is the smallest. Beyond [`LARGEST`] events, or where there are too many sets, one is built step
//! by step and is called not proven to be the smallest. Rules are turned outward by whole points; of several that are
//! enough at the same distance, the one that needs the fewest thousandths is told, then the first in the rulebook.

use super::dial::Dial;
use super::excerpt::Excerpt;
use crate::engine::model::{BandIdx, Case, EventIdx, SubjectIdx};
use crate::engine::{Day, Points};

/// Sets of up to so many events are all tried.
pub const LARGEST: usize = 3;
/// About so many events may be looked at in all, for each of the two questions: a few seconds. All pairs of 240 events,
/// or all threes of 75, are tried within it. A modelling choice.
const WORK: usize = 6_000_000;
/// A set that is built step by step has at most so many events.
const BUILT: usize = 12;
/// Rules are turned by so many points at most, and by so many at least.
const REACH: (i64, i64) = (20, 1000);

/// Towards which band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a better one.
    Up = 0,
    /// To a worse one.
    Down = 1,
}

/// What would move the subject one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Whether there is a band that way at all.
    pub possible: bool,
    /// The events without which it would be there.
    pub without: Option<Without>,
    /// The number that would have to be another.
    pub edit: Option<Edit>,
}

/// Events without which a subject would be in another band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// The events, in the order of the case.
    pub events: Vec<EventIdx>,
    /// The band without them.
    pub band: BandIdx,
    /// The score without them.
    pub score: Points,
    /// Whether no smaller set does it.
    pub smallest: bool,
    /// How many other sets of this size would do it too; known only if all were tried.
    pub others: usize,
}

/// Another number with which a subject would be in another band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which number.
    pub dial: Dial,
    /// What it is.
    pub from: Points,
    /// What it would have to be, in whole points from what it is.
    pub to: Points,
    /// The band then.
    pub band: BandIdx,
    /// The score then.
    pub score: Points,
}

/// What would move a subject to another band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flips {
    /// The band on the day.
    pub band: BandIdx,
    /// The score on the day.
    pub score: Points,
    /// What would move it up, and down.
    pub ways: [Found; 2],
    /// All sets of up to so many events were tried.
    pub tried: usize,
    /// How many events there are to leave out.
    pub events: usize,
    /// Each number was turned by up to so many points.
    pub reach: i64,
}

/// The search for flips, in steps.
#[derive(Clone, Debug)]
pub struct FlipSearch {
    excerpt: Excerpt,
    events: Vec<usize>,
    dials: Vec<(Dial, Points)>,
    flips: Flips,
    phase: Phase,
    done: usize,
    total: usize,
}

#[derive(Clone, Debug)]
enum Phase {
    /// The set that is tried next, as places among the events.
    Sets(Vec<usize>),
    /// A set that is built: which way, what is in it, and the best next member so far.
    Build {
        way: Way,
        out: Vec<usize>,
        at: usize,
        best: Option<(BandIdx, Points, usize)>,
    },
    /// The distance, and the dial and direction, tried next; and what was found at this distance.
    Edits {
        distance: i64,
        at: usize,
        found: [Vec<Edit>; 2],
    },
    Done,
}

impl FlipSearch {
    /// Begins the search. None if there is no such subject.
    pub fn new(case: &Case, subject: SubjectIdx, day: Day) -> Option<Self> {
        let excerpt = Excerpt::of(case, subject, day)?;
        let events = excerpt.own_events();
        let rules = excerpt.rules_that_move().into_iter();
        let dials = rules.flat_map(|it| Dial::of_rule(excerpt.case(), it));
        let dials: Vec<_> = dials.filter_map(|it| Some((it, it.read(excerpt.case())?))).collect();
        let now = excerpt.standing();
        let trials = WORK / excerpt.size().max(1);
        let mut sets = 0;
        let tried = (1..=LARGEST.min(events.len())).take_while(|size| {
            sets += choose(events.len(), *size);
            sets <= trials
        });
        let tried = tried.count();
        let reach = trials / (2 * dials.len()).max(1);
        let scale = excerpt.case().rulebook.scale;
        let furthest = dials.iter().map(|it| it.1.abs()).max().unwrap_or_default() + (scale.highest - scale.lowest);
        let furthest = (furthest.thousandths() + 999) / 1000;
        let reach = i64::try_from(reach).unwrap_or(REACH.1).clamp(REACH.0, REACH.1).min(furthest);
        let top = excerpt.case().rulebook.bands.len() - 1;
        let possible = |possible| Found { possible, ..Found::default() };
        let ways = [possible(now.band < top), possible(now.band > 0)];
        let sets: usize = (1..=tried).map(|it| choose(events.len(), it)).sum();
        let edits = 2 * dials.len() * usize::try_from(reach).unwrap_or_default();
        let flips = Flips { band: now.band, score: now.score, ways, tried, events: events.len(), reach };
        let mut it = Self { excerpt, events, dials, flips, phase: Phase::Sets(vec![0]), done: 0, total: sets + edits };
        if tried == 0 {
            it.after_sets();
        }
        Some(it)
    }

    /// How many lives were computed, of at most how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.min(self.total), self.total)
    }

    /// The number of events that each computation goes through.
    pub fn size(&self) -> usize {
        self.excerpt.size()
    }

    /// Computes one more life, or a few. Answers once everything is known.
    pub fn step(&mut self) -> Option<Flips> {
        self.done += 1;
        match std::mem::replace(&mut self.phase, Phase::Done) {
            Phase::Sets(set) => self.try_set(set),
            Phase::Build { way, out, at, best } => self.build(way, out, at, best),
            Phase::Edits { distance, at, found } => self.turn(distance, at, found),
            Phase::Done => return Some(self.flips.clone()),
        }
        matches!(self.phase, Phase::Done).then(|| self.flips.clone())
    }

    /// Goes on to the end.
    pub fn finish(mut self) -> Flips {
        loop {
            if let Some(flips) = self.step() {
                return flips;
            }
        }
    }

    fn way_to(&self, band: BandIdx) -> Option<Way> {
        match band.cmp(&self.flips.band) {
            std::cmp::Ordering::Greater => Some(Way::Up),
            std::cmp::Ordering::Less => Some(Way::Down),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Score and band without some of the events.
    fn without(&mut self, out: &[usize]) -> (BandIdx, Points) {
        out.iter().for_each(|it| self.excerpt.set_event(self.events[*it], false));
        let standing = self.excerpt.standing();
        out.iter().for_each(|it| self.excerpt.set_event(self.events[*it], true));
        (standing.band, standing.score)
    }

    fn places(&self, out: &[usize]) -> Vec<EventIdx> {
        let mut events: Vec<EventIdx> = out.iter().map(|it| self.excerpt.event(self.events[*it])).collect();
        events.sort_unstable();
        events
    }

    fn try_set(&mut self, mut set: Vec<usize>) {
        let (band, score) = self.without(&set);
        if let Some(way) = self.way_to(band) {
            let events = self.places(&set);
            match &mut self.flips.ways[way as usize].without {
                None => {
                    let found = Without { events, band, score, smallest: true, others: 0 };
                    self.flips.ways[way as usize].without = Some(found);
                }
                Some(found) if found.events.len() == set.len() => found.others += 1,
                Some(_) => {}
            }
        }
        if next_set(&mut set, self.events.len()) {
            self.phase = Phase::Sets(set);
            return;
        }
        let is_open = |it: &Found| it.possible && it.without.is_none();
        if set.len() < self.flips.tried && self.flips.ways.iter().any(is_open) {
            self.phase = Phase::Sets((0..=set.len()).collect());
        } else {
            self.after_sets();
        }
    }

    /// What comes after the sets, or after one was built.
    fn after_sets(&mut self) {
        self.build_next(&[Way::Up, Way::Down]);
    }

    fn build_next(&mut self, ways: &[Way]) {
        let is_open = |it: &&Way| {
            let found = &self.flips.ways[**it as usize];
            found.possible && found.without.is_none() && self.flips.tried < self.events.len()
        };
        self.phase = match ways.iter().find(is_open) {
            Some(way) => Phase::Build { way: *way, out: Vec::new(), at: 0, best: None },
            None if self.dials.is_empty() || self.flips.ways.iter().all(|it| !it.possible) => Phase::Done,
            None => Phase::Edits { distance: 1, at: 0, found: [Vec::new(), Vec::new()] },
        };
    }

    /// Tries one more member for a set that is built; takes the best once all were tried.
    fn build(&mut self, way: Way, mut out: Vec<usize>, at: usize, mut best: Option<(BandIdx, Points, usize)>) {
        if !out.contains(&at) {
            let mut trial = out.clone();
            trial.push(at);
            let (band, score) = self.without(&trial);
            let is_better = best.is_none_or(|it| match way {
                Way::Up => (band, score) > (it.0, it.1),
                Way::Down => (band, score) < (it.0, it.1),
            });
            if is_better {
                best = Some((band, score, at));
            }
        }
        if at + 1 < self.events.len() {
            self.phase = Phase::Build { way, out, at: at + 1, best };
            return;
        }
        let rest: &[Way] = if way == Way::Up { &[Way::Down] } else { &[] };
        let Some((band, _, member)) = best else { return self.build_next(rest) };
        out.push(member);
        if self.way_to(band) == Some(way) {
            self.keep_built(way, out);
            self.build_next(rest);
        } else if out.len() == BUILT {
            self.build_next(rest);
        } else {
            self.phase = Phase::Build { way, out, at: 0, best: None };
        }
    }

    /// Keeps a set that was built, without the members that are not needed.
    fn keep_built(&mut self, way: Way, mut out: Vec<usize>) {
        let mut at = 0;
        while at < out.len() {
            let mut fewer = out.clone();
            fewer.remove(at);
            let (band, _) = self.without(&fewer);
            if self.way_to(band) == Some(way) {
                out = fewer;
            } else {
                at += 1;
            }
        }
        let (band, score) = self.without(&out);
        let events = self.places(&out);
        let smallest = events.len() == self.flips.tried + 1;
        self.flips.ways[way as usize].without = Some(Without { events, band, score, smallest, others: 0 });
    }

    /// Score and band with another number.
    fn turned(&mut self, dial: Dial, from: Points, to: Points) -> (BandIdx, Points) {
        dial.write(self.excerpt.case_mut(), Some(to));
        let standing = self.excerpt.standing();
        dial.write(self.excerpt.case_mut(), Some(from));
        (standing.band, standing.score)
    }

    fn turn(&mut self, distance: i64, at: usize, mut found: [Vec<Edit>; 2]) {
        let (dial, from) = self.dials[at / 2];
        let to = if at.is_multiple_of(2) { from + Points::whole(distance) } else { from - Points::whole(distance) };
        if dial.allows(self.excerpt.case(), to) {
            let (band, score) = self.turned(dial, from, to);
            if let Some(way) = self.way_to(band).filter(|it| self.flips.ways[*it as usize].edit.is_none()) {
                found[way as usize].push(Edit { dial, from, to, band, score });
            }
        }
        if at + 1 < 2 * self.dials.len() {
            self.phase = Phase::Edits { distance, at: at + 1, found };
            return;
        }
        for (way, edits) in [Way::Up, Way::Down].into_iter().zip(&found) {
            if !edits.is_empty() {
                self.flips.ways[way as usize].edit = self.nearest(way, edits);
            }
        }
        let is_open = |it: &Found| it.possible && it.edit.is_none();
        self.phase = if distance < self.flips.reach && self.flips.ways.iter().any(is_open) {
            Phase::Edits { distance: distance + 1, at: 0, found: [Vec::new(), Vec::new()] }
        } else {
            Phase::Done
        };
    }

    /// Of edits that are as far in whole points, the one that needs the fewest thousandths.
    fn nearest(&mut self, way: Way, edits: &[Edit]) -> Option<Edit> {
        if edits.len() < 2 {
            return edits.first().copied();
        }
        let mut best: Option<(Points, Edit)> = None;
        for edit in edits {
            // One point less was not enough; somewhere in the last point it begins to be.
            let sign = if edit.to > edit.from { 1 } else { -1 };
            let distance = (edit.to - edit.from).abs().thousandths();
            let (mut too_few, mut enough) = (distance - 1000, distance);
            while enough - too_few > 1 {
                let middle = too_few.midpoint(enough);
                let to = edit.from + Points::from_thousandths(sign * middle);
                let (band, _) = self.turned(edit.dial, edit.from, to);
                if self.way_to(band) == Some(way) { enough = middle } else { too_few = middle }
            }
            let needed = Points::from_thousandths(enough);
            if best.is_none_or(|it| needed < it.0) {
                best = Some((needed, *edit));
            }
        }
        best.map(|it| it.1)
    }
}

/// The number of sets of so many.
fn choose(of: usize, n: usize) -> usize {
    (0..n).fold(1_usize, |sets, it| sets.saturating_mul(of.saturating_sub(it)) / (it + 1))
}

/// The next set of the same size. Answers whether there is one.
fn next_set(set: &mut [usize], of: usize) -> bool {
    let size = set.len();
    let Some(at) = (0..size).rev().find(|it| set[*it] < of - (size - *it)) else { return false };
    set[at] += 1;
    for it in at + 1..size {
        set[it] = set[it - 1] + 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_come_in_order_and_none_is_left_out() {
        for (of, size) in [(1, 1), (4, 2), (5, 3), (3, 3), (7, 1)] {
            let mut set: Vec<usize> = (0..size).collect();
            let mut all = vec![set.clone()];
            while next_set(&mut set, of) {
                all.push(set.clone());
            }
            assert_eq!(all.len(), choose(of, size));
            assert!(all.is_sorted() && all.iter().all(|it| it.is_sorted() && it[size - 1] < of));
        }
    }
}
