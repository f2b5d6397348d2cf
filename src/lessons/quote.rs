//! Quotes: values that a text takes from a scenario or from the record, so that nobody types them.
//!
//! | quote | value |
//! |---|---|
//! | `start`, `lowest`, `highest` | of the scale, in points |
//! | `border:B` | the lowest score of the band with the id B |
//! | `points:late-bill` | what a rule gives or takes, nominally |
//! | `score:mei`, `score:mei@2019-03-01` | a score at the end, or at the end of a day |
//! | `band:mei`, `band:mei@2019-03-01` | the label of a band, likewise |
//! | `name:mei` | what a subject is called |
//! | `change:mei/late-bill` | by how much a rule moved a score, all in all |
//! | `lines:mei/late-bill` | how many times a rule moved it |
//! | `penalties:mei`, `rewards:mei` | how many consequences of that nature ever began |
//! | `days:mei/ticket-ban` | how many days a consequence lasted |
//! | `rules`, `events:mei` | how many rules are on; how many events a subject has |
//! | `people`, `months` | of the town |
//! | `town:wrongly`, `town:wrongly/migrants` | a measure of the town, of all or of a group; the median over replicates |
//! | `reform:wrongly`, `reform:wrongly/migrants` | the same under the scenario's reform |
//! | `fact:dog-outcome.penalised` | a figure of a statement of the record |
//! | `rate:compas/black/false-positives` | a rate from the counts among the figures of a statement |
//!
//! `other>score:mei` quotes another scenario of the lesson. Towns can be quoted of the step's own scenario only.

use super::scene::Scene;
use crate::engine::case::Entry;
use crate::engine::society::measures::fairness::Counts;
use crate::engine::society::measures::{Measure, Unit, Who};
use crate::engine::{Day, Points};
use crate::record::Facts;
use crate::scenario::doc::ConsequenceNature;
use crate::scenario::society::{settle, town as base_town};

/// A quote that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The scenario, if it is not that of the step.
    pub scene: Option<String>,
    /// What stands before the colon.
    pub what: String,
    /// What stands after it.
    pub of: String,
}

/// What a quote is worth.
#[derive(Clone, Debug, PartialEq)]
pub enum Quoted {
    /// Points of a scale.
    Points(Points),
    /// Points with their sign: a gain or a loss.
    Change(Points),
    /// How many.
    Count(i64),
    /// A measure of a town.
    Measure(Measure, f64),
    /// A share, from 0 to 1.
    Share(f64),
    /// A word: a name, or a figure as it is printed.
    Word(String),
    /// Something that is not known yet: the town is still being counted.
    Pending,
}

/// Where values of a town come from: from the counts of the page, or of a test.
pub trait TownValues {
    /// A measure under the rulebook or its reform; `None` while it is not known.
    fn value(&self, reform: bool, measure: Measure, who: Who) -> Option<f64>;
}

/// No town at hand.
pub struct NoTown;

impl TownValues for NoTown {
    fn value(&self, _: bool, _: Measure, _: Who) -> Option<f64> {
        None
    }
}

impl Quote {
    /// Reads what stands between braces.
    pub fn read(text: &str) -> Self {
        let (scene, rest) = match text.split_once('>') {
            Some((scene, rest)) => (Some(scene.trim().to_owned()), rest),
            None => (None, text),
        };
        let (what, of) = rest.split_once(':').unwrap_or((rest, ""));
        Self { scene, what: what.trim().to_owned(), of: of.trim().to_owned() }
    }

