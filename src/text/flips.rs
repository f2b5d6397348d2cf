//! What would change the band, and how the score follows one number.

use super::common::{day as on, n_points, points, signed};
use super::texts;
use crate::engine::{Day, Points};

texts! {
    /// What would change the band, and how the score follows one number.
    Flips {
        lists_only = "This system keeps lists and no score, so there is no band to move.",
        title: fn(&str, &str, Day) -> String = |name, band, day| format!("What would move {name} out of {band} on {}?", on(day)),
        now: fn(&str, Points, &str) -> String = |name, score, band| format!("{name} has {} and is in band {band}.", n_points(score)),
        up = "To a better band",
        down = "To a worse band",
        top: fn(&str) -> String = |name| format!("There is no better band for {name}."),
        bottom: fn(&str) -> String = |name| format!("There is no worse band for {name}."),
        without: fn(&str, &[String], &str, Points) -> String = without,
        smallest: fn(usize, usize) -> String = smallest,
        built: fn(usize) -> String = |tried| format!("Built step by step: no {} would do it, but a smaller set than this may.", up_to(tried)),
        no_set: fn(usize, usize) -> String = no_set,
        edit: fn(&str, &Change<'_>) -> String = edit,
        edit_note = "No number of a rule needs fewer points. It would change the rule for everybody.",
        no_edit: fn(i64) -> String = |reach| format!("No number of a single rule does it, changed by up to {} points.", points(Points::whole(reach))),
        try_it = "Try it",
        try_without: fn(&str) -> String = |what| format!("Try it: without {what}"),
        try_edit: fn(&str, Points) -> String = |rule, to| format!("Try it: {} points {rule}", signed(to)),
        open_rule = "Open the rule",
        tried = "Done. Undo takes it back.",

        curve_title = "Turn one number",
        curve_choose = "Number",
        number_start = "Everybody's start",
        number_cap = "The most that one event may cost",
        number_points: fn(&str, usize) -> String = |rule, step| match step {
            0 => format!("Points {rule}"),
            step => format!("Points {rule}, time {}", step + 1),
        },
        curve_found: fn(&str, &Told<'_>) -> String = told,
        curve_note: fn(Day, bool) -> String = |day, has_now| format!("The life was computed anew for each value, up to {}.{}", on(day), if has_now { " The dashed line is the number as it is." } else { "" }),
        table = "As a table",
        column_value = "Number",
        column_score = "Score",
        column_band = "Band",
        is_now: fn(&str) -> String = |value| format!("{value} (now)"),
    }
}

/// A number that would have to be another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'a> {
    /// The rule, as it reads: "when a utility bill is paid late".
    pub rule: &'a str,
    /// Which of its numbers.
    pub step: usize,
    /// What it is.
    pub from: Points,
    /// What it would have to be.
    pub to: Points,
    /// The band then.
    pub band: &'a str,
    /// The score then.
    pub score: Points,
}

/// What a curve says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// The least and the most of the number.
    pub range: (Points, Points),
    /// The number as it is; none where there is no cap.
    pub now: Option<Points>,
    /// Whether gains carry a plus.
    pub is_signed: bool,
    /// Whether the score is the same for every value.
    pub flat: bool,
    /// The band as it is.
    pub band: &'a str,
    /// The nearest lower value with another band, and that band.
    pub below: Option<(Points, &'a str)>,
    /// The nearest higher value with another band, and that band.
    pub above: Option<(Points, &'a str)>,
}

fn without(name: &str, events: &[String], band: &str, score: Points) -> String {
    format!("Without {}, {name} would be in {band} with {}.", list(events), n_points(score))
}

fn smallest(size: usize, others: usize) -> String {
    let fewer = match size {
        1 => "One event is enough.".to_owned(),
        2 => "No single event is enough.".to_owned(),
        size => format!("No {} would do it.", up_to(size - 1)),
    };
    match (others, size) {
        (0, 1) => format!("{fewer} No other one would do it."),
        (0, _) => fewer,
        (1, 1) => format!("{fewer} 1 other one would do it too."),
        (n, 1) => format!("{fewer} {n} other ones would do it too."),
        (1, size) => format!("{fewer} 1 other set of {size} would do it too."),
        (n, size) => format!("{fewer} {n} other sets of {size} would do it too."),
    }
}

fn no_set(tried: usize, events: usize) -> String {
    match (events, tried) {
        (0, _) => "No event of this life can move the band, so leaving one out changes nothing.".to_owned(),
        (events, tried) if tried >= events => "Leaving events out does not do it, however many.".to_owned(),
        (_, tried) => format!("No {} would do it, and no larger set was found.", up_to(tried)),
    }
}

fn up_to(n: usize) -> String {
    match n {
        0 | 1 => "single event".to_owned(),
        2 => "one or two events".to_owned(),
        n => format!("set of up to {n} events"),
    }
}

fn edit(name: &str, it: &Change<'_>) -> String {
    let Change { rule, step, from, to, band, score } = *it;
    let time = if step == 0 { String::new() } else { format!(" (time {})", step + 1) };
    format!(
        "If the rule “{rule}”{time} said {} in place of {}, {name} would be in {band} with {}.",
        signed(to),
        signed(from),
        n_points(score)
    )
}

fn told(name: &str, it: &Told<'_>) -> String {
    let number = |value: Points| if it.is_signed { signed(value) } else { points(value) };
    let between = format!("Between {} and {}", number(it.range.0), number(it.range.1));
    if it.flat {
        return format!("{between} this number makes no difference to {name}");
    }
    let place = it.now.map(|now| format!(" in place of {}", number(now))).unwrap_or_default();
    match (it.below, it.above) {
        (None, None) => format!("{between} {name} stays in {}", it.band),
        (Some((at, band)), None) | (None, Some((at, band))) => {
            format!("At {}{place} {name} would be in {band}", number(at))
        }
        (Some((low, lower)), Some((high, higher))) => {
            format!("At {}{place} {name} would be in {lower}, at {} in {higher}", number(low), number(high))
        }
    }
}

fn list(all: &[String]) -> String {
    let quoted: Vec<String> = all.iter().map(|it| format!("“{it}”")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_say_how_small_they_are() {
        for ((size, others), words) in [
            ((1, 0), "One event is enough. No other one would do it."),
            ((1, 2), "One event is enough. 2 other ones would do it too."),
            ((2, 1), "No single event is enough. 1 other set of 2 would do it too."),
            ((3, 0), "No one or two events would do it."),
        ] {
            assert_eq!(smallest(size, others), words);
        }
        let two = ["Bill late, 3 May 2021".to_owned(), "Case lost, 1 Jun 2021".to_owned()];
        assert_eq!(
            without("Mei", &two, "A", Points::whole(961)),
            "Without “Bill late, 3 May 2021” and “Case lost, 1 Jun 2021”, Mei would be in A with 961 points."
        );
    }

    #[test]
    fn a_curve_names_the_nearest_borders() {
        let told = |below, above, flat| Told {
            range: (Points::whole(-90), Points::whole(30)),
            now: Some(Points::whole(-50)),
            is_signed: true,
            flat,
            band: "B",
            below,
            above,
        };
        let (c, a) = (Some((Points::whole(-70), "C")), Some((Points::whole(-39), "A")));
        for (it, words) in [
            (told(None, None, true), "Between −90 and +30 this number makes no difference to Mei"),
            (told(None, None, false), "Between −90 and +30 Mei stays in B"),
            (told(None, a, false), "At −39 in place of −50 Mei would be in A"),
            (told(c, a, false), "At −70 in place of −50 Mei would be in C, at −39 in A"),
        ] {
            assert_eq!(super::told("Mei", &it), words);
        }
    }
}
