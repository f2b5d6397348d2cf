//! The part of a case that decides about one subject on one day, to be computed again and again with something left out.

use crate::engine::case::{Entry, Standing, run};
use crate::engine::model::{Case, Event, EventIdx, Rule, RuleIdx, Set, SubjectIdx};
use crate::engine::{Day, Points};

/// A small case that gives one subject the same score and band on one day as the whole case.
///
/// It holds the subject and everybody whose points can reach it, through however many hands: one hop alone would not be
/// exact, because what an associate passes on depends on that associate's own score. It ends on the day; what happens
/// later, and what meets no rule, is left out; consequences are, because nothing follows from them.
#[derive(Clone, Debug)]
pub struct Excerpt {
    case: Case,
    subject: SubjectIdx,
    day: Day,
    /// For each event, its place in the whole case.
    events: Vec<EventIdx>,
    /// For each event, who recorded it when it is present.
    recorded_by: Vec<Set>,
}

impl Excerpt {
    /// The excerpt about a subject on a day. None if there is no such subject.
    pub fn of(case: &Case, subject: SubjectIdx, day: Day) -> Option<Self> {
        case.subjects.get(subject)?;
        let inside = reaching(case, subject);
        let place = |it: SubjectIdx| inside.binary_search(&it).ok();
        let subjects = inside.iter().map(|it| {
            let mut subject = case.subjects[*it].clone();
            let associates = subject.associates.iter();
            subject.associates = associates.filter_map(|it| Some((place(it.0)?, it.1))).collect();
            subject
        });
        let day = day.clamp(case.first, case.last.max(case.first));
        let mut small = Case {
            first: case.first,
            last: day,
            rulebook: case.rulebook.clone(),
            subjects: subjects.collect(),
            events: Vec::new(),
        };
        small.rulebook.consequences.clear();
        let mut events = Vec::new();
        for (idx, event) in case.events.iter().enumerate() {
            let Some(owner) = place(event.subject) else { continue };
            if event.day <= day && matching(case, event).next().is_some() {
                small.events.push(Event { subject: owner, ..event.clone() });
                events.push(idx);
            }
        }
        let recorded_by = small.events.iter().map(|it| it.recorded_by).collect();
        Some(Self { subject: place(subject)?, case: small, day, events, recorded_by })
    }

    /// Score and band of the subject at the end of the day.
    pub fn standing(&self) -> Standing {
        run(&self.case).lives[self.subject].at(self.day)
    }

    /// The most that one event of the subject would cost it if no safeguard limited that.
    pub fn dearest_event(&self) -> Points {
        let mut case = self.case.clone();
        case.rulebook.safeguards.event_cap = None;
        let life = &run(&case).lives[self.subject];
        let mut costs = vec![Points::ZERO; case.events.len()];
        for line in life.lines.iter().filter(|it| it.applied.is_loss() && !matches!(it.entry, Entry::GivenBack { .. }))
        {
            if let Some(event) = line.event {
                costs[event] -= line.applied;
            }
        }
        costs.into_iter().max().unwrap_or_default()
    }

    /// The number of events that each computation goes through.
    pub fn size(&self) -> usize {
        self.case.events.len()
    }

    /// The case, to be changed for a trial.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// The case, to be changed for a trial.
    pub fn case_mut(&mut self) -> &mut Case {
        &mut self.case
    }

    /// The place of an event in the whole case.
    pub fn event(&self, at: usize) -> EventIdx {
        self.events[at]
    }

    /// Puts an event in or takes it out. An event that nobody recorded leaves no trace.
    pub fn set_event(&mut self, at: usize, present: bool) {
        self.case.events[at].recorded_by = if present { self.recorded_by[at] } else { Set::default() };
    }

    /// Switches a rule on or off.
    pub fn set_rule(&mut self, rule: RuleIdx, on: bool) {
        self.case.rulebook.rules[rule].on = on;
    }

    /// The events that can move the subject's score first hand: its own for which a rule names points, and those of its
    /// associates that can spill over to it.
    pub fn events_that_move(&self) -> Vec<usize> {
        self.events_with(|rule| rule.points.is_some(), true)
    }

    /// The subject's own events that can move its score or limit its band.
    pub fn own_events(&self) -> Vec<usize> {
        self.events_with(|rule| rule.points.is_some() || rule.ceiling.is_some(), false)
    }

    /// The rules that can move the subject's score first hand: those that one of its own events meets, with or without
    /// points of their own, because one rule can keep another out; and those that can spill over to it.
    pub fn rules_that_move(&self) -> Vec<RuleIdx> {
        let mut found = vec![false; self.case.rulebook.rules.len()];
        for event in &self.case.events {
            for rule in matching(&self.case, event) {
                found[rule] |= event.subject == self.subject || self.spills(event, &self.case.rulebook.rules[rule]);
            }
        }
        (0..found.len()).filter(|it| found[*it]).collect()
    }

    fn events_with(&self, wanted: impl Fn(&Rule) -> bool, spilled: bool) -> Vec<usize> {
        let rule = |it: RuleIdx| &self.case.rulebook.rules[it];
        let counts = |event: &Event| match event.subject == self.subject {
            true => matching(&self.case, event).any(|it| wanted(rule(it))),
            false => spilled && matching(&self.case, event).any(|it| self.spills(event, rule(it))),
        };
        self.case.events.iter().enumerate().filter(|it| counts(it.1)).map(|it| it.0).collect()
    }

    /// Whether points of a rule for somebody else's event can spill over to the subject.
    fn spills(&self, event: &Event, rule: &Rule) -> bool {
        let Some(spill) = rule.points.as_ref().and_then(|it| it.spill) else { return false };
        let mut associates = self.case.subjects[event.subject].associates.iter();
        !self.case.rulebook.safeguards.no_spill_over
            && associates.any(|it| it.0 == self.subject && spill.to.has(it.1 as usize))
    }
}

/// The rules in use that an event meets, whatever happened before.
fn matching<'a>(case: &'a Case, event: &'a Event) -> impl Iterator<Item = RuleIdx> + 'a {
    let recorded_by = event.recorded_by.both(case.rulebook.sources_on);
    let subject = &case.subjects[event.subject];
    case.rulebook.rules_of_kind[event.kind].iter().copied().filter(move |it| {
        let rule = &case.rulebook.rules[*it];
        rule.on && rule.sources.meets(recorded_by) && rule.cond.holds(&event.fields, subject)
    })
}

/// The subject and everybody whose points can reach it, in order.
fn reaching(case: &Case, subject: SubjectIdx) -> Vec<SubjectIdx> {
    let mut inside = vec![false; case.subjects.len()];
    let mut waiting = vec![subject];
    while let Some(next) = waiting.pop() {
        if std::mem::replace(&mut inside[next], true) {
            continue;
        }
        let gives = |it: &SubjectIdx| case.subjects[*it].associates.iter().any(|it| it.0 == next);
        waiting.extend((0..case.subjects.len()).filter(gives));
    }
    (0..inside.len()).filter(|it| inside[*it]).collect()
}
