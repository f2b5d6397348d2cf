//! What a rule may have besides its kind, its tests and its sources.

use crate::scenario::Decimal;
use crate::scenario::bounds::{EFFECTS, REPEAT_STEPS};
use crate::scenario::doc::{
    Ceiling, Everything, Kind, Limit, Listing, PerUnit, Period, PointsEffect, Relation, Repeat, RepeatStep, Rule,
    Scenario, Spill,
};

/// A part that is there or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Points given or taken.
    Points,
    /// Points for each unit of a number.
    PerUnit,
    /// Other points for the second, third, … time.
    Ladder,
    /// An end of the points.
    Months,
    /// A range that an official chooses from.
    Range,
    /// A share for associates.
    Spill,
    /// The most in a period.
    Limit,
    /// The best band that remains possible.
    Ceiling,
    /// Lists that the subject is put on.
    Listings,
    /// Lists that the subject is taken off.
    Delistings,
}

impl Part {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Points,
        Self::PerUnit,
        Self::Ladder,
        Self::Months,
        Self::Range,
        Self::Spill,
        Self::Limit,
        Self::Ceiling,
        Self::Listings,
        Self::Delistings,
    ];

    /// Where diagnostics find it, below the rule.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::PerUnit => "points/per",
            Self::Ladder => "points/repeat",
            Self::Months => "points/months",
            Self::Range => "points/range",
            Self::Spill => "points/spill",
            Self::Limit => "limit",
            Self::Ceiling => "ceiling",
            Self::Listings => "listings",
            Self::Delistings => "delistings",
        }
    }

    /// Whether a rule has it.
    pub fn is_in(self, rule: &Rule) -> bool {
        let points = rule.points.as_ref();
        match self {
            Self::Points => points.is_some(),
            Self::PerUnit => points.is_some_and(|it| it.per.is_some()),
            Self::Ladder => points.is_some_and(|it| it.repeat.is_some()),
            Self::Months => points.is_some_and(|it| it.months.is_some()),
            Self::Range => points.is_some_and(|it| it.range.is_some()),
            Self::Spill => points.is_some_and(|it| it.spill.is_some()),
            Self::Limit => rule.limit.is_some(),
            Self::Ceiling => rule.ceiling.is_some(),
            Self::Listings => !rule.listings.is_empty(),
            Self::Delistings => !rule.delistings.is_empty(),
        }
    }

    /// Whether it can be added to a rule and makes sense there.
    pub fn fits(self, scenario: &Scenario, rule: &Rule) -> bool {
        let book = &scenario.rulebook;
        let points = rule.points.as_ref();
        !self.is_in(rule)
            && match self {
                Self::Points => book.scale.is_some(),
                Self::PerUnit => {
                    points.is_some_and(|it| it.repeat.is_none()) && !number_fields(scenario, &rule.kind).is_empty()
                }
                Self::Ladder => points.is_some_and(|it| it.per.is_none()),
                Self::Months | Self::Range | Self::Spill | Self::Limit => points.is_some(),
                Self::Ceiling => !book.bands.is_empty(),
                Self::Listings | Self::Delistings => !book.lists.is_empty(),
            }
    }

    /// Adds it with values to begin with.
    pub fn put(self, scenario: &Scenario, rule: &mut Rule) {
        let book = &scenario.rulebook;
        let first_list = book.lists.first().map(|it| it.id.clone());
        if self == Self::Points {
            let points = super::fresh_rule(scenario, &rule.kind).points;
            rule.points = rule.points.take().or(points);
            return;
        }
        match self {
            Self::Limit => rule.limit = Some(Limit { per: Period::Year, points: None, times: Some(1) }),
            Self::Ceiling => {
                let worst_but_one = book.bands.iter().rev().nth(1).or(book.bands.last());
                rule.ceiling = worst_but_one.map(|it| Ceiling { band: it.id.clone(), months: Some(12) });
            }
            Self::Listings => rule.listings.extend(first_list.map(|list| Listing { list, months: None })),
            Self::Delistings => rule.delistings.extend(first_list),
            _ => {}
        }
        let kind = rule.kind.clone();
        let Some(points) = rule.points.as_mut() else { return };
        let amount = points.amount;
        match self {
            Self::PerUnit => {
                let field = number_fields(scenario, &kind).first().map(|it| (*it).to_owned());
                points.per = field.map(|field| PerUnit { field, unit: Decimal::whole(1) });
            }
            Self::Ladder => {
                points.repeat = Some(Repeat { then: vec![RepeatStep::Points(twice(amount))], within: Some(12) });
            }
            Self::Months => points.months = Some(12),
            Self::Range => {
                let (a, b) = (twice(amount), Decimal(amount.0.per_mille(500)));
                points.range = Some(if a <= b { (a, b) } else { (b, a) });
            }
            Self::Spill => points.spill = Some(Spill { share: 500, to: vec![Relation::Household] }),
            _ => {}
        }
    }

    /// Takes it away.
    pub fn take(self, rule: &mut Rule) {
        let mut with_points = |change: fn(&mut PointsEffect)| rule.points.as_mut().map(change);
        match self {
            Self::PerUnit => drop(with_points(|it| it.per = None)),
            Self::Ladder => drop(with_points(|it| it.repeat = None)),
            Self::Months => drop(with_points(|it| it.months = None)),
            Self::Range => drop(with_points(|it| it.range = None)),
            Self::Spill => drop(with_points(|it| it.spill = None)),
            Self::Points => {
                rule.points = None;
                rule.limit = None;
            }
            Self::Limit => rule.limit = None,
            Self::Ceiling => rule.ceiling = None,
            Self::Listings => rule.listings.clear(),
            Self::Delistings => rule.delistings.clear(),
        }
    }
}

