//! Numbers that a reader pinned: each with what it takes to cite it.
//!
//! A claim says what the number is, which scenario it came from, and what the model cannot say. It is plain data: the page
//! fills it, the browser keeps it as JSON, and the language tables write it out.

use serde::{Deserialize, Serialize};

use crate::scenario::doc::Standing;
use crate::scenario::{DayText, plain};

/// The version of the stored format.
const VERSION: u32 = 1;
/// So many numbers are kept. More would fill the browser's storage, and nobody reads them.
pub const MOST: usize = 200;
/// So long may a note be, in characters.
pub const NOTE_CHARS: usize = 600;

/// What sort of page a number stands on: it decides what the number cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// One life under a rulebook.
    Life,
    /// Many lives, counted.
    Town,
    /// What a source says.
    Published,
    /// What a class answered.
    Class,
}

/// The scenario behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// How far it is backed.
    pub standing: Standing,
    /// Whether the reader changed it.
    pub changed: bool,
    /// Whose life it is, if the number is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
}

/// How a town was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// So many people and businesses.
    pub people: u32,
    /// So many months.
    pub months: u32,
    /// So many repeats, each with other luck.
    pub replicates: u32,
    /// What the luck began with.
    pub seed: u32,
    /// Whether the figure showed the town under its reform.
    #[serde(default)]
    pub reform: bool,
    /// Whose measure it is, if the figure is not about everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whom: Option<String>,
}

/// Where numbers come from; the same for all of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The sort of page.
    pub place: Place,
    /// The title of the figure, which is its finding.
    pub figure: String,
    /// The scenario, if one is behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// How it was counted, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<Run>,
    /// The fragment of the address that opens it, from the `#` on.
    pub link: String,
    /// The version of the engine.
    pub version: String,
    /// The seal of the engine's certificate.
    pub seal: String,
}

/// A number as it stands in a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// The number in its words.
    pub value: String,
    /// The name of its row.
    pub row: String,
    /// The name of its column.
    pub column: String,
    /// The two ends of its range over repeats, if the table has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<(String, String)>,
}

/// A number that was pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Names it in this browser.
    pub id: u32,
    /// The number.
    pub number: Number,
    /// Where it comes from.
    pub origin: Origin,
    /// The day on which it was pinned.
    pub pinned: DayText,
    /// The reader's own words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// All numbers that were pinned, in the reader's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// The claims.
    pub list: Vec<Claim>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    claims: Vec<Claim>,
}

impl Claims {
    /// Writes them down.
    pub fn store(&self) -> String {
        serde_json::to_string(&Stored { version: VERSION, claims: self.list.clone() }).unwrap_or_default()
    }

    /// Reads them. `None` if the text is damaged or of another version: then it must not be written over.
    pub fn restore(text: &str) -> Option<Self> {
        let mut value: serde_json::Value = serde_json::from_str(text).ok()?;
        plain::settle_all(&mut value);
        let stored: Stored = serde_json::from_value(value).ok().filter(|it: &Stored| it.version == VERSION)?;
        Some(Self { list: stored.claims })
    }

    /// What can be read of a text that is damaged. Of another version nothing is read: it may mean something else.
    pub fn salvage(text: &str) -> Self {
        let value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        let is_ours = value.get("version").is_some_and(|it| *it == VERSION);
        let rows = value.get("claims").and_then(|it| it.as_array()).filter(|_| is_ours);
        let read = |it: &serde_json::Value| serde_json::from_value::<Claim>(it.clone()).ok();
        Self { list: rows.map(|it| it.iter().filter_map(read).collect()).unwrap_or_default() }
    }

    /// Adds a number at the end, and answers its id. `None` if there are as many as are kept.
    pub fn pin(&mut self, number: Number, origin: Origin, pinned: DayText, note: &str) -> Option<u32> {
        if self.list.len() >= MOST {
            return None;
        }
        let id = self.list.iter().map(|it| it.id).max().unwrap_or_default().saturating_add(1);
        let note = plain::clean(note).trim().chars().take(NOTE_CHARS).collect();
        self.list.push(Claim { id, number, origin, pinned, note });
        Some(id)
    }

    /// Takes one out, and answers where it was.
    pub fn remove(&mut self, id: u32) -> Option<(usize, Claim)> {
        let at = self.list.iter().position(|it| it.id == id)?;
        Some((at, self.list.remove(at)))
    }

    /// Puts one back where it was, as far as that place is still there.
    pub fn put_back(&mut self, at: usize, claim: Claim) {
        if self.list.iter().all(|it| it.id != claim.id) {
            self.list.insert(at.min(self.list.len()), claim);
        }
    }

    /// Moves one up or down by one place. Answers its new place, counted from zero.
    pub fn shift(&mut self, id: u32, down: bool) -> Option<usize> {
        let at = self.list.iter().position(|it| it.id == id)?;
        let to = if down { at + 1 } else { at.checked_sub(1)? };
        (to < self.list.len()).then(|| {
            self.list.swap(at, to);
            to
        })
    }

    /// The claim with an id.
    pub fn find(&self, id: u32) -> Option<&Claim> {
        self.list.iter().find(|it| it.id == id)
    }
}

