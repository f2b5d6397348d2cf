//! The days of an account, and what a day outside them asks for.

use crate::engine::Day;
use crate::scenario::bounds::SPAN_DAYS;
use crate::scenario::{DayText, Scenario};

/// From the first to the last of some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: Day,
    /// The last.
    pub last: Day,
}

impl Span {
    /// Every day that a document may name.
    pub const ALL: Self = Self { first: Day::MIN, last: Day::MAX };

    /// The days of an account.
    pub fn of(scenario: &Scenario) -> Self {
        Self { first: scenario.first_day.0, last: scenario.last_day.0 }
    }

    /// The days that can be the first of an account.
    pub fn for_first(scenario: &Scenario) -> Self {
        let last = scenario.last_day.0;
        Self { first: last.plus_days(-SPAN_DAYS), last }
    }

    /// The days that can be the last of an account.
    pub fn for_last(scenario: &Scenario) -> Self {
        let first = scenario.first_day.0;
        Self { first, last: first.plus_days(SPAN_DAYS) }
    }

    /// Whether a day is one of them.
    pub fn holds(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// The same with one more day at an end; `None` if an account cannot be that long.
    pub fn widened_to(self, day: Day) -> Option<Self> {
        let wide = Self { first: self.first.min(day), last: self.last.max(day) };
        (wide.last.days_since(wide.first) <= SPAN_DAYS).then_some(wide)
    }
}

/// Lengthens an account so that a day is in it, as far as an account can be lengthened.
pub fn widen(scenario: &mut Scenario, day: Day) {
    if let Some(wide) = Span::of(scenario).widened_to(day) {
        scenario.first_day = DayText(wide.first);
        scenario.last_day = DayText(wide.last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::presets;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn an_account_is_lengthened_to_the_day_and_no_further() {
        let mut scenario = presets::latest("blank").unwrap().scenario().unwrap();
        let before = Span::of(&scenario);
        widen(&mut scenario, before.last);
        assert_eq!(Span::of(&scenario), before, "a day inside changes nothing");
        let later = before.last.plus_days(400);
        widen(&mut scenario, later);
        assert_eq!(Span::of(&scenario), Span { last: later, ..before });
        let earlier = before.first.plus_days(-1);
        widen(&mut scenario, earlier);
        assert_eq!(Span::of(&scenario), Span { first: earlier, last: later });
        let now = Span::of(&scenario);
        widen(&mut scenario, day("2199-01-01"));
        assert_eq!(Span::of(&scenario), now, "no account is longer than fifty years");
    }

    #[test]
    fn an_end_of_an_account_stays_on_its_side_of_the_other() {
        let mut scenario = presets::latest("blank").unwrap().scenario().unwrap();
        (scenario.first_day, scenario.last_day) = (DayText(day("2021-01-01")), DayText(day("2021-12-31")));
        assert!(
            Span::for_first(&scenario).holds(day("2021-12-31")) && !Span::for_first(&scenario).holds(day("2022-01-01"))
        );
        assert!(
            Span::for_last(&scenario).holds(day("2070-12-31")) && !Span::for_last(&scenario).holds(day("2071-01-03"))
        );
        assert!(!Span::for_last(&scenario).holds(day("2020-12-31")));
        assert_eq!(Span::for_first(&scenario).first.days_since(day("2021-12-31")), -SPAN_DAYS);
    }
}
