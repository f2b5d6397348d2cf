//! Numbers.

use super::sign::{GROUP, POINT, fold};
use crate::engine::Points;
use crate::scenario::wire::DECIMAL_MAX;

/// Which numbers a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takes {
    /// The least.
    pub least: Points,
    /// The most.
    pub most: Points,
    /// Whether only whole numbers are taken.
    pub whole: bool,
    /// What the field prints after the number; it may be typed with it.
    pub unit: &'static str,
}

impl Takes {
    /// Every number that a document may hold.
    pub const DECIMAL: Self =
        Self { least: Points::whole(-DECIMAL_MAX), most: Points::whole(DECIMAL_MAX), whole: false, unit: "" };

    /// Whole numbers from the least to the most.
    pub const fn whole(least: i64, most: i64) -> Self {
        Self { least: Points::whole(least), most: Points::whole(most), whole: true, unit: "" }
    }

    /// The same with a unit.
    pub const fn with_unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    fn holds(self, it: Points) -> bool {
        self.least <= it && it <= self.most
    }
}

/// What a text is as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// This number.
    Value(Points),
    /// Nothing was typed.
    Empty,
    /// Either of two numbers, the larger first: people write both in this way.
    Either(Points, Points),
    /// No number.
    NotANumber,
    /// A number with more decimal places than the field takes.
    TooFine,
    /// A number outside the range of the field.
    OutOfRange,
}

impl Reading {
    /// The number, if it is one and only one.
    pub const fn value(self) -> Option<Points> {
        if let Self::Value(it) = self { Some(it) } else { None }
    }
}

/// Reads a number as people type it.
///
/// Thousands may be divided by spaces, apostrophes, commas or points, in threes or as in India. Three digits behind a
/// single comma or point can be thousands or decimals: then the field decides if only one of them is possible in it.
pub fn read_number(text: &str, takes: Takes) -> Reading {
    let Some(text) = fold(text) else { return Reading::NotANumber };
    if text.is_empty() {
        return Reading::Empty;
    }
    let text = without_unit(&text, takes.unit);
    if let Some(inner) = text.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        return in_brackets(inner.trim(), takes);
    }
    let (is_loss, digits) = sign_of(text);
    let Some(parts) = Parts::of(digits) else { return Reading::NotANumber };
    let signed = |it: Points| if is_loss { -it } else { it };
    match (parts.grouped(), parts.with_decimals()) {
        (Some(grouped), Fraction::Value(decimal)) if takes.whole && !takes.holds(signed(grouped)) => {
            let is_whole = decimal.thousandths() % 1000 == 0;
            if is_whole { one(signed(decimal), takes) } else { Reading::OutOfRange }
        }
        (Some(grouped), _) if takes.whole => one(signed(grouped), takes),
        (Some(grouped), Fraction::Value(decimal)) => {
            let (grouped, decimal) = (signed(grouped), signed(decimal));
            match (takes.holds(grouped), takes.holds(decimal)) {
                (true, true) => Reading::Either(grouped, decimal),
                (true, false) => Reading::Value(grouped),
                (false, true) => Reading::Value(decimal),
                (false, false) => Reading::OutOfRange,
            }
        }
        (Some(grouped), _) => one(signed(grouped), takes),
        (None, Fraction::Value(it)) if takes.whole && it.thousandths() % 1000 != 0 => Reading::TooFine,
        (None, Fraction::Value(it)) => one(signed(it), takes),
        (None, Fraction::TooFine) => Reading::TooFine,
        (None, Fraction::None) => Reading::NotANumber,
    }
}

fn one(it: Points, takes: Takes) -> Reading {
    if takes.holds(it) { Reading::Value(it) } else { Reading::OutOfRange }
}

/// The text before a unit, if it stands there: for one or for several.
fn without_unit<'a>(text: &'a str, unit: &str) -> &'a str {
    let unit = fold(unit).unwrap_or_default();
    let stem = unit.strip_suffix('s').unwrap_or(&unit);
    if stem.is_empty() {
        return text;
    }
    let without = |it: &'a str| it.strip_suffix(&unit).or_else(|| it.strip_suffix(stem));
    without(text).map_or(text, str::trim_end)
}

/// A number in brackets: bookkeepers mean a loss, everybody else the number. The field decides if it takes only one.
fn in_brackets(inner: &str, takes: Takes) -> Reading {
    if inner.starts_with(['-', '+', '(']) {
        return Reading::NotANumber;
    }
    let most = takes.most.max(-takes.least);
    match read_number(inner, Takes { least: -most, most, ..takes }) {
        Reading::Value(it) if it.thousandths() == 0 => one(it, takes),
        Reading::Value(it) => match (takes.holds(it), takes.holds(-it)) {
            (true, true) => Reading::Either(it, -it),
            (true, false) => Reading::Value(it),
            (false, _) => one(-it, takes),
        },
        // Four readings are no question any more.
        Reading::Either(..) | Reading::Empty => Reading::NotANumber,
        refused => refused,
    }
}

/// Whether a number is below zero, and what stands behind its sign.
fn sign_of(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '+']) {
        Some(rest) => (text.starts_with('-'), rest.trim_start()),
        None => (false, text),
    }
}

