//! The measures of a society a second time: person by person, from what a neighbourhood lived through.
//!
//! Nothing here looks at a tally. People are watched month by month, their files are read, the case engine says what a
//! record cost and what somebody was given, and a second world without the system says what everybody would have done.

use std::collections::BTreeSet;

use social_credit_lab::engine::case::report::{Entry, Interval, Life};
use social_credit_lab::engine::model::{Case, Event, Set, SubjectKind};
use social_credit_lab::engine::run;
use social_credit_lab::engine::society::chance::Chance;
use social_credit_lab::engine::society::measures::{Measure, Who};
use social_credit_lab::engine::society::model::{Nature, Society};
use social_credit_lab::engine::society::{Diary, Moment, Town, Truth};

/// A record in somebody's file.
pub struct Record {
    pub behaviour: usize,
    pub month: u32,
    pub truth: Truth,
    pub sources: Set,
    pub corrected: bool,
    /// Whether it cost its subject anything on the spot.
    pub hurt: bool,
}

/// One of many, looked at closely.
pub struct Person {
    pub group: usize,
    pub district: usize,
    pub neighbourhood: u32,
    pub is_person: bool,
    pub moments: Vec<Moment>,
    /// For each month, whether a reward holds.
    pub rewarded: Vec<bool>,
    pub file: Vec<Record>,
    /// What it did: behaviour and month.
    pub deeds: BTreeSet<(usize, u32)>,
    /// What it would have done without the system.
    pub deeds_without: BTreeSet<(usize, u32)>,
    /// The lists that it is on at the end.
    pub lists: BTreeSet<usize>,
}

/// Everybody in a replicate of a society.
pub fn people(society: &Society, replicate: u32) -> Vec<Person> {
    let without = without_system(society);
    let (town, other) = (Town::new(society, replicate), Town::new(&without, replicate));
    let mut res = Vec::new();
    for neighbourhood in 0..society.neighbourhoods() {
        let (groups, district, moments) = town.watch(neighbourhood);
        for (place, group) in groups.into_iter().enumerate() {
            let person = neighbourhood * society.neighbourhood + place as u32;
            let diary = town.diary(person);
            assert_eq!(diary.members[diary.about].moments, moments[place]);
            let mut one = read(society, &diary);
            (one.group, one.district, one.neighbourhood) = (group, district, neighbourhood);
            one.deeds_without = deeds(&without, &other.diary(person));
            res.push(one);
        }
    }
    res
}

/// The same society, where nothing that the system does changes what people do.
pub fn without_system(society: &Society) -> Society {
    let mut res = society.clone();
    res.adaptation.felt = 0;
    res.adaptation.seen = 0;
    res.feedback.circumstance.iter_mut().for_each(|it| *it = 1000);
    for it in &mut res.behaviours {
        it.incentive = 0;
        if it.repair {
            it.rate = Chance::NEVER;
        }
    }
    res
}

fn deeds(society: &Society, diary: &Diary) -> BTreeSet<(usize, u32)> {
    let mine = diary.events.iter().filter(|it| it.owner == diary.about && it.truth == Truth::True);
    mine.filter(|it| !society.behaviours[it.behaviour].reporting).map(|it| (it.behaviour, it.month)).collect()
}

