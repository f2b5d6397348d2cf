//! Home: the toy, the doors, the gallery.

use super::texts;
use super::{Common, Shell};
use crate::engine::case::Step;
use crate::engine::{Day, Points};
use crate::scenario::doc::Mechanism;

/// What the toy says about the last thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The name of the one who lives this life.
    pub name: String,
    /// What happened, as on its button.
    pub what: String,
    /// The points that the rule names.
    pub nominal: Points,
    /// The points by which the score moved.
    pub applied: Points,
    /// The step that made them fewer, if one did.
    pub reduced_by: Option<Step>,
    /// Which time it was, where the rule counts, and within how many months.
    pub nth: Option<(u32, Option<u32>)>,
    /// The score now.
    pub score: Points,
    /// The names of the bands before and after.
    pub bands: (String, String),
    /// Whether the band after is better, worse or the same.
    pub moved: std::cmp::Ordering,
}

/// Why rewards or penalties began or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// The name of the one who lives this life.
    pub name: String,
    /// What happened, as on its button.
    pub what: String,
    /// The points by which the score moved.
    pub applied: Points,
    /// The band that was left or reached, and where it begins.
    pub border: (String, Points),
    /// The score after.
    pub score: Points,
}

texts! {
    /// Words of Home.
    Home {
        title = "A life, kept in points. Change what counts and see what happens to it.",
        fictional: fn(&str) -> String = |name| format!("{name} is not a real person, and these rules are made up for teaching. Press what happens to her next."),
        opening: fn(&str, i16, &str, Points) -> String = opening,
        finding: fn(&Finding) -> String = finding,
        what_with: fn(&str, &str) -> String = |what, amount| format!("{what} ({amount})"),
        amount: fn(Points, &str) -> String = |number, unit| format!("{} {unit}", (Common::ENGLISH.points)(number)),
        presses = "What happens next",
        unknown_points = "not tried yet",
        undo = "Undo last",
        again = "Start again",
        over: fn(Day) -> String = |day| format!("The account ends on {}. Start again, or take something back.", (Common::ENGLISH.day)(day)),
        undone: fn(&str) -> String = |now| format!("Taken back. {now}"),
        tip: fn(Points, &str) -> String = |score, band| format!("{} · {band}", (Common::ENGLISH.points)(score)),
        age: fn(i16) -> String = |years| format!("age {years}"),
        meaning = "What it means for her",
        from_start = "From the first day",
        since: fn(Day) -> String = |day| format!("Since {}", (Common::ENGLISH.month)(day)),
        sentence: fn(&[&str]) -> String = |parts| parts.iter().map(|it| format!("{it}.")).collect::<Vec<_>>().join(" "),
        no_longer: fn(&[&str]) -> String = |parts| format!("No longer: {}.", parts.join("; ").to_lowercase()),
        still = "Also in force",
        start_cause: fn(&str) -> String = |band| format!("Because everyone starts in band {band}. Nothing has been taken from her yet."),
        because: fn(&Because) -> String = because,
        back: fn(Points, &str) -> String = |missing, band| format!("Back to band {band} takes {}.", Shell::points(missing)),
        back_pace = "If only this happened, every two months:",
        back_over = "Nothing does that before the account ends.",
        way: fn(u32, Day) -> String = way,
        no_way = "not before the account ends",
        change_rule = "Change that rule",
        to_lab = "Open her life in the lab",
        chart: fn(&str) -> String = |name| format!("{name}’s score over five years, on the ground of the bands."),
        chart_table = "The same as a table",
        table_day = "Day",
        table_what = "What happened",
        table_points = "Points",
        table_score = "Score",
        table_band = "Band",
        doors = "Where to go from here",
        play = "Play on",
        play_note: fn(&str) -> String = |name| format!("Some of the six things have not happened to {name} yet. Find out what they cost."),
        play_note_later: fn(&str, Day) -> String = |name, day| format!("{name}’s life is told up to {}. Her account goes on.", (Common::ENGLISH.month)(day)),
        play_note_over: fn(&str) -> String = |name| format!("{name}’s account is full. Start again, and try another life."),
        lab = "Open the lab",
        lab_note: fn(&str) -> String = |title| format!("With the rulebook of “{title}”: read its rules, change them, and see whom they hit."),
        learn = "Take a lesson",
        learn_note = "Eleven of them, ten to twenty minutes each: work it out by hand, predict, run, repair, argue. Alone or with a class.",
        society = "See many lives",
        society_note = "The same rules for ten thousand invented people: who wins, who loses, and what one safeguard changes.",
        resume = "Continue",
        resume_note: fn(&str, usize) -> String = resume_note,
        gallery: fn(usize) -> String = |n| format!("{} rulebooks, four mechanisms", number_word(n)),
        gallery_note = "The four are often told as one. They are different things, and a different office or company keeps each.",
        group: fn(Mechanism) -> &'static str = group,
        group_note: fn(Mechanism) -> &'static str = group_note,
    }
}