    /// Its value; `None` if it quotes something that there is not.
    ///
    /// `own` is the scene of the step, `scenes` are all of the lesson.
    pub fn value(&self, own: Option<&Scene>, scenes: &[Scene], facts: &Facts, town: &dyn TownValues) -> Option<Quoted> {
        match self.what.as_str() {
            "fact" => {
                let (id, figure) = self.of.rsplit_once('.')?;
                facts.fact(id)?.figures.get(figure).cloned().map(Quoted::Word)
            }
            "rate" => {
                let mut parts = self.of.split('/');
                let (fact, row, rate) = (parts.next()?, parts.next()?, parts.next()?);
                rate_of(&counts(facts, fact, row)?, rate).map(Quoted::Share)
            }
            _ => {
                let scene = match &self.scene {
                    Some(id) => scenes.iter().find(|it| it.id == *id)?,
                    None => own?,
                };
                of_scene(scene, &self.what, &self.of, town)
            }
        }
    }
}

/// The counts of a row among the figures of a statement: `<row>-tp`, `<row>-fp`, `<row>-fn`, `<row>-tn`.
pub fn counts(facts: &Facts, fact: &str, row: &str) -> Option<Counts> {
    let figures = &facts.fact(fact)?.figures;
    let number = |name: &str| -> Option<u64> {
        let digits: String = figures.get(&format!("{row}-{name}"))?.chars().filter(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    Some(Counts { tp: number("tp")?, fp: number("fp")?, fn_: number("fn")?, tn: number("tn")? })
}

fn rate_of(counts: &Counts, rate: &str) -> Option<f64> {
    match rate {
        "false-positives" => counts.fpr(),
        "false-negatives" => counts.fnr(),
        "meaning" => counts.ppv(),
        "base-rate" => counts.base_rate(),
        "penalty-rate" => counts.penalty_rate(),
        "accuracy" => counts.accuracy(),
        _ => None,
    }
}

fn of_scene(scene: &Scene, what: &str, of: &str, town: &dyn TownValues) -> Option<Quoted> {
    let case = &scene.outcome.lowered.case;
    let document = &scene.scenario;
    let count = |it: usize| Some(Quoted::Count(it as i64));
    let scale = document.rulebook.scale.as_ref();
    match what {
        "start" => Some(Quoted::Points(scale?.start.0)),
        "lowest" => Some(Quoted::Points(scale?.lowest.0)),
        "highest" => Some(Quoted::Points(scale?.highest.0)),
        "border" => {
            let band = document.rulebook.bands.iter().find(|it| it.id == of)?;
            Some(Quoted::Points(band.from.0))
        }
        "points" => {
            let rule = document.rulebook.rules.iter().find(|it| it.id == of)?;
            Some(Quoted::Change(rule.points.as_ref()?.amount.0))
        }
        "name" => Some(Quoted::Word(document.cast.iter().find(|it| it.id == of)?.name.clone())),
        "score" | "band" => {
            let (subject, day) = at_day(of)?;
            let life = scene.life(subject)?;
            let standing = day.map_or_else(|| life.end(), |it| life.at(it));
            if what == "score" {
                return Some(Quoted::Points(standing.score));
            }
            // The document has the best band first, the engine the lowest.
            let bands = &document.rulebook.bands;
            let place = bands.len().checked_sub(standing.band + 1)?;
            Some(Quoted::Word(bands.get(place)?.name().to_owned()))
        }
        "change" | "lines" => {
            let (subject, rule) = of.split_once('/')?;
            let rule = document.rulebook.rules.iter().position(|it| it.id == rule)?;
            let posted =
                |it: &&crate::engine::case::Line| it.rule == Some(rule) && matches!(it.entry, Entry::Posted(_));
            let lines = || scene.life(subject).into_iter().flat_map(|it| &it.lines).filter(posted);
            scene.life(subject)?;
            match what {
                "lines" => count(lines().count()),
                _ => Some(Quoted::Change(lines().fold(Points::ZERO, |sum, it| sum + it.applied))),
            }
        }
        "penalties" | "rewards" => {
            let nature = if what == "penalties" { ConsequenceNature::Penalty } else { ConsequenceNature::Reward };
            let life = scene.life(of)?;
            count(
                life.consequences
                    .iter()
                    .filter(|it| document.rulebook.consequences[it.consequence].nature == nature)
                    .count(),
            )
        }
        "days" => {
            let (subject, consequence) = of.split_once('/')?;
            let place = document.rulebook.consequences.iter().position(|it| it.id == consequence)?;
            let held = scene.life(subject)?.consequences.iter().filter(|it| it.consequence == place);
            let days = |begin: Day, end: Option<Day>| {
                end.map_or_else(|| case.last.days_since(begin) + 1, |it| it.days_since(begin))
            };
            Some(Quoted::Count(held.map(|it| i64::from(days(it.begin, it.end))).sum()))
        }
        "rules" => count(document.rulebook.rules.iter().filter(|it| it.on).count()),
        "events" => count(document.events.iter().filter(|it| it.subject == of).count()),
        "people" => Some(Quoted::Count(i64::from(settle(document, &scene.outcome.lowered)?.people))),
        "months" => Some(Quoted::Count(i64::from(settle(document, &scene.outcome.lowered)?.months))),
        "town" | "reform" => {
            let (measure, group) = of.split_once('/').map_or((of, None), |(measure, group)| (measure, Some(group)));
            let measure = Measure::by_id(measure)?;
            let who = match group {
                None => Who::All,
                Some(id) => Who::Group(group_place(id)?),
            };
            let value = town.value(what == "reform", measure, who);
            Some(value.map_or(Quoted::Pending, |it| Quoted::Measure(measure, it)))
        }
        _ => None,
    }
}

/// A subject and a day, of `mei@2019-03-01`.
fn at_day(of: &str) -> Option<(&str, Option<Day>)> {
    match of.split_once('@') {
        None => Some((of, None)),
        Some((subject, day)) => Some((subject, Some(day.parse().ok()?))),
    }
}

/// The place of a group of the town.
pub fn group_place(id: &str) -> Option<usize> {
    base_town().groups.iter().position(|it| it.id == id)
}

/// Whether a condition between two quotes, or a quote and a number, holds: `score:mei < score:tom`, `rules = 5`.
///
/// `None` if it cannot be read, or if something in it is not known.
pub fn holds(
    condition: &str,
    own: Option<&Scene>,
    scenes: &[Scene],
    facts: &Facts,
    town: &dyn TownValues,
) -> Option<bool> {
    type Compare = fn(&f64, &f64) -> bool;
    let operators: [(&str, Compare); 5] =
        [(" <= ", f64::le), (" >= ", f64::ge), (" < ", f64::lt), (" > ", f64::gt), (" = ", |a, b| a == b)];
    let (sides, compare) =
        operators.into_iter().find_map(|(sign, compare)| Some((condition.split_once(sign)?, compare)))?;
    let side = |text: &str| -> Option<Result<f64, String>> {
        if let Ok(number) = text.trim().parse::<f64>() {
            return Some(Ok(number));
        }
        let quoted = Quote::read(text).value(own, scenes, facts, town)?;
        Some(match &quoted {
            Quoted::Word(word) => quoted.number().ok_or_else(|| word.clone()),
            it => Ok(it.number()?),
        })
    };
    match (side(sides.0), side(sides.1)) {
        (Some(Ok(one)), Some(Ok(other))) => Some(compare(&one, &other)),
        (Some(Err(one)), Some(Err(other))) => Some(one == other),
        // A band against its label.
        (Some(Err(word)), None) => Some(word == sides.1.trim()),
        _ => None,
    }
}

impl Quoted {
    /// As a number: points, a count, a share in per cent; `None` for words and what is not known yet.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Points(it) | Self::Change(it) => Some(it.to_f64()),
            Self::Count(it) => Some(*it as f64),
            Self::Share(it) => Some(*it * 100.0),
            Self::Measure(measure, it) if matches!(measure.unit(), Unit::Share | Unit::Gap) => Some(*it * 100.0),
            Self::Measure(_, it) => Some(*it),
            Self::Word(it) => it.replace([',', '%', '\u{a0}', '\u{202f}', ' '], "").parse().ok(),
            Self::Pending => None,
        }
    }
}
