//! The laws of the case engine, tested on random scenarios, natively and as WebAssembly.
//!
//! `SCL_CASES=5000 cargo test --test laws` tests more scenarios than usual, and other ones each time.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::sync::Arc;

use common::account::{self, Account};
use common::generate::{LARGEST, Rng, Sort, of_sort};
use common::hash::hex;
use common::naive;
use common::order::{shuffle, shuffle_within};
use common::rename::renamed;
use common::replay::Replay;
use social_credit_lab::engine::case::work::work;
use social_credit_lab::engine::case::{Entry, Life, Line, Verdict, run_counted};
use social_credit_lab::engine::{Day, Points};
use social_credit_lab::scenario::doc::{Event, SubjectKind};
use social_credit_lab::scenario::{Outcome, Scenario, evaluate, lower, presets, read, write};

/// What must hold of every scenario. The numbers are for laws that pick a day or an order.
type Law = fn(&Scenario, &mut Rng) -> Result<(), String>;

/// Makes a test of each law.
macro_rules! laws {
    ($($law:ident of $sort:ident),* $(,)?) => {$(
        #[cfg_attr(not(target_arch = "wasm32"), test)]
        #[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
        fn $law() {
            hold(Sort::$sort, law::$law);
        }
    )*};
}

laws! {
    agrees_with_the_naive_engine of Any,
    start_and_applied_points_make_the_score of Any,
    lines_follow_from_each_other of Any,
    no_step_makes_points_more of Any,
    nobody_gets_back_more_than_was_taken of Any,
    consequences_are_those_of_band_and_lists of Any,
    no_cliff_means_one_band_at_most of Any,
    an_event_without_matching_rule_changes_nothing of Any,
    a_rule_switched_off_is_a_rule_removed of Any,
    a_source_switched_off_records_nothing of Any,
    the_order_of_subjects_changes_nothing of Any,
    the_order_of_unrelated_rules_changes_nothing of Any,
    the_order_of_events_on_different_days_changes_nothing of Any,
    the_order_of_names_changes_nothing of Any,
    somebody_else_changes_nothing of Any,
    names_change_no_number of Any,
    the_past_does_not_depend_on_the_future of Any,
    a_corrected_event_has_never_been of Unshared,
    writing_and_reading_changes_nothing of Any,
    no_more_is_done_than_was_counted of Any,
}

