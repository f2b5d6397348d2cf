//! Names of pages, things and actions that stand everywhere, and the forms of numbers and days.

use super::texts;
use crate::editor::span::Span;
use crate::engine::{Day, Points};
use crate::scenario::doc::{Domain, Mechanism, Relation, Standing};
use crate::scenario::mark::Mark;
use crate::scenario::typed::{Reading, Takes};

texts! {
    /// Words that stand everywhere.
    Common {
        brand = "Social Credit Lab",
        skip = "Skip to the content",
        home = "Home",
        lab = "Lab",
        about = "About",
        rules = "Rules",
        life_of = "Life of",
        undo = "Undo",
        redo = "Redo",
        share = "Share",
        close = "Close",
        cancel = "Cancel",
        delete = "Delete",
        duplicate = "Duplicate",
        reset = "Reset",
        add = "Add",
        edit = "Edit",
        done = "Done",
        more = "More",
        unread: fn(&str, Reading, Takes) -> String = unread,
        still_counts: fn(&str) -> String = |value| format!("For now the lab uses {value}."),
        not_a_day = "That is not a whole day, or there is no such day.",
        day_either: fn(&str, Day, Day) -> String = |text, one, other| format!("“{text}” can mean {} or {}. Choose the one you mean.", day(one), day(other)),
        day_outside: fn(Day, Span, bool) -> String = day_outside,
        day_from_to: fn(Span) -> String = |it| format!("Choose a day from {} to {}.", day(it.first), day(it.last)),
        day_waits = "Press Enter to use this date.",
        lengthen: fn(Day) -> String = |it| format!("Extend the account to {}", day(it)),
        months: [&'static str; 12] = MONTHS,
        person = "person",
        business = "business",
        fictional = "Everyone here is invented. Never enter real people.",
        standing: fn(Standing) -> &'static str = standing,
        standing_long: fn(Standing) -> &'static str = standing_long,
        first_sentence: fn(&str) -> (&str, &str) = first_sentence,
        mark: fn(Mark) -> &'static str = mark,
        mark_long: fn(Mark) -> &'static str = mark_long,
        mechanism: fn(Mechanism) -> &'static str = mechanism,
        domain: fn(Domain) -> &'static str = domain,
        points: fn(Points) -> String = points,
        signed: fn(Points) -> String = signed,
        day: fn(Day) -> String = day,
        day_short: fn(Day) -> String = day_short,
        month: fn(Day) -> String = month,
        count: fn(usize, &str, &str) -> String = count,
    }
}

fn standing(it: Standing) -> &'static str {
    match it {
        Standing::Documented => "documented",
        Standing::Reported => "reported",
        Standing::Unverified => "not verified",
        Standing::Derived => "derived",
        Standing::Invented => "invented for teaching",
    }
}

/// The first sentence of a text, and the rest.
fn first_sentence(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(". ").map_or(text.len(), |it| it + 1);
    let (first, rest) = text.split_at(end);
    (first, rest.trim())
}

fn mark(it: Mark) -> &'static str {
    match it {
        Mark::Declared(it) => standing(it),
        Mark::Changed => "changed here",
    }
}

fn mark_long(it: Mark) -> &'static str {
    match it {
        Mark::Declared(it) => standing_long(it),
        Mark::Changed => "Changed from the source, by you or by whoever sent it. The source does not say this.",
    }
}

fn standing_long(it: Standing) -> &'static str {
    match it {
        Standing::Documented => "Read in the rule itself or in a report that names it.",
        Standing::Reported => "Told by a secondary source.",
        Standing::Unverified => "Often repeated; we could not verify it.",
        Standing::Derived => "Worked out from documented figures.",
        Standing::Invented => "Made up so that the example works.",
    }
}

fn mechanism(it: Mechanism) -> &'static str {
    match it {
        Mechanism::Score => "a score",
        Mechanism::List => "a list",
        Mechanism::FirmRating => "a rating of firms",
        Mechanism::CommercialScore => "a commercial score",
    }
}

pub(super) fn domain(it: Domain) -> &'static str {
    match it {
        Domain::Travel => "travel",
        Domain::Loans => "loans",
        Domain::Housing => "housing",
        Domain::Work => "work",
        Domain::School => "school",
        Domain::Health => "health",
        Domain::Internet => "internet",
        Domain::PublicServices => "public services",
        Domain::BusinessPermits => "business permits",
        Domain::Contracts => "contracts",
        Domain::Inspection => "inspection",
        Domain::Deposits => "deposits",
        Domain::Publicity => "publicity",
    }
}

/// What an associate is called.
pub(super) const fn relation(it: Relation) -> &'static str {
    match it {
        Relation::Household => "household",
        Relation::Employer => "employer",
        Relation::Owner => "owner",
        Relation::Supplier => "supplier",
    }
}

