//! Which numbers of acts are tried, least effort first.
//!
//! Numbers of acts are taken in the order of the least that any plan with at least so many must cost. What cannot be
//! enough by its [`Bound`] is not run. The first numbers of which a placing is enough are the cheapest, unless cheaper
//! ones had more placings than were tried. If the search takes too long, acts are added one after the other instead, each
//! time the one with the most points for its effort; such a plan is the least that was found.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use crate::engine::Points;
use crate::engine::case::Standing;

use super::bound::Bound;
use super::ground::Ground;
use super::placing::Placings;
use super::{Obstacle, Use};

/// Runs of the engine after which the search takes what it finds fastest.
const RUNS: u64 = 6_000;
/// Numbers of acts that are looked at before that.
const LOOKS: u64 = 150_000;
/// Work of one step, in events run through.
const WORK: usize = 1_500;
/// Numbers of acts that cost as much as one run of the engine.
const LOOKS_A_RUN: usize = 30;
/// Placings of a plan that is found among which the soonest is chosen.
const PLACINGS: usize = 40;
/// Units of each act that are tried where bounds do not hold.
const BLIND: i64 = 4;

/// What a search found.
pub(super) enum Found {
    /// A plan, and whether it is proved that none costs less.
    Plan(Vec<Use>, bool),
    /// Nothing.
    Nothing(Obstacle),
}

/// A search that has begun.
pub(super) struct Search {
    /// Score and band on the day if nothing is done.
    pub(super) end: Standing,
    bound: Bound,
    /// The most units of each act.
    most: Vec<i64>,
    /// The acts, those with the most points for their effort first.
    order: Vec<usize>,
    missing: Points,
    heap: BinaryHeap<Node>,
    trial: Option<(Node, Placings)>,
    best: Option<(i128, Vec<Use>)>,
    /// Whether everything cheaper than what was looked at last has been tried.
    complete: bool,
    /// Whether more units than were tried could still help.
    is_more: bool,
    greedy: Option<Greedy>,
    runs: u64,
    looks: u64,
}

/// Numbers of acts.
#[derive(Clone, PartialEq, Eq)]
struct Node {
    /// The least that a plan with at least so many costs.
    least: i128,
    /// The most points that so many bring.
    points: Points,
    counts: Vec<i64>,
    /// Only acts from this place of the order on are added.
    from: usize,
}

/// The least effort first; then what brings most.
impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |it: &Self| (std::cmp::Reverse(it.least), it.points);
        key(self).cmp(&key(other)).then_with(|| self.counts.cmp(&other.counts))
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Adding acts one after the other.
struct Greedy {
    counts: Vec<i64>,
    reached: Option<Vec<Use>>,
}

impl Search {
    pub(super) fn new(ground: &Ground, bound: Bound, end: Standing) -> Self {
        let missing = (ground.goal() - end.score).max(Points::from_thousandths(1));
        let n = ground.acts.len();
        let useful: Vec<(i64, bool)> = match bound.holds {
            true => (0..n).map(|it| bound.useful(it, missing)).collect(),
            false => vec![(BLIND, true); n],
        };
        let mut order: Vec<usize> = (0..n).collect();
        let mut search = Self {
            end,
            most: useful.iter().map(|it| it.0).collect(),
            order: Vec::new(),
            missing,
            heap: BinaryHeap::new(),
            trial: None,
            best: None,
            // What grows is done in as few events as can be, which need not be best if several rules give points for it.
            complete: !ground.acts.iter().any(|it| it.grows.is_some() && it.rules.len() > 1),
            is_more: useful.iter().any(|it| it.1),
            greedy: None,
            runs: 0,
            looks: 0,
            bound,
        };
        // Cost for each point, compared crosswise.
        order.sort_by(|one, other| {
            let (a, b) = (search.rate(ground, *one), search.rate(ground, *other));
            (a.0 * b.1).cmp(&(b.0 * a.1)).then(one.cmp(other))
        });
        search.order = order;
        let nothing = vec![0; n];
        search.push(ground, nothing, 0);
        search
    }

