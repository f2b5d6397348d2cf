//! Days, months and years, as the record writes them.

/// A year, a month of a year, or a day: `2019`, `2019-07` or `2019-07-09`.
///
/// Sorted as a reader expects: a year before its months, a month before its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

impl When {
    /// Reads one; nothing if it is not written like that or is no day of the calendar.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |digits: usize| match parts.next() {
            None => Some(None),
            Some(it) if it.len() == digits && it.bytes().all(|it| it.is_ascii_digit()) => Some(Some(it)),
            Some(_) => None,
        };
        let (year, month, day) = (next(4)??, next(2)?, next(2)?);
        if parts.next().is_some() {
            return None;
        }
        let year: u16 = year.parse().ok()?;
        let month = month.map(str::parse::<u8>).transpose().ok()?;
        let day = day.map(str::parse::<u8>).transpose().ok()?;
        let fits = match (month, day) {
            (None, _) => true,
            (Some(month), None) => (1..=12).contains(&month),
            (Some(month), Some(day)) => (1..=days(year, month)).contains(&day),
        };
        fits.then_some(Self { year, month, day })
    }
}

/// How many days a month has; none if there is no such month.
fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_forms_are_read() {
        assert_eq!(When::read("2019"), Some(When { year: 2019, month: None, day: None }));
        assert_eq!(When::read("2019-07"), Some(When { year: 2019, month: Some(7), day: None }));
        assert_eq!(When::read("2020-02-29"), Some(When { year: 2020, month: Some(2), day: Some(29) }));
    }

    #[test]
    fn nothing_else_is() {
        let others =
            ["", "19", "2019-7", "2019-13", "2019-00", "2019-02-29", "2019-07-09-01", "July 2019", "2019-", "+019"];
        for other in others {
            assert_eq!(When::read(other), None, "{other:?}");
        }
    }

    #[test]
    fn a_year_comes_before_its_months() {
        let read = |it| When::read(it).unwrap();
        assert!(read("2019") < read("2019-01"));
        assert!(read("2019-07") < read("2019-07-01"));
        assert!(read("2019-07-31") < read("2019-08"));
        assert!(read("2019-12-31") < read("2020"));
    }
}
