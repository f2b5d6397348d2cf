//! What the counts of a society mean: against published numbers, against a second implementation, and where they are zero.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::collections::BTreeSet;

use common::naive_society::{self as naive, Person, people, those};
use common::society::society;
use proptest::prelude::*;
use social_credit_lab::engine::society::chance::Chance;
use social_credit_lab::engine::society::measures::fairness::conflict::{Joint, lowest_ppv, needed_fpr, wish, wish_of};
use social_credit_lab::engine::society::measures::fairness::{Counts, four_fifths, gap, share_of_highest};
use social_credit_lab::engine::society::measures::lives::Funnel;
use social_credit_lab::engine::society::measures::mobility::Matrix;
use social_credit_lab::engine::society::measures::{
    Difference, Line, Measure, Part, Summary, Verdict, Who, bands, compare, difference, over, series, summarise,
    winners,
};
use social_credit_lab::engine::society::model::{Event, Nature, Scored, Society};
use social_credit_lab::engine::society::pair::Both;
use social_credit_lab::engine::society::tally::{Monthly, Spread};
use social_credit_lab::engine::society::{Tally, Truth, count};

const MONTHS: u32 = 26;

/// A random society; in some, neighbours talk a lot, and in some, they are thanked for it.
fn varied(seed: u64) -> Society {
    let mut it = society(seed, 41, MONTHS);
    if seed % 3 == 1
        && let Some(source) = it.sources.first_mut()
    {
        source.neighbour = true;
        it.rulebook.sources_on = it.rulebook.sources_on.with(0);
        it.behaviours.iter_mut().for_each(|it| it.sources = it.sources.with(0));
        it.reports.rate = Chance::per_mille(300);
        it.reports.invents = Chance::per_mille(300);
    }
    if seed % 2 == 1
        && let Some(behaviour) = it.behaviours.last_mut()
    {
        behaviour.reporting = true;
        behaviour.scored = Scored::Gain;
    }
    it
}

fn tally(society: &Society, replicate: u32) -> Tally {
    count(society, replicate, 0..society.neighbourhoods())
}

fn without_errors(mut it: Society) -> Society {
    it.sources.iter_mut().for_each(|it| it.error = Chance::NEVER);
    it.mismatch = Chance::NEVER;
    it.reports.invents = Chance::NEVER;
    it.shocks.retain(|it| !matches!(it.what, Event::Captured(_)));
    it
}

fn near(one: Option<f64>, other: Option<f64>) -> bool {
    match (one, other) {
        (None, None) => true,
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(1.0),
        _ => false,
    }
}

#[test]
fn the_published_rates_of_compas_come_out_to_every_printed_digit() {
    // ProPublica's analysis of COMPAS: counts of the notebook, and the rates that it prints.
    let black = Counts { tn: 990, fp: 805, fn_: 532, tp: 1369 };
    let white = Counts { tn: 1139, fp: 349, fn_: 461, tp: 505 };
    let all = Counts { tn: 2681, fp: 1282, fn_: 1216, tp: 2035 };
    let percent = |it: Option<f64>| format!("{:.2}", it.unwrap() * 100.0);
    let short = |it: Option<f64>| format!("{:.2}", it.unwrap());
    for (counts, fpr, fnr) in [(black, "44.85", "27.99"), (white, "23.45", "47.72"), (all, "32.35", "37.40")] {
        assert_eq!((percent(counts.fpr()), percent(counts.fnr())), (fpr.to_owned(), fnr.to_owned()));
    }
    for (counts, ppv, base_rate) in [(black, "0.63", "0.51"), (white, "0.59", "0.39")] {
        assert_eq!((short(counts.ppv()), short(counts.base_rate())), (ppv.to_owned(), base_rate.to_owned()));
    }
    assert_eq!(all.all(), 7214);
    assert_eq!(format!("{:.1}", all.accuracy().unwrap() * 100.0), "65.4");
    // What the dispute was about: meanings that are nearly equal, and errors that are not.
    let both = [black, white];
    assert!(gap(&both, Counts::ppv).unwrap() < 0.04 && gap(&both, Counts::fpr).unwrap() > 0.21);
    assert_eq!(four_fifths(&both), Some(false));
    assert!(share_of_highest(&both, Counts::spared_rate).unwrap() < 0.8);
    // The rates of each group fulfil the identity that puts them in conflict.
    for it in [black, white, all] {
        let needed = needed_fpr(it.base_rate().unwrap(), it.fnr().unwrap(), it.ppv().unwrap());
        assert!(near(needed, it.fpr()));
    }
    let wished = wish_of(&both).unwrap();
    assert_eq!(wished.joint, Joint::FprsDiffer);
    assert!(wished.needed[0] > wished.needed[1]);
}

