//! `cargo xtask simulate`: what becomes of many people under the rulebook of a scenario.
//!
//! The CSV has one row for each replicate, regime, measure and group, in this order. It begins with a heading only if it
//! begins with replicate 0, so that the files of shards (0..10, 10..20, …), put behind each other, are the file of all.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use social_credit_lab::engine::society::measures::{Measure, Unit, Verdict, Who, difference, summarise};
use social_credit_lab::engine::society::{Society, Tally};
use social_credit_lab::jobs::society::plan::{MOST_BYTES, memory};
use social_credit_lab::jobs::society::{Lives, Results, replicates};
use social_credit_lab::scenario::society::town;
use social_credit_lab::scenario::typed::{Takes, read_number};

use super::table::table;
use super::{be_fast, computed, count, read, warn, write};
use crate::process::Outcome;
use crate::project::Project;

const HEADING: &str = "replicate,regime,measure,who,value\n";

/// What is asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
    file: String,
    replicates: Option<Range<u32>>,
    people: Option<u32>,
    months: Option<u32>,
    csv: Option<PathBuf>,
    reform: bool,
}

/// Counts, prints a summary, and writes the CSV.
pub fn command(project: &Project, args: &[String]) -> Outcome {
    let asked = options(args)?;
    let mut scenario = read(&asked.file)?;
    scenario.society.people = asked.people.or(scenario.society.people);
    scenario.society.months = asked.months.or(scenario.society.months);
    if let Some(range) = &asked.replicates {
        scenario.society.replicates = Some(range.end - range.start);
    }
    if !asked.reform {
        scenario.society.reform.clear();
    } else if scenario.society.reform.is_empty() {
        return Err(format!(
            "{} has no reform to compare with: its society names none under `reform`. Choose one on the page \
             and save the file, or leave out `--reform`.",
            asked.file
        ));
    }
    let outcome = computed(&asked.file, &scenario)?;
    let lives = Arc::new(
        Lives::of(&scenario, &outcome).ok_or_else(|| format!("{} has no society that could live.", asked.file))?,
    );
    let range = asked.replicates.clone().unwrap_or(0..replicates(&scenario));
    let bytes = memory(&lives, range.end - range.start, count::cores() as u32);
    if bytes > MOST_BYTES {
        return Err(format!(
            "That would take about {} MB of memory; {} MB is the most. Ask for fewer replicates at a time: \
             `--replicates 0..10`, then `--replicates 10..20`, and put the CSV files behind each other.",
            bytes / 1_000_000,
            MOST_BYTES / 1_000_000
        ));
    }
    be_fast(project, "simulate", args)?;
    warn(&asked.file, &outcome);
    let results = count::replicates(&lives, &range, count::cores());
    if let Some(path) = &asked.csv {
        write(path, &csv(&results, range.start))?;
    }
    let society = &results.society;
    println!(
        "{}\n{}, {}, replicates {}..{}: median of the replicates (5–95 %)\n\n{}",
        scenario.title,
        counted(society.people, "person", "people"),
        counted(society.months, "month", "months"),
        range.start,
        range.end,
        summary(&results)
    );
    if let Some(path) = &asked.csv {
        println!("\nAll measures by group and district are in {}.", path.display());
    }
    Ok(())
}

/// "1 person", "2 people".
fn counted(n: u32, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn options(args: &[String]) -> Outcome<Asked> {
    let mut asked = Asked::default();
    let mut files = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut value = |what: &str| args.next().cloned().ok_or_else(|| format!("`{arg}` needs {what}."));
        match arg.as_str() {
            "--replicates" => {
                let text = value("a range such as 0..20")?;
                let range =
                    range(&text).ok_or_else(|| format!("`--replicates` needs A..B with A < B, not `{text}`."))?;
                asked.replicates = Some(range);
            }
            "--people" => asked.people = Some(number(arg, &value("a number")?)?),
            "--months" => asked.months = Some(number(arg, &value("a number")?)?),
            "--csv" => asked.csv = Some(PathBuf::from(value("the name of a file")?)),
            "--reform" => asked.reform = true,
            unknown if unknown.starts_with("--") => return Err(format!("`simulate` does not know `{unknown}`.")),
            file => files.push(file.to_owned()),
        }
    }
    match files.as_slice() {
        [file] => Ok(Asked { file: file.clone(), ..asked }),
        _ => Err("`simulate` needs one FILE: a scenario as JSON, or preset:ID.".to_owned()),
    }
}

fn number(option: &str, text: &str) -> Outcome<u32> {
    let read = read_number(text, Takes::whole(0, i64::from(u32::MAX))).value();
    let number = read.and_then(|it| u32::try_from(it.thousandths() / 1000).ok());
    number.ok_or_else(|| format!("`{option}` needs a whole number, not `{text}`."))
}

/// `3..7`, or `7` for `0..7`.
fn range(text: &str) -> Option<Range<u32>> {
    let (from, to) = text.split_once("..").unwrap_or(("0", text));
    let range = from.parse().ok()?..to.parse().ok()?;
    (range.start < range.end).then_some(range)
}