fn twice(it: Decimal) -> Decimal {
    Decimal(it.0.times(2))
}

/// The number fields of a kind.
pub fn number_fields<'a>(scenario: &'a Scenario, kind: &str) -> Vec<&'a str> {
    let kind: Option<&Kind> = scenario.kinds.iter().find(|it| it.id == kind);
    let fields = kind.into_iter().flat_map(|it| &it.fields);
    fields.filter(|it| it.choices.is_empty()).map(|it| it.id.as_str()).collect()
}

/// Adds a step to a ladder: as much as the last one again. Answers whether there was room.
pub fn add_step(rule: &mut Rule) -> bool {
    let Some(points) = rule.points.as_mut() else { return false };
    let amount = points.amount;
    let Some(repeat) = points.repeat.as_mut() else { return false };
    let last = repeat.then.last().copied().unwrap_or(RepeatStep::Points(amount));
    let has_room = repeat.then.len() < REPEAT_STEPS;
    if has_room {
        repeat.then.push(match last {
            RepeatStep::Points(it) => RepeatStep::Points(Decimal(it.0 + amount.0)),
            RepeatStep::Everything(it) => RepeatStep::Everything(it),
        });
    }
    has_room
}

/// Removes a step of a ladder; without steps there is no ladder.
pub fn remove_step(rule: &mut Rule, at: usize) {
    let Some(points) = rule.points.as_mut() else { return };
    if let Some(repeat) = points.repeat.as_mut() {
        if at < repeat.then.len() {
            repeat.then.remove(at);
        }
        if repeat.then.is_empty() {
            points.repeat = None;
        }
    }
}

/// Makes a step take everything, or a number of points again.
pub fn set_step_all(rule: &mut Rule, at: usize, all: bool) {
    let Some(points) = rule.points.as_mut() else { return };
    let points_again = RepeatStep::Points(twice(points.amount));
    if let Some(step) = points.repeat.as_mut().and_then(|it| it.then.get_mut(at)) {
        *step = if all { RepeatStep::Everything(Everything::All) } else { points_again };
    }
}

/// The lists that a rule does not put on yet, if there is room for another.
pub fn free_list(scenario: &Scenario, rule: &Rule) -> Option<String> {
    let taken = |id: &str| rule.listings.iter().any(|it| it.list == id);
    let has_room = rule.listings.len() < EFFECTS;
    scenario.rulebook.lists.iter().find(|it| has_room && !taken(&it.id)).map(|it| it.id.clone())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scenario::{lower, presets};

    #[test]
    fn every_part_that_fits_leaves_the_document_whole_and_can_be_taken_away() {
        for preset in presets::ALL {
            let scenario = preset.scenario().unwrap();
            for (at, rule) in scenario.rulebook.rules.iter().enumerate() {
                for part in Part::ALL.into_iter().filter(|it| it.fits(&scenario, rule)) {
                    let mut edited = scenario.clone();
                    let rule = Arc::make_mut(&mut edited.rulebook.rules[at]);
                    part.put(&scenario, rule);
                    assert!(part.is_in(rule), "{part:?}");
                    let mut taken = rule.clone();
                    assert_eq!(lower(&edited).err(), None, "{} {} {part:?}", preset.id, taken.id);
                    part.take(&mut taken);
                    assert_eq!(taken, *scenario.rulebook.rules[at], "{part:?}");
                }
            }
        }
    }

    #[test]
    fn a_ladder_grows_and_shrinks() {
        let mut rule: Rule = serde_json::from_str(
            r#"{"id":"a","kind":"k","standing":"invented","points":{"amount":-3,"repeat":{"then":[-6]}}}"#,
        )
        .unwrap();
        let steps = |rule: &Rule| rule.points.as_ref().and_then(|it| it.repeat.clone()).map(|it| it.then);
        assert!(add_step(&mut rule));
        set_step_all(&mut rule, 0, true);
        let all = RepeatStep::Everything(Everything::All);
        assert_eq!(steps(&rule), Some(vec![all, RepeatStep::Points(Decimal::whole(-9))]));
        remove_step(&mut rule, 1);
        remove_step(&mut rule, 0);
        assert_eq!(steps(&rule), None);
        assert!(!add_step(&mut rule));
    }
}