fn read(society: &Society, diary: &Diary) -> Person {
    let day = |month: u32| society.first.plus_months(month);
    let case = Case {
        first: society.first,
        last: day(society.months),
        rulebook: society.rulebook.clone(),
        subjects: diary.members.iter().map(|it| it.subject.clone()).collect(),
        events: diary
            .events
            .iter()
            .map(|it| Event {
                subject: it.owner,
                kind: society.behaviours[it.behaviour].kind.unwrap(),
                day: day(it.month),
                fields: it.values.clone(),
                recorded_by: it.sources,
                corrected: it.corrected.map(day),
            })
            .collect(),
    };
    let report = run(&case);
    let life = &report.lives[diary.about];
    let consequences = &society.rulebook.consequences;
    let in_force = |it: &Interval, month: u32| it.begin <= day(month) && it.end.is_none_or(|end| day(month) < end);
    let penalised = |life: &Life, month: u32| {
        life.consequences.iter().any(|it| consequences[it.consequence].penalty && in_force(it, month))
    };
    // The same lives without any record that is not true.
    let is_true = case.events.iter().zip(&diary.events).filter(|it| it.1.truth == Truth::True);
    let clean = Case { events: is_true.map(|it| it.0.clone()).collect(), ..case.clone() };
    let clean = run(&clean);
    for (month, moment) in (0..).zip(&diary.members[diary.about].moments) {
        let wrongly = penalised(life, month) && !penalised(&clean.lives[diary.about], month);
        assert_eq!(moment.wrongly, wrongly, "month {month}");
    }
    let costs = |event: usize| {
        life.lines.iter().filter(|it| it.event == Some(event)).any(|it| match it.entry {
            Entry::Posted(_) => it.applied.is_loss(),
            Entry::Ceiling { .. } => true,
            Entry::Listed { list } => consequences.iter().any(|it| it.penalty && it.lists.has(list)),
            _ => false,
        })
    };
    let mine = diary.events.iter().enumerate().filter(|it| it.1.owner == diary.about && !it.1.sources.is_empty());
    let file = mine
        .map(|(event, it)| Record {
            behaviour: it.behaviour,
            month: it.month,
            truth: it.truth,
            sources: it.sources,
            corrected: it.corrected.is_some(),
            hurt: costs(event),
        })
        .collect();
    let rewarded =
        |month: u32| life.consequences.iter().any(|it| !consequences[it.consequence].penalty && in_force(it, month));
    let last = day(society.months - 1);
    let mut on: Vec<(usize, usize)> = Vec::new();
    for (line, it) in life.lines.iter().enumerate().filter(|it| it.1.day <= last) {
        match it.entry {
            Entry::Listed { list } => on.push((line, list)),
            Entry::ListingEnded { of, .. } => on.retain(|it| it.0 != of),
            _ => {}
        }
    }
    let about = &diary.members[diary.about];
    Person {
        group: about.group,
        district: 0,
        neighbourhood: 0,
        is_person: about.subject.kind == SubjectKind::Person,
        moments: about.moments.clone(),
        rewarded: (0..society.months).map(rewarded).collect(),
        file,
        deeds: deeds(society, diary),
        deeds_without: BTreeSet::new(),
        lists: on.into_iter().map(|it| it.1).collect(),
    }
}

fn share(some: usize, all: usize) -> Option<f64> {
    if all == 0 { None } else { Some(some as f64 / all as f64) }
}

fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / values.len() as f64) }
}

/// By the definition: all pairs.
fn gini(values: &[f64]) -> Option<f64> {
    let sum: f64 = values.iter().sum();
    let differences: f64 = values.iter().flat_map(|one| values.iter().map(move |other| (one - other).abs())).sum();
    if sum == 0.0 { None } else { Some(differences / (2.0 * values.len() as f64 * sum)) }
}

/// The lower of the middle ones.
fn middle(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    if values.is_empty() { None } else { Some(values[(values.len() - 1) / 2]) }
}

/// The chance that two acts, with replacement, are of different kinds: by going through all pairs.
fn variety(acts: &[usize]) -> Option<f64> {
    let pairs = acts.iter().flat_map(|one| acts.iter().map(move |other| one != other));
    share(pairs.filter(|it| *it).count(), acts.len() * acts.len())
}

/// Whether a measure can be found here. The rest is what no file shows: who was told, who reported.
pub fn is_known(measure: Measure) -> bool {
    !matches!(
        measure,
        Measure::Told
            | Measure::Appealed
            | Measure::Heard
            | Measure::Wait
            | Measure::Success
            | Measure::Queue
            | Measure::TrueReports
            | Measure::FalseReports
            | Measure::BrokenTies
            | Measure::Isolated
    )
}

