//! Random scenarios that are always valid.
//!
//! A scenario is made from a seed and a size. The seed decides what every part is like, the size how many rules,
//! consequences and events there are, so a smaller size gives the beginning of the same scenario: that is what makes
//! shrinking work. Numbers are chosen from small sets, so that caps, limits, ends of the scale and ends of months meet.

use std::sync::Arc;

use social_credit_lab::engine::{Day, Points};
use social_credit_lab::principles::laws;
use social_credit_lab::scenario::doc::{
    Associate, Backing, Band, Ceiling, Choice, Combine, Comparison, Cond, Consequence, ConsequenceNature, Correction,
    CorrectionGround, Domain, Effort, Event, Everything, Expectation, Expected, Field, Group, Kind, Limit, List,
    ListNature, Listing, Mechanism, PerUnit, Period, PointsEffect, Principle, Reasons, Reference, Relation, Repeat,
    RepeatStep, Rule, Rulebook, Safeguard, Safeguards, Scale, Scenario, Source, SourceSort, Spill, Standing, Subject,
    SubjectKind, VERSION, Value,
};
use social_credit_lab::scenario::{DayText, Decimal};

/// The largest size that the tests ask for.
pub const LARGEST: u32 = 40;

/// What sort of scenarios are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// With everything that a document can say.
    Any,
    /// Without anything that one posting shares with another: no end of the scale within reach, no limit, no ladder,
    /// no cap.
    Unshared,
}

/// A random scenario.
pub fn scenario(seed: u64, size: u32) -> Scenario {
    of_sort(Sort::Any, seed, size)
}

/// A random scenario of a sort.
pub fn of_sort(sort: Sort, seed: u64, size: u32) -> Scenario {
    let (first, last) = days(seed);
    let sources = sources(seed);
    let kinds = kinds(seed, &sources);
    let groups = [("g1", "Harbour"), ("g2", "Hills")].map(|(id, label)| Group { id: id.into(), label: label.into() });
    let cast = cast(seed, &groups);
    let lists = lists(seed);
    let (scale, bands) = scale_and_bands(sort, seed);
    let names = Names { sort, kinds: &kinds, sources: &sources, groups: &groups, lists: &lists, bands: &bands };
    let wanted = |most: u64, tag| Rng::new(seed, tag, 0).below(most + 1);
    let n_rules = wanted(9, "rules").min(u64::from(1 + size / 3));
    let n_consequences = wanted(7, "consequences").min(u64::from(size / 3));
    let rules = (0..n_rules).map(|idx| Arc::new(names.rule(seed, idx, scale.is_some()))).collect();
    let consequences = (0..n_consequences).map(|idx| names.consequence(seed, idx)).collect();
    let events = (0..u64::from(size)).map(|idx| Arc::new(names.event(seed, idx, &cast, (first, last)))).collect();
    let mut rng = Rng::new(seed, "rulebook", 0);
    let combine = *rng.pick(&[Combine::All, Combine::All, Combine::First, Combine::Strongest]);
    let fading = if scale.is_some() { *rng.pick(&[0, 0, 0, 0, 1, 50, 333, 500, 1000]) } else { 0 };
    let safeguards = safeguards(sort, seed);
    let (principles, expectations) = (principles(seed, &kinds), expectations(seed, &cast, &bands, &lists, last));
    let rulebook = Rulebook { scale, bands, combine, fading, sources, rules, lists, consequences, safeguards };
    Scenario {
        version: VERSION,
        title: format!("Random scenario {seed} of size {size}"),
        summary: String::new(),
        mechanism: *rng.pick(&[Mechanism::Score, Mechanism::List, Mechanism::FirmRating, Mechanism::CommercialScore]),
        standing: Standing::Invented,
        caveat: String::new(),
        first_day: DayText(first),
        last_day: DayText(last),
        references: vec![Reference { id: "ref".into(), text: "Nobody, Nothing, 2021".into(), url: None }],
        groups: groups.into(),
        kinds,
        rulebook,
        cast,
        events,
        principles,
        expectations,
        society: Default::default(),
    }
}

