//! Small cases for tests: one scale, a few subjects, and whatever a test adds.

use crate::engine::case::{Report, run};
use crate::engine::condition::Cond;
use crate::engine::model::{
    Amount, Case, Combine, Consequence, Event, KindIdx, Limit, ListIdx, ListingEffect, Period, PointsEffect, Rule,
    RuleIdx, Rulebook, Safeguards, Scale, Set, Subject, SubjectIdx, SubjectKind,
};
use crate::engine::{Day, Points};

/// D, C, B, A, AA and AAA of a scale from 0 to 1100.
pub(crate) const CITY: [i64; 6] = [0, 600, 850, 960, 1030, 1050];
/// The number of kinds of events.
const KINDS: usize = 6;

/// A day by its name.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Five years of one person's life that starts with 1000 points, without rules, events or consequences.
pub(crate) fn city() -> Case {
    case(&CITY, 1100, 1000)
}

/// Five years of one person's life on a scale.
pub(crate) fn case(bands: &[i64], highest: i64, start: i64) -> Case {
    Case {
        first: day("2021-01-01"),
        last: day("2025-12-31"),
        rulebook: Rulebook {
            scale: Scale {
                lowest: Points::whole(bands[0]),
                highest: Points::whole(highest),
                start: Points::whole(start),
            },
            bands: bands.iter().copied().map(Points::whole).collect(),
            combine: Combine::All,
            fading: 0,
            sources_on: Set::of(0),
            rules: Vec::new(),
            rules_of_kind: vec![Vec::new(); KINDS],
            domain_of_kind: vec![None; KINDS],
            consequences: Vec::new(),
            safeguards: Safeguards::default(),
        },
        subjects: vec![person()],
        events: Vec::new(),
    }
}

/// A person who has agreed to everything.
pub(crate) fn person() -> Subject {
    Subject { kind: SubjectKind::Person, group: None, consents: true, associates: Vec::new() }
}

impl Case {
    /// Adds a rule that gives or takes points for a kind of event, and then changes it.
    pub(crate) fn rule(mut self, kind: KindIdx, points: i64, change: impl FnOnce(&mut Rule)) -> Self {
        let amount = Amount::Flat(Points::whole(points));
        let mut rule = Rule {
            kind,
            on: true,
            sources: Set(u64::MAX),
            cond: Cond::ALWAYS,
            points: (points != 0).then_some(PointsEffect { amount, months: None, spill: None }),
            ceiling: None,
            listings: Vec::new(),
            delistings: Vec::new(),
            limit: None,
        };
        change(&mut rule);
        self.rulebook.rules_of_kind[kind].push(self.rulebook.rules.len());
        self.rulebook.rules.push(rule);
        self
    }

    /// Lets something happen to the first subject on some days.
    pub(crate) fn happens(self, kind: KindIdx, days: &[&str]) -> Self {
        self.happens_to(0, kind, days)
    }

    /// Lets something happen to a subject on some days.
    pub(crate) fn happens_to(mut self, subject: SubjectIdx, kind: KindIdx, days: &[&str]) -> Self {
        self.events.extend(days.iter().map(|it| Event {
            subject,
            kind,
            day: day(it),
            fields: Vec::new(),
            recorded_by: Set::of(0),
            corrected: None,
        }));
        self
    }

    /// Adds a consequence of bands, and then changes it.
    pub(crate) fn consequence(mut self, penalty: bool, bands: &[usize], change: impl FnOnce(&mut Consequence)) -> Self {
        let mut it = Consequence {
            penalty,
            domain: 0,
            essential: false,
            bands: bands.iter().copied().collect(),
            lists: Set::default(),
            who: Set::of(0).with(1),
        };
        change(&mut it);
        self.rulebook.consequences.push(it);
        self
    }

    /// Changes anything.
    pub(crate) fn but(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The rule at a place, to be changed.
    pub(crate) fn rule_at(&mut self, idx: RuleIdx) -> &mut Rule {
        &mut self.rulebook.rules[idx]
    }

    /// What follows.
    pub(crate) fn report(&self) -> Report {
        run(self)
    }
}

/// A limit of so many points a year.
pub(crate) fn a_year(points: i64) -> Option<Limit> {
    Some(Limit { per: Period::Year, points: Some(Points::whole(points)), times: None })
}

/// Puts the subject on a list.
pub(crate) fn lists(rule: &mut Rule, list: ListIdx, months: Option<u32>) {
    rule.listings.push(ListingEffect { list, months });
}

/// Changes nothing.
pub(crate) fn as_is<T>(_: &mut T) {}