/// Those among whom a measure is taken.
pub fn those(people: &[Person], who: Who) -> Vec<&Person> {
    let is = |it: &&Person| match who {
        Who::All => true,
        Who::Group(group) => it.group == group,
        Who::District(district) => it.district == district,
        Who::Cell { group, district } => it.group == group && it.district == district,
    };
    people.iter().filter(is).collect()
}

/// A measure of some people; only where [`is_known`].
pub fn value(society: &Society, everybody: &[Person], measure: Measure, who: Who) -> Option<f64> {
    let people = those(everybody, who);
    let n = people.len();
    let months = society.months as usize;
    let moments = || people.iter().flat_map(|it| &it.moments);
    let in_band = |band: usize| people.iter().filter(|it| it.moments[months - 1].band == band).count();
    let score = |it: &Moment| it.score.thousandths() as f64 / 1000.0;
    let ends = || people.iter().map(|it| score(&it.moments[months - 1]));
    let scale = society.rulebook.scale;
    let lowest = scale.lowest.thousandths() as f64 / 1000.0;
    let span = (scale.highest - scale.lowest).thousandths().max(1);
    let hundredths = |it: &Moment| ((it.score - scale.lowest).thousandths() * 100 / span) as f64;
    let last = |it: &&Person| it.moments[months - 1];
    let is_all_or_group = matches!(who, Who::All | Who::Group(_));
    let yearly = || {
        people.iter().flat_map(|it| {
            it.moments
                .chunks_exact(12)
                .map(|year| year[11].band)
                .collect::<Vec<_>>()
                .windows(2)
                .map(|it| (it[0], it[1]))
                .collect::<Vec<_>>()
        })
    };
    let moves = |is: fn(usize, usize) -> bool| {
        let all: Vec<_> = yearly().collect();
        if is_all_or_group { share(all.iter().filter(|it| is(it.0, it.1)).count(), all.len()) } else { None }
    };
    let wrong = || people.iter().flat_map(|it| &it.file).filter(|it| it.truth != Truth::True);
    let files = || people.iter().map(|it| it.file.len()).sum::<usize>();
    let chosen = |all: fn(&Person) -> &BTreeSet<(usize, u32)>| {
        let is_act = |it: &&(usize, u32)| society.behaviours[it.0].nature != Nature::Circumstance;
        people.iter().flat_map(|it| all(it).iter().filter(is_act).map(|it| it.0)).collect::<Vec<usize>>()
    };
    let of_nature = |nature: Nature, all: &BTreeSet<(usize, u32)>| {
        all.iter().filter(|it| society.behaviours[it.0].nature == nature).copied().collect::<BTreeSet<_>>()
    };
    match measure {
        Measure::Penalised => share(moments().filter(|it| it.penalised).count(), n * months),
        Measure::EverPenalised => share(people.iter().filter(|it| it.moments.iter().any(|it| it.penalised)).count(), n),
        Measure::Wrongly => share(moments().filter(|it| it.wrongly).count(), n * months),
        Measure::WronglyOfPenalised => {
            share(moments().filter(|it| it.wrongly).count(), moments().filter(|it| it.penalised).count())
        }
        Measure::EverWrongly => share(people.iter().filter(|it| it.moments.iter().any(|it| it.wrongly)).count(), n),
        Measure::LowestBand => share(in_band(0), n),
        Measure::HighestBand => share(in_band(society.bands() - 1), n),
        Measure::MeanScore => mean(&ends().collect::<Vec<_>>()),
        Measure::MedianScore => {
            let middle = middle(people.iter().map(|it| hundredths(&last(it))).collect())?;
            Some(lowest + middle / 100.0 * span as f64 / 1000.0)
        }
        Measure::Persistence => moves(|from, to| from == to),
        Measure::Upward => moves(|from, to| from < to),
        Measure::Downward => moves(|from, to| from > to),
        Measure::StickyFloor => {
            let from_floor: Vec<_> = yearly().filter(|it| it.0 == 0).collect();
            if is_all_or_group {
                share(from_floor.iter().filter(|it| it.1 == 0).count(), from_floor.len())
            } else {
                None
            }
        }
        Measure::Recovery => {
            let (ended, left) = penalties(&people);
            let all = ended.iter().map(|it| *it as f64).chain(left.iter().map(|_| f64::INFINITY)).collect();
            middle(all).filter(|it| it.is_finite())
        }
        Measure::NotRecovered => {
            let (ended, left) = penalties(&people);
            share(left.len(), ended.len() + left.len())
        }
        Measure::BaseRate => share(years(society, &people, |harmed, _| harmed), all_years(society, &people)),
        Measure::PenaltyRate => share(years(society, &people, |_, it| it), all_years(society, &people)),
        Measure::FalsePositives => {
            share(years(society, &people, |harmed, it| !harmed && it), years(society, &people, |harmed, _| !harmed))
        }
        Measure::FalseNegatives => {
            share(years(society, &people, |harmed, it| harmed && !it), years(society, &people, |harmed, _| harmed))
        }
        Measure::Meaning => {
            share(years(society, &people, |harmed, it| harmed && it), years(society, &people, |_, it| it))
        }
        Measure::Accuracy => share(years(society, &people, |harmed, it| harmed == it), all_years(society, &people)),
        Measure::PenaltyGap => spread(society, everybody, Measure::PenaltyRate, who).map(|it| it.1 - it.0),
        Measure::PenaltyRatio => {
            spread(society, everybody, Measure::PenaltyRate, who).filter(|it| it.1 > 0.0).map(|it| it.0 / it.1)
        }
        Measure::SparedRatio => spread(society, everybody, Measure::PenaltyRate, who)
            .filter(|it| it.0 < 1.0)
            .map(|it| (1.0 - it.1) / (1.0 - it.0)),
        Measure::FalsePositiveGap => spread(society, everybody, Measure::FalsePositives, who).map(|it| it.1 - it.0),
        Measure::FalseNegativeGap => spread(society, everybody, Measure::FalseNegatives, who).map(|it| it.1 - it.0),
        Measure::MeaningGap => spread(society, everybody, Measure::Meaning, who).map(|it| it.1 - it.0),
        Measure::Forgone(nature) => {
            let would = |it: &&Person| of_nature(nature, &it.deeds_without).len();
            let not = |it: &&Person| of_nature(nature, &it.deeds_without).difference(&it.deeds).count();
            share(people.iter().map(not).sum(), people.iter().map(would).sum())
        }
        Measure::Added(nature) => {
            let does = |it: &&Person| of_nature(nature, &it.deeds).len();
            let more = |it: &&Person| of_nature(nature, &it.deeds).difference(&it.deeds_without).count();
            share(people.iter().map(more).sum(), people.iter().map(does).sum())
        }
        Measure::Diversity if who == Who::All => variety(&chosen(|it| &it.deeds)),
        Measure::DiversityChange if who == Who::All => {
            Some(variety(&chosen(|it| &it.deeds))? - variety(&chosen(|it| &it.deeds_without))?)
        }
        Measure::Diversity | Measure::DiversityChange => None,
        Measure::Held => share(files(), n),
        Measure::Joined => share(people.iter().map(|it| sources(it).len()).sum(), n),
        Measure::Unique => {
            let seen =
                |it: &Person| (it.neighbourhood, it.group, it.moments[months - 1].band, it.lists.clone(), sources(it));
            let alone = |it: &&&Person| everybody.iter().filter(|other| seen(other) == seen(it)).count() == 1;
            share(people.iter().filter(alone).count(), n)
        }
        Measure::Exposed => share(leaks(society, &people).iter().filter(|it| **it > 0).count(), n),
        Measure::ExposedRecords => share(leaks(society, &people).iter().sum::<usize>() * 1000, n),
        Measure::GiniScores => gini(&people.iter().map(|it| hundredths(&last(it))).collect::<Vec<_>>()),
        Measure::GiniBenefits => {
            gini(&people.iter().map(|it| it.rewarded.iter().filter(|it| **it).count() as f64).collect::<Vec<_>>())
        }
        Measure::WrongRecords => share(wrong().count() * 12_000, n * months),
        Measure::WrongShare => share(wrong().count(), files()),
        Measure::NeverCorrected => {
            share(wrong().filter(|it| it.hurt && !it.corrected).count(), wrong().filter(|it| it.hurt).count())
        }
        _ => None,
    }
}

