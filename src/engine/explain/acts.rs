//! What a subject could do to earn points, and what that costs.
//!
//! An act is an event with the smallest values that a rule in use gives points for. Which kinds of events somebody can
//! choose, and what they cost, is not the rulebook's business and not the engine's: it comes in as [`Doable`].
//!
//! *Modelling choices.* A value is tried only where a test or a unit of the rules changes its answer, whole numbers
//! before others and none below zero unless nothing else fits. More of the same means more of the number that a rule
//! counts by.

use std::collections::BTreeSet;

use crate::engine::condition::{Comparison, Cond};
use crate::engine::model::{Amount, Case, Event, KindIdx, LadderStep, Rule, RuleIdx, Set, SubjectIdx, SubjectKind};
use crate::engine::{Day, Points};

/// No act is looked at with more combinations of values than this.
const COMBINATIONS: usize = 4_096;
/// No event holds more units than this.
const UNITS: i64 = 1_000;

/// Time and money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Hours.
    pub hours: Points,
    /// Money.
    pub money: Points,
}

impl Effort {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { hours: self.hours + other.hours, money: self.money + other.money }
    }

    /// So many times as much; nothing, if that is below zero.
    #[must_use]
    pub fn times(self, number: Points) -> Self {
        let share = |it: Points| {
            let product = i128::from(it.thousandths()) * i128::from(number.thousandths().max(0));
            Points::from_thousandths(i64::try_from((product + 500) / 1000).unwrap_or(i64::MAX))
        };
        Self { hours: share(self.hours), money: share(self.money) }
    }

    /// Both as one number, if an hour counts as much as so much money. In millionths of the currency.
    pub fn worth(self, hour: Points) -> i128 {
        i128::from(self.hours.thousandths()) * i128::from(hour.thousandths())
            + i128::from(self.money.thousandths()) * 1000
    }
}

/// What must be known about a kind of event before it can be made to happen.
#[derive(Clone, Debug)]
pub struct Doable {
    /// Who it can happen to; both, if absent.
    pub who: Option<SubjectKind>,
    /// Its fields.
    pub fields: Vec<DoableField>,
    /// The sources that record it.
    pub sources: Set,
    /// What one such act costs, whatever its fields hold.
    pub effort: Effort,
    /// Whether somebody can choose to do it.
    pub is_choice: bool,
}

/// A field of a kind of event.
#[derive(Clone, Copy, Debug)]
pub struct DoableField {
    /// The value of an event that does not say.
    pub usual: Points,
    /// How many choices it has; none, if it holds a number.
    pub choices: usize,
    /// What one of the number costs.
    pub effort: Effort,
}

impl Doable {
    /// What an act with these values costs.
    pub fn effort_of(&self, values: &[Points]) -> Effort {
        let fields = self.fields.iter().zip(values).filter(|it| it.0.choices == 0);
        fields.fold(self.effort, |sum, (field, value)| sum.plus(field.effort.times(*value)))
    }
}

/// Something that a subject could do.
#[derive(Clone, Debug)]
pub struct Act {
    /// What.
    pub kind: KindIdx,
    /// The values of one unit of it.
    pub values: Vec<Points>,
    /// The field that grows with the units, and by how much. `None`: one event is one unit.
    pub grows: Option<(usize, Points)>,
    /// The most units that one event can hold without meeting other rules.
    pub most: i64,
    /// The rules that give points for it, by rulebook order.
    pub rules: Vec<RuleIdx>,
    /// The sources that record it.
    pub sources: Set,
    /// What the first unit of an event costs.
    pub first: Effort,
    /// What each further unit of the same event costs.
    pub further: Effort,
}

impl Act {
    /// The event of so many units on a day.
    pub fn event(&self, subject: SubjectIdx, day: Day, units: i64) -> Event {
        let fields = self.values_of(units);
        Event { subject, kind: self.kind, day, fields, recorded_by: self.sources, corrected: None }
    }

    /// The values of an event of so many units.
    pub fn values_of(&self, units: i64) -> Vec<Points> {
        let mut values = self.values.clone();
        if let Some((field, step)) = self.grows
            && let Some(value) = values.get_mut(field)
        {
            *value += step.times(units - 1);
        }
        values
    }

