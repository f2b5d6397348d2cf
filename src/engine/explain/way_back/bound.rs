//! The most points that so many acts can bring.
//!
//! A gain is never more than its rule names, than what its limit leaves in the periods that count, and than all of
//! nothing if its term ends before the day that is asked for. Everything else (ends of the scale, fading, ladders that
//! have gone on) only makes it less. So what these bounds call too little is too little.
//!
//! They would be wrong where a gain makes a *loss* smaller: under the safeguard against cliffs, whose floor rises with the
//! score, and under ladders that give first and take later. [`Bound::holds`] says whether neither is so.

use std::collections::BTreeMap;

use crate::engine::Points;
use crate::engine::case::{Entry, Life};
use crate::engine::explain::acts::Act;
use crate::engine::model::{Amount, LadderStep, RuleIdx};

use super::Obstacle;
use super::ground::Ground;

/// The most units of one act that a search tries if nothing limits it.
pub(super) const UNITS: i64 = 2_000;

/// Bounds for each act.
pub(super) struct Bound {
    /// Whether the bounds hold.
    pub(super) holds: bool,
    acts: Vec<Vec<Gain>>,
    /// For each act, the periods of its limit: first and last day that counts, by place, and how many units fit.
    pub(super) room: Vec<Vec<Room>>,
}

/// A period in which an act can be done.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The places of its first and last day.
    pub(super) days: (usize, usize),
    /// How many units its limits leave room for.
    pub(super) units: Option<i64>,
}

/// What one rule gives for an act.
struct Gain {
    /// For the first unit, and for each further one.
    unit: (Points, Points),
    /// Over all periods.
    most: Option<Points>,
    /// Events that count, over all periods, if one event is one unit.
    times: Option<i64>,
}

impl Gain {
    fn of(&self, units: i64) -> Points {
        let units = units.min(self.times.unwrap_or(i64::MAX));
        if units <= 0 {
            return Points::ZERO;
        }
        let points = self.unit.0 + self.unit.1.times(units - 1);
        self.most.map_or(points, |it| points.min(it))
    }
}

/// What limits leave of a rule, and in which periods.
struct Left {
    points: BTreeMap<i32, Points>,
    times: BTreeMap<i32, i64>,
}

impl Bound {
    /// `now` is the life if nothing is done.
    pub(super) fn new(ground: &Ground, now: &Life) -> Self {
        let book = &ground.case.rulebook;
        let from = ground.question.from;
        let later_loss = now.lines.iter().any(|it| it.day > from && it.nominal.is_loss());
        let mixed = |rule: &RuleIdx| match book.rules[*rule].points.as_ref().map(|it| &it.amount) {
            Some(Amount::Ladder { steps, .. }) => steps
                .iter()
                .any(|it| matches!(it, LadderStep::All) || matches!(it, LadderStep::Points(it) if it.is_loss())),
            _ => false,
        };
        let is_mixed = ground.acts.iter().flat_map(|it| &it.rules).any(mixed);
        let holds = !(is_mixed || (book.safeguards.no_cliff && later_loss));
        let acts = ground.acts.iter().map(|act| act.rules.iter().map(|it| gain(ground, now, act, *it)).collect());
        let room = ground.acts.iter().map(|act| rooms(ground, now, act)).collect();
        Self { holds, acts: acts.collect(), room }
    }

    /// The most points that so many units of an act can bring.
    pub(super) fn points(&self, act: usize, units: i64) -> Points {
        self.acts.get(act).into_iter().flatten().map(|it| it.of(units)).sum()
    }

    /// The units after which an act brings no more, or after which it alone is enough. The flag says whether more units
    /// could still make a difference.
    pub(super) fn useful(&self, act: usize, missing: Points) -> (i64, bool) {
        let (mut low, mut high) = (0, UNITS);
        let most = self.points(act, high).min(missing);
        while low < high {
            let middle = (low + high) / 2;
            if self.points(act, middle) >= most { high = middle } else { low = middle + 1 }
        }
        let is_more = self.points(act, UNITS) >= missing;
        (if is_more { (low * 2 + 4).min(UNITS) } else { low }, is_more)
    }

    /// Whether limits alone leave no way.
    pub(super) fn obstacle(&self, ground: &Ground, score: Points) -> Option<Obstacle> {
        let all: Points = (0..self.acts.len()).map(|it| self.points(it, UNITS)).sum();
        let unlimited =
            self.acts.iter().flatten().any(|it| it.most.is_none() && it.times.is_none() && it.unit.1.is_gain());
        let most = (score + all).min(ground.case.rulebook.scale.highest);
        (self.holds && !unlimited && most < ground.goal()).then_some(match all.is_zero() {
            true => Obstacle::NoAct,
            false => Obstacle::Limits { most },
        })
    }
}

