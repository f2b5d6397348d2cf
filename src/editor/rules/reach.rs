//! What each rule did in one life, and why one did nothing.

use crate::engine::Points;
use crate::engine::case::{Basis, Entry, Verdict};
use crate::engine::model::SubjectIdx;
use crate::scenario::Outcome;

/// What a rule did in one life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many events of its kind happened.
    pub events: usize,
    /// How many events it applied to.
    pub times: usize,
    /// The points that it gave and took there, together.
    pub points: Points,
    /// Whether it names points at all.
    pub has_points: bool,
    /// How many associates' postings came over from it.
    pub spilled: usize,
    /// The points that came over.
    pub spilled_points: Points,
    /// Why nothing came of it; `None` if something did.
    pub idle: Option<Idle>,
}

/// Why nothing came of a rule in one life, and for how many events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// It is switched off.
    Off,
    /// Nothing of its kind happened.
    NothingHappened,
    /// Nobody recorded these events, or no source in use.
    Unrecorded(usize),
    /// Other sources than the rule's recorded these events.
    NotReported(usize),
    /// These events failed its tests.
    TestFailed(usize),
    /// Another rule came first or was stronger.
    Dropped(usize),
    /// These events were too small for a whole unit.
    TooSmall(usize),
    /// A limit, a safeguard or the end of the scale left nothing of it.
    NothingLeft(usize),
}

/// How often each thing became of a rule.
#[derive(Clone, Copy, Default)]
struct Tally {
    offered: usize,
    verdicts: [usize; 5],
    too_small: usize,
    nothing_left: usize,
}

/// What each rule did in the life of a subject, in rulebook order.
pub fn reach(outcome: &Outcome, subject: SubjectIdx) -> Vec<Reach> {
    let case = &outcome.lowered.case;
    let rules = &case.rulebook.rules;
    let mut reaches = vec![Reach::default(); rules.len()];
    let mut tallies = vec![Tally::default(); rules.len()];
    for (event, became) in case.events.iter().zip(&outcome.report.events).filter(|it| it.0.subject == subject) {
        for offer in &became.offers {
            tallies[offer.rule].verdicts[offer.verdict as usize] += 1;
        }
        for &rule in &case.rulebook.rules_of_kind[event.kind] {
            tallies[rule].offered += 1;
        }
    }
    for line in outcome.report.lives.get(subject).into_iter().flat_map(|it| &it.lines) {
        let Some(rule) = line.rule else { continue };
        let (reach, tally) = (&mut reaches[rule], &mut tallies[rule]);
        match line.entry {
            Entry::Posted(basis) => {
                reach.points += line.applied;
                if basis == Basis::Units(0) {
                    tally.too_small += 1;
                } else if line.applied.is_zero() {
                    tally.nothing_left += 1;
                }
            }
            Entry::Spilled { .. } => {
                reach.spilled += 1;
                reach.spilled_points += line.applied;
            }
            _ => {}
        }
    }
    for ((reach, tally), rule) in reaches.iter_mut().zip(&tallies).zip(rules) {
        reach.events = tally.offered;
        reach.times = tally.verdicts[Verdict::Applied as usize];
        reach.has_points = rule.points.is_some();
        let only_points = rule.ceiling.is_none() && rule.listings.is_empty() && rule.delistings.is_empty();
        let did_something = reach.spilled > 0
            || reach.times > 0 && (!only_points || tally.too_small + tally.nothing_left < reach.times);
        reach.idle = (!did_something).then(|| idle(tally, rule.on));
    }
    reaches
}

fn idle(tally: &Tally, on: bool) -> Idle {
    let of = |it: Verdict| tally.verdicts[it as usize];
    if !on {
        Idle::Off
    } else if tally.offered == 0 {
        Idle::NothingHappened
    } else if tally.nothing_left > 0 {
        Idle::NothingLeft(tally.nothing_left)
    } else if tally.too_small > 0 {
        Idle::TooSmall(tally.too_small)
    } else if of(Verdict::Dropped) > 0 {
        Idle::Dropped(of(Verdict::Dropped))
    } else if of(Verdict::TestFailed) > 0 {
        Idle::TestFailed(of(Verdict::TestFailed))
    } else if of(Verdict::NotReported) > 0 {
        Idle::NotReported(of(Verdict::NotReported))
    } else {
        Idle::Unrecorded(tally.offered)
    }
}

