//! The horizontal axis: days.

use crate::engine::Day;

/// The least distance of two ticks, in CSS pixels: a short month's name and some air.
const TICK_PX: f64 = 44.0;

/// The distances of ticks that readers can follow, finest first.
const STEPS: [Step; 13] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(5),
    Step::Days(10),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
];

/// Where days lie across a chart, in CSS pixels from its left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// The day at the left edge.
    pub first: Day,
    /// The day at the right edge.
    pub last: Day,
    /// The width of the chart.
    pub width: f64,
}

/// The distance of two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days of a month, from its first.
    Days(i32),
    /// So many months of a year, from January.
    Months(i32),
    /// So many years.
    Years(i32),
}

/// A tick of the horizontal axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day that it marks.
    pub day: Day,
    /// Whether it begins the next larger unit: a year among months, a month among days. Every year among years.
    pub major: bool,
}

impl TimeScale {
    /// The place of a day. It is outside the chart if the day is.
    pub fn x(&self, day: Day) -> f64 {
        let days = self.last.days_since(self.first).max(1);
        f64::from(day.days_since(self.first)) * self.width / f64::from(days)
    }

    /// The day that is nearest to a place, kept on the chart.
    pub fn day(&self, x: f64) -> Day {
        let days = self.last.days_since(self.first).max(0);
        let nearest = if self.width > 0.0 { (x * f64::from(days) / self.width).round() } else { 0.0 };
        // A float becomes the nearest integer that there is, and no number becomes zero.
        self.first.plus_days((nearest as i32).clamp(0, days))
    }

    /// Whether a day is on the chart.
    pub fn shows(&self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The distance of the ticks: the finest for which the width has room.
    pub fn step(&self) -> Step {
        let days = f64::from(self.last.days_since(self.first).max(1));
        let px_per_day = self.width / days;
        let fits = |step: &Step| step.least_days() * px_per_day >= TICK_PX;
        STEPS.into_iter().find(fits).unwrap_or(Step::Years(50))
    }

    /// The ticks, from left to right.
    pub fn ticks(&self) -> Vec<Tick> {
        let step = self.step();
        let mut ticks = Vec::new();
        let mut day = step.before(self.first);
        while day <= self.last {
            if day >= self.first {
                ticks.push(Tick { day, major: step.is_major(day) });
            }
            let next = step.after(day);
            if next <= day {
                break;
            }
            day = next;
        }
        ticks
    }
}

impl Step {
    /// The fewest days that lie between two ticks.
    fn least_days(self) -> f64 {
        match self {
            Self::Days(n) => f64::from(if n > 2 { n - 1 } else { n }),
            Self::Months(n) => f64::from(n) * 30.0,
            Self::Years(n) => f64::from(n) * 365.0,
        }
    }

    /// A day on or before this one from which [`Step::after`] meets every tick from this day on.
    fn before(self, day: Day) -> Day {
        let (year, month) = match self {
            Self::Days(_) => (i32::from(day.year()), day.month()),
            Self::Months(_) => (i32::from(day.year()), 1),
            Self::Years(n) => (i32::from(day.year()) / n.max(1) * n.max(1), 1),
        };
        let year = i16::try_from(year).unwrap_or(i16::MAX);
        Day::from_ymd(year, month, 1).unwrap_or(Day::MIN)
    }

    /// The next tick.
    fn after(self, day: Day) -> Day {
        match self {
            // From the first to the 5th or 10th; the month's last tick is left out if the next first is too close.
            Self::Days(n) => {
                let next = day.plus_days(if day.day_of_month() == 1 && n > 2 { n - 1 } else { n });
                let first = day.first_of_next_month();
                if first.days_since(next) < n { first } else { next }
            }
            Self::Months(n) => day.plus_months(n.unsigned_abs()),
            // The years before the first possible day are cut off, so a step may begin inside a stretch of years.
            Self::Years(n) => {
                let year = (i32::from(day.year()) / n.max(1) + 1) * n.max(1);
                i16::try_from(year).ok().and_then(|it| Day::from_ymd(it, 1, 1)).unwrap_or(Day::MAX)
            }
        }
    }