/// What stands behind a decimal sign.
enum Fraction {
    Value(Points),
    TooFine,
    None,
}

/// Digits, and the signs between them: one sign less than there are runs of digits.
struct Parts<'a> {
    runs: Vec<&'a str>,
    signs: Vec<char>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let is_digit = |it: char| it.is_ascii_digit();
        let runs: Vec<&str> = text.split(|it| !is_digit(it)).collect();
        let signs: Vec<char> = text.chars().filter(|it| !is_digit(*it)).collect();
        let are_known = signs.iter().all(|it| matches!(*it, '.' | ',' | ' ' | GROUP | POINT));
        let has_digits = runs.iter().any(|it| !it.is_empty());
        (are_known && has_digits).then_some(Self { runs, signs })
    }

    /// The number if every sign divides thousands; a number without signs too.
    fn grouped(&self) -> Option<Points> {
        let is_one_sign = self.signs.iter().all(|it| *it != POINT && Some(it) == self.signs.first());
        let whole = is_one_sign.then(|| thousands(&self.runs))??;
        Some(from_parts(&whole, ""))
    }

    /// The number if the last sign begins the decimals.
    fn with_decimals(&self) -> Fraction {
        let (Some((last, others)), Some((places, whole))) = (self.signs.split_last(), self.runs.split_last()) else {
            return Fraction::None;
        };
        let are_groups = others.iter().all(|it| it != last && *it != POINT && Some(it) == others.first());
        let whole = match whole {
            [only] => Some((*only).to_owned()),
            several => thousands(several),
        };
        let Some(whole) = whole.filter(|_| are_groups && matches!(*last, '.' | ',' | POINT)) else {
            return Fraction::None;
        };
        // A nought behind three places is how we write that these are decimals.
        let shown = match places.get(..3) {
            Some(three) if places.len() == 4 && places.ends_with('0') && !three.ends_with('0') => three,
            _ => places,
        };
        if shown.len() > 3 { Fraction::TooFine } else { Fraction::Value(from_parts(&whole, shown)) }
    }
}

/// The digits of groups: three in the last; before it three each, or two each as in India; at least one in the first.
fn thousands(runs: &[&str]) -> Option<String> {
    let (first, rest) = runs.split_first()?;
    if let Some((last, middle)) = rest.split_last() {
        let are_even = middle.iter().all(|it| it.len() == 3) || middle.iter().all(|it| it.len() == 2);
        let longest = if middle.first().is_some_and(|it| it.len() == 2) { 2 } else { 3 };
        let begins = (1..=longest).contains(&first.len()) && !first.starts_with('0');
        if !(last.len() == 3 && are_even && begins) {
            return None;
        }
    }
    Some(runs.concat())
}

