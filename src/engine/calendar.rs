//! Civil days, without clocks, times or zones.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil::Date;

/// A civil day in the proleptic Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// The first day that a scenario may name.
    pub const MIN: Self = Self(-25_567);
    /// The last day that a scenario may name: 31 December 2199.
    pub const MAX: Self = Self(84_005);

    /// The day `number` days after 1 January 1970, kept between [`Day::MIN`] and [`Day::MAX`].
    pub const fn from_number(number: i32) -> Self {
        if number < Self::MIN.0 {
            Self::MIN
        } else if number > Self::MAX.0 {
            Self::MAX
        } else {
            Self(number)
        }
    }

    /// A day by its year, month and day of the month, if there is one between [`Day::MIN`] and [`Day::MAX`].
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::from_date(Date::new(year, month, day).ok()?)
    }

    fn from_date(date: Date) -> Option<Self> {
        let number = (date - EPOCH).get_days();
        (Self::MIN.0..=Self::MAX.0).contains(&number).then_some(Self(number))
    }

    fn date(self) -> Date {
        EPOCH.saturating_add(self.0.days())
    }

    /// Days since 1 January 1970.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The year, for example 2021.
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.date().month()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> i8 {
        self.date().day()
    }

    /// The day `days` later, or earlier if negative; kept between [`Day::MIN`] and [`Day::MAX`].
    pub const fn plus_days(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_add(days))
    }

    /// The same day of the month `months` later; the last day of a month that is too short. Kept up to [`Day::MAX`].
    ///
    /// # Examples
    ///
    /// ```
    /// use social_credit_lab::engine::Day;
    /// let day: Day = "2021-01-31".parse().unwrap();
    /// assert_eq!(day.plus_months(1).to_string(), "2021-02-28");
    /// ```
    pub fn plus_months(self, months: u32) -> Self {
        self.checked_plus_months(months).unwrap_or(Self::MAX)
    }

    /// As [`Day::plus_months`], but none if that is after [`Day::MAX`]. A term that ends after the last day never ends.
    pub fn checked_plus_months(self, months: u32) -> Option<Self> {
        let months = i64::from(months).min(12 * 400);
        Self::from_date(self.date().saturating_add(months.months()))
    }

    /// The first day of the next month, kept up to [`Day::MAX`].
    pub fn first_of_next_month(self) -> Self {
        let first = self.date().first_of_month();
        Self::from_date(first.saturating_add(1.months())).unwrap_or(Self::MAX)
    }

    /// Days from `earlier` to this day.
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

/// ISO 8601, as in documents: `2021-03-02`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

/// A text that is not a day between 1900 and 2199 in the form `2021-03-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day between 1900-01-01 and 2199-12-31")
    }
}

impl std::error::Error for NotADay {}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADay);
        };
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return Err(NotADay);
        }
        let number = |digits: &str| -> Result<i16, NotADay> {
            if !digits.bytes().all(|it| it.is_ascii_digit()) {
                return Err(NotADay);
            }
            digits.parse().map_err(|_| NotADay)
        };
        let (year, month, day) = (number(year)?, number(month)?, number(day)?);
        let (month, day) = (i8::try_from(month).map_err(|_| NotADay)?, i8::try_from(day).map_err(|_| NotADay)?);
        Self::from_ymd(year, month, day).ok_or(NotADay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn bounds_are_the_days_they_claim_to_be() {
        assert_eq!(Day::MIN.to_string(), "1900-01-01");
        assert_eq!(Day::MAX.to_string(), "2199-12-31");
        assert_eq!(Day::from_number(0).to_string(), "1970-01-01");
    }

    #[test]
    fn months_end_on_the_last_day_of_a_shorter_month() {
        for (from, months, to) in [
            ("2021-01-31", 1, "2021-02-28"),
            ("2020-01-31", 1, "2020-02-29"),
            ("2021-03-31", 6, "2021-09-30"),
            ("2021-12-05", 1, "2022-01-05"),
            ("2020-02-29", 12, "2021-02-28"),
        ] {
            assert_eq!(day(from).plus_months(months), day(to), "{from} + {months} months");
        }
    }

    #[test]
    fn nothing_comes_after_the_last_day() {
        assert_eq!(day("2199-11-30").checked_plus_months(1), Some(day("2199-12-30")));
        assert_eq!(day("2199-12-01").checked_plus_months(1), None);
        assert_eq!(day("2199-12-01").plus_months(u32::MAX), Day::MAX);
        assert_eq!(Day::MAX.first_of_next_month(), Day::MAX);
    }

    #[test]
    fn parses_only_the_iso_form() {
        for text in [
            "2021-2-03",
            "20210203",
            "2021-02-30",
            "1899-12-31",
            "2200-01-01",
            "+021-01-01",
            "",
            "2021-01-01-01",
            "２021-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
        assert_eq!(day("2021-12-31").first_of_next_month(), day("2022-01-01"));
    }
}