fn opening(name: &str, age: i16, band: &str, score: Points) -> String {
    format!("{name} is {age} and in band {band}, with {}.", Shell::points(score))
}

fn finding(it: &Finding) -> String {
    use std::cmp::Ordering;

    let points = if it.applied.is_zero() { "nothing".to_owned() } else { (Common::ENGLISH.signed)(it.applied) };
    let why = match it.reduced_by {
        Some(Step::RuleLimit) => ", because the limit for this year is reached",
        Some(Step::ScaleEnd) => ", because the scale ends here",
        Some(Step::EventCap | Step::YearCap | Step::NoCliff) => ", because a safeguard stops it there",
        None => "",
    };
    let time = match it.nth {
        None | Some((..=1, _)) => String::new(),
        Some((nth, None)) => format!(", the {} time", ordinal(nth)),
        Some((nth, Some(months))) => format!(", the {} time within {months} months", ordinal(nth)),
    };
    let (name, what, score) = (&it.name, &it.what, Shell::points(it.score));
    let (before, after) = &it.bands;
    let moved = match it.moved {
        Ordering::Less => format!("She falls from {before} to {after}, with {score}."),
        Ordering::Greater => format!("She rises from {before} to {after}, with {score}."),
        Ordering::Equal => format!("She stays in {after}, with {score}."),
    };
    format!("{name} {what}: {points}{time}{why}. {moved}")
}

fn because(it: &Because) -> String {
    let (points, signed) = (Common::ENGLISH.points, Common::ENGLISH.signed);
    let (band, border) = &it.border;
    let (name, what, applied, score) = (&it.name, &it.what, signed(it.applied), points(it.score));
    format!("Because {name} {what}: {applied}. Band {band} begins at {}; she has {score}.", points(*border))
}

fn way(times: u32, day: Day) -> String {
    let month = (Common::ENGLISH.month)(day);
    match times {
        1 => format!("once, by {month}"),
        2 => format!("twice, by {month}"),
        _ => format!("{times} times, by {month}"),
    }
}

fn resume_note(title: &str, n_changes: usize) -> String {
    match n_changes {
        0 => format!("“{title}” is open in the lab."),
        _ => format!("“{title}”, with {}.", (Common::ENGLISH.count)(n_changes, "change of yours", "changes of yours")),
    }
}

fn group(it: Mechanism) -> &'static str {
    match it {
        Mechanism::Score => "A score",
        Mechanism::List => "A list",
        Mechanism::FirmRating => "A rating of firms",
        Mechanism::CommercialScore => "A commercial score",
    }
}

fn group_note(it: Mechanism) -> &'static str {
    match it {
        Mechanism::Score => {
            "Points for people, kept by an authority. Some cities and villages tried it; no national score exists."
        }
        Mechanism::List => {
            "On it or off it, and no points at all. One office lists whoever broke its own rules; other offices add limits of theirs."
        }
        Mechanism::FirmRating => {
            "A grade for businesses, given by one office for its own field, such as tax or customs."
        }
        Mechanism::CommercialScore => {
            "A company’s number about its customers, to sell or to use. It is not kept by the state."
        }
    }
}

fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

fn number_word(n: usize) -> String {
    const WORDS: [&str; 21] = [
        "No",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
        "Thirteen",
        "Fourteen",
        "Fifteen",
        "Sixteen",
        "Seventeen",
        "Eighteen",
        "Nineteen",
        "Twenty",
    ];
    WORDS.get(n).map_or_else(|| n.to_string(), |it| (*it).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_event_points_band_and_score() {
        let it = Finding {
            name: "Mei".to_owned(),
            what: "criticises an official".to_owned(),
            nominal: Points::whole(-50),
            applied: Points::whole(-50),
            reduced_by: None,
            nth: None,
            score: Points::whole(952),
            bands: ("A".to_owned(), "B".to_owned()),
            moved: std::cmp::Ordering::Less,
        };
        assert_eq!(finding(&it), "Mei criticises an official: −50. She falls from A to B, with 952 points.");
        let limited = Finding {
            what: "volunteers a day".to_owned(),
            nominal: Points::whole(2),
            applied: Points::ZERO,
            reduced_by: Some(Step::RuleLimit),
            bands: ("B".to_owned(), "B".to_owned()),
            moved: std::cmp::Ordering::Equal,
            ..it
        };
        assert_eq!(
            finding(&limited),
            "Mei volunteers a day: nothing, because the limit for this year is reached. She stays in B, with 952 points."
        );
    }

    #[test]
    fn ordinals_end_as_they_should() {
        let found: Vec<String> = [1, 2, 3, 4, 11, 12, 21, 22, 103, 111].into_iter().map(ordinal).collect();
        assert_eq!(found, ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "22nd", "103rd", "111th"]);
    }
}
