//! The case engine: the accounts of a few lives, day by day.
//!
//! Days are taken in order, and only those on which something can happen. Within a day every subject goes through
//!
//! 1. *ends*: what is left of postings whose time is over is given back; ceilings and listings that end are closed;
//! 2. *fading*, on the first of a month, if the rulebook has it;
//! 3. *corrections* that fall due: everything that is left of a struck-out event is undone;
//! 4. the *events* of the day in document order, each offered to the rules for its kind in rulebook order;
//!
//! and when all have been through these, *spill-over* happens for all, one hop, in the order of the givers.
//!
//! Corners: a correction frees from its day on the room that its event took of limits, caps and times; lines that are
//! written stay as they are. An event that a limit refuses takes none of the limit's times. Caps and the cliff hold for
//! each receiver of a spill-over as for the giver, and an associate under two relations receives twice. Several
//! corrections on one day come by subject, then by day of the event. A rule that lists and delists first takes off.
//!
//! - [`report`]: what the engine answers;
//! - [`account`]: one subject's score, ledger, ceilings and listings;
//! - [`amount`]: from a rule to nominal points, and from nominal to applied;
//! - [`in_force`]: ceilings, listings and what is live;
//! - [`uses`]: what repetitions and limits look back on;
//! - [`consequences`]: which rewards and penalties hold, and since when;
//! - [`work`](mod@work): how much all that can be at most, before it is done.

mod account;
mod amount;
pub mod consequences;
mod in_force;
pub mod report;
mod uses;
pub mod work;

use std::collections::BTreeSet;

use super::model::{Case, Combine, Event, EventIdx, SubjectIdx};
use super::{Day, Points};
use account::{Account, Gift};

pub use report::{
    Basis, End, Entry, Interval, Life, Line, LineIdx, Offer, Outcome, Reduction, Report, Standing, Step, Verdict,
};

/// Computes everything that follows from a case.
///
/// # Properties
///
/// - The start plus all applied points is the score, on every day and for every subject.
/// - The score never leaves the scale.
/// - The ledger up to a day depends only on what happened up to that day.
/// - The result depends on nothing but the case.
pub fn run(case: &Case) -> Report {
    run_counted(case).0
}

/// The same, and in how many steps: how often a rule was offered an event, a part of a condition tested, a line
/// written, a consequence looked at, a posting made to fade, and so on. [`work`](fn@work::work) says beforehand how many
/// there can be, so that nothing is begun that does not end soon.
pub fn run_counted(case: &Case) -> (Report, u64) {
    let mut accounts: Vec<Account<'_>> = (0..case.subjects.len()).map(|it| Account::open(case, it)).collect();
    let mut outcomes = vec![Outcome::default(); case.events.len()];
    let calendar = Calendar::new(case);
    let mut agenda = calendar.agenda(case);

    while let Some(&(day, _)) = agenda.first() {
        if day > case.last {
            break;
        }
        let mut touched = BTreeSet::new();
        while let Some(&(next, subject)) = agenda.first() {
            if next != day {
                break;
            }
            agenda.pop_first();
            touched.insert(subject);
        }
        let mut gifts = Vec::new();
        for &subject in &touched {
            let account = &mut accounts[subject];
            account.end_terms(day);
            account.fade(day);
            account.count(calendar.corrections_on(day).len());
            for &event in calendar.corrections_on(day) {
                account.strike_out(event, day);
            }
            for &event in calendar.events_of(subject, day) {
                outcomes[event] = offer(case, account, event, &mut gifts);
            }
        }
        for gift in &gifts {
            accounts[gift.to].receive(gift, day);
            touched.insert(gift.to);
        }
        for &subject in &touched {
            if let Some(next) = accounts[subject].close_day(day) {
                agenda.insert((next, subject));
            }
        }
    }
    let (lives, steps): (Vec<Life>, Vec<u64>) = accounts.into_iter().map(Account::close).unzip();
    (Report { lives, events: outcomes }, steps.into_iter().fold(0, u64::saturating_add))
}

/// The events and corrections of a case by day.
struct Calendar {
    /// Place of each event, sorted by subject and day; in document order within a day.
    events: Vec<EventIdx>,
    /// For each place in `events`, subject and day, to search in.
    keys: Vec<(SubjectIdx, Day)>,
    /// Day, and subject, day and place of the event struck out; sorted, so that the order of the document counts only
    /// among events of one subject on one day.
    corrections: Vec<(Day, (SubjectIdx, Day, EventIdx))>,
    /// The events of `corrections` alone.
    struck_out: Vec<EventIdx>,
}

