//! A rule as a sentence.

use super::conditions;
use crate::editor::rules::{Figure, Place};
use crate::engine::Points;
use crate::scenario::doc::{Listing, Period, Repeat, RepeatStep, Rule, Scenario};
use crate::text::common::{points, relation, signed};

/// A rule as a sentence: what it is about, and everything else that it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// "when **a utility bill is paid late**".
    pub when: Vec<Piece>,
    /// "and the amount is at least 100 yuan", "from the utility company", ….
    pub details: Vec<Vec<Piece>>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// A number that can be edited where it stands.
    Number(Place, Figure),
}

impl Sentence {
    /// The sentence as plain text, on one line: "when a utility bill is paid late · for every 1 month".
    pub fn plain(&self) -> String {
        let lines = std::iter::once(&self.when).chain(&self.details);
        lines.map(|it| plain(it)).collect::<Vec<_>>().join(SEPARATOR)
    }

    /// What the rule is about, as plain text: "when a utility bill is paid late".
    pub fn when_plain(&self) -> String {
        plain(&self.when)
    }

    /// All details in one line, as plain text.
    pub fn details_plain(&self) -> String {
        plain(&self.details_line())
    }

    /// All details in one line, with separators between them.
    pub fn details_line(&self) -> Vec<Piece> {
        let mut line = Vec::new();
        for (at, detail) in self.details.iter().enumerate() {
            if at > 0 {
                line.push(Piece::Text(SEPARATOR.to_owned()));
            }
            line.extend(detail.iter().cloned());
        }
        line
    }
}

/// What stands between the details of a rule: it never begins a line.
pub(super) const SEPARATOR: &str = "\u{a0}· ";

fn plain(pieces: &[Piece]) -> String {
    let text = |it: &Piece| match it {
        Piece::Text(it) | Piece::Strong(it) => it.clone(),
        Piece::Number(_, Figure::Signed(it)) => signed(*it),
        Piece::Number(_, Figure::Plain(it)) => points(*it),
        Piece::Number(_, Figure::Count(it)) => it.to_string(),
    };
    pieces.iter().map(text).collect()
}

/// Puts pieces together.
#[derive(Default)]
pub(super) struct Line(Vec<Piece>);

impl Line {
    pub(super) fn text(mut self, text: impl AsRef<str>) -> Self {
        // Neighbouring words become one piece.
        match self.0.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text.as_ref()),
            _ => self.0.push(Piece::Text(text.as_ref().to_owned())),
        }
        self
    }

    pub(super) fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(text.into()));
        self
    }

    pub(super) fn number(mut self, place: Place, figure: Figure) -> Self {
        self.0.push(Piece::Number(place, figure));
        self
    }

    /// A number and what it counts.
    pub(super) fn counted(self, place: Place, count: u32, one: &str, several: &str) -> Self {
        let word = if count == 1 { one } else { several };
        self.number(place, Figure::Count(count)).text(format!(" {word}"))
    }

    pub(super) fn done(self) -> Vec<Piece> {
        self.0
    }
}

/// The English sentence of a rule.
pub(super) fn english(scenario: &Scenario, rule: &Rule) -> Sentence {
    let mut details = Vec::new();
    details.extend(conditions::english(scenario, rule));
    if let Some(points) = &rule.points {
        if let Some(per) = &points.per {
            let field = conditions::field(scenario, &rule.kind, &per.field);
            let unit = match field {
                Some(it) if !it.unit.is_empty() => unit_name(&it.unit, per.unit.0),
                Some(it) => format!("of {}", lower_first(&it.label)),
                None => format!("of “{}”", per.field),
            };
            let line = Line::default().text("for every ").number(Place::Unit, Figure::Plain(per.unit.0));
            details.push(line.text(format!(" {unit}")).done());
        }
        details.extend(points.repeat.as_ref().map(ladder));
    }
    details.extend(sources(scenario, rule));
    details.extend(limit(rule));
    if let Some(points) = &rule.points {
        let months = points.months.map(|it| Line::default().text("for ").counted(Place::Months, it, MONTH, MONTHS));
        details.extend(months.map(Line::done));
    }
    details.extend(ceiling(scenario, rule));
    details.extend(rule.listings.iter().enumerate().map(|(at, it)| listing(scenario, at, it)));
    for list in &rule.delistings {
        details.push(Line::default().text("off ").strong(list_name(scenario, list)).done());
    }
    details.extend(spill(rule));
    if let Some((low, high)) = rule.points.as_ref().and_then(|it| it.range) {
        let line = Line::default().text("an official decides between ").number(Place::RangeLow, Figure::Signed(low.0));
        details.push(line.text(" and ").number(Place::RangeHigh, Figure::Signed(high.0)).done());
    }
    let kind = scenario.kinds.iter().find(|it| it.id == rule.kind);
    let about = kind.map_or_else(|| format!("“{}” happens", rule.kind), |it| it.label.clone());
    Sentence { when: Line::default().text("when ").strong(about).done(), details }
}

