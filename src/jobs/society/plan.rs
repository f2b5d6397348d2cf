//! Which parts a society is counted in, and how the parts become results.
//!
//! The first replicate is shared out among all hands, so that there is something to see soon. What comes out does not
//! depend on the number of hands, nor on the order in which they answer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Lives, PartFound, PartRequest, Results};
use crate::engine::society::{Pair, Shape, Society, Tally};

/// A part has about so many person-months at most.
const PART: u64 = 250_000;
/// A page must not need more memory than this.
pub const MOST_BYTES: u64 = 500_000_000;
/// What a person takes while the neighbourhood is lived through: account, clean account, luck. Measured, rounded up.
const PERSON_BYTES: u64 = 8_000;
/// What the programs themselves take, for each hand and the page.
const PROGRAM_BYTES: u64 = 8_000_000;

/// About so many bytes of memory it takes to count so many replicates with so many hands. People live only as long as
/// their neighbourhood is counted, so it is the counts that need the room, and not the number of people.
pub fn memory(lives: &Lives, replicates: u32, hands: u32) -> u64 {
    let tally = |it: &Society| Shape::of(it).len() as u64 * 8;
    let row = tally(&lives.first) + lives.second.as_ref().map_or(0, |it| tally(&it.1));
    // Kept twice for a moment whenever a replicate is added; each hand holds a row, its text, and sends it.
    let rows = u64::from(replicates) * 2 + u64::from(hands) * 4 + 2;
    let neighbourhood = u64::from(lives.first.neighbourhood.min(lives.first.people)) * PERSON_BYTES;
    rows * row + u64::from(hands) * neighbourhood + u64::from(hands + 1) * PROGRAM_BYTES
}

/// Why a society is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The scenario has none.
    None,
    /// It would take so many bytes of memory.
    Memory(u64),
}

impl Refusal {
    /// The parts of a society, unless there is a reason against it.
    ///
    /// # Errors
    ///
    /// The reason.
    pub fn or_plan(lives: Option<&Lives>, replicates: u32, hands: u32) -> Result<Plan, Self> {
        let lives = lives.ok_or(Self::None)?;
        match memory(lives, replicates, hands) {
            bytes if bytes > MOST_BYTES => Err(Self::Memory(bytes)),
            _ => Ok(Plan::new(lives, replicates, hands)),
        }
    }
}

/// The parts of a society, in the order in which they are handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    neighbourhoods: u32,
    people: u32,
    size: u32,
    months: u32,
    regimes: u32,
    replicates: u32,
    /// Parts of the first replicate, and of each other one.
    parts: [u32; 2],
}

impl Plan {
    /// So many replicates for so many hands.
    pub fn new(lives: &Lives, replicates: u32, hands: u32) -> Self {
        let society = &lives.first;
        let regimes = 1 + u32::from(lives.second.is_some());
        let work = u64::from(society.people) * u64::from(society.months) * u64::from(regimes);
        let neighbourhoods = society.neighbourhoods();
        let parts = u32::try_from(work.div_ceil(PART)).unwrap_or(u32::MAX);
        let within = |parts: u32| parts.clamp(1, neighbourhoods.max(1));
        Self {
            neighbourhoods,
            people: society.people,
            size: society.neighbourhood.max(1),
            months: society.months,
            regimes,
            replicates,
            parts: [within(parts.next_multiple_of(hands.max(1))), within(parts)],
        }
    }

    /// How many parts there are.
    pub fn parts(&self) -> u64 {
        match u64::from(self.replicates) {
            0 => 0,
            n => u64::from(self.parts[0]) + (n - 1) * u64::from(self.parts[1]),
        }
    }

    /// The part at a place.
    pub fn part(&self, place: u64) -> Option<PartRequest> {
        let [first, later] = self.parts.map(u64::from);
        let (replicate, nth, of) = match place.checked_sub(first) {
            None => (0, place, first),
            Some(rest) => (1 + rest / later, rest % later, later),
        };
        let replicate = u32::try_from(replicate).ok().filter(|it| *it < self.replicates)?;
        let at = |nth: u64| (u64::from(self.neighbourhoods) * nth / of) as u32;
        Some(PartRequest { replicate, from: at(nth), to: at(nth + 1) })
    }

    /// How many parts a replicate has.
    const fn parts_of(&self, replicate: u32) -> u32 {
        self.parts[if replicate == 0 { 0 } else { 1 }]
    }

