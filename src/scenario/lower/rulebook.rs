//! Scale, bands, rules, lists, consequences and safeguards.

use super::kinds::Kinds;
use super::names::Names;
use super::{Checks, cond, subject_kind};
use crate::engine::Points;
use crate::engine::condition::Cond;
use crate::engine::model::{
    Amount, CeilingEffect, Combine, Consequence, LadderStep, Limit, ListingEffect, Period, PointsEffect, Rule,
    Rulebook, Safeguards, Scale, Set, Spill, SubjectKind,
};
use crate::scenario::bounds;
use crate::scenario::diagnostic::{Code, Path, Thing};
use crate::scenario::doc;

/// The names that rules and consequences refer to.
pub(super) struct Scope<'a> {
    pub(super) kinds: &'a Kinds<'a>,
    pub(super) groups: &'a Names<'a>,
    pub(super) references: &'a Names<'a>,
    pub(super) sources: &'a Names<'a>,
}

pub(super) fn lower(checks: &mut Checks, scenario: &doc::Scenario, scope: &Scope<'_>) -> Rulebook {
    let book = &scenario.rulebook;
    let path = Path::root().at("rulebook");
    let bands_path = path.at("bands");
    let band_ids = book.bands.iter().map(|it| it.id.as_str());
    let band_names = Names::collect(checks, Thing::Band, &bands_path, bounds::BANDS, band_ids);
    for it in &book.bands {
        checks.short(&bands_path.at(&it.id).at("label"), &it.label);
    }
    let (scale, bands) = scale_and_bands(checks, book);
    let list_ids = book.lists.iter().map(|it| it.id.as_str());
    let lists = Names::collect(checks, Thing::List, &path.at("lists"), bounds::LISTS, list_ids);
    for it in &book.lists {
        let path = path.at("lists").at(&it.id);
        checks.label(&path.at("label"), &it.label);
        checks.months(&path.at("months"), it.months);
        checks.reference(&path, scope.references, it.reference.as_deref());
    }
    if book.fading > bounds::SHARE {
        checks.error(path.at("fading"), Code::OutOfRange { least: 0, most: i64::from(bounds::SHARE) });
    }
    if book.scale.is_none() && book.fading > 0 {
        checks.error(path.at("fading"), Code::NeedsScale);
    }
    let ids = book.rules.iter().map(|it| it.id.as_str());
    Names::collect(checks, Thing::Rule, &path.at("rules"), bounds::RULES, ids);
    let expiry = book.safeguards.expiry_months;
    let mut rules_of_kind = vec![Vec::new(); scenario.kinds.len()];
    let mut rules = Vec::with_capacity(book.rules.len());
    for (idx, rule) in book.rules.iter().enumerate() {
        let path = path.at("rules").at(&rule.id);
        let tables = Tables { scope, book, bands: &band_names, lists: &lists, expiry };
        let rule = tables.rule(checks, &path, rule);
        if let Some(of_kind) = rules_of_kind.get_mut(rule.kind) {
            of_kind.push(idx);
        }
        rules.push(rule);
    }
    let consequences = consequences(checks, book, scope, &band_names, &lists);
    Rulebook {
        scale,
        bands,
        combine: match book.combine {
            doc::Combine::All => Combine::All,
            doc::Combine::First => Combine::First,
            doc::Combine::Strongest => Combine::Strongest,
        },
        fading: book.fading,
        sources_on: book.sources.iter().enumerate().filter(|it| it.1.on).map(|it| it.0).collect(),
        rules,
        rules_of_kind,
        domain_of_kind: scenario.kinds.iter().map(|it| it.domain.map(|it| it as usize)).collect(),
        consequences,
        safeguards: safeguards(checks, &path.at("safeguards"), scope, &book.safeguards),
    }
}

