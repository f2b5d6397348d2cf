//! The letter: what is withheld does not stand in it, what is told is true.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use common::generate::{LARGEST, scenario};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use social_credit_lab::engine::Day;
use social_credit_lab::engine::case::Entry;
use social_credit_lab::engine::explain::{Notice, notice};
use social_credit_lab::scenario::doc::{Reasons, Safeguards};
use social_credit_lab::scenario::presets::{ALL, latest};
use social_credit_lab::scenario::told::Fact;
use social_credit_lab::scenario::{Outcome, Scenario, evaluate};
use social_credit_lab::text::ENGLISH;
use social_credit_lab::text::letter::{Language, Of, Sheet};

const REASONS: [Reasons; 3] = [Reasons::Nothing, Reasons::Category, Reasons::Full];
const LANGUAGES: [Language; 2] = [Language::Official, Language::Plain];

fn write(scenario: &Scenario, outcome: &Outcome, subject: usize, it: &Notice, how: (Reasons, Language)) -> Sheet {
    (ENGLISH.letter.sheet)(&Of { scenario, outcome, subject }, it, how.0, how.1)
}

/// What must hold of the last decision up to any day.
fn check(it: &Scenario) {
    let outcome = evaluate(it).unwrap();
    let (first, last) = (it.first_day.0, it.last_day.0);
    for (subject, life) in outcome.report.lives.iter().enumerate() {
        let mut before: Option<Notice> = None;
        let days = [first].into_iter().chain(life.course.iter().map(|it| it.day)).chain([last]);
        for day in days {
            let now = notice(life, day);
            if let Some(now) = &now {
                check_notice(life, now, day);
                for how in REASONS.into_iter().flat_map(|it| LANGUAGES.map(|language| (it, language))) {
                    check_sheet(it, &write(it, &outcome, subject, now, how), how.0, now);
                }
            }
            assert!(before.as_ref().map(|it| it.day) <= now.as_ref().map(|it| it.day), "decisions are not forgotten");
            before = now;
        }
    }
}

fn check_notice(life: &social_credit_lab::engine::case::Life, it: &Notice, day: Day) {
    assert!(it.day <= day);
    let is_something = it.band.is_some() || !it.listed.is_empty() || !it.unlisted.is_empty();
    assert!(is_something || !it.begun.is_empty() || !it.ended.is_empty(), "a letter about nothing: {it:?}");
    if let Some((before, after)) = it.band {
        assert_ne!(before, after);
        assert_eq!(life.at(it.day).band, after);
        assert!(!it.behind.is_empty(), "a band does not change by itself");
    }
    for line in &it.behind {
        let line = &life.lines[*line];
        assert!(line.day <= it.day);
        let held = life.consequences.iter().flat_map(|it| [it.cause, it.ended_by]).flatten();
        let is_cause = || held.map(|it| &life.lines[it]).any(|it| std::ptr::eq(it, line));
        let moves = !line.applied.is_zero() || !matches!(line.entry, Entry::Posted(_));
        assert!(moves || is_cause(), "what moved nothing is no reason: {line:?}");
    }
    assert!(it.begun.iter().all(|at| life.consequences[*at].begin == it.day));
    assert!(it.ended.iter().all(|at| life.consequences[*at].end == Some(it.day)));
}

fn check_sheet(scenario: &Scenario, sheet: &Sheet, reasons: Reasons, now: &Notice) {
    assert!(sheet.sentences().all(|it| !it.trim().is_empty()));
    assert!(!sheet.decision.is_empty() && !sheet.reasons.is_empty());
    assert_eq!(sheet.records.is_empty(), reasons != Reasons::Full || now.behind.is_empty());
    if reasons != Reasons::Full {
        for it in sheet.sentences() {
            // Names of bands, lists and consequences may say anything; of kinds and points nothing may stand there.
            let named = scenario.kinds.iter().find(|kind| it.contains(&format!("“{}”", kind.short)));
            assert!(named.is_none() && !it.contains(" points ("), "{it}");
        }
    }
}

