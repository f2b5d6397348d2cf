//! The report: everything that follows from a scenario, as JSON for other programs.
//!
//! The format names itself. Points are decimal numbers, exact to a thousandth; days are ISO 8601; everything that has an
//! id in the document is named by it; ledger lines are named by their place, counted from 0. A line of a ledger that
//! refers to another (`of`) refers to the same subject's ledger, except for `spilled`, which names the giver's.

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::engine::case::{Basis, End, Entry, Interval, Life, Line, Reduction, Standing, Step, Verdict};
use crate::engine::model::BandIdx;
use crate::scenario::doc::Scenario;
use crate::scenario::{DayText, Decimal, Diagnostic, Outcome, Severity, evaluate, read};
use crate::text::Texts;

/// The name of the format.
pub const FORMAT: &str = "social-credit-lab/report";
/// The version of the format.
pub const VERSION: u32 = 1;

/// Computes a scenario given as JSON, and answers with a report as JSON.
///
/// A document that cannot be computed gives a report without subjects and events, with the errors among its
/// diagnostics: the answer is always a report.
pub fn report_from_json(scenario_json: &str, texts: &Texts) -> String {
    match read(scenario_json) {
        Err(diagnostic) => of_errors("", &[diagnostic], texts),
        Ok(scenario) => match evaluate(&scenario) {
            Err(diagnostics) => of_errors(&scenario.title, &diagnostics, texts),
            Ok(outcome) => of_outcome(&scenario, &outcome, texts),
        },
    }
}

/// The report on what is no document at all.
pub fn refusal(fault: &Diagnostic, texts: &Texts) -> String {
    of_errors("", std::slice::from_ref(fault), texts)
}

/// The report of a scenario that was computed.
fn of_outcome(scenario: &Scenario, outcome: &Outcome, texts: &Texts) -> String {
    let names = &Names { scenario, outcome };
    // In the order of the document, not of the engine.
    let mut lives: Vec<(usize, &Life)> = outcome.lowered.subjects.iter().copied().zip(&outcome.report.lives).collect();
    lives.sort_by_key(|it| it.0);
    let subjects = Each(|| lives.iter().map(|&(place, life)| SubjectReport { names, place, life }));
    let events = Each(|| {
        outcome.report.events.iter().enumerate().map(|(idx, it)| EventReport {
            id: names.event(idx),
            recorded: it.recorded,
            offers: Each(|| it.offers.iter().map(|it| (names.rule(it.rule), verdict(it.verdict)))),
        })
    });
    written(true, &scenario.title, &subjects, &events, &outcome.lowered.warnings, texts)
}

/// The report of a document that cannot be computed.
fn of_errors(title: &str, diagnostics: &[Diagnostic], texts: &Texts) -> String {
    let nothing: [(); 0] = [];
    written(false, title, &nothing, &nothing, diagnostics, texts)
}

fn written(
    ok: bool,
    title: &str,
    subjects: &impl Serialize,
    events: &impl Serialize,
    diagnostics: &[Diagnostic],
    texts: &Texts,
) -> String {
    let report = Report {
        format: FORMAT,
        version: VERSION,
        engine: env!("CARGO_PKG_VERSION"),
        ok,
        title,
        subjects,
        events,
        diagnostics: Each(|| diagnostics.iter().map(|it| DiagnosticReport::of(it, texts))),
    };
    // Strings and finite numbers only: writing them cannot fail.
    serde_json::to_string(&report).unwrap_or_default()
}

/// A list that is made while it is written: a report may have a hundred thousand lines.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Everything that follows from a scenario.
#[derive(Serialize)]
struct Report<'a, S, E, D> {
    format: &'static str,
    version: u32,
    engine: &'static str,
    ok: bool,
    title: &'a str,
    subjects: S,
    events: E,
    diagnostics: D,
}

struct SubjectReport<'a> {
    names: &'a Names<'a>,
    place: usize,
    life: &'a Life,
}

