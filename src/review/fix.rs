//! The edit of the document that settles a finding.
//!
//! A fix is the smallest edit after which its finding is gone. It is an offer and not a recommendation: whether the rule
//! is better for it is for the reader to say. Numbers in fixes are modelling choices.

use std::sync::Arc;

use crate::review::logic::without_groups;
use crate::scenario::doc::{Combine, Limit, Period, RepeatStep, Rule, Safeguards, Scenario};
use crate::scenario::wire::Decimal;

/// An edit of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// The rule gives at most so many points in a calendar year.
    YearLimit {
        /// The rule.
        rule: String,
        /// The most points.
        points: Decimal,
    },
    /// The points of the rule end after so many months.
    Term {
        /// The rule.
        rule: String,
        /// How many.
        months: u32,
    },
    /// The rule limits the band for so many months.
    CeilingTerm {
        /// The rule.
        rule: String,
        /// How many.
        months: u32,
    },
    /// Listings end after so many months.
    ListTerm {
        /// The list.
        list: String,
        /// How many.
        months: u32,
    },
    /// The rule is switched off.
    SwitchOff(String),
    /// The rule is deleted.
    Delete(String),
    /// The rule's points are what they are, and no official chooses.
    FixPoints(String),
    /// Nothing of the rule goes to others.
    NoSpill(String),
    /// The rule no longer asks for a group.
    AnyGroup(String),
    /// The last time costs as much as the time before, and not everything.
    NotEverything(String),
    /// These bands carry the consequence too.
    Carry {
        /// The consequence.
        consequence: String,
        /// The bands.
        bands: Vec<String>,
    },
    /// Of the rules that match one event only the strongest apply.
    Strongest,
    /// The safeguard: a penalty stays in its part of life.
    PurposeLimit,
    /// The safeguard: essential penalties do not apply.
    EssentialFloor,
    /// The safeguard: no event costs more than this.
    EventCap(Decimal),
    /// The safeguard: one event leads at most one band down.
    NoCliff,
    /// The safeguard: whoever is hit is told. It is declared and moves no score.
    Notice,
    /// The source is no longer used.
    SourceOff(String),
}

impl Fix {
    /// The rule that it changes.
    pub fn rule(&self) -> Option<&str> {
        match self {
            Self::YearLimit { rule, .. } | Self::Term { rule, .. } | Self::CeilingTerm { rule, .. } => Some(rule),
            Self::SwitchOff(rule)
            | Self::Delete(rule)
            | Self::FixPoints(rule)
            | Self::NoSpill(rule)
            | Self::AnyGroup(rule)
            | Self::NotEverything(rule) => Some(rule),
            _ => None,
        }
    }

    /// Makes the edit. Does nothing where the document no longer has the part.
    pub fn apply(&self, scenario: &mut Scenario) {
        if let Self::Delete(rule) = self {
            scenario.rulebook.rules.retain(|it| it.id != *rule);
        } else if let Some(rule) = self.rule() {
            if let Some(rule) = scenario.rulebook.rules.iter_mut().find(|it| it.id == rule) {
                self.change_rule(Arc::make_mut(rule));
            }
        } else {
            self.change_book(scenario);
        }
    }

    fn change_rule(&self, rule: &mut Rule) {
        match self {
            Self::YearLimit { points, .. } => {
                let times = rule.limit.as_ref().filter(|it| it.per == Period::Year).and_then(|it| it.times);
                rule.limit = Some(Limit { per: Period::Year, points: Some(*points), times });
            }
            Self::CeilingTerm { months, .. } => {
                if let Some(it) = &mut rule.ceiling {
                    it.months = Some(*months);
                }
            }
            Self::SwitchOff(_) => rule.on = false,
            Self::AnyGroup(_) => rule.when = rule.when.take().and_then(without_groups),
            _ => {}
        }
        let Some(points) = &mut rule.points else { return };
        match self {
            Self::Term { months, .. } => points.months = Some(*months),
            Self::FixPoints(_) => points.range = None,
            Self::NoSpill(_) => points.spill = None,
            Self::NotEverything(_) => {
                let mut before = points.amount;
                for step in points.repeat.iter_mut().flat_map(|it| &mut it.then) {
                    match step {
                        RepeatStep::Points(it) => before = *it,
                        RepeatStep::Everything(_) => *step = RepeatStep::Points(before),
                    }
                }
            }
            _ => {}
        }
    }

    fn change_book(&self, scenario: &mut Scenario) {
        let book = &mut scenario.rulebook;
        let safeguards: &mut Safeguards = &mut book.safeguards;
        match self {
            Self::PurposeLimit => safeguards.purpose_limit = true,
            Self::EssentialFloor => safeguards.essential_floor = true,
            Self::NoCliff => safeguards.no_cliff = true,
            Self::Notice => safeguards.notice = true,
            Self::EventCap(points) => safeguards.event_cap = Some(*points),
            Self::Strongest => book.combine = Combine::Strongest,
            Self::ListTerm { list, months } => {
                book.lists.iter_mut().filter(|it| it.id == *list).for_each(|it| it.months = Some(*months));
            }
            Self::Carry { consequence, bands } => {
                for it in book.consequences.iter_mut().filter(|it| it.id == *consequence) {
                    let order: Vec<&String> = book.bands.iter().map(|it| &it.id).collect();
                    it.bands.extend(bands.iter().cloned());
                    it.bands.sort_by_key(|id| order.iter().position(|it| *it == id));
                    it.bands.dedup();
                }
            }
            Self::SourceOff(source) => {
                book.sources.iter_mut().filter(|it| it.id == *source).for_each(|it| it.on = false);
            }
            _ => {}
        }
    }
}