    /// What one event of so many units costs.
    pub fn effort(&self, units: i64) -> Effort {
        self.first.plus(self.further.times(Points::whole(units - 1)))
    }
}

/// Every act by which a subject can earn points, by kind, then by rule.
pub fn acts(case: &Case, subject: SubjectIdx, doables: &[Doable]) -> Vec<Act> {
    let mut acts: Vec<Act> = Vec::new();
    for (kind, doable) in doables.iter().enumerate().filter(|it| it.1.is_choice) {
        for rule in rules_heard(case, kind, doable).filter(|it| gives(&case.rulebook.rules[*it])) {
            let Some(values) = smallest(case, subject, kind, doable, rule) else { continue };
            if !acts.iter().any(|it| it.kind == kind && it.values == values) {
                let act = act(case, subject, kind, doable, values);
                // Where several rules give points, a few small events may bring more than one large one.
                let small = (act.grows.is_some() && act.rules.len() > 1).then(|| Act {
                    grows: None,
                    most: 1,
                    further: act.first,
                    ..act.clone()
                });
                acts.push(act);
                acts.extend(small);
            }
        }
    }
    acts
}

/// The values of an event of a kind to which a rule applies: the usual ones if they do, else the smallest that do.
pub fn example(case: &Case, subject: SubjectIdx, kind: KindIdx, doable: &Doable, rule: RuleIdx) -> Option<Vec<Points>> {
    let usual: Vec<Points> = doable.fields.iter().map(|it| it.usual).collect();
    let fits = doable.who.is_none_or(|it| it == case.subjects[subject].kind)
        && rules_heard(case, kind, doable).any(|it| it == rule)
        && counts(case, subject, kind, doable, rule, &usual);
    if fits { Some(usual) } else { smallest(case, subject, kind, doable, rule) }
}

fn act(case: &Case, subject: SubjectIdx, kind: KindIdx, doable: &Doable, values: Vec<Points>) -> Act {
    let met = |values: &[Points]| -> Vec<RuleIdx> {
        let all = rules_heard(case, kind, doable);
        all.filter(|it| holds(case, subject, kind, doable, *it, values)).collect()
    };
    let all = met(&values);
    let of = |rule: &RuleIdx| &case.rulebook.rules[*rule];
    let rules: Vec<RuleIdx> = all.iter().copied().filter(|it| gives(of(it))).collect();
    let grows = rules.iter().find_map(|it| match of(it).points.as_ref()?.amount {
        Amount::PerUnit { field, unit, .. } => Some((field, unit)),
        _ => None,
    });
    let first = doable.effort_of(&values);
    let further = grows.and_then(|it| Some(doable.fields.get(it.0)?.effort.times(it.1))).unwrap_or(first);
    let mut act = Act { kind, values, grows, most: 1, rules, sources: doable.sources, first, further };
    if grows.is_some() {
        act.most = (2..=UNITS).take_while(|it| met(&act.values_of(*it)) == all).last().unwrap_or(1);
    }
    act
}

/// The rules in use for a kind that hear of it.
fn rules_heard<'a>(case: &'a Case, kind: KindIdx, doable: &'a Doable) -> impl Iterator<Item = RuleIdx> + 'a {
    let heard = doable.sources.both(case.rulebook.sources_on);
    let rules = case.rulebook.rules_of_kind.get(kind).into_iter().flatten().copied();
    rules.filter(move |it| {
        let rule = &case.rulebook.rules[*it];
        rule.on && rule.sources.meets(heard)
    })
}

/// Whether a rule ever gives points.
fn gives(rule: &Rule) -> bool {
    rule.points.as_ref().is_some_and(|it| match &it.amount {
        Amount::Flat(points) | Amount::PerUnit { points, .. } => points.is_gain(),
        Amount::Ladder { steps, .. } => steps.iter().any(|it| matches!(it, LadderStep::Points(it) if it.is_gain())),
    })
}

