//! From a document to a society that the engine can live through.

use super::deeds::{Deed, deeds};
use super::dials::{Shares, is_nobody, value};
use super::town::{Act, shock, town, word};
use crate::engine::model::{Set, SubjectKind};
use crate::engine::society::chance::Chance;
use crate::engine::society::model::{
    Adaptation, Appeals, Behaviour, District, Draw, Event, Feedback, Group, NATURES, Nature, Needs, Reports, Shock,
    Society, Source,
};
use crate::engine::{Day, Points};
use crate::scenario::doc::{self, Field, Reasons, Scenario, ShockSort, SourceSort, Value};
use crate::scenario::lower::Lowered;

/// The largest typical number of a field: twice it, at five times the usual money, still fits into a document.
const TYPICAL: i64 = 100_000_000;

/// The dials of one society.
struct Dials<'a>(&'a doc::Society);

impl Dials<'_> {
    /// The value of a dial without negative values.
    fn at(&self, id: &str) -> u32 {
        value(self.0, id).unsigned_abs()
    }

    fn of(&self, family: &str, key: &str) -> u32 {
        self.at(&format!("{family}-{key}"))
    }

    /// Per cent as a factor in thousandths.
    fn factor(&self, family: &str, key: &str) -> u32 {
        self.of(family, key) * 10
    }

    /// A change in per cent as one in thousandths.
    fn change(&self, family: &str, key: &str) -> i32 {
        value(self.0, &format!("{family}-{key}")) * 10
    }

    fn per_mille(&self, id: &str) -> Chance {
        Chance::per_mille(self.at(id))
    }
}

/// The town under the rulebook of a scenario, with the scenario's changes to it.
///
/// Everything that is made up here is a dial of the [`town`]. It begins on the first of the month of the scenario's first
/// day.
pub fn settle(scenario: &Scenario, lowered: &Lowered) -> Option<Society> {
    let of = &scenario.society;
    let dials = Dials(of);
    let usual = town().usual;
    let months = of.months.unwrap_or(usual.months);
    let sources = &scenario.rulebook.sources;
    let sorts: Vec<(SourceSort, String)> = sources.iter().map(|it| (it.sort, word(it.sort))).collect();
    let behaviours = deeds(scenario, lowered).iter().map(|it| behaviour(scenario, lowered, &dials, it)).collect();
    let public = scenario.rulebook.lists.iter().enumerate().filter(|it| it.1.public);
    Some(Society {
        seed: u64::from(of.seed.unwrap_or(usual.seed)),
        people: of.people.unwrap_or(usual.people),
        months,
        first: beginning(scenario.first_day.0, months),
        rulebook: lowered.case.rulebook.clone(),
        public_lists: public.map(|it| it.0).collect(),
        neighbourhood: dials.at("neighbourhood"),
        household: dials.at("household"),
        businesses: if is_nobody(of, Shares::Firms) { 0 } else { dials.at("businesses") },
        spread: dials.at("spread"),
        groups: town().groups.iter().map(|it| group(scenario, &dials, &sorts, it)).collect(),
        districts: town().districts.iter().map(|it| district(&dials, &sorts, &it.id)).collect(),
        behaviours,
        sources: sources.iter().zip(&sorts).map(|(it, sort)| source(&dials, it, &sort.1)).collect(),
        mismatch: dials.per_mille("mismatch"),
        reports: Reports {
            rate: monthly(dials.at("report-rate"), 1),
            reward: dials.at("report-reward") * 10,
            invents: dials.per_mille("report-invents"),
            breaks: dials.per_mille("report-breaks"),
        },
        feedback: feedback(&dials),
        adaptation: Adaptation {
            know: dials.per_mille("know"),
            felt: dials.at("felt"),
            seen: dials.at("seen"),
            fades: dials.at("fades"),
        },
        appeals: appeals(scenario, &dials),
        shocks: of.shocks.iter().filter_map(|it| lower_shock(scenario, it)).collect(),
    })
}

/// The first of the month of a day, or the latest that leaves room for so many months in the calendar.
pub(super) fn beginning(day: Day, months: u32) -> Day {
    let first = day.plus_days(1 - i32::from(day.day_of_month()));
    if first.checked_plus_months(months).is_some() {
        return first;
    }
    let years = i16::try_from(months / 12 + 1).unwrap_or(i16::MAX);
    Day::from_ymd(Day::MAX.year() - years, 1, 1).unwrap_or(Day::MIN)
}

