//! Everything that follows from a scenario, by names instead of places, and as a text that never changes its form.
//!
//! Two reports about documents whose parts stand in different order can be compared this way, and so can the engine's
//! report and the one of [`super::naive`], which has no places at all.

use std::collections::BTreeMap;
use std::fmt;

use social_credit_lab::engine::Points;
use social_credit_lab::engine::case::{Basis, End, Entry, Life as EngineLife, Report, Step, Verdict};
use social_credit_lab::scenario::{Lowered, Outcome, Scenario, evaluate};

/// What a band is called where there are none.
pub const NO_BAND: &str = "-";

/// Everything that follows from a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The lives by the id of their subject.
    pub lives: BTreeMap<String, Life>,
    /// What became of the events inside the scenario's days.
    pub events: BTreeMap<String, Fate>,
}

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Whether a source in use recorded it.
    pub recorded: bool,
    /// Rules and verdicts in rulebook order.
    pub offers: Vec<(String, &'static str)>,
}

/// The account of one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// The ledger.
    pub rows: Vec<Row>,
    /// Day, score and band wherever one of the latter changed.
    pub course: Vec<(String, Points, String)>,
    /// Rewards and penalties.
    pub spans: Vec<Span>,
}

/// A line of a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub day: String,
    pub entry: String,
    pub event: Option<String>,
    pub rule: Option<String>,
    pub nominal: Points,
    pub applied: Points,
    pub reductions: Vec<(&'static str, Points)>,
    pub score: (Points, Points),
    pub band: (String, String),
    pub ends: Option<String>,
    pub left: Points,
}

/// A reward or penalty from its first day to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub begin: String,
    pub consequence: String,
    pub end: Option<String>,
    pub cause: Option<usize>,
    pub ended_by: Option<usize>,
}

/// Computes a scenario with the engine.
#[track_caller]
pub fn of(scenario: &Scenario) -> Account {
    match evaluate(scenario) {
        Ok(outcome) => from_outcome(scenario, &outcome),
        Err(diagnostics) => panic!("the scenario is not valid: {diagnostics:#?}"),
    }
}

/// The engine's answer by names.
pub fn from_outcome(scenario: &Scenario, Outcome { lowered, report }: &Outcome) -> Account {
    from_report(scenario, lowered, report)
}

/// The engine's answer by names.
pub fn from_report(scenario: &Scenario, lowered: &Lowered, report: &Report) -> Account {
    let names = Names { scenario, lowered };
    let lives = report.lives.iter().enumerate().map(|(idx, life)| (names.subject(idx), names.life(life)));
    let events = report.events.iter().enumerate().map(|(idx, outcome)| {
        let offers = outcome.offers.iter().map(|it| (names.rule(it.rule), verdict(it.verdict)));
        (names.event(idx), Fate { recorded: outcome.recorded, offers: offers.collect() })
    });
    Account { lives: lives.collect(), events: events.collect() }
}

struct Names<'a> {
    scenario: &'a Scenario,
    lowered: &'a Lowered,
}

impl Names<'_> {
    fn subject(&self, idx: usize) -> String {
        self.scenario.cast[self.lowered.subjects[idx]].id.clone()
    }

    fn event(&self, idx: usize) -> String {
        self.scenario.events[self.lowered.events[idx]].id.clone()
    }

    fn rule(&self, idx: usize) -> String {
        self.scenario.rulebook.rules[idx].id.clone()
    }

    fn band(&self, idx: usize) -> String {
        self.scenario.rulebook.bands.iter().nth_back(idx).map_or(NO_BAND, |it| &it.id).to_owned()
    }

    fn life(&self, life: &EngineLife) -> Life {
        let rows = life.lines.iter().map(|line| Row {
            day: line.day.to_string(),
            entry: self.entry(line.entry),
            event: line.event.map(|it| self.event(it)),
            rule: line.rule.map(|it| self.rule(it)),
            nominal: line.nominal,
            applied: line.applied,
            reductions: line.reductions.iter().map(|it| (step(it.by), it.to)).collect(),
            score: line.score,
            band: (self.band(line.band.0), self.band(line.band.1)),
            ends: line.ends.map(|it| it.to_string()),
            left: line.left,
        });
        let course = life.course.iter().map(|it| (it.day.to_string(), it.score, self.band(it.band)));
        let spans = life.consequences.iter().map(|it| Span {
            begin: it.begin.to_string(),
            consequence: self.scenario.rulebook.consequences[it.consequence].id.clone(),
            end: it.end.map(|it| it.to_string()),
            cause: it.cause,
            ended_by: it.ended_by,
        });
        Life { rows: rows.collect(), course: course.collect(), spans: spans.collect() }
    }

    fn entry(&self, entry: Entry) -> String {
        let list = |idx: usize| &self.scenario.rulebook.lists[idx].id;
        match entry {
            Entry::Posted(Basis::Flat) => "posted".to_owned(),
            Entry::Posted(Basis::Units(units)) => format!("posted, {units} units"),
            Entry::Posted(Basis::Nth(nth)) => format!("posted, time {nth}"),
            Entry::Posted(Basis::All(nth)) => format!("posted, time {nth}, all"),
            Entry::Spilled { from, line } => format!("spilled over from {} #{line}", self.subject(from)),
            Entry::GivenBack { of, because } => format!("given back of #{of}: {}", end(because)),
            Entry::Faded => "faded".to_owned(),
            Entry::Ceiling { band, raised } => {
                format!("ceiling {}{}", self.band(band), if raised { ", raised" } else { "" })
            }
            Entry::CeilingEnded { of, because } => format!("end of ceiling #{of}: {}", end(because)),
            Entry::Listed { list: it } => format!("on {}", list(it)),
            Entry::ListingEnded { of, list: it, because } => format!("off {} #{of}: {}", list(it), end(because)),
        }
    }
}