fn principles(seed: u64, kinds: &[Kind]) -> Vec<Principle> {
    let mut rng = Rng::new(seed, "principles", 0);
    let n = rng.below(4);
    let mut one = |idx| {
        let says = *rng.pick(&laws::ALL);
        let most = rng.maybe(50, &[0, 500, 1_000, 2_000, 10_000]).map(decimal);
        let kind = rng.maybe(30, kinds).map(|it| it.id);
        Principle { id: format!("p{idx}"), says, most, kind }
    };
    (0..n).map(&mut one).collect()
}

fn expectations(seed: u64, cast: &[Subject], bands: &[Band], lists: &[List], last: Day) -> Vec<Expectation> {
    let mut rng = Rng::new(seed, "expectations", 0);
    let n = if cast.is_empty() { 0 } else { rng.below(4) };
    let mut one = |idx| {
        let subject = rng.pick(cast).id.clone();
        let day = rng.maybe(50, &[DayText(last), DayText(later(last, -1))]);
        let (high, always) = (rng.chance(50), rng.chance(50));
        let new = |is| Expectation {
            id: format!("x{idx}"),
            subject: subject.clone(),
            is,
            band: None,
            score: None,
            list: None,
            day,
        };
        if let Some(band) =
            rng.maybe(50, &bands.iter().map(|it| it.id.clone()).chain([String::new()]).collect::<Vec<_>>())
            && !band.is_empty()
        {
            let is = if always { Expected::StaysAtLeast } else { Expected::EndsInBand };
            return Some(Expectation { band: Some(band), ..new(is) });
        }
        if !bands.is_empty() && high {
            let is = if always { Expected::ScoreAtLeast } else { Expected::ScoreAtMost };
            return Some(Expectation { score: Some(amount(&mut rng)), ..new(is) });
        }
        let list = lists.first()?.id.clone();
        Some(Expectation { list: Some(list), ..new(if always { Expected::NeverOnList } else { Expected::OnList }) })
    };
    (0..n).filter_map(&mut one).collect()
}

/// A stream of numbers that depends on nothing but what it was made from.
pub struct Rng(u64);

impl Rng {
    /// The stream for one part of a scenario.
    pub fn new(seed: u64, tag: &str, idx: u64) -> Self {
        let mut res = Self(seed ^ super::hash::fnv1a(tag).rotate_left(17));
        res.0 = res.next() ^ idx.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        res.next();
        res
    }

    /// The next number: `SplitMix64`.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        ((self.next() >> 32) * n) >> 32
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    /// One of these, so many times in a hundred.
    fn maybe<T: Clone>(&mut self, percent: u64, all: &[T]) -> Option<T> {
        let picked = self.pick(all).clone();
        self.chance(percent).then_some(picked)
    }

    /// Each of these, so many times in a hundred.
    fn some<T: Clone>(&mut self, percent: u64, all: &[T]) -> Vec<T> {
        all.iter().filter(|_| self.chance(percent)).cloned().collect()
    }

    /// These in another order.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, usize::try_from(self.below(last as u64 + 1)).unwrap());
        }
    }
}

const DOMAINS: [Domain; 4] = [Domain::Travel, Domain::Loans, Domain::Work, Domain::PublicServices];
const STANDINGS: [Standing; 3] = [Standing::Documented, Standing::Reported, Standing::Invented];
const RELATIONS: [Relation; 4] = [Relation::Household, Relation::Employer, Relation::Owner, Relation::Supplier];
const WHO: [SubjectKind; 2] = [SubjectKind::Person, SubjectKind::Business];
const MONTHS: [u32; 8] = [1, 1, 2, 3, 6, 12, 14, 1200];
/// Sizes of amounts, in thousandths.
const AMOUNTS: [i64; 13] = [0, 1, 499, 500, 1_000, 2_000, 3_333, 5_000, 10_000, 20_000, 30_000, 50_000, 1_000_000];
/// Values of number fields, in thousandths.
const NUMBERS: [i64; 9] = [-3_000, 0, 500, 1_000, 2_000, 10_000, 99_999, 100_000, 250_500];

fn decimal(thousandths: i64) -> Decimal {
    Decimal(Points::from_thousandths(thousandths))
}

fn amount(rng: &mut Rng) -> Decimal {
    let size = *rng.pick(&AMOUNTS);
    decimal(if rng.chance(60) { -size } else { size })
}

