//! Principles: what breaks them does so when it is opened, nothing of it can be left out, and what the presets keep.
//!
//! `UPDATE_EXPECT=1 cargo test --test principles` writes `tests/golden/principles.txt`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use common::generate::{Rng, Sort, of_sort};
use social_credit_lab::engine::{Day, Points};
use social_credit_lab::jobs::{Answer, Request, Step, start};
use social_credit_lab::principles::laws::{ALL, STARTERS};
use social_credit_lab::principles::{Actual, Progress, Search, Tested, Violation, expectations, judge, test};
use social_credit_lab::scenario::doc::{Expectation, Expected, Principle, Says};
use social_credit_lab::scenario::presets::{self, latest};
use social_credit_lab::scenario::{DayText, Decimal, Outcome, Scenario, evaluate, read, write};
use social_credit_lab::text::ENGLISH;
use social_credit_lab::text::finding::Named;

/// Lives tried by the tests over random scenarios.
const SOME: usize = 120;

fn principle(says: Says) -> Principle {
    Principle { id: "p".to_owned(), says, most: None, kind: None }
}

fn preset(id: &str) -> (Scenario, Outcome) {
    let scenario = latest(id).unwrap().scenario().unwrap();
    let outcome = evaluate(&scenario).unwrap();
    (scenario, outcome)
}

/// The document with a life that breaks a principle, if one of so many does.
fn breaking(principle: &Principle, scenario: &Scenario, outcome: &Outcome, budget: usize) -> Option<Scenario> {
    let mut search = Search::new(principle, scenario, &outcome.lowered.case, budget);
    loop {
        match search.step() {
            Progress::Going(_) => {}
            Progress::Kept(tried) => {
                assert_eq!(tried, budget);
                return None;
            }
            Progress::Broken(_, trial) => return Some(search.document(scenario, &trial)),
        }
    }
}

/// What is true of every counterexample: it opens, it breaks the principle, and nothing of it can be left out.
fn check(principle: &Principle, life: &Scenario) {
    let named = || format!("{principle:?}\n{}", write(life));
    let life = read(&write(life)).unwrap();
    let outcome = evaluate(&life).unwrap_or_else(|it| panic!("{it:?} {}", named()));
    assert_eq!(outcome.lowered.events.len(), life.events.len(), "an event cannot happen: {}", named());
    let broken = test(principle, &life, &outcome).broken;
    assert!(broken.is_some(), "it keeps the principle when it is opened: {}", named());
    for at in 0..life.events.len() {
        let mut without = life.clone();
        without.events.remove(at);
        let tested = test(principle, &without, &evaluate(&without).unwrap());
        assert_eq!(tested.broken, None, "the event at {at} is not needed: {}", named());
    }
    let names = Named { scenario: &life, outcome: &outcome, subject: 0 };
    let story = (ENGLISH.principles.story)(&broken.unwrap(), &names);
    assert!(story.ends_with('.') && !story.contains("“”") && !story.contains("  "), "{story}");
}

#[test]
fn counterexamples_of_presets_hold_when_they_are_opened() {
    for preset in presets::ALL {
        let scenario = preset.scenario().unwrap();
        let outcome = evaluate(&scenario).unwrap();
        for says in ALL {
            if let Some(life) = breaking(&principle(says), &scenario, &outcome, SOME) {
                check(&principle(says), &life);
            }
        }
    }
}

#[test]
fn counterexamples_of_random_rulebooks_hold_when_they_are_opened() {
    let mut found: BTreeMap<Says, u32> = BTreeMap::new();
    for seed in 0..240 {
        let scenario = of_sort(Sort::Any, seed, 30);
        let Ok(outcome) = evaluate(&scenario) else { continue };
        let mut rng = Rng::new(seed, "asked", 0);
        let says = ALL[usize::try_from(seed).unwrap() % ALL.len()];
        let kind = rng.chance(25).then(|| rng.pick(&scenario.kinds).id.clone());
        let most = rng.chance(30).then(|| Decimal::whole(i64::try_from(rng.below(4)).unwrap()));
        let asked = Principle { kind, most, ..principle(says) };
        if let Some(life) = breaking(&asked, &scenario, &outcome, SOME) {
            check(&asked, &life);
            *found.entry(says).or_default() += 1;
        }
    }
    assert_eq!(found.len(), ALL.len(), "some principle was never broken: {found:?}");
}

