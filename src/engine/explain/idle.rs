//! Events that made no difference, and why.

use crate::engine::case::{Entry, Line, Report, Step, Verdict};
use crate::engine::model::{Case, EventIdx, RuleIdx, SubjectIdx};

/// An event that changed neither score nor band nor lists of the subject to whom it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    /// The event.
    pub event: EventIdx,
    /// Why nothing came of it.
    pub why: Why,
    /// The rule that came closest, if there is one.
    pub rule: Option<RuleIdx>,
}

/// Why nothing came of an event. Of several reasons the last in this order is the one that counts: it came closest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// No source in use recorded it.
    Unrecorded,
    /// No rule is about its kind.
    NoRule,
    /// The rules about its kind are switched off.
    RuleOff,
    /// The rule listens to other sources.
    NotReported,
    /// The rule's test failed.
    TestFailed,
    /// Another rule came first or was stronger, and nothing came of that one either.
    Dropped,
    /// The rule applied, and names no points for it: not one whole unit, or nobody to take off a list.
    WorthNothing,
    /// The rule applied, and a limit, a safeguard or the end of the scale took all its points.
    Reduced(Step),
}

/// The events of a subject that made no difference, in the order of the case.
pub fn idle(case: &Case, report: &Report, subject: SubjectIdx) -> Vec<Idle> {
    let Some(life) = report.lives.get(subject) else { return Vec::new() };
    let mut moved = vec![false; case.events.len()];
    let mut zero: Vec<Option<(Why, Option<RuleIdx>)>> = vec![None; case.events.len()];
    for line in &life.lines {
        let Some(event) = line.event else { continue };
        if matters(line) {
            moved[event] = true;
        } else {
            zero[event] = zero[event].max(Some((why_zero(line), line.rule)));
        }
    }
    let idle = case.events.iter().enumerate().filter(|(idx, event)| event.subject == subject && !moved[*idx]);
    idle.map(|(event, _)| {
        let (why, rule) = zero[event].unwrap_or_else(|| why_not_applied(report, event));
        Idle { event, why, rule }
    })
    .collect()
}

/// Whether a line changed anything.
pub fn matters(line: &Line) -> bool {
    !line.applied.is_zero() || !matches!(line.entry, Entry::Posted(_) | Entry::Spilled { .. } | Entry::GivenBack { .. })
}

fn why_zero(line: &Line) -> Why {
    line.reductions.last().map_or(Why::WorthNothing, |it| Why::Reduced(it.by))
}

fn why_not_applied(report: &Report, event: EventIdx) -> (Why, Option<RuleIdx>) {
    let Some(outcome) = report.events.get(event).filter(|it| it.recorded) else { return (Why::Unrecorded, None) };
    let reasons = outcome.offers.iter().map(|it| {
        let why = match it.verdict {
            Verdict::Off => Why::RuleOff,
            Verdict::NotReported => Why::NotReported,
            Verdict::TestFailed => Why::TestFailed,
            Verdict::Dropped => Why::Dropped,
            Verdict::Applied => Why::WorthNothing,
        };
        (why, Some(it.rule))
    });
    reasons.max_by_key(|it| it.0).unwrap_or((Why::NoRule, None))
}
