//! Why an edit changed nothing in a life.

use std::collections::BTreeMap;

use crate::engine::case::{Entry, Life, Line, Report, Step, Verdict};
use crate::engine::model::{Case, ConsequenceIdx, Rule, RuleIdx, SubjectIdx};

/// What was edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// A rule.
    Rule(RuleIdx),
    /// A reward or penalty.
    Consequence(ConsequenceIdx),
    /// Anything else.
    Other,
}

/// Why an edit changed nothing in a life. Of a rule it is told how far the subject's events came with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoEffect {
    /// The rule is switched off.
    RuleOff,
    /// Nothing of the kind that the rule is about happens to the subject.
    NeverHappens,
    /// It happens, but no source in use recorded it.
    NotRecorded,
    /// It is recorded, but not by a source that the rule listens to.
    NotReported,
    /// It is reported, but the rule's tests fail.
    TestFailed,
    /// The rule matches, but another comes first or is stronger.
    Dropped,
    /// The rule applies, but there is nothing to count: no whole unit, or no points.
    NothingToCount,
    /// The rule applies, and this step decides how many points remain: a limit, a safeguard or the end of the scale.
    Cut(Step),
    /// It happens to an associate, but a safeguard keeps it from spilling over.
    NoSpillOver,
    /// The rule applies in full: what was edited makes no difference to what happens here.
    InFull,
    /// The consequence is not for such subjects.
    OtherSubjects,
    /// The subject is never in a band and never on a list that carries it.
    NeverCarried,
    /// The subject has not agreed to be scored.
    NoConsent,
    /// A safeguard spares everybody what nobody should go without.
    EssentialFloor,
    /// A safeguard keeps the penalty to its own domain.
    PurposeLimit,
    /// The consequence holds on the same days.
    HoldsAnyway,
    /// Nothing that was edited is counted in this life.
    NotCounted,
}

/// Why an edit changed nothing in a subject's life. `case` and `report` are those after the edit.
///
/// The answer only means something where [`shift`](super::shift()) finds nothing: of a rule that does move the score
/// it is [`NoEffect::InFull`].
pub fn why_no_effect(case: &Case, report: &Report, subject: SubjectIdx, edited: Edited) -> NoEffect {
    let Some(life) = report.lives.get(subject) else { return NoEffect::NotCounted };
    match edited {
        Edited::Rule(idx) => match case.rulebook.rules.get(idx) {
            Some(rule) => rule_without_effect(case, report, life, subject, (idx, rule)),
            None => NoEffect::NotCounted,
        },
        Edited::Consequence(idx) => consequence_without_effect(case, life, subject, idx),
        Edited::Other => NoEffect::NotCounted,
    }
}

fn rule_without_effect(
    case: &Case,
    report: &Report,
    life: &Life,
    subject: SubjectIdx,
    (idx, rule): (RuleIdx, &Rule),
) -> NoEffect {
    if !rule.on {
        return NoEffect::RuleOff;
    }
    let first_hand = |it: &&Line| matches!(it.entry, Entry::Posted(_) | Entry::Spilled { .. });
    let lines: Vec<&Line> = life.lines.iter().filter(|it| it.rule == Some(idx)).filter(first_hand).collect();
    if !lines.is_empty() {
        return what_remained(&lines);
    }
    let stage = events_of_kind(case, report, rule)
        .filter(|it| it.0 == subject)
        .map(|(_, outcome)| stage(outcome.offers.iter().find(|it| it.rule == idx).map(|it| it.verdict)))
        .max_by_key(|it| it.0);
    match stage {
        Some((_, reason)) => reason,
        None if spill_is_kept_back(case, report, subject, idx) => NoEffect::NoSpillOver,
        None => NoEffect::NeverHappens,
    }
}

/// The subjects of all events that the rule is about, and what became of them.
fn events_of_kind<'a>(
    case: &'a Case,
    report: &'a Report,
    rule: &'a Rule,
) -> impl Iterator<Item = (SubjectIdx, &'a crate::engine::case::Outcome)> {
    case.events.iter().zip(&report.events).filter(|it| it.0.kind == rule.kind).map(|it| (it.0.subject, it.1))
}

