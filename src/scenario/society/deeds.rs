//! What people do, seen by a rulebook: which kinds of events are which acts.

use super::town::{Act, Generic, town};
use crate::engine::model::{Amount, LadderStep, Rule, Set};
use crate::engine::society::model::Scored;
use crate::scenario::doc::{ConsequenceNature, ListNature, Scenario};
use crate::scenario::lower::Lowered;

/// An act, or the part of it that one kind of the rulebook is.
#[derive(Clone, Copy, Debug)]
pub struct Deed {
    /// The act.
    pub act: &'static Act,
    /// The place of the kind in the document, if the rulebook knows the act.
    pub kind: Option<usize>,
    /// What live rules make of it.
    pub scored: Scored,
    /// How many kinds share the act's rate; at least one.
    pub among: u32,
}

/// Everything that people do under a rulebook, in the order of the society's behaviours: the kinds of the document in
/// their order, then the acts that people do anyway and that the rulebook has no kind for.
pub fn deeds(scenario: &Scenario, lowered: &Lowered) -> Vec<Deed> {
    let acts = &town().acts;
    let carried = Carried::of(scenario);
    let mut deeds: Vec<Deed> = Vec::with_capacity(scenario.kinds.len() + acts.len());
    for (place, kind) in scenario.kinds.iter().enumerate() {
        let scored = scored(lowered, &carried, place);
        let generic = match scored {
            Scored::Loss => Generic::Loss,
            Scored::Gain => Generic::Gain,
            Scored::No => Generic::None,
        };
        let named = acts.iter().find(|it| it.kinds.contains(&kind.id));
        if let Some(act) = named.or_else(|| acts.iter().find(|it| it.generic == Some(generic))) {
            deeds.push(Deed { act, kind: Some(place), scored, among: 1 });
        }
    }
    for act in acts {
        let among = deeds.iter().filter(|it| it.act.id == act.id).count();
        for deed in deeds.iter_mut().filter(|it| it.act.id == act.id) {
            deed.among = u32::try_from(among).unwrap_or(u32::MAX);
        }
        if among == 0 && act.always {
            deeds.push(Deed { act, kind: None, scored: Scored::No, among: 1 });
        }
    }
    deeds
}

/// What the lists of a rulebook carry.
struct Carried {
    /// Lists that carry a penalty, and blacklists.
    bad: Set,
    /// Lists that carry a reward, and redlists.
    good: Set,
}

impl Carried {
    fn of(scenario: &Scenario) -> Self {
        let book = &scenario.rulebook;
        let lists = |nature: ConsequenceNature, list: ListNature| -> Set {
            let carries = |id: &String| book.consequences.iter().any(|it| it.nature == nature && it.lists.contains(id));
            let all = book.lists.iter().enumerate();
            all.filter(|(_, it)| it.nature == list || carries(&it.id)).map(|it| it.0).collect()
        };
        Self {
            bad: lists(ConsequenceNature::Penalty, ListNature::Black),
            good: lists(ConsequenceNature::Reward, ListNature::Red),
        }
    }
}

/// What the rules that are on, and have a source in use, make of a kind.
fn scored(lowered: &Lowered, carried: &Carried, kind: usize) -> Scored {
    let book = &lowered.case.rulebook;
    let rules = book.rules_of_kind.get(kind).into_iter().flatten().map(|it| &book.rules[*it]);
    let live: Vec<&Rule> = rules.filter(|it| it.on && it.sources.meets(book.sources_on)).collect();
    if live.iter().any(|it| punishes(it, carried)) {
        Scored::Loss
    } else if live.iter().any(|it| rewards(it, carried)) {
        Scored::Gain
    } else {
        Scored::No
    }
}

fn punishes(rule: &Rule, carried: &Carried) -> bool {
    let loses = rule.points.as_ref().is_some_and(|it| match &it.amount {
        Amount::Flat(points) | Amount::PerUnit { points, .. } => points.is_loss(),
        Amount::Ladder { steps, .. } => steps.iter().any(|it| match it {
            LadderStep::Points(points) => points.is_loss(),
            LadderStep::All => true,
        }),
    });
    loses
        || rule.ceiling.is_some()
        || rule.listings.iter().any(|it| carried.bad.has(it.list))
        || rule.delistings.iter().any(|it| carried.good.has(*it))
}

fn rewards(rule: &Rule, carried: &Carried) -> bool {
    let gains = rule.points.as_ref().is_some_and(|it| match &it.amount {
        Amount::Flat(points) | Amount::PerUnit { points, .. } => points.is_gain(),
        Amount::Ladder { steps, .. } => steps.iter().any(|it| matches!(it, LadderStep::Points(it) if it.is_gain())),
    });
    gains
        || rule.listings.iter().any(|it| carried.good.has(it.list))
        || rule.delistings.iter().any(|it| carried.bad.has(*it))
}
