//! The gaming view: what somebody would do who wants points and nothing else, and whether that has anything to do with
//! what the points decide about.
//!
//! Nothing here judges conduct. It compares domains that the rulebook itself names: that of the act, and those of the
//! penalties that more points lift, with those of the events that brought them.

use crate::engine::Day;
use crate::engine::case::{Entry, Report};
use crate::engine::model::{Case, ConsequenceIdx, DomainIdx, KindIdx, Set, SubjectIdx};

use super::acts::{Act, Doable};
use super::exchange::{Ratio, fresh, yearly};
use crate::engine::Points;

/// An act as a way to get points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deal {
    /// The act, by its place in the list that was asked about.
    pub act: usize,
    /// The points that it brings in a fresh account.
    pub points: Points,
    /// Points for an hour; `None` if it takes no time.
    pub an_hour: Option<Ratio>,
    /// Points for 100 of the currency; `None` if it costs no money.
    pub a_hundred: Option<Ratio>,
    /// The most points a year, if limits say so.
    pub yearly: Option<Points>,
    /// The domain of the act.
    pub domain: Option<DomainIdx>,
    /// Whether the act's domain is among those of the penalties that points lift.
    pub fits: bool,
}

/// A penalty that more points would lift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifted {
    /// The penalty.
    pub consequence: ConsequenceIdx,
    /// The kind of event that brought it, if it is in force and an event did.
    pub from: Option<KindIdx>,
}

/// The acts that bring points, those with the most points for an hour first; what takes no time at all comes before.
pub fn deals(
    case: &Case,
    subject: SubjectIdx,
    doables: &[Doable],
    acts: &[Act],
    day: Day,
    report: &Report,
) -> Vec<Deal> {
    let lifted = domains(case, &lifted(case, report, subject, day));
    let deal = |(place, act): (usize, &Act)| {
        let doable = doables.get(act.kind)?;
        let points = fresh(case, subject, act.kind, doable, &act.values);
        let domain = case.rulebook.domain_of_kind.get(act.kind).copied().flatten();
        points.is_gain().then(|| Deal {
            act: place,
            points,
            an_hour: Ratio::new(points, act.first.hours),
            a_hundred: Ratio::new(points.times(100), act.first.money),
            yearly: act.rules.iter().filter_map(|it| yearly(case, *it)).reduce(|a, b| a + b),
            domain,
            fits: domain.is_some_and(|it| lifted.has(it)),
        })
    };
    let mut deals: Vec<Deal> = acts.iter().enumerate().filter_map(deal).collect();
    deals.sort_by(|one, other| better(one.an_hour, other.an_hour).then(better(one.a_hundred, other.a_hundred)));
    deals
}

/// More first; nothing to be paid comes before everything.
fn better(one: Option<Ratio>, other: Option<Ratio>) -> std::cmp::Ordering {
    match (one, other) {
        (Some(a), Some(b)) => (i128::from(b.of) * i128::from(a.to)).cmp(&(i128::from(a.of) * i128::from(b.to))),
        (None, None) => std::cmp::Ordering::Equal,
        (None, Some(_)) => std::cmp::Ordering::Less,
        (Some(_), None) => std::cmp::Ordering::Greater,
    }
}

/// The penalties that more points lift: those in force on a day that a band carries; or, if there are none, all that
/// some band carries and the best does not.
pub fn lifted(case: &Case, report: &Report, subject: SubjectIdx, day: Day) -> Vec<Lifted> {
    let Some(life) = report.lives.get(subject) else { return Vec::new() };
    let best = case.rulebook.bands.len().saturating_sub(1);
    let kind = case.subjects.get(subject).map_or(0, |it| it.kind as usize);
    let by_points = |it: ConsequenceIdx| {
        case.rulebook
            .consequences
            .get(it)
            .is_some_and(|it| it.penalty && !it.bands.is_empty() && !it.bands.has(best) && it.who.has(kind))
    };
    let in_force = life.consequences.iter().filter(|it| it.begin <= day && it.end.is_none_or(|end| day < end));
    let in_force: Vec<Lifted> = in_force
        .filter(|it| by_points(it.consequence))
        .map(|it| {
            let line = it.cause.and_then(|it| life.lines.get(it)).filter(|it| !matches!(it.entry, Entry::Faded));
            let event = line.and_then(|it| it.event).and_then(|it| case.events.get(it));
            Lifted { consequence: it.consequence, from: event.map(|it| it.kind) }
        })
        .collect();
    if !in_force.is_empty() {
        return in_force;
    }
    let all = (0..case.rulebook.consequences.len()).filter(|it| by_points(*it));
    all.map(|consequence| Lifted { consequence, from: None }).collect()
}

/// The domains of penalties.
pub fn domains(case: &Case, lifted: &[Lifted]) -> Set {
    lifted.iter().filter_map(|it| case.rulebook.consequences.get(it.consequence)).map(|it| it.domain).collect()
}