    /// Goes on a little.
    pub(super) fn step(&mut self, ground: &Ground) -> Option<Found> {
        let runs = (WORK / (ground.case.events.len() + 20)).clamp(1, 40);
        let mut left = runs * LOOKS_A_RUN;
        while left > 0 {
            let (cost, found) = match &self.greedy {
                Some(_) => (LOOKS_A_RUN * self.most.len(), self.grow(ground)),
                None => self.look(ground),
            };
            if found.is_some() {
                return found;
            }
            left = left.saturating_sub(cost);
        }
        None
    }

    /// The same acts on the days on which they bring the band soonest, of those that are tried first.
    pub(super) fn sooner(&self, ground: &Ground, uses: Vec<Use>) -> Vec<Use> {
        let cost = ground.worth(&uses);
        let mut counts = vec![0; ground.acts.len()];
        uses.iter().for_each(|it| counts[it.act] += it.units);
        let mut placings = Placings::new(ground, &self.bound.room, &counts);
        let mut best = (ground.plan(uses.clone(), false).reached, uses);
        for _ in 0..PLACINGS {
            let Some(uses) = placings.next(ground) else { break };
            if ground.worth(&uses) <= cost && ground.is_enough(ground.end(&uses)) {
                let reached = ground.plan(uses.clone(), false).reached;
                if reached < best.0 {
                    best = (reached, uses);
                }
            }
        }
        best.1
    }

    pub(super) fn progress(&self) -> (u64, u64) {
        (self.runs.min(RUNS).max(self.looks * RUNS / LOOKS), RUNS)
    }

    /// What the first unit costs at least, and the most points that a unit brings.
    fn rate(&self, ground: &Ground, act: usize) -> (i128, i128) {
        let Some(it) = ground.acts.get(act) else { return (0, 1) };
        let cost = it.first.worth(ground.question.hour).min(it.further.worth(ground.question.hour));
        let two = self.bound.points(act, 2) - self.bound.points(act, 1);
        let points = self.bound.points(act, 1).max(two).max(Points::from_thousandths(1));
        (cost, i128::from(points.thousandths()))
    }

    fn cost(&self, ground: &Ground, counts: &[i64]) -> i128 {
        let of = |(act, count): (&super::Act, &i64)| match *count {
            0 => 0,
            count => act.effort(count).worth(ground.question.hour),
        };
        ground.acts.iter().zip(counts).map(of).sum()
    }

    /// Puts numbers of acts among those to be looked at, unless they can never be enough.
    fn push(&mut self, ground: &Ground, counts: Vec<i64>, from: usize) {
        let points: Points = counts.iter().enumerate().map(|it| self.bound.points(it.0, *it.1)).sum();
        let mut rest = (self.missing - points).max(Points::ZERO);
        let mut least = self.cost(ground, &counts);
        for &act in self.order.iter().skip(from).filter(|_| self.bound.holds) {
            if rest.is_zero() {
                break;
            }
            let room = self.bound.points(act, self.most[act]) - self.bound.points(act, counts[act]);
            let taken = room.min(rest);
            let (cost, of) = self.rate(ground, act);
            least += i128::from(taken.thousandths()) * cost / of;
            rest -= taken;
        }
        if self.bound.holds && !rest.is_zero() {
            return;
        }
        if self.best.as_ref().is_none_or(|it| least < it.0) {
            self.heap.push(Node { least, points, counts, from });
        }
    }