fn holds(case: &Case, subject: SubjectIdx, kind: KindIdx, doable: &Doable, rule: RuleIdx, values: &[Points]) -> bool {
    let (fields, recorded_by) = (values.to_vec(), doable.sources);
    let event = Event { subject, kind, day: case.first, fields, recorded_by, corrected: None };
    case.rulebook.rules[rule].cond.holds(&event.fields, &case.subjects[subject])
}

/// Whether the rule applies, with at least one whole unit if it counts units.
fn counts(case: &Case, subject: SubjectIdx, kind: KindIdx, doable: &Doable, rule: RuleIdx, values: &[Points]) -> bool {
    let whole = match case.rulebook.rules[rule].points.as_ref().map(|it| &it.amount) {
        Some(Amount::PerUnit { field, unit, .. }) => values.get(*field).is_some_and(|it| it.whole_units(*unit) > 0),
        _ => true,
    };
    whole && holds(case, subject, kind, doable, rule, values)
}

/// The values with the least effort to which a rule applies; of several, the smallest.
fn smallest(case: &Case, subject: SubjectIdx, kind: KindIdx, doable: &Doable, rule: RuleIdx) -> Option<Vec<Points>> {
    if doable.who.is_some_and(|it| it != case.subjects[subject].kind) {
        return None;
    }
    let key = |values: &Vec<Points>| {
        let effort = doable.effort_of(values);
        let fields = || doable.fields.iter().zip(values);
        let unusual = fields().filter(|it| it.0.choices > 0 && it.0.usual != *it.1).count();
        let numbers: Points = fields().filter(|it| it.0.choices == 0).map(|it| it.1.abs()).sum();
        (effort.hours + effort.money, unusual, numbers)
    };
    [true, false].into_iter().find_map(|plain| {
        let mut combinations = vec![Vec::new()];
        for (field, it) in doable.fields.iter().enumerate() {
            let values = candidates(case, kind, field, *it, plain);
            let longer = combinations.iter().flat_map(|begin: &Vec<Points>| {
                values.iter().map(move |it| begin.iter().copied().chain([*it]).collect())
            });
            combinations = longer.take(COMBINATIONS).collect();
        }
        combinations.retain(|it| counts(case, subject, kind, doable, rule, it));
        combinations.into_iter().min_by_key(key)
    })
}

/// The values of a field at which some rule of the kind changes its answer.
fn candidates(case: &Case, kind: KindIdx, field: usize, it: DoableField, plain: bool) -> Vec<Points> {
    if it.choices > 0 {
        return (0..i64::try_from(it.choices).unwrap_or(i64::MAX)).map(Points::whole).collect();
    }
    let mut values: BTreeSet<Points> = [Points::ZERO, it.usual].into();
    let mut units = Vec::new();
    for rule in case.rulebook.rules_of_kind.get(kind).into_iter().flatten() {
        let rule = &case.rulebook.rules[*rule];
        tested(&rule.cond, field, plain, &mut values);
        if let Some(Amount::PerUnit { field: counted, unit, .. }) = rule.points.as_ref().map(|it| &it.amount)
            && *counted == field
        {
            units.push(*unit);
        }
    }
    let whole: Vec<Points> = units
        .into_iter()
        .flat_map(|unit| {
            let ends = values.iter().map(move |it| unit.times(it.whole_units(unit) + 1));
            ends.chain([unit]).collect::<Vec<_>>()
        })
        .collect();
    values.extend(whole);
    values.into_iter().filter(|it| !plain || !it.is_loss()).collect()
}

/// The numbers around those with which a condition compares a field.
fn tested(cond: &Cond, field: usize, plain: bool, values: &mut BTreeSet<Points>) {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|it| tested(it, field, plain, values)),
        Cond::Not(part) => tested(part, field, plain, values),
        Cond::Number { field: compared, is, value } if *compared == field => {
            let step = if plain { Points::whole(1) } else { Points::from_thousandths(1) };
            values.insert(*value);
            if *is != Comparison::AtLeast || !plain {
                values.extend([*value - step, *value + step]);
            } else {
                values.insert(*value - step);
            }
        }
        _ => {}
    }
}