/// How far an event came with a rule, and the reason why no further.
const fn stage(verdict: Option<Verdict>) -> (u8, NoEffect) {
    match verdict {
        None => (0, NoEffect::NotRecorded),
        Some(Verdict::Off) => (1, NoEffect::RuleOff),
        Some(Verdict::NotReported) => (2, NoEffect::NotReported),
        Some(Verdict::TestFailed) => (3, NoEffect::TestFailed),
        Some(Verdict::Dropped) => (4, NoEffect::Dropped),
        Some(Verdict::Applied) => (5, NoEffect::InFull),
    }
}

/// What became of the points that a rule gave and took.
fn what_remained(lines: &[&Line]) -> NoEffect {
    let counted = || lines.iter().filter(|it| !it.nominal.is_zero());
    if counted().next().is_none() {
        return NoEffect::NothingToCount;
    }
    let mut times: BTreeMap<Step, usize> = BTreeMap::new();
    for line in counted() {
        match line.reductions.last() {
            Some(it) => *times.entry(it.by).or_default() += 1,
            None => return NoEffect::InFull,
        }
    }
    times.into_iter().rev().max_by_key(|it| it.1).map_or(NoEffect::InFull, |it| NoEffect::Cut(it.0))
}

/// Whether the rule applied to somebody whose points this subject would share in.
fn spill_is_kept_back(case: &Case, report: &Report, subject: SubjectIdx, idx: RuleIdx) -> bool {
    let Some(rule) = case.rulebook.rules.get(idx) else { return false };
    let Some(spill) = rule.points.as_ref().and_then(|it| it.spill) else { return false };
    let shares = |giver: SubjectIdx| {
        let associates = case.subjects.get(giver).map(|it| it.associates.iter());
        associates.into_iter().flatten().any(|it| it.0 == subject && spill.to.has(it.1 as usize))
    };
    let applied = |verdict: Verdict| verdict == Verdict::Applied;
    case.rulebook.safeguards.no_spill_over
        && events_of_kind(case, report, rule)
            .filter(|it| it.1.offers.iter().any(|it| it.rule == idx && applied(it.verdict)))
            .any(|it| shares(it.0))
}

fn consequence_without_effect(case: &Case, life: &Life, subject: SubjectIdx, idx: ConsequenceIdx) -> NoEffect {
    let safeguards = &case.rulebook.safeguards;
    let (Some(it), Some(subject)) = (case.rulebook.consequences.get(idx), case.subjects.get(subject)) else {
        return NoEffect::NotCounted;
    };
    if life.consequences.iter().any(|it| it.consequence == idx) {
        return NoEffect::HoldsAnyway;
    }
    if !it.who.has(subject.kind as usize) {
        return NoEffect::OtherSubjects;
    }
    let by_band = life.course.iter().any(|standing| it.bands.has(standing.band));
    let by_list = life.lines.iter().any(|line| matches!(line.entry, Entry::Listed { list } if it.lists.has(list)));
    match () {
        () if !by_band && !by_list => NoEffect::NeverCarried,
        () if !by_list && safeguards.consent && !subject.consents => NoEffect::NoConsent,
        () if it.penalty && it.essential && safeguards.essential_floor => NoEffect::EssentialFloor,
        () if it.penalty && safeguards.purpose_limit => NoEffect::PurposeLimit,
        () => NoEffect::HoldsAnyway,
    }
}

#[cfg(test)]
mod tests {
    use super::NoEffect::{self, *};
    use super::*;
    use crate::engine::Points;
    use crate::engine::condition::Cond;
    use crate::engine::explain::testing::{a_year, as_is, city, lists, person};
    use crate::engine::model::{Amount, Combine, Relation, Set, Spill, SubjectKind};

    #[track_caller]
    fn check(case: &Case, edited: Edited, expected: NoEffect) {
        assert_eq!(why_no_effect(case, &case.report(), 0, edited), expected);
    }

    /// A bill that costs 20 comes late once; help gives 2 and never happens.
    fn bill() -> Case {
        city().rule(0, -20, as_is).rule(1, 2, as_is).happens(0, &["2021-03-02"])
    }

