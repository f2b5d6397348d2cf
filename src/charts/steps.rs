//! A life's line as the corners of a step line, in whole device pixels.

use super::life::DEVICE_PX;
use super::{ScoreScale, TimeScale};
use crate::engine::Day;
use crate::engine::case::Standing;

/// A place in device pixels.
pub(super) type Pixel = (i32, i32);

/// What happens in one column of pixels: where the line enters, how far it goes, where it leaves.
struct Column {
    x: i32,
    enter: i32,
    top: i32,
    bottom: i32,
    leave: i32,
}

impl Column {
    fn new(x: i32, enter: i32) -> Self {
        Self { x, enter, top: enter, bottom: enter, leave: enter }
    }

    fn go_to(&mut self, y: i32) {
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
        self.leave = y;
    }

    /// Adds the corners of the line. A column in which nothing happens has none.
    fn finish(&self, corners: &mut Vec<Pixel>) {
        if self.top == self.bottom {
            return;
        }
        let turns = if self.leave < self.enter { [self.bottom, self.top] } else { [self.top, self.bottom] };
        for y in [self.enter, turns[0], turns[1], self.leave] {
            if corners.last() != Some(&(self.x, y)) {
                corners.push((self.x, y));
            }
        }
    }
}

/// The corners of a step line through the standings, from the left edge of the chart to a day.
///
/// However many changes fall into one column of pixels, the line there goes from the first to the last and touches the
/// lowest and the highest: at most four corners, and the picture is the same as if all had been drawn.
pub(super) fn corners(course: &[Standing], until: Day, time: &TimeScale, score: &ScoreScale) -> Vec<Pixel> {
    let until = until.min(time.last);
    let before = course.partition_point(|it| it.day <= time.first);
    let Some(start) = course.get(before.saturating_sub(1)).filter(|it| it.day <= until) else { return Vec::new() };
    let y_of = |it: &Standing| device_px(score.y(it.score));
    let x_start = device_px(time.x(start.day.max(time.first)));
    let mut corners = vec![(x_start, y_of(start))];
    let mut column = Column::new(x_start, y_of(start));
    for it in course.iter().skip(before.max(1)).take_while(|it| it.day <= until) {
        let x = device_px(time.x(it.day));
        if x != column.x {
            column.finish(&mut corners);
            column = Column::new(x, column.leave);
        }
        column.go_to(y_of(it));
    }
    column.finish(&mut corners);
    let end = (device_px(time.x(until)), column.leave);
    if corners.last() != Some(&end) {
        corners.push(end);
    }
    corners
}

/// The nearest device pixel, at most some screens away.
pub(super) fn device_px(css_px: f64) -> i32 {
    (css_px * f64::from(DEVICE_PX)).round().clamp(-32_768.0, 32_767.0) as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::testing::life;
    use crate::engine::Points;

    /// Ten days on 100 pixels, scores 0 to 10 on 100 pixels: a day is 20 device pixels wide, a point 20 high.
    fn scales() -> (TimeScale, ScoreScale) {
        let first = Day::from_ymd(2021, 1, 1).unwrap();
        let time = TimeScale { first, last: first.plus_days(10), width: 100.0 };
        (time, ScoreScale { lo: Points::ZERO, hi: Points::whole(10), height: 100.0 })
    }

    #[track_caller]
    fn check(scores: &[i64], from: i32, until: i32, expected: &[Pixel]) {
        let (time, score) = scales();
        let time = TimeScale { first: time.first.plus_days(from), last: time.last.plus_days(from), ..time };
        assert_eq!(corners(&life(scores).course, time.first.plus_days(until - from), &time, &score), expected);
    }

    #[test]
    fn a_line_goes_in_steps_to_its_last_day() {
        check(&[5], 0, 10, &[(0, 100), (200, 100)]);
        check(&[5, 7, 7, 6], 0, 10, &[(0, 100), (20, 100), (20, 60), (60, 60), (60, 80), (200, 80)]);
        check(&[5, 7, 7, 6], 0, 2, &[(0, 100), (20, 100), (20, 60), (40, 60)]);
        check(&[5], 0, 0, &[(0, 100)]);
    }

    #[test]
    fn a_window_shows_only_its_part_of_the_line() {
        check(&[5, 7, 7, 6, 4], 2, 12, &[(0, 60), (20, 60), (20, 80), (40, 80), (40, 120), (200, 120)]);
        check(&[5, 7], -2, 8, &[(40, 100), (60, 100), (60, 60), (200, 60)]);
        check(&[5, 7], -20, -10, &[]);
    }

    #[test]
    fn a_crowded_column_keeps_where_the_line_enters_goes_and_leaves() {
        let (time, score) = scales();
        let crowded = TimeScale { last: time.first.plus_days(4000), width: 2.0, ..time };
        let up_and_down = [5, 9, 1, 7].repeat(1000);
        let found = corners(&life(&up_and_down).course, crowded.last, &crowded, &score);
        assert_eq!(found[..3], [(0, 100), (0, 180), (0, 20)]);
        assert!(found.len() <= 4 * 5 + 2, "{} corners in five columns", found.len());
    }

    #[test]
    fn thinning_does_not_change_what_is_covered() {
        // Any series will do; this one wanders over the whole scale.
        let scores: Vec<i64> = (0..5000_i64).map(|it| (it * it * 7 + it * 13) % 11).collect();
        let (time, score) = scales();
        let time = TimeScale { last: time.first.plus_days(5000), width: 60.0, ..time };
        let course = life(&scores).course;
        let found = corners(&course, time.last, &time, &score);
        for x in 0..=120 {
            let reach = |ys: Vec<i32>| (ys.iter().min().copied(), ys.iter().max().copied());
            let days = course.iter().filter(|it| device_px(time.x(it.day)) == x);
            let all = reach(days.map(|it| device_px(score.y(it.score))).collect());
            let kept = reach(found.iter().filter(|it| it.0 == x).map(|it| it.1).collect());
            // The line also covers the way from where it enters the column.
            assert!(kept.0 <= all.0 && kept.1 >= all.1, "column {x}");
        }
        assert!(found.len() < 500, "{} corners", found.len());
    }
}