    fn is_major(self, day: Day) -> bool {
        match self {
            Self::Days(_) => day.day_of_month() == 1,
            Self::Months(_) => day.month() == 1,
            Self::Years(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn scale(first: &str, last: &str, width: f64) -> TimeScale {
        TimeScale { first: day(first), last: day(last), width }
    }

    /// Ticks as text: a star for each major one.
    fn check(first: &str, last: &str, width: f64, ticks: Expect) {
        let scale = scale(first, last, width);
        let text: Vec<String> =
            scale.ticks().iter().map(|it| format!("{}{}", it.day, if it.major { "*" } else { "" })).collect();
        ticks.assert_eq(&format!("{:?}: {}", scale.step(), text.join(" ")));
    }

    #[test]
    fn ticks_suit_span_and_width() {
        check(
            "2021-01-01",
            "2025-12-31",
            720.0,
            expect![
                "Months(6): 2021-01-01* 2021-07-01 2022-01-01* 2022-07-01 2023-01-01* 2023-07-01 2024-01-01* 2024-07-01 2025-01-01* 2025-07-01"
            ],
        );
        check(
            "2021-01-01",
            "2025-12-31",
            320.0,
            expect!["Years(1): 2021-01-01* 2022-01-01* 2023-01-01* 2024-01-01* 2025-01-01*"],
        );
        check("2021-01-01", "2025-12-31", 200.0, expect!["Years(2): 2022-01-01* 2024-01-01*"]);
        check("2021-02-10", "2022-03-20", 320.0, expect!["Months(3): 2021-04-01 2021-07-01 2021-10-01 2022-01-01*"]);
        check("2021-11-10", "2022-03-20", 320.0, expect!["Months(1): 2021-12-01 2022-01-01* 2022-02-01 2022-03-01"]);
        check(
            "2021-01-20",
            "2021-03-12",
            320.0,
            expect!["Days(10): 2021-01-20 2021-02-01* 2021-02-10 2021-03-01* 2021-03-10"],
        );
        check(
            "2021-01-20",
            "2021-02-03",
            320.0,
            expect!["Days(2): 2021-01-21 2021-01-23 2021-01-25 2021-01-27 2021-01-29 2021-02-01* 2021-02-03"],
        );
        check(
            "1901-01-01",
            "1950-12-31",
            320.0,
            expect!["Years(10): 1910-01-01* 1920-01-01* 1930-01-01* 1940-01-01* 1950-01-01*"],
        );
    }

    #[test]
    fn days_and_places_are_inverse() {
        let scale = scale("2020-01-01", "2069-12-31", 640.0);
        for number in scale.first.number()..=scale.last.number() {
            let day = Day::from_number(number);
            assert_eq!(scale.day(scale.x(day)), day);
        }
    }

    #[test]
    fn places_outside_and_no_places_become_days_on_the_chart() {
        let scale = scale("2020-01-01", "2020-01-31", 300.0);
        for (x, expected) in [
            (-50.0, "2020-01-01"),
            (4.9, "2020-01-01"),
            (5.1, "2020-01-02"),
            (300.0, "2020-01-31"),
            (1e300, "2020-01-31"),
            (f64::NAN, "2020-01-01"),
        ] {
            assert_eq!(scale.day(x), day(expected), "{x}");
        }
        let empty = TimeScale { first: scale.first, last: scale.first, width: 0.0 };
        assert_eq!(empty.day(3.0), scale.first);
        assert_eq!(empty.x(scale.first), 0.0);
    }

    #[test]
    fn ticks_end_on_the_last_possible_day() {
        assert_eq!(scale("2199-12-30", "2199-12-31", 300.0).ticks().len(), 2);
        assert_eq!(scale("1900-01-01", "2199-12-31", 300.0).ticks().len(), 7, "1900, 1950, …, 2150 and no 2200");
    }
}