proptest! {
    #[test]
    fn of_any_counts_the_rates_fulfil_the_identity(tp in 1..500_u64, fp in 0..500_u64, fn_ in 0..500_u64, tn in 1..500_u64) {
        let it = Counts { tp, fp, fn_, tn };
        let (base_rate, fnr, ppv) = (it.base_rate().unwrap(), it.fnr().unwrap(), it.ppv().unwrap());
        prop_assert!(near(needed_fpr(base_rate, fnr, ppv), it.fpr()));
        prop_assert!(lowest_ppv(base_rate, fnr).unwrap() <= ppv + 1e-12);
    }

    #[test]
    fn equal_wishes_are_met_only_by_equal_base_rates_or_without_false_positives(
        one in 0.05..0.95_f64, other in 0.05..0.95_f64, fnr in 0.0..0.9_f64, ppv in 0.05..1.0_f64
    ) {
        prop_assert_eq!(wish(&[one, one, one], fnr, 1.0).joint, Joint::Reachable);
        let joint = wish(&[one, other], fnr, ppv).joint;
        if (one - other).abs() > 1e-3 && ppv < 0.999 {
            prop_assert_ne!(joint, Joint::Reachable);
        }
        // Out of reach exactly where a group would need more false positives than it has harmless people.
        let lowest = lowest_ppv(one, fnr).unwrap().max(lowest_ppv(other, fnr).unwrap());
        if (ppv - lowest).abs() > 1e-6 {
            prop_assert_eq!(joint == Joint::OutOfReach, ppv < lowest);
        }
    }
}

/// Every measure of every group, district and cell against the second implementation.
fn agree(society: &Society, replicate: u32) {
    let tally = tally(society, replicate);
    let everybody = people(society, replicate);
    for who in Who::every(society) {
        for measure in Measure::ALL.into_iter().filter(|it| naive::is_known(*it)) {
            let (ours, theirs) = (measure.value(society, &tally, who), naive::value(society, &everybody, measure, who));
            assert!(near(ours, theirs), "{} of {who:?}, seed {}: {ours:?}, not {theirs:?}", measure.id(), society.seed);
        }
        months_agree(society, &tally, &everybody, who);
        counts_agree(society, &tally, &everybody, who);
    }
    what_no_file_shows(society, &tally, &everybody);
}

