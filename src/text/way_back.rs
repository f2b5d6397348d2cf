//! The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.

use super::common::{count, day as day_of, domain as name, n_points, points};
use super::texts;
use crate::engine::explain::exchange::Ratio;
use crate::engine::{Day, Points};
use crate::scenario::doc::Domain;

/// Why there is no way, with the names that the sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blocked<'a> {
    /// The band begins above the highest score.
    Scale,
    /// A ceiling holds the band down until a day.
    Ceiling(&'a str, Option<Day>),
    /// Nothing that can be chosen earns points.
    NoAct,
    /// Limits leave at most so many points.
    Limits(Points),
    /// Everything was tried.
    Tried,
    /// The search ended too early.
    NotFound,
}

texts! {
    /// The cheapest way to a band, what acts cost in units of each other, and what is worth gaming.
    WayBack {
        title = "Way back",
        intro = "Which acts bring somebody to a band with the least time and money? Each answer is tried on the engine itself.",
        target = "Band to reach",
        after = "Acts begin after",
        by = "Wanted by",
        hour = "An hour counts as much as, in money",
        hour_note = "To compare time with money, both are added up at this rate. It is an assumption, like the efforts below.",
        found: fn(&str, &str, Day, &str, &[(String, usize)], bool) -> String = found,
        waits: fn(&str, &str, Day) -> String = |name, band, day|
            format!("Time alone brings {name} to {band} by {}: nothing has to be done.", day_of(day)),
        already: fn(&str, &str, Day) -> String = |name, band, day|
            format!("Nothing has to be done: {name} is in {band} or better on {}.", day_of(day)),
        blocked: fn(&str, &str, Day, &Blocked<'_>) -> String = blocked,
        if_nothing: fn(Points, Points, &str) -> String = |score, missing, band| match missing.is_zero() {
            true => format!("If nothing is done, the score is {} on that day.", points(score)),
            false => format!("If nothing is done, the score is {} on that day: {} short of {band}.", points(score), n_points(missing)),
        },
        later: fn(&str, Day) -> String = |band, day| format!("Time alone brings {band} on {}.", day_of(day)),
        never = "Time alone does not bring it within twenty years.",
        proved = "Nothing on these days costs less: every cheaper set of acts was tried or is too little.",
        only_found = "This is the cheapest that was found. Cheaper ways were not all ruled out.",
        days_note = "Acts are placed on the day after the start and on the first of each month; several of one kind follow each other day by day.",
        plan = "What to do",
        column_day = "Day",
        column_act = "Act",
        column_hours = "Hours",
        column_money = "Money",
        total = "In all",
        add = "Add these events",
        add_extends: fn(Day) -> String = |day| format!("Add these events, and go on to {}", day_of(day)),
        added: fn(usize, Day) -> String = |n, day|
            format!("{} added. The scenario ends on {}. Undo takes it back.", count(n, "event", "events"), day_of(day)),
        no_room = "There is no room for these events: the scenario is too long or has too many.",
        chart: fn(&str) -> String = |name| format!("The score of {name} with these acts"),
        chart_summary: fn(Points, Points, Day) -> String = |from, to, day|
            format!("From {} points now to {} on {}.", points(from), points(to), day_of(day)),
        chart_table = "Table of this line",
        column_score = "Score",
        column_band = "Band",
        no_score: fn(&str) -> String = |name|
            format!("This system keeps lists and no score, so no act earns a way back in points. How {name} comes off a list:"),
        no_score_clear: fn(&str) -> String = |name| {
            format!("This system keeps lists and no score, so no act earns a way back in points. {name} is on no list on the last day.")
        },
        list_until: fn(&str, Day) -> String = |list, day| format!("“{list}” ends by itself on {}.", day_of(day)),
        list_act: fn(&str, &[String]) -> String = |list, kinds| format!("“{list}” ends when {}.", kinds.join(", or when ")),
        list_never: fn(&str) -> String = |list| format!("“{list}” has no end: no term, and no rule that takes anybody off."),
        efforts = "What an act costs: assumptions",
        efforts_note = "Nobody measured these. Change them, and every answer on this tab follows. Without a number of your own: a field in hours or money costs just that, and anything else two hours; what is measured or limited counts as something that one can choose, the rest does not.",
        no_kinds = "No rule in use gives this subject points for anything.",
        can_choose = "Can be chosen",
        can_choose_act: fn(&str) -> String = |act| format!("{act}: can be chosen"),
        each = "each time",
        for_each: fn(&str) -> String = |unit| format!("for each of the {unit}"),
        hours_of: fn(&str) -> String = |act| format!("Hours for {act}"),
        money_of: fn(&str) -> String = |act| format!("Money for {act}"),
        column_for = "For",
        column_from = "From",
        assumed = "assumed",
        told = "this scenario",
        reset = "Reset",
        reset_of: fn(&str) -> String = |act| format!("Reset what is assumed about {act}"),
        exchange = "Exchange rates",
        exchange_note = "What an act moves in a fresh account, in units of another. Fresh: no events, in the middle of the scale, so that neither end cuts anything off.",
        exchange_none = "Fewer than two things move a fresh account here.",
        one = "One",
        rate: fn(&str, &str, &str) -> String = |one, n, other| format!("One “{one}” weighs as much as {n} × “{other}”"),
        rate_cost: fn(&str) -> String = |effort| format!(": {effort}."),
        rate_years: fn(i64) -> String = |n| format!(" Its yearly limit spreads that over {n} years."),
        column_points = "Points for one",
        column_times = "Weighs as much as",
        column_cost = "Cost of that",
        column_years = "Years, by its limit",
        times: fn(&str) -> String = |n| format!("{n} ×"),
        gaming = "The gaming view",
        gaming_note = "What somebody would do who wants points and nothing else, best first.",
        gaming_none = "Nothing that can be chosen earns points here.",
        gaming_best: fn(&str, &str) -> String = |act, rate| format!("Who only wants points begins with “{act}”: {rate}."),
        an_hour: fn(&str) -> String = |n| format!("{n} points for an hour"),
        a_hundred: fn(&str) -> String = |n| format!("{n} points for 100 in money"),
        for_free = "it costs nothing",
        column_an_hour = "Points for an hour",
        column_a_hundred = "Points for 100 in money",
        column_yearly = "Most a year",
        no_limit = "no limit",
        column_domain = "Part of life",
        column_fits = "Same part of life as the penalties it lifts?",
        fits = "yes",
        fits_not = "no",
        no_domain = "none named",
        nothing_lifted = "no band carries a penalty",
        lifts: fn(&str, &str, Domain, Option<(&str, Option<Domain>)>) -> String = lifts,
        effort: fn(Points, Points, &str) -> String = effort,
        ratio: fn(Ratio) -> String = ratio,
        currency = "in money",
    }
}

/// `acts` are what is done, each with how often.
fn found(name: &str, band: &str, day: Day, effort: &str, acts: &[(String, usize)], proved: bool) -> String {
    let often = |(act, n): &(String, usize)| match n {
        1 => format!("{act} once"),
        2 => format!("{act} twice"),
        n => format!("{act} {n} times"),
    };
    let acts = acts.iter().map(often).collect::<Vec<_>>().join(", ");
    let way = if proved { "at the cheapest" } else { "by the cheapest way found" };
    format!("{name} reaches {band} by {} {way} with {effort}: {acts}", day_of(day))
}

fn blocked(name: &str, band: &str, by: Day, why: &Blocked<'_>) -> String {
    let by = day_of(by);
    match why {
        Blocked::Scale => format!("Nobody can reach {band}: it begins above the end of the scale"),
        Blocked::Ceiling(kind, Some(until)) => {
            format!("No act brings {name} to {band} by {by}: the ceiling of “{kind}” holds until {}", day_of(*until))
        }
        Blocked::Ceiling(kind, None) => {
            format!("No act ever brings {name} to {band}: the ceiling of “{kind}” has no end")
        }
        Blocked::NoAct => format!("{name} cannot reach {band} by {by}: nothing that can be chosen earns points"),
        Blocked::Limits(most) => {
            format!("{name} cannot reach {band} by {by}: the limits leave at most {} points by then", points(*most))
        }
        Blocked::Tried => format!("{name} cannot reach {band} by {by}: everything that could be enough was tried"),
        Blocked::NotFound => format!("No way was found that brings {name} to {band} by {by}; there may be one"),
    }
}

/// Hours and money: "20 hours and 700 yuan".
fn effort(hours: Points, money: Points, currency: &str) -> String {
    let time = format!("{} {}", points(hours), if hours == Points::whole(1) { "hour" } else { "hours" });
    let money_words = format!("{} {currency}", points(money));
    match (hours.is_zero(), money.is_zero()) {
        (true, true) => "no effort at all".to_owned(),
        (false, true) => time,
        (true, false) => money_words,
        (false, false) => format!("{time} and {money_words}"),
    }
}

/// A fraction as people read it: "10", "2.5", "6 2/3".
fn ratio(it: Ratio) -> String {
    let (whole, rest) = (it.of / it.to, it.of % it.to);
    match (whole, rest) {
        (_, 0) => whole.to_string(),
        _ if 1000 % it.to == 0 => points(Points::from_thousandths(it.of * (1000 / it.to))),
        (0, _) if it.to < 100 => format!("{rest}/{}", it.to),
        _ if it.to < 100 => format!("{whole} {rest}/{}", it.to),
        _ => format!("about {}", points(it.times(Points::whole(1)))),
    }
}

/// What points from an act lift, and where that came from.
fn lifts(act: &str, penalty: &str, domain: Domain, from: Option<(&str, Option<Domain>)>) -> String {
    match from {
        Some((kind, Some(of))) => {
            format!(
                "Points from “{act}” would lift “{penalty}” ({}), which came from “{kind}” ({}).",
                name(domain),
                name(of)
            )
        }
        Some((kind, None)) => {
            format!("Points from “{act}” would lift “{penalty}” ({}), which came from “{kind}”.", name(domain))
        }
        None => format!("Points from “{act}” can lift or keep away “{penalty}” ({}).", name(domain)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_read_as_people_write_them() {
        for (of, to, expected) in [
            (10, 1, "10"),
            (5, 2, "2.5"),
            (20, 3, "6 2/3"),
            (1, 3, "1/3"),
            (1, 8, "0.125"),
            (1234, 771, "about 1.6010"),
        ] {
            assert_eq!(ratio(Ratio { of, to }), expected);
        }
    }

    #[test]
    fn effort_names_what_there_is() {
        for (hours, money, expected) in
            [(20, 0, "20 hours"), (1, 700, "1 hour and 700 yuan"), (0, 5, "5 yuan"), (0, 0, "no effort at all")]
        {
            assert_eq!(effort(Points::whole(hours), Points::whole(money), "yuan"), expected);
        }
    }
}