/// Asking about some lives never ends in a panic, and a break names what is there.
#[test]
fn random_lives_are_put_to_every_principle() {
    for seed in 0..200 {
        let scenario = of_sort(Sort::Any, seed, 40);
        let Ok(outcome) = evaluate(&scenario) else { continue };
        let case = &outcome.lowered.case;
        for says in ALL {
            let Tested { n, broken } = test(&principle(says), &scenario, &outcome);
            let Some(it) = broken else { continue };
            assert!(n > 0, "{says:?} of {seed}: broken by nothing");
            assert!(case.first <= it.day && it.day <= case.last && it.subject < case.subjects.len());
            assert!(it.events.iter().all(|it| *it < case.events.len()));
        }
    }
}

/// A principle, and what makes the popular picture keep it.
type Safeguard = (Says, &'static dyn Fn(&mut Scenario));

/// A rulebook that keeps each principle, and one that breaks it.
#[test]
fn every_principle_can_be_kept_and_broken() {
    let whole = |change: &dyn Fn(&mut Scenario)| {
        let (mut scenario, _) = preset("popular-picture");
        change(&mut scenario);
        scenario
    };
    let safeguards: [Safeguard; 8] = [
        (Says::EventCostsBands, &|it| it.rulebook.safeguards.no_cliff = true),
        (Says::EventCostsPoints, &|it| it.rulebook.safeguards.event_cap = Some(Decimal::whole(50))),
        (Says::YearCostsPoints, &|it| it.rulebook.safeguards.year_cap = Some(Decimal::whole(100))),
        (Says::EffectsEnd, &|it| it.rulebook.safeguards.expiry_months = Some(60)),
        (Says::NoPenaltyWithoutNotice, &|it| it.rulebook.consequences.clear()),
        (Says::RelativesPayNothing, &|it| it.rulebook.safeguards.no_spill_over = true),
        (Says::EssentialsStay, &|it| it.rulebook.safeguards.essential_floor = true),
        (Says::PenaltiesStayInTheirPart, &|it| it.rulebook.safeguards.purpose_limit = true),
    ];
    for (says, safeguard) in safeguards {
        let (broken, kept) = (whole(&|_| {}), whole(safeguard));
        let life = breaking(&principle(says), &broken, &evaluate(&broken).unwrap(), 600);
        assert!(life.is_some(), "{says:?} is kept by the popular picture");
        assert_eq!(
            breaking(&principle(says), &kept, &evaluate(&kept).unwrap(), 600),
            None,
            "{says:?} with its safeguard"
        );
    }
    for (says, keeps, breaks) in [
        (Says::PersonsAndFirmsAlike, "jinan-dog-licence", "rongcheng-rules"),
        (Says::GroupsAlike, "jinan-dog-licence", "suining-2010"),
        (Says::CorrectedLeavesNothing, "hangzhou-rewards", "popular-picture"),
    ] {
        let (kept, outcome) = preset(keeps);
        assert_eq!(breaking(&principle(says), &kept, &outcome, 600), None, "{says:?} of {keeps}");
        let (mut broken, _) = preset(breaks);
        if says == Says::CorrectedLeavesNothing {
            broken.rulebook.safeguards.corrections = false;
        }
        if says == Says::PersonsAndFirmsAlike {
            let rule = std::sync::Arc::make_mut(&mut broken.rulebook.rules[0]);
            rule.when = Some(social_credit_lab::scenario::doc::Cond::Subject(
                social_credit_lab::scenario::doc::SubjectKind::Person,
            ));
        }
        if says == Says::GroupsAlike {
            let group = broken.groups[0].id.clone();
            let rule = std::sync::Arc::make_mut(&mut broken.rulebook.rules[0]);
            rule.when = Some(social_credit_lab::scenario::doc::Cond::Group(group));
        }
        let outcome = evaluate(&broken).unwrap();
        let life = breaking(&principle(says), &broken, &outcome, 600);
        check(&principle(says), &life.unwrap_or_else(|| panic!("{says:?} of {breaks} is kept")));
    }
}

#[test]
fn the_same_search_finds_the_same_life() {
    let (scenario, outcome) = preset("popular-picture");
    for says in STARTERS {
        let find = || breaking(&principle(says), &scenario, &outcome, SOME);
        assert_eq!(find(), find());
    }
}

/// The job finds for each principle what the search alone finds.
#[test]
fn the_job_answers_for_every_principle() {
    let (mut scenario, _) = preset("popular-picture");
    scenario.principles = STARTERS.iter().map(|it| Principle { id: format!("{it:?}"), ..principle(*it) }).collect();
    let outcome = evaluate(&scenario).unwrap();
    let mut job = start(Request::Principles, &scenario, &outcome);
    let mut before = 0;
    let answer = loop {
        match job.step() {
            Step::Going(done, total) => {
                assert!(before <= done && done <= total, "{before} {done} {total}");
                before = done;
            }
            Step::Done(answer) => break answer,
        }
    };
    #[allow(unreachable_patterns, reason = "other jobs have other answers")]
    let answer = match answer {
        Answer::Principles(answer) => answer,
        other => panic!("it answers {other:?}"),
    };
    assert_eq!(answer.found.len(), STARTERS.len());
    for (found, principle) in answer.found.iter().zip(&scenario.principles) {
        assert_eq!(found.id, principle.id);
        if let Some(life) = &found.life {
            check(principle, life);
        }
    }
}

/// For every preset and every principle with its usual number: whether its own lives break it, and a life that could.
#[test]
fn presets_keep_and_break_what_they_always_did() {
    let mut text = String::new();
    let mut broken_by: BTreeMap<&str, usize> = BTreeMap::new();
    for preset in presets::ALL.iter().filter(|it| it.listed) {
        let scenario = preset.scenario().unwrap();
        let outcome = evaluate(&scenario).unwrap();
        writeln!(text, "{}", scenario.title).unwrap();
        for says in ALL {
            let asked = principle(says);
            let tested = test(&asked, &scenario, &outcome);
            let names = Named { scenario: &scenario, outcome: &outcome, subject: 0 };
            let tell = |it: &Violation, names: &Named<'_>| (ENGLISH.principles.story)(it, names);
            let here = match (&tested.broken, tested.n) {
                (Some(it), _) => format!("broken: {}", tell(it, &names)),
                (None, 0) => "not tested".to_owned(),
                (None, n) => format!("kept, tested {n} times"),
            };
            let life = breaking(&asked, &scenario, &outcome, 600);
            let could = life.map_or_else(
                || "no life of 600 breaks it".to_owned(),
                |life| {
                    *broken_by.entry(preset.id).or_default() += 1;
                    let outcome = evaluate(&life).unwrap();
                    let names = Named { scenario: &life, outcome: &outcome, subject: 0 };
                    let story = tell(&test(&asked, &life, &outcome).broken.unwrap(), &names);
                    format!("{} events: {story}", life.events.len())
                },
            );
            writeln!(text, "- {}\n    {here}\n    {could}", (ENGLISH.principles.plain)(says)).unwrap();
        }
        text.push('\n');
    }
    assert!(broken_by["popular-picture"] > broken_by.get("jinan-dog-licence").copied().unwrap_or_default());
    expect_test::expect_file!["golden/principles.txt"].assert_eq(&text);
}

fn expectation(is: Expected, day: Option<Day>) -> Expectation {
    let day = day.map(DayText);
    Expectation { id: "x".to_owned(), subject: "mei".to_owned(), is, band: None, score: None, list: None, day }
}

#[test]
fn saved_cases_are_judged_by_what_is_shown() {
    let (scenario, outcome) = preset("rongcheng-rules");
    let place = scenario.cast.iter().position(|it| it.id == "mei").unwrap();
    let life = &outcome.report.lives[outcome.lowered.subject_at(place).unwrap()];
    let (first, last) = (scenario.first_day.0, scenario.last_day.0);
    let bands: Vec<String> = scenario.rulebook.bands.iter().rev().map(|it| it.id.clone()).collect();
    let mut day = first;
    while day <= last {
        let at = life.at(day);
        for (band, id) in bands.iter().enumerate() {
            let asked = |is| Expectation { band: Some(id.clone()), ..expectation(is, Some(day)) };
            let judged = judge(&asked(Expected::EndsInBand), &scenario, &outcome).unwrap();
            assert_eq!((judged.kept, judged.actual, judged.day), (at.band == band, Actual::Band(at.band), day));
            let judged = judge(&asked(Expected::StaysAtLeast), &scenario, &outcome).unwrap();
            let lowest = life.course.iter().filter(|it| it.day <= day).map(|it| it.band).min().unwrap();
            assert_eq!(judged.kept, lowest >= band);
            assert_eq!(judged.actual, Actual::Band(life.at(judged.day).band));
        }
        for by in [-1, 0, 1] {
            let asked =
                |is| Expectation { score: Some(Decimal(at.score + Points::whole(by))), ..expectation(is, Some(day)) };
            let kept = |is| judge(&asked(is), &scenario, &outcome).unwrap().kept;
            assert_eq!((kept(Expected::ScoreAtLeast), kept(Expected::ScoreAtMost)), (by <= 0, by >= 0));
        }
        day = day.plus_days(97);
    }
    let outside =
        Expectation { score: Some(Decimal::whole(1)), ..expectation(Expected::ScoreAtLeast, Some(last.plus_days(1))) };
    assert_eq!(judge(&outside, &scenario, &outcome), None);
}

#[test]
fn lists_are_expected_too() {
    let (mut scenario, _) = preset("judgment-defaulters");
    let outcome = evaluate(&scenario).unwrap();
    let mut seen = [false; 4];
    let lists: Vec<String> = scenario.rulebook.lists.iter().map(|it| it.id.clone()).collect();
    for subject in scenario.cast.iter().map(|it| it.id.clone()).collect::<Vec<_>>() {
        for list in &lists {
            let asked =
                |is| Expectation { subject: subject.clone(), list: Some(list.clone()), ..expectation(is, None) };
            let on = judge(&asked(Expected::OnList), &scenario, &outcome).unwrap();
            let never = judge(&asked(Expected::NeverOnList), &scenario, &outcome).unwrap();
            assert!(!(on.kept && never.kept));
            seen[usize::from(on.kept)] = true;
            seen[2 + usize::from(never.kept)] = true;
            scenario
                .expectations
                .push(Expectation { id: format!("x{}", scenario.expectations.len()), ..asked(Expected::OnList) });
        }
    }
    assert_eq!(seen, [true; 4]);
    let (n, broken) = expectations::tally(&scenario, &outcome);
    assert!(n == scenario.expectations.len() && 0 < broken && broken < n);
}

/// What is removed takes with it the saved cases that name it, and no others.
#[test]
fn saved_cases_go_with_what_they_name() {
    use social_credit_lab::editor::edits;
    let (mut scenario, _) = preset("firm-tax-rating");
    let (subject, other) = (scenario.cast[0].id.clone(), scenario.cast[1].id.clone());
    let (band, list) = (scenario.rulebook.bands[1].id.clone(), scenario.rulebook.lists[0].id.clone());
    let new = |id: &str, is| Expectation { id: id.to_owned(), subject: other.clone(), ..expectation(is, None) };
    scenario.expectations = vec![
        Expectation { band: Some(band.clone()), ..new("band", Expected::StaysAtLeast) },
        Expectation { score: Some(Decimal::whole(5)), ..new("score", Expected::ScoreAtMost) },
        Expectation { list: Some(list.clone()), ..new("list", Expected::NeverOnList) },
        Expectation { subject: subject.clone(), list: Some(list.clone()), ..new("subject", Expected::OnList) },
    ];
    let left = |edit: &dyn Fn(&mut Scenario)| {
        let mut edited = scenario.clone();
        edit(&mut edited);
        assert!(evaluate(&edited).is_ok(), "{:?}", evaluate(&edited).err());
        edited.expectations.into_iter().map(|it| it.id).collect::<Vec<_>>()
    };
    assert_eq!(left(&|_| {}), ["band", "score", "list", "subject"]);
    assert_eq!(left(&|it| edits::remove_band(it, &band)), ["score", "list", "subject"]);
    assert_eq!(left(&|it| edits::remove_list(it, &list)), ["band", "score"]);
    assert_eq!(left(&|it| edits::remove_subject(it, &subject)), ["band", "score", "list"]);
    assert_eq!(left(&edits::remove_scale), ["list", "subject"]);
}
