//! On which days so many acts are done.

use crate::engine::model::{Amount, RuleIdx};

use super::Use;
use super::bound::Room;
use super::ground::Ground;

/// Units of one act by the place of the day.
pub(super) type Placed = Vec<(usize, i64)>;

/// So many placings of one number of acts are tried at most before the search goes on to the next.
const MOST: u64 = 1_200;
/// So many ways to combine the patterns of different acts are tried at most.
const MIXES: usize = 64;

/// The ways in which numbers of acts can lie on the days: first likely ones, then all, if they are few.
pub(super) struct Placings {
    counts: Vec<i64>,
    likely: Vec<Vec<Use>>,
    /// For each act, units by place; the next of all placings. `None` if they are too many, or if all were given.
    all: Option<Vec<Vec<i64>>>,
    /// Whether every placing is among those that are given.
    pub(super) complete: bool,
}

impl Placings {
    pub(super) fn new(ground: &Ground, rooms: &[Vec<Room>], counts: &[i64]) -> Self {
        let few = number(counts, ground.days.len()) <= MOST;
        let first = || counts.iter().map(|it| start(*it, ground.days.len())).collect();
        let mut likely = likely(ground, rooms, counts);
        likely.reverse();
        Self { counts: counts.to_vec(), likely, all: few.then(first), complete: few }
    }

    /// The next one.
    pub(super) fn next(&mut self, ground: &Ground) -> Option<Vec<Use>> {
        if let Some(uses) = self.likely.pop() {
            return Some(uses);
        }
        let all = self.all.as_mut()?;
        let placed: Vec<Placed> = all.iter().map(|it| it.iter().copied().enumerate().collect()).collect();
        let uses = uses(ground, &placed);
        // The next placing: like a counter whose digits are the placings of single acts.
        let turned = all.iter_mut().zip(&self.counts).any(|(digits, count)| {
            let goes_on = advance(digits);
            if !goes_on {
                *digits = start(*count, ground.days.len());
            }
            goes_on
        });
        if !turned {
            self.all = None;
        }
        Some(uses)
    }
}

/// The events of units that lie on days: one for each unit, or as few as can hold them if the act grows.
pub(super) fn uses(ground: &Ground, placed: &[Placed]) -> Vec<Use> {
    let mut uses = Vec::new();
    for ((at, act), placed) in ground.acts.iter().enumerate().zip(placed) {
        for &(place, units) in placed {
            let Some(day) = ground.days.get(place).copied() else { continue };
            let mut rest = units;
            while rest > 0 {
                let units = if act.grows.is_some() { rest.min(act.most) } else { 1 };
                uses.push(Use { day, act: at, units });
                rest -= units;
            }
        }
    }
    uses.sort_unstable();
    uses
}

/// All units on the first day.
fn start(count: i64, days: usize) -> Vec<i64> {
    let mut digits = vec![0; days];
    digits[0] = count;
    digits
}

/// The next way to lay the same units on days, in the order of their numbers; `false` after the last.
fn advance(digits: &mut [i64]) -> bool {
    let last = digits.len() - 1;
    let Some(at) = digits[..last].iter().rposition(|it| *it > 0) else { return false };
    digits[at] -= 1;
    let rest = std::mem::take(&mut digits[last]) + 1;
    digits[at + 1] = rest;
    true
}

/// How many ways there are, or a number that is too large.
fn number(counts: &[i64], days: usize) -> u64 {
    let days = u64::try_from(days).unwrap_or(u64::MAX);
    counts.iter().fold(1_u64, |product, count| {
        let count = u64::try_from(*count).unwrap_or_default();
        let mut ways = 1_u64;
        for it in 1..=count {
            ways = ways.saturating_mul(days - 1 + it) / it;
            if ways > MOST {
                return u64::MAX;
            }
        }
        product.saturating_mul(ways)
    })
}

fn likely(ground: &Ground, rooms: &[Vec<Room>], counts: &[i64]) -> Vec<Vec<Use>> {
    let none: Vec<Room> = Vec::new();
    let patterns: Vec<Vec<Placed>> = counts
        .iter()
        .enumerate()
        .map(|(act, count)| {
            let rooms = rooms.get(act).unwrap_or(&none);
            patterns(ground, act, rooms, *count)
        })
        .collect();
    let most = patterns.iter().map(Vec::len).max().unwrap_or_default();
    let pick = |of: &Vec<Placed>, nth: usize| of.get(nth.min(of.len().saturating_sub(1))).cloned().unwrap_or_default();
    let mut res: Vec<Vec<Use>> = Vec::new();
    let mut push = |placed: Vec<Placed>| {
        let uses = uses(ground, &placed);
        if !res.contains(&uses) {
            res.push(uses);
        }
    };
    for nth in 0..most {
        push(patterns.iter().map(|of| pick(of, nth)).collect());
    }
    // Each act by a pattern of its own.
    let mixes = patterns.iter().map(Vec::len).fold(1_usize, usize::saturating_mul);
    for mut mix in (0..mixes).take_while(|_| mixes <= MIXES) {
        let mut placed = Vec::new();
        for of in &patterns {
            placed.push(pick(of, mix % of.len().max(1)));
            mix /= of.len().max(1);
        }
        push(placed);
    }
    res
}

/// Ways to lay units of one act that are often enough: as late as its limits allow, as early, evenly, and as far apart as
/// a ladder looks back.
fn patterns(ground: &Ground, act: usize, rooms: &[Room], count: i64) -> Vec<Placed> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let days = ground.days.len();
    let last = days - 1;
    let fill = |rooms: &mut dyn Iterator<Item = (usize, Option<i64>)>, otherwise: usize| {
        let mut placed = Placed::new();
        let mut rest = count;
        for (place, room) in rooms {
            let units = room.map_or(rest, |it| it.min(rest));
            if units > 0 {
                placed.push((place, units));
                rest -= units;
            }
        }
        if rest > 0 {
            placed.push((otherwise, rest));
        }
        merged(placed)
    };
    let late = fill(&mut rooms.iter().rev().map(|it| (it.days.1, it.units)), last);
    let early = fill(&mut rooms.iter().map(|it| (it.days.0, it.units)), 0);
    let whole = usize::try_from(count).unwrap_or(usize::MAX);
    let evenly = merged((0..whole).map(|it| (it * days / whole, 1)).collect());
    let mut res = vec![late, early, evenly];
    if let Some(months) = window(ground, act) {
        let mut placed = vec![(last, 1)];
        let mut place = last;
        while placed.len() < whole {
            let before = (0..place).rev().find(|it| ground.days[*it].plus_months(months) <= ground.days[place]);
            let Some(before) = before else { break };
            place = before;
            placed.push((place, 1));
        }
        let rest = count - i64::try_from(placed.len()).unwrap_or(count);
        placed.push((0, rest));
        res.push(merged(placed));
    }
    res.dedup();
    res
}

/// How far back a ladder of one of the act's rules looks.
fn window(ground: &Ground, act: usize) -> Option<u32> {
    let of = |rule: &RuleIdx| match &ground.case.rulebook.rules[*rule].points.as_ref()?.amount {
        Amount::Ladder { within, .. } => *within,
        _ => None,
    };
    ground.acts.get(act)?.rules.iter().find_map(of)
}

fn merged(mut placed: Placed) -> Placed {
    placed.sort_unstable();
    placed.dedup_by(|next, before| {
        let same = next.0 == before.0;
        if same {
            before.1 += next.1;
        }
        same
    });
    placed.retain(|it| it.1 > 0);
    placed
}
