//! Why the score is what it is: the parts of a score, the ledger, what made no difference, what holds now.

use super::common::{count, day as on, day_short as short_day, n_points, points, signed};
use super::texts;
use crate::engine::case::{Basis, End, Step};
use crate::engine::explain::{Says, Why as Idle};
use crate::engine::{Day, Points};
use crate::scenario::doc::{CorrectionGround, Period, SubjectKind};

texts! {
    /// The right column of the lab.
    Why {
        title_score: fn(Points, Day) -> String = |score, day| format!("Why {} on {}?", points(score), on(day)),
        title_lists: fn(Day) -> String = |day| format!("What holds on {}?", on(day)),
        title_nobody = "Why?",
        nobody = "There is nobody to look at yet. Add a person or a business under Cast.",
        standing: fn(&str, Points, &str) -> String = |name, score, band| format!("{name} has {} and is in band {band}.", n_points(score)),
        under_ceiling: fn(&str, Points, &str, &str) -> String = under_ceiling,
        made_of = "How this score is made",
        score_sum: fn(Points, Points, Points, Points) -> String = |start, gains, losses, score| {
            format!("{} at the start + {} − {} = {}", points(start), points(gains), points(losses.abs()), points(score))
        },
        band_range: fn(&str, Points, Option<Points>) -> String = |band, from, below| match below {
            Some(below) => format!("Band {band} runs from {} to below {}.", points(from), points(below)),
            None => format!("Band {band} begins at {}.", points(from)),
        },
        to_next: fn(Points, &str) -> String = |it, band| format!("{} more would be band {band}.", n_points(it)),
        to_last: fn(Points, &str) -> String = |it, band| format!("A loss of more than {} would be band {band}.", n_points(it)),
        carried_by_band: fn(&str) -> String = |band| format!("Band {band} carries it."),
        carried_by_list: fn(&str) -> String = |list| format!("The list “{list}” carries it."),
        holds_while = "It holds as long as that is so.",
        ends_on: fn(Day) -> String = |day| format!("It ends on {}.", on(day)),
        rests_on: fn(&str) -> String = |standing| format!("On the record: {standing}."),
        on_lists: fn(&str, &str) -> String = |name, lists| format!("{name} is on: {lists}."),
        on_no_list: fn(&str) -> String = |name| format!("{name} is on no list."),
        parts_caption = "What the score is made of",
        start = "Start",
        fading = "Fading",
        from: fn(&str) -> String = |name| format!("From {name}"),
        other_kinds: fn(usize) -> String = |n| format!("{n} other kinds"),
        total = "Score",
        now = "In force on this day",
        now_none = "Neither a reward nor a penalty on this day.",
        reward = "Reward",
        penalty = "Penalty",
        since: fn(Option<Day>, Option<&str>) -> String = since,
        ledger = "Ledger",
        ledger_empty = "Nothing has moved score, band or lists. Press an event below the chart, or change a rule.",
        column_day = "Day",
        column_what = "What",
        column_points = "Points",
        column_after = "Then",
        no_points = "no points",
        show_newest: fn(usize) -> String = |n| format!("Show {} from later days", count(n, "line", "lines")),
        show_more: fn(usize) -> String = |n| format!("Show {n} more"),
        show_rule = "Edit rule",
        show_event = "Edit event",
        nominal: fn(Points) -> String = |it| format!("nominal {}", signed(it)),
        reduced: fn(Points, Points, &[Cut]) -> String = reduced,
        basis: fn(Basis) -> Option<String> = basis,
        cut: fn(Cut) -> String = cut,
        units: fn(i64, Points, &str) -> String = |n, unit, name| format!("{n} × {} {name}", points(unit)).trim_end().to_owned(),
        until: fn(Day) -> String = |day| format!("until {}", on(day)),
        spilled: fn(&str) -> String = |name| format!("from {name}"),
        given_back: fn(&str) -> String = |what| format!("Given back: {what}"),
        given_back_of: fn(Day, Ended) -> String = |day, why| format!("of {}, {}", short_day(day), ended(why)),
        faded = "Fading",
        faded_note = "what is left of every posting shrinks with time",
        ceiling: fn(&str, bool) -> String = ceiling,
        ceiling_ended: fn(&str) -> String = |band| format!("Ceiling at {band} ends"),
        listed: fn(&str) -> String = |list| format!("put on: {list}"),
        listing_ended: fn(&str) -> String = |list| format!("Off the list: {list}"),
        ended: fn(Ended) -> String = |it| ended(it).to_owned(),
        taken_off: fn(&str) -> String = |what| format!("because: {what}"),
        idle: fn(usize) -> String = |n| format!("{} made no difference:", count(n, "event", "events")),
        idle_group: fn(Nothing, usize) -> String = idle_group,
        near: fn(&Near<'_>) -> String = near,
        near_open = "Open the rule",
        near_open_of: fn(&str) -> String = |when| format!("Open the rule {when}"),
        idle_rule: fn(&str) -> String = |kind| format!("closest rule: when {kind}"),
    }
}

/// A step that made points fewer, with the number that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The rule's own limit for a month or a year.
    RuleLimit(Period),
    /// The most that one event may cost.
    EventCap(Points),
    /// The most that a year may cost.
    YearCap(Points),
    /// At most to the next lower band.
    NoCliff,
    /// The scale ends at this score.
    ScaleEnd(Points),
}

