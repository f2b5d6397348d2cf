//! What the lints look things up in: the rulebook with everything that several of them ask.

use crate::engine::Points;
use crate::engine::model::{Amount, Case, LadderStep, Limit, Period, Rule, Set, SubjectKind};
use crate::review::finding::Dead;
use crate::review::logic::{Clause, clauses, product};
use crate::scenario::doc::{self, Domain, ListNature, Scenario};
use crate::scenario::{Outcome, lower::Lowered};

/// A rulebook under review.
pub struct Book<'a> {
    /// The document.
    pub scenario: &'a Scenario,
    /// Its rulebook.
    pub doc: &'a doc::Rulebook,
    /// What the engine computed with.
    pub case: &'a Case,
    /// Where each part of it stands in the document.
    pub lowered: &'a Lowered,
    /// The rules, in their order.
    pub rules: Vec<RuleFacts<'a>>,
    /// Whether a rule that applies takes subjects off each list.
    pub exits: Vec<bool>,
}

/// What is known about a rule.
pub struct RuleFacts<'a> {
    /// Its place.
    pub idx: usize,
    /// The rule of the document.
    pub doc: &'a doc::Rule,
    /// The rule of the engine.
    pub rule: &'a Rule,
    /// The kind that it is about.
    pub kind: &'a doc::Kind,
    /// The sources in use that record its kind and that it listens to.
    pub heard: Set,
    /// What its tests ask for; `None` if that is too much to look into.
    pub clauses: Option<Vec<Clause>>,
    /// The sorts of subjects that it can apply to.
    pub who: Set,
    /// Why it never applies.
    pub dead: Option<Dead>,
    /// The largest loss at one time; zero if it takes nothing. Everything is the way from the start to the lowest score.
    pub loss: Points,
    /// The largest gain at one time; zero if it gives nothing. Per unit: for one unit.
    pub gain: Points,
}

impl RuleFacts<'_> {
    /// Whether it can apply to anything.
    pub fn is_live(&self) -> bool {
        self.dead.is_none()
    }

    /// Whether it gives or takes points for each unit.
    pub fn is_per_unit(&self) -> bool {
        self.rule.points.as_ref().is_some_and(|it| matches!(it.amount, Amount::PerUnit { .. }))
    }

    /// The largest loss that the rule names as a number, as a positive one: not "everything". Per unit: for one unit.
    pub fn named_loss(&self) -> Points {
        let loss = match self.rule.points.as_ref().map(|it| &it.amount) {
            None => Points::ZERO,
            Some(Amount::Flat(points) | Amount::PerUnit { points, .. }) => *points,
            Some(Amount::Ladder { steps, .. }) => {
                let named = steps.iter().filter_map(|it| match it {
                    LadderStep::Points(points) => Some(*points),
                    LadderStep::All => None,
                });
                named.min().unwrap_or_default()
            }
        };
        -loss.min(Points::ZERO)
    }

    /// Months after which its points end; `None` is for good.
    pub fn months(&self) -> Option<u32> {
        self.rule.points.as_ref().and_then(|it| it.months)
    }
}

const BOTH: Set = Set(0b11);

impl<'a> Book<'a> {
    /// Looks everything up.
    pub fn new(scenario: &'a Scenario, outcome: &'a Outcome) -> Self {
        let (doc, case, lowered) = (&scenario.rulebook, &outcome.lowered.case, &outcome.lowered);
        let recorded = recorded(scenario, case);
        let mut rules: Vec<RuleFacts<'a>> = Vec::with_capacity(case.rulebook.rules.len());
        let pairs = doc.rules.iter().zip(&case.rulebook.rules).enumerate();
        for (idx, (doc_rule, rule)) in pairs {
            let Some(kind) = scenario.kinds.get(rule.kind) else { continue };
            let heard = recorded[rule.kind].both(rule.sources);
            let n_choices: Vec<usize> = kind.fields.iter().map(|it| it.choices.len()).collect();
            let who = kind.who.map_or(BOTH, |it| Set::of(subject_kind(it) as usize));
            let clauses = clauses(&rule.cond, true, &n_choices).and_then(|it| product(&[Clause::of(who)], &it));
            let who = clauses.as_ref().map_or(who, |it| Set(it.iter().fold(0, |all, it| all | it.who().0)));
            let (loss, gain) = extremes(rule, case);
            let mut facts = RuleFacts { idx, doc: doc_rule, rule, kind, heard, clauses, who, dead: None, loss, gain };
            facts.dead = dead(&facts, &rules, case, &n_choices);
            rules.push(facts);
        }
        let exits = (0..doc.lists.len())
            .map(|list| rules.iter().any(|it| it.is_live() && it.rule.delistings.contains(&list)))
            .collect();
        Self { scenario, doc, case, lowered, rules, exits }
    }

