//! Where ribbons lie, and where there is room for their names.

use std::collections::BTreeMap;

use super::frame::share;
use super::seen::Seen;
use super::words::cause_words;
use crate::charts::TimeScale;
use crate::charts::ribbons::pack;
use crate::engine::Day;
use crate::engine::case::LineIdx;
use crate::engine::explain::stays;
use crate::scenario::doc::ListNature;
use crate::ui::kit::Roll;
use crate::ui::state::texts;

/// The width of a letter, and the room at both ends of a name, in sixteenths of the letter size.
const LETTER: f64 = 6.4;
const ROOM: f64 = 22.0;
/// With less room beside the ribbon, its name is left out.
const LEAST_ROOM: f64 = 48.0;
/// Ribbons of one row with less between them become one.
const GAP: f64 = 1.5;

/// Everything under the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// How many rows there are.
    pub rows: usize,
    /// The ribbons, by row, then by beginning.
    pub bars: Roll<Bar>,
}

/// A ribbon as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its row, from above.
    pub row: usize,
    /// What it is, as CSS knows it: `reward`, `penalty`, `red`, `black`.
    pub nature: &'static str,
    /// Its name.
    pub name: String,
    /// Where its name stands.
    pub place: NamePlace,
    /// Where a name beside it begins or ends, and how wide it may be, as CSS wants it.
    pub name_edge: String,
    /// See [`Bar::name_edge`].
    pub name_room: String,
    /// Its left edge, as CSS wants it.
    pub left: String,
    /// Its width, as CSS wants it.
    pub width: String,
    /// Whether it lasts to the end.
    pub is_open: bool,
    /// The first day.
    pub begin: Day,
    /// The id of the event behind it.
    pub event: Option<String>,
    /// What it is and when it holds, in words.
    pub label: String,
    /// What began it, in words.
    pub because: String,
}

impl Bar {
    /// What it is, when it holds, and what began it if that may be told.
    pub fn words(&self) -> String {
        if self.because.is_empty() { self.label.clone() } else { format!("{}. {}", self.label, self.because) }
    }
}

/// Where the name of a ribbon stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePlace {
    /// On the ribbon.
    Inside,
    /// To its right.
    After,
    /// To its left.
    Before,
    /// Nowhere: another ribbon of the row carries it, or there is no room at all.
    Nowhere,
}

/// A ribbon before its name has a place.
struct Raw {
    row: usize,
    x0: f64,
    x1: f64,
    begin: Day,
    end: Option<Day>,
    cause: Option<LineIdx>,
    count: usize,
}

struct Row {
    id: String,
    name: String,
    nature: &'static str,
    word: &'static str,
}

/// The ribbons of a life: its stays on lists, then its rewards, then its penalties.
///
/// `lines` is how many lines a name may have inside a ribbon: two where ribbons are high enough for a thumb.
/// Without reasons nothing is said about what began them.
pub fn bars(seen: &Seen, time: &TimeScale, lines: usize, with_reasons: bool) -> Bars {
    let (rows, raw) = raw(seen, time);
    let raw = merged(raw);
    let mut made: Vec<(String, Bar)> = Vec::with_capacity(raw.len());
    for (at, row) in rows.iter().enumerate() {
        let own: Vec<&Raw> = raw.iter().filter(|it| it.row == at).collect();
        let places = places(&own, &row.name, time.width, lines);
        for (nth, (it, place)) in own.iter().zip(places).enumerate() {
            let mut bar = bar(seen, time, row, it, place);
            if !with_reasons {
                bar.because.clear();
            }
            made.push((format!("{}/{nth}", row.id), bar));
        }
    }
    Bars { rows: rows.len(), bars: made.into_iter().collect() }
}

fn bar(seen: &Seen, time: &TimeScale, row: &Row, it: &Raw, (place, room): (NamePlace, f64)) -> Bar {
    let t = &texts().life;
    let mut label = (t.ribbon)(&row.name, row.word, it.begin, it.end);
    if it.count > 1 {
        label = format!("{label}, {}", (t.ribbons_merged)(it.count));
    }
    let cause = it.cause.map(|line| cause_words(seen, line));
    Bar {
        row: it.row,
        nature: row.nature,
        name: row.name.clone(),
        place,
        name_edge: if place == NamePlace::Before {
            share(time.width - it.x0, time.width)
        } else {
            share(it.x1, time.width)
        },
        name_room: share(room, time.width),
        left: share(it.x0, time.width),
        width: share(it.x1 - it.x0, time.width),
        is_open: it.end.is_none(),
        begin: it.begin,
        event: it.cause.and_then(|line| seen.event_id_of_line(line)).map(str::to_owned),
        label,
        because: (t.ribbon_why)(cause.as_deref()),
    }
}