/// What the closest rule would have needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near<'a> {
    /// Another number.
    Number {
        /// The name of the field.
        field: &'a str,
        /// Its unit; may be empty.
        unit: &'a str,
        /// What it is.
        had: Points,
        /// The nearest that would have done.
        needed: Points,
        /// How the rule says so.
        says: Says,
    },
    /// Another choice: of which field, and which. Without one, any but the one it has.
    Choice(&'a str, Option<&'a str>),
    /// It is only for people, or only for businesses.
    Only(SubjectKind),
    /// It is only for a group.
    Group(&'a str),
    /// It is not for a group.
    NotGroup(&'a str),
    /// Several tests failed.
    Many(usize),
}

/// Why something ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Its time was over, or a rule ended it, or it was struck out without a known ground.
    By(End),
    /// An appeal or a repair was granted.
    Granted(CorrectionGround),
    /// The record was found out to be wrong.
    FoundWrong,
}

/// Why an event made no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nothing {
    /// Its day is not one of the scenario's.
    Outside,
    /// Nothing followed from it.
    Idle(Idle),
}

fn under_ceiling(name: &str, score: Points, band: &str, by_score: &str) -> String {
    format!("{name} has {}, enough for {by_score}, but a ceiling holds {name} in band {band}.", n_points(score))
}

fn since(day: Option<Day>, because: Option<&str>) -> String {
    match (day, because) {
        (None, _) => "from the start".to_owned(),
        (Some(day), None) => format!("since {}", on(day)),
        (Some(day), Some(what)) => format!("since {}, because: {what}", on(day)),
    }
}

fn reduced(nominal: Points, applied: Points, cuts: &[Cut]) -> String {
    let reasons: Vec<String> = cuts.iter().map(|it| cut(*it)).collect();
    format!("nominal {}, applied {}: {}", signed(nominal), signed(applied), reasons.join("; "))
}

fn cut(it: Cut) -> String {
    match it {
        Cut::RuleLimit(Period::Month) => "the rule's limit for the month".to_owned(),
        Cut::RuleLimit(Period::Year) => "the rule's limit for the year".to_owned(),
        Cut::EventCap(most) => format!("one event costs at most {}", points(most)),
        Cut::YearCap(most) => format!("a year costs at most {}", points(most)),
        Cut::NoCliff => "one event leads at most to the next lower band".to_owned(),
        Cut::ScaleEnd(end) => format!("the scale ends at {}", points(end)),
    }
}

fn basis(it: Basis) -> Option<String> {
    match it {
        Basis::Nth(n) if n > 1 => Some(format!("the {} time", ordinal(n))),
        Basis::All(n) => Some(format!("the {} time: everything", ordinal(n))),
        Basis::Flat | Basis::Units(_) | Basis::Nth(_) => None,
    }
}

pub(super) fn ordinal(n: u32) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

const fn ended(it: Ended) -> &'static str {
    match it {
        Ended::By(End::Term) => "its time is over",
        Ended::By(End::Correction) => "it was struck out",
        Ended::By(End::Delisting) => "a rule ended it",
        Ended::Granted(CorrectionGround::Appeal) => "an appeal was won",
        Ended::Granted(CorrectionGround::Repair) => "a repair was granted",
        Ended::FoundWrong => "the record was found to be wrong",
    }
}