const fn end(end: End) -> &'static str {
    match end {
        End::Term => "term",
        End::Correction => "correction",
        End::Delisting => "delisting",
    }
}

const fn step(step: Step) -> &'static str {
    match step {
        Step::RuleLimit => "rule limit",
        Step::EventCap => "event cap",
        Step::YearCap => "year cap",
        Step::NoCliff => "no cliff",
        Step::ScaleEnd => "scale end",
    }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Applied => "applied",
        Verdict::Off => "off",
        Verdict::NotReported => "not reported",
        Verdict::TestFailed => "test failed",
        Verdict::Dropped => "dropped",
    }
}

impl Account {
    /// The first place where two accounts differ.
    pub fn difference(&self, other: &Self) -> Option<String> {
        if self == other {
            return None;
        }
        let (left, right) = (self.to_string(), other.to_string());
        let mut life = "";
        let mut pairs = left.lines().zip(right.lines());
        let pair = pairs.find(|(left, right)| {
            life = if left.starts_with("  ") { life } else { left };
            left != right
        });
        let (left, right) = pair.unwrap_or(("(one is longer)", ""));
        Some(format!("in {life}\n left: {left}\nright: {right}"))
    }

    /// The account with intervals in an order that does not depend on the rulebook's.
    pub fn sorted(mut self) -> Self {
        for life in self.lives.values_mut() {
            life.spans.sort_by(|a, b| (&a.begin, &a.consequence).cmp(&(&b.begin, &b.consequence)));
        }
        self
    }
}

/// The text that golden files and hashes are made of.
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (id, life) in &self.lives {
            writeln!(f, "{id}\n{life}")?;
        }
        for (id, fate) in &self.events {
            write!(f, "{id}:")?;
            if !fate.recorded {
                write!(f, " not recorded")?;
            } else if fate.offers.is_empty() {
                write!(f, " no rule")?;
            }
            let offers: Vec<String> = fate.offers.iter().map(|(rule, verdict)| format!(" {rule} {verdict}")).collect();
            writeln!(f, "{}", offers.join(","))?;
        }
        Ok(())
    }
}

impl fmt::Display for Life {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (idx, row) in self.rows.iter().enumerate() {
            writeln!(f, "  #{idx} {row}")?;
        }
        let course: Vec<String> = self.course.iter().map(|it| format!("{} {} {}", it.0, it.1, it.2)).collect();
        writeln!(f, "  course: {}", course.join("; "))?;
        for it in &self.spans {
            let line = |it: Option<usize>| it.map_or(String::new(), |it| format!(" #{it}"));
            let end = it.end.as_deref().unwrap_or("…");
            writeln!(f, "  {}: {}{} to {end}{}", it.consequence, it.begin, line(it.cause), line(it.ended_by))?;
        }
        Ok(())
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.day, self.entry)?;
        for it in [&self.event, &self.rule].into_iter().flatten() {
            write!(f, " {it}")?;
        }
        if !self.nominal.is_zero() || !self.applied.is_zero() {
            write!(f, ": {}", self.nominal)?;
            for (by, to) in &self.reductions {
                write!(f, ", {by} {to}")?;
            }
            write!(f, " → {} = {}", self.applied, self.score.1)?;
        }
        write!(f, " {}", self.band.1)?;
        if let Some(day) = &self.ends {
            write!(f, ", ends {day}")?;
        }
        if !self.left.is_zero() {
            write!(f, ", {} left", self.left)?;
        }
        Ok(())
    }
}