fn days(seed: u64) -> (Day, Day) {
    let mut rng = Rng::new(seed, "days", 0);
    let first: Day = rng
        .pick(&["2019-01-01", "2019-12-31", "2020-02-29", "2021-01-31", "2021-06-15", "2023-11-01", "2199-08-31"])
        .parse()
        .unwrap();
    let longest = *rng.pick(&[1, 40, 130, 400, 400, 800, 1100]);
    (first, later(first, i32::try_from(rng.below(longest)).unwrap()))
}

/// The day so many days later, or the last of the calendar.
fn later(day: Day, days: i32) -> Day {
    Day::from_number(day.number() + days)
}

fn sources(seed: u64) -> Vec<Source> {
    let mut rng = Rng::new(seed, "sources", 0);
    let sorts = [SourceSort::Court, SourceSort::Platform, SourceSort::Neighbour];
    let all = sorts.into_iter().zip(["court", "shop", "neighbour"]);
    let all = all.map(|(sort, id)| Source { id: id.into(), label: format!("the {id}"), sort, on: rng.chance(88) });
    let mut all: Vec<Source> = all.collect();
    all.truncate(1 + usize::try_from(rng.below(3)).unwrap());
    all
}

fn kinds(seed: u64, sources: &[Source]) -> Vec<Kind> {
    let mut rng = Rng::new(seed, "kinds", 0);
    let count = 1 + rng.below(4);
    let kind = |idx| {
        let mut fields = Vec::new();
        if rng.chance(50) {
            let default = rng.maybe(60, &NUMBERS).map(|it| Value::Number(decimal(it)));
            fields.push(Field { id: "n".into(), label: "N".into(), unit: "yuan".into(), choices: Vec::new(), default });
        }
        if rng.chance(40) {
            let choices = ["x", "y", "z"].map(|id| Choice { id: id.into(), label: id.into() }).into();
            let default = rng.maybe(50, &["x", "y", "z"]).map(|it| Value::Choice(it.to_owned()));
            fields.push(Field { id: "c".into(), label: "C".into(), unit: String::new(), choices, default });
        }
        if rng.chance(30) {
            fields.reverse();
        }
        Kind {
            id: format!("k{idx}"),
            label: format!("thing {idx} happens"),
            short: format!("thing {idx}"),
            domain: rng.maybe(75, &DOMAINS),
            who: rng.maybe(10, &WHO),
            fields,
            sources: rng.some(80, &ids(sources.iter().map(|it| &it.id))),
            effort: effort(seed, idx),
        }
    };
    (0..count).map(kind).collect()
}

/// From dice of its own, so that everything else stays as it was before there was such a field.
fn effort(seed: u64, idx: u64) -> Option<Effort> {
    let mut rng = Rng::new(seed, "effort", idx);
    let numbers = [0, 500, 1_000, 2_000, 8_000].map(decimal);
    let (hours, money) = (*rng.pick(&numbers), *rng.pick(&numbers));
    rng.chance(40).then(|| Effort { hours, money, never: rng.chance(20) })
}

/// Ids that are not in alphabetical order, so that the order of the document is not that of the ids.
const SUBJECTS: [&str; 4] = ["dora", "abel", "cleo", "bert"];

fn cast(seed: u64, groups: &[Group]) -> Vec<Subject> {
    let mut rng = Rng::new(seed, "cast", 0);
    let here = &SUBJECTS[..1 + usize::try_from(rng.below(4)).unwrap()];
    let subject = |id: &&str| {
        let others: Vec<_> = here.iter().filter(|it| *it != id).collect();
        let all: Vec<_> = others.iter().flat_map(|it| RELATIONS.map(|relation| (**it, relation))).collect();
        let associates = rng.some(if here.len() == 2 { 40 } else { 20 }, &all);
        let associates = associates.into_iter().map(|(it, relation)| Associate { subject: it.into(), relation });
        Subject {
            id: (*id).into(),
            name: (*id).into(),
            kind: *rng.pick(&WHO),
            about: String::new(),
            group: rng.maybe(60, groups).map(|it| it.id),
            consents: rng.chance(70),
            associates: associates.collect(),
        }
    };
    here.iter().map(subject).collect()
}