fn months_agree(society: &Society, tally: &Tally, everybody: &[Person], who: Who) {
    let people = those(everybody, who);
    let one = std::slice::from_ref(tally);
    let share = |is: &dyn Fn(&Person) -> bool| {
        let some = people.iter().filter(|it| is(it)).count();
        (!people.is_empty()).then(|| some as f64 / people.len() as f64)
    };
    for (line, is) in [
        (
            Line::Penalised,
            &(|it: &Person, month: usize| it.moments[month].penalised) as &dyn Fn(&Person, usize) -> bool,
        ),
        (Line::Wrongly, &|it: &Person, month: usize| it.moments[month].wrongly),
        (Line::Rewarded, &|it: &Person, month: usize| it.rewarded[month]),
        (Line::Band(1), &|it: &Person, month: usize| it.moments[month].band == 1),
    ] {
        if line == Line::Band(1) && society.bands() < 2 {
            continue;
        }
        for (month, summary) in series(line, society, one, who).into_iter().enumerate() {
            let theirs = share(&|it| is(it, month));
            assert!(near(summary.map(|it| it.median), theirs), "{line:?} of {who:?} in month {month}");
        }
    }
    for nature in Nature::ALL {
        let of_month = |month: usize, deeds: &BTreeSet<(usize, u32)>| {
            let now = deeds.iter().filter(|it| it.1 as usize == month && society.behaviours[it.0].nature == nature);
            now.copied().collect::<BTreeSet<(usize, u32)>>()
        };
        let (forgone, added) = (Line::Forgone(nature), Line::Added(nature));
        let (forgone, added) = (series(forgone, society, one, who), series(added, society, one, who));
        for (month, (forgone, added)) in forgone.into_iter().zip(added).enumerate() {
            let (mut does, mut would, mut both) = (0, 0, 0);
            for it in &people {
                let (one, other) = (of_month(month, &it.deeds), of_month(month, &it.deeds_without));
                does += one.len();
                would += other.len();
                both += one.intersection(&other).count();
            }
            let share = |some: usize, all: usize| (all > 0).then(|| some as f64 / all as f64);
            assert!(near(forgone.map(|it| it.median), share(would - both, would)));
            assert!(near(added.map(|it| it.median), share(does - both, does)));
        }
    }
    let part = Part::new(tally, who);
    for month in 0..MONTHS as usize {
        if let Some(shares) = bands::shares(&part, month) {
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
}

fn counts_agree(society: &Society, tally: &Tally, everybody: &[Person], who: Who) {
    let people = those(everybody, who);
    let part = Part::new(tally, who);
    let years =
        |harmed: bool, penalised: bool| naive::years(society, &people, |a, b| (a, b) == (harmed, penalised)) as u64;
    let expected =
        Counts { tp: years(true, true), fp: years(false, true), fn_: years(true, false), tn: years(false, false) };
    assert_eq!(Counts::of(&part), expected, "{who:?}");
    assert_eq!(Counts::of_year(&part, 0).and(Counts::of_year(&part, 1)), expected);
    assert_eq!(Counts::of_year(&part, 2), Counts::default(), "the third year is not full");
    if let Some(matrix) = Matrix::of(&part) {
        let mut moves = vec![vec![0; society.bands()]; society.bands()];
        people.iter().for_each(|it| moves[it.moments[11].band][it.moments[23].band] += 1);
        assert_eq!(matrix.counts, moves);
        assert_eq!(Matrix::of_year(&part, 0), Some(matrix));
        assert_eq!(Matrix::of_year(&part, 1), None);
    }
    let wrong = || people.iter().flat_map(|it| &it.file).filter(|it| it.truth != Truth::True);
    let of = |truth: Truth| wrong().filter(|it| it.truth == truth).count() as u64;
    let funnel = Funnel::of(&part);
    assert_eq!(
        (funnel.errors, funnel.mismatches, funnel.malice),
        (of(Truth::Error), of(Truth::Mismatch), of(Truth::Malice))
    );
    assert_eq!(funnel.hurt, wrong().filter(|it| it.hurt).count() as u64);
    let corrected = |hurt: bool| wrong().filter(|it| it.corrected && it.hurt == hurt).count() as u64;
    assert_eq!((funnel.won + funnel.found, funnel.found_harmless), (corrected(true), corrected(false)));
    assert!(funnel.appealed <= funnel.told && funnel.told <= funnel.hurt && funnel.hurt <= funnel.entered());
    let true_ones = || people.iter().flat_map(|it| &it.file).filter(|it| it.truth == Truth::True);
    assert_eq!(part.total(Monthly::WonTrue), true_ones().filter(|it| it.corrected).count() as u64);
    let decided: u64 = part.spread(Spread::Wait).iter().sum();
    assert_eq!(decided, part.total(Monthly::Heard));
    let asked = part.total(Monthly::AppealedWrong) + part.total(Monthly::AppealedTrue);
    assert_eq!(asked, decided + part.monthly(Monthly::Waiting, MONTHS as usize - 1));
}

/// Ties and reports, as far as all files together show them.
fn what_no_file_shows(society: &Society, tally: &Tally, everybody: &[Person]) {
    let part = Part::new(tally, Who::All);
    let files = || everybody.iter().flat_map(|it| &it.file);
    let neighbours = |it: &common::naive_society::Record| {
        society.sources.iter().enumerate().any(|(source, by)| by.neighbour && it.sources.has(source))
    };
    let thanks = society.behaviours.iter().any(|it| it.reporting);
    let captured = society.shocks.iter().any(|it| matches!(it.what, Event::Captured(_)));
    if !thanks {
        // What neighbours can report stands in a file as theirs only if one did.
        let reportable = |it: &common::naive_society::Record| {
            matches!(society.behaviours[it.behaviour].nature, Nature::Harmful | Nature::Judged)
        };
        let told = files().filter(|it| it.truth == Truth::True && neighbours(it) && reportable(it)).count() as u64;
        assert_eq!(part.total(Monthly::ReportsTrue), told);
    }
    if society.appeals.review == Chance::NEVER && !captured {
        let made_up = files().filter(|it| it.truth == Truth::Malice).count() as u64;
        assert_eq!(part.total(Monthly::ReportsFalse), made_up);
    }
    // Everybody is tied to the four nearest on either side, where there are so many; a broken tie is lost by both.
    let neighbourhoods: BTreeSet<u32> = everybody.iter().map(|it| it.neighbourhood).collect();
    let at_first: u64 = neighbourhoods
        .into_iter()
        .map(|it| everybody.iter().filter(|one| one.neighbourhood == it && one.is_person).count() as u64)
        .map(|persons| persons * 2 * (persons.saturating_sub(1) / 2).min(4))
        .sum();
    let left: u64 = part.spread(Spread::Ties).iter().zip(0..).map(|(count, ties): (&u64, u64)| count * ties).sum();
    assert_eq!(left + 2 * part.total(Monthly::Broken), at_first);
    assert_eq!(part.persons(), everybody.iter().filter(|it| it.is_person).count() as u64);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_measure_is_what_its_definition_says_person_by_person(seed in any::<u64>(), replicate in 0..3_u32) {
        agree(&varied(seed), replicate);
    }

    #[test]
    fn without_wrong_records_what_they_cause_is_zero(seed in any::<u64>()) {
        let society = without_errors(varied(seed));
        let tally = tally(&society, 0);
        for measure in Measure::ALL.into_iter().filter(|it| it.zero_without_errors()) {
            for who in Who::every(&society) {
                let value = measure.value(&society, &tally, who);
                prop_assert!(value.unwrap_or(0.0) == 0.0, "{} of {who:?}: {value:?}", measure.id());
            }
        }
    }

    #[test]
    fn where_nothing_changes_what_people_do_nothing_is_forgone_or_added(seed in any::<u64>()) {
        let society = naive::without_system(&varied(seed));
        let tally = tally(&society, 0);
        for measure in Measure::ALL.into_iter().filter(|it| it.zero_without_feedback()) {
            for who in Who::every(&society) {
                let value = measure.value(&society, &tally, who);
                prop_assert!(value.unwrap_or(0.0) == 0.0, "{} of {who:?}: {value:?}", measure.id());
            }
        }
    }

    /// Two regimes meet the same people and the same luck: what would be done without either is the same.
    #[test]
    fn what_would_be_done_anyway_does_not_depend_on_the_rules(seed in any::<u64>(), rule in any::<prop::sample::Index>()) {
        let before = varied(seed);
        let mut after = before.clone();
        if !after.rulebook.rules.is_empty() {
            let rule = rule.index(after.rulebook.rules.len());
            after.rulebook.rules[rule].on ^= true;
        }
        let still = naive::without_system(&after);
        let (one, other, third) = (tally(&before, 1), tally(&after, 1), tally(&still, 1));
        for month in 0..MONTHS as usize {
            for (cell, nature) in (0..before.cells()).flat_map(|it| Nature::ALL.map(|nature| (it, nature))) {
                let anyway = |it: &Tally| {
                    let at = |what| it.monthly(what, month, cell);
                    at(Monthly::Done(nature)) + at(Monthly::Forgone(nature)) - at(Monthly::Added(nature))
                };
                prop_assert_eq!(anyway(&one), anyway(&other), "month {}, {:?}", month, nature);
                prop_assert_eq!(anyway(&one), anyway(&third), "month {}, {:?}", month, nature);
                prop_assert_eq!(third.monthly(Monthly::Done(nature), month, cell), anyway(&third));
            }
        }
        for behaviour in 0..before.behaviours.len() {
            let anyway = |it: &Tally| {
                let [done, forgone, added] = it.acts(behaviour);
                done + forgone - added
            };
            prop_assert_eq!(anyway(&one), anyway(&other));
        }
    }

    #[test]
    fn winners_are_those_who_end_higher(seed in any::<u64>()) {
        let before = varied(seed);
        let mut after = before.clone();
        after.rulebook.rules.iter_mut().step_by(2).for_each(|it| it.on ^= true);
        let mut both = Both::new(&before, &after, 0);
        (0..before.neighbourhoods()).for_each(|it| both.count(it));
        prop_assert_eq!(&both.first, &tally(&before, 0));
        prop_assert_eq!(&both.second, &tally(&after, 0));
        let (old, new) = (people(&before, 0), people(&after, 0));
        for group in 0..before.groups.len() {
            let pairs: Vec<_> = old.iter().zip(&new).filter(|it| it.0.group == group).collect();
            let Some(shares) = winners::of(&both.pair, &[group]) else {
                prop_assert!(pairs.is_empty());
                continue;
            };
            let share = |is: &dyn Fn(&Person, &Person) -> bool| {
                Some(pairs.iter().filter(|it| is(it.0, it.1)).count() as f64 / pairs.len() as f64)
            };
            let band = |it: &Person| it.moments.last().unwrap().band;
            let score = |it: &Person| it.moments.last().unwrap().score;
            let months = |it: &Person| it.moments.iter().filter(|it| it.penalised).count();
            let wrong = |it: &Person| it.moments.iter().filter(|it| it.wrongly).count();
            for (ours, theirs) in [
                (shares.up, share(&|old, new| band(new) > band(old))),
                (shares.same, share(&|old, new| band(new) == band(old))),
                (shares.down, share(&|old, new| band(new) < band(old))),
                (shares.higher, share(&|old, new| score(new) > score(old))),
                (shares.lower, share(&|old, new| score(new) < score(old))),
                (shares.fewer_penalties, share(&|old, new| months(new) < months(old))),
                (shares.more_penalties, share(&|old, new| months(new) > months(old))),
                (shares.fewer_wrong, share(&|old, new| wrong(new) < wrong(old))),
                (shares.more_wrong, share(&|old, new| wrong(new) > wrong(old))),
            ] {
                prop_assert!(near(Some(ours), theirs), "group {}: {} and {:?}", group, ours, theirs);
            }
        }
    }
}

#[test]
fn more_wrong_records_do_not_make_fewer_people_wrongly_penalised() {
    let sum = |factor: u32| {
        let all = (0..60_u64).map(|seed| {
            let mut society = society(seed, 41, MONTHS);
            for it in &mut society.sources {
                it.error = Chance::of(10, 1000).times(factor);
            }
            Part::new(&tally(&society, 0), Who::All).total(Monthly::Wrongly)
        });
        all.sum::<u64>()
    };
    let (few, many) = (sum(1000), sum(4000));
    assert!(few > 0 && few < many, "{few} and {many}");
}

#[test]
fn every_measure_moves_and_every_name_is_its_own() {
    let ids: BTreeSet<&str> = Measure::ALL.iter().map(|it| it.id()).collect();
    assert_eq!(ids.len(), Measure::ALL.len());
    for it in Measure::ALL {
        assert_eq!(Measure::by_id(it.id()), Some(it));
        assert!(it.id().chars().all(|it| it.is_ascii_lowercase() || it == '-'));
        assert!(!(it.zero_without_errors() && it.zero_without_feedback()));
    }
    assert_eq!(Measure::by_id("no-such"), None);
    let mut dead: BTreeSet<&str> = ids.clone();
    for seed in 0..80 {
        let society = varied(seed);
        let tally = tally(&society, 0);
        for it in Measure::ALL {
            if it.value(&society, &tally, Who::All).is_some_and(|it| it != 0.0) {
                dead.remove(it.id());
            }
            for who in [Who::Group(99), Who::District(99), Who::Cell { group: 0, district: 99 }] {
                assert_eq!(it.value(&society, &tally, who), None, "{} of nobody", it.id());
            }
        }
    }
    assert!(dead.is_empty(), "always zero: {dead:?}");
}

#[test]
fn many_values_in_three_numbers() {
    let hundred: Vec<f64> = (1..=100).rev().map(f64::from).collect();
    for (values, expected) in [
        (vec![], None),
        (vec![3.0], Some((3.0, 3.0, 3.0, 1))),
        (vec![2.0, 1.0], Some((1.0, 1.0, 2.0, 2))),
        (vec![5.0, -1.0, 2.0], Some((-1.0, 2.0, 5.0, 3))),
        (hundred[..20].to_vec(), Some((81.0, 90.0, 99.0, 20))),
        (hundred, Some((5.0, 50.0, 95.0, 100))),
    ] {
        let found = summarise(&values);
        assert_eq!(found, expected.map(|(low, median, high, n)| Summary { low, median, high, n }));
    }
}

#[test]
fn a_difference_is_stated_only_beyond_luck() {
    use Verdict::{CannotTell, Higher, Lower};
    let against_zero = |after: &[f64]| difference(&vec![0.0; after.len()], after);
    let mostly = |n: usize, bad: usize| -> Vec<f64> { (0..n).map(|it| if it < bad { -1.0 } else { 1.0 }).collect() };
    for (after, verdict) in [
        (vec![], CannotTell),
        (vec![1.0; 4], CannotTell),
        (vec![1.0; 5], Higher),
        (vec![-1.0; 5], Lower),
        (vec![0.0; 30], CannotTell),
        // One of five, or of nineteen, goes the other way or nowhere.
        (mostly(5, 1), CannotTell),
        (vec![0.0, 1.0, 1.0, 1.0, 1.0, 1.0], CannotTell),
        (mostly(19, 1), CannotTell),
        // Of twenty-one, one may: the twentieth at the end is left out.
        (mostly(21, 1), Higher),
        (mostly(21, 2), CannotTell),
        (mostly(40, 38), Lower),
    ] {
        assert_eq!(against_zero(&after).verdict, verdict, "{after:?}");
    }
    let expected = Difference { low: 1.0, median: 2.0, high: 9.0, n: 5, verdict: Higher };
    // Paired: the values overlap, the differences do not touch zero. A sixth value has no partner.
    assert_eq!(difference(&[1.0, 10.0, 20.0, 30.0, 40.0], &[2.0, 12.0, 29.0, 32.0, 42.0, 99.0]), expected);
}

#[test]
fn replicates_are_compared_in_pairs() {
    let before = society(7, 41, MONTHS);
    let mut after = without_errors(before.clone());
    after.seed = before.seed;
    let tallies = |it: &Society| (0..6).map(|replicate| tally(it, replicate)).collect::<Vec<Tally>>();
    let (old, new) = (tallies(&before), tallies(&after));
    let value = |measure: Measure, it: &Society, tallies: &[Tally]| {
        tallies.iter().map(|tally| measure.value(it, tally, Who::All).unwrap()).collect::<Vec<f64>>()
    };
    let measure = Measure::WrongRecords;
    let (one, other) = (value(measure, &before, &old), value(measure, &after, &new));
    assert_eq!(over(measure, &before, &old, Who::All), summarise(&one));
    assert_eq!(compare(measure, (&before, &old), (&after, &new), Who::All), difference(&one, &other));
    assert!(measure.is_comparable(&before, &after) && Measure::MeanScore.is_comparable(&before, &after));
    after.rulebook.scale.highest = after.rulebook.scale.highest + after.rulebook.scale.highest;
    assert!(!Measure::MeanScore.is_comparable(&before, &after));
}

#[test]
fn of_nobody_and_of_no_time_nothing_is_said() {
    for (n_people, months) in [(0, 26), (41, 0), (0, 0), (1, 1), (3, 11)] {
        let mut society = society(11, 41, MONTHS);
        (society.people, society.months) = (n_people, months);
        let tally = tally(&society, 0);
        for (measure, who) in
            Measure::ALL.into_iter().flat_map(|it| Who::every(&society).into_iter().map(move |who| (it, who)))
        {
            let value = measure.value(&society, &tally, who);
            assert!(value.is_none_or(f64::is_finite), "{} of {who:?}", measure.id());
            assert!(n_people > 0 || value.is_none(), "{} of nobody: {value:?}", measure.id());
        }
        let lines = series(Line::Score, &society, std::slice::from_ref(&tally), Who::All);
        assert_eq!(lines.len(), months as usize);
        assert!(lines.iter().all(|it| it.is_some() == (n_people > 0)));
    }
}