/// The scale and where its bands begin, lowest first. A system without a scale has one band that holds everybody.
fn scale_and_bands(checks: &mut Checks, book: &doc::Rulebook) -> (Scale, Vec<Points>) {
    let path = Path::root().at("rulebook");
    let Some(scale) = &book.scale else {
        if !book.bands.is_empty() {
            checks.error(path.at("bands"), Code::NeedsScale);
        }
        let zero = Points::ZERO;
        return (Scale { lowest: zero, highest: zero, start: zero }, vec![zero]);
    };
    let (lowest, highest, start) = (scale.lowest.0, scale.highest.0, scale.start.0);
    if lowest >= highest {
        checks.error(path.at("scale").at("lowest"), Code::ScaleEmpty);
    } else if start < lowest || start > highest {
        checks.error(path.at("scale").at("start"), Code::StartOffScale);
    }
    for (at, band) in book.bands.iter().enumerate() {
        let path = path.at("bands").at(&band.id).at("from");
        let from = band.from.0;
        if at > 0 && from >= book.bands[at - 1].from.0 {
            checks.error(path, Code::BandOrder);
        } else if from > highest {
            checks.error(path, Code::BandOffScale);
        } else if at + 1 == book.bands.len() && from != lowest {
            checks.error(path, Code::BandGap);
        }
    }
    if book.bands.is_empty() {
        checks.error(path.at("bands"), Code::NoBands);
    }
    (Scale { lowest, highest, start }, book.bands.iter().rev().map(|it| it.from.0).collect())
}

/// What a rule's names are looked up in.
struct Tables<'a> {
    scope: &'a Scope<'a>,
    book: &'a doc::Rulebook,
    bands: &'a Names<'a>,
    lists: &'a Names<'a>,
    expiry: Option<u32>,
}