/// A name as a number that is the same on every machine (FNV-1a with 64 bits).
pub(super) fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// So many times a year among 1,000 people, as the chance of one in a month, where several share it.
fn monthly(a_year: u32, among: u32) -> Chance {
    Chance::of(u64::from(a_year), 12_000 * u64::from(among.max(1)))
}

fn kind_of(who: doc::SubjectKind) -> SubjectKind {
    match who {
        doc::SubjectKind::Person => SubjectKind::Person,
        doc::SubjectKind::Business => SubjectKind::Business,
    }
}

fn group(scenario: &Scenario, dials: &Dials<'_>, sorts: &[(SourceSort, String)], it: &super::town::GroupSpec) -> Group {
    let id = it.id.as_str();
    let mut conduct = [0; NATURES];
    for (nature, family) in [
        (Nature::Prosocial, "conduct-prosocial"),
        (Nature::Harmful, "conduct-harmful"),
        (Nature::Circumstance, "conduct-circumstance"),
        (Nature::Judged, "conduct-judged"),
    ] {
        conduct[nature as usize] = dials.factor(family, id);
    }
    let visible = sorts.iter().map(|(sort, _)| {
        let own = match sort {
            SourceSort::Camera => dials.of("visible-camera", id),
            SourceSort::Platform => dials.of("visible-platform", id),
            SourceSort::Neighbour => dials.of("visible-neighbour", id),
            _ => 100,
        };
        // Per cent of per cent, in thousandths.
        dials.of("visible", id) * own / 10
    });
    Group {
        share: dials.of("share", id),
        kind: kind_of(it.who),
        is: scenario.groups.iter().position(|of| of.id == id),
        conduct,
        visible: visible.collect(),
        errors: dials.factor("errors", id),
        time: dials.factor("time", id),
        money: dials.factor("money", id),
        appeals: Chance::per_mille(dials.of("appeals", id)),
        consents: Chance::per_mille(dials.of("consents", id)),
    }
}

fn district(dials: &Dials<'_>, sorts: &[(SourceSort, String)], id: &str) -> District {
    let visible = sorts.iter().map(|(sort, _)| match sort {
        SourceSort::Camera => dials.factor("district-camera", id),
        SourceSort::Neighbour => dials.factor("district-neighbour", id),
        SourceSort::Platform => 1000,
        _ => dials.factor("district-office", id),
    });
    District { share: dials.of("district-share", id), visible: visible.collect() }
}

fn source(dials: &Dials<'_>, it: &doc::Source, sort: &str) -> Source {
    let neighbour = it.sort == SourceSort::Neighbour;
    Source {
        key: hash(&it.id),
        neighbour,
        camera: it.sort == SourceSort::Camera,
        coverage: Chance::per_mille(dials.of("coverage", sort)),
        error: if neighbour { Chance::NEVER } else { monthly(dials.of("error", sort), 1) },
    }
}

fn behaviour(scenario: &Scenario, lowered: &Lowered, dials: &Dials<'_>, deed: &Deed) -> Behaviour {
    let act: &Act = deed.act;
    let kind = deed.kind.map(|it| &scenario.kinds[it]);
    let anybody = Set::of(SubjectKind::Person as usize).with(SubjectKind::Business as usize);
    let whom = |who: Option<doc::SubjectKind>| who.map_or(anybody, |it| Set::of(kind_of(it) as usize));
    // The kind knows better than the act, and reports come from persons alone.
    let who = match kind {
        Some(kind) if kind.who.is_some() => whom(kind.who),
        _ => whom(act.who),
    };
    Behaviour {
        key: hash(kind.map_or(&act.id, |it| &it.id)),
        nature: act.nature,
        kind: deed.kind,
        sources: deed.kind.map(|it| recorders(scenario, lowered, it)).unwrap_or_default(),
        who,
        rate: if act.reporting { Chance::NEVER } else { monthly(dials.of("rate", &act.id), deed.among) },
        needs: act.needs,
        repair: act.repair,
        reporting: act.reporting && who.has(SubjectKind::Person as usize),
        response: dials.change("response", &act.id),
        incentive: dials.change("incentive", &act.id),
        scored: deed.scored,
        fields: kind.map(|it| it.fields.iter().map(draw).collect()).unwrap_or_default(),
    }
}

