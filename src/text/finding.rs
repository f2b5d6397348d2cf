//! The finding: the most telling thing about a life, in a sentence or two.

use super::common::Common;
use super::texts;
use crate::engine::case::Step;
use crate::engine::explain::{By, Cause, Comparison, Finding, Listing, ScaleEnd, Still};
use crate::engine::model::{BandIdx, ListIdx, RuleIdx, SubjectIdx};
use crate::engine::{Day, Points};

texts! {
    /// The title of the chart.
    FindingWords {
        words: fn(&Finding, &dyn Names) -> String = words,
    }
}

/// The names that a finding needs: they stand in the document.
pub trait Names {
    /// Whose life it is.
    fn name(&self) -> &str;
    /// Whether the system keeps a score.
    fn has_score(&self) -> bool;
    /// The name of another subject.
    fn subject(&self, subject: SubjectIdx) -> &str;
    /// The name of a band.
    fn band(&self, band: BandIdx) -> &str;
    /// What a rule is about, as it reads after "when".
    fn clause(&self, rule: RuleIdx) -> &str;
    /// The same as on a button.
    fn short(&self, rule: RuleIdx) -> &str;
    /// What one unit of the rule is: "100 yuan".
    fn unit(&self, rule: RuleIdx) -> Option<(Points, &str)>;
    /// The name of a list.
    fn list(&self, list: ListIdx) -> &str;
}

fn words(finding: &Finding, names: &dyn Names) -> String {
    let name = names.name();
    let band = |it: &BandIdx| names.band(*it);
    match finding {
        Finding::NeverMoves { why, band: at } => never_moves(*why, names, band(at)),
        Finding::Listed(it) => listed(it, names),
        Finding::Unconsented { from, to } => {
            format!(
                "{name} goes from {} to {}, and nothing follows: {name} never agreed to be scored.",
                band(from),
                band(to)
            )
        }
        Finding::ReachesEnd { end, day, causes: by, lost, .. } => {
            let (place, number) = match end {
                ScaleEnd::Lowest => ("bottom", "Lost"),
                ScaleEnd::Highest => ("top", "Won"),
            };
            let rest = match lost.is_zero() {
                true => String::new(),
                false => format!(" {number} for nothing since: {} points.", points(lost.abs())),
            };
            format!("{name} is at the {place} of the scale from {}: {}.{rest}", month(*day), causes(by, names))
        }
        Finding::Falls { to, day, causes: by, versus, now, .. } => {
            let versus = versus.map(|it| compare(it, names)).unwrap_or_default();
            let back = if now > to { format!(" The end: {}.", band(now)) } else { String::new() };
            format!("{name} falls to {} in {}: {}.{versus}{back}", band(to), month(*day), causes(by, names))
        }
        Finding::Recovers { from, to, day, causes: by, days, .. } => {
            let (to, from, day, time) = (band(to), band(from), month(*day), duration(*days));
            format!("{name} falls to {to} in {day}: {}. It takes {time} to be back in {from}.", causes(by, names))
        }
        Finding::Rises { to, day, causes: by, now, .. } => {
            let fall = if now < to { format!(" The end: {}.", band(now)) } else { String::new() };
            format!("{name} rises to {} in {}: {}.{fall}", band(to), month(*day), causes(by, names))
        }
        Finding::Penalised { band: at, days, of, penalties } => {
            let penalties = count(*penalties, "penalty", "penalties");
            let time =
                if days == of { "every day".to_owned() } else { format!("{} of {}", number(*days), n_days(*of)) };
            format!("{name} never leaves {}, and is under {penalties} on {time}.", band(at))
        }
        Finding::Steady { band: at, low, high, .. } => {
            format!("{name} stays in {}, between {} and {} points.", band(at), points(*low), points(*high))
        }
    }
}

fn never_moves(why: Still, names: &dyn Names, band: &str) -> String {
    let name = names.name();
    let stays =
        if names.has_score() { format!("{name} stays in {band}") } else { format!("{name} stays off every list") };
    match why {
        Still::NoEvents => format!("Nothing happens to {name} yet. Press an event below the chart."),
        Still::NobodyRecorded => format!("{stays}: no source in use records anything that happens."),
        Still::RulesOff => format!("{stays}: the rules for everything that happens are switched off."),
        Still::NotReported => format!("{stays}: no rule listens to the sources that record what happens."),
        Still::NoRuleMatches => format!("{stays}: no rule matches anything that happens."),
        Still::CancelsOut => format!("{stays}: what happens cancels out, or is worth no points."),
        Still::Cut(step) => {
            let what = match step {
                Step::RuleLimit => "the rules' limits",
                Step::EventCap => "the most that one event may cost",
                Step::YearCap => "the most that a year may cost",
                Step::NoCliff => "the safeguard against cliffs",
                Step::ScaleEnd => "the end of the scale",
            };
            format!("{stays}: {what} leaves nothing of the points.")
        }
    }
}

