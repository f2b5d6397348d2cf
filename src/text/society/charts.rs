//! Findings and tables of the charts: groups, winners and losers, mobility, wrong records, fairness.

use super::numbers::{lower, number, share, signed_share, times};
use super::town::Unequal;
use crate::engine::society::measures::{ENOUGH, Summary};
use crate::jobs::sweep::prices::Turn;
use crate::text::texts;

texts! {
    /// Findings and tables of the charts.
    SocietyCharts {
        column_group = "Group",
        column_people = "Share of people",
        column_penalised = "Under a penalty",
        column_wrongly = "Wrongly so",
        column_score = "Median score",
        column_bands = "Bands at the end",
        column_low = "Low end (5 %)",
        column_median = "Median",
        column_high = "High end (95 %)",
        column_measure = "What is counted",
        column_verdict = "Verdict",
        everybody = "Everybody",
        groups_title: fn(&Unequal<'_>) -> String = groups_title,
        groups_summary: fn(usize) -> String = |n| format!(
            "For each of {n} groups: the bands at the end, and how many months of all months were spent under a penalty, and wrongly so. Medians over the repeats; lines show where 90 of 100 repeats lie."),
        groups_absent: fn(&[String]) -> Option<String> = groups_absent,
        pick_group: fn(&str) -> String = |it| format!("Show {it} everywhere"),
        band_share: fn(&str, f64) -> String = |band, part| format!("{band}: {}", share(part)),
        gains_none_title = "Nothing to compare yet",
        gains_none = "Switch on a safeguard on the reform shelf. The same people with the same luck then live through both, and here it says who is better off.",
        gains_title: fn(&Changed<'_>) -> String = gains_title,
        gains_summary = "For each group: how many people spent fewer months under a penalty with the reform, and how many spent more. The same people, the same luck.",
        gains_better = "Fewer months under a penalty",
        gains_worse = "More months",
        gains_net = "Better less worse, in percentage points",
        gains_turn: fn(f64, f64, &Summary) -> Turn = gains_turn,
        gains_verdict: fn(Turn) -> &'static str = |it| match it {
            Turn::Better => "better",
            Turn::Worse => "worse",
            Turn::CannotTell => "cannot tell",
        },
        gains_bar: fn(f64, f64) -> String = |better, worse| format!("{} better off, {} worse off", share(better), share(worse)),
        mobility_title: fn(f64, f64) -> String = |stay, climb| format!(
            "Of those in the lowest band, {} are still there a year later; {} have climbed", share(stay), share(climb)),
        mobility_moves: fn(f64, f64) -> String = |up, down| format!("From one year’s end to the next, {} move to a higher band and {} to a lower one", share(up), share(down)),
        mobility_short = "Mobility needs two full years",
        mobility_summary = "Each ribbon is people who went from a band at the end of one year (left) to a band at the end of the next (right). The wider, the more people.",
        mobility_years = "Years",
        mobility_all = "All years",
        mobility_year: fn(usize) -> String = |n| format!("From year {} to year {}", n + 1, n + 2),
        mobility_from = "From",
        mobility_to: fn(&str) -> String = |it| format!("to {it}"),
        mobility_ribbon: fn(&str, &str, f64) -> String = |from, to, part| format!("{from} to {to}: {}", share(part)),
        recovery: fn(Option<f64>, f64) -> String = |months, never| match months {
            Some(it) => format!("A penalty that ended lasted {} months in the median. {} of all penalties had not ended at the end.", number(it), share(never)),
            None => format!("Fewer than half of all penalties had ended: {} were still running at the end.", share(never)),
        },
        wrong_title: fn(f64, f64) -> String = |hurt, never| format!(
            "Of 100 wrong records that cost something, {} were never corrected", whole(never / hurt.max(1e-9) * 100.0)),
        wrong_none = "No wrong record cost anybody anything",
        wrong_summary = "what happened to wrong records from the month they were made. Each bar is a part of the one above, unless it says otherwise.",
        wrong_stages: [(&'static str, &'static str); 11] = [
            ("made by error", "a source recorded what nobody did"),
            ("in the wrong file", "somebody else did it"),
            ("made up", "a neighbour invented it"),
            ("caught first", "a reviewer threw it out before it counted"),
            ("cost something", "points, a band, or a place on a list"),
            ("told", "the person was told of the loss"),
            ("contested", "the person appealed"),
            ("won", "corrected on appeal"),
            ("found", "the office found it by itself"),
            ("never corrected", "it stands to the end"),
            ("struck out though true", "true records lost on appeal"),
        ],
        wrong_column_stage = "Stage",
        wrong_column_count = "Records per 1000 people and year",
        queue_title: fn(f64) -> String = |most| match most < 0.05 {
            true => "Hardly any appeal waits".to_owned(),
            false => format!("At the most, {} appeals per 1000 people wait", number(most)),
        },
        queue_summary = "Appeals that wait for a decision at the end of each month, per 1000 people.",
        queue_column = "Waiting per 1000 people",
        fair_title: fn(&Fair<'_>) -> String = fair_title,
        fair_summary = "Three meanings of “fair”, side by side. “Did harm” is what the person really did in a year, seen or unseen. “Penalised” is how the year ended.",
        fair_equal_rates = "1. Equal shares",
        fair_equal_rates_note = "The same share of each group is penalised. A rule of thumb calls a ratio below four fifths a warning sign.",
        fair_equal_errors = "2. Equal errors",
        fair_equal_errors_note = "Of those who did no harm, the same share is penalised (false alarm). Of those who did, the same share is missed.",
        fair_equal_meaning = "3. Equal meaning",
        fair_equal_meaning_note = "A penalty means the same in each group: as many of the penalised really did harm.",
        fair_penalised = "Penalised",
        fair_false_alarm = "False alarm",
        fair_missed = "Missed",
        fair_precision = "Penalised who did harm",
        fair_base = "Did harm",
        fair_ratio: fn(f64) -> String = |it| format!("Lowest against highest share: {}{}", share(it), if it < 0.8 { ", below four fifths" } else { ", at least four fifths" }),
        fair_gap: fn(f64) -> String = |it| format!("Largest difference: {} percentage points", signed_share(it).trim_start_matches('+')),
        triangle_title: fn(Option<f64>, Option<f64>) -> String = triangle_title,
        triangle_lead = "Why not all three? Set how many of each group do harm, and how good the system is. Then see which wishes can still come true together.",
        triangle_base: fn(&str) -> String = |it| format!("{it}: share who did harm"),
        triangle_names: [&'static str; 2] = ["Group A", "Group B"],
        triangle_ppv = "Of the penalised, share who did harm (the same in both groups)",
        triangle_fnr = "Share of those who did harm that is missed (the same in both groups)",
        triangle_result: fn(Option<f64>, Option<f64>) -> String = triangle_result,
        triangle_rule = "With different shares of harm, equal meaning and equal misses force different false alarms. Only equal shares of harm, or a system that never errs, allow all three. This is arithmetic, not a choice of the town.",
        triangle_fpr: fn(&str) -> String = |it| format!("{it}: false alarms that follow"),
        triangle_column = "False alarms that follow",
        triangle_impossible = "cannot be",
        triangle_load = "Load the COMPAS counts",
        triangle_compas = "Two-year reoffending and the COMPAS risk score in Broward County, 7214 people. ProPublica, 2016, notebook in its public repository. Others read the same counts as fair by equal meaning (Flores and others, 2016).",
        triangle_compas_names: [&'static str; 2] = ["Black defendants", "White defendants"],
        triangle_compas_says: fn() -> String = || "Counted: false alarms 44.85 % against 23.45 %; missed 27.99 % against 47.72 %; of those scored high, 63 % against 59 % reoffended; 51 % against 39 % reoffended. Once a slider is moved, the numbers are no longer the counted ones.".to_owned(),
        triangle_own = "Take the numbers of the town",
    }
}

/// What a reform did.
#[derive(Clone, Copy, Debug)]
pub struct Changed<'a> {
    /// The group that gains most, and its net share.
    pub most: Option<(&'a str, f64)>,
    /// The group that loses most, and its net share.
    pub least: Option<(&'a str, f64)>,
}

/// Whether a group is better off: shares of people who are better and worse off, and the difference over the repeats.
/// As long as there are too few repeats, or the difference is too small to be read, nobody can tell.
fn gains_turn(better: f64, worse: f64, net: &Summary) -> Turn {
    match () {
        () if net.n < ENOUGH || share(better) == share(worse) || whole(net.median.abs() * 100.0) == "0" => {
            Turn::CannotTell
        }
        () if net.low > 0.0 => Turn::Better,
        () if net.high < 0.0 => Turn::Worse,
        () => Turn::CannotTell,
    }
}

fn gains_title(it: &Changed<'_>) -> String {
    let of_100 = |net: f64| whole(net.abs() * 100.0);
    match (it.most, it.least) {
        (Some((group, net)), Some((other, loss))) => format!(
            "{group} gain most: of 100, {} more are better off than worse off. {other} lose: of 100, {} more are worse off",
            of_100(net),
            of_100(loss)
        ),
        (Some((group, net)), None) => {
            format!("{group} gain most from the reform: of 100, {} more are better off than worse off", of_100(net))
        }
        (None, Some((other, loss))) => {
            format!("{other} lose by the reform: of 100, {} more are worse off than better off", of_100(loss))
        }
        (None, None) => "For no group can it be told whether the reform helps or hurts".to_owned(),
    }
}

/// What is said of groups of the scenario that have no people in the town.
fn groups_absent(names: &[String]) -> Option<String> {
    let named: Vec<String> = names.iter().map(|it| format!("“{it}”")).collect();
    let (last, others) = named.split_last()?;
    let (who, it) = match others {
        [] => (format!("{last} is a group of this scenario that has"), "it"),
        others => (format!("{} and {last} are groups of this scenario that have", others.join(", ")), "them"),
    };
    Some(format!(
        "{who} no people in the town, for the town has the same groups under every rulebook. A rule that asks for {it} applies to nobody here."
    ))
}

fn groups_title(it: &Unequal<'_>) -> String {
    let (Some((more, high)), Some((less, low))) = (it.more, it.less) else {
        return "Nobody is under a penalty".to_owned();
    };
    match () {
        () if high <= 0.0 => "Nobody is under a penalty".to_owned(),
        () if !it.sure => {
            format!("{} of all months are spent under a penalty; no group stands out clearly", share(it.all))
        }
        () if low <= 0.0 => {
            format!("{more} spend {} of their months under a penalty, {} none", share(high), lower(less))
        }
        () if share(high) == share(low) => {
            format!("{} of all months are spent under a penalty, in all groups alike", share(it.all))
        }
        () => format!("{more} are {} as often under a penalty as {}", times(high / low), lower(less)),
    }
}

/// The gaps between groups.
#[derive(Clone, Copy, Debug)]
pub struct Fair<'a> {
    /// The group with the most false alarms, and their share.
    pub most: Option<(&'a str, f64)>,
    /// The group with the fewest, and their share.
    pub least: Option<(&'a str, f64)>,
}

fn fair_title(it: &Fair<'_>) -> String {
    match (it.most, it.least) {
        (Some((one, high)), Some((other, low))) if high > low && share(high) != share(low) => {
            let (one, other) = (lower(one), lower(other));
            format!("Of {one} who did no harm, {} were penalised; of {other}, {}", share(high), share(low))
        }
        (Some(_), _) => "Those who did no harm are penalised alike in all groups".to_owned(),
        _ => "Nobody could be judged: fairness needs a full year".to_owned(),
    }
}

fn triangle_title(one: Option<f64>, other: Option<f64>) -> String {
    match (one, other) {
        (Some(a), Some(b)) if is_same(a, b) => "Here all three meanings of “fair” hold together".to_owned(),
        (Some(a), Some(b)) => format!(
            "If a penalty means the same for both, false alarms differ: {} against {}",
            share(a.max(b)),
            share(a.min(b))
        ),
        _ => "Here not even two meanings of “fair” can be had".to_owned(),
    }
}

/// Whether two shares of false alarms are the same to the eye.
fn is_same(one: f64, other: f64) -> bool {
    share(one) == share(other)
}

fn triangle_result(one: Option<f64>, other: Option<f64>) -> String {
    match (one, other) {
        (Some(a), Some(b)) if is_same(a, b) => "All three hold together: false alarms are equal too.".to_owned(),
        (Some(a), Some(b)) => format!(
            "Equal meaning and equal misses hold. Equal false alarms cannot: {} against {}, {} as many.",
            share(a.max(b)),
            share(a.min(b)),
            if a.min(b) > 0.0 { times(a.max(b) / a.min(b)) } else { "many times".to_owned() }
        ),
        _ => "Not even two of the wishes can be had: more people would have to be penalised than there are.".to_owned(),
    }
}

fn whole(it: f64) -> String {
    format!("{it:.0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reform_is_told_by_who_gains_and_who_loses() {
        let both = Changed { most: Some(("A", 0.2)), least: Some(("B", -0.1)) };
        assert!(gains_title(&both).contains("20") && gains_title(&both).contains("B lose"));
        assert!(gains_title(&Changed { most: None, least: None }).starts_with("For no group"));
    }

    #[test]
    fn nobody_gains_what_cannot_be_read() {
        let net = |low: f64, median: f64, high: f64| Summary { low, median, high, n: 20 };
        assert_eq!(gains_turn(0.194, 0.186, &net(0.001, 0.008, 0.02)), Turn::CannotTell, "19 % and 19 %");
        assert_eq!(gains_turn(0.01, 0.007, &net(0.001, 0.003, 0.02)), Turn::CannotTell, "of 100, none more");
        assert_eq!(gains_turn(0.25, 0.1, &net(0.1, 0.15, 0.2)), Turn::Better);
        assert_eq!(gains_turn(0.1, 0.25, &net(-0.2, -0.15, -0.1)), Turn::Worse);
        assert_eq!(gains_turn(0.25, 0.1, &Summary { n: 4, ..net(0.1, 0.15, 0.2) }), Turn::CannotTell);
        let alike = Unequal { more: Some(("A", 0.194)), less: Some(("B", 0.186)), all: 0.19, sure: true };
        assert!(groups_title(&alike).ends_with("in all groups alike"));
    }

    #[test]
    fn groups_without_people_are_named() {
        let told = |names: &[&str]| groups_absent(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        assert_eq!(told(&[]), None);
        assert!(told(&["Pupils"]).unwrap().starts_with("“Pupils” is a group of this scenario that has no people"));
        assert!(told(&["A", "B", "C"]).unwrap().starts_with("“A”, “B” and “C” are groups"));
    }

    #[test]
    fn equal_base_rates_make_everything_possible() {
        assert!(triangle_result(Some(0.2), Some(0.2)).starts_with("All three"));
        assert!(triangle_result(Some(0.3), Some(0.2)).contains("1.5 times"));
        assert!(triangle_result(None, Some(0.2)).starts_with("Not even"));
        assert!(triangle_title(Some(0.2), Some(0.2)).contains("all three"));
        assert!(triangle_title(Some(0.3), Some(0.2)).contains("30\u{202f}% against 20\u{202f}%"));
    }
}