impl Tables<'_> {
    fn rule(&self, checks: &mut Checks, path: &Path, rule: &doc::Rule) -> Rule {
        let Scope { kinds, groups, references, sources } = self.scope;
        let kind = kinds.names.find(checks, &path.at("kind"), &rule.kind);
        let cond = match &rule.when {
            Some(it) => cond::lower(checks, &path.at("when"), it, kind, kinds, groups),
            None => Cond::ALWAYS,
        };
        checks.text(&path.at("note"), &rule.note);
        checks.reference(path, references, rule.reference.as_deref());
        let named: Set = sources.find_all(checks, &path.at("reported_by"), &rule.reported_by);
        let does_nothing =
            rule.points.is_none() && rule.ceiling.is_none() && rule.listings.is_empty() && rule.delistings.is_empty();
        if does_nothing {
            checks.error(path.clone(), Code::RuleWithoutEffect);
        }
        for (part, found) in [("listings", rule.listings.len()), ("delistings", rule.delistings.len())] {
            if found > bounds::EFFECTS {
                checks.error(path.at(part), Code::TooMany { thing: Thing::Effect, found, most: bounds::EFFECTS });
            }
        }
        Rule {
            kind: kind.unwrap_or(usize::MAX),
            on: rule.on,
            sources: if rule.reported_by.is_empty() { Set(u64::MAX) } else { named },
            cond,
            points: rule.points.as_ref().and_then(|it| self.points(checks, &path.at("points"), kind, it)),
            ceiling: rule.ceiling.as_ref().and_then(|it| self.ceiling(checks, &path.at("ceiling"), it)),
            listings: self.listings(checks, &path.at("listings"), &rule.listings),
            delistings: self.lists.find_all(checks, &path.at("delistings"), &rule.delistings),
            limit: rule.limit.as_ref().and_then(|it| limit(checks, &path.at("limit"), it)),
        }
    }

    fn points(
        &self,
        checks: &mut Checks,
        path: &Path,
        kind: Option<usize>,
        effect: &doc::PointsEffect,
    ) -> Option<PointsEffect> {
        if self.book.scale.is_none() {
            checks.error(path.clone(), Code::NeedsScale);
        }
        checks.months(&path.at("months"), effect.months);
        if let Some((least, most)) = effect.range {
            if least > most {
                checks.error(path.at("range"), Code::RangeEmpty);
            } else if effect.amount < least || effect.amount > most {
                checks.error(path.at("amount"), Code::AmountOutsideRange);
            }
        }
        let amount = match (&effect.per, &effect.repeat) {
            (Some(_), Some(_)) => {
                checks.error(path.at("repeat"), Code::PerUnitAndRepeat);
                return None;
            }
            (Some(per), None) => {
                let path = path.at("per");
                if per.unit.0 <= Points::ZERO {
                    checks.error(path.at("unit"), Code::UnitNotPositive);
                }
                let field = self.scope.kinds.number(checks, &path.at("field"), kind?, &per.field)?;
                Amount::PerUnit { points: effect.amount.0, field, unit: per.unit.0 }
            }
            (None, Some(repeat)) => ladder(checks, &path.at("repeat"), effect.amount.0, repeat),
            (None, None) => Amount::Flat(effect.amount.0),
        };
        let spill = effect.spill.as_ref().map(|it| spill(checks, &path.at("spill"), it));
        Some(PointsEffect { amount, months: shorter(effect.months, self.expiry), spill })
    }

    fn ceiling(&self, checks: &mut Checks, path: &Path, effect: &doc::Ceiling) -> Option<CeilingEffect> {
        checks.months(&path.at("months"), effect.months);
        if self.book.scale.is_none() {
            checks.error(path.clone(), Code::NeedsScale);
        }
        let from_top = self.bands.find(checks, &path.at("band"), &effect.band)?;
        Some(CeilingEffect { band: self.book.bands.len() - 1 - from_top, months: shorter(effect.months, self.expiry) })
    }

    fn listings(&self, checks: &mut Checks, path: &Path, effects: &[doc::Listing]) -> Vec<ListingEffect> {
        let listing = |(at, effect): (usize, &doc::Listing)| {
            let path = path.at(at);
            checks.months(&path.at("months"), effect.months);
            let list = self.lists.find(checks, &path.at("list"), &effect.list)?;
            let months = effect.months.or(self.book.lists[list].months);
            Some(ListingEffect { list, months: shorter(months, self.expiry) })
        };
        effects.iter().enumerate().filter_map(listing).collect()
    }
}

fn ladder(checks: &mut Checks, path: &Path, first: Points, repeat: &doc::Repeat) -> Amount {
    checks.months(&path.at("within"), repeat.within);
    let found = repeat.then.len();
    if found > bounds::REPEAT_STEPS {
        checks.error(path.at("then"), Code::TooMany { thing: Thing::Step, found, most: bounds::REPEAT_STEPS });
    }
    let mut steps = vec![LadderStep::Points(first)];
    for (at, step) in repeat.then.iter().enumerate() {
        steps.push(match step {
            doc::RepeatStep::Points(points) => LadderStep::Points(points.0),
            doc::RepeatStep::Everything(doc::Everything::All) => {
                if first.is_gain() {
                    checks.error(path.at("then").at(at), Code::AllAfterGain);
                }
                LadderStep::All
            }
        });
    }
    Amount::Ladder { steps, within: repeat.within }
}

fn spill(checks: &mut Checks, path: &Path, spill: &doc::Spill) -> Spill {
    if spill.share > bounds::SHARE {
        checks.error(path.at("share"), Code::OutOfRange { least: 0, most: i64::from(bounds::SHARE) });
    }
    Spill { share: spill.share, to: spill.to.iter().map(|it| super::relation(*it) as usize).collect() }
}