fn listed(it: &Listing, names: &dyn Names) -> String {
    let name = names.name();
    let because = it.rule.map(|it| format!(": {}", names.clause(it))).unwrap_or_default();
    let penalties = match it.penalties {
        0 => String::new(),
        n => format!(", which carries {}", count(n, "penalty", "penalties")),
    };
    let end = match (it.end, it.due) {
        (Some(_), _) => format!(" {name} is on it for {}.", duration(it.days)),
        (None, Some(due)) => format!(" It lasts until {}.", month(due)),
        (None, None) if it.never_ends() => format!(" Nothing takes {name} off it."),
        (None, None) => format!(" {name} is still on it at the end."),
    };
    format!("{name} is put on “{}” in {}{penalties}{because}.{end}", names.list(it.list), month(it.day))
}

fn causes(all: &[Cause], names: &dyn Names) -> String {
    let words: Vec<String> = all.iter().map(|it| cause(it, names)).collect();
    match words.split_last() {
        None => "for several reasons".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{}; and {last}", rest.join("; ")),
    }
}

fn cause(it: &Cause, names: &dyn Names) -> String {
    let what = it.rule.map_or("", |rule| names.clause(rule));
    let clause = match it.by {
        By::Rule => what.to_owned(),
        By::Associate(from) => format!("{what} (at {})", names.subject(from)),
        By::Ceiling => return format!("{what}, and that sets a ceiling"),
        By::CeilingEnd => return "a ceiling ends".to_owned(),
        By::Expiry if it.points.is_loss() => "what was won ends after its time".to_owned(),
        By::Expiry => "what was lost ends after its time".to_owned(),
        By::Correction => "a record is struck out".to_owned(),
        By::Fading => "points fade with time".to_owned(),
    };
    let times = match it.count {
        1 => String::new(),
        2 => " twice".to_owned(),
        n => format!(" {n} times"),
    };
    let times = if matches!(it.by, By::Fading) { String::new() } else { times };
    format!("{clause}{times} ({})", (Common::ENGLISH.signed)(it.points))
}

fn compare(it: Comparison, names: &dyn Names) -> String {
    match it {
        Comparison::NoGain => " No rule gives points to win that back.".to_owned(),
        Comparison::Years { rule, years, .. } => {
            let years = number(i32::try_from(years).unwrap_or(i32::MAX));
            let unit = if years == "1" { "year" } else { "years" };
            format!(" More than {years} {unit} of “{}” to win that back.", names.short(rule))
        }
        Comparison::Acts { rule, acts, .. } => match names.unit(rule) {
            Some((size, unit)) => {
                format!(" It takes {} {unit} of “{}” to win that back.", points(size.times(acts)), names.short(rule))
            }
            None => {
                let acts = i32::try_from(acts).unwrap_or(i32::MAX);
                let times = if acts == 1 { "once".to_owned() } else { format!("{} times", number(acts)) };
                format!(" It takes “{}” {times} to win that back.", names.short(rule))
            }
        },
    }
}

/// A number of days as people say it: days up to two months, months up to two years, then years.
fn duration(days: i32) -> String {
    match days {
        ..60 => n_days(days),
        60..730 => format!("{} months", (f64::from(days) / 30.44).round()),
        _ => format!("{} years", (f64::from(days) / 36.525).round() / 10.0),
    }
}

fn n_days(days: i32) -> String {
    format!("{} {}", number(days), if days == 1 { "day" } else { "days" })
}

fn number(it: i32) -> String {
    points(Points::whole(i64::from(it)))
}

fn points(it: Points) -> String {
    (Common::ENGLISH.points)(it)
}

fn month(it: Day) -> String {
    (Common::ENGLISH.month)(it)
}

fn count(n: usize, one: &str, several: &str) -> String {
    (Common::ENGLISH.count)(n, one, several)
}