/// The sources of a kind; if it names none, those that its rules listen to.
fn recorders(scenario: &Scenario, lowered: &Lowered, kind: usize) -> Set {
    let sources = &scenario.rulebook.sources;
    let place = |id: &String| sources.iter().position(|it| it.id == *id);
    let named: Set = scenario.kinds[kind].sources.iter().filter_map(place).collect();
    if !named.is_empty() {
        return named;
    }
    let book = &lowered.case.rulebook;
    let all: Set = (0..sources.len()).collect();
    let rules = book.rules_of_kind.get(kind).into_iter().flatten();
    rules.fold(Set::default(), |sum, it| Set(sum.0 | book.rules[*it].sources.both(all).0))
}

/// How a value of a field is drawn: around its usual value, or 1 if it has none.
fn draw(field: &Field) -> Draw {
    if !field.choices.is_empty() {
        return Draw::Choice(u32::try_from(field.choices.len()).unwrap_or(u32::MAX));
    }
    let typical = match field.default {
        Some(Value::Number(number)) => number.0,
        _ => Points::whole(1),
    };
    let by = match field.unit.trim().to_lowercase().as_str() {
        "yuan" | "dollars" | "dollar" | "euros" | "euro" | "pounds" | "pound" | "yen" | "rupees" | "rmb" | "$"
        | "€" | "£" | "¥" => Needs::Money,
        "hours" | "hour" | "h" => Needs::Time,
        _ => Needs::Nothing,
    };
    Draw::Around { typical: typical.limited_to(Points::whole(TYPICAL)), by }
}

fn feedback(dials: &Dials<'_>) -> Feedback {
    let domains = &town().domains;
    let mut res = Feedback { circumstance: vec![1000; domains.len()], watched: vec![1000; domains.len()] };
    for it in domains {
        let (at, id) = (it.domain as usize, word(it.domain));
        if let (Some(circumstance), Some(watched)) = (res.circumstance.get_mut(at), res.watched.get_mut(at)) {
            *circumstance = dials.factor("feedback", &id);
            if super::dials::dial(&format!("watched-{id}")).is_some() {
                *watched = dials.factor("watched", &id);
            }
        }
    }
    res
}

fn appeals(scenario: &Scenario, dials: &Dials<'_>) -> Appeals {
    let safeguards = &scenario.rulebook.safeguards;
    let reasons = match safeguards.reasons {
        Reasons::Nothing => dials.at("explain-nothing"),
        Reasons::Category => dials.at("explain-category"),
        Reasons::Full => 1000,
    };
    Appeals {
        heard: safeguards.appeal && safeguards.corrections,
        told: if safeguards.notice { Chance::ALWAYS } else { dials.per_mille("told") },
        if_true: dials.at("appeal-if-true"),
        cost: dials.at("appeal-cost"),
        capacity: dials.at("appeal-capacity") * 1000,
        delay: dials.at("appeal-delay"),
        wins_wrong: dials.per_mille("win-wrong").times(reasons),
        wins_true: dials.per_mille("win-true").times(reasons),
        found: if safeguards.audit { Chance::of(u64::from(dials.at("found")), 12_000) } else { Chance::NEVER },
        review: if safeguards.human_review { dials.per_mille("review") } else { Chance::NEVER },
        found_out: safeguards.false_records_days.map(|it| it.div_ceil(30)),
    }
}

fn lower_shock(scenario: &Scenario, it: &doc::Shock) -> Option<Shock> {
    let usual = shock(it.what)?;
    let strength = it.strength.unwrap_or(usual.strength).clamp(usual.min, usual.max) * 10;
    let what = match it.what {
        ShockSort::Recession => Event::Recession(strength),
        ShockSort::Leak => Event::Leak,
        ShockSort::CapturedOffice => Event::Captured(strength),
        ShockSort::Cameras => Event::Cameras(strength),
        ShockSort::Outage => {
            let sources = &scenario.rulebook.sources;
            let named = it.source.as_ref().and_then(|id| sources.iter().position(|it| it.id == *id));
            Event::Outage(named.or(if sources.is_empty() { None } else { Some(0) })?)
        }
    };
    Some(Shock { what, from: it.from.saturating_sub(1), months: it.months })
}