/// The lowest and the highest among the groups of persons (of a group: among districts); `None` if fewer than two have any.
fn spread(society: &Society, everybody: &[Person], measure: Measure, who: Who) -> Option<(f64, f64)> {
    let groups = || (0..society.groups.len()).filter(|it| society.groups[*it].kind == SubjectKind::Person);
    let parts: Vec<Who> = match who {
        Who::All => groups().map(Who::Group).collect(),
        Who::District(district) => groups().map(|group| Who::Cell { group, district }).collect(),
        Who::Group(group) => (0..society.districts.len()).map(|district| Who::Cell { group, district }).collect(),
        Who::Cell { .. } => Vec::new(),
    };
    let mut rates: Vec<f64> = parts.into_iter().filter_map(|it| value(society, everybody, measure, it)).collect();
    rates.sort_by(f64::total_cmp);
    if rates.len() > 1 { Some((rates[0], rates[rates.len() - 1])) } else { None }
}

/// How long penalties lasted that ended, and how long those have lasted that did not.
fn penalties(people: &[&Person]) -> (Vec<usize>, Vec<usize>) {
    let (mut ended, mut left) = (Vec::new(), Vec::new());
    for it in people {
        let mut now = 0;
        for moment in &it.moments {
            if moment.penalised {
                now += 1;
            } else if now > 0 {
                ended.push(std::mem::take(&mut now));
            }
        }
        if now > 0 {
            left.push(now);
        }
    }
    (ended, left)
}