const MONTH: &str = "month";
const MONTHS: &str = "months";

fn ladder(repeat: &Repeat) -> Vec<Piece> {
    let mut line = Line::default();
    let last = repeat.then.len().saturating_sub(1);
    for (at, step) in repeat.then.iter().enumerate() {
        line = line.text(match at {
            0 if last == 0 => "from the 2nd time ".to_owned(),
            0 => "2nd time ".to_owned(),
            _ if at == last => ", then ".to_owned(),
            _ => format!(", {} ", nth(at + 2)),
        });
        line = match step {
            RepeatStep::Points(it) => line.number(Place::Step(at), Figure::Signed(it.0)),
            RepeatStep::Everything(_) => line.text("all"),
        };
    }
    if let Some(within) = repeat.within {
        line = line.text(" within ").counted(Place::Within, within, MONTH, MONTHS);
    }
    line.done()
}

/// "1st", "2nd", "3rd", "11th".
pub(super) fn nth(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

fn sources(scenario: &Scenario, rule: &Rule) -> Option<Vec<Piece>> {
    let name = |id: &String| {
        let source = scenario.rulebook.sources.iter().find(|it| it.id == *id);
        source.map_or_else(
            || format!("“{id}”"),
            |it| if it.on { it.label.clone() } else { format!("{} (switched off)", it.label) },
        )
    };
    let names: Vec<_> = rule.reported_by.iter().map(name).collect();
    (!names.is_empty()).then(|| Line::default().text(format!("from {}", listed(&names, "or"))).done())
}

fn limit(rule: &Rule) -> Option<Vec<Piece>> {
    let limit = rule.limit.as_ref()?;
    let mut line = Line::default().text("at most ");
    if let Some(points) = limit.points {
        let word = if points.0 == Points::whole(1) { " point" } else { " points" };
        line = line.number(Place::LimitPoints, Figure::Plain(points.0)).text(word);
    }
    if limit.points.is_some() && limit.times.is_some() {
        line = line.text(" and ");
    }
    if let Some(times) = limit.times {
        line = line.counted(Place::LimitTimes, times, "time", "times");
    }
    let period = match limit.per {
        Period::Month => " a month",
        Period::Year => " a year",
    };
    Some(line.text(period).done()).filter(|_| limit.points.is_some() || limit.times.is_some())
}

fn ceiling(scenario: &Scenario, rule: &Rule) -> Option<Vec<Piece>> {
    let ceiling = rule.ceiling.as_ref()?;
    let line = Line::default().text("straight to ").strong(band_name(scenario, &ceiling.band));
    Some(match ceiling.months {
        Some(months) => line.text(" for ").counted(Place::CeilingMonths, months, MONTH, MONTHS).done(),
        None => line.text(" for good").done(),
    })
}

fn listing(scenario: &Scenario, at: usize, listing: &Listing) -> Vec<Piece> {
    let line = Line::default().text("onto ").strong(list_name(scenario, &listing.list));
    let own_term = scenario.rulebook.lists.iter().find(|it| it.id == listing.list).and_then(|it| it.months);
    match (listing.months, own_term) {
        (Some(months), _) => line.text(" for ").counted(Place::ListingMonths(at), months, MONTH, MONTHS).done(),
        (None, Some(1)) => line.text(" for 1 month").done(),
        (None, Some(months)) => line.text(format!(" for {months} months")).done(),
        (None, None) => line.text(" until a rule takes them off").done(),
    }
}

fn spill(rule: &Rule) -> Option<Vec<Piece>> {
    let spill = rule.points.as_ref()?.spill.as_ref()?;
    let names: Vec<_> = spill.to.iter().map(|it| format!("the {}", relation(*it))).collect();
    let to = if names.is_empty() { "nobody".to_owned() } else { listed(&names, "and") };
    let line = Line::default().number(Place::Share, Place::Share.read(rule)?);
    Some(line.text(format!("% of it also to {to}")).done())
}

/// The name of a band for readers.
pub(super) fn band_name(scenario: &Scenario, id: &str) -> String {
    let band = scenario.rulebook.bands.iter().find(|it| it.id == id);
    band.map_or(id, |it| it.name()).to_owned()
}

fn list_name(scenario: &Scenario, id: &str) -> String {
    let list = scenario.rulebook.lists.iter().find(|it| it.id == id);
    format!("“{}”", list.map_or(id, |it| it.label.as_str()))
}

/// "a", "a or b", "a, b or c".
pub(super) fn listed(names: &[String], joint: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {joint} {last}", first.join(", ")),
    }
}

/// A unit as it stands after a number: "1 month", "2 months".
pub(super) fn unit_name(unit: &str, number: Points) -> String {
    if number != Points::whole(1) {
        return unit.to_owned();
    }
    match (unit.strip_suffix("ies"), unit.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) if !stem.ends_with('s') => stem.to_owned(),
        _ => unit.to_owned(),
    }
}

/// A label as it stands in the middle of a sentence. Abbreviations keep their capitals.
pub(super) fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if second.is_none_or(|it| !it.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