fn ceiling(band: &str, raised: bool) -> String {
    let softened =
        if raised { "; the rule says lower, but one event leads at most to the next lower band" } else { "" };
    format!("no better than {band}{softened}")
}

fn near(it: &Near<'_>) -> String {
    let needs = match *it {
        Near::Number { field, unit, had, needed, says } => {
            let with_unit = |it: Points| if unit.is_empty() { points(it) } else { format!("{} {unit}", points(it)) };
            let least = Points::from_thousandths(1);
            // Where the rule says "more than", its own number is the one just before.
            let (words, number) = match says {
                Says::AtLeast => ("at least", needed),
                Says::MoreThan => ("more than", needed - least),
                Says::AtMost => ("at most", needed),
                Says::LessThan => ("less than", needed + least),
                Says::Exactly => ("exactly", needed),
            };
            let gap = (number - had).abs();
            let gap = if gap.is_zero() { String::new() } else { format!(" by {}", with_unit(gap)) };
            return format!("The closest rule was missed{gap}: “{field}” has to be {words} {}.", with_unit(number));
        }
        Near::Choice(field, Some(choice)) => format!("“{field}” has to be “{choice}”"),
        Near::Choice(field, None) => format!("“{field}” has to be something else"),
        Near::Only(SubjectKind::Person) => "it is only for people".to_owned(),
        Near::Only(SubjectKind::Business) => "it is only for businesses".to_owned(),
        Near::Group(group) => format!("it is only for “{group}”"),
        Near::NotGroup(group) => format!("it is not for “{group}”"),
        Near::Many(1) => "one of its tests failed".to_owned(),
        Near::Many(n) => format!("{n} of its tests failed"),
    };
    format!("The closest rule was missed: {needs}.")
}

fn idle_group(why: Nothing, n: usize) -> String {
    let rest = match why {
        Nothing::Outside => "outside the scenario's dates",
        Nothing::Idle(why) => match why {
            Idle::Unrecorded => "not recorded by anybody",
            Idle::NoRule => "outside any rule",
            Idle::RuleOff => "under a rule that is off",
            Idle::NotReported => "not reported by a source that counts",
            Idle::TestFailed => "not meeting the rule's test",
            Idle::Dropped => "outweighed by another rule",
            Idle::WorthNothing => "worth no points",
            Idle::Reduced(Step::RuleLimit) => "over the rule's limit",
            Idle::Reduced(Step::EventCap) => "over the most that one event may cost",
            Idle::Reduced(Step::YearCap) => "over the most that a year may cost",
            Idle::Reduced(Step::NoCliff) => "kept from a further band by a safeguard",
            Idle::Reduced(Step::ScaleEnd) => "beyond the end of the scale",
        },
    };
    format!("{n} {rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reduction_names_both_numbers_and_every_reason() {
        let cuts = [Cut::EventCap(Points::whole(20)), Cut::ScaleEnd(Points::ZERO)];
        assert_eq!(
            reduced(Points::whole(-50), Points::whole(-10), &cuts),
            "nominal −50, applied −10: one event costs at most 20; the scale ends at 0"
        );
    }

    #[test]
    fn a_near_miss_says_what_was_missing() {
        let number = |had, needed, says| Near::Number {
            field: "Amount",
            unit: "yuan",
            had: Points::whole(had),
            needed: Points::from_thousandths(needed),
            says,
        };
        for (it, words) in [
            (
                number(500, 1_000_000, Says::AtLeast),
                "The closest rule was missed by 500 yuan: “Amount” has to be at least 1000 yuan.",
            ),
            (
                number(1000, 1_000_001, Says::MoreThan),
                "The closest rule was missed: “Amount” has to be more than 1000 yuan.",
            ),
            (Near::Choice("Colour", Some("red")), "The closest rule was missed: “Colour” has to be “red”."),
            (Near::Only(SubjectKind::Business), "The closest rule was missed: it is only for businesses."),
            (Near::Many(2), "The closest rule was missed: 2 of its tests failed."),
        ] {
            assert_eq!(near(&it), words);
        }
    }

    #[test]
    fn ordinals() {
        for (n, text) in [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (21, "21st")] {
            assert_eq!(ordinal(n), text);
        }
    }
}