fn gain(ground: &Ground, now: &Life, act: &Act, rule: RuleIdx) -> Gain {
    let it = &ground.case.rulebook.rules[rule];
    let Some(effect) = &it.points else { return Gain { unit: Default::default(), most: None, times: None } };
    let unit = unit(act, &effect.amount);
    let left = left(ground, now, rule);
    // A rule without a limit may still give for too short a time.
    if !counting(ground, rule).any(|_| true) {
        return Gain { unit, most: Some(Points::ZERO), times: None };
    }
    let most = left.as_ref().and_then(|it| (!it.points.is_empty()).then(|| it.points.values().copied().sum()));
    let times = left.as_ref().and_then(|it| (!it.times.is_empty()).then(|| it.times.values().sum()));
    match (act.grows, times) {
        (Some(_), Some(0)) => Gain { unit, most: Some(Points::ZERO), times: None },
        (Some(_), _) => Gain { unit, most, times: None },
        (None, times) => Gain { unit, most, times },
    }
}

/// What a rule names for the first unit of an act, and at most for each further one.
fn unit(act: &Act, amount: &Amount) -> (Points, Points) {
    match amount {
        // However many units an event has, it is one event; but there may be one for each unit.
        Amount::Flat(points) => (*points, *points),
        Amount::PerUnit { points, field, unit } => {
            let whole = |units: i64| act.values_of(units).get(*field).map_or(0, |it| it.whole_units(*unit));
            let first = points.times(whole(1));
            // Where one more unit of the act brings more of the number than a unit of the rule, it may round up.
            let further = (1..=4).map(|it| whole(it + 1) - whole(it)).max().unwrap_or(0).max(whole(1));
            (first, points.times(further).max(Points::ZERO))
        }
        Amount::Ladder { steps, .. } => {
            let best = steps.iter().filter_map(|it| match it {
                LadderStep::Points(points) => Some(*points),
                LadderStep::All => None,
            });
            let best = best.max().unwrap_or_default().max(Points::ZERO);
            (best, best)
        }
    }
}

/// The places of the days from which a gain of a rule still counts on the day that is asked for.
fn counting(ground: &Ground, rule: RuleIdx) -> impl Iterator<Item = usize> + '_ {
    let months = ground.case.rulebook.rules[rule].points.as_ref().and_then(|it| it.months);
    let by = ground.question.by;
    let lasts = move |place: &usize| match months {
        Some(months) => ground.days[*place].checked_plus_months(months).is_none_or(|it| it > by),
        None => true,
    };
    (0..ground.days.len()).filter(lasts)
}

/// What the limit of a rule leaves besides what has happened anyway; `None` if it has no limit.
fn left(ground: &Ground, now: &Life, rule: RuleIdx) -> Option<Left> {
    let limit = ground.case.rulebook.rules[rule].limit?;
    let mut left = Left { points: BTreeMap::new(), times: BTreeMap::new() };
    for place in counting(ground, rule) {
        let period = limit.per.of(ground.days[place]);
        if let Some(points) = limit.points {
            left.points.insert(period, points);
        }
        if let Some(times) = limit.times {
            left.times.insert(period, i64::from(times));
        }
    }
    let uses = now.lines.iter().filter(|it| it.rule == Some(rule) && matches!(it.entry, Entry::Posted(_)));
    // What is struck out later does not count from then on, so it is not counted here.
    let stays = uses.filter(|it| it.event.is_none_or(|it| ground.case.events[it].corrected.is_none()));
    for line in stays {
        let period = limit.per.of(line.day);
        if let Some(it) = left.points.get_mut(&period) {
            *it = (*it - line.applied.abs()).max(Points::ZERO);
        }
        if let Some(it) = left.times.get_mut(&period).filter(|_| !line.nominal.is_zero()) {
            *it = (*it - 1).max(0);
        }
    }
    Some(left)
}

/// The periods in which an act can be done, by the first of its rules that has a limit.
fn rooms(ground: &Ground, now: &Life, act: &Act) -> Vec<Room> {
    let limited = act.rules.iter().copied().find(|it| ground.case.rulebook.rules[*it].limit.is_some());
    let Some((rule, limit)) = limited.and_then(|it| Some((it, ground.case.rulebook.rules[it].limit?))) else {
        return vec![Room { days: (0, ground.days.len() - 1), units: None }];
    };
    let left = left(ground, now, rule);
    let one = ground.case.rulebook.rules[rule].points.as_ref().map(|it| unit(act, &it.amount).0).unwrap_or_default();
    let mut rooms: Vec<(i32, Room)> = Vec::new();
    for place in 0..ground.days.len() {
        let period = limit.per.of(ground.days[place]);
        if let Some((_, room)) = rooms.last_mut().filter(|it| it.0 == period) {
            room.days.1 = place;
            continue;
        }
        let points = left.as_ref().and_then(|it| it.points.get(&period)).copied();
        let times = left.as_ref().and_then(|it| it.times.get(&period)).copied();
        let by_points = points.map(|it| match one.is_gain() {
            true => (it.thousandths() + one.thousandths() - 1) / one.thousandths(),
            false => 0,
        });
        let by_times = times.filter(|it| act.grows.is_none() || *it == 0);
        let units = by_points.into_iter().chain(by_times).min();
        rooms.push((period, Room { days: (place, place), units }));
    }
    rooms.into_iter().map(|it| it.1).collect()
}