fn lists(seed: u64) -> Vec<List> {
    let mut rng = Rng::new(seed, "lists", 0);
    let count = rng.below(4);
    let list = |idx| List {
        id: format!("l{idx}"),
        label: format!("list {idx}"),
        nature: *rng.pick(&[ListNature::Red, ListNature::Black]),
        public: rng.chance(50),
        months: rng.maybe(40, &MONTHS),
        standing: *rng.pick(&STANDINGS),
        reference: None,
    };
    (0..count).map(list).collect()
}

/// Lowest, highest and start in thousandths.
const SCALES: [(i64, i64, i64); 6] = [
    (0, 100_000, 50_000),
    (0, 100_000, 100_000),
    (0, 1_100_000, 1_000_000),
    (-10_500, 10_500, 0),
    (0, 1, 0),
    (-100_000, 0, -20_000),
];

fn scale_and_bands(sort: Sort, seed: u64) -> (Option<Scale>, Vec<Band>) {
    let mut rng = Rng::new(seed, "scale", 0);
    let (lowest, highest, start) = match sort {
        Sort::Any if rng.chance(8) => return (None, Vec::new()),
        Sort::Any => *rng.pick(&SCALES),
        Sort::Unshared => (-1_000_000_000_000, 1_000_000_000_000, 0),
    };
    let scale = Scale { lowest: decimal(lowest), highest: decimal(highest), start: decimal(start) };
    let mut cuts: Vec<i64> = match sort {
        Sort::Any => (0..rng.below(6))
            .map(|_| lowest + (highest - lowest) * [1, 3, 5, 6, 9, 10][usize::try_from(rng.below(6)).unwrap()] / 10)
            .collect(),
        Sort::Unshared => rng.some(60, &[-50_000, -5_000, 0, 5_000, 50_000]),
    };
    cuts.push(lowest);
    cuts.sort_unstable();
    cuts.dedup();
    let ids = ["AAA", "A+", "A", "B", "C", "D"];
    let bands = cuts.iter().rev().zip(ids);
    let band = |(from, id): (&i64, &str)| Band { id: id.into(), label: String::new(), from: decimal(*from) };
    (Some(scale), bands.map(band).collect())
}

/// What a person learns and can do.
fn told(seed: u64) -> Safeguards {
    let mut rng = Rng::new(seed, "told", 0);
    Safeguards {
        notice: rng.chance(30),
        reasons: *rng.pick(&[Reasons::Nothing, Reasons::Nothing, Reasons::Category, Reasons::Full]),
        appeal: rng.chance(30),
        human_review: rng.chance(20),
        audit: rng.chance(20),
        backing: backing(&mut rng),
        ..Safeguards::default()
    }
}

/// What sources say about safeguards: two statements at most, none of them with a source.
fn backing(rng: &mut Rng) -> Vec<Backing> {
    let standings = [Standing::Documented, Standing::Unverified];
    let all = Safeguard::ALL.into_iter().filter(|_| rng.chance(10)).take(2).collect::<Vec<_>>();
    let one =
        |safeguard| Backing { safeguard, standing: *rng.pick(&standings), reference: None, note: "It says so.".into() };
    all.into_iter().map(one).collect()
}

fn safeguards(sort: Sort, seed: u64) -> Safeguards {
    let mut rng = Rng::new(seed, "safeguards", 0);
    let caps = [0, 500, 1_000, 5_000, 30_000, 60_000].map(decimal);
    let res = Safeguards {
        consent: rng.chance(30),
        corrections: rng.chance(85) || sort == Sort::Unshared,
        false_records_days: rng.maybe(40, &[1, 10, 31, 400, 36_500]),
        event_cap: rng.maybe(25, &caps),
        year_cap: rng.maybe(25, &caps),
        no_cliff: rng.chance(25),
        expiry_months: rng.maybe(20, &MONTHS),
        purpose_limit: rng.chance(30),
        essential_floor: rng.chance(30),
        no_spill_over: rng.chance(15),
        ..told(seed)
    };
    match sort {
        Sort::Any => res,
        Sort::Unshared => Safeguards { event_cap: None, year_cap: None, no_cliff: false, ..res },
    }
}

fn ids<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    all.cloned().collect()
}

/// What rules, consequences and events may name.
struct Names<'a> {
    sort: Sort,
    kinds: &'a [Kind],
    sources: &'a [Source],
    groups: &'a [Group],
    lists: &'a [List],
    bands: &'a [Band],
}