/// Under the rulebook, and under the reform if there is one.
fn regimes(results: &Results) -> Vec<(&'static str, &Society, &[Tally])> {
    let second = results.reform.as_ref().map(|it| ("reform", &**it, results.second.as_slice()));
    [("rulebook", &*results.society, results.first.as_slice())].into_iter().chain(second).collect()
}

fn csv(results: &Results, first: u32) -> String {
    let mut text = if first == 0 { HEADING.to_owned() } else { String::new() };
    let everybody = Who::every(&results.society);
    for at in 0..results.first.len() {
        for (regime, society, tallies) in regimes(results) {
            let Some(tally) = tallies.get(at) else { continue };
            for measure in Measure::ALL {
                for who in &everybody {
                    let value = measure.value(society, tally, *who).map(|it| it.to_string()).unwrap_or_default();
                    let (replicate, measure, who) = (first as usize + at, measure.id(), name(*who));
                    // Writing to a text cannot fail.
                    writeln!(text, "{replicate},{regime},{measure},{who},{value}").ok();
                }
            }
        }
    }
    text
}

/// The ids of the town, so that rows can be told apart by other programs.
fn name(who: Who) -> String {
    let group = |it: usize| town().groups.get(it).map_or_else(|| it.to_string(), |it| it.id.clone());
    let district = |it: usize| town().districts.get(it).map_or_else(|| it.to_string(), |it| it.id.clone());
    match who {
        Who::All => "all".to_owned(),
        Who::Group(it) => format!("group:{}", group(it)),
        Who::District(it) => format!("district:{}", district(it)),
        Who::Cell { group: of, district: at } => format!("group:{}+district:{}", group(of), district(at)),
    }
}

fn summary(results: &Results) -> String {
    let values = |society: &Society, tallies: &[Tally], measure: Measure| -> Vec<Option<f64>> {
        tallies.iter().map(|it| measure.value(society, it, Who::All)).collect()
    };
    let shown = |values: &[Option<f64>], unit: Unit| {
        let known: Vec<f64> = values.iter().flatten().copied().collect();
        summarise(&known).map_or_else(
            || "–".to_owned(),
            |it| {
                format!("{} ({} to {})", number_in(it.median, unit), number_in(it.low, unit), number_in(it.high, unit))
            },
        )
    };
    let rows = Measure::ALL.into_iter().map(|measure| {
        let unit = measure.unit();
        let mut row = vec![measure.id().to_owned(), name_of(unit).to_owned()];
        let all: Vec<_> = regimes(results).iter().map(|it| values(it.1, it.2, measure)).collect();
        row.extend(all.iter().map(|it| shown(it, unit)));
        if let ([before, after], Some(reform)) = (all.as_slice(), &results.reform) {
            let pairs = before.iter().zip(after).filter_map(|(a, b)| a.zip(*b));
            let (before, after): (Vec<f64>, Vec<f64>) = pairs.unzip();
            let comparable = measure.is_comparable(&results.society, reform) && !before.is_empty();
            row.push(told_of(comparable.then(|| difference(&before, &after).verdict)).to_owned());
        }
        row
    });
    let rows: Vec<Vec<String>> = rows.collect();
    if results.reform.is_some() {
        table(&["measure", "in", "rulebook", "reform", "under the reform"], &rows, &[1, 4])
    } else {
        table(&["measure", "in", "rulebook"], &rows, &[1])
    }
}

const fn told_of(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Higher) => "higher",
        Some(Verdict::Lower) => "lower",
        Some(Verdict::CannotTell) => "cannot tell",
        None => "–",
    }
}

const fn name_of(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => "%",
        Unit::Gap => "% points",
        Unit::Index => "0 to 1",
        Unit::Points => "points",
        Unit::Months => "months",
        Unit::PerPerson => "per person",
        Unit::PerThousand => "per 1,000",
        Unit::PerThousandYears => "per 1,000 a year",
    }
}

fn number_in(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Share | Unit::Gap => format!("{:.1}", value * 100.0),
        Unit::Index => format!("{value:.3}"),
        Unit::Points | Unit::Months | Unit::PerThousand | Unit::PerThousandYears => format!("{value:.1}"),
        Unit::PerPerson => format!("{value:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Outcome<Asked> {
        options(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_come_in_any_order() {
        let all = asked("--people 5_000 a.json --replicates 3..7 --reform --months 24 --csv out.csv").unwrap();
        let expected = Asked {
            file: "a.json".to_owned(),
            replicates: Some(3..7),
            people: Some(5_000),
            months: Some(24),
            csv: Some("out.csv".into()),
            reform: true,
        };
        assert_eq!(all, expected);
        assert_eq!(asked("a.json --replicates 7").unwrap().replicates, Some(0..7));
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        for (text, word) in [
            ("", "FILE"),
            ("a b", "FILE"),
            ("a --replicates 7..7", "A < B"),
            ("a --replicates x", "A < B"),
            ("a --people many", "whole number"),
            ("a --people", "needs a number"),
            ("a --fast", "--fast"),
        ] {
            let message = asked(text).unwrap_err();
            assert!(message.contains(word), "{text}: {message}");
        }
    }
}
