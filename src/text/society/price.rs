//! What a reform brings and costs, as a whole and safeguard by safeguard.

use super::shelf::reform;
use super::{measures, sweeps::SweepTable};
use crate::engine::society::measures::{Measure, Verdict};
use crate::jobs::sweep::prices::{Moved, Price, Turn};
use crate::jobs::sweep::swept::Swept;
use crate::text::texts;

texts! {
    /// What a reform brings and costs.
    SocietyPrice {
        title: fn(usize, usize, usize) -> String = title,
        summary = "Everybody, under the rules as they are → with the whole reform: the same people, the same luck. Medians over the repeats.",
        better = "Got better",
        worse = "Got worse",
        same = "Cannot tell, or hardly any difference",
        nothing = "nothing that the repeats bear out",
        before = "Rules as they are",
        after = "With the reform",
        verdicts: [&'static str; 3] = ["better", "worse", "cannot tell"],
        unsure = "cannot tell",
        each_title = "What does each safeguard cost?",
        each_lead = "The town with the whole reform is set against the same town without just one of its safeguards. So each shows its own price: what gets better because of it, and what gets worse.",
        each_start = "What does each one cost?",
        each_none = "The rulebook has all of these safeguards already.",
        switch_better = "Better",
        switch_worse = "Worse",
        switch_more: fn(usize) -> String = |n| format!("and {n} more in the table"),
        switch_waits = "not computed yet",
        switch_key = "Without the safeguard → with it. Of all that got better or worse, what moved most for its size is shown. If two safeguards do the same, each looks free: without one, the other still does it. That a town has at most 2000 people here is a modelling choice.",
        note = "Better and worse are told only where at least 90 of 100 repeats agree and the numbers shown differ.",
    }
}

/// The finding about a whole reform: so many measures got better and worse, and of so many it cannot be told.
fn title(better: usize, worse: usize, unsure: usize) -> String {
    let of = better + worse + unsure;
    match (better, worse) {
        (0, 0) => format!("It cannot be told whether the reform makes any of {of} measures better or worse"),
        (0, worse) => format!("The reform makes {worse} of {of} measures worse and none better"),
        (better, 0) => format!("The reform makes {better} of {of} measures better and none worse"),
        (better, worse) => format!("The reform makes {better} of {of} measures better and {worse} worse"),
    }
}

/// The finding about safeguards one at a time.
pub(super) fn finding(it: &Swept) -> String {
    let prices = it.prices();
    let of = prices.len();
    let with = |turn: Turn| prices.iter().filter(|it| !it.turned(turn).is_empty()).count();
    match (prices.as_slice(), with(Turn::Better), with(Turn::Worse)) {
        ([], ..) => "The first safeguard is being left out".to_owned(),
        ([one], ..) => alone(one),
        (_, 0, 0) => format!("For none of {of} safeguards can it be told what it brings or costs by itself"),
        (_, better, 0) => {
            format!("Something gets better because of {better} of {of} safeguards, and nothing clearly worse")
        }
        (_, 0, worse) => {
            format!("Something gets worse because of {worse} of {of} safeguards, and nothing clearly better")
        }
        (_, better, worse) => format!(
            "Something gets better because of {better} of {of} safeguards, and something gets worse because of {worse}"
        ),
    }
}

fn alone(it: &Price) -> String {
    let name = reform(it.switch).0;
    let count = |turn| it.turned(turn).len();
    match (count(Turn::Better), count(Turn::Worse)) {
        (0, 0) => format!("It cannot be told what “{name}” brings or costs"),
        (better, worse) => format!("“{name}” makes {better} of {} measures better and {worse} worse", it.moved.len()),
    }
}

/// Safeguards one at a time as a table.
pub(super) fn table(it: &Swept, value: &dyn Fn(Measure, f64) -> String) -> SweepTable {
    let row = |switch: &str, it: &Moved| {
        let of = it.difference;
        let figures = [it.without.median, it.with.median, of.median, of.low, of.high].map(|at| value(it.measure, at));
        let [without, with, median, low, high] = figures;
        let told = match it.turn {
            Turn::Better => "better",
            Turn::Worse => "worse",
            Turn::CannotTell if of.low == 0.0 && of.high == 0.0 => "no difference",
            Turn::CannotTell if of.verdict != Verdict::CannotTell => "hardly any difference",
            Turn::CannotTell => "cannot tell",
        };
        let named = [switch, measures::measure(it.measure)].map(str::to_owned);
        named.into_iter().chain([without, with, median, low, high, told.to_owned()]).collect()
    };
    let heads = [
        "Safeguard",
        "What is counted",
        "Median, without it",
        "Median, with it",
        "Difference",
        "Difference, 5 %",
        "Difference, 95 %",
        "Verdict",
    ];
    let rows = it.prices().into_iter().flat_map(|it| {
        let name = reform(it.switch).0;
        it.moved.iter().map(|moved| row(name, moved)).collect::<Vec<_>>()
    });
    SweepTable { heads: heads.map(str::to_owned).to_vec(), rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reform_is_told_by_what_it_brings_and_costs() {
        assert!(title(0, 0, 16).starts_with("It cannot be told"));
        assert!(title(4, 0, 12).ends_with("4 of 16 measures better and none worse"));
        assert!(title(4, 2, 10).ends_with("4 of 16 measures better and 2 worse"));
    }
}