/// How many full years of somebody suit a test of whether it did harm in the year, and is under a penalty at its end.
pub fn years(society: &Society, people: &[&Person], suits: impl Fn(bool, bool) -> bool) -> usize {
    let mut res = 0;
    for it in people {
        for (year, moments) in it.moments.chunks_exact(12).enumerate() {
            let now = year as u32 * 12..year as u32 * 12 + 12;
            let harms = |it: &(usize, u32)| society.behaviours[it.0].nature == Nature::Harmful && now.contains(&it.1);
            res += usize::from(suits(it.deeds.iter().any(harms), moments[11].penalised));
        }
    }
    res
}

fn all_years(society: &Society, people: &[&Person]) -> usize {
    people.len() * (society.months as usize / 12)
}

fn sources(it: &Person) -> BTreeSet<usize> {
    it.file.iter().flat_map(|it| (0..64).filter(|source| it.sources.has(*source))).collect()
}

/// For each person and leak, how many records were taken.
fn leaks(society: &Society, people: &[&Person]) -> Vec<usize> {
    use social_credit_lab::engine::society::model::Event;
    let mut months: Vec<u32> = society
        .shocks
        .iter()
        .filter(|it| it.what == Event::Leak && it.from < society.months)
        .map(|it| it.from)
        .collect();
    months.sort_unstable();
    months.dedup();
    let taken = |month: u32| people.iter().map(move |it| it.file.iter().filter(|it| it.month < month).count());
    months.into_iter().flat_map(taken).collect()
}