fn limit(checks: &mut Checks, path: &Path, limit: &doc::Limit) -> Option<Limit> {
    if limit.points.is_none() && limit.times.is_none() {
        checks.error(path.clone(), Code::EmptyLimit);
        return None;
    }
    if limit.points.is_some_and(|it| it.0.is_loss()) {
        checks.error(path.at("points"), Code::OutOfRange { least: 0, most: super::DECIMAL_MAX });
    }
    if limit.times.is_some_and(|it| it > bounds::TIMES) {
        checks.error(path.at("times"), Code::OutOfRange { least: 0, most: i64::from(bounds::TIMES) });
    }
    let per = match limit.per {
        doc::Period::Month => Period::Month,
        doc::Period::Year => Period::Year,
    };
    Some(Limit { per, points: limit.points.map(|it| it.0), times: limit.times })
}

fn consequences(
    checks: &mut Checks,
    book: &doc::Rulebook,
    scope: &Scope<'_>,
    bands: &Names<'_>,
    lists: &Names<'_>,
) -> Vec<Consequence> {
    let path = Path::root().at("rulebook").at("consequences");
    let ids = book.consequences.iter().map(|it| it.id.as_str());
    Names::collect(checks, Thing::Consequence, &path, bounds::CONSEQUENCES, ids);
    let lower_one = |it: &doc::Consequence| {
        let path = path.at(&it.id);
        checks.label(&path.at("label"), &it.label);
        checks.text(&path.at("note"), &it.note);
        checks.reference(&path, scope.references, it.reference.as_deref());
        if it.bands.is_empty() && it.lists.is_empty() {
            checks.error(path.clone(), Code::ConsequenceNowhere);
        }
        let from_top: Vec<usize> = bands.find_all(checks, &path.at("bands"), &it.bands);
        Consequence {
            penalty: it.nature == doc::ConsequenceNature::Penalty,
            domain: it.domain as usize,
            essential: it.essential,
            bands: from_top.into_iter().map(|it| book.bands.len() - 1 - it).collect(),
            lists: lists.find_all(checks, &path.at("lists"), &it.lists),
            who: match it.who {
                Some(kind) => Set::of(subject_kind(kind) as usize),
                None => Set::of(SubjectKind::Person as usize).with(SubjectKind::Business as usize),
            },
        }
    };
    book.consequences.iter().map(lower_one).collect()
}

fn safeguards(checks: &mut Checks, path: &Path, scope: &Scope<'_>, it: &doc::Safeguards) -> Safeguards {
    let backing = path.at("backing");
    if it.backing.len() > bounds::BACKING {
        let (found, most) = (it.backing.len(), bounds::BACKING);
        checks.error(backing.clone(), Code::TooMany { thing: Thing::Backing, found, most });
    }
    for (at, it) in it.backing.iter().enumerate() {
        let path = backing.at(at);
        checks.reference(&path, scope.references, it.reference.as_deref());
        checks.label(&path.at("note"), &it.note);
    }
    for (name, cap) in [("event_cap", it.event_cap), ("year_cap", it.year_cap)] {
        if cap.is_some_and(|it| it.0.is_loss()) {
            checks.error(path.at(name), Code::OutOfRange { least: 0, most: super::DECIMAL_MAX });
        }
    }
    checks.months(&path.at("expiry_months"), it.expiry_months);
    if it.false_records_days.is_some_and(|it| it == 0 || it > bounds::FALSE_RECORD_DAYS) {
        let most = i64::from(bounds::FALSE_RECORD_DAYS);
        checks.error(path.at("false_records_days"), Code::OutOfRange { least: 1, most });
    }
    Safeguards {
        consent: it.consent,
        event_cap: it.event_cap.map(|it| it.0),
        year_cap: it.year_cap.map(|it| it.0),
        no_cliff: it.no_cliff,
        purpose_limit: it.purpose_limit,
        essential_floor: it.essential_floor,
        no_spill_over: it.no_spill_over,
    }
}

fn shorter(months: Option<u32>, expiry: Option<u32>) -> Option<u32> {
    match (months, expiry) {
        (Some(months), Some(expiry)) => Some(months.min(expiry)),
        (months, expiry) => months.or(expiry),
    }
}