impl Names<'_> {
    fn rule(&self, seed: u64, idx: u64, has_scale: bool) -> Rule {
        let mut rng = Rng::new(seed, "rule", idx);
        let kind = rng.pick(self.kinds);
        let when = rng.chance(45).then(|| self.cond(&mut rng, kind, 3));
        let lists = ids(self.lists.iter().map(|it| &it.id));
        let listings = rng.some(20, &lists).into_iter();
        let listings = listings.map(|list| Listing { list, months: rng.maybe(40, &MONTHS) }).collect();
        let limited = rng.chance(30) && self.sort == Sort::Any;
        Rule {
            id: format!("r{idx}"),
            kind: kind.id.clone(),
            when,
            reported_by: if rng.chance(25) { rng.some(50, &self.source_ids()) } else { Vec::new() },
            points: (has_scale && rng.chance(85)).then(|| self.points(&mut rng, kind)),
            ceiling: rng
                .maybe(if has_scale { 25 } else { 0 }, self.bands_or_one())
                .map(|band| Ceiling { band: band.id, months: rng.maybe(60, &MONTHS) }),
            listings,
            delistings: rng.some(12, &lists),
            limit: limited.then(|| limit(&mut rng)),
            on: rng.chance(88),
            standing: *rng.pick(&STANDINGS),
            reference: rng.maybe(30, &["ref".to_owned()]),
            note: String::new(),
        }
    }

    /// The bands, or any one where there are none.
    fn bands_or_one(&self) -> &[Band] {
        const ONE: &[Band] = &[Band { id: String::new(), label: String::new(), from: Decimal::whole(0) }];
        if self.bands.is_empty() { ONE } else { self.bands }
    }

    fn source_ids(&self) -> Vec<String> {
        ids(self.sources.iter().map(|it| &it.id))
    }

    fn points(&self, rng: &mut Rng, kind: &Kind) -> PointsEffect {
        let value = amount(rng);
        let number = kind.fields.iter().find(|it| it.choices.is_empty());
        let (mut per, mut repeat) = (None, None);
        match (rng.below(3), number) {
            (0, Some(field)) => {
                let unit = decimal(*rng.pick(&[1, 500, 1_000, 100_000]));
                per = Some(PerUnit { field: field.id.clone(), unit });
            }
            (1, _) if self.sort == Sort::Any => {
                let mut step = |_| match rng.chance(15) && value <= Decimal::whole(0) {
                    true => RepeatStep::Everything(Everything::All),
                    false => RepeatStep::Points(amount(rng)),
                };
                let then = (0..3).map(&mut step).take(usize::try_from(seedless(&value, 4)).unwrap()).collect();
                repeat = Some(Repeat { then, within: rng.maybe(60, &MONTHS) });
            }
            _ => {}
        }
        let spill = rng
            .chance(35)
            .then(|| Spill { share: *rng.pick(&[0, 1, 333, 500, 500, 1000]), to: rng.some(60, &RELATIONS) });
        let range = rng.chance(10).then(|| (decimal(-1_000_000), decimal(1_000_000)));
        PointsEffect { amount: value, per, repeat, months: rng.maybe(45, &MONTHS), spill, range }
    }

    fn cond(&self, rng: &mut Rng, kind: &Kind, levels: u32) -> Cond {
        let parts = |rng: &mut Rng| (0..rng.below(3)).map(|_| self.cond(rng, kind, levels - 1)).collect();
        match rng.below(if levels == 0 { 5 } else { 8 }) {
            5 => return Cond::All(parts(rng)),
            6 => return Cond::Any(parts(rng)),
            7 => return Cond::Not(Box::new(self.cond(rng, kind, levels - 1))),
            _ => {}
        }
        match rng.below(4) {
            0 => Cond::Subject(*rng.pick(&WHO)),
            1 => Cond::Group(rng.pick(self.groups).id.clone()),
            _ if kind.fields.is_empty() => Cond::All(Vec::new()),
            _ => {
                let field = rng.pick(&kind.fields);
                if field.choices.is_empty() {
                    let all = [
                        Comparison::LessThan,
                        Comparison::AtMost,
                        Comparison::Equal,
                        Comparison::AtLeast,
                        Comparison::MoreThan,
                    ];
                    let is = *rng.pick(&all);
                    Cond::Number { field: field.id.clone(), is, value: decimal(*rng.pick(&NUMBERS)) }
                } else {
                    Cond::Choice { field: field.id.clone(), is: rng.pick(&field.choices).id.clone() }
                }
            }
        }
    }

    fn consequence(&self, seed: u64, idx: u64) -> Consequence {
        let mut rng = Rng::new(seed, "consequence", idx);
        Consequence {
            id: format!("c{idx}"),
            label: format!("consequence {idx}"),
            nature: *rng.pick(&[ConsequenceNature::Penalty, ConsequenceNature::Penalty, ConsequenceNature::Reward]),
            domain: *rng.pick(&DOMAINS),
            essential: rng.chance(25),
            bands: rng.some(40, &ids(self.bands.iter().map(|it| &it.id))),
            lists: rng.some(35, &ids(self.lists.iter().map(|it| &it.id))),
            who: rng.maybe(20, &WHO),
            standing: *rng.pick(&STANDINGS),
            reference: None,
            note: String::new(),
        }
    }

    fn event(&self, seed: u64, idx: u64, cast: &[Subject], days: (Day, Day)) -> Event {
        let mut rng = Rng::new(seed, "event", idx);
        let kind = rng.pick(self.kinds);
        let day = event_day(&mut rng, seed, days);
        let mut fields = std::collections::BTreeMap::new();
        for field in &kind.fields {
            if rng.chance(60) {
                let value = match field.choices.is_empty() {
                    true => Value::Number(decimal(*rng.pick(&NUMBERS))),
                    false => Value::Choice(rng.pick(&field.choices).id.clone()),
                };
                fields.insert(field.id.clone(), value);
            }
        }
        let recorded_by = match rng.below(10) {
            0 => Some(Vec::new()),
            1 | 2 => Some(rng.some(60, &self.source_ids())),
            _ => None,
        };
        let delay = *rng.pick(&[1, 5, 28, 30, 31, 60, 365]);
        let struck = if rng.chance(30) { first_of_next_month(later(day, delay)) } else { later(day, delay) };
        let by = *rng.pick(&[CorrectionGround::Appeal, CorrectionGround::Repair]);
        let corrected = (rng.chance(20) && struck > day).then_some(Correction { day: DayText(struck), by });
        Event {
            id: format!("e{idx}"),
            subject: rng.pick(cast).id.clone(),
            kind: kind.id.clone(),
            day: DayText(day),
            fields,
            recorded_by,
            genuine: rng.chance(80),
            corrected,
            note: String::new(),
        }
    }
}

