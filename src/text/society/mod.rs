//! Many lives under one rulebook.

mod charts;
mod effects;
pub(super) mod measures;
pub(super) mod numbers;
mod price;
mod shelf;
mod stories;
pub mod sweeps;
mod town;

use super::texts;
use crate::engine::Day;
use crate::engine::society::measures::Measure;
pub use charts::{Changed, Fair, SocietyCharts};
pub use effects::SocietyEffects;
pub use price::SocietyPrice;
pub use shelf::{SocietyShelf, reform};
pub use stories::{SocietyStories, Story};
pub use sweeps::SocietySweeps;
pub use town::{PersonWords, SocietyTown, Unequal};

/// How far a count has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Repeats are still missing.
    Going,
    /// The reader stopped it after so many repeats.
    Stopped(usize),
    /// All repeats are done.
    Done,
}

/// A finding, once it can be told: as long as repeats are missing, it may still turn.
fn told(counting: Counting, finding: String) -> String {
    match counting {
        Counting::Going => "Still counting. What it shows is told when all repeats are done.".to_owned(),
        Counting::Stopped(1) => format!("After one repeat: {finding}"),
        Counting::Stopped(n) => format!("After {n} repeats: {finding}"),
        Counting::Done => finding,
    }
}

texts! {
    /// The Society page: its frame and its controls.
    Society {
        title = "Society",
        lede = "The same rules for thousands of fictional people. Who wins, who loses, and what changes if one safeguard is added?",
        not_title = "What this model is not",
        not_lead = "Nobody here exists, and nothing here is a forecast.",
        not: [&'static str; 5] = [
            "It is not China, and not any other country. The town, its groups and its habits are made up for teaching.",
            "Most numbers are modelling choices. Each stands on a card below, with its range and its source, and can be changed.",
            "It shows what a rule does if the assumptions hold. It does not show that they hold.",
            "People here have rates and luck. They do not think, argue, vote or move away.",
            "Groups differ in how they live and how they are seen, never in worth. Set two groups alike on the cards, and see what is left.",
        ],
        settings = "The run and the reform",
        controls = "The run",
        people = "People",
        months = "Months",
        replicates = "Repeats",
        replicates_hint = "Each repeat is the same town with another luck. Intervals come from these.",
        seed = "Seed",
        working: fn(u64, u64) -> String = |done, of| format!("Living through it: {} %", done * 100 / of.max(1)),
        told: fn(Counting, String) -> String = told,
        done: fn(usize) -> String = |n| match n {
            1 => "1 repeat is done. One repeat has no interval.".to_owned(),
            n => format!("{n} repeats are done."),
        },
        stopped = "Stopped. What is shown is what was done so far.",
        stop = "Stop",
        again = "Go on",
        loading = "Living through the first repeat…",
        stale = "The rulebook has an error. What is shown is what followed from the last one that made sense.",
        refused_title = "This scenario has no town to live in",
        refused = "The rulebook cannot be computed for many lives. Open the lab and look for the messages there.",
        too_large_title = "This run is too large for a page",
        too_large: fn(u64) -> String = |bytes| format!("Its counts would take about {} MB of memory. Choose fewer months or fewer repeats.", bytes / 1_000_000),
        to_lab = "Open the lab",
        table = "Table",
        interval: fn(f64, f64) -> String = |low, high| format!("5–95 %: {} to {}", numbers::share(low), numbers::share(high)),
        between: fn(&str, &str) -> String = |low, high| format!("5–95 %: {low} to {high}"),
        interval_note = "The line on each bar is where 90 of 100 repeats lie.",
        share: fn(f64) -> String = numbers::share,
        signed_share: fn(f64) -> String = numbers::signed_share,
        measure: fn(Measure) -> &'static str = measures::measure,
        value: fn(Measure, f64) -> String = measures::value,
        figure: fn(Measure, f64) -> String = measures::figure,
        unit: fn(Measure) -> &'static str = measures::unit,
        number: fn(f64) -> String = numbers::number,
        count: fn(u64) -> String = numbers::count,
        month: fn(Day, u32) -> String = |first, month| super::common::month(first.plus_months(month)),
        town: SocietyTown = SocietyTown::ENGLISH,
        charts: SocietyCharts = SocietyCharts::ENGLISH,
        effects: SocietyEffects = SocietyEffects::ENGLISH,
        price: SocietyPrice = SocietyPrice::ENGLISH,
        shelf: SocietyShelf = SocietyShelf::ENGLISH,
        stories: SocietyStories = SocietyStories::ENGLISH,
        sweeps: SocietySweeps = SocietySweeps::ENGLISH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::society::measures::Verdict;
    use crate::jobs::sweep::prices::Turn;

    /// What reads the same is what prints the same.
    #[test]
    fn figures_that_print_the_same_are_neither_better_nor_worse() {
        for measure in Measure::ALL {
            let values: Vec<f64> = (-300..=300).map(|it| f64::from(it) * 0.000_37 + 0.0007).collect();
            let large: Vec<f64> = values.iter().map(|it| it * 1800.0).collect();
            for pair in values.windows(2).chain(large.windows(2)) {
                let prints_same = measures::figure(measure, pair[0]) == measures::figure(measure, pair[1]);
                assert_eq!(measure.reads_same(pair[0], pair[1]), prints_same, "{measure:?} {pair:?}");
                for verdict in [Verdict::Higher, Verdict::Lower] {
                    let turn = Turn::of(measure, verdict, pair[0], pair[1]);
                    assert!(!prints_same || turn == Turn::CannotTell, "{measure:?} {pair:?}");
                }
            }
        }
        assert_eq!(Turn::of(Measure::FalsePositives, Verdict::Lower, 0.194, 0.186), Turn::CannotTell, "19 % → 19 %");
        assert_eq!(Turn::of(Measure::FalsePositives, Verdict::Lower, 0.194, 0.184), Turn::Better);
    }

    #[test]
    fn a_finding_is_told_when_all_repeats_are_done() {
        let finding = || "A are 2.0 times as often penalised as B".to_owned();
        assert!(told(Counting::Going, finding()).starts_with("Still counting"));
        assert_eq!(told(Counting::Stopped(3), finding()), format!("After 3 repeats: {}", finding()));
        assert_eq!(told(Counting::Done, finding()), finding());
    }
}
