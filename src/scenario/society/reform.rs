//! Safeguards as switches: the same scenario with some of them on.

use std::sync::Arc;

use super::town::town;
use crate::engine::Points;
use crate::engine::society::model::Nature;
use crate::scenario::doc::{ListNature, Reasons, Reform, RepeatStep, Rule, Rulebook, Scenario, SourceSort};
use crate::scenario::wire::Decimal;

/// Months that records count at most under [`Reform::Expiry`]: a modelling choice, as long as China's 2025 rules give a
/// middling breach.
pub const EXPIRY_MONTHS: u32 = 12;
/// What one event costs at most under [`Reform::Proportion`], in thousandths of the scale: a modelling choice.
pub const EVENT_SHARE: u32 = 50;
/// What a year costs at most under [`Reform::Proportion`], in thousandths of the scale: a modelling choice.
pub const YEAR_SHARE: u32 = 150;

impl Reform {
    /// All switches, in the order of the shelf.
    pub const ALL: [Self; 13] = [
        Self::Notice,
        Self::Reasons,
        Self::Appeal,
        Self::Audit,
        Self::HumanReview,
        Self::Expiry,
        Self::Proportion,
        Self::PurposeLimit,
        Self::EssentialFloor,
        Self::NoSpillOver,
        Self::Consent,
        Self::NoNeighbours,
        Self::LawfulActsFree,
    ];
}

/// The scenario with its reform carried out; `None` if it has none.
pub fn reformed(scenario: &Scenario) -> Option<Scenario> {
    if scenario.society.reform.is_empty() {
        return None;
    }
    let mut res = scenario.clone();
    res.society.reform.clear();
    for it in &scenario.society.reform {
        apply(&mut res, *it);
    }
    Some(res)
}

/// Whether a scenario has what a switch brings already: switching it on would change nothing.
pub fn is_on(scenario: &Scenario, reform: Reform) -> bool {
    let mut after = scenario.clone();
    apply(&mut after, reform);
    after == *scenario
}

/// Switches one safeguard on.
pub fn apply(scenario: &mut Scenario, reform: Reform) {
    let judged = |kind: &str| {
        let acts = &town().acts;
        acts.iter().any(|it| it.nature == Nature::Judged && it.kinds.iter().any(|it| it == kind))
    };
    let book = &mut scenario.rulebook;
    let has_neighbours = book.sources.iter().any(|it| it.sort == SourceSort::Neighbour && it.on);
    let costly: Vec<usize> = match reform {
        Reform::LawfulActsFree => {
            let rules = book.rules.iter().enumerate();
            rules.filter(|(_, it)| it.on && judged(&it.kind) && costs(book, it)).map(|it| it.0).collect()
        }
        _ => Vec::new(),
    };
    let caps = book.scale.as_ref().map(|it| {
        let span = it.highest.0 - it.lowest.0;
        (span.per_mille(EVENT_SHARE), span.per_mille(YEAR_SHARE))
    });
    let safeguards = &mut book.safeguards;
    match reform {
        Reform::Notice => safeguards.notice = true,
        Reform::Reasons => safeguards.reasons = Reasons::Full,
        Reform::Appeal => {
            safeguards.appeal = true;
            safeguards.corrections = true;
        }
        Reform::Audit => safeguards.audit = true,
        Reform::HumanReview => safeguards.human_review = true,
        Reform::Expiry => {
            let months = safeguards.expiry_months.map_or(EXPIRY_MONTHS, |it| it.min(EXPIRY_MONTHS));
            safeguards.expiry_months = Some(months);
        }
        Reform::Proportion => {
            safeguards.no_cliff = true;
            if let Some((event, year)) = caps {
                safeguards.event_cap = Some(lower_of(safeguards.event_cap, event));
                safeguards.year_cap = Some(lower_of(safeguards.year_cap, year));
            }
        }
        Reform::PurposeLimit => safeguards.purpose_limit = true,
        Reform::EssentialFloor => safeguards.essential_floor = true,
        Reform::NoSpillOver => safeguards.no_spill_over = true,
        Reform::Consent => safeguards.consent = true,
        Reform::NoNeighbours if has_neighbours => {
            for it in book.sources.iter_mut().filter(|it| it.sort == SourceSort::Neighbour) {
                it.on = false;
            }
        }
        Reform::NoNeighbours => {}
        Reform::LawfulActsFree => {
            for at in costly {
                Arc::make_mut(&mut book.rules[at]).on = false;
            }
        }
    }
}

fn lower_of(cap: Option<Decimal>, other: Points) -> Decimal {
    cap.map_or(Decimal(other), |it| it.min(Decimal(other)))
}

/// Whether a rule costs its subject anything.
fn costs(book: &Rulebook, rule: &Rule) -> bool {
    let points = rule.points.as_ref().is_some_and(|it| {
        let later = it.repeat.iter().flat_map(|it| &it.then);
        it.amount.0.is_loss()
            || later.into_iter().any(|it| match it {
                RepeatStep::Points(points) => points.0.is_loss(),
                RepeatStep::Everything(_) => true,
            })
    });
    let black = |id: &String| book.lists.iter().any(|it| it.id == *id && it.nature == ListNature::Black);
    points || rule.ceiling.is_some() || rule.listings.iter().any(|it| black(&it.list))
}