/// A small number that depends on a value and on nothing else.
fn seedless(value: &Decimal, below: u64) -> u64 {
    value.0.thousandths().unsigned_abs() % below
}

fn limit(rng: &mut Rng) -> Limit {
    let per = *rng.pick(&[Period::Month, Period::Year]);
    let mut points = rng.maybe(65, &[0, 1_000, 5_000, 10_000, 30_000].map(decimal));
    let times = rng.maybe(45, &[0, 1, 2, 3]);
    if times.is_none() && points.is_none() {
        points = Some(decimal(10_000));
    }
    Limit { per, points, times }
}

/// A day of the scenario: often one that other events have too, or the first or last of a month; now and then outside.
fn event_day(rng: &mut Rng, seed: u64, (first, last): (Day, Day)) -> Day {
    let span = u64::try_from(last.days_since(first)).unwrap();
    let inside = |rng: &mut Rng| later(first, i32::try_from(rng.below(span + 1)).unwrap());
    let day = match rng.below(100) {
        0..3 => return later(last, i32::try_from(rng.below(40)).unwrap() - 20),
        3..38 => {
            let busy = rng.below(4);
            inside(&mut Rng::new(seed, "busy day", busy))
        }
        38..52 => first_of_next_month(inside(rng)),
        52..66 => later(first_of_next_month(inside(rng)), -1),
        _ => inside(rng),
    };
    day.clamp(first, last)
}

fn first_of_next_month(day: Day) -> Day {
    let (year, month) = if day.month() == 12 { (day.year() + 1, 1) } else { (day.year(), day.month() + 1) };
    Day::from_ymd(year, month, 1).unwrap_or(Day::MAX)
}
