//! The months of a society.

use crate::engine::Day;

/// The first days of some months in a row, and the years that they are in.
#[derive(Clone, Debug)]
pub struct Months {
    days: Vec<Day>,
    years: Vec<i32>,
}

impl Months {
    /// So many months from a first of a month.
    pub fn new(first: Day, months: u32) -> Self {
        let days: Vec<Day> = (0..months).map(|it| first.plus_months(it)).collect();
        let years = days.iter().map(|it| i32::from(it.year())).collect();
        Self { days, years }
    }

    /// The first day of a month.
    pub fn day(&self, month: u32) -> Day {
        self.days.get(month as usize).copied().unwrap_or(Day::MAX)
    }

    /// The year that a month is in.
    pub fn year(&self, month: u32) -> i32 {
        self.years.get(month as usize).copied().unwrap_or(i32::MAX)
    }
}
