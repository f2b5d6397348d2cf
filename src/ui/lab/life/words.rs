//! Ledger lines in words: names from the document, sentences from the language table.

use super::seen::Seen;
use crate::engine::Points;
use crate::engine::case::{Basis, End, Entry, Line, LineIdx, Reduction, Step};
use crate::engine::model::{EventIdx, RuleIdx};
use crate::scenario::doc::Period;
use crate::text::why::{Cut, Ended};
use crate::ui::state::texts;

/// A ledger line in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineWords {
    /// What happened.
    pub what: String,
    /// What else is to be known about it, each a phrase of its own.
    pub notes: Vec<String>,
}

/// Words a line of the ledger.
pub fn line_words(seen: &Seen, idx: LineIdx) -> LineWords {
    let t = &texts().why;
    let Some(line) = seen.life().lines.get(idx) else { return LineWords::default() };
    let what = || line.event.map_or_else(String::new, |it| seen.what(it));
    let until = line.ends.map(|it| (t.until)(it));
    let cut = reduced(seen, line);
    let (what, notes) = match line.entry {
        Entry::Posted(basis) => (what(), vec![basis_words(seen, line.rule, basis), cut, until]),
        Entry::Spilled { from, .. } => (what(), vec![Some((t.spilled)(seen.name_of(from))), cut, until]),
        Entry::GivenBack { of, because } => {
            let day = seen.life().lines.get(of).map_or(line.day, |it| it.day);
            ((t.given_back)(&what()), vec![Some((t.given_back_of)(day, ended(seen, line, because))), cut])
        }
        Entry::Faded => (t.faded.to_owned(), vec![Some(t.faded_note.to_owned()), cut]),
        Entry::Ceiling { band, raised } => (what(), vec![Some((t.ceiling)(seen.band(band), raised)), until]),
        Entry::CeilingEnded { of, because } => {
            let band = match seen.life().lines.get(of).map(|it| it.entry) {
                Some(Entry::Ceiling { band, .. }) => seen.band(band),
                _ => "",
            };
            ((t.ceiling_ended)(band), vec![Some((t.ended)(ended(seen, line, because)))])
        }
        Entry::Listed { list } => (what(), vec![Some((t.listed)(list_name(seen, list))), until]),
        Entry::ListingEnded { list, because, .. } => {
            let reason = match because {
                End::Delisting => (t.taken_off)(&what()),
                _ => (t.ended)(ended(seen, line, because)),
            };
            ((t.listing_ended)(list_name(seen, list)), vec![Some(reason)])
        }
    };
    LineWords { what, notes: notes.into_iter().flatten().collect() }
}

/// A line in a few words, for "because": what happened, and the points if there were any.
pub fn cause_words(seen: &Seen, idx: LineIdx) -> String {
    let words = line_words(seen, idx);
    match seen.life().lines.get(idx) {
        Some(line) if !line.applied.is_zero() => format!("{} ({})", words.what, (texts().common.signed)(line.applied)),
        _ => words.what,
    }
}

/// What an event did on its own day: the points in sum, and its first line, if it left one.
pub fn done_by(seen: &Seen, event: EventIdx) -> (Points, Option<LineIdx>) {
    let lines = || seen.life().lines.iter().enumerate().filter(|it| it.1.event == Some(event) && is_first_hand(it.1));
    (lines().map(|it| it.1.applied).sum(), lines().map(|it| it.0).next())
}

/// Whether a line was written when its event happened, and not when something ended later.
pub const fn is_first_hand(line: &Line) -> bool {
    line.is_first_hand()
}

fn list_name(seen: &Seen, list: usize) -> &str {
    seen.scenario.rulebook.lists.get(list).map_or("", |it| it.label.as_str())
}

fn basis_words(seen: &Seen, rule: Option<RuleIdx>, basis: Basis) -> Option<String> {
    let Basis::Units(n) = basis else { return (texts().why.basis)(basis) };
    let rule = seen.rule(rule?)?;
    let per = rule.points.as_ref()?.per.as_ref()?;
    let kind = seen.scenario.kinds.iter().find(|it| it.id == rule.kind)?;
    let unit = kind.fields.iter().find(|it| it.id == per.field).map_or("", |it| it.unit.as_str());
    Some((texts().why.units)(n, per.unit.0, unit))
}

fn reduced(seen: &Seen, line: &Line) -> Option<String> {
    let cuts: Vec<Cut> = line.reductions.iter().map(|it| cut(seen, line, *it)).collect();
    (!cuts.is_empty()).then(|| (texts().why.reduced)(line.nominal, line.applied, &cuts))
}

/// A step that made points fewer, in words.
pub fn cut_words(seen: &Seen, line: &Line, reduction: Reduction) -> String {
    (texts().why.cut)(cut(seen, line, reduction))
}

fn cut(seen: &Seen, line: &Line, reduction: Reduction) -> Cut {
    let book = &seen.case().rulebook;
    let safeguards = &book.safeguards;
    match reduction.by {
        Step::RuleLimit => {
            let limit = line.rule.and_then(|it| seen.rule(it)).and_then(|it| it.limit.as_ref());
            Cut::RuleLimit(limit.map_or(Period::Year, |it| it.per))
        }
        Step::EventCap => Cut::EventCap(safeguards.event_cap.unwrap_or_default()),
        Step::YearCap => Cut::YearCap(safeguards.year_cap.unwrap_or_default()),
        Step::NoCliff => Cut::NoCliff,
        Step::ScaleEnd => Cut::ScaleEnd(if line.nominal.is_loss() { book.scale.lowest } else { book.scale.highest }),
    }
}

fn ended(seen: &Seen, line: &Line, because: End) -> Ended {
    let event = line.event.and_then(|it| seen.event(it));
    match (because, event) {
        (End::Correction, Some(event)) => match &event.corrected {
            Some(granted) if granted.day.0 == line.day => Ended::Granted(granted.by),
            _ if !event.genuine => Ended::FoundWrong,
            _ => Ended::By(because),
        },
        _ => Ended::By(because),
    }
}