/// A table from which a number is picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What stands over the columns; may be shorter than the rows.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridRow {
    /// Which of its cells names it.
    pub name: usize,
    /// Its cells, the name among them.
    pub cells: Vec<String>,
    /// For each cell, the fragment of the statement that it rests on; may be shorter than the cells.
    pub links: Vec<Option<String>>,
}

impl GridRow {
    /// What names it.
    pub fn name(&self) -> &str {
        self.cells.get(self.name).map_or("", String::as_str)
    }
}

impl Grid {
    /// The columns from which something can be picked: all that hold more than names.
    pub fn columns(&self) -> Vec<usize> {
        let width = self.rows.iter().map(|it| it.cells.len()).max().unwrap_or_default();
        let holds =
            |row: &GridRow, at: usize| at != row.name && row.cells.get(at).is_some_and(|it| !it.trim().is_empty());
        (0..width).filter(|at| self.rows.iter().any(|row| holds(row, *at))).collect()
    }

    /// Names of all rows. Rows of the same name are told apart by their next cell.
    pub fn row_names(&self) -> Vec<String> {
        let name = |row: &GridRow| {
            let is_alone = self.rows.iter().filter(|it| it.name() == row.name()).count() == 1;
            let others = row.cells.iter().enumerate().filter(|it| it.0 != row.name && !it.1.trim().is_empty());
            match others.map(|it| it.1).next() {
                Some(next) if !is_alone => format!("{}, {next}", row.name()),
                _ => row.name().to_owned(),
            }
        };
        self.rows.iter().map(name).collect()
    }

    /// The number in a cell; `None` if nothing stands there.
    pub fn pick(&self, row: usize, column: usize) -> Option<Number> {
        let names = self.row_names();
        let cells = &self.rows.get(row)?.cells;
        let cell = |at: usize| cells.get(at).map(|it| it.trim()).filter(|it| !it.is_empty());
        let range = self.ends(column).and_then(|(low, high)| Some((cell(low)?.to_owned(), cell(high)?.to_owned())));
        Some(Number {
            value: cell(column)?.to_owned(),
            row: names.get(row).cloned().unwrap_or_default(),
            column: self.heads.get(column).cloned().unwrap_or_default(),
            range,
        })
    }

    /// The statement that a cell rests on: its own, or else the first of its row.
    pub fn link(&self, row: usize, column: usize) -> Option<&str> {
        let links = &self.rows.get(row)?.links;
        links.get(column).and_then(Option::as_deref).or_else(|| links.iter().flatten().next().map(String::as_str))
    }

    /// The columns with the two ends of the range around a column: the next two, if their heads say 5 % and 95 %.
    fn ends(&self, column: usize) -> Option<(usize, usize)> {
        let says = |at: usize, what: &str| {
            let head: String = self.heads.get(at)?.chars().filter(|it| !it.is_whitespace()).collect();
            let found = head.find(what)?;
            head.get(..found).is_some_and(|it| !it.ends_with(|it: char| it.is_ascii_digit())).then_some(at)
        };
        (column.saturating_sub(2)..=column + 1).rev().find_map(|low| Some((says(low, "5%")?, says(low + 1, "95%")?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let row =
            |cells: &[&str]| GridRow { cells: cells.iter().map(|it| (*it).to_owned()).collect(), ..GridRow::default() };
        Grid {
            heads: ["Group", "Median", "Low end (5 %)", "High end (95 %)", "", "Verdict"].map(str::to_owned).to_vec(),
            rows: vec![
                row(&["Pensioners", "12 %", "10 %", "15 %", "", "cannot tell"]),
                row(&["Pensioners", "8 %", "", "9 %"]),
            ],
        }
    }

    #[test]
    fn numbers_are_picked_with_their_range() {
        let grid = grid();
        assert_eq!(grid.columns(), [1, 2, 3, 5]);
        let range = Some(("10 %".to_owned(), "15 %".to_owned()));
        for column in 1..=3 {
            assert_eq!(grid.pick(0, column).unwrap().range, range, "column {column}");
        }
        assert_eq!(grid.pick(0, 5).unwrap().range, None, "another column is no part of the range");
        assert_eq!(grid.pick(1, 1).unwrap().range, None, "half a range is none");
        assert_eq!(grid.pick(1, 5), None);
        assert_eq!(grid.pick(7, 0), None);
    }

    #[test]
    fn a_cell_has_its_own_statement_or_that_of_its_row() {
        let mut grid = grid();
        grid.rows[0].links = vec![None, Some("#/record?at=fact-a".to_owned()), Some("#/record?at=fact-b".to_owned())];
        assert_eq!(grid.link(0, 2), Some("#/record?at=fact-b"));
        assert_eq!(grid.link(0, 5), Some("#/record?at=fact-a"));
        assert_eq!(grid.link(1, 1), None);
    }

    #[test]
    fn rows_of_one_name_are_told_apart() {
        assert_eq!(grid().row_names(), ["Pensioners, 12 %", "Pensioners, 8 %"]);
        let one = Grid { rows: grid().rows.split_off(1), ..grid() };
        assert_eq!(one.row_names(), ["Pensioners"]);
    }
}