/// What became of the offer of one event to each rule that was offered it, by the rule's place. `None` if nobody
/// recorded the event.
pub fn verdicts(outcome: &Outcome, event: usize) -> Option<Vec<(usize, Verdict)>> {
    let became = outcome.report.events.get(event).filter(|it| it.recorded)?;
    Some(became.offers.iter().map(|it| (it.rule, it.verdict)).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::scenario::{Scenario, evaluate};

    /// A life with two late bills of 30 and 250 yuan, kept by one rule.
    fn check(rule: &Value, patch: &Value, expected: (usize, i64, Option<Idle>)) {
        let mut document = json!({
            "version": 1, "title": "t", "mechanism": "score", "standing": "invented",
            "first_day": "2020-01-01", "last_day": "2020-12-31",
            "kinds": [
                { "id": "bill", "label": "b", "short": "b", "sources": ["bank"],
                  "fields": [{ "id": "sum", "label": "Sum", "unit": "yuan" }] },
                { "id": "other", "label": "o", "short": "o", "sources": ["bank"] }
            ],
            "rulebook": {
                "scale": { "lowest": 0, "highest": 100, "start": 50 }, "bands": [{ "id": "A", "from": 0 }],
                "sources": [{ "id": "bank", "label": "bank", "sort": "bank" }, { "id": "court", "label": "c", "sort": "court" }],
                "rules": [{ "id": "r", "kind": "bill", "standing": "invented", "points": { "amount": -5 } }]
            },
            "cast": [{ "id": "mei", "name": "Mei", "kind": "person" }],
            "events": [
                { "id": "e1", "subject": "mei", "kind": "bill", "day": "2020-02-01", "fields": { "sum": 30 } },
                { "id": "e2", "subject": "mei", "kind": "bill", "day": "2020-03-01", "fields": { "sum": 250 } }
            ]
        });
        let merge = |into: &mut Value, from: &Value| {
            for (key, value) in from.as_object().unwrap() {
                into[key] = value.clone();
            }
        };
        merge(&mut document["rulebook"]["rules"][0], rule);
        merge(&mut document["rulebook"], patch);
        let scenario: Scenario = serde_json::from_value(document).unwrap();
        let it = reach(&evaluate(&scenario).unwrap(), 0)[0];
        assert_eq!((it.times, it.points, it.idle), (expected.0, Points::whole(expected.1), expected.2), "{rule}");
    }

    #[test]
    fn a_rule_says_what_it_did_or_why_it_did_nothing() {
        let none = json!({});
        let per = |unit: i64| json!({ "points": { "amount": -5, "per": { "field": "sum", "unit": unit } } });
        let at_least = |sum: i64| json!({ "when": { "number": { "field": "sum", "is": "at-least", "value": sum } } });
        let source_off = json!({ "sources": [{ "id": "bank", "label": "b", "sort": "bank", "on": false }] });
        let first = json!({ "combine": "first", "rules": [
            { "id": "r0", "kind": "other", "standing": "invented", "points": { "amount": -5 } }] });
        check(&none, &none, (2, -10, None));
        check(&json!({ "on": false }), &none, (0, 0, Some(Idle::Off)));
        check(&json!({ "kind": "other" }), &none, (0, 0, Some(Idle::NothingHappened)));
        check(&none, &source_off, (0, 0, Some(Idle::Unrecorded(2))));
        check(&json!({ "reported_by": ["court"] }), &none, (0, 0, Some(Idle::NotReported(2))));
        check(&at_least(300), &none, (0, 0, Some(Idle::TestFailed(2))));
        check(&at_least(100), &none, (1, -5, None));
        check(&per(100), &none, (2, -10, None));
        check(&per(300), &none, (2, 0, Some(Idle::TooSmall(2))));
        check(&json!({ "limit": { "per": "year", "times": 0 } }), &none, (2, 0, Some(Idle::NothingLeft(2))));
        check(&none, &first, (0, 0, Some(Idle::NothingHappened)));
    }
}
