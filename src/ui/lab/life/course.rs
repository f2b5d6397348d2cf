//! The course of a life, day by day: what the table shows, and what a spreadsheet gets.

use std::collections::BTreeMap;

use super::seen::Seen;
use super::words::{LineWords, line_words};
use crate::engine::explain::matters;
use crate::engine::{Day, Points};
use crate::text::csv::Sheet;
use crate::ui::state::texts;

/// A day on which something changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The day.
    pub day: Day,
    /// The score at its end.
    pub score: Points,
    /// The band at its end.
    pub band: String,
    /// How far the score moved on it.
    pub change: Points,
    /// What happened.
    pub what: String,
    /// The consequences that begin or end.
    pub consequences: String,
}

/// The days on which something changed, each with its places in the ledger; the first day of all comes first.
pub fn days(seen: &Seen) -> Vec<(Day, Vec<usize>)> {
    let mut days: Vec<(Day, Vec<usize>)> = vec![(seen.case().first, Vec::new())];
    for (idx, line) in seen.life().lines.iter().enumerate().filter(|it| matters(it.1)) {
        match days.last_mut() {
            Some(last) if last.0 == line.day => last.1.push(idx),
            _ => days.push((line.day, vec![idx])),
        }
    }
    days
}

/// The first rows of the table, with or without the reasons for what happened.
pub fn rows(seen: &Seen, most: usize, with_reasons: bool) -> Vec<Row> {
    let turns = turns(seen);
    let mut before = seen.case().rulebook.scale.start;
    let row = |(day, lines): (Day, Vec<usize>)| {
        let at = seen.life().at(day);
        let what = |idx: usize| {
            let LineWords { what, notes } = line_words(seen, idx);
            if notes.is_empty() || !with_reasons { what } else { format!("{what} ({})", notes.join("; ")) }
        };
        let what = lines.iter().map(|it| what(*it)).collect::<Vec<_>>().join("; ");
        let change = at.score - std::mem::replace(&mut before, at.score);
        let what = if what.is_empty() { texts().life.first_day.to_owned() } else { what };
        let consequences = turns.get(&day).map(|it| it.join("; ")).unwrap_or_default();
        Row { day, score: at.score, band: seen.band(at.band).to_owned(), change, what, consequences }
    };
    days(seen).into_iter().take(most).map(row).collect()
}

/// What begins and ends on each day, in words.
fn turns(seen: &Seen) -> BTreeMap<Day, Vec<String>> {
    let t = &texts().life;
    let mut turns: BTreeMap<Day, Vec<String>> = BTreeMap::new();
    for it in &seen.life().consequences {
        let found = seen.scenario.rulebook.consequences.get(it.consequence);
        let name = found.map_or("", |it| it.label.as_str());
        turns.entry(it.begin).or_default().push((t.begins)(name));
        if let Some(end) = it.end {
            turns.entry(end).or_default().push((t.ends)(name));
        }
    }
    turns
}

/// The whole table for a spreadsheet: plain numbers, ISO days.
pub fn sheet(seen: &Seen, with_reasons: bool) -> Sheet {
    let t = &texts().life;
    let has_score = seen.has_score();
    let cells = |day: String, score: [String; 3], what: String, consequences: String| {
        let score = score.into_iter().filter(|_| has_score);
        std::iter::once(day).chain(score).chain([what, consequences]).collect::<Vec<_>>()
    };
    let heads = [t.column_score, t.column_band, t.column_change].map(str::to_owned);
    let heads = cells(t.column_day.to_owned(), heads, t.column_what.to_owned(), t.column_consequences.to_owned());
    let row = |it: Row| {
        cells(it.day.to_string(), [it.score.to_string(), it.band, it.change.to_string()], it.what, it.consequences)
    };
    Sheet { rows: std::iter::once(heads).chain(rows(seen, usize::MAX, with_reasons).into_iter().map(row)).collect() }
}