/// Tests a law on a few hundred random scenarios, always the same ones unless `SCL_CASES` says how many.
#[cfg(not(target_arch = "wasm32"))]
fn hold(sort: Sort, law: Law) {
    use proptest::prelude::{Strategy as _, any};
    use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

    let wanted: Option<u32> = std::env::var("SCL_CASES").ok().and_then(|it| it.parse().ok());
    let config = Config { cases: wanted.unwrap_or(400), failure_persistence: None, ..Config::default() };
    let mut runner = match wanted {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let sizes_and_seeds = (0..=LARGEST, any::<u64>().no_shrink());
    let result = runner.run(&sizes_and_seeds, |(size, seed)| {
        law(&of_sort(sort, seed, size), &mut Rng::new(seed, "law", 0)).map_err(TestCaseError::fail)
    });
    if let Err(TestError::Fail(why, (size, seed))) = result {
        panic!("{why}\n\nseed {seed}, size {size}:\n{}", write(&of_sort(sort, seed, size)));
    }
    result.unwrap();
}

/// Tests a law on a fixed list of random scenarios.
#[cfg(target_arch = "wasm32")]
fn hold(sort: Sort, law: Law) {
    for seed in 0..200 {
        let size = u32::try_from(seed).unwrap() % (LARGEST + 1);
        if let Err(why) = law(&of_sort(sort, seed, size), &mut Rng::new(seed, "law", 0)) {
            panic!("{why}\n\nseed {seed}, size {size}");
        }
    }
}

/// The results of all presets and of three hundred random scenarios, as one hash each.
///
/// A native build and a browser must compute the same, bit for bit. `UPDATE_EXPECT=1 cargo test --test laws` writes the
/// file, natively; as WebAssembly it is only compared.
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn results_are_the_same_everywhere() {
    let presets = presets::ALL.iter().map(|it| (format!("{}.{}", it.id, it.revision), it.scenario().unwrap()));
    let random = (0..300).map(|seed| {
        let size = seed % (LARGEST + 1);
        (format!("seed {seed} size {size}"), of_sort(Sort::Any, seed.into(), size))
    });
    let line = |(name, scenario)| format!("{name}: {}\n", hex(&account::of(&scenario).to_string()));
    let lines: String = presets.chain(random).map(line).collect();
    #[cfg(not(target_arch = "wasm32"))]
    expect_test::expect_file!["golden/hashes.txt"].assert_eq(&lines);
    #[cfg(target_arch = "wasm32")]
    assert_eq!(lines, include_str!("golden/hashes.txt").replace('\r', ""));
}

/// Random scenarios are worth as much as what happens in them: everything that a report can say is said often.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn random_scenarios_leave_nothing_out() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut see = |what: String| *seen.entry(what).or_default() += 1;
    for seed in 0..1_000 {
        let scenario = of_sort(Sort::Any, seed, 40);
        let outcome = run(&scenario);
        for warning in &outcome.lowered.warnings {
            see(format!("warning {}", warning.code.id()));
        }
        for life in &outcome.report.lives {
            for line in &life.lines {
                let entry = format!("{:?}", line.entry);
                let words: String = entry.chars().map(|it| if it.is_ascii_digit() { ' ' } else { it }).collect();
                see(words.split_whitespace().collect::<Vec<_>>().join(" "));
                for step in &line.reductions {
                    see(format!("{:?} leaves {}", step.by, if step.to.is_zero() { "nothing" } else { "something" }));
                }
                if line.applied.is_gain() && matches!(line.entry, Entry::Spilled { .. }) {
                    see("gain spilled over".to_owned());
                }
            }
            for it in &life.consequences {
                see(format!("consequence {} to {}", it.cause.is_some(), it.end.is_some()));
            }
        }
        for outcome in &outcome.report.events {
            see(if outcome.recorded { "recorded" } else { "not recorded" }.to_owned());
            for offer in &outcome.offers {
                see(format!("{:?} under {:?}", offer.verdict, scenario.rulebook.combine));
            }
        }
    }
    let seldom: Vec<_> = seen.iter().filter(|it| *it.1 < 30).collect();
    assert!(seldom.is_empty(), "seldom: {seldom:?}");
    let names: String = seen.keys().map(|it| format!("{it}\n")).collect();
    expect_test::expect![[r#"
        Applied under All
        Applied under First
        Applied under Strongest
        Ceiling { band: , raised: false }
        Ceiling { band: , raised: true }
        CeilingEnded { of: , because: Correction }
        CeilingEnded { of: , because: Term }
        Dropped under First
        Dropped under Strongest
        EventCap leaves nothing
        EventCap leaves something
        Faded
        GivenBack { of: , because: Correction }
        GivenBack { of: , because: Term }
        Listed { list: }
        ListingEnded { of: , list: , because: Correction }
        ListingEnded { of: , list: , because: Delisting }
        ListingEnded { of: , list: , because: Term }
        NoCliff leaves nothing
        NoCliff leaves something
        NotReported under All
        NotReported under First
        NotReported under Strongest
        Off under All
        Off under First
        Off under Strongest
        Posted(All( ))
        Posted(Flat)
        Posted(Nth( ))
        Posted(Units( ))
        RuleLimit leaves nothing
        RuleLimit leaves something
        ScaleEnd leaves nothing
        ScaleEnd leaves something
        Spilled { from: , line: }
        TestFailed under All
        TestFailed under First
        TestFailed under Strongest
        YearCap leaves nothing
        YearCap leaves something
        consequence false to false
        consequence false to true
        consequence true to false
        consequence true to true
        gain spilled over
        not recorded
        recorded
        warning consequence-nowhere
        warning event-not-for-subject
        warning event-outside
        warning rule-without-effect
    "#]]
    .assert_eq(&names);
}

mod law {
    use super::*;

    pub(super) fn no_more_is_done_than_was_counted(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let case = lower(scenario).unwrap().case;
        let most = work(&case);
        let (report, steps) = run_counted(&case);
        let count = |of: fn(&Life) -> usize| report.lives.iter().map(|it| of(it) as u64).sum::<u64>();
        let (lines, intervals) = (count(|it| it.lines.len()), count(|it| it.consequences.len()));
        let offers: u64 = report.events.iter().map(|it| it.offers.len() as u64).sum();
        let holds = steps <= most.steps && lines <= most.lines && intervals <= most.intervals && offers <= most.offers;
        require(holds, || format!("{steps} steps, {lines} lines, {intervals} intervals, {offers} offers; {most:?}"))
    }

    pub(super) fn agrees_with_the_naive_engine(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        same(&naive::account(scenario), &account::of(scenario), "naive and engine")
    }

    pub(super) fn start_and_applied_points_make_the_score(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let outcome = run(scenario);
        let scale = outcome.lowered.case.rulebook.scale;
        for life in &outcome.report.lives {
            for day in days(scenario) {
                let applied: Points = life.lines.iter().filter(|it| it.day <= day).map(|it| it.applied).sum();
                let score = life.at(day).score;
                require(scale.start + applied == score, || format!("{day}: {} + {applied} ≠ {score}", scale.start))?;
                require(scale.lowest <= score && score <= scale.highest, || {
                    format!("{day}: {score} is off the scale")
                })?;
            }
        }
        Ok(())
    }

    pub(super) fn lines_follow_from_each_other(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let outcome = run(scenario);
        let case = &outcome.lowered.case;
        for life in &outcome.report.lives {
            let mut before = (case.first, case.rulebook.scale.start, life.lines.first().map_or(0, |it| it.band.0));
            for line in &life.lines {
                let chained = before.0 <= line.day && (before.1, before.2) == (line.score.0, line.band.0);
                require(chained, || format!("{before:?} is followed by {line:?}"))?;
                require(line.score.0 + line.applied == line.score.1, || format!("{line:?} does not add up"))?;
                require(line.ends.is_none_or(|it| it > line.day), || format!("{line:?} ends before it begins"))?;
                before = (line.day, line.score.1, line.band.1);
            }
            require(before.0 <= case.last, || "a line after the last day".to_owned())?;
            require(
                (before.1, life.lines.last().map_or(life.end().band, |it| it.band.1))
                    == (life.end().score, life.end().band),
                || format!("the last line leads to {before:?}, but the end is {:?}", life.end()),
            )?;
        }
        Ok(())
    }

    pub(super) fn no_step_makes_points_more(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        for line in run(scenario).report.lives.iter().flat_map(|it| &it.lines) {
            let mut now = line.nominal;
            let mut last = None;
            for step in &line.reductions {
                let shrinks = step.to.abs() < now.abs() && (step.to.is_zero() || step.to.is_loss() == now.is_loss());
                require(shrinks, || format!("{:?} makes {now} of {line:?} to {}", step.by, step.to))?;
                require(last.is_none_or(|it| it < step.by), || format!("steps out of order in {line:?}"))?;
                now = step.to;
                last = Some(step.by);
            }
            require(now == line.applied, || format!("the steps of {line:?} lead to {now}"))?;
        }
        Ok(())
    }

    pub(super) fn nobody_gets_back_more_than_was_taken(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let outcome = run(scenario);
        for life in &outcome.report.lives {
            let mut replay = Replay::new(&outcome.lowered.case, life);
            let mut given_back = BTreeMap::new();
            for (idx, line) in life.lines.iter().enumerate() {
                let left_before = replay.left.clone();
                replay.step(idx);
                match line.entry {
                    Entry::GivenBack { of, .. } => {
                        let (posted, left) = (life.lines[of].applied, left_before[of]);
                        require(line.nominal == -left, || format!("{left} was left of #{of}, but: {line:?}"))?;
                        let fits = left.abs() <= posted.abs() && line.applied.abs() <= left.abs();
                        require(fits, || format!("#{of} applied {posted}: {line:?}"))?;
                        require(given_back.insert(of, idx).is_none(), || format!("#{of} is given back twice"))?;
                    }
                    Entry::Faded => {
                        let before: Points = left_before.iter().copied().sum();
                        let after: Points = replay.left.iter().copied().sum();
                        require(line.nominal == after - before, || format!("{before} to {after}: {line:?}"))?;
                        require(line.day.day_of_month() == 1, || format!("not the first of a month: {line:?}"))?;
                    }
                    _ => {}
                }
            }
            for (idx, line) in life.lines.iter().enumerate() {
                require(line.left == replay.left[idx], || format!("{} is left of {line:?}", replay.left[idx]))?;
            }
        }
        Ok(())
    }

    pub(super) fn consequences_are_those_of_band_and_lists(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let outcome = run(scenario);
        let case = &outcome.lowered.case;
        for (subject, life) in case.subjects.iter().zip(&outcome.report.lives) {
            for it in &life.consequences {
                require(it.end.is_none_or(|end| it.begin < end), || format!("{it:?} ends before it begins"))?;
                let on_its_day = match it.cause {
                    Some(line) => life.lines[line].day == it.begin,
                    None => it.begin == case.first,
                };
                require(on_its_day, || format!("{it:?} begins with another day's line"))?;
                let ends_on_its_day = it.end == it.ended_by.map(|line| life.lines[line].day);
                require(ends_on_its_day, || format!("{it:?} ends with another day's line"))?;
            }
            let mut replay = Replay::new(case, life);
            let mut next = 0;
            for day in days(scenario) {
                while life.lines.get(next).is_some_and(|it| it.day <= day) {
                    replay.step(next);
                    next += 1;
                }
                require(life.at(day).band == replay.band(), || {
                    format!("{day}: {:?} is not {}", life.at(day), replay.band())
                })?;
                for (idx, it) in case.rulebook.consequences.iter().enumerate() {
                    let holding = life.consequences.iter().filter(|span| {
                        span.consequence == idx && span.begin <= day && span.end.is_none_or(|end| day < end)
                    });
                    let holds = replay.holds(it, subject);
                    let agree = holding.count() == usize::from(holds);
                    require(agree, || format!("{day}: {} {holds}", scenario.rulebook.consequences[idx].id))?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn no_cliff_means_one_band_at_most(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let mut scenario = scenario.clone();
        scenario.rulebook.safeguards.no_cliff = true;
        for life in &run(&scenario).report.lives {
            let mut of_event: BTreeMap<usize, Vec<&Line>> = BTreeMap::new();
            for line in &life.lines {
                if matches!(line.entry, Entry::Posted(_) | Entry::Spilled { .. } | Entry::Ceiling { .. }) {
                    of_event.entry(line.event.unwrap()).or_default().push(line);
                }
            }
            for lines in of_event.values() {
                let (before, after) = (lines[0].band.0, lines[lines.len() - 1].band.1);
                require(after + 1 >= before, || format!("from band {before} to {after}: {lines:#?}"))?;
            }
        }
        Ok(())
    }

    pub(super) fn an_event_without_matching_rule_changes_nothing(
        scenario: &Scenario,
        _: &mut Rng,
    ) -> Result<(), String> {
        let Outcome { lowered, report } = run(scenario);
        let applied = |it: &usize| report.events[*it].offers.iter().any(|it| it.verdict == Verdict::Applied);
        let idle: Vec<usize> =
            (0..report.events.len()).filter(|it| !applied(it)).map(|it| lowered.events[it]).collect();
        let mut without = scenario.clone();
        let mut place = 0;
        without.events.retain(|_| {
            place += 1;
            !idle.contains(&(place - 1))
        });
        same_lives(&account::of(scenario), &account::of(&without), "with and without idle events")
    }

    pub(super) fn a_rule_switched_off_is_a_rule_removed(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        for idx in 0..scenario.rulebook.rules.len() {
            let (mut off, mut removed) = (scenario.clone(), scenario.clone());
            Arc::make_mut(&mut off.rulebook.rules[idx]).on = false;
            let rule = removed.rulebook.rules.remove(idx);
            let mut off = account::of(&off);
            for fate in off.events.values_mut() {
                fate.offers.retain(|it| it.0 != rule.id);
            }
            same(&off, &account::of(&removed), &format!("{} off and removed", rule.id))?;
        }
        Ok(())
    }

    pub(super) fn a_source_switched_off_records_nothing(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        for idx in 0..scenario.rulebook.sources.len() {
            let (mut off, mut silent) = (scenario.clone(), scenario.clone());
            off.rulebook.sources[idx].on = false;
            let source = &scenario.rulebook.sources[idx].id;
            for kind in &mut silent.kinds {
                kind.sources.retain(|it| it != source);
            }
            for event in &mut silent.events {
                if let Some(sources) = &mut Arc::make_mut(event).recorded_by {
                    sources.retain(|it| it != source);
                }
            }
            same(&account::of(&off), &account::of(&silent), &format!("{source} off and silent"))?;
        }
        Ok(())
    }

    pub(super) fn the_order_of_subjects_changes_nothing(scenario: &Scenario, rng: &mut Rng) -> Result<(), String> {
        let mut other = scenario.clone();
        rng.shuffle(&mut other.cast);
        same(&account::of(scenario), &account::of(&other), "two orders of subjects")
    }

    pub(super) fn the_order_of_unrelated_rules_changes_nothing(
        scenario: &Scenario,
        rng: &mut Rng,
    ) -> Result<(), String> {
        let mut other = scenario.clone();
        shuffle_within(rng, &mut other.rulebook.rules, |it| it.kind.clone());
        same(&account::of(scenario), &account::of(&other), "two orders of unrelated rules")
    }

    pub(super) fn the_order_of_events_on_different_days_changes_nothing(
        scenario: &Scenario,
        rng: &mut Rng,
    ) -> Result<(), String> {
        let mut other = scenario.clone();
        shuffle_within(rng, &mut other.events, |it: &Arc<Event>| (it.subject.clone(), it.day));
        same(&account::of(scenario), &account::of(&other), "two orders of events")
    }

    pub(super) fn the_order_of_names_changes_nothing(scenario: &Scenario, rng: &mut Rng) -> Result<(), String> {
        let mut other = scenario.clone();
        shuffle(rng, &mut other);
        same(&account::of(scenario).sorted(), &account::of(&other).sorted(), "two orders of names")
    }

    pub(super) fn somebody_else_changes_nothing(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let mut other = scenario.clone();
        let mut stranger = scenario.cast[0].clone();
        stranger.id = "anna".to_owned();
        stranger.kind = SubjectKind::Person;
        other.cast.push(stranger);
        let mut both = account::of(&other);
        both.lives.remove("anna");
        same(&account::of(scenario), &both, "without and with somebody else")
    }

    pub(super) fn names_change_no_number(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let (report, other) = (run(scenario).report, run(&renamed(scenario)).report);
        require(report == other, || format!("{report:#?}\n≠\n{other:#?}"))
    }

    pub(super) fn the_past_does_not_depend_on_the_future(scenario: &Scenario, rng: &mut Rng) -> Result<(), String> {
        let all: Vec<Day> = days(scenario).collect();
        let whole = account::of(scenario);
        for _ in 0..3 {
            let cut = *rng.pick(&all);
            let mut past = scenario.clone();
            past.last_day.0 = cut;
            past.events.retain(|it| it.day.0 <= cut);
            for event in &mut past.events {
                let event = Arc::make_mut(event);
                event.corrected = event.corrected.take().filter(|it| it.day.0 <= cut);
            }
            let past = until(account::of(&past), cut);
            same_lives(&until(whole.clone(), cut), &past, &format!("{cut} in the whole and cut off after it"))?;
        }
        Ok(())
    }

    pub(super) fn a_corrected_event_has_never_been(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let with = run(scenario);
        for (idx, event) in with.lowered.case.events.iter().enumerate() {
            let Some(corrected) = event.corrected.filter(|it| *it <= scenario.last_day.0) else { continue };
            let mut without = scenario.clone();
            let struck_out = without.events.remove(with.lowered.events[idx]);
            let without = run(&without);
            for (one, other) in with.report.lives.iter().zip(&without.report.lives) {
                let standings = |life: &Life, day| (life.at(day).score, life.at(day).band);
                for day in days(scenario).filter(|it| *it >= corrected) {
                    let (one, other) = (standings(one, day), standings(other, day));
                    require(one == other, || {
                        format!("{day}: {one:?} after correcting {}, else {other:?}", struck_out.id)
                    })?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn writing_and_reading_changes_nothing(scenario: &Scenario, _: &mut Rng) -> Result<(), String> {
        let text = write(scenario);
        let again = read(&text).map_err(|it| format!("{it:?}"))?;
        require(again == *scenario, || format!("read back as\n{}", write(&again)))?;
        require(write(&again) == text, || "written again it differs".to_owned())
    }
}

fn run(scenario: &Scenario) -> Outcome {
    evaluate(scenario).unwrap()
}

fn require(holds: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(why()) }
}

fn same(one: &Account, other: &Account, what: &str) -> Result<(), String> {
    match one.difference(other) {
        None => Ok(()),
        Some(difference) => Err(format!("{what} differ {difference}")),
    }
}

/// The same lives; what became of events may differ.
fn same_lives(one: &Account, other: &Account, what: &str) -> Result<(), String> {
    let lives = |it: &Account| Account { lives: it.lives.clone(), events: BTreeMap::new() };
    same(&lives(one), &lives(other), what)
}

fn days(scenario: &Scenario) -> impl Iterator<Item = Day> + use<> {
    (scenario.first_day.0.number()..=scenario.last_day.0.number()).map(Day::from_number)
}

/// What an account says about the days up to one, and nothing about later ones.
fn until(mut account: Account, day: Day) -> Account {
    let day = day.to_string();
    for life in account.lives.values_mut() {
        life.rows.retain(|it| it.day <= day);
        life.course.retain(|it| it.0 <= day);
        life.spans.retain(|it| it.begin <= day);
        for row in &mut life.rows {
            row.left = Points::ZERO;
        }
        for span in &mut life.spans {
            if span.end.as_ref().is_some_and(|it| *it > day) {
                span.end = None;
                span.ended_by = None;
            }
        }
    }
    account
}
