//! What one act is worth in units of another: "one late bill is 80 hours of volunteering".
//!
//! *Modelling choice.* An act is worth what it moves a fresh account: one without any event, that stands in the middle of
//! the scale, so that neither end cuts anything off. Limits, ladders and safeguards apply as they do to a first time.

use crate::engine::Points;
use crate::engine::case::run;
use crate::engine::model::{Amount, Case, Event, KindIdx, Period, RuleIdx, SubjectIdx};

use super::acts::{Doable, Effort, example};

/// An act with its worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// What.
    pub kind: KindIdx,
    /// The rule that it is an example of.
    pub rule: RuleIdx,
    /// The values of the event.
    pub values: Vec<Points>,
    /// The points by which it moves a fresh account. Never zero.
    pub points: Points,
    /// What it costs someone who chooses to do it.
    pub effort: Effort,
    /// Whether somebody can choose to do it.
    pub is_choice: bool,
    /// The most points a year that limits leave, if they limit it.
    pub yearly: Option<Points>,
}

/// A positive fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub of: i64,
    /// Below the line.
    pub to: i64,
}

impl Ratio {
    /// One amount divided by another, both as distances from zero; nothing, if the other is zero.
    pub fn new(of: Points, to: Points) -> Option<Self> {
        let (of, to) = (of.abs().thousandths(), to.abs().thousandths());
        let divisor = divisor(of, to);
        (to > 0).then(|| Self { of: of / divisor, to: to / divisor })
    }

    /// So many times an amount, rounded to the nearest thousandth, half away from zero.
    pub fn times(self, amount: Points) -> Points {
        let product = i128::from(amount.thousandths()) * i128::from(self.of);
        let to = i128::from(self.to.max(1));
        let half = if product < 0 { -to / 2 } else { to / 2 };
        Points::from_thousandths(i64::try_from((product + half) / to).unwrap_or(i64::MAX))
    }

    /// Rounded up to a whole number.
    pub const fn whole(self) -> i64 {
        (self.of + self.to - 1) / self.to
    }
}

fn divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a.max(1) } else { divisor(b, a % b) }
}

/// How many times one act must be done to weigh as much as another.
pub fn rate(one: &Worth, in_units_of: &Worth) -> Option<Ratio> {
    Ratio::new(one.points, in_units_of.points)
}

/// One act for each rule that can apply to the subject and moves a fresh account, by kind, then by rule.
pub fn worths(case: &Case, subject: SubjectIdx, doables: &[Doable]) -> Vec<Worth> {
    let mut worths: Vec<Worth> = Vec::new();
    for (kind, doable) in doables.iter().enumerate() {
        for &rule in case.rulebook.rules_of_kind.get(kind).into_iter().flatten() {
            let Some(values) = example(case, subject, kind, doable, rule) else { continue };
            let points = fresh(case, subject, kind, doable, &values);
            if !points.is_zero() && !worths.iter().any(|it| it.kind == kind && it.values == values) {
                let (effort, is_choice) = (doable.effort_of(&values), doable.is_choice);
                let yearly = yearly(case, rule);
                worths.push(Worth { kind, rule, values, points, effort, is_choice, yearly });
            }
        }
    }
    worths
}

/// The points by which an event moves a fresh account.
pub fn fresh(case: &Case, subject: SubjectIdx, kind: KindIdx, doable: &Doable, values: &[Points]) -> Points {
    let (day, fields, recorded_by) = (case.first, values.to_vec(), doable.sources);
    let event = Event { subject, kind, day, fields, recorded_by, corrected: None };
    let (rulebook, subjects) = (case.rulebook.clone(), case.subjects.clone());
    let mut fresh = Case { first: day, last: day, rulebook, subjects, events: vec![event] };
    let scale = &mut fresh.rulebook.scale;
    let middle = (scale.highest - scale.lowest).per_mille(500);
    scale.start = scale.lowest + middle;
    let start = scale.start;
    run(&fresh).lives.get(subject).map_or(Points::ZERO, |it| it.end().score - start)
}

/// The most points that a rule gives or takes in a year, if its limit, or its limit and its amount, say so.
pub fn yearly(case: &Case, rule: RuleIdx) -> Option<Points> {
    let rule = case.rulebook.rules.get(rule)?;
    let limit = rule.limit?;
    let periods = match limit.per {
        Period::Month => 12,
        Period::Year => 1,
    };
    let by_times = limit.times.and_then(|times| match rule.points.as_ref()?.amount {
        Amount::Flat(points) => Some(points.abs().times(i64::from(times))),
        _ => None,
    });
    let most = limit.points.into_iter().chain(by_times).min()?;
    Some(most.times(periods))
}