impl Calendar {
    fn new(case: &Case) -> Self {
        let mut events: Vec<EventIdx> = (0..case.events.len()).collect();
        let key = |event: &EventIdx| (case.events[*event].subject, case.events[*event].day);
        events.sort_by_key(key);
        let keys = events.iter().map(key).collect();
        let mut corrections: Vec<_> = case
            .events
            .iter()
            .enumerate()
            .filter_map(|(idx, event)| Some((event.corrected?, (event.subject, event.day, idx))))
            .collect();
        corrections.sort_unstable();
        let struck_out = corrections.iter().map(|it| it.1.2).collect();
        Self { events, keys, corrections, struck_out }
    }

    fn agenda(&self, case: &Case) -> BTreeSet<(Day, SubjectIdx)> {
        let mut agenda: BTreeSet<_> = (0..case.subjects.len()).map(|subject| (case.first, subject)).collect();
        agenda.extend(self.keys.iter().map(|&(subject, day)| (day, subject)));
        for &(day, (subject, ..)) in &self.corrections {
            agenda.insert((day, subject));
            agenda.extend(case.subjects[subject].associates.iter().map(|it| (day, it.0)));
        }
        agenda
    }

    fn events_of(&self, subject: SubjectIdx, day: Day) -> &[EventIdx] {
        let from = self.keys.partition_point(|it| *it < (subject, day));
        let to = self.keys.partition_point(|it| *it <= (subject, day));
        &self.events[from..to]
    }

    fn corrections_on(&self, day: Day) -> &[EventIdx] {
        let from = self.corrections.partition_point(|it| it.0 < day);
        let to = self.corrections.partition_point(|it| it.0 <= day);
        &self.struck_out[from..to]
    }
}

/// Offers an event to every rule for its kind, and applies those that match and survive the combine policy.
fn offer(case: &Case, account: &mut Account<'_>, event_idx: EventIdx, gifts: &mut Vec<Gift>) -> Outcome {
    let event = &case.events[event_idx];
    let rulebook = &case.rulebook;
    let recorded_by = event.recorded_by.both(rulebook.sources_on);
    if recorded_by.is_empty() {
        return Outcome::default();
    }
    let mut offers: Vec<Offer> = rulebook.rules_of_kind[event.kind]
        .iter()
        .map(|&rule| {
            let it = &rulebook.rules[rule];
            account.count(1 + it.cond.size());
            let verdict = if !it.on {
                Verdict::Off
            } else if !it.sources.meets(recorded_by) {
                Verdict::NotReported
            } else if !it.cond.holds(&event.fields, &case.subjects[event.subject]) {
                Verdict::TestFailed
            } else {
                Verdict::Applied
            };
            Offer { rule, verdict }
        })
        .collect();
    drop_rules(case, account, event, &mut offers);
    for it in offers.iter().filter(|it| it.verdict == Verdict::Applied) {
        account.apply(it.rule, event_idx, gifts);
    }
    Outcome { recorded: true, offers }
}

/// Marks the matching rules that the combine policy drops.
fn drop_rules(case: &Case, account: &mut Account<'_>, event: &Event, offers: &mut [Offer]) {
    let matching = offers.iter_mut().filter(|it| it.verdict == Verdict::Applied);
    match case.rulebook.combine {
        Combine::All => {}
        Combine::First => matching.skip(1).for_each(|it| it.verdict = Verdict::Dropped),
        Combine::Strongest => {
            let mut nominal = |it: &Offer| {
                let points = case.rulebook.rules[it.rule].points.as_ref();
                points.map_or(Points::ZERO, |points| account.nominal(it.rule, &points.amount, event).0)
            };
            let matching: Vec<(&mut Offer, Points)> = matching
                .map(|it| {
                    let points = nominal(it);
                    (it, points)
                })
                .collect();
            let keep = strongest(matching.iter().map(|it| it.1));
            for (place, (it, points)) in matching.into_iter().enumerate() {
                if !points.is_zero() && !keep.contains(&Some(place)) {
                    it.verdict = Verdict::Dropped;
                }
            }
        }
    }
}

/// The places of the strongest loss and of the strongest gain; the first, where several are as strong.
fn strongest(all: impl Iterator<Item = Points>) -> [Option<usize>; 2] {
    let (mut loss, mut gain) = ((None, Points::ZERO), (None, Points::ZERO));
    for (place, points) in all.enumerate() {
        if points < loss.1 {
            loss = (Some(place), points);
        }
        if points > gain.1 {
            gain = (Some(place), points);
        }
    }
    [loss.0, gain.0]
}