    /// The rules that can apply to anything.
    pub fn live(&self) -> impl Iterator<Item = &RuleFacts<'a>> {
        self.rules.iter().filter(|it| it.is_live())
    }

    /// Whether being put on a list hurts: it is a blacklist that anybody can look up, or that carries a penalty.
    pub fn list_hurts(&self, list: usize) -> bool {
        let Some(it) = self.doc.lists.get(list) else { return false };
        let carries = self.case.rulebook.consequences.iter().any(|it| it.penalty && it.lists.has(list));
        it.nature == ListNature::Black && (it.public || carries)
    }

    /// Whether a rule that applies puts subjects on a list.
    pub fn is_filled(&self, list: usize) -> bool {
        self.live().any(|it| it.rule.listings.iter().any(|it| it.list == list))
    }

    /// Whether what is posted shrinks by itself.
    pub fn fades(&self) -> bool {
        self.case.rulebook.fading > 0
    }

    /// The sorts of subjects in the cast; both, if nobody is.
    pub fn sorts(&self) -> Set {
        let found: Set = self.case.subjects.iter().map(|it| it.kind as usize).collect();
        if found.is_empty() { BOTH } else { found }
    }

    /// The id of a band of the engine.
    pub fn band(&self, band: usize) -> String {
        let from_top = (self.doc.bands.len()).checked_sub(band + 1);
        from_top.and_then(|it| self.doc.bands.get(it)).map(|it| it.id.clone()).unwrap_or_default()
    }

    /// The band of a score, without ceilings.
    pub fn band_of(&self, score: Points) -> usize {
        self.case.rulebook.bands.partition_point(|from| *from <= score).saturating_sub(1)
    }

    /// Whether months after the first day are still inside the scenario.
    pub fn ends_in_time(&self, months: u32) -> bool {
        self.case.first.plus_months(months) <= self.case.last
    }

    /// The most that a rule can give, or take, to one subject within the scenario's days; `None` is without limit.
    pub fn most(&self, it: &RuleFacts<'_>, gains: bool) -> Option<Points> {
        let wanted = |points: Points| if gains { points } else { -points };
        let once = if gains { it.gain } else { it.loss.abs() };
        let Some(effect) = it.rule.points.as_ref().filter(|_| !once.is_zero()) else { return Some(Points::ZERO) };
        let limit = it.rule.limit;
        let by_points = limit.and_then(|it| Some(it.points?.times(self.periods(it))));
        let by_times = limit
            .filter(|_| !it.is_per_unit())
            .and_then(|limit| Some(once.times(i64::from(limit.times?).saturating_mul(self.periods(limit)))));
        let by_ladder = match &effect.amount {
            Amount::Ladder { steps, within: None } => ladder_sum(steps, wanted),
            _ => None,
        };
        [by_points, by_times, by_ladder].into_iter().flatten().min()
    }

    /// The most that all rules can give to, or take from, a subject of a sort; `None` is without limit.
    pub fn most_of_all(&self, who: Set, gains: bool) -> Option<Points> {
        let spills = !self.case.rulebook.safeguards.no_spill_over;
        self.live().filter(|it| it.who.meets(who)).try_fold(Points::ZERO, |sum, it| {
            let moves = !(if gains { it.gain } else { it.loss }).is_zero();
            let comes_over = spills && moves && it.rule.points.as_ref().is_some_and(|it| it.spill.is_some());
            self.most(it, gains).filter(|_| !comes_over).map(|it| sum + it)
        })
    }

    /// How many calendar years or months the scenario touches.
    fn periods(&self, limit: Limit) -> i64 {
        let (first, last) = (limit.per.of(self.case.first), limit.per.of(self.case.last));
        i64::from(last - first) + 1
    }

    /// A term that is over within half of the scenario's days, of those that the tiers of publicity of 2025 name (36, 12
    /// and 3 months), or one month. A modelling choice.
    pub fn term(&self) -> Option<u32> {
        let month = |day| Period::Month.of(day);
        let months = u32::try_from(month(self.case.last) - month(self.case.first)).unwrap_or_default();
        [36, 12, 3, 1].into_iter().find(|it| it * 2 <= months + 1 && self.ends_in_time(*it))
    }

    /// The domains of what leads to a consequence, and whether anything does.
    pub fn causes(&self, consequence: usize) -> Option<Vec<Domain>> {
        let it = &self.case.rulebook.consequences[consequence];
        let leads = |rule: &RuleFacts<'_>| {
            let to_band = !it.bands.is_empty() && (rule.loss.is_loss() || rule.rule.ceiling.is_some());
            let to_list = rule.rule.listings.iter().any(|listing| it.lists.has(listing.list));
            rule.who.meets(it.who) && (to_band || to_list)
        };
        let mut domains: Option<Vec<Domain>> = None;
        for rule in self.live().filter(|it| leads(it)) {
            let domains = domains.get_or_insert_default();
            domains.extend(rule.kind.domain.filter(|it| !domains.contains(it)));
        }
        domains
    }
}

