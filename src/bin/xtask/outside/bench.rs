//! `cargo xtask bench --native`: how fast many lives are, and how the time grows.
//!
//! Person-months are those of the whole model: acts, records right and wrong, rules, consequences, feedback, appeals and
//! the world without wrong records beside it. Each number is the median of several runs.

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use social_credit_lab::jobs::society::Lives;
use social_credit_lab::scenario::doc::Rule;
use social_credit_lab::scenario::{Scenario, bounds, evaluate};

use super::table::table;
use super::{be_fast, count, read, steps, write};
use crate::process::Outcome;
use crate::project::{Project, shown};

const PRESETS: [&str; 2] = ["popular-picture", "rongcheng-rules"];
const PEOPLE: [u32; 5] = [1_000, 3_000, 10_000, 30_000, 100_000];
const MONTHS: [u32; 4] = [12, 24, 60, 120];
/// How many times each rule stands in the rulebook.
const COPIES: [usize; 4] = [1, 2, 4, 8];
const RUNS: usize = 3;

/// One measurement.
struct Point {
    preset: &'static str,
    /// What grows.
    what: &'static str,
    /// How much of it there is.
    size: u64,
    months_lived: u64,
    seconds: f64,
}

/// Measures, prints a table, and writes a CSV and a plot to the target folder.
pub fn command(project: &Project) -> Outcome {
    be_fast(project, "bench", &["--native".to_owned()])?;
    let mut points = Vec::new();
    for preset in PRESETS {
        let scenario = read(&format!("preset:{preset}"))?;
        let sized = |people, months| {
            let mut it = scenario.clone();
            it.society.people = Some(people);
            it.society.months = Some(months);
            it
        };
        for people in PEOPLE {
            points.push(measured(preset, "people", u64::from(people), &sized(people, 60), 1)?);
        }
        for months in MONTHS {
            points.push(measured(preset, "months", u64::from(months), &sized(10_000, months), 1)?);
        }
        for copies in COPIES {
            let copied = with_copies(&sized(10_000, 60), copies);
            if copied.rulebook.rules.len() <= bounds::RULES {
                points.push(measured(preset, "rules", copied.rulebook.rules.len() as u64, &copied, 1)?);
            }
        }
        let cores = count::cores();
        for threads in (1..=cores).filter(|it| it.is_power_of_two() || *it == cores) {
            points.push(measured(preset, "threads", threads as u64, &sized(100_000, 60), threads)?);
        }
    }
    println!("\nThe lives of presets, with their events once and more often:\n\n{}", steps::growth(&PRESETS)?);
    println!("\nMany lives, full model, {} cores:\n\n{}\n", count::cores(), rows(&points));
    let folder = project.target.join("bench");
    write(&folder.join("lives.csv"), &csv(&points))?;
    write(&folder.join("lives.svg"), &svg(&points))?;
    println!("{0}/lives.csv has the same as rows, {0}/lives.svg as a plot.", shown(project, &folder));
    Ok(())
}

/// Each rule several times, under names of their own.
fn with_copies(scenario: &Scenario, copies: usize) -> Scenario {
    let mut it = scenario.clone();
    for nth in 1..copies {
        let copy = |rule: &Arc<Rule>| Arc::new(Rule { id: format!("{}-{nth}", rule.id), ..Rule::clone(rule) });
        it.rulebook.rules.extend(scenario.rulebook.rules.iter().map(copy));
    }
    it
}

fn measured(
    preset: &'static str,
    what: &'static str,
    size: u64,
    scenario: &Scenario,
    threads: usize,
) -> Outcome<Point> {
    let told = |why: &str| format!("{preset} with {size} {what} {why}.");
    let outcome = evaluate(scenario).map_err(|_| told("cannot be computed"))?;
    let lives = Arc::new(Lives::of(scenario, &outcome).ok_or_else(|| told("has no society"))?);
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let results = count::replicates(&lives, &(0..1), threads);
            std::hint::black_box(results);
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let society = &lives.first;
    let months_lived = u64::from(society.people) * u64::from(society.months);
    eprintln!("{preset}, {what} {size}");
    Ok(Point { preset, what, size, months_lived, seconds: times.get(RUNS / 2).copied().unwrap_or_default() })
}

impl Point {
    fn millions_per_second(&self) -> f64 {
        self.months_lived as f64 / self.seconds.max(1e-9) / 1e6
    }
}