/// What stands in a field of numbers, if it is none that the field takes.
fn unread(text: &str, it: Reading, takes: Takes) -> String {
    match it {
        Reading::Value(_) => String::new(),
        Reading::Empty => "Type a number.".to_owned(),
        Reading::Either(large, small) => {
            let text = text.trim();
            // Three decimal places look like thousands; where they lie does not.
            let whole = small.thousandths() / 1000;
            let (near, far) = (Points::whole(whole), Points::whole(whole + if small.is_loss() { -1 } else { 1 }));
            let place = match small.thousandths() % 10 {
                0 => String::new(),
                _ => format!(" (between {} and {})", points(near), points(far)),
            };
            // As it has to be typed: without groups.
            let large = large.to_string().replace('-', "−");
            format!("“{text}” can mean {large} or {}{place}. Type the one you mean.", points(small))
        }
        Reading::NotANumber => "Not a number yet.".to_owned(),
        Reading::TooFine if takes.whole => "Type a whole number.".to_owned(),
        Reading::TooFine => "Type at most three digits after the point.".to_owned(),
        Reading::OutOfRange => format!("Type a number from {} to {}.", points(takes.least), points(takes.most)),
    }
}

fn day_outside(it: Day, span: Span, can_lengthen: bool) -> String {
    let why = format!("{} is outside the account, which runs from {} to {}.", day(it), day(span.first), day(span.last));
    if can_lengthen { why } else { format!("{why} No account is longer than fifty years.") }
}

/// A number of points as people read it: with a real minus and groups of three from 10,000. Of three decimal places a
/// nought behind them says that they are no thousands.
pub(super) fn points(it: Points) -> String {
    let plain = it.abs().to_string();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::from(if it.is_loss() { "−" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if whole.len() > 4 && at > 0 && (whole.len() - at) % 3 == 0 {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.push('.');
        text.push_str(part);
    }
    if part.len() == 3 && whole != "0" && whole.len() <= 3 {
        text.push('0');
    }
    text
}

/// The same with a plus before what is given.
pub(super) fn signed(it: Points) -> String {
    if it.is_gain() { format!("+{}", points(it)) } else { points(it) }
}

/// The same with its word.
pub(super) fn n_points(it: Points) -> String {
    format!("{} {}", points(it), if it == Points::whole(1) { "point" } else { "points" })
}

/// The same text with a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(day: Day) -> &'static str {
    usize::try_from(day.month() - 1).ok().and_then(|it| MONTHS.get(it)).copied().unwrap_or_default()
}

pub(super) fn day(it: Day) -> String {
    format!("{} {} {}", it.day_of_month(), month_name(it), it.year())
}

pub(super) fn day_short(it: Day) -> String {
    format!("{} {} {}", it.day_of_month(), month_name(it).get(..3).unwrap_or_default(), it.year())
}

pub(super) fn month(it: Day) -> String {
    format!("{} {}", month_name(it), it.year())
}

/// A number with the word for one or for several.
pub(super) fn count(n: usize, one: &str, several: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::typed::read_number;

    #[test]
    fn numbers_read_as_people_write_them() {
        for (thousandths, expected) in [
            (-20_000, "−20"),
            (1_000_000, "1000"),
            (12_500_000, "12\u{202f}500"),
            (-7_250, "−7.25"),
            (0, "0"),
            (1_234, "1.2340"),
            (125, "0.125"),
        ] {
            assert_eq!(points(Points::from_thousandths(thousandths)), expected);
        }
        assert_eq!(signed(Points::whole(3)), "+3");
        assert_eq!(signed(Points::ZERO), "0");
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_told_with_both() {
        let whole = Takes::whole(1, 240);
        for (text, takes, expected) in [
            ("1,000", Takes::DECIMAL, "“1,000” can mean 1000 or 1. Type the one you mean."),
            (
                "-12.345",
                Takes::DECIMAL,
                "“-12.345” can mean −12345 or −12.3450 (between −12 and −13). Type the one you mean.",
            ),
            ("1,500", Takes::DECIMAL, "“1,500” can mean 1500 or 1.5. Type the one you mean."),
            ("abc", Takes::DECIMAL, "Not a number yet."),
            ("2.5", whole, "Type a whole number."),
            ("500", whole, "Type a number from 1 to 240."),
            ("0.1234", Takes::DECIMAL, "Type at most three digits after the point."),
            ("", whole, "Type a number."),
        ] {
            assert_eq!(unread(text, read_number(text, takes), takes), expected);
        }
    }

    #[test]
    fn both_readings_that_are_told_can_be_typed() {
        for text in ["1,000", "12.345", "−999,120", "1.5000", "3,010"] {
            let Reading::Either(large, small) = read_number(text, Takes::DECIMAL) else { continue };
            let told = unread(text, Reading::Either(large, small), Takes::DECIMAL);
            let words: Vec<Reading> =
                told.split([' ']).map(|it| read_number(it.trim_end_matches('.'), Takes::DECIMAL)).collect();
            assert!(words.contains(&Reading::Value(large)) && words.contains(&Reading::Value(small)), "{told}");
        }
    }
}