    /// Tries one placing, or takes up the next numbers of acts. Answers with what that cost.
    fn look(&mut self, ground: &Ground) -> (usize, Option<Found>) {
        if self.runs > RUNS || self.looks > LOOKS {
            self.begin_greedy(ground);
            return (1, self.best.take().map(|it| Found::Plan(it.1, false)));
        }
        if let Some((node, mut placings)) = self.trial.take() {
            let Some(uses) = placings.next(ground) else {
                self.complete &= placings.complete;
                return (1, None);
            };
            self.runs += 1;
            if ground.is_enough(ground.end(&uses)) {
                let cost = ground.worth(&uses);
                // No plan with these numbers costs less than one in which each act is one event.
                let is_least = cost <= self.cost(ground, &node.counts);
                if self.best.as_ref().is_none_or(|it| cost < it.0) {
                    self.best = Some((cost, uses));
                }
                if is_least {
                    return (LOOKS_A_RUN, None);
                }
            }
            self.trial = Some((node, placings));
            return (LOOKS_A_RUN, None);
        }
        let best = self.best.as_ref().map(|it| it.0);
        match self.heap.pop().filter(|it| best.is_none_or(|best| it.least < best)) {
            Some(node) => {
                self.looks += 1;
                for at in node.from..self.order.len() {
                    let act = self.order[at];
                    if node.counts[act] < self.most[act] {
                        let mut counts = node.counts.clone();
                        counts[act] += 1;
                        self.push(ground, counts, at);
                    }
                }
                let can_be_enough = !self.bound.holds || node.points >= self.missing;
                if can_be_enough && node.counts.iter().any(|it| *it > 0) {
                    let placings = Placings::new(ground, &self.bound.room, &node.counts);
                    self.trial = Some((node, placings));
                }
                (1, None)
            }
            None => (1, self.finish(ground)),
        }
    }

    /// Nothing is left to be looked at.
    fn finish(&mut self, ground: &Ground) -> Option<Found> {
        if let Some((_, uses)) = self.best.take() {
            return Some(Found::Plan(uses, self.complete && self.bound.holds));
        }
        if self.complete && !self.is_more {
            return Some(Found::Nothing(Obstacle::Tried));
        }
        self.begin_greedy(ground);
        None
    }

    fn begin_greedy(&mut self, ground: &Ground) {
        let counts = vec![0; ground.acts.len()];
        self.heap.clear();
        self.greedy = Some(Greedy { counts, reached: None });
    }

    /// The likely placing with the best end.
    fn tried(&mut self, ground: &Ground, counts: &[i64]) -> (Standing, Vec<Use>) {
        let mut placings = Placings::new(ground, &self.bound.room, counts);
        let mut best: Option<(Standing, Vec<Use>)> = None;
        for _ in 0..4 {
            let Some(uses) = placings.next(ground) else { break };
            self.runs += 1;
            let end = ground.end(&uses);
            if best.as_ref().is_none_or(|it| (end.band, end.score) > (it.0.band, it.0.score)) {
                best = Some((end, uses));
            }
        }
        best.unwrap_or((self.end, Vec::new()))
    }

    /// Adds one act, or takes away what turns out not to be needed.
    fn grow(&mut self, ground: &Ground) -> Option<Found> {
        let mut greedy = self.greedy.take()?;
        if greedy.reached.is_none() {
            let (now, _) = self.tried(ground, &greedy.counts);
            let mut best: Option<(i128, i128, usize, Standing, Vec<Use>)> = None;
            for act in 0..greedy.counts.len() {
                if greedy.counts[act] >= super::bound::UNITS {
                    continue;
                }
                greedy.counts[act] += 1;
                let (end, uses) = self.tried(ground, &greedy.counts);
                greedy.counts[act] -= 1;
                let gained = i128::from((end.score - now.score).thousandths());
                let cost = self.rate(ground, act).0.max(1);
                let is_better = |it: &(i128, i128, usize, Standing, Vec<Use>)| gained * it.1 > it.0 * cost;
                if gained > 0 && best.as_ref().is_none_or(is_better) {
                    best = Some((gained, cost, act, end, uses));
                }
            }
            let Some((_, _, act, end, uses)) = best else { return Some(Found::Nothing(Obstacle::NotFound)) };
            greedy.counts[act] += 1;
            if ground.is_enough(end) {
                greedy.reached = Some(uses);
            }
            self.greedy = Some(greedy);
            return None;
        }
        let needed: BTreeSet<usize> = (0..greedy.counts.len()).filter(|it| greedy.counts[*it] > 0).collect();
        for act in needed {
            greedy.counts[act] -= 1;
            let (end, uses) = self.tried(ground, &greedy.counts);
            if ground.is_enough(end) {
                greedy.reached = Some(uses);
                self.greedy = Some(greedy);
                return None;
            }
            greedy.counts[act] += 1;
        }
        greedy.reached.map(|it| Found::Plan(it, false))
    }
}