fn raw(seen: &Seen, time: &TimeScale) -> (Vec<Row>, Vec<Raw>) {
    let t = &texts().life;
    let book = &seen.scenario.rulebook;
    let mut rows = Vec::new();
    let mut raw = Vec::new();
    let stays = stays(seen.life());
    let mut row_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (list, it) in book.lists.iter().enumerate().filter(|list| stays.iter().any(|it| it.list == list.0)) {
        row_of.insert(list, rows.len());
        let (nature, word) = match it.nature {
            ListNature::Red => ("red", t.redlist),
            ListNature::Black => ("black", t.blacklist),
        };
        rows.push(Row { id: format!("list/{}", it.id), name: it.label.clone(), nature, word });
    }
    for it in &stays {
        let Some(&row) = row_of.get(&it.list) else { continue };
        let (x0, x1) = (time.x(it.begin), it.end.map_or(time.width, |end| time.x(end)));
        raw.push(Raw { row, x0, x1, begin: it.begin, end: it.end, cause: Some(it.cause), count: 1 });
    }
    let packed = pack(&seen.case().rulebook, seen.life(), time);
    let first = rows.len();
    for it in &packed.rows {
        let (nature, word) = if it.penalty { ("penalty", t.penalty) } else { ("reward", t.reward) };
        let found = book.consequences.get(it.consequence);
        let (id, name) = found.map(|it| (it.id.clone(), it.label.clone())).unwrap_or_default();
        rows.push(Row { id: format!("consequence/{id}"), name, nature, word });
    }
    for it in &packed.ribbons {
        let cause = seen.life().consequences.get(it.interval).and_then(|it| it.cause);
        raw.push(Raw { row: first + it.row, x0: it.x0, x1: it.x1, begin: it.begin, end: it.end, cause, count: 1 });
    }
    raw.sort_by(|one, other| one.row.cmp(&other.row).then(one.x0.total_cmp(&other.x0)));
    (rows, raw)
}

/// The same, with ribbons that nobody could tell apart made one.
fn merged(raw: Vec<Raw>) -> Vec<Raw> {
    let mut made: Vec<Raw> = Vec::with_capacity(raw.len());
    for it in raw {
        match made.last_mut() {
            Some(last) if last.row == it.row && it.x0 - last.x1 < GAP => {
                last.x1 = last.x1.max(it.x1);
                last.end = last.end.zip(it.end).map(|ends| ends.0.max(ends.1));
                last.count += it.count;
            }
            _ => made.push(it),
        }
    }
    made
}

/// For each ribbon of a row where its name stands, and the room that there is. The first that has room beside it
/// carries the name there, unless one has room for it inside.
fn places(own: &[&Raw], name: &str, width: f64, lines: usize) -> Vec<(NamePlace, f64)> {
    let needed = room_for(name.chars().count());
    let needed_inside = if lines > 1 { room_for(longest_line(name)) } else { needed };
    let inside = |it: &Raw| it.x1 - it.x0;
    let after = |at: usize| own.get(at + 1).map_or(width, |it| it.x0) - own[at].x1;
    let before = |at: usize| own[at].x0 - at.checked_sub(1).map_or(0.0, |it| own[it].x1);
    let mut places = vec![(NamePlace::Nowhere, 0.0); own.len()];
    for (place, it) in places.iter_mut().zip(own) {
        if inside(it) >= needed_inside {
            *place = (NamePlace::Inside, 0.0);
        }
    }
    if places.iter().any(|it| it.0 == NamePlace::Inside) {
        return places;
    }
    let options: Vec<(usize, NamePlace, f64)> = (0..own.len())
        .flat_map(|at| [(at, NamePlace::After, after(at)), (at, NamePlace::Before, before(at))])
        .collect();
    let roomy = options.iter().find(|it| it.2 >= needed).copied();
    let widest = || {
        let all = options.into_iter().chain((0..own.len()).map(|at| (at, NamePlace::Inside, inside(own[at]))));
        all.filter(|it| it.2 >= LEAST_ROOM).max_by(|one, other| one.2.total_cmp(&other.2))
    };
    if let Some((at, place, room)) = roomy.or_else(widest) {
        places[at] = (place, room);
    }
    places
}

fn room_for(letters: usize) -> f64 {
    letters as f64 * LETTER + ROOM
}

/// The letters of the longer line when a name is broken into two where that is best.
fn longest_line(name: &str) -> usize {
    let letters = name.chars().count();
    let breaks = name.char_indices().filter(|it| it.1 == ' ').map(|it| name[..it.0].chars().count());
    breaks.map(|it| it.max(letters - it - 1)).min().unwrap_or(letters)
}