    #[test]
    fn a_rule_says_how_far_events_came_with_it() {
        let safeguarded = |change: fn(&mut Case)| bill().but(change);
        let cases: [(NoEffect, Case); 12] = [
            (InFull, bill()),
            (RuleOff, safeguarded(|it| it.rule_at(0).on = false)),
            (NeverHappens, safeguarded(|it| it.events.clear())),
            (NotRecorded, safeguarded(|it| it.rulebook.sources_on = Set::default())),
            (NotReported, safeguarded(|it| it.rule_at(0).sources = Set::of(3))),
            (TestFailed, safeguarded(|it| it.rule_at(0).cond = Cond::Subject(SubjectKind::Business))),
            (Cut(Step::RuleLimit), safeguarded(|it| it.rule_at(0).limit = a_year(10))),
            (Cut(Step::EventCap), safeguarded(|it| it.rulebook.safeguards.event_cap = Some(Points::whole(5)))),
            (Cut(Step::YearCap), safeguarded(|it| it.rulebook.safeguards.year_cap = Some(Points::whole(5)))),
            (Cut(Step::ScaleEnd), safeguarded(|it| it.rulebook.scale.start = Points::ZERO)),
            (Cut(Step::NoCliff), {
                let fall = |it: &mut Case| it.rulebook.safeguards.no_cliff = true;
                bill().but(fall).but(|it| it.rule_at(0).points.iter_mut().for_each(|it| it.amount = flat(-500)))
            }),
            (NothingToCount, {
                let amount = Amount::PerUnit { points: Points::whole(-1), field: 0, unit: Points::whole(100) };
                bill().but(|it| it.rule_at(0).points.iter_mut().for_each(|it| it.amount = amount.clone()))
            }),
        ];
        for (expected, case) in cases {
            check(&case, Edited::Rule(0), expected);
        }
        check(&bill(), Edited::Rule(1), NeverHappens);
        let twice = bill().rule(0, -5, as_is).but(|it| it.rulebook.combine = Combine::First);
        check(&twice, Edited::Rule(2), Dropped);
        let list = bill().rule(0, 0, |it| lists(it, 0, None));
        check(&list, Edited::Rule(2), InFull);
    }

    fn flat(points: i64) -> Amount {
        Amount::Flat(Points::whole(points))
    }

    #[test]
    fn one_time_in_full_is_in_full_and_else_the_commonest_step_is_named() {
        let twice = bill().happens(0, &["2021-04-02", "2022-05-02"]);
        check(&twice.clone().but(|it| it.rule_at(0).limit = a_year(30)), Edited::Rule(0), InFull);
        let cut = twice.but(|it| it.rule_at(0).limit = a_year(10)).but(|it| it.rulebook.scale.start = Points::whole(3));
        // 3 points of 10 are there to lose; then the limit, then the scale's end again.
        check(&cut, Edited::Rule(0), Cut(Step::ScaleEnd));
    }

    #[test]
    fn what_happens_to_an_associate_may_be_kept_back() {
        let spill = Spill { share: 500, to: Set::of(Relation::Household as usize) };
        let household = city()
            .rule(0, -20, |it| it.points.iter_mut().for_each(|it| it.spill = Some(spill)))
            .but(|it| it.subjects.push(person()))
            .but(|it| it.subjects[1].associates.push((0, Relation::Household)))
            .happens_to(1, 0, &["2021-03-02"]);
        check(&household, Edited::Rule(0), InFull);
        let kept_back = household.but(|it| it.rulebook.safeguards.no_spill_over = true);
        check(&kept_back, Edited::Rule(0), NoSpillOver);
        check(&kept_back.but(|it| it.subjects[1].associates.clear()), Edited::Rule(0), NeverHappens);
    }

    #[test]
    fn a_consequence_says_why_it_does_not_hold() {
        let case = || bill().consequence(true, &[3], |it| it.essential = true);
        let first = Edited::Consequence(0);
        check(&case(), first, HoldsAnyway);
        check(&case().but(|it| it.rulebook.consequences[0].who = Set::of(1)), first, OtherSubjects);
        check(&case().but(|it| it.rulebook.consequences[0].bands = Set::of(0)), first, NeverCarried);
        let asked = case().but(|it| it.rulebook.safeguards.consent = true).but(|it| it.subjects[0].consents = false);
        check(&asked, first, NoConsent);
        check(&case().but(|it| it.rulebook.safeguards.essential_floor = true), first, EssentialFloor);
        check(&case().but(|it| it.rulebook.safeguards.purpose_limit = true), first, PurposeLimit);
    }

    #[test]
    fn what_is_not_there_is_not_counted() {
        check(&bill(), Edited::Other, NotCounted);
        check(&bill(), Edited::Rule(9), NotCounted);
        check(&bill(), Edited::Consequence(9), NotCounted);
        assert_eq!(why_no_effect(&bill(), &bill().report(), 9, Edited::Rule(0)), NotCounted);
    }
}