/// Digits before and behind the decimal sign; what is too long is larger than any field takes.
fn from_parts(whole: &str, places: &str) -> Points {
    let whole: i64 = whole.bytes().fold(0, |sum: i64, it| sum.saturating_mul(10).saturating_add(i64::from(it - b'0')));
    let thousandths: i64 = format!("{places:0<3}").bytes().fold(0, |sum, it| sum * 10 + i64::from(it - b'0'));
    Points::from_thousandths(whole.saturating_mul(1000).saturating_add(thousandths))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: Takes = Takes::whole(0, 4_294_967_295).with_unit("months");
    const POINTS: Takes = Takes::DECIMAL.with_unit("points");

    #[track_caller]
    fn check(takes: Takes, cases: &[(&str, Reading)]) {
        for (text, expected) in cases {
            assert_eq!(read_number(text, takes), *expected, "“{text}”");
        }
    }

    const fn value(thousandths: i64) -> Reading {
        Reading::Value(Points::from_thousandths(thousandths))
    }

    const fn either(one: i64, other: i64) -> Reading {
        Reading::Either(Points::from_thousandths(one), Points::from_thousandths(other))
    }

    #[test]
    fn signs_that_look_alike_are_alike() {
        let dashes = ["-", "−", "–", "—", "‐", "‑", "‒", "―", "﹣", "－", "⁻", "- ", "\u{a0}−\u{202f}", "\u{200e}-"];
        for dash in dashes {
            assert_eq!(read_number(&format!("{dash}20"), POINTS), value(-20_000), "“{dash}20”");
        }
        check(
            POINTS,
            &[
                ("+5", value(5_000)),
                ("＋５", value(5_000)),
                ("(500)", Reading::Either(Points::whole(500), Points::whole(-500))),
                ("−500\r\n", value(-500_000)),
                ("\u{feff}−12\u{200b}5\u{ad}", value(-125_000)),
                ("１００４", value(1_004_000)),
                ("١٠٠٤", value(1_004_000)),
                ("۱۰۰۴", value(1_004_000)),
                ("-१२", value(-12_000)),
                ("๑๒.๕", value(12_500)),
                ("١٢٫٥", value(12_500)),
                ("𝟏𝟐", value(12_000)),
                ("1．5", value(1_500)),
                ("1。5", value(1_500)),
                ("1·5", value(1_500)),
            ],
        );
    }

    #[test]
    fn thousands_are_divided_in_many_ways() {
        check(
            POINTS,
            &[
                ("1 004", value(1_004_000)),
                ("1\u{202f}004", value(1_004_000)),
                ("1\u{2009}004,5", value(1_004_500)),
                ("1’004", value(1_004_000)),
                ("1'004.50", value(1_004_500)),
                ("1_000", value(1_000_000)),
                ("١٬٠٠٤", value(1_004_000)),
                ("1,000,000", value(1_000_000_000)),
                ("1.000.000", value(1_000_000_000)),
                ("1,00,000", value(100_000_000)),
                ("12,34,567.8", value(1_234_567_800)),
                ("1.000,5", value(1_000_500)),
                ("1,000.5", value(1_000_500)),
                ("1 000,500", value(1_000_500)),
                ("1,000,00", Reading::NotANumber),
                ("10 04", Reading::NotANumber),
                ("1,0,000", Reading::NotANumber),
                ("1,,000", Reading::NotANumber),
                ("1, 000", Reading::NotANumber),
                ("1,000.000,5", Reading::NotANumber),
            ],
        );
    }

    #[test]
    fn three_digits_behind_one_sign_are_asked_about() {
        check(
            POINTS,
            &[
                ("1,000", either(1_000_000, 1_000)),
                ("1.000", either(1_000_000, 1_000)),
                ("−12.345", either(-12_345_000, -12_345)),
                ("1,000 points", either(1_000_000, 1_000)),
                ("0,500", value(500)),
                ("1000.000", value(1_000_000)),
                ("1234,567", value(1_234_567)),
                ("999,999,999", value(999_999_999_000)),
            ],
        );
        // Only one of them is possible in the field.
        check(COUNT, &[("1,000", value(1_000_000)), ("1.000", value(1_000_000)), ("12,345", value(12_345_000))]);
        let per_cent = Takes { least: Points::ZERO, most: Points::whole(100), whole: false, unit: "%" };
        check(
            per_cent,
            &[
                ("1,500", value(1_500)),
                ("12.5%", value(12_500)),
                ("7.4\u{202f}％", value(7_400)),
                ("101", Reading::OutOfRange),
            ],
        );
        let large = Takes { least: Points::whole(100), ..Takes::DECIMAL };
        check(large, &[("1,004", value(1_004_000))]);
    }

    #[test]
    fn decimals_have_at_most_three_places() {
        check(
            POINTS,
            &[
                (".5", value(500)),
                ("-,5", value(-500)),
                ("5.", value(5_000)),
                ("12,5", value(12_500)),
                ("1.2340", value(1_234)),
                ("1.2345", Reading::TooFine),
                ("1,0000", Reading::TooFine),
            ],
        );
        check(COUNT, &[("12,5", Reading::TooFine), ("2.0", value(2_000)), ("-1", Reading::OutOfRange)]);
    }

    #[test]
    fn units_are_taken_where_they_are_printed() {
        check(
            COUNT,
            &[
                ("24 months", value(24_000)),
                ("1 Month", value(1_000)),
                ("24 points", Reading::NotANumber),
                ("5%", Reading::NotANumber),
            ],
        );
        check(POINTS, &[("−3 points", value(-3_000)), ("+1 point", value(1_000)), ("20 %", Reading::NotANumber)]);
        check(Takes::DECIMAL, &[("3 points", Reading::NotANumber)]);
    }

    #[test]
    fn what_is_no_number_is_not_one() {
        for text in [
            "-",
            "+",
            ".",
            ",",
            "abc",
            "1e3",
            "--1",
            "+-1",
            "1-2",
            "5-",
            "1/2",
            "0x10",
            "½",
            "二十",
            "\u{202e}05",
            "()",
            "12a",
            "∞",
        ] {
            assert_eq!(read_number(text, POINTS), Reading::NotANumber, "“{text}”");
        }
        for text in ["", " ", "\u{200b}", "\u{feff} \u{202f}"] {
            assert_eq!(read_number(text, POINTS), Reading::Empty, "“{text}”");
        }
        check(
            POINTS,
            &[
                ("99999999999", Reading::OutOfRange),
                ("-9223372036854775808", Reading::OutOfRange),
                ("1000000001", Reading::OutOfRange),
            ],
        );
        let longest = "9".repeat(400);
        assert_eq!(read_number(&longest, COUNT), Reading::OutOfRange);
    }

    #[test]
    fn a_field_for_few_takes_what_fits() {
        let months = Takes::whole(1, 240);
        check(
            months,
            &[
                ("12.000", value(12_000)),
                ("2,000", value(2_000)),
                ("1,500", Reading::OutOfRange),
                ("240", value(240_000)),
            ],
        );
    }

    #[test]
    fn the_ends_of_every_range_are_in_it() {
        check(
            COUNT,
            &[("4294967295", value(4_294_967_295_000)), ("4 294 967 296", Reading::OutOfRange), ("0", value(0))],
        );
        check(POINTS, &[("-1000000000", value(-1_000_000_000_000)), ("1 000 000 000", value(1_000_000_000_000))]);
    }
}
