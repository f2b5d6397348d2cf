//! Sweeps: one number, all numbers, two numbers; their findings, their tables and their files.

use super::numbers::{count, counted};
use super::{measures, price};
use crate::engine::Points;
use crate::engine::society::measures::{Difference, Measure, Summary, Verdict};
use crate::jobs::sweep::plan::{Axis, Plan};
use crate::jobs::sweep::swept::{Bar, Swept};
use crate::scenario::society::{dial, town};
use crate::text::common::points;
use crate::text::csv::Sheet;
use crate::text::texts;

texts! {
    /// Sweeps over the assumptions.
    SocietySweeps {
        title = "Sweeps",
        lead = "Every number of the town is an assumption. Turn one, all or two of them, and see what follows from your choice and what holds whatever you choose.",
        tabs: [&'static str; 3] = ["One number", "All numbers", "Two numbers"],
        about: [&'static str; 3] = [
            "One number is turned over a range, all others stay as they are.",
            "Each number is turned down and up, one at a time, all others stay as they are. The longest bar is the number that matters most.",
            "Two numbers are turned together, each over its usual range.",
        ],
        dial = "Number",
        across = "Number across",
        down = "Number down",
        same = "Choose two different numbers.",
        from = "From",
        to = "To",
        range: fn(i32, i32, &str) -> String = |low, high, unit| format!("{} to {} {unit}", whole(low), whole(high)),
        steps = "Steps",
        grid = "Steps each way",
        section = "Which numbers",
        sections_all = "All",
        span = "Turn each",
        spans: [&'static str; 2] = ["to half and to double", "over its whole range"],
        measure = "What is counted",
        who = "Of whom",
        rules = "Rules",
        rules_of: [&'static str; 2] = ["as they are", "with the reform"],
        replicates = "Repeats",
        people = "People at most",
        start = "Start",
        stop = "Stop",
        points_of: fn(usize, u32, u32) -> String = |points, replicates, people| format!(
            "{} of {}, each {replicates} times.", counted(points as u64, "town", "towns"), counted(u64::from(people), "person", "people")),
        choices = "How far numbers are turned, and that a sweep has 2000 people unless you choose more, are modelling choices. A town is smaller here so that there is an answer soon.",
        working: fn(usize, usize) -> String = |done, of| format!("{} of {} towns are done.", count(done as u64), count(of as u64)),
        done: fn(usize) -> String = |of| format!("All {} towns are done.", count(of as u64)),
        stopped: fn(usize, usize) -> String = |done, of| format!(
            "Stopped after {} of {} towns. What is shown is what was done.", count(done as u64), count(of as u64)),
        nothing: fn(&str) -> String = |start| format!("Nothing is computed yet. Press “{start}”."),
        stale = "The rules or the town have been changed since. Start again to see what follows now.",
        no_values = "This measure has no value here.",
        summary: fn(&Swept, &str) -> String = summary,
        finding: fn(&Swept, Measure) -> String = finding,
        dial_name: fn(&str) -> String = name_of,
        at: fn(&str, i32) -> String = with_unit,
        plain: fn(i32) -> String = whole,
        now = "now",
        line_point: fn(&str, i32, Measure, &Summary) -> String = |id, value, measure, it| format!(
            "{}: {} ({} to {})", with_unit(id, value), measures::value(measure, it.median),
            measures::value(measure, it.low), measures::value(measure, it.high)),
        bar_ends: fn(&str, i32, i32) -> String = |id, low, high| format!("{} → {}", whole(low), with_unit(id, high)),
        bar_values: fn(Measure, &Bar) -> String = |measure, it| format!(
            "{} → {}", measures::value(measure, it.low.median), measures::value(measure, it.high.median)),
        verdict: fn(&Difference) -> &'static str = verdict,
        bars_key = "▼ turned down, ▲ turned up, the line in the middle is the town as it is. Hatched: luck alone could do as much.",
        few_repeats: fn(u32) -> Option<String> = |repeats| (repeats < 10).then(|| format!(
            "With {repeats} repeats, luck alone would make about one in sixteen comparisons look sure. Choose 10 or more to be surer.")),
        bars_rest: fn(usize) -> String = |n| format!("{} more numbers are in the table.", count(n as u64)),
        missing = "–",
        table = "Table",
        save = "Save as CSV",
        save_semicolon = "CSV with ; and decimal comma",
        saved = "The file is saved.",
        file: fn(&Swept, Measure) -> String = |it, measure| match it.plan {
            Plan::Switches(_) => "safeguards.csv".to_owned(),
            _ => format!("sweep-{}.csv", measure.id()),
        },
        everybody = "everybody",
    }
}

/// A sweep as a table: what stands over the columns, and the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SweepTable {
    /// Over the columns.
    pub heads: Vec<String>,
    /// The rows, each beginning with its name.
    pub rows: Vec<Vec<String>>,
}

/// A whole number as people read it.
fn whole(it: i32) -> String {
    points(Points::whole(i64::from(it)))
}

fn name_of(id: &str) -> String {
    dial(id).map(|it| it.name.clone()).unwrap_or_default()
}

fn with_unit(id: &str, value: i32) -> String {
    match dial(id).map_or("", |it| it.unit) {
        "" => whole(value),
        unit => format!("{} {unit}", whole(value)),
    }
}

/// Whether it is the same in every repeat.
fn is_nothing(it: &Difference) -> bool {
    it.low == 0.0 && it.high == 0.0
}

fn verdict(it: &Difference) -> &'static str {
    match it.verdict {
        Verdict::Higher => "higher",
        Verdict::Lower => "lower",
        Verdict::CannotTell if is_nothing(it) => "no difference",
        Verdict::CannotTell => "cannot tell",
    }
}

fn summary(it: &Swept, whom: &str) -> String {
    let shown = match it.plan {
        Plan::One(_) => "The line is the median, the band is where 90 of 100 repeats lie",
        Plan::All(_) => "Medians; a difference is told only where the repeats agree on its direction",
        Plan::Two(..) => "Medians; the darker a cell, the higher",
        Plan::Switches(_) => "Medians; better and worse are told only where the repeats agree",
    };
    let rules = match (&it.plan, it.setting.reform) {
        (Plan::Switches(_), _) => "the rules with the reform, once whole and once without each safeguard",
        (_, true) => "the rules with the reform",
        (_, false) => "the rules as they are",
    };
    format!(
        "{}, {}, {} repeats, of {whom}. Each town has the same luck, under {rules}. {shown}.",
        counted(u64::from(it.setting.people), "person", "people"),
        counted(u64::from(it.months), "month", "months"),
        it.setting.replicates
    )
}

fn finding(it: &Swept, measure: Measure) -> String {
    let named = measures::measure(measure);
    let found = match &it.plan {
        Plan::One(axis) => one(it, axis, measure),
        Plan::All(ends) => {
            let bars = it.bars(measure);
            bars.first().map(|bar| match (bar.difference.verdict, ends.get(bar.dial)) {
                (Verdict::CannotTell, _) | (_, None) if bars.iter().all(|it| is_nothing(&it.difference)) => {
                    format!("None of these numbers makes a difference to “{named}”")
                }
                (Verdict::CannotTell, _) | (_, None) => {
                    format!("None of these numbers moves “{named}” more than luck does")
                }
                _ if measure.reads_same(bar.low.median, bar.high.median) => {
                    format!("None of these numbers moves “{named}” by as much as can be seen here")
                }
                (_, Some(dial)) => format!(
                    "“{}” moves “{named}” most: from {} to {}",
                    name_of(&dial.dial),
                    measures::value(measure, bar.low.median),
                    measures::value(measure, bar.high.median)
                ),
            })
        }
        Plan::Two(across, down) => two(it, (across, down), measure),
        Plan::Switches(_) => Some(price::finding(it)),
    };
    let found = found.unwrap_or_else(|| named.to_owned());
    // As long as towns are missing, what was found may still turn.
    if it.done() < it.len() {
        format!("So far, {} of {} towns are lived through. {found}", it.done(), it.len())
    } else {
        found
    }
}

fn one(it: &Swept, axis: &Axis, measure: Measure) -> Option<String> {
    let done: Vec<usize> = (0..it.len()).filter(|at| it.summary(*at, measure).is_some()).collect();
    let (first, last) = (*done.first()?, *done.last()?);
    let (from, to) = (*axis.values.get(first)?, *axis.values.get(last)?);
    let (low, high) = (it.summary(first, measure)?, it.summary(last, measure)?);
    let named = measures::measure(measure);
    let dial = name_of(&axis.dial);
    let range = format!("Between {} and {}", whole(from), with_unit(&axis.dial, to));
    let difference = it.between(first, last, measure)?;
    let verb = match difference.verdict {
        Verdict::Higher | Verdict::Lower if measure.reads_same(low.median, high.median) => {
            let value = measures::value(measure, high.median);
            return Some(format!("{range}, “{dial}” hardly moves “{named}”: it stays at {value}"));
        }
        Verdict::Higher => "rises",
        Verdict::Lower => "falls",
        Verdict::CannotTell if is_nothing(&difference) => {
            return Some(format!("{range}, “{dial}” makes no difference to “{named}”"));
        }
        Verdict::CannotTell => {
            return Some(format!("{range}, it cannot be told whether “{dial}” moves “{named}”"));
        }
    };
    Some(format!(
        "“{named}” {verb} from {} to {} as “{}” goes from {} to {}",
        measures::value(measure, low.median),
        measures::value(measure, high.median),
        dial,
        whole(from),
        with_unit(&axis.dial, to)
    ))
}

fn two(it: &Swept, (across, down): (&Axis, &Axis), measure: Measure) -> Option<String> {
    let cells = (0..it.len()).filter_map(|at| Some((at, it.summary(at, measure)?.median)));
    let cells: Vec<(usize, f64)> = cells.collect();
    let low = cells.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let high = cells.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let named = measures::measure(measure);
    let difference = it.between(low.0, high.0, measure)?;
    if is_nothing(&difference) {
        return Some(format!("In all of these towns, “{named}” is the same"));
    }
    if difference.verdict == Verdict::CannotTell {
        return Some(format!("Between these towns, it cannot be told whether “{named}” changes"));
    }
    if measure.reads_same(low.1, high.1) {
        return Some(format!(
            "In all of these towns, “{named}” is nearly the same: {}",
            measures::value(measure, low.1)
        ));
    }
    let place = |at: usize| {
        let n = across.values.len().max(1);
        let (x, y) = (across.values.get(at % n).copied()?, down.values.get(at / n).copied()?);
        let both = [(across, x), (down, y)].map(|(it, value)| format!("“{}” {}", name_of(&it.dial), whole(value)));
        Some(both.join(", "))
    };
    Some(format!(
        "“{named}” is lowest, {}, with {}, and highest, {}, with {}",
        measures::value(measure, low.1),
        place(low.0)?,
        measures::value(measure, high.1),
        place(high.0)?
    ))
}

/// The sweep as people read it.
pub fn table(it: &Swept, measure: Measure) -> SweepTable {
    rows(it, measure, &|of, value| value.map_or("–".to_owned(), |it| measures::value(of, it)), &whole)
}

/// The sweep for a spreadsheet: plain numbers, and what they are of in front.
pub fn sheet(it: &Swept, measure: Measure) -> Sheet {
    let SweepTable { heads, rows } =
        rows(it, measure, &|_, value| value.map(|it| it.to_string()).unwrap_or_default(), &|it| it.to_string());
    let group = it.setting.group.and_then(|it| town().groups.get(it));
    let all = [
        ("measure", measure.id().to_owned()),
        ("group", group.map_or("all", |it| it.id.as_str()).to_owned()),
        ("rules", if it.setting.reform { "reform" } else { "present" }.to_owned()),
        ("people", it.setting.people.to_string()),
        ("months", it.months.to_string()),
        ("repeats", it.setting.replicates.to_string()),
    ];
    // Safeguards have measures of their own in each row.
    let fixed = if matches!(it.plan, Plan::Switches(_)) { &all[1..] } else { &all[..] };
    let heads = fixed.iter().map(|it| it.0.to_owned()).chain(heads).collect();
    let rows = rows.into_iter().map(|row| fixed.iter().map(|it| it.1.clone()).chain(row).collect::<Vec<_>>());
    Sheet { rows: std::iter::once(heads).chain(rows).collect() }
}

fn rows(
    it: &Swept,
    measure: Measure,
    value: &dyn Fn(Measure, Option<f64>) -> String,
    number: &dyn Fn(i32) -> String,
) -> SweepTable {
    let each = value;
    let value = |it: Option<f64>| each(measure, it);
    let ends = |of: Option<Summary>| {
        let show = |read: fn(&Summary) -> f64| value(of.as_ref().map(read));
        [show(|it| it.median), show(|it| it.low), show(|it| it.high)]
    };
    let figures = ["Median", "5 %", "95 %"];
    match &it.plan {
        Plan::Switches(_) => price::table(it, &|of, value| each(of, Some(value))),
        Plan::One(axis) => SweepTable {
            heads: [name_of(&axis.dial)].into_iter().chain(figures.map(str::to_owned)).collect(),
            rows: (axis.values.iter().enumerate())
                .map(|(at, of)| std::iter::once(number(*of)).chain(ends(it.summary(at, measure))).collect())
                .collect(),
        },
        Plan::Two(across, down) => {
            let n = across.values.len().max(1);
            let row = |at: usize| {
                let (x, y) = (across.values.get(at % n)?, down.values.get(at / n)?);
                Some([number(*x), number(*y)].into_iter().chain(ends(it.summary(at, measure))).collect())
            };
            let names = [name_of(&across.dial), name_of(&down.dial)];
            SweepTable {
                heads: names.into_iter().chain(figures.map(str::to_owned)).collect(),
                rows: (0..it.len()).filter_map(row).collect(),
            }
        }
        Plan::All(all) => {
            let row = |bar: Bar| {
                let dial = all.get(bar.dial)?;
                let of = bar.difference;
                let figures = [bar.low.median, bar.high.median, of.median, of.low, of.high].map(|it| value(Some(it)));
                let [low, high, median, from, to] = figures;
                let turned = [name_of(&dial.dial), number(dial.low), number(dial.high)];
                // A direction is told only where the two numbers of the row differ.
                let is_small = low == high && of.verdict != Verdict::CannotTell;
                let told = if is_small { "hardly any difference" } else { verdict(&of) }.to_owned();
                Some(turned.into_iter().chain([low, high, median, from, to, told]).collect())
            };
            let heads = [
                "Number",
                "Turned down",
                "Turned up",
                "Median, turned down",
                "Median, turned up",
                "Difference",
                "Difference, 5 %",
                "Difference, 95 %",
                "Verdict",
            ];
            SweepTable {
                heads: heads.map(str::to_owned).to_vec(),
                rows: it.bars(measure).into_iter().filter_map(row).collect(),
            }
        }
    }
}
