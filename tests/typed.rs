//! The reader of typed numbers and days: whatever the page prints is read back, however it is pasted.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use social_credit_lab::engine::{Day, Points};
use social_credit_lab::scenario::presets;
use social_credit_lab::scenario::society::dials;
use social_credit_lab::scenario::typed::{DayReading, Reading, Takes, read_day, read_number};
use social_credit_lab::text::ENGLISH;

const POINTS: Takes = Takes::DECIMAL.with_unit("points");

/// Numbers that a document can hold, many of them small and with few decimals.
fn number() -> impl Strategy<Value = Points> {
    let most = 1_000_000_000_000_i64;
    prop_oneof![
        -most..=most,
        -2_000_000..=2_000_000_i64,
        (-5_000..=5_000_i64).prop_map(|it| it * 1_000),
        (-5_000..=5_000_i64).prop_map(|it| it * 10),
    ]
    .prop_map(Points::from_thousandths)
}

/// Reads a printed number that was rounded to so many hundredths.
fn check_rounded(printed: &str, unit: &'static str, value: f64, off: f64) -> Result<(), TestCaseError> {
    let Reading::Value(read) = read_number(printed, Takes::DECIMAL.with_unit(unit)) else {
        return Err(TestCaseError::fail(format!("“{printed}” is not read")));
    };
    prop_assert!((read.to_f64() - value).abs() <= off + 1e-6, "“{}” is read as {} and was {}", printed, read, value);
    Ok(())
}

proptest! {
    #[test]
    fn every_printed_number_is_read_back(it in number()) {
        let common = &ENGLISH.common;
        for printed in [(common.points)(it), (common.signed)(it), format!("{} points", (common.points)(it))] {
            prop_assert_eq!(read_number(&printed, POINTS), Reading::Value(it), "“{}”", printed);
        }
    }

    #[test]
    fn every_printed_count_is_read_back(n in prop_oneof![0..2_000_u64, 0..1_000_000_000_u64]) {
        let whole = Points::whole(i64::try_from(n).unwrap());
        let society = &ENGLISH.society;
        let printed = [
            (ENGLISH.common.count)(usize::try_from(n).unwrap(), "month", "months"),
            (society.count)(n),
            (ENGLISH.learn.whole)(i64::try_from(n).unwrap()),
        ];
        for printed in printed {
            for takes in [Takes::DECIMAL, Takes::whole(0, 1_000_000_000)] {
                prop_assert_eq!(read_number(&printed, takes.with_unit("months")), Reading::Value(whole), "“{}”", printed);
            }
        }
        let loss = (ENGLISH.learn.whole)(-i64::try_from(n).unwrap());
        prop_assert_eq!(read_number(&loss, Takes::DECIMAL), Reading::Value(-whole), "“{}”", loss);
    }

    #[test]
    fn every_printed_share_and_mean_is_read_back(it in prop_oneof![-1.0..1.0, -0.02..0.02], large in -1e6..1e6) {
        let society = &ENGLISH.society;
        check_rounded(&(society.share)(it), "%", it * 100.0, 0.5)?;
        check_rounded(&(society.signed_share)(it), "", it * 100.0, 0.05)?;
        check_rounded(&(society.number)(large), "", large, 0.5)?;
        check_rounded(&(society.number)(it * 100.0), "", it * 100.0, 0.5)?;
    }

    #[test]
    fn what_is_pasted_with_it_changes_nothing(
        it in number(),
        minus in prop::sample::select(vec!["-", "−", "–", "—", "－", "﹣", "- ", "−\u{202f}"]),
        zero in prop::sample::select(vec!['0', '٠', '۰', '०', '০', '๐', '０', '𝟎']),
        group in prop::sample::select(vec!["", " ", "\u{a0}", "\u{202f}", "\u{2009}", "’", "'", "\u{3000}"]),
        mark in prop::sample::select(vec!["", "\u{200b}", "\u{200e}", "\u{ad}", "\u{feff}", "\u{2066}"]),
        around in prop::sample::select(vec!["", " ", "\t", "\r\n", "\u{2003}"]),
    ) {
        let printed = (ENGLISH.common.points)(it);
        let (whole, part) = printed.split_once('.').map_or((printed.as_str(), None), |(whole, part)| (whole, Some(part)));
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        let mut text = format!("{around}{mark}");
        if it.is_loss() {
            text.push_str(minus);
        }
        let digit = |it: char| char::from_u32(u32::from(zero) + it.to_digit(10).unwrap()).unwrap();
        for (at, it) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(group);
            }
            text.push(digit(it));
            text.push_str(mark);
        }
        if let Some(part) = part {
            text.push('.');
            text.extend(part.chars().map(digit));
        }
        text.push_str(around);
        prop_assert_eq!(read_number(&text, POINTS), Reading::Value(it), "“{}”", text);
    }

    #[test]
    fn nothing_is_read_that_cannot_be_one_of_the_two(text in "[-−+0-9., '’٫()%a-z\u{202e}]{0,14}") {
        match read_number(&text, POINTS) {
            Reading::Value(it) => prop_assert!(it.abs() <= Points::whole(1_000_000_000)),
            Reading::Either(one, other) => {
                prop_assert_eq!(one, other.times(1000), "“{}”", text);
                prop_assert_eq!(text.chars().filter(|it| matches!(it, '.' | ',')).count(), 1);
            }
            Reading::Empty => prop_assert!(text.trim().is_empty()),
            _ => {}
        }
        read_day(&text, &ENGLISH.common.months);
    }

    #[test]
    fn any_text_at_all_is_answered(text in ".{0,60}") {
        for takes in [POINTS, Takes::whole(0, 5), Takes::whole(-1000, 1000).with_unit("per mille")] {
            if let Reading::Value(it) = read_number(&text, takes) {
                prop_assert!(takes.least <= it && it <= takes.most);
                prop_assert!(!takes.whole || it.thousandths() % 1000 == 0);
            }
        }
        read_day(&text, &ENGLISH.common.months);
    }

    #[test]
    fn every_printed_day_is_read_back(number in Day::MIN.number()..=Day::MAX.number()) {
        let day = Day::from_number(number);
        for printed in [day.to_string(), (ENGLISH.common.day)(day), (ENGLISH.common.day_short)(day)] {
            prop_assert_eq!(read_day(&printed, &ENGLISH.common.months), DayReading::Day(day), "“{}”", printed);
        }
    }
}

/// Each number of each preset, as the page prints it.
#[test]
fn every_number_of_the_presets_is_read_back() {
    for preset in presets::ALL {
        let scenario = preset.scenario().unwrap();
        let bands = scenario.rulebook.bands.iter().map(|it| it.from.0);
        let rules = scenario.rulebook.rules.iter().filter_map(|it| it.points.as_ref().map(|it| it.amount.0));
        for number in bands.chain(rules) {
            let printed = (ENGLISH.common.signed)(number);
            assert_eq!(read_number(&printed, POINTS), Reading::Value(number), "“{printed}” of {}", preset.id);
        }
    }
}

/// Each assumption of the town with the unit that stands behind it, and both ends of its range.
#[test]
fn every_assumption_is_read_with_its_unit() {
    for it in dials() {
        let takes = Takes::whole(i64::from(it.family.min), i64::from(it.family.max)).with_unit(it.unit);
        for number in [it.family.min, it.value, it.family.max] {
            let number = Points::whole(i64::from(number));
            let printed = format!("{} {}", (ENGLISH.common.points)(number), it.unit);
            assert_eq!(read_number(&printed, takes), Reading::Value(number), "“{printed}” of {}", it.id);
        }
    }
}