impl Serialize for SubjectReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { names, place, life } = *self;
        let subject = &names.scenario.cast[place];
        let mut res = serializer.serialize_struct("Subject", 5)?;
        res.serialize_field("id", &subject.id)?;
        res.serialize_field("name", &subject.name)?;
        // Score and band at the end of the first day and of each day on which one of them changed.
        res.serialize_field("course", &Each(|| life.course.iter().map(|it| names.standing(it))))?;
        res.serialize_field("ledger", &Each(|| life.lines.iter().map(|it| names.line(it))))?;
        res.serialize_field("consequences", &Each(|| life.consequences.iter().map(|it| names.interval(it))))?;
        res.end()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct StandingReport<'a> {
    day: DayText,
    score: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct LineReport<'a> {
    day: DayText,
    entry: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    nominal: Decimal,
    applied: Decimal,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reductions: Vec<ReductionReport>,
    score: (Decimal, Decimal),
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<(&'a str, &'a str)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<DayText>,
    #[serde(flatten)]
    detail: Detail<'a>,
}

/// What only some entries have.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
struct Detail<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    units: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nth: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ceiling: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct ReductionReport {
    by: &'static str,
    to: Decimal,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct IntervalReport<'a> {
    id: &'a str,
    begin: DayText,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<DayText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_by: Option<usize>,
}

#[derive(Serialize)]
struct EventReport<'a, O> {
    id: &'a str,
    recorded: bool,
    offers: O,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct DiagnosticReport {
    severity: &'static str,
    code: &'static str,
    path: String,
    message: String,
    hint: String,
}

impl DiagnosticReport {
    fn of(it: &Diagnostic, texts: &Texts) -> Self {
        let words = (texts.diagnostics.words)(&it.code);
        let severity = if it.severity() == Severity::Error { "error" } else { "warning" };
        Self { severity, code: it.code.id(), path: it.path.to_string(), message: words.message, hint: words.hint }
    }
}

/// Turns places into ids.
struct Names<'a> {
    scenario: &'a Scenario,
    outcome: &'a Outcome,
}

impl<'a> Names<'a> {
    fn standing(&self, it: &Standing) -> StandingReport<'a> {
        StandingReport { day: DayText(it.day), score: Decimal(it.score), band: self.band(it.band) }
    }

    fn line(&self, it: &Line) -> LineReport<'a> {
        let (entry, detail) = self.entry(it.entry);
        let reduction = |it: &Reduction| ReductionReport { by: step(it.by), to: Decimal(it.to) };
        LineReport {
            day: DayText(it.day),
            entry,
            event: it.event.map(|it| self.event(it)),
            rule: it.rule.map(|it| self.rule(it)),
            nominal: Decimal(it.nominal),
            applied: Decimal(it.applied),
            reductions: it.reductions.iter().map(reduction).collect(),
            score: (Decimal(it.score.0), Decimal(it.score.1)),
            band: self.band(it.band.0).zip(self.band(it.band.1)),
            ends: it.ends.map(DayText),
            detail,
        }
    }

    fn entry(&self, entry: Entry) -> (&'static str, Detail<'a>) {
        let none = Detail::default();
        let ended = |of: usize, because: End| Detail { of: Some(of), because: Some(end(because)), ..Detail::default() };
        match entry {
            Entry::Posted(Basis::Flat) => ("posted", none),
            Entry::Posted(Basis::Units(units)) => ("posted", Detail { units: Some(units), ..none }),
            Entry::Posted(Basis::Nth(nth) | Basis::All(nth)) => ("posted", Detail { nth: Some(nth), ..none }),
            Entry::Spilled { from, line } => {
                let from = self.outcome.lowered.subjects.get(from).map(|it| self.scenario.cast[*it].id.as_str());
                ("spilled", Detail { from, of: Some(line), ..none })
            }
            Entry::GivenBack { of, because } => ("given-back", ended(of, because)),
            Entry::Faded => ("faded", none),
            Entry::Ceiling { band, .. } => ("ceiling", Detail { ceiling: self.band(band), ..none }),
            Entry::CeilingEnded { of, because } => ("ceiling-ended", ended(of, because)),
            Entry::Listed { list } => ("listed", Detail { list: Some(self.list(list)), ..none }),
            Entry::ListingEnded { of, list, because } => {
                ("listing-ended", Detail { list: Some(self.list(list)), ..ended(of, because) })
            }
        }
    }

    fn interval(&self, it: &Interval) -> IntervalReport<'a> {
        IntervalReport {
            id: &self.scenario.rulebook.consequences[it.consequence].id,
            begin: DayText(it.begin),
            end: it.end.map(DayText),
            cause: it.cause,
            ended_by: it.ended_by,
        }
    }

    fn event(&self, idx: usize) -> &'a str {
        &self.scenario.events[self.outcome.lowered.events[idx]].id
    }

    fn rule(&self, idx: usize) -> &'a str {
        &self.scenario.rulebook.rules[idx].id
    }

    fn list(&self, idx: usize) -> &'a str {
        &self.scenario.rulebook.lists[idx].id
    }

    /// The band's id; none in a system without a scale. The document has the best band first, the engine the lowest.
    fn band(&self, idx: BandIdx) -> Option<&'a str> {
        let bands = &self.scenario.rulebook.bands;
        bands.len().checked_sub(idx + 1).and_then(|it| bands.get(it)).map(|it| it.id.as_str())
    }
}