#[test]
fn letters_of_every_preset_say_what_they_may() {
    for preset in ALL {
        check(&preset.scenario().unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn letters_of_any_scenario_say_what_they_may(seed: u64, size in 0..=LARGEST) {
        check(&scenario(seed, size));
    }

    /// What a person is told moves no points.
    #[test]
    fn telling_changes_no_number(seed: u64, size in 0..=LARGEST) {
        let mut it = scenario(seed, size);
        let before = evaluate(&it).unwrap().report;
        let told = it.rulebook.safeguards.clone();
        it.rulebook.safeguards =
            Safeguards { notice: true, reasons: Reasons::Full, appeal: true, human_review: true, audit: true, ..told };
        prop_assert_eq!(evaluate(&it).unwrap().report, before);
    }
}

#[test]
fn more_openness_never_tells_less() {
    for safeguards in [Safeguards::default(), Safeguards { appeal: true, human_review: true, ..Safeguards::default() }]
    {
        for fact in Fact::ALL {
            let told = REASONS.map(|it| fact.is_told(it, &safeguards));
            assert!(told.is_sorted(), "{fact:?}: {told:?}");
        }
    }
    let all = Safeguards { appeal: true, human_review: true, ..Safeguards::default() };
    assert!(Fact::ALL.iter().all(|it| it.is_told(Reasons::Full, &all)));
    assert!(
        Fact::ALL.iter().filter(|it| it.is_needed()).all(|it| !it.is_told(Reasons::Nothing, &Safeguards::default()))
    );
}

/// From whom and to whom a letter goes, its day, and then its sentences, one on a line.
fn shown(it: &Sheet) -> String {
    let sentences: Vec<&str> = it.sentences().collect();
    format!("{} to {}, {}\n{}\n", it.from, it.to, it.date, sentences.join("\n"))
}

/// Compares the letter that Mei gets in the summer of 2022 under the older rules, edited, with what is expected.
fn letter(edit: impl FnOnce(&mut Scenario), how: (Reasons, Language), expected: Expect) {
    let mut it = latest("rongcheng-rules").unwrap().scenario().unwrap();
    edit(&mut it);
    let outcome = evaluate(&it).unwrap();
    let place = it.cast.iter().position(|it| it.name == "Mei").unwrap();
    let subject = outcome.lowered.subject_at(place).unwrap();
    let now = notice(&outcome.report.lives[subject], "2022-07-01".parse().unwrap()).unwrap();
    let sheet = write(&it, &outcome, subject, &now, how);
    expected.assert_eq(&shown(&sheet));
}

#[test]
fn a_letter_that_says_nothing() {
    letter(
        |_| (),
        (Reasons::Nothing, Language::Official),
        expect![[r#"
        Rongcheng: the older rulebook to Mei, 16 June 2022
        Notice of a change of standing
        With effect from 16 June 2022, your classification is changed from band A to band B.
        The following measures apply to you: Loan reviewed by hand.
        The following measures no longer apply to you: Winter heating discount; No deposit for a bicycle; Easier loan at a local bank.
        The decision is based on the records that are held about you.
    "#]],
    );
}

#[test]
fn a_letter_that_names_the_sort_of_record() {
    letter(
        |_| (),
        (Reasons::Category, Language::Plain),
        expect![[r#"
        Rongcheng: the older rulebook to Mei, 16 June 2022
        Something has changed for you, and not for the better
        You are now in band B. Until now you were in band A.
        From now on: Loan reviewed by hand.
        No longer: Winter heating discount; No deposit for a bicycle; Easier loan at a local bank.
        The reason lies in records of this sort: utility, office, court.
    "#]],
    );
}

#[test]
fn a_letter_that_names_every_record() {
    let rights = |it: &mut Scenario| {
        it.rulebook.safeguards.appeal = true;
        it.rulebook.safeguards.human_review = true;
        it.rulebook.safeguards.audit = true;
    };
    letter(
        rights,
        (Reasons::Full, Language::Official),
        expect![[r#"
        Rongcheng: the older rulebook to Mei, 16 June 2022
        Notice of a change of standing
        With effect from 16 June 2022, your classification is changed from band A to band B.
        The following measures apply to you: Loan reviewed by hand.
        The following measures no longer apply to you: Winter heating discount; No deposit for a bicycle; Easier loan at a local bank.
        The decision is based on the following records.
        20 December 2021: “bill late”; reported by the utility company; −20 points (1020 to 1000); under the rule “a utility bill is paid late”; counts without limit of time.
        21 February 2022: “bill late”; reported by the utility company; −20 points (1000 to 980); under the rule “a utility bill is paid late”; counts without limit of time.
        11 April 2022: “traffic fine”; reported by the police; −5 points (980 to 975); under the rule “a traffic fine is issued”; counts without limit of time.
        16 June 2022: “contract case lost”; reported by the court; −50 points (975 to 925); under the rule “a contract case is lost in court”; counts without limit of time.
        You may lodge an objection to any record. If it succeeds, the record and its effects are removed.
        This decision was examined by a member of staff, who will be named to you on request.
        The records and decisions of this office are subject to external audit.
    "#]],
    );
    letter(
        rights,
        (Reasons::Full, Language::Plain),
        expect![[r#"
        Rongcheng: the older rulebook to Mei, 16 June 2022
        Something has changed for you, and not for the better
        You are now in band B. Until now you were in band A.
        From now on: Loan reviewed by hand.
        No longer: Winter heating discount; No deposit for a bicycle; Easier loan at a local bank.
        These are the reasons:
        20 December 2021: “bill late”; reported by the utility company; −20 points (1020 to 1000); because of the rule for when a utility bill is paid late; counts for good.
        21 February 2022: “bill late”; reported by the utility company; −20 points (1000 to 980); because of the rule for when a utility bill is paid late; counts for good.
        11 April 2022: “traffic fine”; reported by the police; −5 points (980 to 975); because of the rule for when a traffic fine is issued; counts for good.
        16 June 2022: “contract case lost”; reported by the court; −50 points (975 to 925); because of the rule for when a contract case is lost in court; counts for good.
        You can say that a record is wrong. If you are right, we take it out, and what it did too.
        A person has looked at this. You can ask who.
        Somebody from outside checks what we do.
    "#]],
    );
}

/// What the last letter to each subject of each preset says, as it was when somebody last read it.
#[test]
fn last_letters_read_well() {
    let mut lines = Vec::new();
    for preset in ALL.iter().filter(|it| it.listed) {
        let it = preset.scenario().unwrap();
        let outcome = evaluate(&it).unwrap();
        for (subject, life) in outcome.report.lives.iter().enumerate() {
            let Some(now) = notice(life, it.last_day.0) else { continue };
            let sheet = write(&it, &outcome, subject, &now, (Reasons::Category, Language::Plain));
            let of = Of { scenario: &it, outcome: &outcome, subject };
            let wrong = (ENGLISH.letter.false_record)(&of, &now, Reasons::Category).unwrap_or_default();
            lines.push(format!("# {}{wrong}", shown(&sheet)));
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/letters.txt");
    expect_test::expect_file![path].assert_eq(&format!("{}\n", lines.join("\n")));
}
