//! Rules that are hidden: guesses from what they do, and what the guesses explain.

use super::common::Common;
use super::texts;
use crate::engine::Points;

texts! {
    /// Secret rules.
    Secret {
        hide = "Hide the rules",
        hidden_now = "The rules are hidden. Write down what you think they are.",
        shown_again = "The rules are shown again.",
        title = "What are the rules?",
        intro = "The rules are hidden. Press events below the chart and watch. Then write down what you think one such event does.",
        no_kinds = "No kind of event fits this life.",
        reasons = "Reasons are hidden. Score, band and consequences are all that is told.",
        nothing_came = "Nothing came of it. Why is hidden.",
        ends: fn(&str, Points, &str) -> String = ends,
        sorts: [&'static str; 4] = ["don’t know", "gives", "takes", "does nothing"],
        sort_of: fn(&str) -> String = |kind| format!("{kind}: what it does"),
        size_of: fn(&str) -> String = |kind| format!("{kind}: how many points"),
        points = "points",
        reveal = "Reveal the rules",
        stop = "Stop hiding",
        again = "Hide again",
        result: fn(usize, usize, usize) -> String = result,
        nothing_happened = "Nothing has happened here yet, so there is nothing to explain",
        result_note = "A movement is what one event did on its own day. The size counts as right within a quarter of the movement: that is our choice.",
        table = "Guesses and what happened, by kind of event",
        column_kind = "Event",
        column_guess = "Your guess",
        column_did = "What it did",
        column_right = "Right?",
        guess: fn(Option<Points>) -> String = |it| it.map_or_else(|| "no guess".to_owned(), moves),
        did: fn(usize, Option<Points>) -> String = did,
        right: fn(usize, usize, usize) -> String = right,
        not_asked = "not put to the test",
    }
}

fn ends(name: &str, score: Points, band: &str) -> String {
    let score = (Common::ENGLISH.points)(score);
    if band.is_empty() { format!("{name} ends with {score}") } else { format!("{name} ends in {band} with {score}") }
}

fn moves(it: Points) -> String {
    if it.is_zero() { "nothing".to_owned() } else { (Common::ENGLISH.signed)(it) }
}

fn result(sign: usize, size: usize, n: usize) -> String {
    let movements = (Common::ENGLISH.count)(n, "movement", "movements");
    format!("Your guesses explain {sign} of {movements} in sign and {size} in size")
}

fn did(times: usize, typical: Option<Points>) -> String {
    match (times, typical) {
        (1, Some(it)) => format!("once: {}", moves(it)),
        (n, Some(it)) => format!("{n} times, most often {}", moves(it)),
        _ => "did not happen".to_owned(),
    }
}

/// How many of so many movements a guess explains.
fn right(sign: usize, size: usize, n: usize) -> String {
    match (sign, size) {
        (0, _) => "no".to_owned(),
        (_, size) if size == n => "yes, in sign and size".to_owned(),
        (sign, 0) if sign == n => "in sign, not in size".to_owned(),
        _ => format!("sign {sign} of {n}, size {size} of {n}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_put_in_words() {
        let t = Secret::ENGLISH;
        assert_eq!((t.result)(7, 4, 18), "Your guesses explain 7 of 18 movements in sign and 4 in size");
        assert_eq!((t.did)(3, Some(Points::whole(-3))), "3 times, most often −3");
        assert_eq!((t.did)(1, Some(Points::ZERO)), "once: nothing");
        assert_eq!((t.ends)("Mei", Points::whole(956), "B"), "Mei ends in B with 956");
        let words = [(0, 0), (3, 3), (3, 0), (2, 1)].map(|(sign, size)| (t.right)(sign, size, 3));
        assert_eq!(words, ["no", "yes, in sign and size", "in sign, not in size", "sign 2 of 3, size 1 of 3"]);
    }
}
