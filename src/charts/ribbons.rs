//! Consequences as ribbons under the chart, on its time axis. The page draws them.

use super::TimeScale;
use crate::engine::Day;
use crate::engine::case::Life;
use crate::engine::model::{ConsequenceIdx, Rulebook};

/// The ribbons of a life and the rows they lie in.
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbons {
    /// One row for each consequence that holds at some time on the chart: rewards, then penalties, each in rulebook
    /// order. So a row does not change its place among the others when its ribbons change.
    pub rows: Vec<Row>,
    /// The ribbons, by row, then from left to right.
    pub ribbons: Vec<Ribbon>,
}

/// A row of ribbons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The consequence that it shows.
    pub consequence: ConsequenceIdx,
    /// Whether that is a penalty; else it is a reward.
    pub penalty: bool,
}

/// A consequence from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ribbon {
    /// Its place in [`Life::consequences`], where the postings behind it are.
    pub interval: usize,
    /// The consequence.
    pub consequence: ConsequenceIdx,
    /// Its place in [`Ribbons::rows`].
    pub row: usize,
    /// Its left edge in CSS pixels, on the chart.
    pub x0: f64,
    /// Its right edge, on the chart.
    pub x1: f64,
    /// The first day on which it holds; it may be before the chart's.
    pub begin: Day,
    /// The first day on which it does not hold any more.
    pub end: Option<Day>,
    /// Whether it still holds on the last day of the account.
    pub open_ended: bool,
}

/// Places the consequences of a life.
pub fn pack(rulebook: &Rulebook, life: &Life, time: &TimeScale) -> Ribbons {
    let on_chart = |begin: Day, end: Option<Day>| begin <= time.last && end.is_none_or(|it| it > time.first);
    let shown = || life.consequences.iter().enumerate().filter(|it| on_chart(it.1.begin, it.1.end));
    let mut rows: Vec<Row> = shown()
        .filter_map(|(_, it)| {
            let consequence = rulebook.consequences.get(it.consequence)?;
            Some(Row { consequence: it.consequence, penalty: consequence.penalty })
        })
        .collect();
    rows.sort_by_key(|it| (it.penalty, it.consequence));
    rows.dedup();
    let mut ribbons: Vec<Ribbon> = shown()
        .filter_map(|(interval, it)| {
            let row = rows.iter().position(|row| row.consequence == it.consequence)?;
            Some(Ribbon {
                interval,
                consequence: it.consequence,
                row,
                x0: time.x(it.begin.max(time.first)),
                x1: it.end.map_or(time.width, |end| time.x(end.min(time.last))),
                begin: it.begin,
                end: it.end,
                open_ended: it.end.is_none(),
            })
        })
        .collect();
    ribbons.sort_by_key(|it| (it.row, it.begin));
    Ribbons { rows, ribbons }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::{life, rulebook};
    use crate::engine::case::Interval;
    use crate::engine::model::{Consequence, Set};
    use expect_test::{Expect, expect};

    /// Consequences (penalty or not) and the days, counted from the first, on which they begin and end, on a chart
    /// that is 100 pixels wide and goes from the third to the thirteenth day.
    fn check(penalties: &[bool], intervals: &[(usize, i32, Option<i32>)], expected: Expect) {
        let mut rulebook = rulebook(&[0], 10);
        rulebook.consequences = penalties
            .iter()
            .map(|&penalty| Consequence {
                penalty,
                domain: 0,
                essential: false,
                bands: Set::of(0),
                lists: Set::default(),
                who: Set::of(0),
            })
            .collect();
        let mut life = life(&[5]);
        let first = life.course[0].day;
        let day = |it: i32| first.plus_days(it);
        life.consequences = intervals
            .iter()
            .map(|&(consequence, begin, end)| Interval {
                consequence,
                begin: day(begin),
                end: end.map(day),
                cause: None,
                ended_by: None,
            })
            .collect();
        let time = TimeScale { first: day(2), last: day(12), width: 100.0 };
        let packed = pack(&rulebook, &life, &time);
        let mut text = String::new();
        for (idx, row) in packed.rows.iter().enumerate() {
            text += &format!("{} {}:", if row.penalty { "penalty" } else { "reward" }, row.consequence);
            for it in packed.ribbons.iter().filter(|it| it.row == idx) {
                assert_eq!(it.consequence, row.consequence);
                text += &format!(" #{} {}–{}{}", it.interval, it.x0, it.x1, if it.open_ended { "…" } else { "" });
            }
            text += "\n";
        }
        expected.assert_eq(&text);
    }

    #[test]
    fn rewards_come_before_penalties_and_each_keeps_its_row() {
        check(
            &[true, false, true, false],
            &[(3, 2, Some(4)), (0, 4, Some(6)), (1, 5, None), (0, 8, Some(9)), (3, 9, None)],
            expect![[r#"
                reward 1: #2 30–100…
                reward 3: #0 0–20 #4 70–100…
                penalty 0: #1 20–40 #3 60–70
            "#]],
        );
        check(
            &[true, false, true, false],
            &[(1, 2, None), (2, 3, None), (0, 8, Some(9))],
            expect![[r#"
                reward 1: #0 0–100…
                penalty 0: #2 60–70
                penalty 2: #1 10–100…
            "#]],
        );
    }

    #[test]
    fn only_what_is_on_the_chart_is_shown_and_it_stays_on_the_chart() {
        check(
            &[false],
            &[(0, 0, Some(2)), (0, 1, Some(5)), (0, 11, Some(20)), (0, 13, None)],
            expect![[r#"
            reward 0: #1 0–30 #2 90–100
        "#]],
        );
        check(&[false], &[], expect![[""]]);
    }
}