const fn end(it: End) -> &'static str {
    match it {
        End::Term => "term",
        End::Correction => "correction",
        End::Delisting => "delisting",
    }
}

const fn step(it: Step) -> &'static str {
    match it {
        Step::RuleLimit => "rule-limit",
        Step::EventCap => "event-cap",
        Step::YearCap => "year-cap",
        Step::NoCliff => "no-cliff",
        Step::ScaleEnd => "scale-end",
    }
}

const fn verdict(it: Verdict) -> &'static str {
    match it {
        Verdict::Applied => "applied",
        Verdict::Off => "off",
        Verdict::NotReported => "not-reported",
        Verdict::TestFailed => "test-failed",
        Verdict::Dropped => "dropped",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::engine::Points;
    use crate::scenario::presets;
    use crate::text::ENGLISH;

    fn report(json: &str) -> Value {
        serde_json::from_str(&report_from_json(json, &ENGLISH)).unwrap()
    }

    #[test]
    fn every_preset_reports_a_ledger_that_adds_up() {
        for preset in presets::ALL {
            let scenario = preset.scenario().unwrap();
            let report = report(preset.json);
            assert_eq!((&report["format"], &report["ok"]), (&FORMAT.into(), &true.into()), "{}", preset.id);
            let start = scenario.rulebook.scale.map_or(Points::ZERO, |it| it.start.0);
            for subject in report["subjects"].as_array().unwrap() {
                let decimal = |it: &Value| serde_json::from_value::<Decimal>(it.clone()).unwrap().0;
                let applied: Points =
                    subject["ledger"].as_array().unwrap().iter().map(|it| decimal(&it["applied"])).sum();
                let end = decimal(&subject["course"].as_array().unwrap().last().unwrap()["score"]);
                assert_eq!(start + applied, end, "{} of {}", subject["id"], preset.id);
            }
        }
    }

    #[test]
    fn a_document_that_makes_no_sense_is_reported_as_such() {
        for (json, code) in [("{", "not-json"), ("{\"version\":9}", "too-new"), ("{\"version\":1}", "wrong-shape")] {
            let report = report(json);
            assert_eq!(report["ok"], false);
            assert_eq!(report["diagnostics"][0]["code"], code);
            assert_ne!(report["diagnostics"][0]["hint"], "");
        }
    }
}