/// The first point of the same series.
fn first_of<'a>(points: &'a [Point], it: &'a Point) -> &'a Point {
    points.iter().find(|other| other.preset == it.preset && other.what == it.what).unwrap_or(it)
}

fn rows(points: &[Point]) -> String {
    let row = |it: &Point| {
        let first = first_of(points, it);
        vec![
            it.preset.to_owned(),
            it.what.to_owned(),
            it.size.to_string(),
            it.months_lived.to_string(),
            format!("{:.1}", it.seconds * 1e3),
            format!("{:.2}", it.millions_per_second()),
            format!("{:.2}", it.size as f64 / first.size.max(1) as f64),
            format!("{:.2}", it.seconds / first.seconds.max(1e-9)),
        ]
    };
    let heading = ["rulebook", "grows", "to", "person-months", "ms", "million a second", "size ×", "time ×"];
    table(&heading, &points.iter().map(row).collect::<Vec<_>>(), &[1])
}

fn csv(points: &[Point]) -> String {
    let mut text = "rulebook,grows,size,person_months,seconds\n".to_owned();
    for it in points {
        // Writing to a text cannot fail.
        writeln!(text, "{},{},{},{},{}", it.preset, it.what, it.size, it.months_lived, it.seconds).ok();
    }
    text
}

const PANEL: (f64, f64) = (300.0, 240.0);
const MARGIN: f64 = 48.0;

/// One panel for each thing that grows: time over size, both as multiples of the first, with the straight line of
/// growth in proportion.
fn svg(points: &[Point]) -> String {
    let mut series: Vec<&str> = Vec::new();
    points.iter().for_each(|it| {
        if !series.contains(&it.what) {
            series.push(it.what);
        }
    });
    let (width, height) = (PANEL.0 + MARGIN, PANEL.1 + MARGIN);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
        width * series.len() as f64 + MARGIN,
        height + MARGIN
    );
    for (nth, what) in series.iter().enumerate() {
        panel(&mut text, points, what, MARGIN + nth as f64 * width);
    }
    text.push_str("</svg>\n");
    text
}

#[expect(clippy::disallowed_methods, reason = "positions in a picture of times, which are others each time anyway")]
fn panel(text: &mut String, points: &[Point], what: &str, left: f64) {
    let of = |preset: &str| -> Vec<(f64, f64)> {
        let own = points.iter().filter(|it| it.what == what && it.preset == preset);
        own.map(|it| {
            let first = first_of(points, it);
            (it.size as f64 / first.size.max(1) as f64, it.seconds / first.seconds.max(1e-9))
        })
        .collect()
    };
    let all: Vec<(f64, f64)> = PRESETS.iter().flat_map(|it| of(it)).collect();
    let most = all.iter().fold(1.0_f64, |most, it| most.max(it.0).max(it.1));
    // Both axes by their orders of magnitude, so that small sizes can be seen beside large ones.
    let scaled = |it: f64| (it.max(1.0 / most)).ln() / most.ln().max(1e-9);
    let lowest = all.iter().fold(0.0_f64, |lowest, it| lowest.min(scaled(it.1)));
    let x = |it: f64| left + scaled(it) * PANEL.0;
    let y = |it: f64| MARGIN + PANEL.1 * (1.0 - (scaled(it) - lowest) / (1.0 - lowest));
    let mut line = |class: &str, row: &[(f64, f64)]| {
        let path: Vec<String> = row.iter().map(|it| format!("{:.1},{:.1}", x(it.0), y(it.1))).collect();
        writeln!(text, "<polyline points=\"{}\" fill=\"none\" {class}/>", path.join(" ")).ok();
    };
    line("stroke=\"#999\" stroke-dasharray=\"4 4\"", &[(1.0, 1.0), (most, most)]);
    line("stroke=\"#1f4e79\" stroke-width=\"2\"", &of(PRESETS[0]));
    line("stroke=\"#b3541e\" stroke-width=\"2\" stroke-dasharray=\"8 3\"", &of(PRESETS[1]));
    let mut word = |at: (f64, f64), words: &str| {
        writeln!(text, "<text x=\"{:.1}\" y=\"{:.1}\">{words}</text>", at.0, at.1).ok();
    };
    word((left, 20.0), &format!("time over {what}, as multiples of the smallest (up to {most:.0})"));
    word((left, 36.0), "blue: popular-picture; orange, dashed: rongcheng-rules; grey: in proportion");
}