/// For each kind, the sources in use that record it: those of new events, and those of the events that there are.
fn recorded(scenario: &Scenario, case: &Case) -> Vec<Set> {
    let sources = &scenario.rulebook.sources;
    let place = |id: &String| sources.iter().position(|it| it.id == *id);
    let mut res: Vec<Set> = scenario.kinds.iter().map(|kind| kind.sources.iter().filter_map(place).collect()).collect();
    for event in &case.events {
        res[event.kind].0 |= event.recorded_by.0;
    }
    res.iter_mut().for_each(|it| *it = it.both(case.rulebook.sources_on));
    res
}

/// Why a rule never applies, given the ones before it.
fn dead(it: &RuleFacts<'_>, before: &[RuleFacts<'_>], case: &Case, n_choices: &[usize]) -> Option<Dead> {
    if !it.rule.on {
        return Some(Dead::Off);
    }
    if it.heard.is_empty() {
        return Some(Dead::Unheard);
    }
    let mut rest = it.clauses.clone()?;
    if rest.is_empty() {
        return Some(Dead::Contradiction);
    }
    if case.rulebook.combine != crate::engine::model::Combine::First {
        return None;
    }
    for earlier in before.iter().filter(|earlier| earlier.is_live() && earlier.rule.kind == it.rule.kind) {
        let hears_all = it.heard.both(earlier.rule.sources) == it.heard;
        let others = hears_all.then(|| clauses(&earlier.rule.cond, false, n_choices)).flatten();
        let Some(left) = others.and_then(|others| product(&rest, &others)) else { continue };
        if left.is_empty() {
            return Some(Dead::Behind(earlier.doc.id.clone()));
        }
        rest = left;
    }
    None
}

/// The largest loss and the largest gain of a rule at one time.
fn extremes(rule: &Rule, case: &Case) -> (Points, Points) {
    let scale = case.rulebook.scale;
    let all = scale.lowest - scale.start;
    let steps: Vec<Points> = match rule.points.as_ref().map(|it| &it.amount) {
        None => Vec::new(),
        Some(Amount::Flat(points) | Amount::PerUnit { points, .. }) => vec![*points],
        Some(Amount::Ladder { steps, .. }) => {
            let value = |it: &LadderStep| match it {
                LadderStep::Points(points) => *points,
                LadderStep::All => all.min(Points::from_thousandths(-1)),
            };
            steps.iter().map(value).collect()
        }
    };
    let least = steps.iter().copied().min().unwrap_or_default().min(Points::ZERO);
    (least, steps.iter().copied().max().unwrap_or_default().max(Points::ZERO))
}

/// What all steps of a ladder come to, if the last one comes to nothing.
fn ladder_sum(steps: &[LadderStep], wanted: impl Fn(Points) -> Points) -> Option<Points> {
    let value = |it: &LadderStep| match it {
        LadderStep::Points(points) => Some(wanted(*points).max(Points::ZERO)),
        LadderStep::All => (!wanted(Points::whole(-1)).is_gain()).then_some(Points::ZERO),
    };
    let values = steps.iter().map(value).collect::<Option<Vec<_>>>()?;
    values.last().is_some_and(|it| it.is_zero()).then(|| values.into_iter().sum())
}

const fn subject_kind(it: doc::SubjectKind) -> SubjectKind {
    match it {
        doc::SubjectKind::Person => SubjectKind::Person,
        doc::SubjectKind::Business => SubjectKind::Business,
    }
}
