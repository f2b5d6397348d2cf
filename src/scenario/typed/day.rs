//! Days.

use super::sign::fold;
use crate::engine::Day;

/// What a text is as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayReading {
    /// This day.
    Day(Day),
    /// Either of two days, that with the day before the month first.
    Either(Day, Day),
    /// No day that a scenario may name.
    NotADay,
}

/// Reads a day as people write it: year first, or year last, with a month in digits or by its name or its beginning.
/// `months` are the names in the reader's language. A time of day behind it is left out.
///
/// Two numbers with a slash between them can be day and month or month and day; with points it is the day that is first.
pub fn read_day(text: &str, months: &[&str; 12]) -> DayReading {
    let parts = fold(text).and_then(|it| Parts::of(&it, months));
    parts.and_then(|it| it.day()).unwrap_or(DayReading::NotADay)
}

/// The runs of digits, the month if it is named, and whether points divide.
struct Parts {
    numbers: Vec<String>,
    month: Option<i8>,
    has_points: bool,
}

impl Parts {
    fn of(text: &str, months: &[&str; 12]) -> Option<Self> {
        // "2021-12-31t23:59", "2021-12-31 23:59".
        let time = text.find(':').and_then(|at| text[..at].rfind([' ', 't']));
        let text = &text[..time.unwrap_or(text.len())];
        let (mut numbers, mut month) = (Vec::new(), None);
        for word in words(text) {
            if word.starts_with(|it: char| it.is_ascii_digit()) {
                numbers.push(word);
            } else if let Some(found) = month_named(&word, months).filter(|_| month.is_none()) {
                month = Some(found);
            } else if !["年", "月", "日", "st", "nd", "rd", "th", "of"].contains(&word.as_str()) {
                return None;
            }
        }
        Some(Self { numbers, month, has_points: text.contains('.') })
    }

    fn day(&self) -> Option<DayReading> {
        let numbers: Vec<&str> = self.numbers.iter().map(String::as_str).collect();
        match (self.month, &numbers[..]) {
            (Some(month), [one, other]) => {
                let (year, day) = if is_year(one) { (one, other) } else { (other, one) };
                of(year, &month.to_string(), day).map(DayReading::Day)
            }
            (None, [all]) if all.len() == 8 => of(&all[..4], &all[4..6], &all[6..]).map(DayReading::Day),
            (None, [year, month, day]) if is_year(year) => of(year, month, day).map(DayReading::Day),
            (None, [day, month, year]) if self.has_points => of(year, month, day).map(DayReading::Day),
            (None, [one, other, year]) => match (of(year, other, one), of(year, one, other)) {
                (Some(day_first), Some(month_first)) if day_first != month_first => {
                    Some(DayReading::Either(day_first, month_first))
                }
                (it, other) => it.or(other).map(DayReading::Day),
            },
            _ => None,
        }
    }
}

/// Runs of digits and runs of letters.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for it in text.chars() {
        let sort = (it.is_ascii_digit(), it.is_alphabetic());
        if sort == (false, false) {
            last = None;
            continue;
        }
        match words.last_mut().filter(|_| last == Some(sort)) {
            Some(word) => word.push(it),
            None => words.push(it.to_string()),
        }
        last = Some(sort);
    }
    words
}

/// The month with a name that begins so; three letters tell it.
fn month_named(word: &str, months: &[&str; 12]) -> Option<i8> {
    let fits = |name: &&str| word.chars().count() >= 3 && name.to_lowercase().starts_with(word);
    let at = months.iter().position(|name| fits(name) || word == "sept" && fits(&"September"))?;
    i8::try_from(at + 1).ok()
}

fn is_year(number: &str) -> bool {
    number.len() == 4
}

fn of(year: &str, month: &str, day: &str) -> Option<Day> {
    if !is_year(year) || month.len() > 2 || day.len() > 2 {
        return None;
    }
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2021-12-31",
            "2021/12/31",
            "2021.12.31",
            "20211231",
            "31.12.2021",
            "31. 12. 2021",
            "31/12/2021",
            "12/31/2021",
            "31 December 2021",
            "31 Dec 2021",
            "December 31, 2021",
            "31st of December 2021",
            "2021年12月31日",
            "２０２１－１２－３１",
            "٣١/١٢/٢٠٢١",
            "2021‑12‑31",
            "\u{feff}2021-12-31 ",
            "2021-12-31T23:59:00Z",
            "2021-12-31 00:00:00",
        ] {
            assert_eq!(read_day(text, &MONTHS), DayReading::Day("2021-12-31".parse().unwrap()), "“{text}”");
        }
    }

    #[test]
    fn day_and_month_that_could_be_either_are_asked_about() {
        let days = |one: &str, other: &str| DayReading::Either(one.parse().unwrap(), other.parse().unwrap());
        assert_eq!(read_day("03/04/2021", &MONTHS), days("2021-04-03", "2021-03-04"));
        assert_eq!(read_day("3-4-2021", &MONTHS), days("2021-04-03", "2021-03-04"));
        assert_eq!(read_day("03.04.2021", &MONTHS), DayReading::Day("2021-04-03".parse().unwrap()));
        assert_eq!(read_day("04/04/2021", &MONTHS), DayReading::Day("2021-04-04".parse().unwrap()));
    }

    #[test]
    fn what_is_no_day_is_not_one() {
        for text in [
            "",
            "2021",
            "12/2021",
            "31.12.21",
            "2021-02-30",
            "29 February 2021",
            "1899-12-31",
            "2200-01-01",
            "soon",
            "31 Dezember 2021",
            "2021-12-31-01",
            "\u{202e}13-21-1202",
            "-2021-12-31x",
            "202-12-31",
            "20211301",
        ] {
            assert_eq!(read_day(text, &MONTHS), DayReading::NotADay, "“{text}”");
        }
    }
}
