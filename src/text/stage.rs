//! What stands beside the text of a lesson's step.

use super::common::{count, day_short, n_points, points, signed};
use super::texts;
use crate::engine::society::measures::Verdict as Told;
use crate::engine::{Day, Points};
use crate::record::Verdict;

texts! {
    /// What stands beside the text of a lesson's step.
    Stage {
        no_scenario = "Nothing is computed in this step.",
        reset = "Put everything back",
        reset_done = "Everything is as the lesson has it.",

        against: fn(bool) -> &'static str = |differs| if differs { "Dashed: the same life under the other version of the rules." } else { "Under the other version of the rules this life takes the same course." },
        other_rules = "the same life under the other rules",
        ledger_of: fn(&str, Points, bool) -> String = |name, score, scored| if scored { format!("What brought {name} to {}", points(score)) } else { format!("What happened to {name}") },
        ledger_note = "Newest first. Press a line to see how it was made.",
        letter_to: fn(&str) -> String = |name| format!("The letter to {name}"),
        rules_title: fn(usize, usize, bool) -> String = |n, all, some| match (n, some) {
            (0, _) => "No rules".to_owned(),
            (1, false) => "The only rule".to_owned(),
            (n, false) => format!("All {n} rules"),
            (n, true) => format!("{n} of {all} rules"),
        },
        rule_off = "switched off",
        bands_title: fn(usize, usize) -> String = |bands, lists| match (bands, lists) {
            (0, _) => format!("{}, and what each brings", count(lists, "list", "lists")),
            (_, 0) => format!("{}, and what each brings", count(bands, "band", "bands")),
            _ => format!("{} and {}, and what each brings", count(bands, "band", "bands"), count(lists, "list", "lists")),
        },
        band_top: fn(Points, Points) -> String = |from, to| format!("{} to {}", points(from), points(to)),
        band_below: fn(Points, Points) -> String = |from, below| format!("from {}, below {}", points(from), points(below)),
        list_note: fn(bool, bool, Option<u32>) -> String = list_note,
        brings_nothing = "Neither a reward nor a penalty.",

        hand_title: fn(&str) -> String = |name| format!("Work out what happens to {name}"),
        hand_note = "Fill in the points of each line and the score after it. Leave nothing out: some lines may be worth 0.",
        hand_nothing = "Nothing happened in this life.",
        hand_start: fn(Points) -> String = |it| format!("Start: {}", n_points(it)),
        hand_unrecorded = "nobody recorded it",
        hand_recorded: fn(&str) -> String = |sources| format!("recorded by {sources}"),
        hand_points = "Points",
        hand_score = "Score after it",
        hand_about: fn(&str, Day) -> String = |what, day| format!("{what}, {}", day_short(day)),
        hand_check = "Check",
        hand_show: fn(&str) -> String = |about| format!("Show me: {about}"),
        hand_show_short = "Show me",
        hand_right = "right",
        hand_wrong = "not yet",
        hand_empty = "empty",
        hand_shown = "shown",
        hand_told: fn(&str, Points, Points) -> String = |what, moved, score| format!("{what}: {}, so the score is {}.", signed(moved), points(score)),
        hand_said: fn([usize; 5]) -> String = hand_said,

        controls = "Change it here",
        as_number: fn(&str) -> String = |label| format!("{label}, as a number"),
        range: fn(&str, &str) -> String = |low, high| format!(" · from {low} to {high}"),
        no_value = "not set",
        dial_note = "An assumption of the town:",
        senseless: fn(&str) -> String = |why| format!("This cannot be computed: {why} The last version that could be is still shown."),
        same_outcome: fn(usize) -> String = |lives| format!("The rules are different now. The finding about {} is the same.", if lives == 1 { "this life" } else { "these lives" }),
        other_outcome: fn(&str, &str) -> String = |before, now| format!("Now: {now}. Before: {before}."),

        town_scale: fn(&str) -> String = |end| format!("A full bar is {end}."),
        town_was: fn(&str) -> String = |value| format!("before the change: {value}"),
        town_refused = "The rules of this step cannot be computed for many lives.",
        town_nothing = "Nothing to count",
        town_summary: fn(u32, u32, usize, bool) -> String = town_summary,
        town_all: fn(&str, &str) -> String = |name, value| format!("{name}: {value}"),
        town_alike: fn(&str, &str) -> String = |name, value| format!("{name}: {value}; no group stands out clearly"),
        town_unequal: fn(&str, (&str, &str), (&str, &str)) -> String = |name, more, less| format!("{name}: {} {}, {} {}", more.0, more.1, less.0, less.1),
        town_reform: fn(&str, &str, &str, Told) -> String = |name, before, after, verdict| match verdict {
            Told::Higher => format!("{name}: higher with the reform, {after} instead of {before}"),
            Told::Lower => format!("{name}: lower with the reform, {after} instead of {before}"),
            Told::CannotTell => format!("{name}: it cannot be told whether the reform changes it"),
        },
        under_rules = "as it is",
        with_reform = "with the reform",
        under_reform: fn(&str) -> String = |it| format!("{it}, with the reform"),
        verdict: fn(Told) -> &'static str = |it| match it {
            Told::Higher => "higher with the reform",
            Told::Lower => "lower with the reform",
            Told::CannotTell => "cannot tell: hardly any difference, or one that may be luck",
        },

        counts_title: fn(u64) -> String = |n| format!("{} people, called and checked", super::society::numbers::count(n)),
        counts_summary = "Everybody is in one of four places: called or not called, and it came true or it did not. Each rate below divides some of these people by others.",
        counts_table = "The counts",
        counted: [&'static str; 5] = ["Called, came true", "Called, did not", "Not called, came true", "Not called, did not", "All"],
        rate = "Rate",
        rates: [[&'static str; 2]; 6] = [
            ["It came true", "Of all people: those for whom it came true."],
            ["Called", "Of all people: those who were called."],
            ["False alarms", "Of those for whom it did not come true: those who were called all the same."],
            ["Missed", "Of those for whom it came true: those who were not called."],
            ["What a call is worth", "Of those who were called: those for whom it came true."],
            ["Right calls", "Of all people: called and it came true, or not called and it did not."],
        ],
        no_rate = "none",

        myths_title = "So, not so, or cannot tell?",
        myths_note = "Sort each sentence by what you think now. Then see what the record says.",
        myth_options: [&'static str; 3] = ["It is so", "It is not so", "Cannot tell"],
        myths_show = "Show what the record says",
        myths_hide = "Hide it again",
        myths_sorted: fn(usize, usize) -> String = |n, of| format!("{n} of {of} sorted"),
        myth_verdict: fn(Verdict) -> &'static str = |it| match it {
            Verdict::NotSo => "Not so.",
            Verdict::MixedUp => "One thing is taken for another.",
            Verdict::Partly => "Partly so.",
            Verdict::Open => "The record does not tell.",
        },

        facts_title = "From the record",
        as_of: fn(&str) -> String = |it| format!("as of {it}"),
        in_record = "In the record",
        no_source = "No source: we could not verify this.",
        backed_by = "What this rests on",
        systems_title: fn(usize) -> String = |n| format!("{} side by side", count(n, "system", "systems")),
        system_points: [&'static str; 5] = ["What goes in", "What comes out", "What follows", "How to contest it", "Known errors"],
        nothing_read = "We read nothing on this.",

        no_principles = "This scenario has no principles",
        principles_note = "Each principle is tested on the people of this scenario, and on many other lives that could be lived under the same rules.",

        veil_title = "Would you approve these rules?",
        veil_before = "You do not know yet who you will be. Do you approve of the rules?",
        veil_answers: [&'static str; 3] = ["Yes", "No", "Unsure"],
        veil_draw = "Draw who you are",
        veil_again = "Draw again",
        veil_first = "Answer first.",
        veil_kept = "Your answers are not kept and not sent.",
        veil_you: fn(&str) -> String = |name| format!("You are {name}"),
        veil_group: fn(&str) -> String = |it| format!("Group: {it}"),
        veil_start: fn(Points) -> String = |it| format!("Everybody began with {}", n_points(it)),
        veil_after: fn(&str) -> String = |name| format!("You are {name} now. Do you approve of the rules?"),
        veil_both: fn(&str, &str, &str, bool) -> String = |before, name, after, same| {
            let kept = if same { "Your answer is the same." } else { "Your answer is another one. What changed it?" };
            format!("Before the draw: {}. As {name}: {}. {kept}", before.to_lowercase(), after.to_lowercase())
        },
    }
}

fn list_note(is_black: bool, is_public: bool, months: Option<u32>) -> String {
    let nature = if is_black { "blacklist" } else { "redlist" };
    let public = if is_public { "public" } else { "not public" };
    let term = match months {
        Some(it) => count(it as usize, "month", "months"),
        None => "until a rule takes one off".to_owned(),
    };
    format!("{nature}, {public}, {term}")
}

/// How many places are right, wrong, empty, no number, and shown.
fn hand_said([right, wrong, empty, unread, told]: [usize; 5]) -> String {
    let all = right + wrong + empty + unread + told;
    if wrong + empty + unread == 0 {
        return match told {
            0 => format!("All {all} are right."),
            _ => format!("Nothing is missing: {right} right, {told} shown."),
        };
    }
    let parts =
        [(right, "right"), (wrong, "not yet"), (empty, "empty"), (unread, "to be typed again"), (told, "shown")];
    let parts: Vec<String> = parts.iter().filter(|it| it.0 > 0).map(|it| format!("{} {}", it.0, it.1)).collect();
    format!("{}.", parts.join(", "))
}

fn town_summary(people: u32, months: u32, repeats: usize, reform: bool) -> String {
    let both = if reform { " Each is lived through twice: as it is, and with the reform." } else { "" };
    format!(
        "{} people over {months} months, {}.{both} Bars show medians; the line on a bar is where 90 of 100 repeats lie. Nobody here exists.",
        super::society::numbers::count(people.into()),
        count(repeats, "repeat", "repeats"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_filled_in_is_told_in_words() {
        assert_eq!(hand_said([4, 0, 0, 0, 0]), "All 4 are right.");
        assert_eq!(hand_said([2, 1, 1, 0, 0]), "2 right, 1 not yet, 1 empty.");
        assert_eq!(hand_said([2, 0, 0, 1, 0]), "2 right, 1 to be typed again.");
        assert_eq!(hand_said([2, 0, 0, 0, 2]), "Nothing is missing: 2 right, 2 shown.");
    }
}
