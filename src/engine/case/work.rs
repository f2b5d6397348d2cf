//! How much there is to do at most, before it is done.
//!
//! A document of a few hundred letters can ask for billions of postings. What is counted here is an upper bound on what
//! [`run`](super::run) does and on how much it answers, found in one pass over the events: never less than what comes
//! out, and not much more where nothing is capped. Whoever lets documents in compares it with what may be.

use super::strongest;
use crate::engine::Day;
use crate::engine::model::{Amount, Case, Combine, Event, Rule, RuleIdx};

/// How much there is to do at most. Sums stay at the largest number instead of going over it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// How often a rule is offered an event.
    pub offers: u64,
    /// Lines of all ledgers: postings, what spills over, what is given back, fades, begins and ends.
    pub lines: u64,
    /// Intervals in which a consequence holds.
    pub intervals: u64,
    /// Everything that is gone through: see [`run_counted`](super::run_counted).
    pub steps: u64,
}

/// What one subject's account can come to.
#[derive(Clone, Default)]
struct Share {
    lines: u64,
    /// Days on which something may happen.
    days: u64,
    /// The first posting, from which on points may fade.
    first: Option<Day>,
}

/// How much there is to do at most for a case.
pub fn work(case: &Case) -> Work {
    let book = &case.rulebook;
    let sizes: Vec<u64> = book.rules.iter().map(|it| 1 + it.cond.size() as u64).collect();
    let mut shares = vec![Share { days: 1, ..Share::default() }; case.subjects.len()];
    let mut res = Work::default();
    let mut corrections = 0_u64;
    let mut fadings = 0_u64;
    for event in &case.events {
        let corrected = event.corrected.filter(|it| *it <= case.last);
        if corrected.is_some() {
            corrections += 1;
            for &(it, _) in &case.subjects[event.subject].associates {
                shares[it].days += 1;
            }
        }
        shares[event.subject].days += 1 + u64::from(corrected.is_some());
        let of_kind = &book.rules_of_kind[event.kind];
        res.offers += of_kind.len() as u64;
        res.steps = of_kind.iter().fold(res.steps, |sum, it| sum.saturating_add(sizes[*it]));
        for rule in applying(case, event) {
            fadings = fadings.saturating_add(count(case, event, &book.rules[rule], corrected, &mut shares));
        }
    }
    let consequences = book.consequences.len() as u64;
    let span = u64::from(case.last.days_since(case.first).unsigned_abs()) + 1;
    for (share, subject) in shares.iter_mut().zip(&case.subjects) {
        if let Some(first) = share.first.filter(|_| book.fading > 0) {
            let months = months_between(first, case.last);
            share.lines = share.lines.saturating_add(months);
            // And once more, to find that nothing fades any longer.
            share.days = share.days.saturating_add(months);
        }
        let days = share.days.saturating_add(share.lines).min(span);
        let here = book.consequences.iter().filter(|it| it.who.has(subject.kind as usize)).count() as u64;
        res.lines = res.lines.saturating_add(share.lines);
        // A consequence begins at the start, or after a line; and before it begins again, another line ends it.
        res.intervals = res.intervals.saturating_add(here.saturating_mul(days.min(share.lines) / 2 + 1));
        res.steps = res.steps.saturating_add(days.saturating_mul(1 + consequences));
    }
    let subjects = case.subjects.len() as u64;
    // A line is written, perhaps looked up to be ended or struck out, and its consequences are looked at.
    let of_lines = res.lines.saturating_mul(5 + consequences);
    let others = corrections.saturating_mul(subjects).saturating_add(consequences.saturating_mul(subjects));
    res.steps = res.steps.saturating_add(of_lines).saturating_add(others).saturating_add(fadings);
    res
}

/// The rules that match an event and may apply.
fn applying(case: &Case, event: &Event) -> Vec<RuleIdx> {
    let book = &case.rulebook;
    let sources = event.recorded_by.both(book.sources_on);
    let matches =
        |it: &Rule| it.on && it.sources.meets(sources) && it.cond.holds(&event.fields, &case.subjects[event.subject]);
    let matching = book.rules_of_kind[event.kind].iter().copied().filter(|it| matches(&book.rules[*it]));
    match book.combine {
        Combine::All => matching.collect(),
        Combine::First => matching.take(1).collect(),
        Combine::Strongest => {
            // How much a ladder names is known only when it comes to it: it may always be the strongest.
            let (open, known): (Vec<RuleIdx>, Vec<RuleIdx>) = matching.partition(|it| is_ladder(&book.rules[*it]));
            let nominal: Vec<_> = known.iter().map(|it| known_points(&book.rules[*it], event)).collect();
            let keep = strongest(nominal.iter().copied());
            let known = known.into_iter().zip(nominal).enumerate();
            let kept = known.filter(|(place, (_, points))| points.is_zero() || keep.contains(&Some(*place)));
            kept.map(|it| it.1.0).chain(open).collect()
        }
    }
}

fn is_ladder(rule: &Rule) -> bool {
    matches!(rule.points.as_ref().map(|it| &it.amount), Some(Amount::Ladder { .. }))
}

fn known_points(rule: &Rule, event: &Event) -> crate::engine::Points {
    rule.points.as_ref().and_then(|it| it.amount.of_event(event)).map(|it| it.0).unwrap_or_default()
}

/// Adds what a rule makes of an event to the accounts that it touches. Answers how often its postings fade.
fn count(case: &Case, event: &Event, rule: &Rule, corrected: Option<Day>, shares: &mut [Share]) -> u64 {
    let within =
        |months: Option<u32>| months.and_then(|it| event.day.checked_plus_months(it)).filter(|it| *it <= case.last);
    let ends = |months: Option<u32>| u64::from(corrected.is_some() || within(months).is_some());
    let own = &mut shares[event.subject];
    if let Some(it) = rule.ceiling {
        own.lines += 1 + ends(it.months);
    }
    // Every listing may be ended by another rule.
    own.lines += 2 * rule.listings.len() as u64;
    let Some(points) = &rule.points else { return 0 };
    let lines = 1 + ends(points.months);
    let mut add = |to: usize| {
        let share = &mut shares[to];
        share.lines += lines;
        share.first = Some(share.first.map_or(event.day, |it| it.min(event.day)));
    };
    add(event.subject);
    let mut postings = 1;
    if let Some(spill) = points.spill.filter(|it| it.share > 0 && !case.rulebook.safeguards.no_spill_over) {
        for &(to, relation) in &case.subjects[event.subject].associates {
            if spill.to.has(relation as usize) {
                add(to);
                postings += 1;
            }
        }
    }
    if case.rulebook.fading == 0 {
        return 0;
    }
    let last = [within(points.months), corrected].into_iter().flatten().fold(case.last, Day::min);
    // Once more, after it is given back.
    months_between(event.day, last).saturating_add(1).saturating_mul(postings)
}

/// How many firsts of a month there are after one day and up to another.
fn months_between(from: Day, to: Day) -> u64 {
    let month = |it: Day| i64::from(it.year()) * 12 + i64::from(it.month());
    u64::try_from(month(to) - month(from)).unwrap_or_default()
}