    /// The person-months of a part; those under the reform count as well.
    pub fn work(&self, part: &PartRequest) -> u64 {
        let upto = |it: u32| u64::from(it) * u64::from(self.size);
        let people = upto(part.to).min(u64::from(self.people)) - upto(part.from).min(u64::from(self.people));
        people * u64::from(self.months) * u64::from(self.regimes)
    }

    /// The person-months of all parts.
    pub fn total(&self) -> u64 {
        let years = u64::from(self.months) * u64::from(self.regimes) * u64::from(self.replicates);
        u64::from(self.people) * years
    }
}

/// Puts parts together, in whatever order they come.
#[derive(Clone, Debug)]
pub struct Merge {
    lives: Arc<Lives>,
    plan: Plan,
    open: BTreeMap<u32, Open>,
    results: Results,
    /// How many replicates were shown.
    shown: usize,
}

/// A replicate of which parts are missing, or an earlier one is.
#[derive(Clone, Debug)]
struct Open {
    taken: BTreeSet<u32>,
    first: Tally,
    second: Option<Tally>,
    pair: Option<Pair>,
}

impl Merge {
    /// Nothing is there yet.
    pub fn new(lives: Arc<Lives>, plan: Plan) -> Self {
        let results = Results {
            society: lives.first.clone(),
            reform: lives.second.as_ref().map(|it| it.1.clone()),
            first: Vec::new(),
            second: Vec::new(),
            pairs: Vec::new(),
        };
        Self { lives, plan, open: BTreeMap::new(), results, shown: 0 }
    }

    /// Takes a part. Answers whether whole replicates were added. A part that was taken already, or that does not fit,
    /// changes nothing.
    pub fn take(&mut self, part: &PartRequest, found: &PartFound) -> bool {
        if (part.replicate as usize) < self.results.first.len() {
            return false;
        }
        let Some(found) = self.fitting(found) else { return false };
        let open = match self.open.entry(part.replicate) {
            std::collections::btree_map::Entry::Occupied(open) => open.into_mut(),
            std::collections::btree_map::Entry::Vacant(none) => {
                let tally = |it: &Society| Tally::new(Shape::of(it));
                let second = self.lives.second.as_ref();
                none.insert(Open {
                    taken: BTreeSet::new(),
                    first: tally(&self.lives.first),
                    second: second.map(|it| tally(&it.1)),
                    pair: second.map(|_| Pair::new(self.lives.first.groups.len())),
                })
            }
        };
        if !open.taken.insert(part.from) {
            return false;
        }
        open.first.add(&found.0);
        if let (Some(second), Some(pair), Some(more)) = (&mut open.second, &mut open.pair, &found.1) {
            second.add(&more.0);
            pair.add(&more.1);
        }
        self.close()
    }

    fn fitting(&self, found: &PartFound) -> Option<(Tally, Option<(Tally, Pair)>)> {
        let tally = |it: &Society, counts: &[u64]| Tally::from_counts(Shape::of(it), counts.to_vec());
        let first = tally(&self.lives.first, &found.first)?;
        let Some((_, after)) = &self.lives.second else { return Some((first, None)) };
        let pair = Pair::from_counts(self.lives.first.groups.len(), found.pair.clone())?;
        Some((first, Some((tally(after, &found.second)?, pair))))
    }

    /// Moves replicates that are whole to the results, as long as none before them is missing.
    fn close(&mut self) -> bool {
        let mut any = false;
        loop {
            let next = self.results.first.len() as u32;
            let whole = |it: &Open| it.taken.len() == self.plan.parts_of(next) as usize;
            if !self.open.get(&next).is_some_and(whole) {
                return any;
            }
            let Some(open) = self.open.remove(&next) else { return any };
            self.results.first.push(open.first);
            self.results.second.extend(open.second);
            self.results.pairs.extend(open.pair);
            any = true;
        }
    }

    /// What is there so far.
    pub const fn results(&self) -> &Results {
        &self.results
    }

    /// How many replicates were added since the results were last shown.
    pub const fn unseen(&self) -> usize {
        self.results.first.len() - self.shown
    }

    /// What is there so far, to be shown.
    pub const fn show(&mut self) -> &Results {
        self.shown = self.results.first.len();
        &self.results
    }
}
