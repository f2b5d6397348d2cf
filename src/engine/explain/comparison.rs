//! A loss in terms of what can be won.

use std::cmp::Reverse;

use crate::engine::Points;
use crate::engine::case::{Entry, Life};
use crate::engine::condition::Cond;
use crate::engine::model::{Amount, Case, LadderStep, Period, Rule, RuleIdx, Subject, SubjectIdx};

/// A loss in terms of what one rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// It is more than the rule's limit lets anybody win back in so many years.
    Years {
        /// The rule.
        rule: RuleIdx,
        /// The most that it gives in a calendar year.
        per_year: Points,
        /// Whole years of which all that can be won is still less than the loss; at least one.
        years: i64,
    },
    /// So many acts make up for it.
    Acts {
        /// The rule.
        rule: RuleIdx,
        /// The most that it gives for one act, or for one unit.
        each: Points,
        /// The fewest acts or units that give no less than the loss.
        acts: i64,
    },
    /// No rule gives points for anything.
    NoGain,
}

/// Compares a loss with the rule by which the subject won most; if it won nothing, with the rule that would give most.
pub(super) fn comparison(case: &Case, life: &Life, subject: SubjectIdx, loss: Points) -> Option<Comparison> {
    if !loss.is_gain() {
        return None;
    }
    let subject = case.subjects.get(subject)?;
    let open = |rule: &Rule| {
        let heard = rule.sources.meets(case.rulebook.sources_on);
        rule.on && heard && may_hold(&rule.cond, subject)
    };
    let won = |rule: RuleIdx| -> Points {
        let posted = life.lines.iter().filter(|it| matches!(it.entry, Entry::Posted(_)) && it.rule == Some(rule));
        posted.map(|it| it.applied.max(Points::ZERO)).sum()
    };
    let gains = case.rulebook.rules.iter().enumerate().filter(|it| open(it.1)).filter_map(|(idx, rule)| {
        let each = best_each(rule).filter(|it| it.is_gain())?;
        Some((idx, each, per_year(rule, each)))
    });
    // What can be won in a year without limit is more than any limit allows.
    let best = gains.max_by_key(|&(idx, each, per_year)| {
        let most = per_year.map_or((true, each), |it| (false, it));
        (won(idx), most, Reverse(idx))
    });
    let Some((rule, each, per_year)) = best else {
        return Some(Comparison::NoGain);
    };
    let years = per_year.map(|it| (it, (loss - Points::from_thousandths(1)).whole_units(it)));
    Some(match years {
        Some((per_year, years)) if years > 0 => Comparison::Years { rule, per_year, years },
        _ => Comparison::Acts { rule, each, acts: (loss + each - Points::from_thousandths(1)).whole_units(each) },
    })
}

/// The most that a rule gives for one act or unit.
fn best_each(rule: &Rule) -> Option<Points> {
    match &rule.points.as_ref()?.amount {
        Amount::Flat(points) | Amount::PerUnit { points, .. } => Some(*points),
        Amount::Ladder { steps, .. } => {
            let points = |it: &LadderStep| match it {
                LadderStep::Points(points) => Some(*points),
                LadderStep::All => None,
            };
            steps.iter().filter_map(points).max()
        }
    }
}

/// The most that a rule gives in a calendar year, if something limits it.
fn per_year(rule: &Rule, each: Points) -> Option<Points> {
    let limit = rule.limit?;
    let periods = match limit.per {
        Period::Month => 12,
        Period::Year => 1,
    };
    let by_unit = matches!(rule.points.as_ref()?.amount, Amount::PerUnit { .. });
    let by_times = limit.times.filter(|_| !by_unit).map(|it| each.times(i64::from(it)));
    let in_period = [limit.points, by_times].into_iter().flatten().min()?;
    Some(in_period.times(periods)).filter(|it| it.is_gain())
}

/// Whether some event could meet the condition for this subject.
fn may_hold(cond: &Cond, subject: &Subject) -> bool {
    match cond {
        Cond::All(parts) => parts.iter().all(|it| may_hold(it, subject)),
        Cond::Any(parts) => parts.iter().any(|it| may_hold(it, subject)),
        Cond::Subject(kind) => subject.kind == *kind,
        Cond::Group(group) => subject.group == Some(*group),
        Cond::Not(_) | Cond::Number { .. } | Cond::Choice { .. } => true,
    }
}
